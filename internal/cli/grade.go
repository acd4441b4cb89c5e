package cli

import (
	"errors"
	"os"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/submission"
)

type gradeOptions struct {
	catalogueOptions

	Suite     string // instead of an exercise
	Entry     string // of that suite
	Interface string // of that suite; empty for the default
	Format    string
	Output    string // a file; empty for standard output
	View      string
	FailUnder percentage
	Runtime   string
	Backend   string

	Exercise string
	Paths    []string
}

func (o *gradeOptions) AddFlags(flags *pflag.FlagSet) {
	o.catalogueOptions.AddFlags(flags)
	flags.StringVar(&o.Suite, "suite", "", "grade with these `TESTS`, a pytest file or folder, instead of an exercise")
	flags.StringVar(&o.Entry, "entry", "", "with --suite: the `NAME` of the file or package that the tests import (default solution.py)")
	flags.Var(&choice{&o.Interface, []string{"plain", "objects"}}, "interface",
		"with --suite: what the tests use of a solution, plain data and functions or its classes too (default objects)")
	flags.Var(oneOf(&o.Format, "text", "json", "junit"), "format", "how to report; json is one object a line for each submission")
	flags.StringVar(&o.Output, "output", "", "write the report to this `FILE`, which appears when it is complete")
	flags.Var(oneOf(&o.View, grade.ViewReviewer, grade.ViewCandidate), "view",
		"for whom: everything, or of hidden tests only what the exercise lets out")
	flags.Var(&o.FailUnder, "fail-under", "exit with 1 for submissions under N percent of the points, not for all that did not pass")
	addRuntimeFlag(flags, &o.Runtime)
	flags.Var(oneOf(&o.Backend, "docker", "local"), "backend", "where to run submissions; local has no walls and is for development")
	_ = flags.MarkHidden("backend") // it fails only for a flag that is not there
}

// Validate takes the arguments in and checks what can be checked without looking at a file.
func (o *gradeOptions) Validate(args []string) error {
	o.Paths = args
	switch {
	case o.Suite != "" && o.Exercises != "":
		return mistaken("--suite stands for itself; leave --exercises out")
	case o.Suite == "" && o.Entry != "":
		return mistaken("--entry goes with --suite; an exercise names its entry itself")
	case o.Suite == "" && o.Interface != "":
		return mistaken("--interface goes with --suite; an exercise names its interface itself")
	case o.Suite == "" && len(args) > 0:
		o.Exercise, o.Paths = args[0], args[1:]
	}
	switch {
	case o.Backend == "local" && o.Runtime != "":
		return mistaken("--runtime is for containers; leave it out with --backend local")
	case len(o.Paths) > 0:
		return nil
	case o.Suite != "":
		return mistaken("grade --suite needs a submission: pygrader grade --suite %s PATH...", o.Suite)
	case o.Exercise == "":
		return mistaken("grade needs an exercise and a submission: pygrader grade EXERCISE PATH...; see pygrader list")
	}
	return mistaken("grade needs a submission: pygrader grade %s PATH...", o.Exercise)
}

func newGradeCommand(sys System) *cobra.Command {
	var opts gradeOptions
	cmd := &cobra.Command{
		Use:   "grade EXERCISE PATH... | grade --suite TESTS PATH...",
		Short: "Grade submissions",
		Long: `Grade submissions against an exercise, or against any pytest suite, and report
each in the order given. A PATH is a Python file or a folder.

The sandbox image is built when it is missing, which takes half a minute once.
With --suite all tests count as hidden, and a single file is taken as the entry,
whatever its name.

` + exitTable,
		Example: `  pygrader grade sort-records solution.py
  pygrader grade sort-records submissions/* --format junit --output report.xml
  pygrader grade sort-records solution.py --view candidate --fail-under 60
  pygrader grade --suite tests/ alice/ bob/ --format json
  pygrader grade --suite test_bank.py --entry bank.py alice.py`,
		DisableFlagsInUseLine: true,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if opts.Suite != "" || len(args) > 0 {
				return nil, cobra.ShellCompDirectiveDefault // files
			}
			return opts.complete()
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.Validate(args); err != nil {
				return err
			}
			return runGrade(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	completeChoices(cmd)
	completeFolders(cmd, "exercises")
	return cmd
}

// load reads the exercise, or makes one of the suite.
func (o *gradeOptions) load() (*exercise.Exercise, error) {
	if o.Suite != "" {
		ex, err := exercise.FromSuite(o.Suite, o.Entry)
		if err == nil && o.Interface != "" {
			ex.Interface = o.Interface
		}
		return ex, err
	}
	catalogue, err := o.open()
	if err != nil {
		return nil, err
	}
	return catalogue.Open(o.Exercise)
}

// checkPaths finds all submissions that are not there, before the first one is graded.
func (o *gradeOptions) checkPaths() error {
	var missing []error
	for _, path := range o.Paths {
		if _, err := os.Lstat(path); err != nil {
			missing = append(missing, &submission.Error{Path: path, Err: err})
		}
	}
	return errors.Join(missing...)
}

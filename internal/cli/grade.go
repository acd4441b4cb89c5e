package cli

import (
	"errors"
	"os"
	"slices"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/submission"
)

type gradeOptions struct {
	catalogueOptions
	backendOptions

	Suite      string   // instead of an exercise
	Entry      string   // of that suite
	Interface  string   // of that suite; empty for the default
	Tests      string   // of that suite: which of them share a candidate; empty for the default
	Together   bool     // the same as Tests "together"
	Isolation  string   // of that suite; empty for the default
	Limits     []string // of that suite, as name=value
	References []string // right solutions for that suite
	Format     string
	Output     string // a file; empty for standard output
	View       string
	FailUnder  percentage

	Exercise string
	Paths    []string
}

func (o *gradeOptions) AddFlags(flags *pflag.FlagSet) {
	o.catalogueOptions.AddFlags(flags)
	flags.StringVar(&o.Suite, "suite", "", "grade with these `TESTS`, a pytest file or folder, instead of an exercise")
	flags.StringVar(&o.Entry, "entry", "", "with --suite: the `NAME` of the file or package that the tests import (default solution.py)")
	flags.Var(&choice{&o.Tests, []string{exercise.AsOne, exercise.Together, exercise.Alone}}, "tests",
		"with --suite: `HOW` they share a process: as-one (default), together (those of a file), or alone")
	flags.BoolVar(&o.Together, "together", false, "with --suite: short for --tests together")
	flags.Var(&choice{&o.Interface, []string{"plain", "objects"}}, "interface",
		"with --suite: whether tests use plain data and functions, or a solution's classes too (default objects)")
	flags.Var(&choice{&o.Isolation, []string{grade.IsolationSplit, grade.IsolationShared}}, "isolation",
		"with --suite: keep tests from the submission, or run both in one process if they need it (default split)")
	flags.StringArrayVar(&o.Limits, "limit", nil,
		"with --suite: a limit of each test, as cpu_seconds=5 or memory=512MiB, `NAME=VALUE`; may be repeated")
	flags.StringArrayVar(&o.References, "reference", nil,
		"with --suite: hold them to what this `FILE` or folder, a right solution, passes and needs; may be repeated")
	flags.Var(oneOf(&o.Format, "text", "json", "junit"), "format", "how to report; json is one object a line for each submission")
	flags.StringVar(&o.Output, "output", "", "write the report to this `FILE`, which appears when it is complete")
	flags.Var(oneOf(&o.View, grade.ViewReviewer, grade.ViewCandidate), "view",
		"for whom: everything, or of hidden tests only what the exercise lets out")
	flags.Var(&o.FailUnder, "fail-under", "exit with 1 for submissions under N percent of the points, not for all that did not pass")
	o.backendOptions.AddFlags(flags)
}

// Validate takes the arguments in and checks what can be checked without looking at a file.
func (o *gradeOptions) Validate(args []string) error {
	o.Paths = args
	switch {
	case o.Suite != "" && o.Exercises != "":
		return mistaken("--suite stands for itself; leave --exercises out")
	case o.Suite == "" && o.Entry != "":
		return mistaken("--entry goes with --suite; an exercise names its entry itself")
	case o.Together && o.Tests != "" && o.Tests != exercise.Together:
		return mistaken("--together and --tests %s exclude each other; leave one out", o.Tests)
	case o.Suite == "" && (o.Together || o.Tests != ""):
		return mistaken("--tests and --together go with --suite; an exercise says tests = \"together\" itself")
	case o.Suite == "" && o.Interface != "":
		return mistaken("--interface goes with --suite; an exercise names its interface itself")
	case o.Suite == "" && o.Isolation != "":
		return mistaken("--isolation goes with --suite; an exercise names its isolation itself")
	case o.Isolation == grade.IsolationShared && (o.Interface != "" || o.Together || o.Tests != ""):
		return mistaken("--interface, --tests and --together say what a split does; leave them out with --isolation shared")
	case o.Suite == "" && len(o.Limits) > 0:
		return mistaken("--limit goes with --suite; an exercise names its limits itself")
	case o.Suite == "" && len(o.References) > 0:
		return mistaken("--reference goes with --suite; of an exercise, pygrader verify --record records it")
	case o.Suite == "" && len(args) > 0:
		o.Exercise, o.Paths = args[0], args[1:]
	}
	if err := o.backendOptions.Validate(); err != nil {
		return err
	}
	switch {
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

With --reference a right solution is graded first. It must pass; every test that
it passes must then pass for a submission too, one that is skipped or missing
counts as failed, and tests may use of a submission's classes only what they used
of the reference's. Without it the reports say what the tests used. What one
reference needs is too narrow for right solutions that do the same by other means:
repeat the flag for each way that you know. What any of them needs is allowed
then, and the tests that count are those that all of them pass.

With --isolation shared, tests and submission run in one process, behind the same
walls, for suites that cannot be split (they patch built-ins, or run the file).
Then nothing keeps a submission from reading the tests or touching its verdict.

` + exitTable,
		Example: `  pygrader grade sort-records solution.py
  pygrader grade sort-records submissions/* --format junit --output report.xml
  pygrader grade sort-records solution.py --view candidate --fail-under 60
  pygrader grade --suite tests/ alice/ bob/ --format json
  pygrader grade --suite tests/ --reference right.py submissions/*
  pygrader grade --suite tests/ --reference loop.py --reference recursive.py submissions/*
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
	completeLimits(cmd)
	return cmd
}

// load reads the exercise, or makes one of the suite.
func (o *gradeOptions) load() (*exercise.Exercise, error) {
	if o.Suite != "" {
		ex, err := exercise.FromSuite(o.Suite, o.Entry)
		if err != nil {
			return nil, err
		}
		if o.Together {
			ex.Tests = exercise.Together
		} else if o.Tests != "" {
			ex.Tests = o.Tests
		}
		if o.Interface != "" {
			ex.Interface = o.Interface
		}
		if o.Isolation == grade.IsolationShared {
			ex.Isolation, ex.Interface = grade.IsolationShared, "plain"
		}
		return ex, ex.SetLimits(o.Limits)
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
	for _, path := range slices.Concat(o.References, o.Paths) {
		if _, err := os.Lstat(path); err != nil {
			missing = append(missing, &submission.Error{Path: path, Err: err})
		}
	}
	return errors.Join(missing...)
}

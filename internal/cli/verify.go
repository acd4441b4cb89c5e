package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/report"
	"github.com/pygrader/pygrader/internal/verify"
)

type verifyOptions struct {
	catalogueOptions
	backendOptions

	Record    bool
	Isolation string // "auto" to compare; empty to go by the exercise
	Names     []string
}

func (o *verifyOptions) AddFlags(flags *pflag.FlagSet) {
	o.catalogueOptions.AddFlags(flags)
	flags.BoolVar(&o.Record, "record", false, "write tests.toml and surface.toml from the accepted solutions, instead of checking")
	flags.Var(&choice{&o.Isolation, []string{isolationAuto, grade.IsolationSplit, grade.IsolationShared}}, "isolation",
		"auto: tell which isolation an exercise needs, and why; or check it with another than its own")
	o.backendOptions.AddFlags(flags)
}

const isolationAuto = "auto"

// Validate takes the arguments in.
func (o *verifyOptions) Validate(args []string) error {
	o.Names = args
	switch {
	case len(args) == 0:
		return mistaken("verify needs an exercise: pygrader verify EXERCISE...; see pygrader list")
	case o.Record && o.Exercises == "":
		return mistaken("--record writes into the folder of the exercise, and the built-in ones have none; name it with --exercises")
	case o.Record && o.Isolation != "":
		return mistaken("--record goes by the isolation of the exercise; leave --isolation out")
	}
	return o.backendOptions.Validate()
}

func newVerifyCommand(sys System) *cobra.Command {
	var opts verifyOptions
	cmd := &cobra.Command{
		Use:   "verify EXERCISE...",
		Short: "Check that an exercise tells its own solutions apart",
		Long: `Grade the solutions that an exercise holds, a line for each: the accepted ones
must pass, the rejected ones must lose exactly the tasks that their first line
names, the starter and an empty submission must not pass.

With --record, run the accepted solutions and write which tests all of them pass
(tests.toml, in the order of the first) and, with interface = "objects", what the
tests use of the classes of any of them (surface.toml). Submissions are held to
both from then on: what one solution needs is too narrow for right ones that do
the same by other means, so let the accepted ones differ. Read what it says of
comparisons: there, whoever hands in answers what a test compares.

With --isolation auto, grade the accepted and rejected solutions both ways, with
the tests kept from them and with all in one process, and tell which isolation
the suite needs: where a test comes to another verdict, which and why.

` + exitTable,
		Example: `  pygrader verify sort-records
  pygrader verify --exercises ~/assessments bank-account linked-list
  pygrader verify --exercises ~/assessments bank-account --record`,
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) { return opts.complete() },
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.Validate(args); err != nil {
				return err
			}
			return runVerify(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	completeChoices(cmd)
	completeFolders(cmd, "exercises")
	return cmd
}

// runVerify loads all exercises before it runs the first.
func runVerify(ctx context.Context, sys System, opts verifyOptions) error {
	catalogue, err := opts.open()
	if err != nil {
		return err
	}
	open := catalogue.Open
	if opts.Record {
		open = catalogue.OpenToRecord
	}
	var all []*exercise.Exercise
	for _, name := range opts.Names {
		ex, err := open(name)
		if err != nil {
			return err
		}
		all = append(all, ex)
	}
	v := &verifying{sys: sys, opts: opts, progress: sys.progress()}
	return opts.withGrader(ctx, sys, v.progress, func(grader.Progress) {}, func(g *grader.Grader) error {
		v.grader = g
		return v.all(ctx, all)
	})
}

// verifying is one run of verify.
type verifying struct {
	sys      System
	opts     verifyOptions
	progress *report.Progress
	grader   *grader.Grader
}

// all goes on to the next exercise where the mistake is in this one.
func (v *verifying) all(ctx context.Context, all []*exercise.Exercise) error {
	var worst error
	for _, ex := range all {
		one := v.check
		switch v.opts.Isolation {
		case isolationAuto:
			one = v.compare
		case "":
		default:
			ex.Isolation = v.opts.Isolation
		}
		if v.opts.Record {
			one = v.record
		}
		err := one(ctx, ex)
		v.progress.Clear()
		if is[*exercise.Error](err) || is[*mistake](err) {
			explain(v.sys.Stderr, err)
			err = told{err}
		} else if err != nil && !is[told](err) {
			return err
		}
		worst = worse(worst, err)
	}
	return worst
}

func (v *verifying) check(ctx context.Context, ex *exercise.Exercise) error {
	var failed, writing error
	err := verify.Check(ctx, v.grader, ex, func(f verify.Finding) {
		text := fmt.Sprintf("ok     %s  %s %s\n", ex.Slug, f.Solution, f.Holds)
		if len(f.Problems) > 0 {
			failed = told{errUnproven}
			text = fmt.Sprintf("WRONG  %s  %s: %s\n", ex.Slug, f.Solution, strings.Join(f.Problems, "\n         "))
		}
		if writing == nil {
			writing = v.sys.print(text)
		}
	})
	if err == nil {
		err = writing
	}
	if err == nil {
		err = failed
	}
	return err
}

// step is for a terminal: elsewhere, the lines of the outcome follow soon enough.
func (v *verifying) step(text string) {
	if v.sys.Live {
		v.progress.Step(text)
	}
}

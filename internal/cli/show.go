package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/docker/go-units"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/exercise"
)

type showOptions struct {
	catalogueOptions

	Exercise string
}

func (o *showOptions) AddFlags(flags *pflag.FlagSet) { o.catalogueOptions.AddFlags(flags) }

// Validate takes the arguments in.
func (o *showOptions) Validate(args []string) error {
	if len(args) != 1 {
		return mistaken("show takes one exercise, but got %d arguments; see pygrader list", len(args))
	}
	o.Exercise = args[0]
	return nil
}

func newShowCommand(sys System) *cobra.Command {
	var opts showOptions
	cmd := &cobra.Command{
		Use:   "show EXERCISE",
		Short: "Show what an exercise asks for",
		Long: `Show an exercise as a candidate sees it: the statement, the tasks with their
points, what to hand in, and the limits of each test.`,
		Example: `  pygrader show sort-records
  pygrader show my-exercise --exercises ~/assessments`,
		ValidArgsFunction: opts.completeOne,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.Validate(args); err != nil {
				return err
			}
			return runShow(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	completeFolders(cmd, "exercises")
	return cmd
}

func runShow(_ context.Context, sys System, opts showOptions) error {
	catalogue, err := opts.open()
	if err != nil {
		return err
	}
	e, err := catalogue.Open(opts.Exercise)
	if err != nil {
		return err
	}
	return sys.print(showAsText(e))
}

func showAsText(e *exercise.Exercise) string {
	var b strings.Builder
	line := func(format string, args ...any) { _, _ = fmt.Fprintf(&b, format+"\n", args...) }
	line("%s: %s", e.Slug, e.Title)
	if about := strings.Join(append(nonEmpty(e.Level), e.Topics...), ", "); about != "" {
		line("(%s)", about)
	}
	line("")
	if e.README != "" {
		line("%s\n", strings.TrimSpace(e.README))
	} else if e.Summary != "" {
		line("%s\n", e.Summary)
	}
	if len(e.Tasks) > 0 {
		line("Tasks")
		for _, t := range e.Tasks {
			line("  %s  %s (%g)", t.ID, t.Title, t.Weight)
		}
		line("")
	}
	line("Hand in %s", strings.Join(e.Files, ", "))
	line("Each test may use %v of CPU time (%v in all), %s of memory, %s of files, %s of output, %d processes.",
		e.Limits.CPU, e.Limits.Wall, size(e.Limits.Memory), size(e.Limits.Disk), size(e.Limits.Output), e.Limits.Processes)
	line("Tests: %d public files, %d hidden", len(e.Suite.Public), len(e.Suite.Hidden))
	if e.Isolation != "split" {
		line("Tests and submission share a process: nothing keeps a submission from the tests and the verdict.")
	}
	return b.String()
}

func nonEmpty(s string) []string {
	if s == "" {
		return nil
	}
	return []string{s}
}

func size(n int64) string {
	return units.CustomSize("%.4g %s", float64(n), 1024, []string{"B", "KiB", "MiB", "GiB"})
}

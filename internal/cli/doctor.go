package cli

import (
	"context"
	"fmt"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/doctor"
	"github.com/pygrader/pygrader/internal/grade"
)

type doctorOptions struct {
	Runtime string
}

func (o *doctorOptions) AddFlags(flags *pflag.FlagSet) { addRuntimeFlag(flags, &o.Runtime) }

func newDoctorCommand(sys System) *cobra.Command {
	var opts doctorOptions
	cmd := &cobra.Command{
		Use:   "doctor",
		Short: "Check on this host that each wall of the sandbox holds",
		Long: `Check on this host, in real containers, that each wall of the sandbox holds: for
each, a script attempts what the wall forbids. One line each; exit code 3 when
one does not hold.`,
		Example: `  pygrader doctor
  pygrader doctor --runtime runsc`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runDoctor(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	return cmd
}

func runDoctor(ctx context.Context, sys System, opts doctorOptions) (err error) {
	progress := sys.progress()
	defer progress.Clear()
	client, image, err := openEngine(ctx, opts.Runtime, progress)
	if err != nil {
		return err
	}
	defer func() { err = closed(err, client.Close()) }()
	<-sweep(ctx, sys, client)
	var writing error
	checks, err := doctor.Run(ctx, doctor.Config{
		Client: client, Image: image, Runtime: opts.Runtime, Limits: grade.DefaultLimits(),
		Progress: func(c doctor.Check) {
			if writing == nil {
				writing = sys.print(checkAsText(c))
			}
		},
	})
	if err != nil {
		return err
	}
	if writing != nil {
		return writing
	}
	return summarize(sys, checks)
}

func checkAsText(c doctor.Check) string {
	if c.OK {
		return fmt.Sprintf("holds  %-13s %s\n", c.Wall, c.Detail)
	}
	return fmt.Sprintf("OPEN   %-13s %s. %s\n", c.Wall, c.Detail, c.Remedy)
}

func summarize(sys System, checks []doctor.Check) error {
	open := 0
	for _, c := range checks {
		if !c.OK {
			open++
		}
	}
	if open == 0 {
		return sys.print(fmt.Sprintf("All %d walls hold.\n", len(checks)))
	}
	if err := sys.print(fmt.Sprintf("Of %d walls %d do not hold. Do not grade code that you do not trust here.\n", len(checks), open)); err != nil {
		return err
	}
	return told{errWall}
}

// Package cli is pygrader's command line: it reads flags, wires the other packages together and prints reports.
//
// It promises the commands that their help texts describe, one line on standard error for each thing that went wrong,
// with a remedy, and the exit codes of exitTable. It is the only place that knows the process around it: the environment
// and the terminal (System), and signals (notify). It decides nothing about a verdict.
package cli

import (
	"context"
	"os"
)

// Main runs pygrader with these arguments and returns its exit code. SIGINT and SIGTERM end it in good order.
func Main(args []string, sys System) int {
	ctx, stop := notify(context.Background(), func() { os.Exit(exitInterrupted) })
	defer stop()
	return run(ctx, sys, args)
}

func run(ctx context.Context, sys System, args []string) int {
	root := newRoot(sys)
	root.SetArgs(args)
	err := root.ExecuteContext(ctx)
	if err != nil && ctx.Err() != nil {
		err = context.Cause(ctx) // whatever failed, it was for that reason
	}
	explain(sys.Stderr, err)
	return exitCode(err)
}

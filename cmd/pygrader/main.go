// Command pygrader grades Python coding exercises in a locked-down sandbox. See internal/cli.
package main

import (
	"os"

	"github.com/pygrader/pygrader/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args[1:], cli.NewSystem(os.Stdout, os.Stderr, os.Getenv)))
}

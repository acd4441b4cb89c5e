package cli

import (
	"io"
	"os"

	"golang.org/x/term"

	"github.com/pygrader/pygrader/internal/report"
)

// System is what commands know of the process around them.
type System struct {
	Stdout io.Writer
	Stderr io.Writer
	Text   report.TextOptions // what suits Stdout
	Live   bool               // Stderr is a terminal, where a line can be written over
	Width  int                // of that terminal
}

// NewSystem looks at the terminal and the environment, which nothing else in pygrader does but the Docker client, for
// DOCKER_HOST and its kin.
func NewSystem(stdout, stderr *os.File, getenv func(string) string) System {
	sys := System{Stdout: stdout, Stderr: stderr, Text: report.TerminalOptions(stdout, getenv)}
	if fd := int(stderr.Fd()); term.IsTerminal(fd) && getenv("TERM") != "dumb" {
		sys.Live = true
		sys.Width, _, _ = term.GetSize(fd) // 0 when it is not known, which Progress takes for an ordinary one
	}
	return sys
}

func (s System) progress() *report.Progress {
	return report.NewProgress(s.Stderr, s.Live, s.Width)
}

func (s System) print(text string) error {
	_, err := io.WriteString(s.Stdout, text)
	return err
}

// Package sandbox says what a place to run a judge or a guest in must offer, whichever backend provides it.
//
// It promises an interface and its types: a Spec goes in, a Process with one stream each way comes out, and what it prints
// beside that is kept within bounds. It starts nothing by itself; internal/sandbox/docker and internal/sandbox/local do.
package sandbox

import (
	"context"
	"io"

	"github.com/pygrader/pygrader/internal/grade"
)

// Role is what a process is for.
type Role string

// The two roles. A judge is trusted, a guest is not.
const (
	Judge Role = "judge"
	Guest Role = "guest"
)

// Spec describes one process to start.
type Spec struct {
	Role   Role
	Limits grade.Limits // of one test; the backend derives the walls from them
}

// Exit says how a process ended.
type Exit struct {
	Code      int  // 128+n for a signal
	OOMKilled bool // as far as the backend knows
}

// Process is a started judge or guest. Its streams carry frames of internal/protocol and nothing else.
type Process interface {
	io.Writer // to its standard input
	io.Reader // from its standard output
	// Stderr is what it printed on standard error so far, capped: diagnostics, trusted only from a judge.
	Stderr() string
	// Stop ends it at once, with everything in it. It does not wait for a container to be removed.
	Stop()
	// Wait blocks until it has ended or ctx is done.
	Wait(ctx context.Context) (Exit, error)
}

// Backend starts judges and guests.
type Backend interface {
	Start(ctx context.Context, spec Spec) (Process, error)
	// Close waits until whatever was stopped is gone.
	Close(ctx context.Context) error
}

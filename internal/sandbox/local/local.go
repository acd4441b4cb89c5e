// Package local runs judge and guest as two plain processes of this host.
//
// It promises the same protocol as the containers and none of their walls: it is for development and for candidates
// who grade their own code, never for code that is not trusted. Limits per test are enforced by the supervisor alone.
package local

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"syscall"
	"time"

	embedded "github.com/pygrader/pygrader/sandbox"

	"github.com/pygrader/pygrader/internal/sandbox"
)

// Options say how processes are started.
type Options struct {
	Python string // the interpreter, with pytest; /usr/bin/python3 if empty
}

// Backend starts processes from a copy of the embedded files.
type Backend struct {
	python string
	dir    string
	mu     sync.Mutex
	all    []*process
}

// NewBackend lays out the embedded Python files in a folder of its own, which Close removes.
func NewBackend(o Options) (*Backend, error) {
	dir, err := os.MkdirTemp("", "pygrader-local-")
	if err != nil {
		return nil, fmt.Errorf("making a folder for the local sandbox: %w", err)
	}
	b := &Backend{python: o.Python, dir: dir}
	if b.python == "" {
		b.python = "/usr/bin/python3"
	}
	python, err := fs.Sub(embedded.Files, "pygrader")
	if err == nil {
		err = os.CopyFS(filepath.Join(dir, "pygrader"), python)
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("laying out the local sandbox: %w", err), os.RemoveAll(dir))
	}
	return b, nil
}

// Start starts a process of that role.
func (b *Backend) Start(_ context.Context, spec sandbox.Spec) (sandbox.Process, error) {
	cmd := exec.Command(b.python, "-P", "-s", "-B", "-m", "pygrader."+string(spec.Role)) //nolint:gosec // our own module
	cmd.Dir = b.dir
	cmd.Env = append(os.Environ(), "PYTHONPATH="+b.dir, "PYTHONUTF8=1", "TZ=UTC")
	if spec.Role == sandbox.Guest {
		cmd.Env = append(cmd.Env, "PYTHONHASHSEED=0")
	} else {
		cmd.Env = append(cmd.Env, "PYTHONNOUSERSITE=1")
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	p := &process{cmd: cmd, done: make(chan struct{})}
	cmd.Stderr = &p.stderr
	var err error
	if p.in, err = cmd.StdinPipe(); err == nil {
		p.Reader, err = cmd.StdoutPipe()
	}
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		return nil, fmt.Errorf("starting the %s with %s: %w", spec.Role, b.python, err)
	}
	go p.reap()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.all = append(b.all, p)
	return p, nil
}

// Close stops what still runs, waits for it and removes the files.
func (b *Backend) Close(ctx context.Context) error {
	b.mu.Lock()
	all := slices.Clone(b.all)
	b.mu.Unlock()
	var failed error
	for _, p := range all {
		p.Stop()
		_, err := p.Wait(ctx)
		failed = errors.Join(failed, err)
	}
	return errors.Join(failed, os.RemoveAll(b.dir))
}

type process struct {
	io.Reader
	cmd    *exec.Cmd
	in     io.WriteCloser
	stderr sandbox.Diagnostics
	done   chan struct{}
	exit   sandbox.Exit
}

func (p *process) Write(data []byte) (int, error) { return p.in.Write(data) }

func (p *process) Stderr() string { return p.stderr.String() }

// Stop closes the stream, at which a supervisor kills its descendants and ends. What has not ended then is killed.
func (p *process) Stop() {
	_ = p.in.Close()
	go func() {
		select {
		case <-p.done:
		case <-time.After(grace):
			_ = syscall.Kill(-p.cmd.Process.Pid, syscall.SIGKILL)
		}
	}()
}

const grace = 3 * time.Second

func (p *process) Wait(ctx context.Context) (sandbox.Exit, error) {
	select {
	case <-p.done:
		return p.exit, nil
	case <-ctx.Done():
		return sandbox.Exit{}, fmt.Errorf("waiting for a local process: %w", context.Cause(ctx))
	}
}

func (p *process) reap() {
	defer close(p.done)
	state, err := p.cmd.Process.Wait()
	if err != nil {
		return
	}
	p.exit.Code = state.ExitCode()
	if status, ok := state.Sys().(syscall.WaitStatus); ok && status.Signaled() {
		p.exit.Code = 128 + int(status.Signal())
	}
}

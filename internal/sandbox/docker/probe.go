package docker

import (
	"context"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/docker/docker/api/types/container"

	"github.com/pygrader/pygrader/internal/sandbox"
)

// Probe is a short Python script to run behind the walls of a role.
type Probe struct {
	Spec   sandbox.Spec
	Script string
	Args   []string
	Time   time.Duration // then it is killed
	// Adjust changes the container before it is made: for the tests that take a wall away.
	Adjust func(*container.Config, *container.HostConfig)
}

// ProbeResult is what came of a probe.
type ProbeResult struct {
	Stdout   string // capped
	Stderr   string // capped
	Exit     sandbox.Exit
	TimedOut bool // it was killed at the end of its time
}

var errProbeTime = errors.New("the probe's time is over")

// RunProbe runs a script in a container of its own, made as for any judge or guest, and returns when it has ended and
// its container is gone.
func (c *Client) RunProbe(ctx context.Context, opts Options, probe Probe) (ProbeResult, error) {
	opts.Client = c
	b := NewBackend(opts)
	b.command = append([]string{"python3", "-P", "-s", "-B", "-c", probe.Script}, probe.Args...)
	b.adjust = probe.Adjust
	result, err := b.probe(ctx, probe)
	// The probe may be over because ctx is, and its container must go all the same.
	return result, errors.Join(err, b.Close(context.WithoutCancel(ctx)))
}

func (b *Backend) probe(ctx context.Context, probe Probe) (ProbeResult, error) {
	p, err := b.start(ctx, probe.Spec)
	if err != nil {
		return ProbeResult{}, fmt.Errorf("starting a probe: %w", err)
	}
	timed, cancel := context.WithTimeoutCause(ctx, probe.Time, errProbeTime)
	defer cancel()
	stop := context.AfterFunc(timed, p.Stop)
	defer stop()
	defer p.Stop()
	var out sandbox.Diagnostics
	if _, err := io.Copy(&out, p); err != nil && timed.Err() == nil {
		return ProbeResult{}, fmt.Errorf("reading from a probe: %w", err)
	}
	// Stopped by time, it must still be seen to end: that is what the wall of time is.
	own, cancelWait := context.WithTimeout(context.WithoutCancel(ctx), 2*killTime)
	defer cancelWait()
	exit, err := p.Wait(own)
	if err != nil {
		return ProbeResult{}, err
	}
	if ctx.Err() != nil {
		return ProbeResult{}, context.Cause(ctx)
	}
	return ProbeResult{Stdout: out.String(), Stderr: p.Stderr(), Exit: exit,
		TimedOut: errors.Is(context.Cause(timed), errProbeTime)}, nil
}

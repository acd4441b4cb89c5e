package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/report"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/sandbox/local"
)

// cleanupTime is ample for an engine that still answers.
const cleanupTime = 30 * time.Second

// withCleanup calls a function that cleans up, whether or not ctx is done.
func withCleanup(ctx context.Context, clean func(context.Context) error) error {
	ctx, cancel := context.WithTimeoutCause(context.WithoutCancel(ctx), cleanupTime, errors.New("the engine took too long to clean up"))
	defer cancel()
	return clean(ctx)
}

// backendOptions say where submissions run.
type backendOptions struct {
	Runtime string
	Backend string
}

func (o *backendOptions) AddFlags(flags *pflag.FlagSet) {
	addRuntimeFlag(flags, &o.Runtime)
	flags.Var(oneOf(&o.Backend, "docker", "local"), "backend", "where to run submissions; local has no walls and is for development")
	_ = flags.MarkHidden("backend") // it fails only for a flag that is not there
}

func (o *backendOptions) Validate() error {
	if o.Backend == "local" && o.Runtime != "" {
		return mistaken("--runtime is for containers; leave it out with --backend local")
	}
	return nil
}

// withGrader calls a function with a grader, and leaves nothing running.
func (o *backendOptions) withGrader(ctx context.Context, sys System, p *report.Progress, tell func(grader.Progress), do func(*grader.Grader) error) (err error) {
	defer p.Clear()
	backend, stop, err := openBackend(ctx, sys, o.Backend, o.Runtime, p)
	if err != nil {
		return err
	}
	defer func() {
		p.Clear()
		err = closed(err, stop(ctx))
	}()
	g := grader.New(grader.Config{Backend: backend, Progress: tell})
	defer g.Close()
	return do(g)
}

// openBackend makes ready what judges and guests run in, the image included. Whoever calls it calls stop.
func openBackend(ctx context.Context, sys System, kind, runtime string, p *report.Progress) (b sandbox.Backend, stop func(context.Context) error, err error) {
	if kind == "local" {
		_, _ = io.WriteString(sys.Stderr, "pygrader: --backend local runs submissions as plain processes, without walls: use it for development, with code that you trust\n")
		b, err := local.NewBackend(local.Options{})
		if err != nil {
			return nil, nil, fmt.Errorf("making the local backend: %w", err)
		}
		return b, func(ctx context.Context) error { return withCleanup(ctx, b.Close) }, nil
	}
	client, image, err := openEngine(ctx, runtime, p)
	if err != nil {
		return nil, nil, err
	}
	swept := sweep(ctx, sys, client) // beside the grading: an engine that is removing containers lists none for 45 ms
	containers := docker.NewBackend(docker.Options{Client: client, Image: image, Runtime: runtime})
	return containers, func(ctx context.Context) error {
		<-swept
		if ctx.Err() == nil {
			containers.Release()
			return client.Close()
		}
		return errors.Join(withCleanup(ctx, containers.Close), client.Close())
	}, nil
}

// sweep begins to remove what dead runners left on the engine; what comes back is closed when that is done.
func sweep(ctx context.Context, sys System, client *docker.Client) <-chan struct{} {
	done := make(chan struct{})
	go func() {
		defer close(done)
		if _, err := client.Sweep(ctx); err != nil && ctx.Err() == nil {
			// What is left over costs memory, but does no harm to this grading.
			_, _ = fmt.Fprintf(sys.Stderr, "pygrader: warning: %v\n", err)
		}
	}()
	return done
}

// openEngine connects to the engine and gets the image. Whoever calls it closes the client.
func openEngine(ctx context.Context, runtime string, p *report.Progress) (*docker.Client, docker.Image, error) {
	client, err := docker.Connect(ctx)
	if err != nil {
		return nil, docker.Image{}, err
	}
	image, err := prepareEngine(ctx, client, runtime, p)
	if err != nil {
		_ = client.Close() // the error at hand says more
		return nil, docker.Image{}, err
	}
	return client, image, nil
}

func prepareEngine(ctx context.Context, client *docker.Client, runtime string, p *report.Progress) (docker.Image, error) {
	if err := checkRuntime(ctx, client, runtime); err != nil {
		return docker.Image{}, err
	}
	image, err := client.EnsureImage(ctx, func(step string) {
		p.Step("building the sandbox image, which is missing (half a minute, once): " + step)
	})
	p.Clear()
	return image, err
}

// checkRuntime tells a runtime that the engine does not know, which is the user's mistake, from a fault of the engine.
func checkRuntime(ctx context.Context, client *docker.Client, runtime string) error {
	if runtime == "" {
		return nil
	}
	engine, err := client.Engine(ctx)
	if err != nil || slices.Contains(engine.Runtimes, runtime) {
		return err
	}
	slices.Sort(engine.Runtimes)
	return mistaken("the Docker engine knows no runtime %q, only %s; add it to \"runtimes\" in /etc/docker/daemon.json and reload the engine",
		runtime, strings.Join(engine.Runtimes, ", "))
}

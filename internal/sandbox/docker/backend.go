package docker

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"maps"
	"slices"
	"sync"
	"time"

	cerrdefs "github.com/containerd/errdefs"
	"github.com/docker/docker/api/types/container"

	"github.com/pygrader/pygrader/internal/sandbox"
	embedded "github.com/pygrader/pygrader/sandbox"
)

// Options say where and what a Backend runs.
type Options struct {
	Client  *Client
	Image   Image
	Runtime string // an OCI runtime by the name that the engine knows it under; the engine's default when empty
}

// Backend starts judges and guests as containers. Whoever makes one calls Close.
type Backend struct {
	client *Client
	opts   Options

	// What a test or a probe changes about the containers that it starts.
	command []string
	adjust  func(*container.Config, *container.HostConfig)

	ctx    context.Context // ends with Close; the containers' lives do not hang on a caller's context
	cancel context.CancelFunc
	work   sync.WaitGroup // watchers, kills and removals

	mu       sync.Mutex
	closed   bool
	prepared *preparation
	live     map[*process]struct{}
}

var _ sandbox.Backend = (*Backend)(nil)

// preparation is what all containers of a backend share.
type preparation struct {
	seccomp string
	gvisor  bool
	labels  map[string]string
}

// NewBackend returns a backend that has started nothing yet.
func NewBackend(opts Options) *Backend {
	ctx, cancel := context.WithCancel(context.Background())
	return &Backend{client: opts.Client, opts: opts, ctx: ctx, cancel: cancel, live: make(map[*process]struct{})}
}

const (
	createTime = time.Minute      // for an engine under load
	closeTime  = 20 * time.Second // for containers to be gone, whatever the caller of Close allows
)

var errClosed = errors.New("the sandbox backend is closed")

// enter counts a Start among the work that Close waits for, and what is needed once is prepared by the first.
func (b *Backend) enter(ctx context.Context) (*preparation, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return nil, errClosed
	}
	prep, err := b.prepare(ctx)
	if err == nil {
		b.work.Add(1)
	}
	return prep, err
}

func (b *Backend) prepare(ctx context.Context) (*preparation, error) {
	if b.prepared != nil {
		return b.prepared, nil
	}
	seccomp, err := embedded.Files.ReadFile("seccomp.json")
	if err != nil {
		return nil, fmt.Errorf("reading the seccomp profile: %w", err)
	}
	p := &preparation{seccomp: string(seccomp)}
	if p.labels, err = runnerLabels(); err != nil {
		return nil, err
	}
	p.labels[labelBackend] = rand.Text()
	if b.opts.Runtime != "" {
		if p.gvisor, err = b.client.isGVisor(ctx, b.opts.Runtime); err != nil {
			return nil, err
		}
	}
	b.prepared = p
	return p, nil
}

// Start creates a container, attaches to it, asks for its end, and only then starts it: in this order nothing that it
// says and no way that it ends can be missed.
func (b *Backend) Start(ctx context.Context, spec sandbox.Spec) (sandbox.Process, error) {
	p, err := b.start(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("starting a %s: %w", spec.Role, err)
	}
	return p, nil
}

func (b *Backend) start(ctx context.Context, spec sandbox.Spec) (*process, error) {
	prep, err := b.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer b.work.Done()
	labels := maps.Clone(prep.labels)
	labels[labelRole] = string(spec.Role)
	config := containerConfig(spec, b.opts.Image.Ref, b.command, labels)
	walls := hostConfig(spec, prep.seccomp, b.opts.Runtime, prep.gvisor)
	if b.adjust != nil {
		b.adjust(config, walls)
	}
	id, err := b.create(ctx, config, walls)
	if err != nil {
		return nil, err
	}
	p, err := b.run(ctx, id)
	if err != nil {
		b.work.Go(func() { b.discard(id) })
		return nil, err
	}
	return p, nil
}

// create returns as soon as ctx is done, but waits on for the engine's answer: a request given up halfway leaves a
// container that nobody knows of.
func (b *Backend) create(ctx context.Context, config *container.Config, walls *container.HostConfig) (string, error) {
	type answer struct {
		id  string
		err error
	}
	answers := make(chan answer)
	b.work.Go(func() {
		own, cancel := context.WithTimeout(context.WithoutCancel(ctx), createTime)
		defer cancel()
		created, err := b.client.api.ContainerCreate(own, config, walls, nil, nil, "")
		select {
		case answers <- answer{created.ID, err}:
		case <-ctx.Done():
			if err == nil {
				b.discard(created.ID)
			}
		}
	})
	select {
	case a := <-answers:
		if a.err != nil {
			return "", b.explainCreate(a.err)
		}
		return a.id, nil
	case <-ctx.Done():
		return "", context.Cause(ctx)
	}
}

func (b *Backend) run(ctx context.Context, id string) (*process, error) {
	api := b.client.api
	stream, err := api.ContainerAttach(ctx, id, container.AttachOptions{Stream: true, Stdin: true, Stdout: true, Stderr: true})
	if err != nil {
		return nil, fmt.Errorf("attaching to the container: %w", err)
	}
	p := &process{backend: b, id: id, conn: stream.Conn, out: newDemux(stream.Conn),
		stop: make(chan struct{}), ended: make(chan struct{})}
	result, failed := api.ContainerWait(b.ctx, id, container.WaitConditionNextExit)
	if err := api.ContainerStart(ctx, id, container.StartOptions{}); err != nil {
		_ = stream.Conn.Close()
		return nil, fmt.Errorf("starting the container: %w", err)
	}
	if !b.adopt(p) {
		_ = stream.Conn.Close()
		return nil, errClosed
	}
	b.work.Go(func() { p.watch(b.ctx, result, failed) })
	return p, nil
}

func (b *Backend) explainCreate(err error) error {
	if cerrdefs.IsNotFound(err) {
		return &Error{Problem: fmt.Sprintf("the sandbox image %s is not there any more", b.opts.Image.Ref),
			Remedy: "Build it: pygrader image build.", Err: err}
	}
	return fmt.Errorf("creating the container: %w", err)
}

// discard removes a container that never became a process.
func (b *Backend) discard(id string) {
	ctx, cancel := context.WithTimeout(context.Background(), killTime)
	defer cancel()
	_ = b.client.remove(ctx, id)
}

func (b *Backend) adopt(p *process) bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.closed {
		return false
	}
	b.live[p] = struct{}{}
	return true
}

func (b *Backend) forget(p *process) {
	b.mu.Lock()
	defer b.mu.Unlock()
	delete(b.live, p)
}

// Release closes the streams of what still runs and waits for nothing: process 1 exits at the end of its stream, and
// the engine removes the container, within 200 ms. It is Close for a runner that ends in good order.
func (b *Backend) Release() {
	b.mu.Lock()
	b.closed = true
	live := slices.Collect(maps.Keys(b.live))
	b.mu.Unlock()
	for _, p := range live {
		_ = p.conn.Close()
	}
}

// Close stops what still runs and waits until all the containers of this backend are removed.
func (b *Backend) Close(ctx context.Context) error {
	ctx, cancel := context.WithTimeoutCause(ctx, closeTime, errors.New("containers are still being removed"))
	defer cancel()
	defer b.cancel()
	b.mu.Lock()
	b.closed = true
	prep := b.prepared
	live := slices.Collect(maps.Keys(b.live))
	b.mu.Unlock()
	for _, p := range live {
		p.Stop()
	}
	if prep == nil {
		return nil
	}
	if err := b.settle(ctx); err != nil {
		return fmt.Errorf("closing the sandbox backend: %w", err)
	}
	if err := b.clear(ctx, labelBackend+"="+prep.labels[labelBackend]); err != nil {
		return fmt.Errorf("closing the sandbox backend: %w", err)
	}
	return nil
}

// settle waits for every goroutine of the backend.
func (b *Backend) settle(ctx context.Context) error {
	done := make(chan struct{})
	go func() {
		b.work.Wait()
		close(done)
	}()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		b.cancel() // they all heed it, or a bound of their own
		<-done
		return context.Cause(ctx)
	}
}

// clear waits for the engine to remove the containers with this label. They have all ended, or never started.
func (b *Backend) clear(ctx context.Context, label string) error {
	list, err := b.client.list(ctx, label)
	if err != nil {
		return err
	}
	var errs []error
	for _, s := range list {
		if err := b.client.remove(ctx, s.ID); err != nil {
			errs = append(errs, fmt.Errorf("removing the container %.12s: %w", s.ID, err))
			continue
		}
		gone, failed := b.client.api.ContainerWait(ctx, s.ID, container.WaitConditionRemoved)
		select {
		case <-gone:
		case err := <-failed:
			if err != nil && !cerrdefs.IsNotFound(err) {
				errs = append(errs, fmt.Errorf("waiting for the removal of the container %.12s: %w", s.ID, err))
			}
		case <-ctx.Done():
			return context.Cause(ctx)
		}
	}
	return errors.Join(errs...)
}

package docker

import (
	"context"
	"fmt"
	"net"
	"sync"
	"time"

	cerrdefs "github.com/containerd/errdefs"
	"github.com/docker/docker/api/types/container"

	"github.com/pygrader/pygrader/internal/sandbox"
)

const (
	killTime     = 10 * time.Second // for the engine to answer one request of a clean-up
	exitOnKilled = 128 + 9
)

// process is one running container.
type process struct {
	backend *Backend
	id      string
	conn    net.Conn
	out     *demux

	stopOnce sync.Once
	stop     chan struct{} // closed by Stop

	ended   chan struct{} // closed when exit and exitErr are final
	exit    sandbox.Exit
	exitErr error
}

var _ sandbox.Process = (*process)(nil)

func (p *process) Write(b []byte) (int, error) { return p.conn.Write(b) }
func (p *process) Read(b []byte) (int, error)  { return p.out.Read(b) }
func (p *process) Stderr() string              { return p.out.stderr.String() }

// Stop closes the stream, at whose end process 1 exits, and has the container killed, in case that it does not.
func (p *process) Stop() {
	p.stopOnce.Do(func() {
		close(p.stop)
		_ = p.conn.Close()
		p.backend.forget(p)
	})
}

// kill ends the container, on a context that nobody cancels. A container that is gone already is what it wants.
func (p *process) kill() {
	ctx, cancel := context.WithTimeout(context.Background(), killTime)
	defer cancel()
	err := p.backend.client.api.ContainerKill(ctx, p.id, "KILL")
	if err != nil && !cerrdefs.IsNotFound(err) && !cerrdefs.IsConflict(err) {
		_ = p.backend.client.remove(ctx, p.id)
	}
}

func (p *process) Wait(ctx context.Context) (sandbox.Exit, error) {
	select {
	case <-p.ended:
		return p.exit, p.exitErr
	case <-ctx.Done():
		return sandbox.Exit{}, context.Cause(ctx)
	}
}

// watch notes how the container ends. The engine's answer was asked for before the start, so that it is not lost when
// the container is removed at its end.
func (p *process) watch(ctx context.Context, result <-chan container.WaitResponse, failed <-chan error) {
	defer close(p.ended)
	stop, stopped := p.stop, false
	for {
		select {
		case <-stop:
			p.kill()
			stop, stopped = nil, true
			continue
		case r := <-result:
			p.exit.Code = int(r.StatusCode)
			if r.Error != nil {
				p.exitErr = fmt.Errorf("waiting for the container %.12s: %s", p.id, r.Error.Message)
			}
			p.exit.OOMKilled = p.exit.Code == exitOnKilled && !stopped && p.wasOutOfMemory(ctx)
		case err := <-failed:
			p.exitErr = fmt.Errorf("waiting for the container %.12s: %w", p.id, err)
		case <-ctx.Done():
			p.exitErr = errClosed
		}
		return
	}
}

// wasOutOfMemory asks the engine, which knows for as long as the container is not removed: in practice tens of
// milliseconds. It knows of process 1 alone; of others the guest's supervisor tells, from the cgroup's own counter.
func (p *process) wasOutOfMemory(ctx context.Context) bool {
	ctx, cancel := context.WithTimeout(ctx, killTime)
	defer cancel()
	found, err := p.backend.client.api.ContainerInspect(ctx, p.id)
	return err == nil && found.ContainerJSONBase != nil && found.State != nil && found.State.OOMKilled
}

package grader

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"

	"github.com/pygrader/pygrader/internal/protocol"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// peer is a started judge or guest and the goroutine that reads its frames.
type peer struct {
	process sandbox.Process
	role    sandbox.Role

	mu      sync.Mutex
	handler func(protocol.Frame) // of the session that is on; runs on the reader's goroutine
	ready   chan struct{}        // closed when it can take work: a guest once, a judge the first time
	ended   chan struct{}        // closed when the stream has ended
	err     error                // why, once ended
	writing sync.Mutex
	bytes   int64
	count   int64
}

// start starts a process and reads its stream until that ends.
func start(ctx context.Context, b sandbox.Backend, spec sandbox.Spec) (*peer, error) {
	process, err := b.Start(ctx, spec)
	if err != nil {
		return nil, fmt.Errorf("starting the %s: %w", spec.Role, err)
	}
	p := &peer{process: process, role: spec.Role, ready: make(chan struct{}), ended: make(chan struct{})}
	go p.read()
	return p, nil
}

func (p *peer) read() {
	defer close(p.ended)
	stream := bufio.NewReaderSize(p.process, 64<<10)
	isReady := sync.OnceFunc(func() { close(p.ready) })
	for {
		frame, err := protocol.Read(stream)
		if err == nil && p.role == sandbox.Guest {
			err = p.meter(frame)
		}
		if err == nil && frame.Kind == protocol.Ready {
			err = sameVersion(frame)
		}
		if err != nil {
			p.err = err
			return
		}
		if frame.Kind == protocol.Ready {
			isReady()
			continue
		}
		p.mu.Lock()
		handler := p.handler
		p.mu.Unlock()
		if handler != nil {
			handler(frame)
		}
	}
}

// sameVersion refuses a process that speaks another protocol: its frames would be misread.
func sameVersion(f protocol.Frame) error {
	var m protocol.ReadyMessage
	if err := protocol.Decode(f, &m); err != nil {
		return err
	}
	if m.Version != protocol.Version {
		return fmt.Errorf("it speaks version %d of the protocol, not %d: build the image anew", m.Version, protocol.Version)
	}
	return nil
}

// meter ends a guest that sends without measure.
func (p *peer) meter(f protocol.Frame) error {
	p.bytes += int64(len(f.Payload)) + protocol.HeaderSize
	p.count++
	if p.bytes > protocol.MaxGuestBytes || p.count > protocol.MaxGuestCount {
		return fmt.Errorf("the guest sent more than %d bytes or %d frames", int64(protocol.MaxGuestBytes), int64(protocol.MaxGuestCount))
	}
	return nil
}

// handle gives all frames from now on to h, none to nobody.
func (p *peer) handle(h func(protocol.Frame)) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.handler = h
}

// send writes a frame. A peer that has ended is noticed by its reader, so the error is of no use to the caller.
func (p *peer) send(f protocol.Frame) {
	p.writing.Lock()
	defer p.writing.Unlock()
	_ = protocol.Write(p.process, f)
}

// tell sends a control message.
func (p *peer) tell(kind protocol.Kind, channel uint32, message any) error {
	f, err := protocol.Encode(kind, channel, message)
	if err != nil {
		return err
	}
	if len(f.Payload) > protocol.MaxPayload {
		return fmt.Errorf("telling the %s: %d bytes, at most %d can be sent at once", p.role, len(f.Payload), protocol.MaxPayload)
	}
	p.send(f)
	return nil
}

// why says how the process ended, for a message of ours. One that was only told to has not ended yet.
func (p *peer) why() string {
	text := p.process.Stderr()
	select {
	case <-p.ended:
	default:
		return fmt.Sprintf("the %s was stopped: %s", p.role, text)
	}
	if p.err != nil && !errors.Is(p.err, io.EOF) {
		text = p.err.Error() + "\n" + text
	}
	return fmt.Sprintf("the %s ended: %s", p.role, text)
}

// isReady says whether it has ever been ready to take work.
func (p *peer) isReady() bool {
	select {
	case <-p.ready:
		return true
	default:
		return false
	}
}

func (p *peer) stop() { p.process.Stop() }

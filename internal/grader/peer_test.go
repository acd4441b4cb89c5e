package grader

import (
	"bytes"
	"context"
	"io"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/protocol"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// recording is a process whose stream was written before.
type recording struct{ io.Reader }

func (recording) Write(p []byte) (int, error) { return len(p), nil }
func (recording) Stderr() string              { return "" }
func (recording) Stop()                       {}

func (recording) Wait(context.Context) (sandbox.Exit, error) { return sandbox.Exit{}, nil }

// Start gives out the recording itself.
func (r recording) Start(context.Context, sandbox.Spec) (sandbox.Process, error) { return r, nil }

// Close has nothing to wait for.
func (recording) Close(context.Context) error { return nil }

// TestOtherVersionIsRefused: a sandbox that speaks another protocol is not ready, and says why it cannot be used.
func TestOtherVersionIsRefused(t *testing.T) {
	for _, version := range []int{protocol.Version, protocol.Version + 1, 0} {
		var stream bytes.Buffer
		f, err := protocol.Encode(protocol.Ready, 0, protocol.ReadyMessage{Version: version, Role: "guest"})
		require.NoError(t, err)
		require.NoError(t, protocol.Write(&stream, f))
		p, err := start(context.Background(), recording{&stream}, sandbox.Spec{Role: sandbox.Guest})
		require.NoError(t, err)
		<-p.ended
		select {
		case <-p.ready:
			assert.Equal(t, protocol.Version, version)
		default:
			assert.NotEqual(t, protocol.Version, version)
			assert.Contains(t, p.why(), "of the protocol")
		}
	}
}

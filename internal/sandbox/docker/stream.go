package docker

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"net"
	"syscall"

	"github.com/pygrader/pygrader/internal/sandbox"
)

// demux reads a container's standard output from the stream that the engine mixes it with standard error in. Docker's
// stdcopy would cost a goroutine, a pipe and a copy for every frame; this reads in place.
//
// The engine's frames have a header of eight bytes: which stream, three zeros, the length.
type demux struct {
	in     *bufio.Reader
	left   int // bytes of standard output still to come in the current frame
	stderr sandbox.Diagnostics
}

const streamBuffer = 64 << 10

func newDemux(conn io.Reader) *demux {
	return &demux{in: bufio.NewReaderSize(conn, streamBuffer)}
}

func (d *demux) Read(p []byte) (int, error) {
	if len(p) == 0 {
		return 0, nil
	}
	for d.left == 0 {
		if err := d.next(); err != nil {
			return 0, ended(err)
		}
	}
	n, err := d.in.Read(p[:min(len(p), d.left)])
	d.left -= n
	if n > 0 || err == nil {
		return n, nil
	}
	return 0, ended(err)
}

// next reads one header, and with it the whole frame where it is not standard output.
func (d *demux) next() error {
	var header [8]byte
	if _, err := io.ReadFull(d.in, header[:]); err != nil {
		return err
	}
	size := int(binary.BigEndian.Uint32(header[4:]))
	if header[0] == 1 {
		d.left = size
		return nil
	}
	_, err := io.CopyN(&d.stderr, d.in, int64(size))
	return err
}

// ended makes one end of all the ways that a stream ends in: the container's end, ours, the engine's.
func ended(err error) error {
	if errors.Is(err, net.ErrClosed) || errors.Is(err, io.ErrUnexpectedEOF) ||
		errors.Is(err, syscall.ECONNRESET) || errors.Is(err, syscall.EPIPE) {
		return io.EOF
	}
	return err
}

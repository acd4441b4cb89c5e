package docker

import (
	"bytes"
	"encoding/binary"
	"io"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func frame(stream byte, data string) []byte {
	header := []byte{stream, 0, 0, 0, 0, 0, 0, 0}
	binary.BigEndian.PutUint32(header[4:], uint32(len(data))) //nolint:gosec // short
	return append(header, data...)
}

func TestDemuxJoinsStdoutHoweverItArrives(t *testing.T) {
	stream := bytes.Join([][]byte{frame(1, "one "), frame(2, "err"), frame(1, ""), frame(1, "two"), frame(2, "or")}, nil)
	for name, wrap := range map[string]func(io.Reader) io.Reader{
		"at once": func(r io.Reader) io.Reader { return r },
		"by byte": iotest.OneByteReader,
		"in half": iotest.HalfReader,
	} {
		d := newDemux(wrap(bytes.NewReader(stream)))
		out, err := io.ReadAll(d)
		require.NoError(t, err, name)
		assert.Equal(t, "one two", string(out), name)
		assert.Equal(t, "error", d.stderr.String(), name)
	}
}

func TestDemuxEndsInsideAFrame(t *testing.T) {
	for cut := 1; cut < 12; cut++ {
		d := newDemux(bytes.NewReader(frame(1, "four")[:cut]))
		out, err := io.ReadAll(d)
		require.NoError(t, err)
		assert.Equal(t, "four"[:max(0, cut-8)], string(out))
	}
}

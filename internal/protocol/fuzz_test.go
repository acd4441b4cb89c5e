package protocol

import (
	"bytes"
	"encoding/hex"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// FuzzRead reads streams of frames as a guest may send them: each ends in an error or in frames that fit into what was
// there, and a frame that was read is written as the bytes that it came in.
func FuzzRead(f *testing.F) {
	_, pinned := pins(f)
	for _, pin := range pinned {
		raw, err := hex.DecodeString(pin.Hex)
		require.NoError(f, err)
		f.Add(raw)
	}
	f.Fuzz(func(t *testing.T, stream []byte) {
		in := bytes.NewReader(stream)
		for {
			before := in.Len()
			frame, err := Read(in)
			if err != nil {
				return
			}
			var out bytes.Buffer
			assert.NoError(t, Write(&out, frame))
			assert.Equal(t, stream[len(stream)-before:len(stream)-in.Len()], out.Bytes())
			for _, message := range []any{&FactsMessage{}, &ImportedMessage{}, &CollectedMessage{}, &ReportMessage{}} {
				_ = Decode(frame, message) // an error, or a message: it never panics
			}
		}
	})
}

package protocol

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"io"
	"os"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// pin is a golden frame, which sandbox/tests/test_pins.py reads too. JSON or Bytes are its payload, or both in a row.
type pin struct {
	Kind    string          `json:"kind"`
	Number  Kind            `json:"number"`
	Channel uint32          `json:"channel"`
	JSON    json.RawMessage `json:"json"`
	Bytes   string          `json:"bytes"`
	Hex     string          `json:"hex"`
}

func pins(t testing.TB) (version int, all []pin) {
	t.Helper()
	data, err := os.ReadFile("../../sandbox/pins/frames.json")
	require.NoError(t, err)
	var file struct {
		Version int   `json:"version"`
		Frames  []pin `json:"frames"`
	}
	require.NoError(t, json.Unmarshal(data, &file))
	return file.Version, file.Frames
}

var kinds = map[string]Kind{
	"READY": Ready, "LOAD": Load, "LOADED": Loaded, "IMPORT": Import, "IMPORTED": Imported, "JOB": Job,
	"COLLECTED": Collected, "BEGIN": Begin, "END": End, "DATA": Data, "OUTPUT": Output, "DIED": Died, "FACTS": Facts,
	"REPORT": Report, "DONE": Done, "FILE": File, "RUN": Run, "GO": Go, "NEXT": Next, "USAGE": Usage,
}

// TestFramesArePinned holds that each kind of frame is read and written as the Python side does.
func TestFramesArePinned(t *testing.T) {
	version, all := pins(t)
	assert.Equal(t, Version, version)
	require.Len(t, all, len(kinds))
	for _, p := range all {
		t.Run(p.Kind, func(t *testing.T) {
			assert.Equal(t, kinds[p.Kind], p.Number)
			raw, err := hex.DecodeString(p.Hex)
			require.NoError(t, err)
			frame, err := Read(bytes.NewReader(raw))
			require.NoError(t, err)
			assert.Equal(t, p.Number, frame.Kind)
			assert.Equal(t, p.Channel, frame.Channel)
			var written bytes.Buffer
			require.NoError(t, Write(&written, frame))
			assert.Equal(t, raw, written.Bytes())
			rest, err := hex.DecodeString(p.Bytes)
			require.NoError(t, err)
			control, found := bytes.CutSuffix(frame.Payload, rest)
			assert.True(t, found)
			if p.JSON == nil {
				assert.Empty(t, control)
			} else {
				assert.JSONEq(t, string(p.JSON), string(control))
			}
		})
	}
}

// TestHeaderLayout: length, kind, channel, big-endian, nine bytes, with nothing of the code under test.
func TestHeaderLayout(t *testing.T) {
	var out bytes.Buffer
	require.NoError(t, Write(&out, Frame{Kind: Data, Channel: 0x01020304, Payload: []byte("ab")}))
	assert.Equal(t, []byte{0, 0, 0, 2, 10, 1, 2, 3, 4, 'a', 'b'}, out.Bytes())
	assert.Equal(t, 9, HeaderSize)
}

// TestControlMessagesArePinned holds the names of all JSON fields: what a struct reads from the pinned message it writes
// again, no field more, none less.
func TestControlMessagesArePinned(t *testing.T) {
	messages := map[string]any{
		"READY": &ReadyMessage{},
		"LOAD":  &LoadMessage{}, "LOADED": &LoadedMessage{}, "IMPORT": &ImportMessage{}, "IMPORTED": &ImportedMessage{},
		"JOB": &JobMessage{}, "COLLECTED": &CollectedMessage{}, "DIED": &FactsMessage{}, "FACTS": &FactsMessage{},
		"REPORT": &ReportMessage{}, "RUN": &RunMessage{},
	}
	_, all := pins(t)
	for _, p := range all {
		message, ok := messages[p.Kind]
		if !ok {
			continue
		}
		delete(messages, p.Kind)
		checkFields(t, p.Kind, p.JSON, message)
		frame, err := Encode(p.Number, p.Channel, message)
		require.NoError(t, err)
		assert.JSONEq(t, string(p.JSON), string(frame.Payload), p.Kind)
		if imported, ok := message.(*ImportedMessage); ok {
			checkFields(t, "the claim of IMPORTED", []byte(imported.Claim), &ImportClaim{})
		}
	}
	assert.Empty(t, messages, "these have no pin")
}

func checkFields(t *testing.T, name string, data []byte, message any) {
	t.Helper()
	strict := json.NewDecoder(bytes.NewReader(data))
	strict.DisallowUnknownFields()
	require.NoError(t, strict.Decode(message), name)
	again, err := json.Marshal(message)
	require.NoError(t, err)
	assert.JSONEq(t, string(data), string(again), name)
}

// TestDecodeRefusesOtherTypes: a control message whose fields have other types is an error that names the kind.
func TestDecodeRefusesOtherTypes(t *testing.T) {
	for _, payload := range []string{"", "[]", `{"cpu_ms": "1"}`, `{"reason": 1}`, "{"} {
		err := Decode(Frame{Kind: Facts, Payload: []byte(payload)}, &FactsMessage{})
		assert.ErrorContains(t, err, "kind 13", payload)
	}
}

// countingReader counts what is asked for after the header.
type countingReader struct {
	io.Reader
	largest int
}

func (r *countingReader) Read(p []byte) (int, error) {
	r.largest = max(r.largest, len(p))
	return r.Reader.Read(p)
}

// TestReadBoundsBeforeAllocating: a frame that announces too much is refused with the header alone.
func TestReadBoundsBeforeAllocating(t *testing.T) {
	for _, length := range []uint32{MaxPayload + 1, 1 << 30, 0xffffffff} {
		header := make([]byte, HeaderSize)
		binary.BigEndian.PutUint32(header, length)
		reader := &countingReader{Reader: bytes.NewReader(header)}
		allocated := testing.AllocsPerRun(1, func() {
			reader.Reader = bytes.NewReader(header)
			_, err := Read(reader)
			assert.ErrorContains(t, err, "at most 33554432 allowed")
		})
		assert.Equal(t, HeaderSize, reader.largest, "nothing was made to hold the payload")
		assert.Less(t, allocated, 100.0)
	}
	frame, err := Read(bytes.NewReader(append([]byte{2, 0, 0, 0, 10, 0, 0, 0, 1}, make([]byte, MaxPayload)...)))
	require.NoError(t, err, "the bound itself is allowed")
	assert.Len(t, frame.Payload, MaxPayload)
}

// TestReadTellsEndFromBreak: io.EOF only between two frames.
func TestReadTellsEndFromBreak(t *testing.T) {
	whole := []byte{0, 0, 0, 2, 10, 0, 0, 0, 1, 'a', 'b'}
	for end := range len(whole) {
		_, err := Read(bytes.NewReader(whole[:end]))
		switch {
		case end == 0:
			assert.Equal(t, io.EOF, err)
		case end < HeaderSize:
			assert.ErrorIs(t, err, io.ErrUnexpectedEOF, "cut after %d bytes", end)
		default:
			require.Error(t, err, "cut after %d bytes", end)
			assert.NotEqual(t, io.EOF, err)
			assert.ErrorContains(t, err, "reading frame")
		}
	}
	empty, err := Read(bytes.NewReader([]byte{0, 0, 0, 0, 9, 0, 0, 0, 1}))
	require.NoError(t, err)
	assert.Empty(t, empty.Payload)
}

// TestWriteBounds: what the other side would refuse is not sent, and a frame is one write.
func TestWriteBounds(t *testing.T) {
	var out countingWriter
	err := Write(&out, Frame{Kind: Data, Payload: make([]byte, MaxPayload+1)})
	require.ErrorContains(t, err, "at most 33554432 allowed")
	assert.Zero(t, out)
	require.NoError(t, Write(&out, Frame{Kind: Data, Payload: make([]byte, 1000)}))
	assert.EqualValues(t, 1, out)
}

type countingWriter int

func (w *countingWriter) Write(p []byte) (int, error) {
	*w++
	return len(p), nil
}

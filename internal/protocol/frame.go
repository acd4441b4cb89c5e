// Package protocol is the Go side of sandbox/PROTOCOL.md: frames, the control messages that the runner reads, and the
// numbers that bound both.
//
// It promises never to allocate more than a frame may hold and to look into control messages only: what crosses
// between tests and solution stays bytes.
package protocol

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
)

// Version is the protocol's; both sides of a stream must speak the same.
const Version = 4

// Kind says what a frame is for.
type Kind byte

// The kinds of frames, with who sends them to whom.
const (
	Ready     Kind = iota + 1 // guest, judge -> runner
	Load                      // runner -> guest
	Loaded                    // guest -> runner
	Import                    // runner -> guest
	Imported                  // guest -> runner
	Job                       // runner -> judge
	Collected                 // judge -> runner
	Begin                     // judge -> runner -> guest
	End                       // judge -> runner -> guest
	Data                      // judge <-> guest, never read by the runner
	Output                    // guest -> judge
	Died                      // guest -> judge
	Facts                     // guest -> runner
	Report                    // judge -> runner
	Done                      // judge -> runner
	File                      // judge -> guest, and the answer back
	Run                       // runner -> guest
	Go                        // runner -> judge
	Next                      // judge -> runner -> guest
	Usage                     // judge -> guest, and the answer back
)

// Bounds of a stream.
const (
	HeaderSize    = 9
	MaxPayload    = 32 << 20
	MaxGuestBytes = 2 << 30 // that one guest may send in one grading
	MaxGuestCount = 20_000_000
)

// Frame is one unit of a stream. Its channel is the number of a test, or of the collection of a session's tests.
type Frame struct {
	Kind    Kind
	Channel uint32
	Payload []byte
}

// Read reads one frame. io.EOF means that the stream ended between two frames.
func Read(r io.Reader) (Frame, error) {
	var header [HeaderSize]byte
	if _, err := io.ReadFull(r, header[:]); err != nil {
		return Frame{}, err
	}
	length := binary.BigEndian.Uint32(header[:4])
	if length > MaxPayload {
		return Frame{}, fmt.Errorf("reading frame: %d bytes announced, at most %d allowed", length, MaxPayload)
	}
	f := Frame{Kind: Kind(header[4]), Channel: binary.BigEndian.Uint32(header[5:]), Payload: make([]byte, length)}
	if _, err := io.ReadFull(r, f.Payload); err != nil {
		return Frame{}, fmt.Errorf("reading frame: %w", err)
	}
	return f, nil
}

// Write writes one frame with one call of w.
func Write(w io.Writer, f Frame) error {
	if len(f.Payload) > MaxPayload {
		return fmt.Errorf("writing frame: %d bytes, at most %d allowed", len(f.Payload), MaxPayload)
	}
	data := make([]byte, HeaderSize+len(f.Payload))
	binary.BigEndian.PutUint32(data, uint32(len(f.Payload)))
	data[4] = byte(f.Kind)
	binary.BigEndian.PutUint32(data[5:], f.Channel)
	copy(data[HeaderSize:], f.Payload)
	if _, err := w.Write(data); err != nil {
		return fmt.Errorf("writing frame: %w", err)
	}
	return nil
}

// Encode makes the frame of a control message.
func Encode(kind Kind, channel uint32, message any) (Frame, error) {
	payload, err := json.Marshal(message)
	if err != nil {
		return Frame{}, fmt.Errorf("encoding control message: %w", err)
	}
	return Frame{Kind: kind, Channel: channel, Payload: payload}, nil
}

// Decode reads the control message of a frame into message.
func Decode(f Frame, message any) error {
	if err := json.Unmarshal(f.Payload, message); err != nil {
		return fmt.Errorf("decoding control message of kind %d: %w", f.Kind, err)
	}
	return nil
}

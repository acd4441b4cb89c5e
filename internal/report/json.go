package report

import (
	"encoding/json"
	"fmt"
	"io"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/pygrader/pygrader/internal/grade"
)

// JSON writes each result as one object on a line of its own, whole and uncut.
type JSON struct {
	w io.Writer
}

// NewJSON makes one.
func NewJSON(w io.Writer) *JSON { return &JSON{w: w} }

// Result writes one line at once, so that a reader can follow.
func (j *JSON) Result(r grade.Result) error {
	data, err := json.Marshal(r)
	if err != nil {
		return fmt.Errorf("encoding the result of %q as JSON: %w", r.Submission, err)
	}
	_, err = j.w.Write(append(escapeJSON(data), '\n'))
	return err
}

// Close has nothing to add.
func (j *JSON) Close() error { return nil }

// escapeJSON escapes characters that do not show. The value stays the same, and a terminal that it is printed on is
// safe. encoding/json escapes ASCII controls only; all else that does not show can only be in strings.
func escapeJSON(data []byte) []byte {
	out := make([]byte, 0, len(data))
	for len(data) > 0 {
		r, size := utf8.DecodeRune(data)
		switch {
		case shows(r):
			out = append(out, data[:size]...)
		case r > 0xffff:
			high, low := utf16.EncodeRune(r)
			out = fmt.Appendf(out, `\u%04x\u%04x`, high, low)
		default:
			out = fmt.Appendf(out, `\u%04x`, r)
		}
		data = data[size:]
	}
	return out
}

package report

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// block makes foreign text of several lines visible: what could move a cursor, hide or reorder text is escaped.
func block(s string) string { return visible(s, "\n\t") }

// line does so for text that has to stay on one line.
func line(s string) string { return visible(s, "") }

// brief is line for text that has no bound of its own, such as the message of an exception.
func brief(s string) string { return line(cut(s, 2000)) }

func visible(s, keep string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		r, size := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, s[i])
		case shows(r) || strings.ContainsRune(keep, r):
			b.WriteRune(r)
		default:
			b.WriteString(escape(r))
		}
		i += size
	}
	return b.String()
}

// shows reports whether a character has a width and moves nothing. Letters that are drawn as nothing do not.
func shows(r rune) bool {
	if r < utf8.RuneSelf {
		return r >= ' ' && r != 0x7f
	}
	return unicode.IsPrint(r) && !unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

func escape(r rune) string {
	switch {
	case r == '\n':
		return `\n`
	case r == '\r':
		return `\r`
	case r == '\t':
		return `\t`
	case r < utf8.RuneSelf:
		return fmt.Sprintf(`\x%02x`, r)
	case r <= 0xffff:
		return fmt.Sprintf(`\u%04x`, r)
	}
	return fmt.Sprintf(`\U%08x`, r)
}

// excerpt bounds foreign text to so many lines, more of its end than of its beginning, and each line to a length.
// A note says what was cut.
func excerpt(s string, most int) string {
	lines := strings.Split(strings.TrimRight(s, "\n"), "\n")
	if surplus := len(lines) - most; surplus > 0 {
		head := most / 3
		note := fmt.Sprintf("[… %d lines cut …]", surplus)
		lines = append(append(append([]string{}, lines[:head]...), note), lines[head+surplus:]...)
	}
	for i, l := range lines {
		lines[i] = cut(l, 500)
	}
	return strings.Join(lines, "\n")
}

// cut shortens a text to so many bytes, and says so.
func cut(s string, most int) string {
	if len(s) <= most {
		return s
	}
	end := most
	for end > most-utf8.UTFMax && !utf8.RuneStart(s[end]) {
		end--
	}
	return fmt.Sprintf("%s[… %d bytes cut]", s[:end], len(s)-end)
}

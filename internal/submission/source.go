package submission

import (
	"bytes"
	"regexp"
	"strings"
	"unicode/utf8"
)

// checkSource says whether Python can decode the file: its byte order mark, the encoding that a comment in its first two
// lines declares (PEP 263), and its bytes in that encoding. The rules are those of CPython's tokenizer, which differ in
// details from its tokenize module. Encodings other than the common ones are left to the guest's Python.
func checkSource(shown string, data []byte) *Invalid {
	if bytes.HasPrefix(data, []byte("\xff\xfe")) || bytes.HasPrefix(data, []byte("\xfe\xff")) {
		return invalidAt(CodeNotPythonSource, shown, 1, "the file is encoded as UTF-16; save it as UTF-8")
	}
	if i := bytes.IndexByte(data, 0); i >= 0 {
		return invalidAt(CodeNulByte, shown, lineOf(data, i), "there is a NUL byte, which Python source cannot hold; remove it")
	}
	text, marked := bytes.CutPrefix(data, []byte("\xef\xbb\xbf"))
	name, line := declared(text)
	if name == "" {
		name = "utf-8"
	} else if marked && codec(name) != "utf-8" {
		return invalidAt(CodeNotPythonSource, shown, line,
			"it declares the encoding %s, but the file begins with a UTF-8 byte order mark; declare utf-8, or nothing", name)
	}
	i := undecodable(text, codec(name))
	if i < 0 {
		return nil
	}
	remedy := "save the file as UTF-8, or declare its encoding in line 1"
	if line > 0 {
		remedy = "save the file in the encoding that it declares"
	}
	return invalidAt(CodeNotPythonSource, shown, lineOf(text, i), "the byte 0x%02x is not %s; %s", text[i], strings.ToUpper(name), remedy)
}

var (
	cookie  = regexp.MustCompile(`^[ \t\f]*#.*?coding[:=][ \t]*([-_.a-zA-Z0-9]+)`)
	comment = regexp.MustCompile(`^[ \t\f]*(#|$)`)
)

// declared finds the encoding that a comment names, as CPython normalises it, and the comment's line.
func declared(text []byte) (name string, line int) {
	for line := 1; line <= 2; line++ {
		end := bytes.IndexAny(text, "\r\n")
		current := text
		if end >= 0 {
			current = text[:end]
		}
		if name := cookieIn(current); name != "" {
			return normal(name), line
		}
		if end < 0 || !comment.Match(current) {
			break
		}
		rest := text[end+1:]
		if text[end] == '\r' {
			rest = bytes.TrimPrefix(rest, []byte("\n"))
		}
		text = rest
	}
	return "", 0
}

func cookieIn(line []byte) string {
	// A line can be a megabyte long, which takes a regular expression its time.
	if !bytes.Contains(line, []byte("coding")) {
		return ""
	}
	if m := cookie.FindSubmatch(line); m != nil {
		return string(m[1])
	}
	return ""
}

// normal is CPython's get_normal_name: it knows two encodings by their prefix and leaves the other names alone.
func normal(name string) string {
	prefix := strings.ReplaceAll(strings.ToLower(name[:min(len(name), 12)]), "_", "-")
	if prefix == "utf-8" || strings.HasPrefix(prefix, "utf-8-") {
		return "utf-8"
	}
	for _, latin := range []string{"latin-1", "iso-8859-1", "iso-latin-1"} {
		if prefix == latin || strings.HasPrefix(prefix, latin+"-") {
			return "iso-8859-1"
		}
	}
	return name
}

// codec finds the encoding behind a name, among the common ones, with Python's aliases for them.
func codec(name string) string {
	plain := strings.NewReplacer("-", "_", ".", "_").Replace(strings.ToLower(name))
	for codec, aliases := range map[string]string{
		"utf-8":  "utf_8 u8 utf utf8 utf8_ucs2 utf8_ucs4 cp65001 utf_8_sig",
		"ascii":  "ascii 646 ansi_x3_4_1968 ansi_x3_4_1986 cp367 csascii ibm367 iso646_us iso_646_irv_1991 iso_ir_6 us us_ascii",
		"cp1252": "cp1252 1252 windows_1252",
	} {
		for alias := range strings.FieldsSeq(aliases) {
			if plain == alias {
				return codec
			}
		}
	}
	return "" // Latin-1 decodes every byte; others are Python's to judge
}

// undecodable is the index of the first byte that the codec cannot decode, or -1.
func undecodable(text []byte, codec string) int {
	switch codec {
	case "utf-8":
		if utf8.Valid(text) {
			return -1
		}
		for i := 0; i < len(text); {
			r, size := utf8.DecodeRune(text[i:])
			if r == utf8.RuneError && size == 1 {
				return i
			}
			i += size
		}
	case "ascii":
		return bytes.IndexFunc(text, func(r rune) bool { return r > 0x7f })
	case "cp1252":
		for i, b := range text {
			if strings.IndexByte("\x81\x8d\x8f\x90\x9d", b) >= 0 {
				return i
			}
		}
	}
	return -1
}

// lineOf counts as Python does: a line ends with \n, \r or both.
func lineOf(text []byte, i int) int {
	before := text[:i]
	return 1 + bytes.Count(before, []byte("\n")) + bytes.Count(before, []byte("\r")) - bytes.Count(before, []byte("\r\n"))
}

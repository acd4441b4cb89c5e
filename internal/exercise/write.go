package exercise

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

const widestLine = 120

// writeList writes a list of texts in one line, or where that is too long, one line for each. An empty one is left out.
func writeList(b *strings.Builder, key string, texts []string) {
	if len(texts) == 0 {
		return
	}
	var quoted []string
	for _, text := range texts {
		quoted = append(quoted, tomlText(text))
	}
	line := key + " = [" + strings.Join(quoted, ", ") + "]\n"
	if len(line) > widestLine {
		line = key + " = [\n    " + strings.Join(quoted, ",\n    ") + ",\n]\n"
	}
	b.WriteString(line)
}

// tomlKey quotes a key that is not bare.
func tomlKey(key string) string {
	bare := func(r rune) bool {
		return r == '_' || r == '-' || r < utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r))
	}
	if key != "" && strings.IndexFunc(key, func(r rune) bool { return !bare(r) }) < 0 {
		return key
	}
	return tomlText(key)
}

// tomlText quotes a text for TOML, whose escapes are not Go's. What is no UTF-8 cannot be in TOML, and is replaced.
func tomlText(s string) string {
	var b strings.Builder
	b.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteByte('\\')
			b.WriteRune(r)
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case unicode.IsPrint(r):
			b.WriteRune(r)
		default:
			_, _ = fmt.Fprintf(&b, `\U%08X`, r)
		}
	}
	b.WriteByte('"')
	return b.String()
}

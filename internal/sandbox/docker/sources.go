package docker

import (
	"bufio"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// writeSources copies the host's own Debian package sources for a suite out of its apt folder into files in dir, one
// for each of apt's two syntaxes, and returns their paths as mmdebstrap takes them. Third-party sources are left out:
// they bring nothing, and may need keys that the image lacks. Where nothing fits, mmdebstrap uses its own default.
func writeSources(dir, apt, suite string) ([]string, error) {
	paths, err := filepath.Glob(filepath.Join(apt, "sources.list.d", "*"))
	if err != nil {
		return nil, err
	}
	var oneLine, deb822 []string
	for _, p := range append([]string{filepath.Join(apt, "sources.list")}, paths...) {
		data, err := os.ReadFile(p) //nolint:gosec // apt's own files
		if err != nil {
			continue // missing, or not for us to read
		}
		switch filepath.Ext(p) {
		case ".list":
			oneLine = append(oneLine, oneLineSources(string(data), suite)...)
		case ".sources":
			deb822 = append(deb822, stanzas(string(data), suite)...)
		}
	}
	var written []string
	for name, entries := range map[string][]string{"host.list": oneLine, "host.sources": deb822} {
		if len(entries) == 0 {
			continue
		}
		p := filepath.Join(dir, name)
		if err := os.WriteFile(p, []byte(strings.Join(entries, "\n\n")+"\n"), 0o644); err != nil { //nolint:gosec // no secret
			return nil, err
		}
		written = append(written, p)
	}
	slices.Sort(written)
	return written, nil
}

// wanted tells Debian's own suites from others: docker's or postgresql's packages have other names or components.
func wanted(suites, components []string, suite string) bool {
	ours := []string{suite, suite + "-updates", suite + "-security", suite + "/updates"}
	return slices.Contains(components, "main") && slices.ContainsFunc(suites, func(s string) bool { return slices.Contains(ours, s) })
}

// oneLineSources reads "deb [options] uri suite component..." lines.
func oneLineSources(text, suite string) []string {
	var found []string
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		rest, ok := strings.CutPrefix(strings.TrimSpace(line), "deb ")
		if !ok {
			continue
		}
		if _, after, ok := strings.Cut(rest, "]"); ok {
			rest = after
		}
		if f := strings.Fields(rest); len(f) > 2 && wanted(f[1:2], f[2:], suite) {
			found = append(found, strings.TrimSpace(line))
		}
	}
	return found
}

// stanzas reads deb822 paragraphs, which apt calls .sources.
func stanzas(text, suite string) []string {
	var found []string
	var lines []string
	flush := func() {
		fields := make(map[string][]string)
		var key string
		for _, line := range lines {
			value := line
			if name, after, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, " ") && !strings.HasPrefix(line, "\t") {
				key, value = strings.ToLower(name), after
			}
			fields[key] = append(fields[key], strings.Fields(value)...)
		}
		off := slices.ContainsFunc(fields["enabled"], func(s string) bool { return strings.EqualFold(s, "no") })
		if !off && slices.Contains(fields["types"], "deb") && wanted(fields["suites"], fields["components"], suite) {
			found = append(found, strings.Join(lines, "\n"))
		}
		lines = nil
	}
	for scan := bufio.NewScanner(strings.NewReader(text)); scan.Scan(); {
		switch line := scan.Text(); {
		case strings.TrimSpace(line) == "":
			flush()
		case !strings.HasPrefix(line, "#"):
			lines = append(lines, line)
		}
	}
	flush()
	return found
}

package main

import (
	"fmt"
	"io"
	"os"
	"strings"
)

// skip is a test that was skipped, and why.
type skip struct{ name, reason string }

// summary counts tests; of a test with subtests, only those.
type summary struct {
	passed, failed int
	skips          []skip
}

func run(in io.Reader, out io.Writer, allowFile, junitFile string) (good bool, err error) {
	allowed, err := readAllowed(allowFile)
	if err != nil {
		return false, err
	}
	s := &summary{}
	if err := s.readGoTest(in, out); err != nil {
		return false, err
	}
	if junitFile != "" {
		if err := s.readJUnit(junitFile, out); err != nil {
			return false, err
		}
	}
	return s.close(out, allowed, allowFile != "")
}

// close writes what was skipped and the closing line, which CI reads: it stands alone on its line.
func (s *summary) close(out io.Writer, allowed []skip, strict bool) (bool, error) {
	var b strings.Builder
	barred := 0
	for i, skipped := range s.skips {
		if i == 0 {
			b.WriteString("\nSkipped:\n")
		}
		note := ""
		if strict && !mayBeSkipped(skipped, allowed) {
			note = "  (not allowed: a skip that CI accepts is listed in .ci/skips-allowed)"
			barred++
		}
		_, _ = fmt.Fprintf(&b, "  %s: %s%s\n", skipped.name, skipped.reason, note)
	}
	_, _ = fmt.Fprintf(&b, "\n%d passed, %d failed, %d skipped\n", s.passed, s.failed, len(s.skips))
	_, err := io.WriteString(out, b.String())
	return s.failed == 0 && s.passed > 0 && barred == 0, err
}

// readAllowed reads the tests that may be skipped. Lines that begin with # are for people.
func readAllowed(name string) ([]skip, error) {
	if name == "" {
		return nil, nil
	}
	data, err := os.ReadFile(name) //nolint:gosec // named by whoever calls this
	if err != nil {
		return nil, err
	}
	var allowed []skip
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		test, reason, ok := strings.Cut(line, ": ")
		if !ok {
			return nil, fmt.Errorf("%s: %q has no reason; write the test's name, a colon and a part of the reason", name, line)
		}
		allowed = append(allowed, skip{test, reason})
	}
	return allowed, nil
}

// mayBeSkipped looks for the reason too: a test that CI lets be skipped where there is no gVisor must not be skipped
// because there is no Docker either.
func mayBeSkipped(s skip, allowed []skip) bool {
	for _, a := range allowed {
		if a.name == s.name && strings.Contains(s.reason, a.reason) {
			return true
		}
	}
	return false
}

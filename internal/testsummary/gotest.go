package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strings"
)

// event is a line of go test -json, as far as it is read here.
type event struct {
	Action     string
	Package    string
	ImportPath string // of build output, which has no package
	Test       string
	Output     string
	Elapsed    float64
}

// goTest is the state of one run.
type goTest struct {
	out     io.Writer
	summary *summary
	output  map[string]*strings.Builder // of each test, package or build that has not ended
	parents map[string]bool             // tests with subtests
	failing map[string]bool             // tests with a subtest that failed
}

func (s *summary) readGoTest(in io.Reader, out io.Writer) error {
	g := &goTest{out: out, summary: s, output: map[string]*strings.Builder{}, parents: map[string]bool{}, failing: map[string]bool{}}
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadString('\n')
		if strings.TrimSpace(line) != "" {
			g.take(line)
		}
		if err == io.EOF { //nolint:errorlint // as ReadString gives it
			return nil
		}
		if err != nil {
			return fmt.Errorf("reading what go test says: %w", err)
		}
	}
}

func (g *goTest) print(text string) { _, _ = io.WriteString(g.out, text) }

func (g *goTest) take(line string) {
	var e event
	if err := json.Unmarshal([]byte(line), &e); err != nil {
		g.print(line) // what is not of the tests, such as a complaint of the go command
		return
	}
	key := e.Package + e.ImportPath + " " + e.Test
	switch e.Action {
	case "run":
		for name := e.Test; ; {
			i := strings.LastIndexByte(name, '/')
			if i < 0 {
				break
			}
			name = name[:i]
			g.parents[e.Package+" "+name] = true
		}
	case "output", "build-output":
		if g.output[key] == nil {
			g.output[key] = &strings.Builder{}
		}
		g.output[key].WriteString(e.Output)
	case "build-fail":
		g.print(g.taken(key))
	case "pass", "fail", "skip":
		g.end(e, key)
	}
}

func (g *goTest) taken(key string) string {
	b := g.output[key]
	delete(g.output, key)
	if b == nil {
		return ""
	}
	return b.String()
}

func (g *goTest) end(e event, key string) {
	said := g.taken(key)
	if e.Test == "" {
		g.endPackage(e, said)
		return
	}
	switch e.Action {
	case "pass":
		if !g.parents[key] {
			g.summary.passed++
		}
	case "skip":
		g.summary.skips = append(g.summary.skips, skip{e.Test, reason(said)})
	case "fail":
		g.print(said)
		if i := strings.LastIndexByte(e.Test, '/'); i >= 0 {
			g.failing[e.Package+" "+e.Test[:i]] = true
		}
		g.failing[e.Package+" "] = true
		if !g.failing[key] {
			g.summary.failed++
		}
	}
}

// endPackage says how a package went. One that fails without a failing test did not build, or broke outside of them.
func (g *goTest) endPackage(e event, said string) {
	switch {
	case e.Action == "fail" && !g.failing[e.Package+" "]:
		g.summary.failed++
		g.print(said)
		fallthrough
	case e.Action == "fail":
		g.print(fmt.Sprintf("FAIL  %s  %.1f s\n", e.Package, e.Elapsed))
	case e.Action == "pass":
		g.print(fmt.Sprintf("ok    %s  %.1f s\n", e.Package, e.Elapsed))
	}
}

// frame is what the testing package writes around a message: "    file_test.go:12: ".
var frame = regexp.MustCompile(`^\s*\S+\.go:\d+: `)

// reason is what a skipped test said last.
func reason(said string) string {
	var last string
	for line := range strings.Lines(said) {
		line = strings.TrimSpace(line)
		if line != "" && !strings.HasPrefix(line, "--- SKIP") && !strings.HasPrefix(line, "=== ") {
			last = frame.ReplaceAllString(line, "")
		}
	}
	if last == "" {
		return "no reason given"
	}
	return last
}

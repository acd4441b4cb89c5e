package report

import (
	"encoding/xml"
	"fmt"
	"io"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// JUnit writes all results as one JUnit XML document, a test suite for each submission. A submission that did not pass
// has a failing case in it whatever the view holds, so that a CI job goes red.
type JUnit struct {
	w    io.Writer
	root xmlSuites
}

// NewJUnit makes one.
func NewJUnit(w io.Writer) *JUnit { return &JUnit{w: w, root: xmlSuites{Name: "pygrader"}} }

type xmlSuites struct {
	XMLName xml.Name `xml:"testsuites"`
	Name    string   `xml:"name,attr"`
	xmlCounts
	Suites []xmlSuite `xml:"testsuite"`
}

type xmlCounts struct {
	Tests    int        `xml:"tests,attr"`
	Failures int        `xml:"failures,attr"`
	Errors   int        `xml:"errors,attr"`
	Skipped  int        `xml:"skipped,attr"`
	Time     xmlSeconds `xml:"time,attr"`
}

type xmlSuite struct {
	Name string `xml:"name,attr"`
	xmlCounts
	Properties []xmlProperty `xml:"properties>property"`
	Cases      []xmlCase     `xml:"testcase"`
}

type xmlProperty struct {
	Name  string `xml:"name,attr"`
	Value string `xml:"value,attr"`
}

type xmlCase struct {
	Class   string     `xml:"classname,attr"`
	Name    string     `xml:"name,attr"`
	Time    xmlSeconds `xml:"time,attr"`
	Failure *xmlFault  `xml:"failure"`
	Error   *xmlFault  `xml:"error"`
	Skipped *xmlFault  `xml:"skipped"`
	Stdout  *xmlText   `xml:"system-out"`
	Stderr  *xmlText   `xml:"system-err"`
}

type xmlFault struct {
	Message string `xml:"message,attr,omitempty"`
	Type    string `xml:"type,attr,omitempty"`
	Body    string `xml:",cdata"` // unlike other text, it keeps its line ends as they are
}

type xmlText struct {
	Body string `xml:",cdata"`
}

func output(s string) *xmlText {
	if s == "" {
		return nil
	}
	return &xmlText{block(excerpt(s, linesInXML))}
}

type xmlSeconds int64 // milliseconds, written as seconds

func (s xmlSeconds) MarshalText() ([]byte, error) {
	return fmt.Appendf(nil, "%d.%03d", s/1000, s%1000), nil
}

// linesInXML bound each text of a case; parsers in CI limit the size of one.
const linesInXML = 400

// Result adds a suite.
func (j *JUnit) Result(r grade.Result) error {
	s := xmlSuite{Name: line(r.Exercise + ": " + r.Submission), Properties: properties(r)}
	for _, t := range r.Tests {
		s.add(testCase(t))
	}
	graded := r.Status == grade.StatusPassed || r.Status == grade.StatusFailed
	if r.View == grade.ViewCandidate && graded {
		for _, t := range r.Tasks {
			s.add(taskCase(r, t))
		}
	}
	if !graded || r.Status == grade.StatusFailed && s.Failures+s.Errors == 0 {
		s.add(submissionCase(r))
	}
	s.Time = max(s.Time, xmlSeconds(r.WallMS))
	j.root.Tests += s.Tests
	j.root.Failures += s.Failures
	j.root.Errors += s.Errors
	j.root.Skipped += s.Skipped
	j.root.Time += s.Time
	j.root.Suites = append(j.root.Suites, s)
	return nil
}

// Close writes the document.
func (j *JUnit) Close() error {
	data, err := xml.MarshalIndent(j.root, "", "  ")
	if err != nil {
		return fmt.Errorf("encoding results as JUnit XML: %w", err)
	}
	_, err = fmt.Fprintf(j.w, "%s%s\n", xml.Header, data)
	return err
}

func (s *xmlSuite) add(c xmlCase) {
	s.Tests++
	s.Time += c.Time
	switch {
	case c.Failure != nil:
		s.Failures++
	case c.Error != nil:
		s.Errors++
	case c.Skipped != nil:
		s.Skipped++
	}
	s.Cases = append(s.Cases, c)
}

func properties(r grade.Result) []xmlProperty {
	list := []xmlProperty{
		{"format", r.Format}, {"view", r.View}, {"status", string(r.Status)},
		{"score", number(r.Score)}, {"max_score", number(r.MaxScore)},
		{"isolation", r.Isolation}, {"interface", r.Interface},
	}
	for _, p := range []xmlProperty{{"blame", string(r.Blame)}, {"code", r.Code}, {"message", r.Message}} {
		if p.Value != "" {
			list = append(list, p)
		}
	}
	if s := surface(r); s != "" {
		list = append(list, xmlProperty{"surface", s})
	}
	for _, name := range r.LeftOut {
		list = append(list, xmlProperty{"left_out", name})
	}
	for _, test := range r.Unrecorded {
		list = append(list, xmlProperty{"unrecorded", test})
	}
	for i := range list {
		list[i] = xmlProperty{"pygrader." + list[i].Name, brief(list[i].Value)}
	}
	return list
}

func testCase(t grade.Test) xmlCase {
	file, name, ok := strings.Cut(t.ID, "::")
	if !ok {
		name = file
	}
	c := xmlCase{
		Class: line(strings.ReplaceAll(strings.TrimSuffix(file, ".py"), "/", ".")), Name: line(name), Time: xmlSeconds(t.WallMS),
		Stdout: output(t.Stdout), Stderr: output(t.Stderr),
	}
	fault := &xmlFault{Message: brief(t.Message), Type: string(t.Outcome), Body: block(excerpt(t.Report, linesInXML))}
	if fault.Message == "" {
		fault.Message = string(t.Outcome)
	}
	if t.Line != "" {
		fault.Message += " (" + line(t.Line) + ")"
	}
	switch t.Outcome {
	case grade.Passed:
	case grade.Skipped:
		c.Skipped = &xmlFault{Message: fault.Message}
	case grade.Error, grade.NotRun:
		c.Error = fault
	default:
		c.Failure = fault
	}
	return c
}

func taskCase(r grade.Result, t grade.Task) xmlCase {
	c := xmlCase{Class: line(r.Exercise + ".tasks"), Name: line(t.ID)}
	if t.Earned < t.Weight {
		c.Failure = &xmlFault{Message: line(points(t.Earned, t.Weight) + tally(r, t)), Type: string(grade.Failed), Body: block(t.Hint)}
	}
	return c
}

func submissionCase(r grade.Result) xmlCase {
	c := xmlCase{Class: line(r.Exercise), Name: "submission"}
	fault := &xmlFault{Message: brief(sentence(r)), Type: string(r.Status), Body: block(excerpt(r.Detail, linesInXML))}
	if r.Code != "" {
		fault.Type = line(r.Code)
	}
	if fault.Message == "" {
		fault.Message = points(r.Score, r.MaxScore)
	}
	if r.Status == grade.StatusInvalid || r.Status == grade.StatusFailed {
		c.Failure = fault
	} else {
		c.Error = fault
	}
	return c
}

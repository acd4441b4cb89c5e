package main

import (
	"encoding/xml"
	"fmt"
	"io"
	"os"
)

type junitFile struct {
	Cases []struct {
		Class   string    `xml:"classname,attr"`
		Name    string    `xml:"name,attr"`
		Failure *struct{} `xml:"failure"`
		Error   *struct{} `xml:"error"`
		Skipped *struct {
			Message string `xml:"message,attr"`
		} `xml:"skipped"`
	} `xml:"testsuite>testcase"`
}

// readJUnit counts in the tests of a runner that has shown its failures already.
func (s *summary) readJUnit(name string, out io.Writer) error {
	data, err := os.ReadFile(name) //nolint:gosec // named by whoever calls this
	if err != nil {
		return err
	}
	var file junitFile
	if err := xml.Unmarshal(data, &file); err != nil {
		return fmt.Errorf("reading %s: %w", name, err)
	}
	for _, c := range file.Cases {
		switch {
		case c.Failure != nil || c.Error != nil:
			s.failed++
			_, _ = fmt.Fprintf(out, "FAIL  %s.%s\n", c.Class, c.Name)
		case c.Skipped != nil:
			s.skips = append(s.skips, skip{c.Name, c.Skipped.Message})
		default:
			s.passed++
		}
	}
	return nil
}

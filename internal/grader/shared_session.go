package grader

import (
	"context"
	"fmt"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
)

// shared is one process of a guest that runs tests beside the submission: what it claims, held against the list of tests
// that it gave before the first of them ran, and what the supervisor says of it. All is written by the guest's reader, and
// read when that has seen the end.
type shared struct {
	guest    *peer
	base     uint32
	only     []string
	onReport func()
	finished chan struct{}

	manifest *protocol.CollectedMessage
	reports  []protocol.ReportMessage
	facts    []protocol.FactsMessage // of the same tests, or of all but the last
	death    *protocol.FactsMessage  // it ended before its tests did
	broken   string                  // what it did against its own list, for a sentence
	lost     bool                    // the whole guest ended
}

func newShared(guest *peer, base uint32, only []string, onReport func()) *shared {
	return &shared{guest: guest, base: base, only: only, onReport: onReport, finished: make(chan struct{})}
}

// run runs the tests until the process has ended. errGuest leaves what was heard until then.
func (s *shared) run(ctx context.Context, c *clock, m protocol.RunMessage) error {
	c.pass(theSubmission) // the tests' own time cannot be told from it
	defer c.pass(pygrader)
	s.guest.handle(s.hear)
	defer s.guest.handle(nil)
	defer context.AfterFunc(ctx, s.guest.stop)()
	if err := s.guest.tell(protocol.Run, s.base, m); err != nil {
		return err
	}
	select {
	case <-s.finished:
		return nil
	case <-s.guest.ended:
		return errGuest
	case <-ctx.Done():
		s.guest.stop()
		<-s.guest.ended // and with it whoever writes what was heard
		return context.Cause(ctx)
	}
}

// on is the test that runs, as far as is known.
func (s *shared) on() string {
	if s.manifest == nil || len(s.facts) >= len(s.manifest.Tests) {
		return ""
	}
	return s.manifest.Tests[len(s.facts)].ID
}

func (s *shared) hear(f protocol.Frame) {
	select {
	case <-s.finished:
		return
	default:
	}
	switch {
	case f.Channel == s.base && f.Kind == protocol.Collected:
		s.hearManifest(f)
	case f.Kind == protocol.Report && s.manifest != nil && f.Channel == s.base+uint32(len(s.facts))+1:
		s.hearReport(f)
	case f.Kind == protocol.Facts && len(s.facts) < len(s.reports) && f.Channel == s.base+uint32(len(s.reports)):
		var facts protocol.FactsMessage
		if protocol.Decode(f, &facts) == nil {
			s.facts = append(s.facts, facts)
			s.onReport()
		}
	case f.Channel == s.base && f.Kind == protocol.Died:
		s.death = &protocol.FactsMessage{}
		_ = protocol.Decode(f, s.death)
		close(s.finished)
	case f.Channel == s.base && f.Kind == protocol.Done:
		if s.manifest == nil || len(s.facts) < len(s.manifest.Tests) {
			s.breaks("ended before all of its tests had reported")
			return
		}
		close(s.finished)
	}
}

// breaks ends the session at the first thing that cannot be.
func (s *shared) breaks(what string) {
	s.broken = what
	close(s.finished)
}

// mostOfID bounds the name of a test.
const mostOfID = 4096

func (s *shared) hearManifest(f protocol.Frame) {
	m := &protocol.CollectedMessage{}
	if protocol.Decode(f, m) != nil || len(m.Tests) >= 1<<17-1 {
		s.breaks("gave no list of its tests")
		return
	}
	rest := s.only
	seen := map[string]bool{}
	for _, t := range m.Tests {
		for s.only != nil && len(rest) > 0 && rest[0] != t.ID {
			rest = rest[1:]
		}
		if s.only != nil && len(rest) == 0 || t.ID == "" || len(t.ID) > mostOfID || len(t.Task) > mostOfID || seen[t.ID] {
			s.breaks(fmt.Sprintf("listed %q, which is not one of its tests or not in its turn", clip(t.ID, mostOfID)))
			return
		}
		seen[t.ID] = true
	}
	for i := range m.Errors {
		e := &m.Errors[i]
		if e.Blame != grade.Author {
			e.Blame = grade.Candidate
		}
		e.ID, e.Text, e.Message, e.Line = clip(e.ID, mostOfID), clip(e.Text, mostOfText), clip(e.Message, mostOfMessage), clip(e.Line, mostOfMessage)
	}
	s.manifest = m
}

func (s *shared) hearReport(f protocol.Frame) {
	var m protocol.ReportMessage
	switch {
	case len(s.reports) > len(s.facts):
		s.breaks("reported out of turn")
	case len(s.reports) == len(s.manifest.Tests):
		s.breaks("reported more tests than it had listed")
	case protocol.Decode(f, &m) != nil || !bounded(&m):
		s.breaks("reported nonsense")
	case m.ID != s.manifest.Tests[len(s.reports)].ID:
		s.breaks(fmt.Sprintf("reported %q where %q was due", clip(m.ID, mostOfID), s.manifest.Tests[len(s.reports)].ID))
	default:
		s.reports = append(s.reports, m)
	}
}

// Bytes of what a claim may put into a result: above the characters that an honest process cuts them to.
const (
	mostOfText    = 264 << 10
	mostOfMessage = 2 << 10
)

// bounded makes of a claim what may stand in a result; false where it is no report at all.
func bounded(m *protocol.ReportMessage) bool {
	codes := map[grade.Outcome]string{
		grade.Passed: "", grade.Skipped: "", grade.Failed: "test_failed", grade.Error: "fixture_failed",
		grade.Memory: "memory_error", grade.OutputLimit: "output", grade.Timeout: "cpu",
	}
	code, known := codes[m.Outcome]
	if !known {
		return false
	}
	*m = protocol.ReportMessage{ // and nothing else of what it says
		ID: m.ID, Outcome: m.Outcome, Code: code, Message: clip(m.Message, mostOfMessage), Line: clip(m.Line, mostOfMessage),
		Report: clip(m.Report, mostOfText), Stdout: clip(m.Stdout, mostOfText), Stderr: clip(m.Stderr, mostOfText),
	}
	if m.Outcome == grade.Passed {
		m.Message = ""
	} else {
		m.Blame = grade.Candidate
	}
	return true
}

func clip(text string, most int) string {
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "")
}

package grader

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/protocol"
)

// TestAManifestIsHeld: every way to break the list of tests ends the session at once, with a sentence on what was wrong.
func TestAManifestIsHeld(t *testing.T) {
	const base = 1 << 17
	listed := func(ids ...string) protocol.Frame {
		m := protocol.CollectedMessage{}
		for _, id := range ids {
			m.Tests = append(m.Tests, protocol.CollectedTest{ID: id})
		}
		return encoded(t, protocol.Collected, base, m)
	}
	reported := func(n uint32, id string, outcome grade.Outcome) protocol.Frame {
		return encoded(t, protocol.Report, base+n, protocol.ReportMessage{ID: id, Outcome: outcome})
	}
	facts := func(n uint32) protocol.Frame { return encoded(t, protocol.Facts, base+n, protocol.FactsMessage{}) }
	done := encoded(t, protocol.Done, base, struct{}{})
	for name, row := range map[string]struct {
		frames []protocol.Frame
		broken string
		facts  int
	}{
		"in order":            {[]protocol.Frame{listed("a", "b"), reported(1, "a", "passed"), facts(1), reported(2, "b", "failed"), facts(2), done}, "", 2},
		"fewer than expected": {[]protocol.Frame{listed("b"), reported(1, "b", "passed"), facts(1), done}, "", 1},
		"an unknown test":     {[]protocol.Frame{listed("a", "x")}, `listed "x", which is not one of its tests or not in its turn`, 0},
		"out of order":        {[]protocol.Frame{listed("b", "a")}, `listed "a", which is not`, 0},
		"listed twice":        {[]protocol.Frame{listed("a", "a")}, `listed "a", which is not`, 0},
		"without a name":      {[]protocol.Frame{listed("")}, `listed "", which is not`, 0},
		"no list":             {[]protocol.Frame{{Kind: protocol.Collected, Channel: base, Payload: []byte(`{"tests": 1}`)}}, "gave no list of its tests", 0},
		"done without a list": {[]protocol.Frame{done}, "ended before all of its tests had reported", 0},
		"done too early":      {[]protocol.Frame{listed("a", "b"), reported(1, "a", "passed"), facts(1), done}, "ended before all of its tests had reported", 1},
		"another's report":    {[]protocol.Frame{listed("a", "b"), reported(1, "b", "passed")}, `reported "b" where "a" was due`, 0},
		"reported twice":      {[]protocol.Frame{listed("a", "b"), reported(1, "a", "passed"), facts(1), reported(2, "a", "passed")}, `reported "a" where "b" was due`, 1},
		"a report too many":   {[]protocol.Frame{listed("a"), reported(1, "a", "passed"), facts(1), reported(2, "a", "passed")}, "reported more tests than it had listed", 1},
		"no outcome":          {[]protocol.Frame{listed("a"), reported(1, "a", "excellent")}, "reported nonsense", 0},
		"an outcome of ours":  {[]protocol.Frame{listed("a"), reported(1, "a", "crashed")}, "reported nonsense", 0},
		"other types":         {[]protocol.Frame{listed("a"), {Kind: protocol.Report, Channel: base + 1, Payload: []byte(`{"id": ["a"]}`)}}, "reported nonsense", 0},
	} {
		t.Run(name, func(t *testing.T) {
			s := newShared(nil, base, []string{"a", "b"}, func() {})
			s.hear(encoded(t, protocol.Done, base-1, struct{}{})) // of a session that is over
			for _, f := range row.frames {
				s.hear(f)
			}
			s.hear(listed("a")) // what comes after the end
			select {
			case <-s.finished:
			default:
				t.Fatal("the session goes on")
			}
			assert.Len(t, s.facts, row.facts)
			if row.broken == "" {
				assert.Empty(t, s.broken)
			} else {
				assert.Contains(t, s.broken, row.broken)
			}
		})
	}
}

func encoded(t *testing.T, kind protocol.Kind, channel uint32, message any) protocol.Frame {
	t.Helper()
	f, err := protocol.Encode(kind, channel, message)
	require.NoError(t, err)
	return f
}

// TestAClaimIsBounded: a report has room for what an honest process sends, and blames nobody but the submission.
func TestAClaimIsBounded(t *testing.T) {
	long := strings.Repeat("\u00e9", 1<<20)
	m := protocol.ReportMessage{
		Outcome: grade.Failed, Code: "x", Blame: grade.Author, Lost: true, Message: long, Line: long, Report: long, Stdout: long, Stderr: long,
		Surface: grade.Surface{"A": {"x"}},
	}
	require.True(t, bounded(&m))
	assert.Equal(t, []any{"test_failed", grade.Candidate, false, grade.Surface(nil)}, []any{m.Code, m.Blame, m.Lost, m.Surface})
	for _, text := range []string{m.Message, m.Line, m.Report, m.Stdout, m.Stderr} {
		assert.LessOrEqual(t, len(text), mostOfText)
		assert.True(t, strings.HasSuffix(text, "\u00e9"))
	}
	assert.LessOrEqual(t, len(m.Message), mostOfMessage)
	m.Outcome = grade.Passed
	require.True(t, bounded(&m))
	assert.Empty(t, m.Message+m.Code+string(m.Blame))
}

package grader

import (
	"sync"
	"time"
)

// party is whose turn it is in a grading, and so whose time passes.
type party int

const (
	pygrader      party = iota // containers start, files are sent
	theTests                   // the judge collects or runs tests
	theSubmission              // an import or an answer is awaited
	parties
)

// clock adds up how long each party had its turn.
type clock struct {
	mu    sync.Mutex
	turn  party
	since time.Time
	spent [parties]time.Duration
}

func newClock() *clock { return &clock{since: time.Now()} }

// pass gives the turn to a party.
func (c *clock) pass(to party) {
	c.mu.Lock()
	defer c.mu.Unlock()
	now := time.Now()
	c.spent[c.turn] += now.Sub(c.since)
	c.turn, c.since = to, now
}

// most is who had more of the time than each of the others.
func (c *clock) most() party {
	c.pass(pygrader)
	c.mu.Lock()
	defer c.mu.Unlock()
	found := pygrader
	for p := range parties {
		if c.spent[p] > c.spent[found] {
			found = p
		}
	}
	return found
}

package verify

import (
	"strconv"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
)

// common is what several references show. What they use is added up: the surface of one alone is too narrow for right
// solutions that do the same by other means. Of the tests, those count that every one of them passes.
func common(ex *exercise.Exercise, all []Recording, names []string) (Recording, error) {
	if len(all) == 1 {
		return all[0], nil
	}
	r := Recording{}
	r.Tests, r.LeftOut = passedByAll(all)
	var quoted []string
	for i, one := range all {
		if one.Surface != nil {
			r.Surface = r.Surface.Merge(one.Surface)
		}
		quoted = append(quoted, strconv.Quote(names[i]))
	}
	doing := "running the references " + strings.Join(quoted, ", ")
	if len(r.Tests) == 0 {
		return r, &exercise.Error{Doing: doing, Problems: []exercise.Problem{{Text: "there is no test that all of them pass"}}}
	}
	return r, unearned(ex, r, doing, "there is no test of the task %q that all of them pass, so that nobody could earn it")
}

// passedByAll sorts the tests into those that are in every recording and all others.
func passedByAll(all []Recording) (tests []exercise.ExpectedTest, leftOut []string) {
	passes := map[string]int{}
	for _, r := range all {
		for _, t := range r.Tests {
			passes[t.ID]++
		}
	}
	seen := map[string]bool{}
	leave := func(id string) {
		if !seen[id] {
			leftOut = append(leftOut, id)
		}
		seen[id] = true
	}
	for i, r := range all {
		for _, t := range r.Tests {
			switch {
			case passes[t.ID] < len(all):
				leave(t.ID)
			case i == 0:
				tests = append(tests, t)
			}
		}
		for _, id := range r.LeftOut {
			leave(id)
		}
	}
	return tests, leftOut
}

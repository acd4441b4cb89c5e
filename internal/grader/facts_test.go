package grader

import (
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
)

// TestAKilledHelperOverridesAPass: a solution answers rightly while a process that it started behind the tests' back is
// ended for want of memory. The kernel's word for that stands above the judge's, which saw nothing but right answers.
func TestAKilledHelperOverridesAPass(t *testing.T) {
	g := New(Config{Backend: dockerBackend(t)})
	defer g.Close()
	ex, _ := hostileSuite(t)
	ex.Limits.CPU = 5 * time.Second // so that it is the memory that ends it
	const test = "tests/hidden/test_attacked.py::test_hidden_gadwall_box"
	grades := func(sample string) grade.Test {
		r, err := g.Grade(t.Context(), ex, filepath.Join(hostileFolder, sample))
		require.NoError(t, err)
		for _, found := range r.Tests {
			if found.ID == test {
				return found
			}
		}
		require.Fail(t, "no such test", dump(r))
		return grade.Test{}
	}
	assert.Equal(t, grade.Passed, grades("right.py").Outcome)
	got := grades("memory_of_a_grandchild.py")
	assert.Equal(t, grade.Memory, got.Outcome, "%+v", got)
	assert.Equal(t, grade.Candidate, got.Blame)
	assert.Equal(t, "memory", got.Code)
	assert.Equal(t, "the solution ran out of memory and was ended", got.Message, "of no call: the judge saw none that failed")
	assert.Less(t, got.CPUMS, ex.Limits.CPU.Milliseconds())
}

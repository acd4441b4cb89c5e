package grade_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
)

func TestMergeIsTheSortedUnionAndLeavesItsPartsAlone(t *testing.T) {
	one := grade.Surface{"Account": {"balance", "deposit"}}
	both := one.Merge(grade.Surface{"Account": {"(==)", "balance"}, "*": {"(iter)"}})
	assert.Equal(t, grade.Surface{"Account": {"(==)", "balance", "deposit"}, "*": {"(iter)"}}, both)
	assert.Equal(t, grade.Surface{"Account": {"balance", "deposit"}}, one)
	assert.NotNil(t, grade.Surface(nil).Merge(nil), "nil would be an open surface")
}

func TestComparingKeepsWhatAnswersAComparison(t *testing.T) {
	s := grade.Surface{"A": {"(==)", "(call)", "(order)", "x"}, "B": {"(iter)"}, "*": {"(in)"}}
	assert.Equal(t, map[string][]string{"A": {"==", "order"}, "*": {"in"}}, s.Comparing())
}

// The judge names what tests use: a surface that it records must be one that the reader of surface.toml knows.
func TestEveryOperationOfTheJudgeIsKnown(t *testing.T) {
	cmd := exec.Command("/usr/bin/python3", "-B", "-c", `
from pygrader.judge import surface
from pygrader.wire import operations
print(*sorted({name for name, _ in operations.ALL.values()}), sep="\n")
print("--")
print(*sorted(surface.COMPARING), sep="\n")`)
	cmd.Env = append(os.Environ(), "PYTHONPATH=../../sandbox")
	out, err := cmd.Output()
	require.NoError(t, err)
	all, comparing, ok := strings.Cut(strings.TrimSpace(string(out)), "\n--\n")
	require.True(t, ok)
	names := strings.Split(all, "\n")
	sources, err := filepath.Glob("../../sandbox/pygrader/judge/*.py")
	require.NoError(t, err)
	for _, source := range sources {
		data, err := os.ReadFile(source)
		require.NoError(t, err)
		for _, m := range regexp.MustCompile(`(?:require|allows)\([^"\n]*"\(([^){"]+)\)"`).FindAllStringSubmatch(string(data), -1) {
			names = append(names, m[1])
		}
	}
	require.Contains(t, names, "call", "the pattern finds those that the judge names itself")
	for _, name := range names {
		assert.Contains(t, grade.Operations(), name)
	}
	for entry := range strings.Lines(comparing) {
		assert.True(t, grade.Comparing(strings.TrimSpace(entry)), entry)
	}
}

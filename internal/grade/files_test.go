package grade_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/pygrader/pygrader/internal/grade"
)

func TestGlobsAdmitWhatTheyNameAndNeverWhatPythonLoadsUnasked(t *testing.T) {
	for _, row := range []struct {
		glob, name string
		want       bool
	}{
		{"solution.py", "solution.py", true},
		{"solution.py", "Solution.py", false},
		{"solution.py", "bank/solution.py", false},
		{"*.py", "helper.py", true},
		{"*.py", "bank/helper.py", false},
		{"bank/**/*.py", "bank/__init__.py", true},
		{"bank/**/*.py", "bank/a/b/c.py", true},
		{"bank/**/*.py", "bank/data.csv", false},
		{"bank/**/*.py", "other/x.py", false},
		{"**", "any/thing.txt", true},
		{"**/x/**/y.py", "a/x/b/c/y.py", true},
		{"**", "conftest.py", false},
		{"**", "a/Conftest.PY", false},
		{"**", "sitecustomize.py", false},
		{"**", "a.pth", false},
		{"**", "a/b.so", false},
		{"**", "__pycache__/x.py", false},
		{"**", ".hidden/x.py", false},
		{"**", "a\x1b.py", false},
		{"**", "a\xff.py", false},
		{"**", "a\u202e.py", false},
		{"conftest.py", "conftest.py", false},
	} {
		assert.Equal(t, row.want, grade.Globs{row.glob}.Admit(row.name), "%s admits %q", row.glob, row.name)
	}
}

func TestGlobsSayWhichFoldersAreWorthALook(t *testing.T) {
	for _, row := range []struct {
		glob, dir string
		want      bool
	}{
		{"solution.py", "solution.py", false},
		{"bank/**/*.py", "bank", true},
		{"bank/**/*.py", "bank/deep/er", true},
		{"bank/**/*.py", "other", false},
		{"bank/*.py", "bank/deep", false},
		{"a/*/c.py", "a/x", true},
		{"**/*.py", "x/y", true},
		{"**/*.py", ".git", false},
	} {
		assert.Equal(t, row.want, grade.Globs{row.glob}.Below(row.dir), "%s below %q", row.glob, row.dir)
	}
}

func TestGlobsThatLeaveTheFolderOrDoNotParseAreMistakes(t *testing.T) {
	for _, glob := range []string{"", "/etc/passwd", "../x.py", "a/../../x", "a//b", "a[", `a\b`, "a**.py", "./a"} {
		assert.Error(t, grade.Globs{glob}.Check(), "%q", glob)
	}
	assert.NoError(t, grade.Globs{"solution.py", "bank/**/*.py", "data/[a-z]?.txt"}.Check())
}

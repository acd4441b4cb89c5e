package exercise_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

func TestCatalogueListsExercisesAndABrokenOneHidesNoOther(t *testing.T) {
	fsys := folder(map[string]string{
		"broken/exercise.toml": "format = 1\nslug = \"broken\"\ntitle = 3\n",
		"notes/readme.txt":     "no exercise",
	})
	list, err := exercise.NewCatalogue(fsys, "my/exercises").List()
	require.NoError(t, err)
	require.Len(t, list, 2)
	assert.Equal(t, "broken", list[0].Slug)
	assert.EqualError(t, list[0].Err, `reading exercise "broken": my/exercises/broken/exercise.toml:3: title is the number 3, but must be text in quotes`)
	assert.Equal(t, exercise.Listing{Slug: "ex", Title: "An exercise"}, list[1])
}

func TestCatalogueOpensBySlugAndProposesANearOne(t *testing.T) {
	c := exercise.NewCatalogue(folder(nil), "exercises")
	e, err := c.Open("ex")
	require.NoError(t, err)
	assert.Equal(t, "ex", e.Slug)
	for slug, want := range map[string]string{
		"eks":     `opening exercise "eks": there is none of that name in exercises; did you mean "ex"?`,
		"nothing": `opening exercise "nothing": there is none of that name in exercises; known: ex`,
		"../ex":   `there is none of that name`,
		"":        `there is none of that name`,
	} {
		_, err = c.Open(slug)
		mistake(t, err)
		assert.ErrorContains(t, err, want)
	}
}

func TestCatalogueThatIsNotThereIsTheUsersMistake(t *testing.T) {
	_, err := exercise.NewCatalogue(os.DirFS(filepath.Join(t.TempDir(), "none")), "none").List()
	mistake(t, err)
	assert.EqualError(t, err, "listing exercises: there is no folder none")
	list, err := exercise.NewCatalogue(fstest.MapFS{}, "x").List()
	require.NoError(t, err)
	assert.Empty(t, list)
}

// write makes files in a fresh folder of that name.
func write(t *testing.T, name string, files ...string) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), name)
	for _, f := range files {
		path := filepath.Join(dir, f)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte("# "+f+"\n"), 0o600))
	}
	return dir
}

func TestSuiteFolderIsHiddenWholeWithoutWhatToolsLeaveBehind(t *testing.T) {
	dir := write(t, "suite", "test_a.py", "sub/b_test.py", "conftest.py", "data/x.csv", "solution.py", ".git/config", "__pycache__/x.pyc",
		".pytest_cache/v", ".venv/lib/test_x.py", "env/pyvenv.cfg", "env/lib/test_y.py", "node_modules/x.js")
	e, err := exercise.FromSuite(dir, "")
	require.NoError(t, err)
	assert.Equal(t, []string{"conftest.py", "data/x.csv", "sub/b_test.py", "test_a.py"}, paths(e.Suite.Hidden))
	assert.Equal(t, "suite", e.Slug)
	assert.Equal(t, "solution.py", e.Entry)
	assert.Equal(t, grade.Globs{"solution.py"}, e.Files)
	assert.Equal(t, 10*time.Second, e.Limits.CPU, "more than an exercise has by default: nobody has measured these tests")
	assert.Empty(t, e.Suite.Public)
	assert.Nil(t, e.Expected)
}

func TestSuiteOfOneFileMayHaveAnyName(t *testing.T) {
	e, err := exercise.FromSuite(filepath.Join(write(t, "x", "checks.py"), "checks.py"), "answer.py")
	require.NoError(t, err)
	assert.Equal(t, []grade.File{{Path: "checks.py", Data: []byte("# checks.py\n")}}, e.Suite.Hidden)
	assert.Equal(t, "checks.py", e.Slug)
	assert.Equal(t, grade.Globs{"answer.py"}, e.Files)
}

func TestSuiteAdmitsTheOtherModulesThatItImports(t *testing.T) {
	dir := write(t, "suite", "test_a.py")
	text := "import os\nfrom stack import Stack\n\ndef test_a():\n    import queues, pytest\n    from stack import more\n"
	require.NoError(t, os.WriteFile(filepath.Join(dir, "test_a.py"), []byte(text), 0o600))
	e, err := exercise.FromSuite(dir, "")
	require.NoError(t, err)
	assert.Equal(t, map[string]bool{"stack": true, "queues": true}, e.Modules)
}

func TestSuiteForAPackageAdmitsItsFiles(t *testing.T) {
	dir := write(t, "suite", "test_a.py", "bank/__init__.py")
	for _, entry := range []string{"bank", "bank/", "bank/__init__.py"} {
		e, err := exercise.FromSuite(dir, entry)
		require.NoError(t, err)
		assert.Equal(t, "bank/__init__.py", e.Entry)
		assert.Equal(t, grade.Globs{"bank/**/*.py"}, e.Files[:1])
		assert.Equal(t, []string{"test_a.py"}, paths(e.Suite.Hidden), "a solution beside the tests is never imported")
		assert.True(t, e.IsPackage())
	}
}

func TestSuiteMistakesAreTheUsers(t *testing.T) {
	pipe := write(t, "pipe", "test_a.py")
	require.NoError(t, syscall.Mkfifo(filepath.Join(pipe, "fifo"), 0o600))
	dangling := write(t, "dangling", "test_a.py")
	require.NoError(t, os.Symlink("nowhere", filepath.Join(dangling, "link.py")))
	for name, row := range map[string]struct{ path, entry, want string }{
		"missing":     {filepath.Join(t.TempDir(), "none"), "", "there is no such file or folder"},
		"not Python":  {filepath.Join(write(t, "x", "a.txt"), "a.txt"), "", "it is not a Python file"},
		"no test":     {write(t, "x", "helper.py"), "", "it holds no test; pytest looks for files named test_*.py"},
		"an exercise": {write(t, "x", "exercise.toml", "test_a.py"), "", "it holds exercise.toml, so it is an exercise"},
		"entry":       {write(t, "x", "test_a.py"), "a-b.py", `the entry is "a-b.py", which Python cannot import by name`},
		"pipe":        {pipe, "", "fifo: is not a regular file"},
		"dangling":    {dangling, "", "no such file"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exercise.FromSuite(row.path, row.entry)
			mistake(t, err)
			assert.ErrorContains(t, err, row.want)
		})
	}
}

func TestSuiteWithItsOwnPytestSettingsMayNameTestsAsItLikes(t *testing.T) {
	_, err := exercise.FromSuite(write(t, "suite", "check_a.py", "pytest.ini"), "")
	assert.NoError(t, err)
}

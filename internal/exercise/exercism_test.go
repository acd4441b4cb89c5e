package exercise_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
)

// track is a folder in Exercism's layout, with the given files added.
func track(config string, files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{".meta/config.json": {Data: []byte(config)}}
	for name, data := range files {
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

// loaded writes an imported exercise into memory and reads it.
func loaded(t *testing.T, imported *exercise.Imported) *exercise.Exercise {
	t.Helper()
	fsys := fstest.MapFS{}
	for _, f := range imported.Files {
		fsys[imported.Slug+"/"+f.Path] = &fstest.MapFile{Data: f.Data}
	}
	e, err := exercise.Load(fsys, imported.Slug)
	require.NoError(t, err)
	return e
}

func TestWhateverTheTextsAreTheImportedExerciseLoads(t *testing.T) {
	config := `{"files": {"solution": ["a.py"], "test": ["a_test.py", "a_test.py"]},
		"title": "T\u0007 \"x\" \\", "blurb": "` + strings.Repeat("längs ", 200) + `", "authors": ["\u202ea"], "source": "b\nc"}`
	imported, err := exercise.FromExercism(track(config, map[string]string{"a_test.py": "", "a.py": ""}), "a-b2")
	require.NoError(t, err)
	e := loaded(t, imported)
	assert.Equal(t, `T "x" \`, e.Title)
	assert.Equal(t, "imported from Exercism, by a; after: b c", e.Source)
	assert.LessOrEqual(t, len(e.Summary), 300)
	assert.True(t, strings.HasSuffix(e.Summary, "…"))
	assert.Equal(t, []string{"tests/hidden/a_test.py"}, paths(e.Suite.Hidden))
	assert.Equal(t, []string{"a.py"}, paths(e.Starter))
}

func TestSeveralFilesOfAReferenceStandForThoseOfTheStub(t *testing.T) {
	config := `{"files": {"solution": ["a.py", "b.py"], "test": ["a_test.py"], "example": [".meta/one.py", ".meta/two.py"]}}`
	files := map[string]string{"a_test.py": "", "a.py": "", "b.py": "", ".meta/one.py": "1", ".meta/two.py": "2"}
	imported, err := exercise.FromExercism(track(config, files), "ab")
	require.NoError(t, err)
	e := loaded(t, imported)
	require.Len(t, e.Accepted, 1)
	assert.Equal(t, []string{"a.py", "b.py"}, paths(e.Accepted[0].Files))

	config = strings.Replace(config, `, ".meta/two.py"`, "", 1)
	imported, err = exercise.FromExercism(track(config, files), "ab")
	require.NoError(t, err)
	assert.Empty(t, loaded(t, imported).Accepted)
	assert.Contains(t, strings.Join(imported.Notes, "\n"), "the reference: it has 1 files and the stub has 2")
}

func TestOnlyWhatTheSolutionImportsIsGivenToSubmissions(t *testing.T) {
	config := `{"files": {"solution": ["a.py"], "test": ["a_test.py"], "editor": ["answers.py", "far.py", "near.py", "words.txt"]}}`
	imported, err := exercise.FromExercism(track(config, map[string]string{
		"a_test.py": "import answers", "answers.py": "from near import X", "near.py": "import os, far\n", "far.py": "", "words.txt": "",
		"a.py": "# answers\nfrom near import (\n    X)\nnearly = 1\n",
	}), "a")
	require.NoError(t, err)
	e := loaded(t, imported)
	assert.Equal(t, []string{"far.py", "near.py"}, paths(e.Assets))
	assert.Equal(t, []string{"tests/hidden/a_test.py", "tests/hidden/answers.py", "tests/hidden/far.py", "tests/hidden/near.py", "tests/hidden/words.txt"},
		paths(e.Suite.Hidden))
}

func TestFilesThatTheConfigurationDoesNotName(t *testing.T) {
	config := `{"files": {"solution": [], "test": [], "example": []}}`
	imported, err := exercise.FromExercism(track(config, map[string]string{
		"two_fer_test.py": "from helper import X", "helper.py": "import further", "further.py": "", "notes.py": "",
		"two_fer.py": "", ".meta/example.py": "",
	}), "two-fer")
	require.NoError(t, err)
	e := loaded(t, imported)
	assert.Equal(t, "two_fer.py", e.Entry)
	assert.Equal(t, []string{"tests/hidden/further.py", "tests/hidden/helper.py", "tests/hidden/two_fer_test.py"}, paths(e.Suite.Hidden))
	require.Len(t, e.Accepted, 1)
	assert.Equal(t, []string{"notes.py: .meta/config.json does not name it"}, imported.Notes[len(imported.Notes)-1:])
}

func TestMistakesInAFolderOfATrack(t *testing.T) {
	for name, row := range map[string]struct{ config, want string }{
		"stub's name":  {`{"files": {"solution": ["sys.py"], "test": ["a_test.py"]}}`, `the stub is "sys.py", a name that Python, pytest or pygrader uses itself`},
		"deep stub":    {`{"files": {"solution": ["src/a.py"], "test": ["a_test.py"]}}`, `the stub is "src/a.py", but must be a file`},
		"no test":      {`{"files": {"solution": ["a.py"], "test": ["a.py"]}}`, `names no test under files.test`},
		"test is gone": {`{"files": {"solution": ["a.py"], "test": ["b_test.py"]}}`, `b_test.py: is named by .meta/config.json and cannot be read`},
		"absolute":     {`{"files": {"solution": ["a.py"], "test": ["/etc/passwd"]}}`, `names the file "/etc/passwd", which is not a path within the folder`},
		"no JSON":      {"{\n\"files\": }", `.meta/config.json:2: is not as Exercism writes it`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exercise.FromExercism(track(row.config, map[string]string{"a_test.py": "", "a.py": ""}), "a")
			mistake(t, err)
			assert.ErrorContains(t, err, row.want)
		})
	}
}

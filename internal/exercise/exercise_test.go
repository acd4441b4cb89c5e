package exercise_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

const minimal = "format = 1\nslug = \"ex\"\ntitle = \"An exercise\"\n"

// folder makes a file system of one valid minimal exercise in ex/, with the given files added or replaced.
func folder(files map[string]string) fstest.MapFS {
	fsys := fstest.MapFS{
		"ex/exercise.toml":          {Data: []byte(minimal)},
		"ex/tests/hidden/test_a.py": {Data: []byte("def test_a(): pass\n")},
	}
	for name, data := range files {
		if data == "-" {
			delete(fsys, name)
			continue
		}
		fsys[name] = &fstest.MapFile{Data: []byte(data)}
	}
	return fsys
}

func TestMinimalExerciseHasGoodDefaults(t *testing.T) {
	e, err := exercise.Load(folder(nil), "ex")
	require.NoError(t, err)
	assert.Equal(t, &exercise.Exercise{
		Slug: "ex", Title: "An exercise", Entry: "solution.py", Files: grade.Globs{"solution.py"},
		Interface: "plain", Tests: exercise.Alone, Isolation: "split", Limits: grade.DefaultLimits(), Feedback: grade.FeedbackHints,
		Suite: exercise.Suite{Hidden: []grade.File{{Path: "tests/hidden/test_a.py", Data: []byte("def test_a(): pass\n")}}},
	}, e)
	assert.Equal(t, "solution", e.Module())
}

func TestFullExerciseIsReadWhole(t *testing.T) {
	e, err := exercise.Load(folder(map[string]string{
		"ex/exercise.toml": minimal + `
summary = "Short"
level = "hard"
topics = ["a", "b"]
source = "a question"
entry = "bank"
files = ["bank/**/*.py", "notes.txt"]
interface = "objects"
isolation = "shared"
[limits]
cpu_seconds = 0.5
wall_seconds = 4
memory = "32MiB"
processes = 8
output = "1KiB"
disk = "160 MiB"
[feedback]
hidden = "tasks"
[[tasks]]
id = "one"
title = "One"
weight = 2.5
hint = "Look\ntwice"
[[tasks]]
id = "two"
`,
		"ex/README.md":                                 "Do it",
		"ex/starter/bank/__init__.py":                  "s",
		"ex/assets/data/x.csv":                         "1,2",
		"ex/tests/conftest.py":                         "c",
		"ex/tests/public/test_p.py":                    "p",
		"ex/tests/hidden/__pycache__/x.pyc":            "never",
		"ex/tests/hidden/test_a.pyc":                   "never",
		"ex/tests.toml":                                "format = 1\n[[test]]\nid = \"tests/public/test_p.py::test_p[a::b]\"\n[[test]]\nid=\"tests/hidden/test_a.py::T::test\"\ntask=\"two\"\n",
		"ex/solutions/accepted/first/bank/__init__.py": "# A note\n# in two lines\n\n# not this\nx = 1\n",
		"ex/solutions/accepted/first/bank/more.py":     "y",
		"ex/solutions/rejected/bad/bank/__init__.py":   "# loses: one,two\r\n# forgets all\r\nz\r\n",
	}), "ex")
	require.NoError(t, err)
	assert.Equal(t, grade.Limits{CPU: 500 * time.Millisecond, Wall: 4 * time.Second, Memory: 32 << 20, Processes: 8, Output: 1 << 10, Disk: 160 << 20}, e.Limits)
	assert.Equal(t, []grade.TaskSpec{{ID: "one", Title: "One", Weight: 2.5, Hint: "Look\ntwice"}, {ID: "two", Weight: 1}}, e.Tasks)
	assert.Equal(t, grade.FeedbackTasks, e.Feedback)
	assert.Equal(t, []string{"a", "b"}, e.Topics)
	assert.Equal(t, []string{"hard", "bank/__init__.py", "bank", "objects", "shared", "Do it"},
		[]string{e.Level, e.Entry, e.Module(), e.Interface, e.Isolation, e.README})
	assert.Equal(t, []exercise.ExpectedTest{
		{ID: "tests/public/test_p.py::test_p[a::b]", Visibility: grade.Public},
		{ID: "tests/hidden/test_a.py::T::test", Task: "two", Visibility: grade.Hidden},
	}, e.Expected)
	assert.Equal(t, []string{"tests/public/test_p.py"}, paths(e.Suite.Public))
	assert.Equal(t, []string{"tests/hidden/test_a.py"}, paths(e.Suite.Hidden))
	assert.Equal(t, []string{"tests/conftest.py"}, paths(e.Suite.Shared))
	assert.Equal(t, []string{"data/x.csv"}, paths(e.Assets))
	assert.Equal(t, []string{"bank/__init__.py"}, paths(e.Starter))
	require.Len(t, e.Accepted, 1)
	assert.Equal(t, []string{"bank/__init__.py", "bank/more.py"}, paths(e.Accepted[0].Files))
	assert.Equal(t, "A note in two lines", e.Accepted[0].Note)
	require.Len(t, e.Rejected, 1)
	assert.Equal(t, exercise.Solution{
		Name: "bad", Loses: []string{"one", "two"}, Note: "forgets all",
		Files: []grade.File{{Path: "bank/__init__.py", Data: []byte("# loses: one,two\r\n# forgets all\r\nz\r\n")}},
	}, e.Rejected[0])
}

func TestSolutionFileStandsForTheEntry(t *testing.T) {
	e, err := exercise.Load(folder(map[string]string{"ex/solutions/accepted/quick.py": "x = 1\n"}), "ex")
	require.NoError(t, err)
	want := []exercise.Solution{{Name: "quick", Files: []grade.File{{Path: "solution.py", Data: []byte("x = 1\n")}}}}
	assert.Equal(t, want, e.Accepted)
}

func TestWallTimeFollowsALongCPUTime(t *testing.T) {
	e, err := exercise.Load(folder(map[string]string{"ex/exercise.toml": minimal + "[limits]\ncpu_seconds = 20\n"}), "ex")
	require.NoError(t, err)
	assert.Equal(t, 100*time.Second, e.Limits.Wall)
}

func TestMistakesInExerciseTOMLNameLineAndRemedy(t *testing.T) {
	for name, row := range map[string]struct{ toml, want string }{
		"syntax":          {"format = 1\nslug = \n", `:2: is not TOML`},
		"duplicate key":   {minimal + `title = "b"`, `:4: is not TOML: key title is already defined`},
		"no format":       {`slug = "ex"`, `: has no format; add format = 1`},
		"format text":     {`format = "1"`, `:1: format is the text "1", but must be the number 1`},
		"newer format":    {"\nformat = 2\nshiny = true\n", `:2: format is 2, which is newer than this pygrader knows (1); use a newer pygrader`},
		"no slug":         {"format = 1\ntitle = 'x'", `: has no slug; add slug = "ex"`},
		"other slug":      {"format = 1\nslug = \"why\"\ntitle = 'x'", `:2: slug is "why", but its folder is called "ex"`},
		"slug upper":      {"format = 1\nslug = \"Ex\"\ntitle = 'x'", `:2: slug is "Ex", but must be lower-case`},
		"slug type":       {"format = 1\nslug = 3\ntitle = 'x'", `:2: slug is the number 3, but must be text in quotes`},
		"no title":        {"format = 1\nslug = \"ex\"", `: has no title`},
		"title lines":     {"format = 1\nslug = \"ex\"\ntitle = \"a\\nb\"", `:3: title has a control character`},
		"unknown key":     {minimal + "\n\ntopic = ['x']\n", `:6: topic is not a key that pygrader knows; did you mean "topics"?`},
		"unknown table":   {minimal + "[limit]\ncpu_seconds=1", `:4: limit is not a key that pygrader knows; did you mean "limits"?`},
		"unknown limit":   {minimal + "[limits]\ncpu = 1", `:5: limits.cpu is not a key that pygrader knows`},
		"dotted unknown":  {minimal + "limits.memori = '1'", `:4: limits.memori is not a key that pygrader knows; did you mean "memory"?`},
		"level":           {minimal + `level = "medum"`, `:4: level is "medum"; did you mean "medium"?`},
		"interface":       {minimal + `interface = "x"`, `:4: interface is "x"; known: plain, objects`},
		"isolation":       {minimal + `isolation = "spilt"`, `:4: isolation is "spilt"; did you mean "split"?`},
		"policy":          {minimal + "[feedback]\nhidden = 'hint'", `:5: feedback.hidden is "hint"; did you mean "hints"?`},
		"topics":          {minimal + `topics = ["a", 1]`, `:4: topics holds the number 1, but must hold texts only`},
		"memory number":   {minimal + "[limits]\nmemory = 128", `:5: limits.memory is the number 128, but must be a size with its unit, as "128MiB"`},
		"memory nonsense": {minimal + "[limits]\nmemory = \"lots\"", `:5: limits.memory is "lots", but must be a size`},
		"memory least":    {minimal + "[limits]\nmemory = \"1KiB\"", `:5: limits.memory is "1KiB", but must be from 4MiB to 16GiB`},
		"memory most":     {minimal + "[limits]\nmemory = \"99999999999999999TiB\"", `but must be from 4MiB to 16GiB`},
		"cpu zero":        {minimal + "[limits]\ncpu_seconds = 0", `:5: limits.cpu_seconds is 0, but must be from 0.01 to 600`},
		"cpu nan":         {minimal + "[limits]\ncpu_seconds = nan", `:5: limits.cpu_seconds is NaN, but must be`},
		"cpu text":        {minimal + "[limits]\ncpu_seconds = \"2\"", `:5: limits.cpu_seconds is the text "2", but must be a number`},
		"wall under cpu":  {minimal + "[limits]\ncpu_seconds = 5\nwall_seconds = 1", `:6: limits.wall_seconds is less than cpu_seconds (5)`},
		"processes":       {minimal + "[limits]\nprocesses = 1.5", `:5: limits.processes is 1.5, but must be a whole number`},
		"limits type":     {minimal + "limits = 3", `:4: limits is the number 3, but must be a table`},
		"task no id":      {minimal + "[[tasks]]\ntitle = 'x'", `:4: this task has no id`},
		"task twice":      {minimal + "[[tasks]]\nid = 'a'\n[[tasks]]\nid = 'a'", `:7: tasks[1].id is "a", as is that of the task in line 5`},
		"task key":        {minimal + "[[tasks]]\nid = 'a'\n[[tasks]]\nid = 'b'\nwieght = 2", `:8: tasks[1].wieght is not a key that pygrader knows; did you mean "weight"?`},
		"inline task":     {minimal + "tasks = [{id = 'a'}, {id = 'b', x = 1}]", `:4: tasks[1].x is not a key`},
		"task reserved":   {minimal + "[[tasks]]\nid = 'all'", `:5: tasks[0].id is "all", which stands for`},
		"task weight":     {minimal + "[[tasks]]\nid = 'a'\nweight = -1", `:6: tasks[0].weight is -1, but must be from 0.01 to 1000`},
		"tasks table":     {minimal + "[tasks]\nid = 'a'", `:4: tasks is a table, but must be a list of tables, each opened by [[tasks]]`},
		"entry deep":      {minimal + "entry = 'a/b/c.py'", `:4: entry is the text "a/b/c.py", but must be a file such as`},
		"entry name":      {minimal + "entry = 'my-solution.py'", `:4: entry is the text "my-solution.py", which Python cannot import by name`},
		"entry keyword":   {minimal + "entry = 'class.py'", `which Python cannot import by name`},
		"entry taken":     {minimal + "entry = 'conftest.py'", `uses itself; choose another`},
		"files":           {minimal + "files = ['*.txt']", `:4: files does not admit the entry solution.py; add it`},
		"files empty":     {minimal + "files = []", `:4: files does not admit the entry solution.py; add it`},
		"files outside":   {minimal + "files = ['../*.py']", `:4: files is wrong: "../*.py" is not a clean relative path`},
		"files type":      {minimal + "files = 'solution.py'", `:4: files is the text "solution.py", but must be a list of texts`},
		"date":            {minimal + "source = 2020-01-01", `:4: source is a date or time, but must be text`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exercise.Load(folder(map[string]string{"ex/exercise.toml": row.toml}), "ex")
			assert.Len(t, mistake(t, err).Problems, 1)
			assert.ErrorContains(t, err, `reading exercise "ex": ex/exercise.toml`)
			assert.ErrorContains(t, err, row.want)
		})
	}
}

func TestMistakesInTheFolderNameTheFile(t *testing.T) {
	withTasks := minimal + "[[tasks]]\nid = \"one\"\n"
	for name, row := range map[string]struct {
		files map[string]string
		want  string
	}{
		"no config":          {map[string]string{"ex/exercise.toml": "-"}, `ex/exercise.toml: is missing`},
		"no test":            {map[string]string{"ex/tests/hidden/test_a.py": "-"}, `ex/tests: holds no test; add a file such as tests/hidden/test_ex.py`},
		"only helpers":       {map[string]string{"ex/tests/hidden/test_a.py": "-", "ex/tests/hidden/data.py": ""}, `ex/tests: holds no test`},
		"neither":            {map[string]string{"ex/tests/test_b.py": ""}, `ex/tests/test_b.py: is neither public nor hidden`},
		"undeclared task":    {map[string]string{"ex/exercise.toml": withTasks, "ex/tests.toml": "format = 1\n[[test]]\nid = \"tests/hidden/test_a.py::a\"\ntask = \"won\"\n"}, `ex/tests.toml:4: test[0].task is "won", which exercise.toml does not declare; did you mean "one"?`},
		"stale test":         {map[string]string{"ex/tests.toml": "format = 1\n[[test]]\nid = \"tests/hidden/test_gone.py::a\"\n"}, `ex/tests.toml:3: test[0].id names tests/hidden/test_gone.py, which is not there`},
		"test twice":         {map[string]string{"ex/tests.toml": "format = 1\n[[test]]\nid = \"tests/hidden/test_a.py::a\"\n[[test]]\nid = \"tests/hidden/test_a.py::a\"\n"}, `ex/tests.toml:5: test[1].id is "tests/hidden/test_a.py::a", as is that of line 3`},
		"test elsewhere":     {map[string]string{"ex/tests.toml": "format = 1\n[[test]]\nid = \"test_a.py::a\"\n"}, `ex/tests.toml:3: test[0].id is the text "test_a.py::a", but must start with`},
		"test without id":    {map[string]string{"ex/tests.toml": "format = 1\n[[test]]\n"}, `ex/tests.toml:2: this test has no id`},
		"tests newer":        {map[string]string{"ex/tests.toml": "format = 7\n"}, `ex/tests.toml:1: format is 7, which is newer`},
		"no tests recorded":  {map[string]string{"ex/tests.toml": "format = 1\n"}, `ex/tests.toml: lists no test`},
		"starter":            {map[string]string{"ex/starter/main.py": ""}, `ex/starter: does not hold the entry solution.py`},
		"loses nothing":      {map[string]string{"ex/solutions/rejected/a.py": "x = 1\n"}, `ex/solutions/rejected/a.py:1: does not say what it loses; write "# loses: TASK, …"`},
		"loses late":         {map[string]string{"ex/solutions/rejected/a.py": "# why\n# loses: all\n"}, `ex/solutions/rejected/a.py:1: does not say`},
		"loses unknown":      {map[string]string{"ex/exercise.toml": withTasks, "ex/solutions/rejected/a.py": "# loses: on\n"}, `a.py:1: loses the task "on", which exercise.toml does not declare; did you mean "one"?`},
		"accepted loses":     {map[string]string{"ex/solutions/accepted/a.py": "# loses: all\n"}, `a.py:1: loses tasks, but is among the accepted ones`},
		"not admitted":       {map[string]string{"ex/solutions/accepted/a/solution.py": "", "ex/solutions/accepted/a/extra.py": ""}, `ex/solutions/accepted/a/extra.py: is not admitted by files`},
		"no entry":           {map[string]string{"ex/exercise.toml": minimal + "files = ['*.py']", "ex/solutions/accepted/a/extra.py": ""}, `ex/solutions/accepted/a: does not hold the entry solution.py`},
		"file for a package": {map[string]string{"ex/exercise.toml": minimal + "entry = 'bank'", "ex/solutions/accepted/a.py": ""}, `ex/solutions/accepted/a.py: is a file, but the entry is a package`},
		"solution twice":     {map[string]string{"ex/solutions/accepted/a.py": "", "ex/solutions/accepted/a/solution.py": ""}, `ex/solutions/accepted/a: is there twice`},
		"not Python":         {map[string]string{"ex/solutions/accepted/a.txt": ""}, `ex/solutions/accepted/a.txt: is neither a Python file nor a folder`},
		"large":              {map[string]string{"ex/assets/big": strings.Repeat("x", 8<<20+1)}, `ex/assets/big: is larger than 8MiB`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exercise.Load(folder(row.files), "ex")
			assert.Len(t, mistake(t, err).Problems, 1, "%v", err)
			assert.ErrorContains(t, err, row.want)
		})
	}
}

func TestAllProblemsOfAnExerciseAreReportedAtOnce(t *testing.T) {
	_, err := exercise.Load(folder(map[string]string{
		"ex/exercise.toml":           minimal + "levle = 1\n[limits]\nmemory = 3\ncpu_seconds = -1\n",
		"ex/solutions/rejected/a.py": "x",
	}), "ex")
	require.Error(t, err)
	assert.Equal(t, `reading exercise "ex": 4 problems
  ex/exercise.toml:4: levle is not a key that pygrader knows; did you mean "level"?
  ex/exercise.toml:6: limits.memory is the number 3, but must be a size with its unit, as "128MiB"
  ex/exercise.toml:7: limits.cpu_seconds is -1, but must be from 0.01 to 600
  ex/solutions/rejected/a.py:1: does not say what it loses; write "# loses: TASK, …" in its first line`, err.Error())
}

func TestAFolderOfEndlessFilesIsAMistake(t *testing.T) {
	fsys := folder(nil)
	for i := range 2001 {
		fsys[fmt.Sprintf("ex/assets/%d", i)] = &fstest.MapFile{}
	}
	_, err := exercise.Load(fsys, "ex")
	assert.ErrorContains(t, err, "ex/assets: has more than 2000 files")
}

func mistake(t *testing.T, err error) *exercise.Error {
	t.Helper()
	var e *exercise.Error
	require.True(t, errors.As(err, &e), "not an *exercise.Error: %v", err)
	return e
}

func paths(files []grade.File) []string {
	var names []string
	for _, f := range files {
		names = append(names, f.Path)
	}
	return names
}

package exercise

import (
	"errors"
	"io/fs"
	"path"
	"regexp"
	"strings"
	"unicode"

	"github.com/pygrader/pygrader/internal/grade"
)

// newestFormat is the version of exercise.toml and tests.toml that this package reads.
const newestFormat = 1

// Bounds of what an exercise.toml says.
const (
	maxConfigBytes = 1 << 20
	maxTasks       = 100
	maxWeight      = 1000
	maxLineLength  = 300 // of a title or another text of one line
	maxGlobs       = 50
)

var slugPattern = regexp.MustCompile(`^[a-z0-9]+(-[a-z0-9]+)*$`)

// readConfig reads exercise.toml and checks it by itself. It gives nil when nothing more can be said of the folder.
func readConfig(fsys fs.FS, dir string, p *problems) *Exercise {
	file := path.Join(dir, configFile)
	data, err := readBounded(fsys, file, maxConfigBytes)
	if errors.Is(err, fs.ErrNotExist) {
		p.add(file, 0, "is missing; it needs at least format = 1, a slug and a title")
		return nil
	}
	if err != nil {
		p.add(file, 0, "%v", err)
		return nil
	}
	t := parseTOML(file, data, p)
	if t == nil || !checkFormat(t) {
		return nil
	}
	e := &Exercise{
		Slug:      t.text("slug", ""),
		Title:     t.oneLine("title"),
		Summary:   t.oneLine("summary"),
		Level:     t.choice("level", "", "easy", "medium", "hard"),
		Source:    t.text("source", ""),
		Interface: t.choice("interface", "plain", "plain", "objects"),
		Isolation: t.choice("isolation", "split", "split", "shared"),
		Tests:     t.choice("tests", Alone, Alone, Together, AsOne),
	}
	e.Topics, _ = t.texts("topics")
	checkSlug(t, e.Slug, path.Base(dir))
	if e.Title == "" && !t.has("title") {
		p.add(file, 0, `has no title; add title = "…"`)
	}
	readEntry(t, e)
	e.Limits = readLimits(t.table("limits"), grade.DefaultLimits())
	e.Feedback = readFeedback(t.table("feedback"))
	e.Tasks = readTasks(t)
	t.finish()
	return e
}

func checkFormat(t *table) bool {
	format, ok := get[int64](t, "format", "the number 1")
	switch {
	case !ok:
		if !t.has("format") {
			t.problems.add(t.file, 0, "has no format; add format = %d as its first line", newestFormat)
		}
		return false
	case format > newestFormat:
		t.bad("format", "is %d, which is newer than this pygrader knows (%d); use a newer pygrader", format, newestFormat)
		return false
	case format < 1:
		t.bad("format", "is %d, but the first one was 1", format)
		return false
	}
	return true
}

func checkSlug(t *table, slug, folder string) {
	switch {
	case !t.has("slug"):
		t.problems.add(t.file, 0, "has no slug; add slug = %s, the name of its folder", quote(folder))
	case slug == "": // of a wrong type, which has been said, or empty
		if t.values["slug"] == "" {
			t.bad("slug", "is empty; write the name of its folder, %s", quote(folder))
		}
	case !slugPattern.MatchString(slug) || len(slug) > 64:
		t.bad("slug", "is %s, but must be lower-case words of letters and digits, joined by single hyphens, 64 at most", quote(slug))
	case slug != folder && folder != ".":
		t.bad("slug", "is %s, but its folder is called %s; give both the same name", quote(slug), quote(folder))
	}
}

// oneLine reads a text that lists and reports show in one line.
func (t *table) oneLine(key string) string {
	s := t.text(key, "")
	if len(s) > maxLineLength {
		t.bad(key, "has %d bytes, but must have %d at most", len(s), maxLineLength)
	}
	if strings.ContainsFunc(s, unicode.IsControl) {
		t.bad(key, "has a control character; it must be one line of plain text")
	}
	if t.has(key) && t.values[key] == "" {
		t.bad(key, "is empty")
	}
	return s
}

func readFeedback(t *table) grade.Feedback {
	var words []string
	for _, f := range grade.Feedbacks() {
		words = append(words, string(f))
	}
	word := t.choice("hidden", string(grade.FeedbackHints), words...)
	t.finish()
	return grade.Feedback(word)
}

func readTasks(root *table) []grade.TaskSpec {
	tables := root.tables("tasks")
	if len(tables) > maxTasks {
		root.bad("tasks", "are %d, but may be %d at most", len(tables), maxTasks)
	}
	var tasks []grade.TaskSpec
	seen := map[string]int{}
	for _, t := range tables {
		task := grade.TaskSpec{
			ID:     t.text("id", ""),
			Title:  t.oneLine("title"),
			Weight: t.number("weight", 1, 0.01, maxWeight),
			Hint:   t.text("hint", ""),
		}
		switch {
		case !t.has("id"):
			t.problems.add(t.file, t.here(), `this task has no id; add id = "…", as @pytest.mark.task("…") names it`)
		case task.ID == grade.WholeSuite:
			t.bad("id", "is %s, which stands for the tests without a task; choose another", quote(task.ID))
		case !slugPattern.MatchString(task.ID):
			t.bad("id", "is %s, but must be lower-case words of letters and digits, joined by single hyphens", describe(t.values["id"]))
		case seen[task.ID] > 0:
			t.bad("id", "is %s, as is that of the task in line %d; each needs its own", quote(task.ID), seen[task.ID])
		default:
			seen[task.ID] = t.line("id")
			tasks = append(tasks, task)
		}
		t.finish()
	}
	return tasks
}

package report_test

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
	"unicode"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/report"
)

//nolint:gochecknoglobals // a flag of the test binary
var update = flag.Bool("update", false, "write the golden files anew")

func golden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, got, 0o600))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "make it with -update")
	assert.Equal(t, string(want), string(got), "%s differs; see whether it should, then use -update", path)
}

func views() map[string]func(grade.Result) grade.Result {
	by := func(f grade.Feedback) func(grade.Result) grade.Result {
		return func(r grade.Result) grade.Result { return report.CandidateView(r, f) }
	}
	return map[string]func(grade.Result) grade.Result{
		"reviewer": report.ReviewerView, "candidate-score": by(grade.FeedbackScore), "candidate-tasks": by(grade.FeedbackTasks),
		"candidate-hints": by(grade.FeedbackHints), "candidate-full": by(grade.FeedbackFull),
	}
}

func renderers(w *bytes.Buffer) map[string]report.Renderer {
	return map[string]report.Renderer{
		"txt": report.NewText(w, report.TextOptions{}), "json": report.NewJSON(w), "xml": report.NewJUnit(w),
	}
}

func render(t *testing.T, r report.Renderer, results []grade.Result, view func(grade.Result) grade.Result) {
	t.Helper()
	for _, result := range results {
		require.NoError(t, r.Result(view(result)))
	}
	require.NoError(t, r.Close())
}

func TestReportsOfEveryViewInEveryFormat(t *testing.T) {
	for viewName, view := range views() {
		for format := range renderers(nil) {
			t.Run(viewName+"."+format, func(t *testing.T) {
				var b bytes.Buffer
				render(t, renderers(&b)[format], samples(), view)
				golden(t, viewName+"."+format, b.Bytes())
			})
		}
	}
}

func TestTextFitsANarrowTerminalAndColourAddsNoLetter(t *testing.T) {
	var plain, colour bytes.Buffer
	some := []grade.Result{passed(), failed(), invalidResult()}
	render(t, report.NewText(&plain, report.TextOptions{Width: 60}), some, report.ReviewerView)
	render(t, report.NewText(&colour, report.TextOptions{Width: 60, Color: true}), some, report.ReviewerView)
	golden(t, "narrow.txt", plain.Bytes())
	golden(t, "colour.txt", colour.Bytes())
	stripped := regexpSGR(colour.String())
	assert.NotEqual(t, stripped, colour.String())
	assert.Equal(t, plain.String(), stripped)
}

func regexpSGR(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] == 0x1b {
			i += strings.IndexByte(s[i:], 'm')
			continue
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

func TestEveryViewFitsTheSchema(t *testing.T) {
	schema := compiled(t)
	for name, view := range views() {
		for _, r := range samples() {
			var b bytes.Buffer
			require.NoError(t, report.NewJSON(&b).Result(view(r)))
			assert.Equal(t, 1, strings.Count(b.String(), "\n"), "one line each")
			value, err := jsonschema.UnmarshalJSON(&b)
			require.NoError(t, err)
			assert.NoError(t, schema.Validate(value), "%s of %s", name, r.Submission)
		}
	}
}

func TestSchemaRefusesACandidatesViewThatShowsMore(t *testing.T) {
	schema := compiled(t)
	for name, spoil := range map[string]func(r *grade.Result){
		"hidden test": func(r *grade.Result) { r.Tests = failed().Tests },
		"detail":      func(r *grade.Result) { r.Detail = "x" },
		"time":        func(r *grade.Result) { r.WallMS = 1 },
		"surface":     func(r *grade.Result) { r.Surface = grade.Surface{"Account": {"balance"}} },
		"no policy":   func(r *grade.Result) { r.Feedback = "" },
		"format":      func(r *grade.Result) { r.Format = "pygrader.result/2" },
	} {
		r := report.CandidateView(failed(), grade.FeedbackHints)
		spoil(&r)
		var b bytes.Buffer
		require.NoError(t, report.NewJSON(&b).Result(r))
		value, err := jsonschema.UnmarshalJSON(&b)
		require.NoError(t, err)
		assert.Error(t, schema.Validate(value), name)
	}
}

func compiled(t *testing.T) *jsonschema.Schema {
	t.Helper()
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(grade.Schema()))
	require.NoError(t, err)
	c := jsonschema.NewCompiler()
	require.NoError(t, c.AddResource("result.schema.json", doc))
	schema, err := c.Compile("result.schema.json")
	require.NoError(t, err)
	return schema
}

// Every string of a hidden test, and whatever is for reviewers, is marked SECRET in the samples.
func TestNoReportForACandidateHoldsAnythingOfHiddenTests(t *testing.T) {
	for _, policy := range []grade.Feedback{grade.FeedbackScore, grade.FeedbackTasks, grade.FeedbackHints, "", "unknown"} {
		for _, r := range samples() {
			for format := range renderers(nil) {
				var b bytes.Buffer
				render(t, renderers(&b)[format], []grade.Result{r}, func(r grade.Result) grade.Result { return report.CandidateView(r, policy) })
				for _, secret := range []string{"SECRET", "tests/hidden", "2345", "2002", "77777777", "74.17"} {
					assert.NotContains(t, b.String(), secret, "%s as %s by policy %q", r.Submission, format, policy)
				}
			}
		}
	}
}

func TestAnUnknownPolicyIsTheStrictest(t *testing.T) {
	assert.Equal(t, report.CandidateView(failed(), grade.FeedbackScore), report.CandidateView(failed(), "everything"))
}

func TestATestOfUnknownVisibilityCountsAsHidden(t *testing.T) {
	r := failed()
	r.Tests[0].Visibility = ""
	assert.Len(t, report.CandidateView(r, grade.FeedbackHints).Tests, 1)
}

// A field that is added to the result fails this test, until someone decides what candidates see of it.
func TestTheCandidatesViewIsAnAllowListOfFields(t *testing.T) {
	full := grade.Result{}
	fillIn(reflect.ValueOf(&full).Elem())
	full.Isolation = "split"
	full.Tests[0].Visibility = grade.Public
	full.Tasks[0].Weight, full.Tasks[0].Earned = 5, 1
	v := report.CandidateView(full, grade.FeedbackHints)
	assert.Equal(t, []string{"Code", "Message", "Detail", "Surface", "Unrecorded", "WallMS"}, dropped(full, v))
	assert.Empty(t, dropped(full.Tests[0], v.Tests[0]), "public tests are kept whole")
	assert.Empty(t, dropped(full.Tasks[0], v.Tasks[0]))
	v = report.CandidateView(full, grade.FeedbackTasks)
	assert.Equal(t, []string{"Passed", "Hint"}, dropped(full.Tasks[0], v.Tasks[0]))
	assert.Equal(t, 1, v.Tasks[0].Total, "counts are of public tests")
	full.Tasks[0].Earned = 5
	assert.Empty(t, report.CandidateView(full, grade.FeedbackHints).Tasks[0].Hint, "who has all points needs no hint")
	reviewer := report.ReviewerView(full)
	assert.Equal(t, []string{"Feedback"}, dropped(full, reviewer))
}

// fillIn gives every field a value.
func fillIn(v reflect.Value) {
	switch v.Kind() {
	case reflect.Struct:
		for i := range v.NumField() {
			fillIn(v.Field(i))
		}
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillIn(v.Index(0))
	case reflect.Map:
		v.Set(reflect.MakeMap(v.Type()))
		key, value := reflect.New(v.Type().Key()).Elem(), reflect.New(v.Type().Elem()).Elem()
		fillIn(key)
		fillIn(value)
		v.SetMapIndex(key, value)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.String:
		v.SetString("x")
	case reflect.Float64:
		v.SetFloat(1)
	default:
		v.SetInt(1)
	}
}

func dropped(from, to any) []string {
	var names []string
	a, b := reflect.ValueOf(from), reflect.ValueOf(to)
	for i := range a.NumField() {
		if !a.Field(i).IsZero() && b.Field(i).IsZero() {
			names = append(names, a.Type().Field(i).Name)
		}
	}
	return names
}

func TestViewsLeaveTheResultAsItWas(t *testing.T) {
	r, same := failed(), failed()
	for _, view := range views() {
		v := view(r)
		v.Tasks = append(v.Tasks[:0], grade.Task{})
		for i := range v.Tests {
			v.Tests[i].ID = "changed"
		}
		v.LeftOut[0] = "changed"
	}
	assert.Equal(t, same, r)
}

func TestNoReportHoldsCharactersThatDoNotShow(t *testing.T) {
	for format := range renderers(nil) {
		var b bytes.Buffer
		render(t, renderers(&b)[format], []grade.Result{hostileResult()}, report.ReviewerView)
		for _, r := range b.String() {
			if r != '\n' && r != '\t' {
				assert.True(t, unicode.IsPrint(r), "%s holds %U", format, r)
			}
		}
	}
}

func TestJSONKeepsTheValueExactly(t *testing.T) {
	r := report.ReviewerView(hostileResult())
	var b bytes.Buffer
	require.NoError(t, report.NewJSON(&b).Result(r))
	var back grade.Result
	require.NoError(t, json.Unmarshal(b.Bytes(), &back))
	assert.Equal(t, strings.ToValidUTF8(hostile, "\ufffd"), back.Detail)
	assert.Equal(t, r.Submission, back.Submission)
}

func TestLongOutputIsCutWithANote(t *testing.T) {
	r := failed()
	r.Tests[1].Stdout = strings.Repeat("line\n", 100_000) + "last\n"
	r.Tests[1].Stderr = strings.Repeat("é", 100_000)
	r.Tests[1].Message = strings.Repeat("m", 100_000)
	for format, r2 := range map[string]int{"txt": 20_000, "xml": 40_000} {
		var b bytes.Buffer
		render(t, renderers(&b)[format], []grade.Result{r}, report.ReviewerView)
		assert.Less(t, b.Len(), r2, format)
		assert.Contains(t, b.String(), "lines cut …]")
		assert.Contains(t, b.String(), "é[… 199500 bytes cut]")
		assert.Contains(t, b.String(), "last")
	}
}

func TestTextKeepsEverySpaceOfAMessage(t *testing.T) {
	r := failed()
	r.Tests[1].Message = "assert 'a  b' == 'a   b'"
	var b bytes.Buffer
	render(t, renderers(&b)["txt"], []grade.Result{r}, report.ReviewerView)
	assert.Contains(t, b.String(), r.Tests[1].Message)
}

// A CI job reads the counts, and fails the build by them.
func TestJUnitCountsItsCasesAndIsNeverGreenForASubmissionThatDidNotPass(t *testing.T) {
	type fault struct {
		Message string `xml:"message,attr"`
	}
	type suite struct {
		Tests    int `xml:"tests,attr"`
		Failures int `xml:"failures,attr"`
		Errors   int `xml:"errors,attr"`
		Skipped  int `xml:"skipped,attr"`
		Cases    []struct {
			Class                   string `xml:"classname,attr"`
			Name                    string `xml:"name,attr"`
			Failure, Error, Skipped *fault
			F                       []fault `xml:"failure"`
			E                       []fault `xml:"error"`
			S                       []fault `xml:"skipped"`
		} `xml:"testcase"`
	}
	for name, view := range views() {
		for _, r := range samples() {
			var b bytes.Buffer
			render(t, report.NewJUnit(&b), []grade.Result{r}, view)
			var doc struct {
				suite
				Suites []suite `xml:"testsuite"`
			}
			require.NoError(t, xml.Unmarshal(b.Bytes(), &doc))
			require.Len(t, doc.Suites, 1)
			s := doc.Suites[0]
			f, e, skipped := 0, 0, 0
			for _, c := range s.Cases {
				assert.NotEmpty(t, c.Class)
				assert.NotEmpty(t, c.Name)
				f, e, skipped = f+len(c.F), e+len(c.E), skipped+len(c.S)
			}
			assert.Equal(t, []int{len(s.Cases), f, e, skipped}, []int{s.Tests, s.Failures, s.Errors, s.Skipped})
			assert.Equal(t, s.Tests, doc.Tests)
			assert.Equal(t, r.Status == grade.StatusPassed, f+e == 0, "%s of %s", name, r.Submission)
		}
	}
}

func TestProgressWritesOverOneLineOnATerminalAndLinesElsewhere(t *testing.T) {
	run := func(live bool) string {
		var b bytes.Buffer
		p := report.NewProgress(&b, live, 24)
		p.Step("building the image")
		p.Step("building the image")
		p.Count(1, 4)
		p.Step("grading \x1b[2Jeve")
		p.Clear()
		p.Clear()
		return b.String()
	}
	assert.Equal(t, "building the image\ngrading \\x1b[2Jeve\n", run(false))
	assert.Equal(t, "\rbuilding the image\x1b[K\rbuilding the image  1 …\x1b[K\rgrading \\x1b[2Jeve\x1b[K\r\x1b[K", run(true))
	var none *report.Progress
	none.Step("x")
	none.Count(1, 2)
	none.Clear()
}

func TestColourIsForTerminalsOnly(t *testing.T) {
	f, err := os.Create(filepath.Join(t.TempDir(), "log"))
	require.NoError(t, err)
	defer f.Close()
	assert.Equal(t, report.TextOptions{}, report.TerminalOptions(f, func(string) string { return "" }))
}

func TestGoldensAreAllInUse(t *testing.T) {
	names := []string{"narrow.txt", "colour.txt"}
	for view := range views() {
		for format := range renderers(nil) {
			names = append(names, fmt.Sprintf("%s.%s", view, format))
		}
	}
	entries, err := os.ReadDir("testdata")
	require.NoError(t, err)
	for _, e := range entries {
		assert.True(t, slices.Contains(names, e.Name()), "testdata/%s is of no test", e.Name())
	}
}

func TestMarkupOfASubmissionStaysText(t *testing.T) {
	var b bytes.Buffer
	render(t, report.NewJUnit(&b), []grade.Result{hostileResult()}, report.ReviewerView)
	var doc struct {
		Cases []struct {
			Out string `xml:"system-out"`
		} `xml:"testsuite>testcase"`
	}
	require.NoError(t, xml.Unmarshal(b.Bytes(), &doc))
	require.Len(t, doc.Cases, 1)
	assert.Contains(t, doc.Cases[0].Out, `]]><testcase/>\r`+"\nsecond\tline")
}

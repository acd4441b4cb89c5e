package exercise_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
)

const withObjects = minimal + "interface = \"objects\"\n"

func TestWithoutASurfaceTOMLTheSurfaceIsOpen(t *testing.T) {
	e, err := exercise.Load(folder(map[string]string{"ex/exercise.toml": withObjects}), "ex")
	require.NoError(t, err)
	assert.Nil(t, e.Surface)
	e, err = exercise.Load(folder(map[string]string{"ex/exercise.toml": withObjects, "ex/surface.toml": "format = 1\n"}), "ex")
	require.NoError(t, err)
	assert.Equal(t, grade.Surface{}, e.Surface, "it grants nothing, which is not the same")
}

func TestSurfaceIsReadByClass(t *testing.T) {
	e, err := exercise.Load(folder(map[string]string{"ex/exercise.toml": withObjects, "ex/surface.toml": `
format = 1
[classes.Account]
attributes = ["deposit", "balance", "balance"]
operations = ["call", "[]"]
comparisons = ["order", "=="]
[classes."*"]
operations = ["iter"]
[classes.function]
attributes = ["calls"]
[classes."Größe"]
`}), "ex")
	require.NoError(t, err)
	assert.Equal(t, grade.Surface{
		"Account": {"(==)", "([])", "(call)", "(order)", "balance", "deposit"}, "*": {"(iter)"}, "function": {"calls"}, "Größe": nil,
	}, e.Surface)
}

func TestMistakesInSurfaceTOMLNameLineAndRemedy(t *testing.T) {
	for name, row := range map[string]struct{ toml, want string }{
		"syntax":           {"format = 1\n[classes\n", `ex/surface.toml:2: is not TOML`},
		"no format":        {"[classes.A]\n", `ex/surface.toml: has no format; add format = 1`},
		"newer":            {"format = 2\n", `:1: format is 2, which is newer`},
		"unknown key":      {"format = 1\nclass = 1\n", `:2: class is not a key that pygrader knows; did you mean "classes"?`},
		"classes no table": {"format = 1\nclasses = []\n", `:2: classes is a list, but must be a table`},
		"class no table":   {"format = 1\n[classes]\nA = 1\n", `:3: classes.A is the number 1, but must be a table`},
		"class name":       {"format = 1\n[classes.\"A.b\"]\n", `:2: classes.A.b is the name of no class`},
		"key of a class":   {"format = 1\n[classes.A]\nattribute = []\n", `:3: classes.A.attribute is not a key that pygrader knows; did you mean "attributes"?`},
		"text for a list":  {"format = 1\n[classes.A]\nattributes = \"x\"\n", `:3: classes.A.attributes is the text "x", but must be a list`},
		"number in list":   {"format = 1\n[classes.A]\noperations = [1]\n", `:3: classes.A.operations holds the number 1, but must hold texts only`},
		"operation":        {"format = 1\n[classes.A]\noperations = [\"cal\"]\n", `:3: classes.A.operations holds "cal", which is no operation; did you mean "call"?`},
		"in parentheses":   {"format = 1\n[classes.A]\nattributes = [\"(call)\"]\n", `:3: classes.A.attributes holds "(call)"; write the name alone`},
		"hidden equality":  {"format = 1\n[classes.A]\noperations = [\"==\"]\n", `:3: classes.A.operations holds "==", by which the solution answers a comparison; move it to comparisons`},
		"no comparison":    {"format = 1\n[classes.A]\ncomparisons = [\"call\"]\n", `by which the solution answers no comparison; move it to operations`},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := exercise.Load(folder(map[string]string{"ex/exercise.toml": withObjects, "ex/surface.toml": row.toml}), "ex")
			mistake(t, err)
			assert.ErrorContains(t, err, row.want)
		})
	}
}

func TestASurfaceWithoutTheInterfaceObjectsIsAMistake(t *testing.T) {
	fsys := folder(map[string]string{"ex/surface.toml": "format = 1\n"})
	_, err := exercise.Load(fsys, "ex")
	mistake(t, err)
	assert.ErrorContains(t, err, `ex/surface.toml: says what tests use of objects, but the interface of the exercise is "plain"; write interface = "objects"`)
	_, err = exercise.NewCatalogue(fsys, "here").OpenToRecord("ex")
	assert.ErrorContains(t, err, `here/ex/surface.toml: says`, "recording would not repair it")
}

func TestWhatIsRecordedReadsAsItWas(t *testing.T) {
	var many []string
	for _, name := range grade.Operations() {
		many = append(many, "("+name+")")
	}
	for _, s := range []grade.Surface{
		{},
		{"Account": {"(==)", "(call)", "balance"}, "*": {"(order)"}, "function": {"calls"}},
		grade.Surface{}.Merge(grade.Surface{"Größe": {"länge", "\"quoted\\\a"}, "A": many}),
	} {
		text := exercise.FormatSurface(s)
		assert.Equal(t, string(text), string(exercise.FormatSurface(s)), "the same every time")
		e, err := exercise.Load(folder(map[string]string{"ex/exercise.toml": withObjects, "ex/surface.toml": string(text)}), "ex")
		require.NoError(t, err, "%s", text)
		assert.Equal(t, s, e.Surface)
	}
	tests := []exercise.ExpectedTest{
		{ID: "tests/hidden/test_a.py::test_a[\x1b\"\\x\n-é]", Visibility: grade.Hidden},
		{ID: "tests/hidden/test_a.py::test_b", Visibility: grade.Hidden},
	}
	e, err := exercise.Load(folder(map[string]string{"ex/tests.toml": string(exercise.FormatExpected(tests))}), "ex")
	require.NoError(t, err)
	assert.Equal(t, tests, e.Expected)
}

func TestTheRecordedSurfaceSetsComparisonsApart(t *testing.T) {
	text := string(exercise.FormatSurface(grade.Surface{"Account": {"(==)", "(call)", "(order)", "balance"}}))
	_, classes, ok := strings.Cut(text, "format = 1\n")
	require.True(t, ok)
	assert.Equal(t, `
[classes.Account]
attributes = ["balance"]
operations = ["call"]
# Read these: the solution's own code answers them.
comparisons = ["==", "order"]
`, classes)
}

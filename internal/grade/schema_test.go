package grade_test

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
)

type object struct {
	Required   []string                  `json:"required"`
	Properties map[string]map[string]any `json:"properties"`
}

type schemaDoc struct {
	object
	Defs struct {
		Outcome map[string]any `json:"outcome"`
		Blame   map[string]any `json:"blame"`
		Task    object         `json:"task"`
		Test    object         `json:"test"`
	} `json:"$defs"`
}

func readSchema(t *testing.T) schemaDoc {
	t.Helper()
	var doc schemaDoc
	require.NoError(t, json.Unmarshal([]byte(grade.Schema()), &doc))
	return doc
}

// The version is a promise to readers. A change that an old reader would misunderstand needs a new number.
func TestTheFormatIsPinned(t *testing.T) {
	assert.Equal(t, "pygrader.result/1", grade.Format)
	assert.Equal(t, grade.Format, readSchema(t).Properties["format"]["const"])
}

func TestSchemaAndTypesHaveTheSameFields(t *testing.T) {
	doc := readSchema(t)
	for name, row := range map[string]struct {
		value  any
		schema object
	}{"result": {grade.Result{}, doc.object}, "task": {grade.Task{}, doc.Defs.Task}, "test": {grade.Test{}, doc.Defs.Test}} {
		var all, required []string
		for _, f := range reflect.VisibleFields(reflect.TypeOf(row.value)) {
			tag, option, _ := strings.Cut(f.Tag.Get("json"), ",")
			all = append(all, tag)
			if option == "" {
				required = append(required, tag)
			}
		}
		assert.ElementsMatch(t, all, slices.Collect(maps.Keys(row.schema.Properties)), name)
		assert.ElementsMatch(t, required, row.schema.Required, "%s: what is always there", name)
	}
}

func TestSchemaKnowsEveryWordOfTheVocabulary(t *testing.T) {
	doc := readSchema(t)
	declared := constants(t)
	for name, schema := range map[string]map[string]any{
		"Outcome": doc.Defs.Outcome, "Blame": doc.Defs.Blame, "Status": doc.Properties["status"],
		"Visibility": doc.Defs.Test.Properties["visibility"], "Feedback": doc.Properties["feedback"],
	} {
		assert.NotEmpty(t, declared[name], name)
		assert.ElementsMatch(t, declared[name], schema["enum"], name)
	}
	assert.ElementsMatch(t, []any{grade.ViewReviewer, grade.ViewCandidate}, doc.Properties["view"]["enum"])
}

// constants reads the values of the typed constants in the package's source.
func constants(t *testing.T) map[string][]any {
	t.Helper()
	values := map[string][]any{}
	for _, file := range []string{"outcome.go", "feedback.go"} {
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		require.NoError(t, err)
		ast.Inspect(f, func(n ast.Node) bool {
			spec, ok := n.(*ast.ValueSpec)
			if !ok {
				return true
			}
			name, ok := spec.Type.(*ast.Ident)
			if !ok {
				return true
			}
			for _, v := range spec.Values {
				text, err := strconv.Unquote(v.(*ast.BasicLit).Value)
				require.NoError(t, err)
				values[name.Name] = append(values[name.Name], text)
			}
			return true
		})
	}
	return values
}

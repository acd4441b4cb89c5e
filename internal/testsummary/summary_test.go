package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

const passes = `{"Action":"run","Package":"p","Test":"TestGood"}
{"Action":"pass","Package":"p","Test":"TestGood"}
{"Action":"run","Package":"p","Test":"TestTable"}
{"Action":"run","Package":"p","Test":"TestTable/one"}
{"Action":"pass","Package":"p","Test":"TestTable/one"}
{"Action":"run","Package":"p","Test":"TestTable/two"}
{"Action":"pass","Package":"p","Test":"TestTable/two"}
{"Action":"pass","Package":"p","Test":"TestTable"}
`

const skips = `{"Action":"run","Package":"p","Test":"TestAway"}
{"Action":"output","Package":"p","Test":"TestAway","Output":"=== RUN   TestAway\n"}
{"Action":"output","Package":"p","Test":"TestAway","Output":"    a_test.go:18: the engine knows no runtime runsc\n"}
{"Action":"output","Package":"p","Test":"TestAway","Output":"--- SKIP: TestAway (0.00s)\n"}
{"Action":"skip","Package":"p","Test":"TestAway"}
`

const ends = `{"Action":"pass","Package":"p","Elapsed":0.1}` + "\n"

func summarize(t *testing.T, input, allowed, junit string) (string, bool) {
	t.Helper()
	file := func(name, text string) string {
		if text == "" {
			return ""
		}
		path := filepath.Join(t.TempDir(), name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	var out strings.Builder
	good, err := run(strings.NewReader(input), &out, file("allowed", allowed), file("junit.xml", junit))
	require.NoError(t, err)
	return out.String(), good
}

func closing(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

func TestSubtestsCountAndTheirParentDoesNot(t *testing.T) {
	text, good := summarize(t, passes+ends, "", "")
	assert.True(t, good)
	assert.Equal(t, "3 passed, 0 failed, 0 skipped", closing(text))
}

func TestASkipIsListedWithItsReason(t *testing.T) {
	text, good := summarize(t, passes+skips+ends, "", "")
	assert.True(t, good)
	assert.Contains(t, text, "  TestAway: the engine knows no runtime runsc\n")
	assert.Equal(t, "3 passed, 0 failed, 1 skipped", closing(text))
}

func TestASkipIsAllowedByNameAndReason(t *testing.T) {
	for allowed, want := range map[string]bool{
		"# for people\nTestAway: no runtime runsc\n": true,
		"TestAway: no Docker engine\n":               false,
		"TestOther: no runtime runsc\n":              false,
	} {
		text, good := summarize(t, passes+skips+ends, allowed, "")
		assert.Equal(t, want, good, "%s%s", allowed, text)
		assert.Equal(t, !want, strings.Contains(text, "not allowed"), allowed)
	}
}

func TestAnAllowanceWithoutAReasonIsAnError(t *testing.T) {
	path := filepath.Join(t.TempDir(), "allowed")
	require.NoError(t, os.WriteFile(path, []byte("TestAway\n"), 0o600))
	_, err := run(strings.NewReader(passes), &strings.Builder{}, path, "")
	assert.ErrorContains(t, err, `"TestAway" has no reason`)
}

func TestAFailureIsShownAndCountedOnce(t *testing.T) {
	text, good := summarize(t, passes+`{"Action":"run","Package":"p","Test":"TestBad"}
{"Action":"run","Package":"p","Test":"TestBad/sub"}
{"Action":"output","Package":"p","Test":"TestBad/sub","Output":"    want 1, got 2\n"}
{"Action":"fail","Package":"p","Test":"TestBad/sub"}
{"Action":"fail","Package":"p","Test":"TestBad"}
{"Action":"fail","Package":"p","Elapsed":0.1}
`, "", "")
	assert.False(t, good)
	assert.Contains(t, text, "want 1, got 2")
	assert.Equal(t, "3 passed, 1 failed, 0 skipped", closing(text))
}

func TestAPackageThatDoesNotBuildFails(t *testing.T) {
	text, good := summarize(t, passes+`{"ImportPath":"q","Action":"build-output","Output":"./q.go:1:1: syntax error\n"}
{"ImportPath":"q","Action":"build-fail"}
{"Action":"fail","Package":"q","Elapsed":0,"FailedBuild":"q"}
`, "", "")
	assert.False(t, good)
	assert.Contains(t, text, "./q.go:1:1: syntax error")
	assert.Equal(t, "3 passed, 1 failed, 0 skipped", closing(text))
}

func TestNoTestAtAllIsNoSuccess(t *testing.T) {
	text, good := summarize(t, "go: something is wrong\n", "", "")
	assert.False(t, good)
	assert.Contains(t, text, "go: something is wrong")
}

func TestAnotherRunnersTestsCount(t *testing.T) {
	text, good := summarize(t, passes+ends, "", `<testsuites><testsuite>
<testcase classname="c" name="test_a"/>
<testcase classname="c" name="test_b"><skipped message="needs cgroup v2"/></testcase>
<testcase classname="c" name="test_c"><failure message="no"/></testcase>
</testsuite></testsuites>`)
	assert.False(t, good)
	assert.Contains(t, text, "  test_b: needs cgroup v2\n")
	assert.Equal(t, "4 passed, 1 failed, 1 skipped", closing(text))
}

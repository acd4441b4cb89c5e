package cli

import (
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func write(t *testing.T, name, text string) *output {
	t.Helper()
	out, err := openOutput(name, nil)
	require.NoError(t, err)
	_, err = out.Write([]byte(text))
	require.NoError(t, err)
	return out
}

func names(t *testing.T, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

func content(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	require.NoError(t, err)
	return string(data)
}

func TestOutputAppearsWhenItIsComplete(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.xml")
	out := write(t, name, "half")
	assert.NoFileExists(t, name)
	require.NoError(t, out.Commit())
	out.Discard()
	assert.Equal(t, "half", content(t, name))
	assert.Equal(t, []string{"report.xml"}, names(t, dir))
}

func TestOutputThatIsNotCompletedLeavesTheOldOne(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.xml")
	require.NoError(t, os.WriteFile(name, []byte("old"), 0o600))
	write(t, name, "half").Discard()
	assert.Equal(t, "old", content(t, name))
	assert.Equal(t, []string{"report.xml"}, names(t, dir))
}

func TestOutputKeepsTheModeAndTheLink(t *testing.T) {
	dir := t.TempDir()
	name := filepath.Join(dir, "report.xml")
	require.NoError(t, os.WriteFile(name, []byte("old"), 0o600))
	link := filepath.Join(dir, "latest.xml")
	require.NoError(t, os.Symlink(name, link))
	require.NoError(t, write(t, link, "new").Commit())
	info, err := os.Lstat(link)
	require.NoError(t, err)
	assert.Equal(t, fs.ModeSymlink, info.Mode().Type())
	info, err = os.Lstat(name)
	require.NoError(t, err)
	assert.Equal(t, fs.FileMode(0o600), info.Mode())
	assert.Equal(t, "new", content(t, name))
}

func TestOutputToADeviceLeavesItADevice(t *testing.T) {
	out := write(t, "/dev/null", "text")
	require.NoError(t, out.Commit())
	info, err := os.Stat("/dev/null")
	require.NoError(t, err)
	assert.NotZero(t, info.Mode()&fs.ModeCharDevice)
}

func TestOutputThatCannotBeWrittenIsAMistake(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		dir:                               "is a folder; name a file",
		filepath.Join(dir, "no", "r.xml"): "no such file or directory; name a file in a folder that is there",
	} {
		_, err := openOutput(name, nil)
		assert.ErrorContains(t, err, text)
		assert.Equal(t, exitMistake, exitCode(err))
	}
}

package cli

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var update = flag.Bool("update", false, "write the golden files anew")

// commands lists a command and all below it.
func commands(cmd *cobra.Command) []*cobra.Command {
	list := []*cobra.Command{cmd}
	for _, sub := range cmd.Commands() {
		list = append(list, commands(sub)...)
	}
	return list
}

func TestHelp(t *testing.T) {
	var b strings.Builder
	for _, cmd := range commands(newRoot(System{})) {
		var out strings.Builder
		args := append(strings.Fields(cmd.CommandPath())[1:], "--help")
		require.Equal(t, exitPassed, run(t.Context(), System{Stdout: &out, Stderr: &out}, args))
		b.WriteString("$ " + cmd.CommandPath() + " --help\n" + out.String() + "\n")
		for line := range strings.Lines(out.String()) {
			assert.LessOrEqual(t, len(line), 140, line)
		}
	}
	golden := filepath.Join("testdata", "help.txt")
	if *update {
		require.NoError(t, os.WriteFile(golden, []byte(b.String()), 0o600))
	}
	want, err := os.ReadFile(golden)
	require.NoError(t, err)
	assert.Equal(t, string(want), b.String(), "run the tests with -update and read the difference")
}

func TestEveryCommandSaysWhatItDoesAndHow(t *testing.T) {
	for _, cmd := range commands(newRoot(System{})) {
		assert.NotEmpty(t, cmd.Short, cmd.CommandPath())
		assert.NotEmpty(t, cmd.Example, cmd.CommandPath())
		for example := range strings.Lines(cmd.Example) {
			assert.Contains(t, example, "pygrader "+strings.TrimPrefix(strings.TrimPrefix(cmd.CommandPath(), "pygrader"), " "), "it shows this command")
		}
	}
}

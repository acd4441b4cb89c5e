package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"syscall"
	"testing"
	"time"

	"github.com/docker/docker/api/types/container"
	"github.com/docker/docker/api/types/filters"
	"github.com/docker/docker/client"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// containers counts what the engine holds of a process.
func containers(t *testing.T, pid int) int {
	t.Helper()
	api, err := client.NewClientWithOpts(client.FromEnv, client.WithAPIVersionNegotiation())
	require.NoError(t, err)
	defer func() { assert.NoError(t, api.Close()) }()
	list, err := api.ContainerList(t.Context(), container.ListOptions{All: true,
		Filters: filters.NewArgs(filters.Arg("label", "pygrader.pid="+strconv.Itoa(pid)))})
	require.NoError(t, err)
	return len(list)
}

func TestAnInterruptedGradingLeavesNothing(t *testing.T) {
	if _, err := engine(); err != nil {
		t.Skipf("no Docker engine for this test: %v", err)
	}
	for _, signal := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM} {
		t.Run(signal.String(), func(t *testing.T) {
			dir := t.TempDir()
			file := func(name, text string) string {
				path := filepath.Join(dir, name)
				require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
				return path
			}
			suite := file("test_it.py", "from solution import f\n\n\ndef test_it():\n    assert f()\n")
			hangs := file("hangs.py", "import time\n\n\ndef f():\n    while True:\n        time.sleep(1)\n")
			report := filepath.Join(dir, "report.xml")

			var stderr bytes.Buffer
			cmd := exec.Command(os.Args[0])
			cmd.Args = []string{"pygrader", "grade", "--suite", suite, hangs, hangs, "--format", "junit", "--output", report}
			cmd.Stderr = &stderr
			require.NoError(t, cmd.Start())
			require.Eventually(t, func() bool { return containers(t, cmd.Process.Pid) >= 2 }, time.Minute, 10*time.Millisecond)
			require.NoError(t, cmd.Process.Signal(signal))
			_ = cmd.Wait() // its exit code is looked at

			assert.Equal(t, exitInterrupted, cmd.ProcessState.ExitCode())
			assert.Equal(t, "pygrader: interrupted; nothing is left running\n", stderr.String())
			assert.Zero(t, containers(t, cmd.Process.Pid))
			left, err := os.ReadDir(dir)
			require.NoError(t, err)
			assert.Len(t, left, 2, "neither a report nor a part of one")
		})
	}
}

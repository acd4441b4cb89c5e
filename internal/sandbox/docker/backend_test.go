package docker

import (
	"bufio"
	"context"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
	"time"

	cerrdefs "github.com/containerd/errdefs"
	"github.com/docker/docker/api/types/container"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// echo answers each line with itself, and ends at the end of its input.
const echo = `
import sys
for line in sys.stdin.buffer:
    sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()
`

// deaf reads nothing, ignores what it can ignore, and says when it is ready.
const deaf = `
import signal, time
for s in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGPIPE):
    signal.signal(s, signal.SIG_IGN)
print("ready", flush=True)
while True:
    time.sleep(1)
`

func guestSpec() sandbox.Spec {
	return sandbox.Spec{Role: sandbox.Guest, Limits: grade.DefaultLimits()}
}

// python returns a backend whose containers run a script instead of pygrader's own program.
func python(t *testing.T, script string) *Backend {
	t.Helper()
	img := testImage(t)
	b := NewBackend(Options{Client: testClient(t), Image: img})
	b.command = []string{"python3", "-P", "-s", "-B", "-c", script}
	t.Cleanup(func() { assert.NoError(t, b.Close(context.Background())) })
	return b
}

func start(t *testing.T, b *Backend, spec sandbox.Spec) *process {
	t.Helper()
	p, err := b.start(t.Context(), spec)
	require.NoError(t, err)
	t.Cleanup(p.Stop)
	return p
}

func readLine(t *testing.T, r io.Reader) string {
	t.Helper()
	line, err := bufio.NewReader(r).ReadString('\n')
	require.NoError(t, err)
	return strings.TrimSpace(line)
}

func ofBackend(t *testing.T, b *Backend) []container.Summary {
	t.Helper()
	list, err := b.client.list(t.Context(), labelBackend+"="+b.prepared.labels[labelBackend])
	require.NoError(t, err)
	return list
}

func TestAFrameGoesThereAndBack(t *testing.T) {
	p := start(t, python(t, echo), guestSpec())
	for _, size := range []int{1, 100, streamBuffer, 1 << 20} {
		sent := append(slices.Repeat([]byte("x"), size), '\n')
		go func() { _, _ = p.Write(sent) }() // ends with the process at the latest
		got := make([]byte, len(sent))
		_, err := io.ReadFull(p, got)
		require.NoError(t, err)
		assert.Equal(t, sent, got)
	}
}

func TestStderrIsKeptApartAndCapped(t *testing.T) {
	p := start(t, python(t, `
import sys
for i in range(200):
    sys.stderr.write("e" * 1000); sys.stderr.flush()
    sys.stdout.write("o"); sys.stdout.flush()
`), guestSpec())
	out, err := io.ReadAll(p)
	require.NoError(t, err)
	assert.Equal(t, strings.Repeat("o", 200), string(out))
	assert.Equal(t, strings.Repeat("e", sandbox.MostDiagnostics)+"\n[cut]", p.Stderr())
}

func TestTheExitIsKnownThoughTheContainerIsRemoved(t *testing.T) {
	for script, want := range map[string]int{
		"raise SystemExit(7)": 7,
		"pass":                0,
		"import os, resource; os.execv('/bin/false', ['no'])": 1,
	} {
		p := start(t, python(t, script), guestSpec())
		_, err := io.ReadAll(p)
		require.NoError(t, err)
		exit, err := p.Wait(t.Context())
		require.NoError(t, err)
		assert.Equal(t, sandbox.Exit{Code: want}, exit, script)
		_, err = p.Read(make([]byte, 1))
		assert.Equal(t, io.EOF, err)
	}
}

func TestMemoryOverTheWallIsAnOOMKill(t *testing.T) {
	p := start(t, python(t, "x = bytearray(1 << 30); x[::4096] = b'x' * len(x[::4096])"), guestSpec())
	_, err := io.ReadAll(p)
	require.NoError(t, err)
	exit, err := p.Wait(t.Context())
	require.NoError(t, err)
	assert.Equal(t, sandbox.Exit{Code: 137, OOMKilled: true}, exit)
}

func TestStopEndsWhatIgnoresEverything(t *testing.T) {
	b := python(t, deaf)
	p := start(t, b, guestSpec())
	require.Equal(t, "ready", readLine(t, p))
	p.Stop()
	p.Stop() // more than once is fine
	exit, err := p.Wait(t.Context())
	require.NoError(t, err)
	assert.Equal(t, sandbox.Exit{Code: 137}, exit)
	_, err = p.Read(make([]byte, 1))
	assert.Equal(t, io.EOF, err)
	require.NoError(t, b.Close(t.Context()))
	assert.Empty(t, ofBackend(t, b), "Close waits for the removal")
}

func TestCloseStopsWhatStillRuns(t *testing.T) {
	b := python(t, deaf)
	p := start(t, b, guestSpec())
	require.Equal(t, "ready", readLine(t, p))
	require.NoError(t, b.Close(t.Context()))
	assert.Empty(t, ofBackend(t, b))
	_, err := b.Start(t.Context(), guestSpec())
	assert.ErrorIs(t, err, errClosed)
}

func TestACancelledStartLeavesNothing(t *testing.T) {
	b := python(t, deaf)
	for _, after := range []time.Duration{0, time.Millisecond, 10 * time.Millisecond, 50 * time.Millisecond} {
		ctx, cancel := context.WithTimeout(t.Context(), after)
		p, err := b.Start(ctx, guestSpec())
		if err == nil { // it was faster
			p.Stop()
		}
		cancel()
	}
	require.NoError(t, b.Close(t.Context()))
	assert.Empty(t, ofBackend(t, b))
}

func TestAMissingImageIsExplained(t *testing.T) {
	b := python(t, echo)
	b.opts.Image.Ref = repository + ":000000000000"
	_, err := b.Start(t.Context(), guestSpec())
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.Remedy, "pygrader image build")
}

func TestAnUnknownRuntimeIsExplained(t *testing.T) {
	b := NewBackend(Options{Client: testClient(t), Image: testImage(t), Runtime: "no-such-runtime"})
	_, err := b.Start(t.Context(), guestSpec())
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.Problem, "no-such-runtime")
}

// runnerVariable makes the test binary a runner that starts a container and waits to be killed.
const runnerVariable = "PYGRADER_TEST_RUNNER_IMAGE"

func TestMain(m *testing.M) {
	if ref := os.Getenv(runnerVariable); ref != "" {
		runUntilKilled(ref)
	}
	os.Exit(m.Run())
}

func runUntilKilled(ref string) {
	c, err := Connect(context.Background())
	if err != nil {
		panic(err)
	}
	b := NewBackend(Options{Client: c, Image: Image{Ref: ref}})
	b.command = []string{"python3", "-c", os.Getenv("PYGRADER_TEST_RUNNER_SCRIPT")}
	if os.Getenv("PYGRADER_TEST_RUNNER_LEAKS") != "" { // as if the engine's own means had failed
		b.adjust = func(c *container.Config, h *container.HostConfig) { c.StdinOnce, h.AutoRemove = false, false }
	}
	p, err := b.start(context.Background(), guestSpec())
	if err != nil {
		panic(err)
	}
	line, _ := bufio.NewReader(p).ReadString('\n')
	_, _ = os.Stdout.WriteString(p.id + " " + line)
	select {}
}

// killedRunner starts a container from another process, which is then killed, and returns the container's id.
func killedRunner(t *testing.T, script string, leaks string) string {
	t.Helper()
	img := testImage(t)
	cmd := exec.Command(os.Args[0]) //nolint:gosec // this test itself
	cmd.Env = append(os.Environ(), runnerVariable+"="+img.Ref, "PYGRADER_TEST_RUNNER_SCRIPT="+script,
		"PYGRADER_TEST_RUNNER_LEAKS="+leaks)
	out, err := cmd.StdoutPipe()
	require.NoError(t, err)
	require.NoError(t, cmd.Start())
	id, ready, _ := strings.Cut(readLine(t, out), " ")
	require.Equal(t, "ready", ready)
	require.NoError(t, cmd.Process.Kill())
	_ = cmd.Wait()
	return id
}

func TestAContainerEndsWithItsKilledRunner(t *testing.T) {
	id := killedRunner(t, `print("ready", flush=True); import sys; sys.stdin.read()`, "")
	gone, failed := testClient(t).api.ContainerWait(t.Context(), id, container.WaitConditionRemoved)
	select {
	case <-gone:
	case err := <-failed:
		assert.True(t, cerrdefs.IsNotFound(err), err) // it was faster than this test
	}
}

func TestSweepRemovesWhatDeadRunnersLeftAndNothingElse(t *testing.T) {
	c := testClient(t)
	left := killedRunner(t, deaf, "leaks")
	living := start(t, python(t, deaf), guestSpec())
	foreign := python(t, deaf)
	foreign.adjust = func(c *container.Config, _ *container.HostConfig) {
		c.Labels[labelHost] = "elsewhere"
		c.Labels[labelPid] = "1"
	}
	elsewhere := start(t, foreign, guestSpec())

	n, err := c.Sweep(t.Context())
	require.NoError(t, err)
	assert.Positive(t, n)
	_, err = c.api.ContainerInspect(t.Context(), left)
	require.True(t, cerrdefs.IsNotFound(err), err)
	for _, p := range []*process{living, elsewhere} {
		found, err := c.api.ContainerInspect(t.Context(), p.id)
		require.NoError(t, err)
		assert.True(t, found.State.Running)
	}
}

package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

// TestMain lets scripts run this binary as pygrader.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"pygrader": func() { os.Exit(Main(os.Args[1:], NewSystem(os.Stdout, os.Stderr, os.Getenv))) },
	})
}

// engine tells whether there is one, and builds the image for all tests at once.
var engine = sync.OnceValues(func() (*docker.Client, error) {
	client, err := docker.Connect(context.Background())
	if err == nil {
		_, err = client.EnsureImage(context.Background(), nil)
	}
	return client, err
})

// The command line's promises: testdata/script says what each is about.
func TestScripts(t *testing.T) {
	testdata, err := filepath.Abs("../../testdata")
	require.NoError(t, err)
	testscript.Run(t, testscript.Params{
		Dir:                 filepath.Join(testdata, "script"),
		UpdateScripts:       *update,
		RequireExplicitExec: true,
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"code":  expectCode,
			"scrub": scrub,
		},
		Condition: func(name string) (bool, error) {
			if name != "docker" {
				return false, fmt.Errorf("there is no condition %q", name)
			}
			_, err := engine()
			return err == nil, nil
		},
		Setup: func(env *testscript.Env) error {
			env.Setenv("DEMO", filepath.Join(testdata, "submissions", "demo"))
			for _, name := range []string{"DOCKER_HOST", "DOCKER_CERT_PATH", "DOCKER_TLS_VERIFY", "DOCKER_API_VERSION"} {
				if value, ok := os.LookupEnv(name); ok {
					env.Setenv(name, value)
				}
			}
			return nil
		},
	})
}

// expectCode runs a command that must end with that exit code: code N COMMAND ARGS...
func expectCode(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: code N COMMAND ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		exit, ok := errors.AsType[*exec.ExitError](err)
		if !ok {
			ts.Fatalf("running %s: %v", args[1], err)
		}
		got = exit.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
}

// measured is what differs from run to run, and what stands in its place.
var measured = []struct {
	pattern     *regexp.Regexp
	replacement string
}{
	{regexp.MustCompile(`\([\d.]+ m?s, CPU [\d.]+ m?s, [\d.]+ [KMG]?i?B\)`), "(TIME, CPU TIME, MEMORY)"},
	{regexp.MustCompile(`"(wall_ms|cpu_ms|peak_memory_bytes)":\d+`), `"$1":0`},
	{regexp.MustCompile(` time="[\d.]+"`), ` time="0"`},
}

// scrub writes a file without what differs from run to run: scrub FILE TO
func scrub(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: scrub FILE TO")
	}
	text := ts.ReadFile(args[0])
	for _, m := range measured {
		text = m.pattern.ReplaceAllString(text, m.replacement)
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(text), 0o600))
}

package main

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/sandbox/local"
)

// warm compares submission to verdict, a judge and a fresh guest at hand, with bare pytest on the host: tests as a bare
// suite has them, and each in a process of its own.
func warm(ctx context.Context, dir string, opts docker.Options, runs int) error {
	for _, tests := range []string{exercise.AsOne, exercise.Alone} {
		for _, count := range []int{2, 10} {
			if err := warmTests(ctx, dir, opts, runs, count, tests); err != nil {
				return err
			}
		}
	}
	return nil
}

func warmTests(ctx context.Context, dir string, opts docker.Options, runs, count int, share string) error {
	folder := filepath.Join(dir, fmt.Sprintf("warm-%s-%d", share, count))
	var tests strings.Builder
	tests.WriteString("from solution import double\n")
	for i := range count {
		fmt.Fprintf(&tests, "\n\ndef test_%d():\n    assert double(%d) == %d\n", i, i, 2*i)
	}
	files := map[string]string{"solution.py": "def double(x):\n    return 2 * x\n", "tests/test_double.py": tests.String()}
	if err := write(folder, files); err != nil {
		return err
	}
	ex, err := exercise.FromSuite(filepath.Join(folder, "tests"), "solution.py")
	if err != nil {
		return err
	}
	ex.Interface, ex.Tests = "plain", share
	backend := docker.NewBackend(opts)
	g := grader.New(grader.Config{Backend: backend})
	ready := func() error { return g.Ready(ctx, ex) } // the next guest starts; nobody is timed meanwhile
	ours := func() error { return passes(ctx, g, ex, filepath.Join(folder, "solution.py")) }
	theirs := func() error {
		return command(folder, "/usr/bin/env", "PYTHONPATH=.", "/usr/bin/python3", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests")
	}
	err = pair(fmt.Sprintf("warm, %d tests %s, against bare pytest", count, share), runs, ready, ours, theirs)
	g.Close()
	return errors.Join(err, backend.Close(ctx))
}

func passes(ctx context.Context, g *grader.Grader, ex *exercise.Exercise, path string) error {
	result, err := g.Grade(ctx, ex, path)
	if err == nil && result.Status != grade.StatusPassed {
		err = fmt.Errorf("%s: %s %s", result.Status, result.Message, result.Detail)
	}
	return err
}

const echo = `
import json
import time

import solution
from solution import echo


def test_calls(capsys):
    figures = {}
    for name, function, value, count in (
            ("1 B", echo, b"x", 500), ("100 KB", echo, b"x" * 100_000, 50), ("5 MB", echo, b"x" * 5_000_000, 5),
            ("1 B, and the function read off its module", lambda value: solution.echo(value), b"x", 500)):
        samples = []
        for _ in range(count):
            begun = time.perf_counter()
            function(value)
            samples.append(1000 * (time.perf_counter() - begun))
        samples.sort()
        figures[name] = samples[len(samples) // 2]
    print(json.dumps(figures))
`

// calls measures one remote call there and back, through Docker and between two local processes.
func calls(ctx context.Context, dir string, opts docker.Options) error {
	folder := filepath.Join(dir, "calls")
	if err := write(folder, map[string]string{"solution.py": "def echo(x):\n    return x\n", "tests/test_echo.py": echo}); err != nil {
		return err
	}
	ex, err := exercise.FromSuite(filepath.Join(folder, "tests"), "solution.py")
	if err != nil {
		return err
	}
	ex.Interface = "plain"
	processes, err := local.NewBackend(local.Options{})
	if err != nil {
		return err
	}
	for name, backend := range map[string]sandbox.Backend{"docker": docker.NewBackend(opts), "local": processes} {
		g := grader.New(grader.Config{Backend: backend})
		for range 3 {
			result, err := g.Grade(ctx, ex, filepath.Join(folder, "solution.py"))
			if err != nil || result.Status != grade.StatusPassed {
				return fmt.Errorf("%s: %s %w", result.Message, result.Detail, err)
			}
			fmt.Printf("one call there and back, %-6s medians in ms: %s\n", name, strings.TrimSpace(result.Tests[0].Stdout))
		}
		g.Close()
		if err := backend.Close(ctx); err != nil {
			return err
		}
	}
	return nil
}

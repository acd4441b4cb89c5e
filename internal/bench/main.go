// Command bench measures what pygrader promises of its speed, each figure against its yardstick in the same run, in
// turn, so that a ratio holds when the machine's speed drifts. It prints the medians, the ratios and every sample.
//
// It needs a Docker engine, the sandbox image and /usr/bin/python3 with pytest. It asserts nothing.
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

func main() {
	runs := flag.Int("n", 9, "counted runs of each side")
	only := flag.String("only", "cold,warm,call,objects", "what to measure")
	flag.Parse()
	if err := run(context.Background(), *runs, strings.Split(*only, ",")); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, runs int, only []string) error {
	dir, err := os.MkdirTemp("", "pygrader-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	client, err := docker.Connect(ctx)
	if err != nil {
		return err
	}
	image, err := client.EnsureImage(ctx, func(step string) { fmt.Fprintln(os.Stderr, step) })
	if err != nil {
		return err
	}
	for name, measure := range map[string]func() error{
		"cold":    func() error { return cold(dir, image.Ref, runs) },
		"warm":    func() error { return warm(ctx, dir, docker.Options{Client: client, Image: image}, runs) },
		"call":    func() error { return calls(ctx, dir, docker.Options{Client: client, Image: image}) },
		"objects": func() error { return objects(ctx, dir, docker.Options{Client: client, Image: image}, runs) },
	} {
		if slices.Contains(only, name) {
			if err := measure(); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

// pair times two things in turn, after one uncounted turn, and prints both and their ratio. before is what ours needs
// and is not timed.
func pair(name string, runs int, before, ours, theirs func() error) error {
	var a, b []float64
	for i := range runs + 1 {
		if err := before(); err != nil {
			return err
		}
		for _, side := range []struct {
			do      func() error
			samples *[]float64
		}{{ours, &a}, {theirs, &b}} {
			begun := time.Now()
			if err := side.do(); err != nil {
				return err
			}
			if i > 0 {
				*side.samples = append(*side.samples, float64(time.Since(begun).Microseconds())/1000)
			}
		}
	}
	ratios := make([]float64, len(a))
	for i := range a {
		ratios[i] = a[i] / b[i]
	}
	fmt.Printf("%s\n  pygrader   %7.1f ms   %s\n  yardstick  %7.1f ms   %s\n  ratio      %7.2f      %s\n",
		name, median(a), list(a), median(b), list(b), median(ratios), list(ratios))
	return nil
}

func median(samples []float64) float64 {
	sorted := slices.Sorted(slices.Values(samples))
	return sorted[len(sorted)/2]
}

func list(samples []float64) string {
	texts := make([]string, len(samples))
	for i, s := range samples {
		texts[i] = fmt.Sprintf("%.2f", s)
	}
	return strings.Join(texts, " ")
}

// command runs a command to its end; what it prints is shown only when it fails.
func command(dir, name string, args ...string) error {
	cmd := exec.Command(name, args...) //nolint:gosec // our own commands
	cmd.Dir = dir
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("%s %s: %w\n%s", name, strings.Join(args, " "), err, out)
	}
	return nil
}

func write(dir string, files map[string]string) error {
	for name, text := range files {
		at := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil { //nolint:gosec // read by the container's user
			return err
		}
		if err := os.WriteFile(at, []byte(text), 0o644); err != nil { //nolint:gosec // as above
			return err
		}
	}
	return nil
}

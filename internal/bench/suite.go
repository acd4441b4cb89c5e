package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/grader"
)

// suite is one test file and its solution, to be run both ways.
type suite struct {
	folder, solution string
	exercise         *exercise.Exercise
}

func suiteOf(folder, tests string) (suite, error) {
	s := suite{folder: folder, solution: filepath.Join(folder, "solution.py")}
	err := write(folder, map[string]string{"solution.py": account, "tests/test_objects.py": tests})
	if err == nil {
		s.exercise, err = exercise.FromSuite(filepath.Join(folder, "tests"), "solution.py")
	}
	return s, err
}

// plain runs it in one process and gives what it printed.
func (s suite) plain() (string, error) {
	cmd := exec.Command("/usr/bin/env", "PYTHONPATH=.", "/usr/bin/python3", "-B", "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "tests")
	cmd.Dir = s.folder
	out, err := cmd.CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("%v: %w\n%s", cmd.Args, err, out)
	}
	return string(out), nil
}

// graded runs it across two and gives what its tests printed.
func (s suite) graded(ctx context.Context, g *grader.Grader) (string, error) {
	result, err := g.Grade(ctx, s.exercise, s.solution)
	var out strings.Builder
	for _, t := range result.Tests {
		out.WriteString(t.Stdout)
		if t.Outcome != grade.Passed {
			err = errors.Join(err, fmt.Errorf("%s: %s: %s", t.ID, t.Outcome, t.Message))
		}
	}
	return out.String(), err
}

// measure prints the medians over all runs, each side in turn.
func (s suite) measure(ctx context.Context, name string, g *grader.Grader, runs int) error {
	ours, theirs, ratios := map[string][]float64{}, map[string][]float64{}, map[string][]float64{}
	for range runs {
		across, err := s.graded(ctx, g)
		if err != nil {
			return err
		}
		within, err := s.plain()
		if err != nil {
			return err
		}
		a, b := figures(across), figures(within)
		for _, part := range parts {
			ours[part], theirs[part] = append(ours[part], a[part]), append(theirs[part], b[part])
			ratios[part] = append(ratios[part], a[part]/b[part])
		}
	}
	fmt.Printf("the cost of one, %s, medians of %d runs\n", name, runs)
	for _, part := range parts {
		fmt.Printf("  %-13s %9.4f ms   in one process %9.6f ms   ratio %9.0f\n", part, median(ours[part]), median(theirs[part]), median(ratios[part]))
	}
	return nil
}

var object = regexp.MustCompile(`\{[^{}]*\}`)

// figures reads the JSON objects in what was printed, between pytest's own dots.
func figures(printed string) map[string]float64 {
	all := map[string]float64{}
	for _, text := range object.FindAllString(printed, -1) {
		_ = json.Unmarshal([]byte(text), &all) // what is missing shows as NaN
	}
	return all
}

package cli

import (
	"context"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/verify"
)

func (v *verifying) record(ctx context.Context, ex *exercise.Exercise) error {
	if len(ex.Accepted) == 0 {
		return mistaken("recording exercise %q: it has no accepted solution to record from; put one into solutions/accepted", ex.Slug)
	}
	recorded, err := verify.RecordAccepted(ctx, v.grader, ex, func(solution string) {
		v.step(fmt.Sprintf("recording %s from %s", ex.Slug, solution))
	})
	if err != nil {
		return err
	}
	dir := filepath.Join(v.opts.Exercises, ex.Slug)
	if err := writeRecording(dir, recorded); err != nil {
		return err
	}
	v.progress.Clear()
	return v.sys.print(aboutRecording(ex, recorded))
}

// writeRecording writes the surface first: it is without effect on tests that are not expected yet.
func writeRecording(dir string, r verify.Recording) error {
	if r.Surface != nil {
		if err := replaceFile(filepath.Join(dir, exercise.SurfaceFile), exercise.FormatSurface(r.Surface)); err != nil {
			return err
		}
	}
	return replaceFile(filepath.Join(dir, exercise.TestsFile), exercise.FormatExpected(r.Tests))
}

// aboutRecording is what an author should read.
func aboutRecording(ex *exercise.Exercise, r verify.Recording) string {
	var b strings.Builder
	var solutions []string
	for _, s := range ex.Accepted {
		solutions = append(solutions, "accepted/"+s.Name)
	}
	_, _ = fmt.Fprintf(&b, "%s: recorded %s from %s\n", ex.Slug, counted(len(r.Tests), "test"), strings.Join(solutions, ", "))
	if len(r.LeftOut) > 0 {
		because := "it skips them"
		if len(solutions) > 1 {
			because = "not all of these pass them"
		}
		_, _ = fmt.Fprintf(&b, "  left out, since %s: %s\n", because, strings.Join(r.LeftOut, ", "))
	}
	if r.Surface == nil {
		return b.String()
	}
	comparing := r.Surface.Comparing()
	if len(comparing) == 0 {
		b.WriteString("  no comparison rests on the solution's code\n")
		return b.String()
	}
	b.WriteString("  comparisons that the solution's code answers (read these in surface.toml):\n")
	for _, class := range slices.Sorted(maps.Keys(comparing)) {
		name := class
		if class == grade.SurfaceRest {
			name = "other classes"
		}
		_, _ = fmt.Fprintf(&b, "    %s: %s\n", name, strings.Join(comparing[class], ", "))
	}
	return b.String()
}

// counted says how many there are of something.
func counted(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

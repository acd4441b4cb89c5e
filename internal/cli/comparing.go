package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/verify"
)

// compare tells which isolation an exercise needs. Where it names the other one, its split verdicts are wrong, or it
// gives up what a split holds for nothing.
func (v *verifying) compare(ctx context.Context, ex *exercise.Exercise) error {
	if len(ex.Accepted) == 0 {
		return mistaken("comparing exercise %q: it has no accepted solution to compare with; put one into solutions/accepted", ex.Slug)
	}
	c, err := verify.Compare(ctx, v.grader, ex, v.step)
	if err != nil {
		return err
	}
	v.progress.Clear()
	if err := v.sys.print(aboutComparison(ex, c)); err != nil {
		return err
	}
	if len(c.Differ) > 0 && ex.Isolation == grade.IsolationSplit {
		return told{errUnproven}
	}
	return nil
}

func aboutComparison(ex *exercise.Exercise, c verify.Comparison) string {
	var b strings.Builder
	if len(c.Differ) == 0 {
		_, _ = fmt.Fprintf(&b, "split   %s  the same verdicts as shared on %d tests of %d solutions\n", ex.Slug, c.Tests, c.Solutions)
		if ex.Isolation == grade.IsolationShared {
			b.WriteString("          exercise.toml says isolation = \"shared\": without it, and with interface = \"objects\", nothing reads the tests\n")
		}
		return b.String()
	}
	_, _ = fmt.Fprintf(&b, "shared  %s  %d of %d tests of %d solutions come to another verdict when split\n", ex.Slug, len(c.Differ), c.Tests, c.Solutions)
	for _, d := range c.Differ {
		text := fmt.Sprintf("          %s, %s: split %s, shared %s", d.Test, d.Solution, words(d.Split), words(d.Shared))
		if d.Reason != "" {
			text += ": " + d.Reason
		}
		b.WriteString(text + "\n")
	}
	return b.String()
}

func words(o grade.Outcome) string { return strings.ReplaceAll(string(o), "_", " ") }

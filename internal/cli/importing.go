package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grader"
	"github.com/pygrader/pygrader/internal/verify"
)

// runImportExercism builds the exercise in a folder beside its place, and moves it there when all is done.
func runImportExercism(ctx context.Context, sys System, opts importOptions) (err error) {
	imported, err := opts.read()
	if err != nil {
		return err
	}
	target := filepath.Join(opts.Into, imported.Slug)
	if _, err := os.Lstat(target); err == nil {
		return mistaken("%q is there already and is left as it is; name another folder with --into", target)
	}
	temp, err := os.MkdirTemp(opts.Into, ".pygrader-import-")
	if err != nil {
		return mistaken("--into: %v; name a folder that is there and that you may write to", err)
	}
	defer func() { err = closed(err, os.RemoveAll(temp)) }()
	built := filepath.Join(temp, imported.Slug)
	if err := writeFiles(built, imported); err != nil {
		return fmt.Errorf("writing the exercise: %w", err)
	}
	ex, err := exercise.Load(os.DirFS(temp), imported.Slug)
	if err != nil {
		return err
	}
	about, failed := opts.record(ctx, sys, ex, built)
	if failed != nil && !is[told](failed) {
		return failed
	}
	if err := os.Rename(built, target); err != nil {
		return fmt.Errorf("moving the exercise to its place: %w", err)
	}
	text := fmt.Sprintf("made the exercise %s\n", target) + about
	for _, note := range imported.Notes {
		text += "  not carried over: " + note + "\n"
	}
	if err := sys.print(text); err != nil {
		return err
	}
	return failed
}

// read takes the folder in. Links that lead out of it are not followed: it may be anybody's.
func (o *importOptions) read() (*exercise.Imported, error) {
	from, err := filepath.Abs(o.From)
	if err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(from)
	if err != nil {
		return nil, mistaken("import exercism: %v; name the folder of one exercise", err)
	}
	defer func() { _ = root.Close() }() // it was only read
	return exercise.FromExercism(root.FS(), filepath.Base(from))
}

func writeFiles(dir string, imported *exercise.Imported) error {
	for _, f := range imported.Files {
		at := filepath.Join(dir, filepath.FromSlash(f.Path))
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil { //nolint:gosec // an exercise is no secret of its author's account
			return err
		}
		if err := os.WriteFile(at, f.Data, 0o644); err != nil { //nolint:gosec // as above
			return err
		}
	}
	return nil
}

// record runs the reference where there is one. That it does not pass is told, and no reason to throw the rest away.
func (o *importOptions) record(ctx context.Context, sys System, ex *exercise.Exercise, dir string) (about string, err error) {
	if len(ex.Accepted) == 0 {
		return "", told{errUnproven}
	}
	progress := sys.progress()
	if sys.Live {
		progress.Step("running the reference of " + ex.Slug)
	}
	var recorded verify.Recording
	err = o.withGrader(ctx, sys, progress, nil, func(g *grader.Grader) (err error) {
		recorded, err = verify.RecordAccepted(ctx, g, ex, func(string) {})
		return err
	})
	if bad, ok := errors.AsType[*exercise.Error](err); ok {
		text := strings.ReplaceAll(bad.Error(), "\n", "\n  ")
		return "  not carried over: what the reference passes; " + text + "\n" +
			"  if it passes in plain pytest, pygrader verify --isolation auto tells whether the suite needs one process\n", told{errUnproven}
	}
	if err != nil {
		return "", err
	}
	return aboutRecording(ex, recorded), writeRecording(dir, recorded)
}

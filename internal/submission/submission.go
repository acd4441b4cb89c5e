// Package submission takes in what a candidate handed in: one file, or a folder with the files that an exercise admits.
//
// It promises that nothing outside the submission is ever read, that nothing which is not admitted is opened, that no
// link is followed and no special file waited for, and that what it returns is bounded. What makes a submission
// unfit to be graded is an *Invalid, an outcome with the file, the line and a remedy; a path that the user cannot have
// meant is an *Error. It does not parse Python: syntax errors are found in the guest.
package submission

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// Spec says what an exercise admits.
type Spec struct {
	Entry  string      // "solution.py", or "bank/__init__.py" for a package
	Files  grade.Globs // they admit the entry
	Limits Limits
	// Modules are top-level ones whose Python files are admitted too.
	Modules map[string]bool
	// Follow says of which more a submission may hold that holds these files. Nil: of none.
	Follow func([]grade.File) map[string]bool
}

// admits reports whether a file of that name may be in a submission.
func (s Spec) admits(name string) bool {
	return s.Files.Admit(name) || path.Ext(name) == ".py" && !grade.Barred(name) && s.Modules[topModule(name)]
}

// admitsBelow reports whether a file below that folder could be.
func (s Spec) admitsBelow(dir string) bool {
	return s.Files.Below(dir) || !grade.Barred(dir) && s.Modules[topModule(dir)]
}

func topModule(name string) string {
	top, _, deep := strings.Cut(name, "/")
	if deep {
		return top
	}
	return strings.TrimSuffix(top, ".py")
}

// Limits bound a submission.
type Limits struct {
	Files      int   // admitted files
	FileBytes  int64 // of one of them
	TotalBytes int64 // of all of them
	Entries    int   // names looked at, admitted or not
	Depth      int   // of folders within folders
	LeftOut    int   // names listed as left out
}

// DefaultLimits are ample for a coding exercise.
func DefaultLimits() Limits {
	return Limits{Files: 200, FileBytes: 1 << 20, TotalBytes: 8 << 20, Entries: 10_000, Depth: 16, LeftOut: 100}
}

// Submission is what was handed in, as far as it is admitted.
type Submission struct {
	Path    string       // as given
	Files   []grade.File // sorted; paths relative to the submission
	LeftOut []string     // sorted, printable, never opened; a folder ends in a slash
}

// Error is the user's mistake: a path that does not exist or may not be read.
type Error struct {
	Path string
	Err  error
}

func (e *Error) Error() string {
	err := e.Err
	if at, ok := errors.AsType[*fs.PathError](err); ok && at.Path == e.Path {
		err = at.Err // so that the path is not there twice
	}
	return fmt.Sprintf("reading submission %q: %v", e.Path, err)
}

func (e *Error) Unwrap() error { return e.Err }

// Read takes in the submission at that path. Exactly one of its results is not nil.
//
// A link is refused even as the path itself: in "grade EXERCISE submissions/*" it is the candidate, not the user, who
// decides where it points, to someone else's solution for instance. Links in the folders above it are the user's own.
// A path that ends in a slash means the folder behind a link, as it does in a shell.
func Read(path string, spec Spec) (*Submission, *Invalid, error) {
	info, err := os.Lstat(path)
	if err != nil {
		return nil, nil, &Error{Path: path, Err: err}
	}
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return nil, invalid(CodeSymlink, filepath.Base(path), "is a symbolic link; give the file or folder that it stands for"), nil
	case info.IsDir():
		return followFolder(path, info, spec)
	case info.Mode().IsRegular():
		return readSingle(path, info, spec)
	}
	return nil, invalid(CodeSpecialFile, filepath.Base(path), "is %s; hand in a Python file or a folder", kind(info.Mode())), nil
}

// readSingle takes a file as the entry, whatever its name.
func readSingle(path string, info fs.FileInfo, spec Spec) (*Submission, *Invalid, error) {
	base := filepath.Base(path)
	if folder, _, deep := strings.Cut(spec.Entry, "/"); deep {
		return nil, invalid(CodeMissingFile, base, "is one file, but the entry is the package %s; give the folder that holds %s/", folder, folder), nil
	}
	r := reader{spec: spec}
	open := func(flag int) (*os.File, error) { return os.OpenFile(path, flag, 0) } //nolint:gosec // the user's own path
	if bad, err := r.take(spec.Entry, base, info, open); bad != nil || err != nil {
		return nil, bad, asMistake(path, err)
	}
	return &Submission{Path: path, Files: r.files}, nil, nil
}

// asMistake sorts the errors of the file system: what permissions refuse is the user's to repair.
func asMistake(path string, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(err, fs.ErrPermission), errors.Is(err, fs.ErrNotExist):
		return &Error{Path: path, Err: err}
	}
	return fmt.Errorf("reading submission %q: %w", path, err)
}

// quoted makes a name fit for a report and for JSON: what does not print is escaped.
func quoted(name string) string {
	q := strconv.Quote(name)
	return strings.ReplaceAll(q[1:len(q)-1], `\"`, `"`)
}

package submission

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"syscall"

	"github.com/docker/go-units"

	"github.com/pygrader/pygrader/internal/grade"
)

// reader opens admitted files and keeps count of them.
type reader struct {
	spec  Spec
	files []grade.File
	total int64
}

// take reads one file, called shown in messages, and adds it under that path. What info says of it is from before the
// open, and is compared with what was opened: between the two the name may have come to mean something else.
func (r *reader) take(as, shown string, info fs.FileInfo, open func(flag int) (*os.File, error)) (*Invalid, error) {
	switch {
	case info.Mode()&fs.ModeSymlink != 0:
		return invalid(CodeSymlink, shown, "is a symbolic link; hand in the file itself"), nil
	case info.IsDir():
		return invalid(CodeIsADirectory, shown, "is a folder, where a file should be; put the code into a file of that name"), nil
	case !info.Mode().IsRegular():
		return invalid(CodeSpecialFile, shown, "is %s; hand in a file", kind(info.Mode())), nil
	case strings.HasPrefix(r.spec.Entry, as+"/"):
		return invalid(CodeMissingFile, shown, "is a file, where the package %s/ should be; make it a folder that holds %s", as, r.spec.Entry), nil
	case info.Size() > r.spec.Limits.FileBytes: // not opened at all: it may be a sparse file of terabytes
		return r.tooLarge(shown), nil
	case len(r.files) == r.spec.Limits.Files:
		return invalid(CodeTooManyFiles, shown, "is one file too many: a submission may hold %d; hand in the files of the solution only",
			r.spec.Limits.Files), nil
	}
	data, bad, err := r.read(shown, info, open)
	if bad != nil || err != nil {
		return bad, err
	}
	if r.total += int64(len(data)); r.total > r.spec.Limits.TotalBytes {
		return invalid(CodeTooLarge, shown, "takes the submission over %s; hand in the files of the solution only",
			units.BytesSize(float64(r.spec.Limits.TotalBytes))), nil
	}
	if path.Ext(as) == ".py" {
		if bad := checkSource(shown, data); bad != nil {
			return bad, nil
		}
	}
	r.files = append(r.files, grade.File{Path: as, Data: data})
	return nil, nil
}

func (r *reader) read(shown string, before fs.FileInfo, open func(flag int) (*os.File, error)) ([]byte, *Invalid, error) {
	// O_NONBLOCK: a named pipe that took the file's place must not make us wait for a writer.
	f, err := open(os.O_RDONLY | syscall.O_NONBLOCK)
	if err != nil && swapped(err) {
		return nil, changed(shown), nil
	}
	if err != nil {
		return nil, nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	after, err := f.Stat()
	if err != nil {
		return nil, nil, err
	}
	if !os.SameFile(before, after) || !after.Mode().IsRegular() {
		return nil, changed(shown), nil
	}
	// The size is a claim: the file may grow while it is read.
	data, err := io.ReadAll(io.LimitReader(f, r.spec.Limits.FileBytes+1))
	if err != nil {
		return nil, nil, err
	}
	if int64(len(data)) > r.spec.Limits.FileBytes {
		return nil, r.tooLarge(shown), nil
	}
	return data, nil, nil
}

func (r *reader) tooLarge(shown string) *Invalid {
	return invalid(CodeTooLarge, shown, "is larger than %s; hand in source code only", units.BytesSize(float64(r.spec.Limits.FileBytes)))
}

// swapped reports whether a name that was a file or a folder a moment ago has become something else: gone, a link that
// loops or leaves the submission (os.Root has no errno for that), a socket.
func swapped(err error) bool {
	errno, ok := errors.AsType[syscall.Errno](err)
	return !ok || slices.Contains([]syscall.Errno{syscall.ENOENT, syscall.ELOOP, syscall.ENXIO, syscall.ENOTDIR, syscall.EISDIR}, errno)
}

func changed(shown string) *Invalid {
	return invalid(CodeChanged, shown, "changed while it was read; hand in files that stay as they are")
}

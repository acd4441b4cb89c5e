package cli

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// output is where a report goes. A file gets its name only when the report is complete: until then, and for ever when
// that does not come, there is the old one or none.
type output struct {
	io.Writer

	file   *os.File // nil for standard output
	target string   // what file becomes; empty when it is written to as it is
}

// openOutput finds out before a long grading whether the file can be written.
func openOutput(name string, stdout io.Writer) (*output, error) {
	if name == "" {
		return &output{Writer: stdout}, nil
	}
	mode := fs.FileMode(0o666) // less the user's umask
	info, err := os.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return nil, mistaken("--output: %v; name a file that you may write", err)
	case info.IsDir():
		return nil, mistaken("--output: %q is a folder; name a file", name)
	case !info.Mode().IsRegular():
		return openDevice(name)
	default:
		mode = info.Mode().Perm()
		if name, err = filepath.EvalSymlinks(name); err != nil { // a link stays one
			return nil, mistaken("--output: %v; name a file that you may write", err)
		}
	}
	file, err := tempBeside(name, mode)
	if err != nil {
		return nil, mistaken("--output: %v; name a file in a folder that is there and that you may write to", err)
	}
	return &output{Writer: file, file: file, target: name}, nil
}

// tempBeside makes a file in the same folder, so that it can be renamed.
func tempBeside(name string, mode fs.FileMode) (*os.File, error) {
	temp := filepath.Join(filepath.Dir(name), fmt.Sprintf(".%s.%016x.tmp", filepath.Base(name), rand.Uint64())) //nolint:gosec // a name, no secret
	file, err := os.OpenFile(temp, os.O_WRONLY|os.O_CREATE|os.O_EXCL, mode)                                     //nolint:gosec // the user's own path
	if at, ok := errors.AsType[*fs.PathError](err); ok {
		return nil, &fs.PathError{Op: at.Op, Path: name, Err: at.Err} // the name that the user knows
	}
	return file, err
}

// replaceFile writes a file whole, or leaves the one that is there.
func replaceFile(name string, data []byte) error {
	file, err := tempBeside(name, 0o666) // less the user's umask
	if err != nil {
		return mistaken("writing %s: %v; let pygrader write into that folder", name, err)
	}
	out := &output{Writer: file, file: file, target: name}
	defer out.Discard()
	if _, err := out.Write(data); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := out.Commit(); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// openDevice is for /dev/stdout, a named pipe and the like, in whose place no file must come.
func openDevice(name string) (*output, error) {
	file, err := os.OpenFile(name, os.O_WRONLY, 0) //nolint:gosec // the user's own path
	if err != nil {
		return nil, mistaken("--output: %v; name a file that you may write", err)
	}
	return &output{Writer: file, file: file}, nil
}

// Commit gives the file its name.
func (o *output) Commit() error {
	if o.file == nil {
		return nil
	}
	file := o.file
	o.file = nil
	if o.target == "" {
		return file.Close()
	}
	// Without Sync, a power cut right after the renaming can leave an empty file.
	err := errors.Join(file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), o.target)
	}
	if err != nil {
		_ = os.Remove(file.Name()) // the error at hand says more
	}
	return err
}

// Discard takes back what was not committed.
func (o *output) Discard() {
	if o.file == nil {
		return
	}
	_ = o.file.Close()
	if o.target != "" {
		_ = os.Remove(o.file.Name())
	}
	o.file = nil
}

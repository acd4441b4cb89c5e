package exercise

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// Bounds of one folder that is read whole, so that a slip of the author's or a wrong path is an error, not a swap storm.
const (
	maxFileBytes = 8 << 20
	maxTreeBytes = 22 << 20
	maxTreeFiles = 2000
	maxWalked    = 20000 // entries looked at, files or not
)

type tree []grade.File

// under keeps the files below that folder, and names them relative to it.
func (t tree) under(prefix string) []grade.File {
	var files []grade.File
	for _, f := range t {
		if rest, ok := strings.CutPrefix(f.Path, prefix); ok {
			files = append(files, grade.File{Path: rest, Data: f.Data})
		}
	}
	return files
}

// skipped are folders and files that tools leave behind.
func skipped(name string, isDir bool) bool {
	if isDir {
		return name[0] == '.' || name == "__pycache__" || name == "node_modules"
	}
	return path.Ext(name) == ".pyc" || name == ".DS_Store"
}

// readTree reads all files of a folder, sorted, with paths that begin with the folder's own name. A folder that is
// not there is empty. It leaves out what tools leave behind, virtual environments, and what leave says.
func readTree(fsys fs.FS, dir string, p *problems, leave func(name string) bool) tree {
	w := treeWalk{fsys: fsys, dir: dir, leave: leave, problems: p}
	err := fs.WalkDir(fsys, dir, w.visit)
	if err != nil && (w.walked > 0 || !errors.Is(err, fs.ErrNotExist)) {
		p.add(dir, 0, "%v", err)
		return nil
	}
	slices.SortFunc(w.files, func(a, b grade.File) int { return cmp.Compare(a.Path, b.Path) })
	return w.files
}

type treeWalk struct {
	fsys   fs.FS
	dir    string
	leave  func(name string) bool
	files  tree
	walked int
	bytes  int

	problems *problems
}

func (w *treeWalk) visit(name string, d fs.DirEntry, err error) error {
	if err != nil {
		return err
	}
	if w.walked++; w.walked > maxWalked {
		return fmt.Errorf("has more than %d files and folders; name a smaller one", maxWalked)
	}
	rel := w.relative(name)
	if name != w.dir && (skipped(d.Name(), d.IsDir()) || w.leave != nil && w.leave(rel)) {
		if d.IsDir() {
			return fs.SkipDir
		}
		return nil
	}
	if d.IsDir() {
		if _, err := fs.Stat(w.fsys, path.Join(name, "pyvenv.cfg")); err == nil {
			return fs.SkipDir
		}
		return nil
	}
	data, err := readBounded(w.fsys, name, maxFileBytes)
	if err != nil {
		w.problems.add(name, 0, "%v", err)
		return nil
	}
	if w.bytes += len(data); w.bytes > maxTreeBytes {
		return fmt.Errorf("has more than %s of files", shortSize(maxTreeBytes))
	}
	if len(w.files) == maxTreeFiles {
		return fmt.Errorf("has more than %d files", maxTreeFiles)
	}
	w.files = append(w.files, grade.File{Path: rel, Data: data})
	return nil
}

func (w *treeWalk) relative(name string) string {
	if parent := path.Dir(w.dir); parent != "." {
		return strings.TrimPrefix(name, parent+"/")
	}
	return name
}

// readBounded reads a regular file. A link to one is followed: exercises are their author's own.
func readBounded(fsys fs.FS, name string, most int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, err
	}
	switch {
	case info.IsDir():
		return nil, errors.New("is a folder, where a file should be; links to folders are not followed")
	case !info.Mode().IsRegular(): // opening a named pipe would wait for a writer
		return nil, errors.New("is not a regular file")
	case info.Size() > most:
		return nil, tooLarge(most)
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, most+1))
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	if int64(len(data)) > most {
		return nil, tooLarge(most)
	}
	return data, nil
}

func tooLarge(most int64) error { return fmt.Errorf("is larger than %s", shortSize(most)) }

// readOptional reads a small file that need not be there.
func readOptional(fsys fs.FS, name string, p *problems) ([]byte, bool) {
	data, err := readBounded(fsys, name, maxConfigBytes)
	if err == nil {
		return data, true
	}
	if !errors.Is(err, fs.ErrNotExist) {
		p.add(name, 0, "%v", err)
	}
	return nil, false
}

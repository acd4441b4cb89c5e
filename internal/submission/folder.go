package submission

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// found is a name within the submission that its exercise admits, before it is opened.
type found struct {
	path string
	info fs.FileInfo
}

// walk looks at the names in a submission's folder. It opens folders only, and only those where an admitted file may be.
type walk struct {
	spec    Spec
	found   []found
	leftOut []string
	entries int
}

// followRounds is how deep modules that are followed may import each other.
const followRounds = 20

// followFolder reads a folder again for as long as what it holds brings in more of its files.
func followFolder(dir string, before fs.FileInfo, spec Spec) (*Submission, *Invalid, error) {
	sub, bad, err := readFolder(dir, before, spec)
	for range followRounds {
		if bad != nil || err != nil || spec.Follow == nil {
			break
		}
		files := len(sub.Files)
		given := maps.Clone(spec.Modules)
		spec.Modules = spec.Follow(sub.Files)
		maps.Copy(spec.Modules, given)
		if sub, bad, err = readFolder(dir, before, spec); bad == nil && err == nil && len(sub.Files) == files {
			break
		}
	}
	return sub, bad, err
}

// readFolder first looks at all names and then opens the admitted ones in order, so that the same folder always gives
// the same outcome, whatever order its file system lists names in.
func readFolder(dir string, before fs.FileInfo, spec Spec) (*Submission, *Invalid, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, nil, asMistake(dir, err)
	}
	defer root.Close() //nolint:errcheck // nothing was written
	if !isStill(root, before) {
		return nil, changed(filepath.Base(dir)), nil
	}
	w := walk{spec: spec}
	if bad, err := w.folder(root, "."); bad != nil || err != nil {
		return nil, bad, asMistake(dir, err)
	}
	slices.SortFunc(w.found, func(a, b found) int { return cmp.Compare(a.path, b.path) })
	if !slices.ContainsFunc(w.found, func(f found) bool { return f.path == spec.Entry || strings.HasPrefix(spec.Entry, f.path+"/") }) {
		return nil, w.missingEntry(dir), nil
	}
	r := reader{spec: spec}
	for _, f := range w.found {
		open := func(flag int) (*os.File, error) { return root.OpenFile(filepath.FromSlash(f.path), flag, 0) }
		if bad, err := r.take(f.path, f.path, f.info, open); bad != nil || err != nil {
			return nil, bad, asMistake(dir, err)
		}
	}
	return &Submission{Path: dir, Files: r.files, LeftOut: w.list()}, nil, nil
}

// folder looks at one folder, which is open as root.
func (w *walk) folder(root *os.Root, rel string) (*Invalid, error) {
	f, err := root.Open(".")
	if err != nil {
		return nil, err
	}
	defer f.Close() //nolint:errcheck // nothing was written
	for {
		// In small batches: a folder may hold more names than there is memory for.
		entries, err := f.ReadDir(256)
		for _, e := range entries {
			if w.entries++; w.entries > w.spec.Limits.Entries {
				return &Invalid{Code: CodeTooManyFiles, Message: fmt.Sprintf(
					"The submission holds more than %d files and folders; hand in the files of the solution only.", w.spec.Limits.Entries)}, nil
			}
			if bad, err := w.name(root, path.Join(rel, e.Name()), e.Name()); bad != nil || err != nil {
				return bad, err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil, nil
		}
		if err != nil {
			return nil, err
		}
	}
}

// name decides about one name in the folder that is open as root.
func (w *walk) name(root *os.Root, rel, base string) (*Invalid, error) {
	info, err := root.Lstat(base)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil // gone since it was listed
	}
	if err != nil {
		return nil, err
	}
	named := rel == w.spec.Entry || slices.Contains(w.spec.Files, rel)
	leads := strings.HasPrefix(w.spec.Entry, rel+"/") // it stands where the entry's folder should be
	switch {
	case info.IsDir() && !named && w.spec.admitsBelow(rel):
		return w.below(root, rel, base, info)
	case info.IsDir() && !named:
		w.leftOut = append(w.leftOut, rel+"/")
	case w.spec.admits(rel) || leads:
		w.found = append(w.found, found{rel, info})
	default:
		w.leftOut = append(w.leftOut, rel)
	}
	return nil, nil
}

// below looks into a folder, but not into an environment or the like, which no candidate means to hand in.
func (w *walk) below(root *os.Root, rel, base string, before fs.FileInfo) (*Invalid, error) {
	if strings.Count(rel, "/")+1 > w.spec.Limits.Depth {
		return invalid(CodeTooDeep, rel, "lies more than %d folders deep; hand in a flatter package", w.spec.Limits.Depth), nil
	}
	sub, err := root.OpenRoot(base)
	if err != nil && swapped(err) {
		return changed(rel), nil
	}
	if err != nil {
		return nil, err
	}
	defer sub.Close() //nolint:errcheck // nothing was written
	// OpenRoot follows a link within the submission, so a name swapped since Lstat is recognised by its identity.
	if !isStill(sub, before) {
		return changed(rel), nil
	}
	if _, err := sub.Lstat("pyvenv.cfg"); err == nil || base == "node_modules" {
		w.leftOut = append(w.leftOut, rel+"/")
		return nil, nil
	}
	return w.folder(sub, rel)
}

func isStill(root *os.Root, before fs.FileInfo) bool {
	after, err := root.Stat(".")
	return err == nil && os.SameFile(before, after)
}

func (w *walk) missingEntry(dir string) *Invalid {
	entry := w.spec.Entry
	var python []string
	for _, name := range w.leftOut {
		if !strings.Contains(name, "/") && path.Ext(name) == ".py" {
			python = append(python, name)
		}
	}
	remedy := "add it"
	folder, _, deep := strings.Cut(entry, "/")
	switch {
	case deep && slices.ContainsFunc(w.leftOut, func(name string) bool { return name == path.Base(entry) }):
		remedy = fmt.Sprintf("give the folder that holds %s/, not the package itself", folder)
	case !deep && slices.Contains(w.leftOut, strings.TrimSuffix(entry, ".py")+"/"):
		remedy = fmt.Sprintf("there is a folder %s/: if it is a package, name that as the entry", strings.TrimSuffix(entry, ".py"))
	case !deep && len(python) == 1:
		remedy = fmt.Sprintf("rename %s, or hand in that file alone", quoted(python[0]))
	case len(w.leftOut)+len(w.found) == 0:
		remedy = "the folder is empty"
	case !deep && len(python) > 1:
		slices.Sort(python)
		remedy = fmt.Sprintf("of %s rename the one that it is", quoted(strings.Join(python[:min(len(python), 5)], ", ")))
	}
	return &Invalid{Code: CodeMissingFile, File: entry, Message: fmt.Sprintf(
		"%s is missing in %s; %s.", entry, quoted(filepath.Base(dir)), remedy)}
}

// list is what was left out, bounded.
func (w *walk) list() []string {
	slices.Sort(w.leftOut)
	list := w.leftOut
	more := 0
	if limit := w.spec.Limits.LeftOut; len(list) > limit {
		list, more = list[:limit], len(list)-limit
	}
	for i := range list {
		list[i] = quoted(list[i])
	}
	if more > 0 {
		list = append(slices.Clip(list), fmt.Sprintf("and %d more", more))
	}
	return list
}

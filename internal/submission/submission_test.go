package submission_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/submission"
)

func single() submission.Spec {
	return submission.Spec{Entry: "solution.py", Files: grade.Globs{"solution.py"}, Limits: submission.DefaultLimits()}
}

func pkg() submission.Spec {
	return submission.Spec{Entry: "bank/__init__.py", Files: grade.Globs{"bank/**/*.py"}, Limits: submission.DefaultLimits()}
}

func anyPython() submission.Spec {
	return submission.Spec{Entry: "solution.py", Files: grade.Globs{"**/*.py", "**"}, Limits: submission.DefaultLimits()}
}

func fewNames() submission.Spec {
	spec := single()
	spec.Limits.Entries = 300
	return spec
}

// put writes files below dir.
func put(t *testing.T, dir string, files map[string]string) string {
	t.Helper()
	for name, data := range files {
		path := filepath.Join(dir, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(data), 0o600))
	}
	return dir
}

func read(t *testing.T, path string, spec submission.Spec) *submission.Submission {
	t.Helper()
	s, bad, err := submission.Read(path, spec)
	require.NoError(t, err)
	require.Nil(t, bad)
	require.NotNil(t, s)
	return s
}

func TestModulesThatAreImportedAreFollowed(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{
		"solution.py": "import a", "a.py": "import b", "b/__init__.py": "", "b/deep/part.py": "", "b/data.txt": "",
		"c.py": "", "conftest.py": "",
	})
	spec := single()
	spec.Modules = map[string]bool{"conftest": true}
	spec.Follow = func(files []grade.File) map[string]bool {
		names := map[string]bool{}
		for _, f := range files {
			if name, found := strings.CutPrefix(string(f.Data), "import "); found {
				names[name] = true
			}
		}
		return names
	}
	s := read(t, dir, spec)
	var names []string
	for _, f := range s.Files {
		names = append(names, f.Path)
	}
	assert.Equal(t, []string{"a.py", "b/__init__.py", "b/deep/part.py", "solution.py"}, names)
	assert.Equal(t, []string{"b/data.txt", "c.py", "conftest.py"}, s.LeftOut)
}

func TestOneFileIsTheEntryWhateverItsName(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"my answer.txt": "x = 1\n", "other.py": ""})
	path := filepath.Join(dir, "my answer.txt")
	want := &submission.Submission{Path: path, Files: []grade.File{{Path: "solution.py", Data: []byte("x = 1\n")}}}
	assert.Equal(t, want, read(t, path, single()))
}

func TestFolderGivesWhatIsAdmittedAndListsTheRest(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{
		"bank/__init__.py": "a", "bank/core/money.py": "b", "bank/conftest.py": "", "bank/sitecustomize.py": "", "bank/x.pth": "",
		"bank/fast.so": "\x00", "bank/__pycache__/core.pyc": "", "bank/notes.txt": "\xff\x00", "bank/.env/x.py": "", "bank/env/pyvenv.cfg": "",
		"bank/env/lib/y.py": "", "main.py": "", "tests/test_x.py": "", "README.md": "",
	})
	s := read(t, dir, pkg())
	assert.Equal(t, []grade.File{{Path: "bank/__init__.py", Data: []byte("a")}, {Path: "bank/core/money.py", Data: []byte("b")}}, s.Files)
	assert.Equal(t, []string{"README.md", "bank/.env/", "bank/__pycache__/", "bank/conftest.py", "bank/env/", "bank/fast.so", "bank/notes.txt",
		"bank/sitecustomize.py", "bank/x.pth", "main.py", "tests/"}, s.LeftOut)
}

func TestFilesThatAreNotPythonAreTakenAsTheyAre(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"solution.py": "", "data.bin": "\x00\xff"})
	assert.Equal(t, []grade.File{{Path: "data.bin", Data: []byte("\x00\xff")}, {Path: "solution.py", Data: []byte{}}}, read(t, dir, anyPython()).Files)
}

func TestPathThatCannotBeMeantIsTheUsersMistake(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"solution.py": ""})
	for _, path := range []string{"", filepath.Join(dir, "none.py"), filepath.Join(dir, "solution.py", "x"), dir + "/a\x00b", strings.Repeat("x", 5000)} {
		s, bad, err := submission.Read(path, single())
		assert.Nil(t, s)
		assert.Nil(t, bad)
		var mistake *submission.Error
		assert.True(t, errors.As(err, &mistake), "%q: %v", path, err)
	}
	_, _, err := submission.Read(filepath.Join(dir, "none.py"), single())
	assert.EqualError(t, err, fmt.Sprintf("reading submission %q: no such file or directory", filepath.Join(dir, "none.py")))
	assert.ErrorIs(t, err, fs.ErrNotExist)
}

// TestHostileSubmissions would hang, fill the memory or read a secret where a row's guard is missing.
func TestHostileSubmissions(t *testing.T) {
	secret := filepath.Join(put(t, t.TempDir(), map[string]string{"secret.py": "password"}), "secret.py")
	link := func(t *testing.T, to, at string) { require.NoError(t, os.Symlink(to, at)) }
	for name, row := range map[string]struct {
		spec  submission.Spec
		files map[string]string
		make  func(t *testing.T, dir string)
		path  string // within the folder
		code  string
		file  string
		text  string
	}{
		"entry linked outside":   {spec: single(), make: func(t *testing.T, d string) { link(t, secret, d+"/solution.py") }, code: "symlink", file: "solution.py", text: "solution.py is a symbolic link; hand in the file itself."},
		"entry linked inside":    {spec: single(), files: map[string]string{"a.py": ""}, make: func(t *testing.T, d string) { link(t, "a.py", d+"/solution.py") }, code: "symlink", file: "solution.py"},
		"dangling link":          {spec: single(), make: func(t *testing.T, d string) { link(t, "none", d+"/solution.py") }, code: "symlink", file: "solution.py"},
		"link to endless device": {spec: single(), make: func(t *testing.T, d string) { link(t, "/dev/zero", d+"/solution.py") }, code: "symlink", file: "solution.py"},
		"package linked":         {spec: pkg(), make: func(t *testing.T, d string) { link(t, filepath.Dir(secret), d+"/bank") }, code: "symlink", file: "bank"},
		"admitted link below":    {spec: pkg(), files: map[string]string{"bank/__init__.py": ""}, make: func(t *testing.T, d string) { link(t, secret, d+"/bank/b.py") }, code: "symlink", file: "bank/b.py"},
		"loop":                   {spec: single(), make: func(t *testing.T, d string) { link(t, "solution.py", d+"/solution.py") }, code: "symlink", file: "solution.py"},
		"path itself a link":     {spec: single(), make: func(t *testing.T, d string) { link(t, secret, d+"/mallory.py") }, path: "mallory.py", code: "symlink", file: "mallory.py"},
		"pipe":                   {spec: single(), make: func(t *testing.T, d string) { require.NoError(t, syscall.Mkfifo(d+"/solution.py", 0o600)) }, code: "special_file", file: "solution.py", text: "is a named pipe"},
		"pipe as the path":       {spec: single(), make: func(t *testing.T, d string) { require.NoError(t, syscall.Mkfifo(d+"/p", 0o600)) }, path: "p", code: "special_file", file: "p"},
		"pipe for a package":     {spec: pkg(), make: func(t *testing.T, d string) { require.NoError(t, syscall.Mkfifo(d+"/bank", 0o600)) }, code: "special_file", file: "bank"},
		"socket":                 {spec: single(), make: socket, code: "special_file", file: "solution.py", text: "is a socket"},
		"folder for a file":      {spec: single(), files: map[string]string{"solution.py/x.py": ""}, code: "is_a_directory", file: "solution.py"},
		"folder, wide globs":     {spec: anyPython(), files: map[string]string{"solution.py/x.py": ""}, code: "is_a_directory", file: "solution.py"},
		"file for a package":     {spec: pkg(), files: map[string]string{"bank": ""}, code: "missing_file", file: "bank", text: "make it a folder that holds bank/__init__.py"},
		"empty folder":           {spec: single(), code: "missing_file", file: "solution.py", text: "; the folder is empty."},
		"other name":             {spec: single(), files: map[string]string{"main.py": ""}, code: "missing_file", file: "solution.py", text: "rename main.py, or hand in that file alone."},
		"inside the package":     {spec: pkg(), files: map[string]string{"__init__.py": ""}, code: "missing_file", file: "bank/__init__.py", text: "give the folder that holds bank/"},
		"package for a file":     {spec: single(), files: map[string]string{"solution/__init__.py": ""}, code: "missing_file", file: "solution.py", text: "there is a folder solution/"},
		"several files":          {spec: single(), files: map[string]string{"b.py": "", "a.py": ""}, code: "missing_file", file: "solution.py", text: "of a.py, b.py rename"},
		"file for the exercise":  {spec: pkg(), files: map[string]string{"a.py": ""}, path: "a.py", code: "missing_file", file: "a.py", text: "the entry is the package bank"},
		"large":                  {spec: single(), files: map[string]string{"solution.py": strings.Repeat("#", 1<<20+1)}, code: "too_large", file: "solution.py", text: "is larger than 1MiB"},
		"sparse":                 {spec: single(), make: func(t *testing.T, d string) { sparse(t, d+"/solution.py") }, code: "too_large", file: "solution.py"},
		"large in sum":           {spec: anyPython(), make: func(t *testing.T, d string) { fill(t, d, 9, strings.Repeat("#", 1<<20)) }, code: "too_large", file: "00008.py", text: "over 8MiB"},
		"too many":               {spec: anyPython(), make: func(t *testing.T, d string) { fill(t, d, 201, "") }, code: "too_many_files", file: "00200.py"},
		"endless names":          {spec: fewNames(), make: func(t *testing.T, d string) { fill(t, d, 310, "") }, code: "too_many_files", text: "more than 300 files and folders"},
		"deep":                   {spec: anyPython(), make: func(t *testing.T, d string) { require.NoError(t, os.MkdirAll(d+strings.Repeat("/a", 200), 0o755)) }, code: "too_deep", text: "16 folders deep"},
		"NUL":                    {spec: single(), files: map[string]string{"solution.py": "a\r\nb\rc\n\x00"}, code: "nul_byte", file: "solution.py", text: "solution.py, line 4: there is a NUL byte"},
	} {
		t.Run(name, func(t *testing.T) {
			dir := put(t, t.TempDir(), row.files)
			if row.make != nil {
				if row.code != "missing_file" && row.path == "" && row.spec.Entry == "solution.py" && len(row.spec.Files) > 1 {
					put(t, dir, map[string]string{"solution.py": ""})
				}
				row.make(t, dir)
			}
			s, bad, err := submission.Read(filepath.Join(dir, row.path), row.spec)
			require.NoError(t, err)
			require.NotNil(t, bad)
			assert.Nil(t, s)
			assert.Equal(t, row.code, bad.Code)
			if row.file != "" {
				assert.Equal(t, row.file, bad.File)
			}
			assert.Contains(t, bad.Message, row.text)
			assert.NotContains(t, bad.Message, "password")
		})
	}
}

func socket(t *testing.T, dir string) {
	// The address of a socket is short: bind it from within its folder.
	t.Chdir(dir)
	l, err := net.Listen("unix", "solution.py")
	require.NoError(t, err)
	t.Cleanup(func() { _ = l.Close() })
}

func sparse(t *testing.T, path string) {
	f, err := os.Create(path)
	require.NoError(t, err)
	require.NoError(t, f.Truncate(1<<40))
	require.NoError(t, f.Close())
}

func fill(t *testing.T, dir string, n int, data string) {
	for i := range n {
		require.NoError(t, os.WriteFile(fmt.Sprintf("%s/%05d.py", dir, i), []byte(data), 0o600))
	}
}

func TestWhatIsNotAdmittedIsNeverOpened(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"solution.py": "ok"})
	require.NoError(t, syscall.Mkfifo(dir+"/pipe", 0o600)) // an open would wait for ever
	require.NoError(t, os.Symlink("/dev/zero", dir+"/zero.py"))
	require.NoError(t, os.Symlink("/", dir+"/root"))
	sparse(t, dir+"/huge.py")
	require.NoError(t, os.MkdirAll(dir+strings.Repeat("/deep", 200), 0o755))
	assert.Equal(t, []string{"deep/", "huge.py", "pipe", "root", "zero.py"}, read(t, dir, single()).LeftOut)
}

func TestNamesThatDoNotPrintAreLeftOutAndShownEscaped(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"solution.py": "", "a\x1b[31m.py": "", "b\xff.py": "", "c\nd.py": "", "e\u202e.py": "", "ü.py": "x"})
	s := read(t, dir, anyPython())
	assert.Equal(t, []string{`a\x1b[31m.py`, `b\xff.py`, `c\nd.py`, `e\u202e.py`}, s.LeftOut)
	assert.Len(t, s.Files, 2)
	_, err := json.Marshal(s.LeftOut)
	assert.NoError(t, err)
}

func TestListOfWhatWasLeftOutIsBounded(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"solution.py": ""})
	fill(t, dir, 150, "")
	s := read(t, dir, single())
	require.Len(t, s.LeftOut, 101)
	assert.Equal(t, []string{"00099.py", "and 50 more"}, s.LeftOut[99:])
}

func TestLinkedFolderIsReadWhenAskedForWithASlash(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"real/solution.py": "x"})
	require.NoError(t, os.Symlink("real", dir+"/link"))
	_, bad, err := submission.Read(dir+"/link", single())
	require.NoError(t, err)
	assert.Equal(t, "symlink", bad.Code)
	assert.Len(t, read(t, dir+"/link/", single()).Files, 1)
	assert.Len(t, read(t, dir+"/link/solution.py", single()).Files, 1)
}

func TestSourceThatPythonDecodesIsTakenByteForByte(t *testing.T) {
	for _, source := range []string{
		"", "x = 1\r\n", "x = 'é'\n", "\ufeff# coding: utf-8\nx = 'é'", "\ufeff# -*- coding: UTF_8-foo -*-\n", "\ufeffx = 1",
		"# coding: latin-1\nx = '\xe9'\n", "#!/usr/bin/python\n# vim: set fileencoding=iso-8859-15 :\nx = '\xa4'\n", "\r# coding: latin-1\rx = '\xe9'\r",
		"\x0c\n# coding: latin-1\nx = '\xe9'\n", "# xcoding:latin-1 coding: ascii\nx = '\xe9'\n", "# coding:\n# coding: latin-1\nx='\xe9'\n",
		"# \xe9 coding: latin-1\n", "# coding: cp1252\nx = '\x80'\n", "# coding: mac-roman\nx = '\xe9'\n", "# coding: nope\n", "# coding: LATIN_1-foo\n'\x80'",
		"# coding: utf-8-bogus\nx = 'é'\n",
	} {
		path := filepath.Join(put(t, t.TempDir(), map[string]string{"a.py": source}), "a.py")
		s, bad, err := submission.Read(path, single())
		require.NoError(t, err)
		if assert.Nil(t, bad, "%q: %+v", source, bad) {
			assert.Equal(t, source, string(s.Files[0].Data))
		}
	}
}

func TestSourceThatPythonCannotDecodeNamesItsLine(t *testing.T) {
	for source, want := range map[string]string{
		"x = 1\ny = '\xe9'\n":                        "a.py, line 2: the byte 0xe9 is not UTF-8; save the file as UTF-8, or declare its encoding in line 1.",
		"x = '\xed\xa0\x80'":                         "a.py, line 1: the byte 0xed is not UTF-8",
		"# coding: utf-8\nx = '\xe9'\n":              "a.py, line 2: the byte 0xe9 is not UTF-8; save the file in the encoding that it declares.",
		"# coding=ascii\nx = 'é'\n":                  "a.py, line 2: the byte 0xc3 is not ASCII",
		"# coding: us-ascii\n\n'\xe9'":               "a.py, line 3: the byte 0xe9 is not US-ASCII",
		"# coding: windows-1252\nx = '\x81'\n":       "a.py, line 2: the byte 0x81 is not WINDOWS-1252",
		"\ufeff# coding: latin-1\n":                  "a.py, line 1: it declares the encoding iso-8859-1, but the file begins with a UTF-8 byte order mark",
		"\ufeff\n# coding: cp1252\n":                 "a.py, line 2: it declares the encoding cp1252",
		"\xff\xfex\x00":                              "a.py, line 1: the file is encoded as UTF-16; save it as UTF-8.",
		"'''\n# coding: latin-1\n'''\n'\xe9'":        "a.py, line 4: the byte 0xe9 is not UTF-8; save the file as UTF-8",
		"#\n#\n# coding: latin-1\n'\xe9'":            "a.py, line 4: the byte 0xe9 is not UTF-8",
		"x = 1 # coding: latin-1\n'\xe9'":            "a.py, line 2: the byte 0xe9 is not UTF-8",
		"# coding: utf-8\n# coding: latin-1\n'\xe9'": "a.py, line 3: the byte 0xe9 is not UTF-8",
		"# coding: cp65001\n'\xe9'":                  "a.py, line 2: the byte 0xe9 is not CP65001",
	} {
		path := filepath.Join(put(t, t.TempDir(), map[string]string{"a.py": source}), "a.py")
		_, bad, err := submission.Read(path, single())
		require.NoError(t, err)
		if assert.NotNil(t, bad, "%q", source) {
			assert.Equal(t, submission.CodeNotPythonSource, bad.Code)
			assert.Contains(t, bad.Message, want, "%q", source)
			assert.Positive(t, bad.Line)
		}
	}
}

// The walk and the open are apart in time; what a name means may change in between.
func TestFileThatIsSwappedIsNeverFollowedOrWaitedFor(t *testing.T) {
	dir := put(t, t.TempDir(), map[string]string{"solution.py": "x = 1\n", "other.py": "secret"})
	stop, stopped := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(stopped)
		for i := 0; ; i++ {
			select {
			case <-stop:
				return
			default:
			}
			switch i % 3 {
			case 0:
				_ = os.Symlink("/dev/zero", dir+"/next")
			case 1:
				_ = os.Symlink("other.py", dir+"/next") // within the submission, but not admitted
			default:
				_ = syscall.Mkfifo(dir+"/next", 0o600)
			}
			_ = os.Rename(dir+"/next", dir+"/solution.py")
			_ = os.WriteFile(dir+"/fresh", []byte("x = 1\n"), 0o600)
			_ = os.Rename(dir+"/fresh", dir+"/solution.py")
		}
	}()
	defer func() { close(stop); <-stopped }()
	for range 2000 {
		s, bad, err := submission.Read(dir, single())
		require.NoError(t, err)
		if bad != nil {
			assert.Contains(t, []string{"symlink", "special_file", "changed_while_read", "missing_file"}, bad.Code)
			continue
		}
		assert.Equal(t, "x = 1\n", string(s.Files[0].Data))
	}
}

// The kernel says that this file is empty, as a file may that grows while it is read.
func TestFileThatGivesMoreThanItsSizeIsCutOff(t *testing.T) {
	spec := single()
	spec.Limits.FileBytes = 10
	_, bad, err := submission.Read("/proc/version", spec)
	require.NoError(t, err)
	require.NotNil(t, bad)
	assert.Equal(t, submission.CodeTooLarge, bad.Code)
}

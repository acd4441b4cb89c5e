package submission

import (
	"fmt"
	"io/fs"
)

// The codes of an Invalid, stable for machines.
const (
	CodeSymlink         = "symlink"
	CodeSpecialFile     = "special_file"
	CodeIsADirectory    = "is_a_directory"
	CodeMissingFile     = "missing_file"
	CodeTooManyFiles    = "too_many_files"
	CodeTooLarge        = "too_large"
	CodeTooDeep         = "too_deep"
	CodeNotPythonSource = "not_python_source"
	CodeNulByte         = "nul_byte"
	CodeChanged         = "changed_while_read"
)

// Invalid is the outcome of a submission that cannot be graded as it is.
type Invalid struct {
	Code    string
	File    string // within the submission, printable; empty where no file is at fault
	Line    int    // counted from 1; 0 where it concerns the whole file
	Message string // a sentence that names file and line, and a remedy
}

func invalid(code, file, format string, args ...any) *Invalid {
	return invalidAt(code, file, 0, format, args...)
}

func invalidAt(code, file string, line int, format string, args ...any) *Invalid {
	file = quoted(file)
	at := file
	if line > 0 {
		at = fmt.Sprintf("%s, line %d:", file, line)
	}
	return &Invalid{Code: code, File: file, Line: line, Message: at + " " + fmt.Sprintf(format, args...) + "."}
}

// kind names what is neither a file nor a folder nor a link.
func kind(mode fs.FileMode) string {
	switch {
	case mode&fs.ModeNamedPipe != 0:
		return "a named pipe"
	case mode&fs.ModeSocket != 0:
		return "a socket"
	case mode&fs.ModeDevice != 0:
		return "a device"
	}
	return "a special file"
}

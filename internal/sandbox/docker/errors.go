package docker

// Error is a problem outside of pygrader that a person can put right. It is never a submission's fault.
type Error struct {
	Problem string // what is wrong, lower case, no full stop
	Remedy  string // what to do, as a sentence
	Err     error  // the cause, where one is worth showing
}

func (e *Error) Error() string {
	if e.Err == nil {
		return e.Problem
	}
	return e.Problem + ": " + e.Err.Error()
}

// Advice is the remedy, for those who do not know this package.
func (e *Error) Advice() string { return e.Remedy }

func (e *Error) Unwrap() error { return e.Err }

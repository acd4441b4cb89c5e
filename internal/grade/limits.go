package grade

import "time"

// Limits bound one test in the guest. The container's walls are derived from them (see internal/sandbox/docker).
type Limits struct {
	CPU       time.Duration // processor time of everything in the guest but its supervisor
	Wall      time.Duration // elapsed time, a backstop several times larger than CPU
	Memory    int64         // bytes above what the loaded submission already uses
	Processes int           // processes and threads
	Output    int64         // bytes on stdout and stderr together
	Disk      int64         // bytes of files in the guest
}

const mib = 1 << 20

// DefaultLimits are used where an exercise names none.
func DefaultLimits() Limits {
	return Limits{CPU: 2 * time.Second, Wall: 10 * time.Second, Memory: 128 * mib, Processes: 32, Output: 64 << 10, Disk: 16 * mib}
}

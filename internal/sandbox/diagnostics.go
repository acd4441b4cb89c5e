package sandbox

import (
	"strings"
	"sync"
)

// MostDiagnostics is how many bytes are kept of what a process prints on standard error.
const MostDiagnostics = 64 << 10

// Diagnostics keeps the beginning of what is written to it, as text, and says when it left some out. Processes keep their
// standard error in one. The zero value is ready; it may be written and read at once.
type Diagnostics struct {
	mu   sync.Mutex
	kept []byte
	cut  bool
}

func (d *Diagnostics) Write(p []byte) (int, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	n := min(len(p), MostDiagnostics-len(d.kept))
	d.kept = append(d.kept, p[:n]...)
	d.cut = d.cut || n < len(p)
	return len(p), nil
}

func (d *Diagnostics) String() string {
	d.mu.Lock()
	defer d.mu.Unlock()
	text := strings.ToValidUTF8(string(d.kept), "\uFFFD")
	if d.cut {
		text += "\n[cut]"
	}
	return text
}

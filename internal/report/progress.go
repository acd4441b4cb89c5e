package report

import (
	"fmt"
	"io"
	"sync"
)

// Progress says what a long work is at: on a terminal in one line that is written over, elsewhere in a line for each
// step. A nil Progress says nothing. Its methods may be called from several goroutines.
type Progress struct {
	mu    sync.Mutex
	w     io.Writer
	live  bool
	width int
	step  string
	shown bool
}

// NewProgress writes to w, which is standard error: reports go elsewhere. live says that w is a terminal of that width.
func NewProgress(w io.Writer, live bool, width int) *Progress {
	if width <= 0 {
		width = 80
	}
	return &Progress{w: w, live: live, width: width}
}

// Step begins a step; one that goes on is said once.
func (p *Progress) Step(text string) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if text = line(text); text == p.step {
		return
	}
	p.step = text
	if p.live {
		p.draw(text)
		return
	}
	_, _ = fmt.Fprintln(p.w, text) // nobody waits for progress that cannot be written
}

// Count says how far the step is, on a terminal only.
func (p *Progress) Count(done, total int) {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.live {
		p.draw(fmt.Sprintf("%s  %d of %d", p.step, done, total))
	}
}

// Clear takes the line away, before something else is written and at the end.
func (p *Progress) Clear() {
	if p == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.shown {
		_, _ = io.WriteString(p.w, "\r\x1b[K")
		p.shown = false
	}
	p.step = ""
}

// draw cuts the text short of the width: a line that wraps cannot be written over.
func (p *Progress) draw(text string) {
	if runes := []rune(text); len(runes) >= p.width {
		text = string(runes[:p.width-2]) + "…"
	}
	_, _ = io.WriteString(p.w, "\r"+text+"\x1b[K")
	p.shown = true
}

package exercise

import (
	"cmp"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
)

// Error is the mistake of whoever wrote or named an exercise or a suite, for them to repair.
type Error struct {
	Doing    string // "reading exercise \"sort-records\""
	Problems []Problem
}

// Problem is one thing that is wrong, with its remedy.
type Problem struct {
	File string // empty where no file is at fault
	Line int    // counted from 1; 0 where it concerns the whole file
	Text string
}

// Error is one line for a single problem, and else one more line for each.
func (e *Error) Error() string {
	if len(e.Problems) == 1 {
		return e.Doing + ": " + e.Problems[0].String()
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d problems", e.Doing, len(e.Problems))
	for _, p := range e.Problems {
		b.WriteString("\n  " + p.String())
	}
	return b.String()
}

// String is "file:line: text", as editors know it.
func (p Problem) String() string {
	switch {
	case p.File == "":
		return p.Text
	case p.Line == 0:
		return p.File + ": " + p.Text
	}
	return p.File + ":" + strconv.Itoa(p.Line) + ": " + p.Text
}

// problems collects what is wrong with one exercise.
type problems struct {
	doing string
	shown string // before every file name
	list  []Problem
}

func (p *problems) add(file string, line int, format string, args ...any) {
	if file != "" {
		file = path.Join(p.shown, file)
	}
	p.list = append(p.list, Problem{File: file, Line: line, Text: fmt.Sprintf(format, args...)})
}

func (p *problems) err() error {
	if len(p.list) == 0 {
		return nil
	}
	// Files stay in the order in which they were read; within each, lines count, whatever the order of the checks was.
	order := map[string]int{}
	for _, problem := range p.list {
		if _, ok := order[problem.File]; !ok {
			order[problem.File] = len(order)
		}
	}
	list := slices.Clone(p.list)
	slices.SortStableFunc(list, func(a, b Problem) int {
		return cmp.Or(cmp.Compare(order[a.File], order[b.File]), cmp.Compare(a.Line, b.Line))
	})
	return &Error{Doing: p.doing, Problems: list}
}

func quote(s string) string { return strconv.Quote(s) }

// meant is a remedy for a word that is none of those known: "; did you mean …" or a list of them.
func meant(word string, known []string) string {
	best, distance := "", len(word)/3+2
	for _, k := range known {
		if d := editDistance(word, k); d < distance {
			best, distance = k, d
		}
	}
	if best != "" {
		return "; did you mean " + quote(best) + "?"
	}
	if len(known) == 0 || len(known) > 20 {
		return ""
	}
	return "; known: " + strings.Join(known, ", ")
}

// editDistance counts insertions, deletions and replacements of bytes.
func editDistance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

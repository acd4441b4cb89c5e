package exercise

import (
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/pygrader/pygrader/internal/grade"
)

// readSolutions reads each NAME.py, which stands for the entry, and each folder NAME below dir.
func readSolutions(fsys fs.FS, dir string, e *Exercise, p *problems, rejected bool) []Solution {
	var solutions []Solution
	folders := map[string]int{}
	for _, f := range readTree(fsys, dir, p, nil).under(path.Base(dir) + "/") {
		name, rest, inFolder := strings.Cut(f.Path, "/")
		switch {
		case inFolder:
			i, ok := folders[name]
			if !ok {
				i = len(solutions)
				folders[name] = i
				solutions = append(solutions, Solution{Name: name})
			}
			solutions[i].Files = append(solutions[i].Files, grade.File{Path: rest, Data: f.Data})
		case path.Ext(name) != ".py":
			p.add(path.Join(dir, name), 0, "is neither a Python file nor a folder; remove it")
		case e.Entry == "":
			// What is wrong with the entry has been said.
		case e.IsPackage():
			p.add(path.Join(dir, name), 0, "is a file, but the entry is a package; make it a folder that holds %s", e.Entry)
		default:
			file := grade.File{Path: e.Entry, Data: f.Data}
			solutions = append(solutions, Solution{Name: strings.TrimSuffix(name, ".py"), Files: []grade.File{file}})
		}
	}
	for i, s := range solutions {
		if slices.ContainsFunc(solutions[:i], func(other Solution) bool { return other.Name == s.Name }) {
			p.add(path.Join(dir, s.Name), 0, "is there twice, as a file and as a folder; rename one")
		}
		checkSolution(&solutions[i], path.Join(dir, solutions[i].Name), e, p, rejected)
	}
	return solutions
}

func checkSolution(s *Solution, at string, e *Exercise, p *problems, rejected bool) {
	if e.Entry == "" {
		return
	}
	for _, f := range s.Files {
		if !e.Files.Admit(f.Path) {
			p.add(path.Join(at, f.Path), 0, "is not admitted by files in %s, so that no candidate could hand it in", configFile)
		}
	}
	i := slices.IndexFunc(s.Files, func(f grade.File) bool { return f.Path == e.Entry })
	if i < 0 {
		p.add(at, 0, "does not hold the entry %s", e.Entry)
		return
	}
	file := path.Join(at, e.Entry)
	if len(s.Files) == 1 && !e.IsPackage() {
		file = at + ".py"
	}
	readHead(s, string(s.Files[i].Data), file, e, p, rejected)
}

// readHead reads the comment lines that an entry begins with: what it loses, and a note.
func readHead(s *Solution, source, file string, e *Exercise, p *problems, rejected bool) {
	var note []string
	found := false
	for i, line := range strings.SplitN(source, "\n", 40) {
		text, isComment := strings.CutPrefix(strings.TrimRight(line, "\r"), "#")
		if !isComment {
			break
		}
		text = strings.TrimSpace(text)
		if list, ok := strings.CutPrefix(text, "loses:"); ok && i == 0 {
			found = true
			s.Loses = parseLoses(list, file, e, p)
			continue
		}
		note = append(note, text)
	}
	s.Note = strings.Join(note, " ")
	switch {
	case rejected && !found:
		p.add(file, 1, `does not say what it loses; write "# loses: TASK, …" in its first line`)
	case !rejected && found:
		p.add(file, 1, "loses tasks, but is among the accepted ones; move it to solutions/rejected")
	}
}

func parseLoses(list, file string, e *Exercise, p *problems) []string {
	known := []string{grade.WholeSuite}
	for _, t := range e.Tasks {
		known = append(known, t.ID)
	}
	var loses []string
	for id := range strings.SplitSeq(list, ",") {
		switch id = strings.TrimSpace(id); {
		case !slices.Contains(known, id):
			p.add(file, 1, "loses the task %s, which %s does not declare%s", quote(id), configFile, meant(id, known))
		case slices.Contains(loses, id):
			p.add(file, 1, "names the task %s twice", quote(id))
		default:
			loses = append(loses, id)
		}
	}
	return loses
}

package grade

// TaskSpec is a task as an exercise declares it.
type TaskSpec struct {
	ID     string
	Title  string
	Weight float64
	Hint   string
}

// WholeSuite is the id of the one task, of weight 1, that tests without a task form.
const WholeSuite = "all"

// Score sorts tests into tasks: a task earns its weight when it has tests and every one of them passed, public
// ones included. Tests that name no declared task form one more task, of weight 1, which is there only when such
// tests exist or when no task is declared at all. Tests keep their order; specs give the order of the tasks.
func Score(specs []TaskSpec, tests []Test) (tasks []Task, score, maxScore float64) {
	index := make(map[string]int)
	for _, s := range specs {
		index[s.ID] = len(tasks)
		tasks = append(tasks, Task{ID: s.ID, Title: s.Title, Weight: s.Weight, Hint: s.Hint, Counts: map[Outcome]int{}})
	}
	rest := -1
	addRest := func() {
		if rest < 0 {
			rest = len(tasks)
			tasks = append(tasks, Task{ID: WholeSuite, Title: "All other tests", Weight: 1, Counts: map[Outcome]int{}})
		}
	}
	if len(specs) == 0 {
		addRest()
		tasks[rest].Title = "All tests"
	}
	for _, t := range tests {
		i, ok := index[t.Task]
		if !ok {
			addRest()
			i = rest
		}
		tasks[i].Total++
		tasks[i].Counts[t.Outcome]++
		if t.Outcome == Passed {
			tasks[i].Passed++
		}
	}
	for i := range tasks {
		maxScore += tasks[i].Weight
		if tasks[i].Total > 0 && tasks[i].Passed == tasks[i].Total {
			tasks[i].Earned = tasks[i].Weight
			score += tasks[i].Weight
		}
	}
	return tasks, score, maxScore
}

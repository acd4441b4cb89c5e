package exercise

import (
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/docker/go-units"

	"github.com/pygrader/pygrader/internal/grade"
)

// What an exercise may ask for. The least are what Python needs to work at all.
const (
	maxSeconds   = 600
	maxProcesses = 1024
)

// suiteLimits are those of a suite without an exercise.toml, whose author has measured nothing: what plain pytest would
// let pass in a reasonable time is to pass.
func suiteLimits() grade.Limits {
	return grade.Limits{
		CPU: 10 * time.Second, Wall: 30 * time.Second, Memory: 256 * units.MiB, Processes: 128, Output: 1 * units.MiB, Disk: 64 * units.MiB,
	}
}

// SetLimits changes limits by name, each given as "name=value" with the names and values of an exercise's [limits]; a
// size needs no quotes.
func (e *Exercise) SetLimits(given []string) error {
	p := &problems{doing: "reading --limit"}
	t := &table{values: map[string]any{}, problems: p}
	for _, text := range given {
		name, value, ok := strings.Cut(text, "=")
		if number, err := strconv.ParseFloat(value, 64); err == nil {
			t.values[name] = number
		} else {
			t.values[name] = value
		}
		if !ok {
			p.add("", 0, `%s is not name=value, as "cpu_seconds=5"`, quote(text))
			delete(t.values, name)
		}
	}
	e.Limits = readLimits(t, e.Limits)
	return p.err()
}

// LimitNames are those of an exercise's [limits].
func LimitNames() []string {
	t := &table{values: map[string]any{}, problems: &problems{}}
	readLimits(t, grade.DefaultLimits())
	return t.asked
}

// readLimits starts from the defaults. A wall time that is not named is five times the CPU time, where that is more.
func readLimits(t *table, l grade.Limits) grade.Limits {
	l.CPU = seconds(t.number("cpu_seconds", l.CPU.Seconds(), 0.01, maxSeconds))
	l.Wall = min(max(l.Wall, 5*l.CPU), maxSeconds*time.Second)
	l.Wall = seconds(t.number("wall_seconds", l.Wall.Seconds(), 0.01, maxSeconds))
	if l.Wall < l.CPU {
		t.bad("wall_seconds", "is less than cpu_seconds (%v); elapsed time is a backstop, several times as long", l.CPU.Seconds())
	}
	l.Memory = size(t, "memory", l.Memory, 4*units.MiB, 16*units.GiB)
	l.Output = size(t, "output", l.Output, 1*units.KiB, 16*units.MiB)
	l.Disk = size(t, "disk", l.Disk, 64*units.KiB, 4*units.GiB)
	processes := t.number("processes", float64(l.Processes), 1, maxProcesses)
	if processes != math.Trunc(processes) {
		t.bad("processes", "is %v, but must be a whole number", processes)
	}
	l.Processes = int(processes)
	t.finish()
	return l
}

func seconds(s float64) time.Duration { return time.Duration(s * float64(time.Second)) }

// size reads a text such as "128MiB".
func size(t *table, key string, otherwise, least, most int64) int64 {
	text, ok := get[string](t, key, `a size with its unit, as "128MiB"`)
	if !ok {
		return otherwise
	}
	n, err := units.RAMInBytes(text)
	if err != nil {
		t.bad(key, `is %s, but must be a size, as "64KiB" or "128MiB"`, quote(text))
		return otherwise
	}
	if n < least || n > most {
		t.bad(key, "is %s, but must be from %s to %s", quote(text), shortSize(least), shortSize(most))
		return otherwise
	}
	return n
}

func shortSize(n int64) string {
	return units.CustomSize("%.4g%s", float64(n), 1024, []string{"B", "KiB", "MiB", "GiB"})
}

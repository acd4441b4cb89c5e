// Package doctor finds out whether the walls of the sandbox hold on this host: for each it runs, in a real container
// made like any guest's, a script that attempts what the wall forbids.
//
// It promises an answer from an attempt and not from a configuration, one Check for each wall, and that every attempt
// is harmless where the wall is missing. It does not judge the host, the engine's settings or other containers.
package doctor

import (
	"context"
	"embed"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

// Config says what to examine.
type Config struct {
	Client  *docker.Client
	Image   docker.Image
	Runtime string       // as in docker.Options
	Limits  grade.Limits // those of a test; grade.DefaultLimits() for most

	// Progress, where there is one, gets each check as it is known.
	Progress func(Check)

	// adjust changes probes before they run: the tests take walls away with it.
	adjust func(*docker.Probe)
}

// Check is what was found out of one wall.
type Check struct {
	Wall   string // stable: network, memory, pids, …
	OK     bool   // it holds
	Detail string // what was attempted and what came of it
	Remedy string // what to do when it does not hold
}

//go:embed probes/*.py
var scripts embed.FS

// A wall is a script and the reading of its end.
type wall struct {
	name   string
	script string // in probes/
	args   func(grade.Limits) []string
	time   time.Duration
	read   func(docker.ProbeResult) (holds bool, detail string)
	remedy string
}

const (
	probeTime  = 30 * time.Second // for a probe on a host under load
	shortTime  = time.Second      // what the probe of the time wall gets
	outstay    = 4 * time.Second  // how long it would stay
	mib        = 1 << 20
	mostForks  = 200 // what the probe of the pids wall tries at most
	extraForks = 32
)

// Run looks at the engine and then examines all walls, one after another, so that none disturbs the next. An error
// means that the examination could not be made; a wall that does not hold is a Check.
func Run(ctx context.Context, cfg Config) ([]Check, error) {
	checks, err := host(ctx, cfg)
	if err != nil {
		return nil, err
	}
	for _, w := range walls {
		c, err := examine(ctx, cfg, w)
		if err != nil {
			return checks, fmt.Errorf("examining the wall %q: %w", w.name, err)
		}
		checks = append(checks, c)
		cfg.tell(c)
	}
	return checks, nil
}

func (cfg Config) tell(c Check) {
	if cfg.Progress != nil {
		cfg.Progress(c)
	}
}

func examine(ctx context.Context, cfg Config, w wall) (Check, error) {
	script, err := scripts.ReadFile("probes/" + w.script + ".py")
	if err != nil {
		return Check{}, err
	}
	probe := docker.Probe{Spec: sandbox.Spec{Role: sandbox.Guest, Limits: cfg.Limits}, Script: string(script), Time: probeTime}
	if w.args != nil {
		probe.Args = w.args(cfg.Limits)
	}
	if w.time != 0 {
		probe.Time = w.time
	}
	if cfg.adjust != nil {
		cfg.adjust(&probe)
	}
	result, err := cfg.Client.RunProbe(ctx, docker.Options{Image: cfg.Image, Runtime: cfg.Runtime}, probe)
	if err != nil {
		return Check{}, err
	}
	read := w.read
	if read == nil {
		read = told
	}
	c := Check{Wall: w.name}
	if c.OK, c.Detail = read(result); !c.OK {
		c.Remedy = w.remedy
	}
	return c, nil
}

// told reads the verdict that a script prints in its last line: whether the wall holds, and what was seen.
func told(r docker.ProbeResult) (bool, string) {
	lines := strings.Split(strings.TrimSpace(r.Stdout), "\n")
	var verdict []any
	if err := json.Unmarshal([]byte(lines[len(lines)-1]), &verdict); err != nil || len(verdict) != 2 {
		return false, strings.TrimSpace(fmt.Sprintf("the probe broke: exit %d %s", r.Exit.Code, lastLine(r.Stderr)))
	}
	holds, _ := verdict[0].(bool)
	detail, _ := verdict[1].(string)
	return holds, detail
}

// killed reads the end of a probe that must not live to tell.
func killed(r docker.ProbeResult) (bool, string) {
	if r.Exit.Code == 137 && !r.TimedOut {
		return true, "using more is answered with a kill"
	}
	return told(r)
}

// cutShort reads the end of a probe that must not outstay its time.
func cutShort(r docker.ProbeResult) (bool, string) {
	if r.TimedOut && r.Exit.Code == 137 {
		return true, "a process that ignores signals was killed at its deadline"
	}
	return told(r)
}

func lastLine(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

func number[T int | int64](n T) string { return strconv.FormatInt(int64(n), 10) }

package doctor

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

const gvisorLacks = "Its devices are its own, and running out of memory ends the whole guest. Memory and CPU have walls " +
	"without --ignore-cgroups only, the seccomp profile with --oci-seccomp only."

// host says what the walls stand on: the engine, its cgroups and the runtime. A runtime that is known to lack walls is
// not at fault here: what it lacks is said, and the walls' own checks find it out.
func host(ctx context.Context, cfg Config) ([]Check, error) {
	e, err := cfg.Client.Engine(ctx)
	if err != nil {
		return nil, err
	}
	engine := Check{Wall: "engine", OK: true,
		Detail: fmt.Sprintf("Docker %s, kernel %s, cgroup v%s", e.Version, e.Kernel, e.CgroupVersion)}
	cfg.tell(engine)
	runtime := cfg.Runtime
	if runtime == "" {
		runtime = e.Default
	}
	c := Check{Wall: "runtime", OK: slices.Contains(e.Runtimes, runtime), Detail: runtime}
	switch {
	case !c.OK:
		slices.Sort(e.Runtimes)
		c.Detail = fmt.Sprintf("the engine knows no %q, only %s", runtime, strings.Join(e.Runtimes, ", "))
		c.Remedy = "Add it under \"runtimes\" in /etc/docker/daemon.json and reload the engine."
	case strings.Contains(runtime, "runsc"):
		c.Detail += ": gVisor, a kernel of its own. " + gvisorLacks
	}
	cfg.tell(c)
	return []Check{engine, c}, nil
}

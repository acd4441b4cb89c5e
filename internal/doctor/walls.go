package doctor

import (
	"fmt"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

// walls are what Run examines, in the order of its report.
var walls = []wall{
	{name: "network", script: "network", remedy: "See that no proxy or plugin of the engine adds networks to containers."},
	{name: "memory", script: "memory", read: killed,
		args: func(l grade.Limits) []string { return []string{number(docker.GuestMemory(l) + 32*mib)} },
		remedy: "Boot the host with memory and swap accounting (kernel parameters cgroup_enable=memory swapaccount=1), " +
			"or with cgroup v2."},
	{name: "pids", script: "pids",
		args: func(l grade.Limits) []string {
			most := docker.GuestProcesses(l)
			return []string{number(most), number(min(most+extraForks, mostForks))}
		},
		remedy: "Enable the pids controller of the host's cgroups."},
	{name: "read-only root", script: "root", remedy: "Use an engine whose storage driver supports read-only containers."},
	{name: "disk", script: "disk",
		args:   func(l grade.Limits) []string { return []string{number(l.Disk), number(docker.GuestShm)} },
		remedy: "See that the runtime honours the size and the flags of tmpfs mounts."},
	{name: "devices", script: "devices", remedy: "See that the engine's default configuration adds no devices to containers."},
	{name: "capabilities", script: "capabilities", remedy: "See that neither the engine nor the runtime adds capabilities."},
	{name: "no-new-privileges", script: "privileges", remedy: "Use a runtime that supports no-new-privileges (runc, crun)."},
	{name: "seccomp", script: "seccomp",
		remedy: "Use a kernel with CONFIG_SECCOMP_FILTER and a runtime built with it; \"docker info\" must list seccomp."},
	{name: "user", script: "user", remedy: "See that the runtime honours the user that a container is made with."},
	{name: "cpu", script: "cpu", remedy: "Use a kernel with CONFIG_CFS_BANDWIDTH and enable the cpu controller of its cgroups."},
	{name: "time", script: "deadline", read: cutShort, time: shortTime,
		args:   func(grade.Limits) []string { return []string{fmt.Sprint(outstay.Seconds())} },
		remedy: "See why the engine does not kill containers: \"docker kill\" must end one at once."},
}

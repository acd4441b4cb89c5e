package docker

import (
	"fmt"
	"os"
	"strconv"
	"strings"
)

// Labels of every container: what it is, and which process runs it.
const (
	labelRole    = "pygrader.role"
	labelHost    = "pygrader.host"
	labelPid     = "pygrader.pid"
	labelStart   = "pygrader.start"
	labelBackend = "pygrader.backend"
)

// host names the place that process ids have a meaning in: host name, boot and pid namespace. An engine may serve
// many hosts, some of the same name, and a runner may itself be in a container. Where there is no /proc, the name
// alone is left, no process has a start time, and Sweep finds nobody dead.
func host() (string, error) {
	name, err := os.Hostname()
	if err != nil {
		return "", err
	}
	boot, _ := os.ReadFile("/proc/sys/kernel/random/boot_id")
	pids, _ := os.Readlink("/proc/self/ns/pid")
	return name + "/" + strings.TrimSpace(string(boot)) + "/" + pids, nil
}

// startTime is the time that a process began, in ticks since boot, which tells it from a later one of the same id.
// It is empty for a process that is gone, or dead and not yet waited for.
func startTime(pid int) string {
	data, err := os.ReadFile("/proc/" + strconv.Itoa(pid) + "/stat")
	if err != nil {
		return ""
	}
	// The second field is the command's name in parentheses and may hold anything, so count from its end.
	end := strings.LastIndexByte(string(data), ')')
	fields := strings.Fields(string(data)[end+1:])
	const state, start = 0, 19
	if len(fields) <= start || fields[state] == "Z" || fields[state] == "X" {
		return ""
	}
	return fields[start]
}

// runnerLabels tell Sweep of this process.
func runnerLabels() (map[string]string, error) {
	name, err := host()
	if err != nil {
		return nil, fmt.Errorf("finding out which host this is: %w", err)
	}
	pid := os.Getpid()
	return map[string]string{labelHost: name, labelPid: strconv.Itoa(pid), labelStart: startTime(pid)}, nil
}

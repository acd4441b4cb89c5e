package docker

import (
	"slices"
	"strconv"
	"time"

	"github.com/docker/docker/api/types/container"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// The walls in numbers. They bound a container as a whole and hold whatever happens inside it; the finer limits of one
// test are set within them, by the guest's supervisor.
const (
	mib = 1 << 20

	// Memory wall = the test's memory + its disk (a tmpfs counts as memory) + GuestShm + guestOverhead, without swap.
	// The overhead is the supervisor, the template with the submission loaded, and the files read from the image.
	guestOverhead = 96 * mib
	judgeMemory   = 1024 * mib
	judgeShm      = 16 * mib
	judgeDisk     = 256 * mib // of /tmp and of /work, each

	// Pids wall = the test's processes and threads + guestExtraPids: supervisor, template, compiler child, and the
	// candidate itself. Not the nproc ulimit, which counts a user's processes across all containers; but under gVisor,
	// where each container has a kernel of its own to count in, and where gVisor's own threads count as pids.
	guestExtraPids = 16
	judgePids      = 1280 // tests of a class for several threads start a thousand
	gvisorPids     = 2048

	guestFiles = 512 // open descriptors of one process
	judgeFiles = 1024
	guestNodes = 16384 // inodes of a tmpfs: empty files cost kernel memory and no disk
	judgeNodes = 65536

	stackSoft = 8 * mib
	stackHard = 64 * mib // a test may raise its own up to here (recursion in C code)

	// One processor for a guest: a candidate with threads gains no time over one without. The judge, which is trusted,
	// forks for the next test while one runs. The short period keeps a container that used up its share from being
	// stopped for most of the default 100 ms, which would show as latency.
	cpuPeriod = 20 * time.Millisecond
	guestCPUs = 1
	judgeCPUs = 2

	// Under memory pressure on the host, a sandbox goes before anything else of the host's.
	oomScoreAdj = 500
)

const sandboxUser = "65532:65532" // numeric, and nobody else's: never resolved in the image, owns nothing

// maskedPaths are Docker's own, and more of /proc and /sys that tells of the host or of other containers on it.
var maskedPaths = []string{
	"/proc/acpi", "/proc/asound", "/proc/interrupts", "/proc/kcore", "/proc/keys", "/proc/latency_stats",
	"/proc/sched_debug", "/proc/scsi", "/proc/timer_list", "/proc/timer_stats", "/sys/devices/virtual/powercap",
	"/sys/firmware",
	"/proc/diskstats", "/proc/key-users", "/proc/kallsyms", "/proc/modules", "/proc/pagetypeinfo", "/proc/slabinfo",
	"/proc/softirqs", "/proc/vmallocinfo",
}

var readonlyPaths = []string{"/proc/bus", "/proc/fs", "/proc/irq", "/proc/sys", "/proc/sysrq-trigger"}

// GuestMemory is the memory wall of a guest: what the supervisor and all tests share.
func GuestMemory(l grade.Limits) int64 { return l.Memory + l.Disk + GuestShm + guestOverhead }

// GuestProcesses is the wall of a guest for processes and threads.
func GuestProcesses(l grade.Limits) int64 { return int64(l.Processes) + guestExtraPids }

// GuestShm is the size of a guest's /dev/shm, for the semaphores and shared memory of multiprocessing.
const GuestShm = 16 * mib

// hostConfig builds the walls around one container. The root file system is read-only, so what can be written is the
// tmpfs mounts and /dev/shm. They are noexec: Python needs no executable files there (not for multiprocessing, nor
// for ctypes callbacks), while a submission's own binary would.
func hostConfig(spec sandbox.Spec, seccomp, runtime string, gvisor bool) *container.HostConfig {
	memory, shm, disk, pids := int64(judgeMemory), int64(judgeShm), int64(judgeDisk), int64(judgePids)
	cpus := int64(judgeCPUs)
	files, nodes, folders := int64(judgeFiles), int64(judgeNodes), []string{"/tmp", "/work"}
	if spec.Role == sandbox.Guest {
		cpus = guestCPUs
		memory, shm, disk = GuestMemory(spec.Limits), GuestShm, spec.Limits.Disk
		pids = GuestProcesses(spec.Limits)
		files, nodes, folders = guestFiles, guestNodes, []string{"/tmp"}
	}
	limits := []*container.Ulimit{
		ulimit("core", 0, 0),
		ulimit("fsize", disk, disk),
		ulimit("memlock", 0, 0),
		ulimit("msgqueue", 0, 0),
		ulimit("nofile", files, files),
		ulimit("stack", stackSoft, stackHard),
	}
	if gvisor {
		limits = append(limits, ulimit("nproc", pids, pids))
		pids = max(pids, gvisorPids)
	}
	tmpfs := make(map[string]string, len(folders))
	for _, folder := range folders {
		tmpfs[folder] = "rw,nosuid,nodev,noexec,mode=1777,size=" + strconv.FormatInt(disk, 10) +
			",nr_inodes=" + strconv.FormatInt(nodes, 10)
	}
	return &container.HostConfig{
		AutoRemove:     true,
		LogConfig:      container.LogConfig{Type: "none"}, // what it prints is for us alone, and not to fill the host's disk
		Runtime:        runtime,
		NetworkMode:    "none",
		IpcMode:        "private",
		ReadonlyRootfs: true,
		Tmpfs:          tmpfs,
		ShmSize:        shm,
		CapDrop:        []string{"ALL"},
		SecurityOpt:    []string{"no-new-privileges", "seccomp=" + seccomp},
		MaskedPaths:    slices.Clone(maskedPaths),
		ReadonlyPaths:  slices.Clone(readonlyPaths),
		OomScoreAdj:    oomScoreAdj,
		Resources: container.Resources{
			Memory:     memory,
			MemorySwap: memory,
			PidsLimit:  &pids,
			CPUPeriod:  cpuPeriod.Microseconds(),
			CPUQuota:   cpus * cpuPeriod.Microseconds(),
			Ulimits:    limits,
		},
	}
}

func ulimit(name string, soft, hard int64) *container.Ulimit {
	return &container.Ulimit{Name: name, Soft: soft, Hard: hard}
}

// containerConfig is what runs inside the walls: as process 1, so that the container ends with it.
func containerConfig(spec sandbox.Spec, image string, command []string, labels map[string]string) *container.Config {
	env := []string{
		"PATH=/usr/bin:/bin", "HOME=/tmp", "LANG=C.UTF-8", "LC_ALL=C.UTF-8", "TZ=UTC",
		"PYTHONUTF8=1", "PYTHONDONTWRITEBYTECODE=1",
	}
	folder := "/work"
	if spec.Role == sandbox.Guest {
		env = append(env, "PYTHONHASHSEED=0") // the same order of sets at every attempt
		folder = "/tmp"
	} else {
		env = append(env, "PYTHONNOUSERSITE=1") // of programs that tests start: HOME can be written
	}
	if command == nil {
		command = []string{"python3", "-P", "-s", "-B", "-m", "pygrader." + string(spec.Role)}
	}
	return &container.Config{
		Image:       image,
		Cmd:         command,
		Env:         env,
		User:        sandboxUser,
		WorkingDir:  folder,
		Hostname:    "sandbox",
		Labels:      labels,
		AttachStdin: true, AttachStdout: true, AttachStderr: true,
		// StdinOnce: when the runner dies its connection closes, with it this standard input, and process 1 ends.
		OpenStdin: true, StdinOnce: true,
		NetworkDisabled: true,
	}
}

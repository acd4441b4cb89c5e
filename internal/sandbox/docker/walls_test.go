package docker

import (
	"encoding/json"
	"io"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
	embedded "github.com/pygrader/pygrader/sandbox"
)

func TestWallsFollowTheLimitsOfATest(t *testing.T) {
	l := grade.Limits{Memory: 64 * mib, Disk: 32 * mib, Processes: 10}
	h := hostConfig(sandbox.Spec{Role: sandbox.Guest, Limits: l}, "{}", "", false)
	assert.EqualValues(t, (64+32+16+96)*mib, h.Memory)
	assert.Equal(t, h.Memory, h.MemorySwap, "no swap")
	assert.EqualValues(t, 26, *h.PidsLimit)
	assert.Equal(t, map[string]string{"/tmp": "rw,nosuid,nodev,noexec,mode=1777,size=33554432,nr_inodes=16384"}, h.Tmpfs)
	assert.NotContains(t, h.Ulimits, ulimit("nproc", 26, 26), "it would count the processes of other containers too")
}

// gVisor's own threads count as pids on the host, so that the finer wall is within its kernel.
func TestUnderGVisorProcessesAreLimitedWithin(t *testing.T) {
	l := grade.Limits{Memory: 64 * mib, Disk: 32 * mib, Processes: 10}
	guest := hostConfig(sandbox.Spec{Role: sandbox.Guest, Limits: l}, "{}", "runsc", true)
	judge := hostConfig(sandbox.Spec{Role: sandbox.Judge, Limits: l}, "{}", "runsc", true)
	assert.EqualValues(t, 2048, *guest.PidsLimit)
	assert.EqualValues(t, 2048, *judge.PidsLimit)
	assert.Contains(t, guest.Ulimits, ulimit("nproc", 26, 26))
	assert.Contains(t, judge.Ulimits, ulimit("nproc", judgePids, judgePids))
}

func TestTheJudgesWallsAreTheSameForAllExercises(t *testing.T) {
	small := hostConfig(sandbox.Spec{Role: sandbox.Judge, Limits: grade.Limits{Memory: 1}}, "{}", "", false)
	large := hostConfig(sandbox.Spec{Role: sandbox.Judge, Limits: grade.Limits{Memory: 1 << 40}}, "{}", "", false)
	assert.Equal(t, small, large)
	assert.EqualValues(t, 1<<30, small.Memory)
	assert.Contains(t, small.Tmpfs, "/work")
}

// Both roles stand behind the same kinds of walls.
func TestNoRoleLacksAWall(t *testing.T) {
	for _, role := range []sandbox.Role{sandbox.Judge, sandbox.Guest} {
		spec := sandbox.Spec{Role: role, Limits: grade.DefaultLimits()}
		h := hostConfig(spec, "{}", "", false)
		c := containerConfig(spec, "image", nil, nil)
		assert.True(t, h.AutoRemove && h.ReadonlyRootfs && c.StdinOnce && c.OpenStdin && c.NetworkDisabled)
		assert.False(t, c.Tty || h.Privileged)
		assert.EqualValues(t, "none", h.NetworkMode)
		assert.EqualValues(t, "private", h.IpcMode)
		assert.Equal(t, []string{"ALL"}, []string(h.CapDrop))
		assert.Equal(t, []string{"no-new-privileges", "seccomp={}"}, h.SecurityOpt)
		assert.Equal(t, "65532:65532", c.User)
		assert.Equal(t, []string{"python3", "-P", "-s", "-B", "-m", "pygrader." + string(role)}, []string(c.Cmd))
		assert.Equal(t, role == sandbox.Guest, slices.Contains(c.Env, "PYTHONHASHSEED=0"), "fixed in the guest alone")
	}
}

func TestTheSeccompProfileRefusesWhatItMust(t *testing.T) {
	data, err := embedded.Files.ReadFile("seccomp.json")
	require.NoError(t, err)
	var profile struct {
		DefaultAction string
		Syscalls      []struct {
			Names  []string
			Action string
			Args   []any
		}
	}
	require.NoError(t, json.Unmarshal(data, &profile))
	assert.Equal(t, "SCMP_ACT_ERRNO", profile.DefaultAction)
	always := make(map[string]bool) // allowed whatever the arguments
	for _, rule := range profile.Syscalls {
		for _, name := range rule.Names {
			always[name] = always[name] || rule.Action == "SCMP_ACT_ALLOW" && rule.Args == nil
		}
	}
	for name := range strings.FieldsSeq(`acct add_key adjtimex bpf chroot clock_adjtime clock_settime clone clone3
		delete_module execveat fanotify_init finit_module fsconfig fsmount fsopen fspick init_module io_setup io_submit
		io_uring_enter io_uring_register io_uring_setup ioctl kcmp kexec_file_load kexec_load keyctl memfd_create
		memfd_secret mount mount_setattr move_mount name_to_handle_at open_by_handle_at open_tree perf_event_open
		personality pidfd_getfd pivot_root process_vm_readv process_vm_writev ptrace quotactl quotactl_fd reboot
		request_key setns settimeofday socket socketpair swapoff swapon sync syslog umount2 unshare userfaultfd`) {
		assert.False(t, always[name], name)
	}
	for _, name := range []string{"prlimit64", "seccomp", "prctl", "futex", "mmap", "execve"} {
		assert.True(t, always[name], "%s is needed", name)
	}
}

// pythonNeeds is what exercises do and the walls must let them do.
const pythonNeeds = `
import asyncio, concurrent.futures, ctypes, multiprocessing, os, pty, pwd, socket, sqlite3, subprocess, sys, tempfile
import threading, time, zoneinfo, datetime, locale, shutil
import multiprocessing.shared_memory

def square(n): return n * n

def check(what, got, want=True):
    print("ok" if got == want else f"{what}: {got!r}", flush=True)

with concurrent.futures.ThreadPoolExecutor(4) as pool:
    check("threads", list(pool.map(square, range(4))), [0, 1, 4, 9])
with multiprocessing.get_context("fork").Pool(2) as pool:
    check("processes", pool.map(square, range(4)), [0, 1, 4, 9])
block = multiprocessing.shared_memory.SharedMemory(create=True, size=4096)
block.close(); block.unlink()
check("callback", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)(square)(3), 9)
check("shell", subprocess.run("echo hello | cat", shell=True, capture_output=True, text=True).stdout, "hello\n")
server = socket.create_server(("127.0.0.1", 0))
client = socket.create_connection(server.getsockname())
server.accept()[0].sendall(b"x")
check("loopback", client.recv(1), b"x")
socket.socketpair()
async def main():
    child = await asyncio.create_subprocess_exec(sys.executable, "-c", "print(1)", stdout=asyncio.subprocess.PIPE)
    return (await child.communicate())[0]
check("asyncio", asyncio.run(main()), b"1\n")
with tempfile.TemporaryDirectory() as folder:
    shutil.copy2("/etc/passwd", folder)
    os.mkfifo(folder + "/fifo")
    base = sqlite3.connect(folder + "/base"); base.execute("create table t (x)"); base.commit()
check("home", (os.path.expanduser("~"), pwd.getpwuid(os.getuid()).pw_name), ("/tmp", "sandbox"))
check("zone", datetime.datetime(2024, 7, 1, tzinfo=zoneinfo.ZoneInfo("Europe/Berlin")).utcoffset().seconds, 7200)
check("time zone", time.tzname, ("UTC", "UTC"))
check("locale", locale.setlocale(locale.LC_ALL, "") and sys.getfilesystemencoding(), "utf-8")
check("terminal", os.isatty(0), False)
os.close(pty.openpty()[0])
check("host", socket.gethostname(), "sandbox")
check("hash", os.environ.get("PYTHONHASHSEED"), "0")
`

func TestTheWallsLetExercisesDoWhatPythonDoes(t *testing.T) {
	p := start(t, python(t, pythonNeeds), guestSpec())
	out, err := io.ReadAll(p)
	require.NoError(t, err)
	exit, err := p.Wait(t.Context())
	require.NoError(t, err)
	assert.Zero(t, exit.Code, p.Stderr())
	want := strings.Count(pythonNeeds, "\ncheck(") + 2 // two are indented
	assert.Equal(t, strings.Repeat("ok\n", want), string(out))
}

func TestAThirtyTwoBitCallIsNoWayAroundTheProfile(t *testing.T) {
	if !strings.Contains(os.Getenv("GOARCH")+machine(t), "x86_64") {
		t.Skip("int 0x80 is there on x86_64 only")
	}
	// mov eax, 20 (getpid of i386); int 0x80; ret
	p := start(t, python(t, `
import ctypes, mmap
code = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
code.write(b"\xb8\x14\x00\x00\x00\xcd\x80\xc3")
address = ctypes.addressof(ctypes.c_char.from_buffer(code))
print("got", ctypes.CFUNCTYPE(ctypes.c_int)(address)(), flush=True)
`), guestSpec())
	out, err := io.ReadAll(p)
	require.NoError(t, err)
	exit, err := p.Wait(t.Context())
	require.NoError(t, err)
	assert.NotContains(t, string(out), "got "+strconv.Itoa(1)+"\n")
	t.Log(exit, string(out), p.Stderr())
}

func machine(t *testing.T) string {
	t.Helper()
	e, err := testClient(t).api.Info(t.Context())
	require.NoError(t, err)
	return e.Architecture
}

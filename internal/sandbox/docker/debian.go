package docker

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/user"
	"path"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/pygrader/pygrader/sandbox"
)

// debianRootFS makes a root file system of the host's own Debian release, from the host's own package sources, with
// mmdebstrap. Its variant "extract" only unpacks packages; finish.sh sets up the little that Python needs. That takes
// a third of the time and of the files of a bootable system.
func debianRootFS(ctx context.Context, dir string, progress func(string)) (string, error) {
	if err := checkDebianHost(); err != nil {
		return "", err
	}
	release, err := os.ReadFile("/etc/os-release")
	if err != nil {
		return "", notDebian(err)
	}
	suite := osRelease(string(release), "VERSION_CODENAME")
	if suite == "" {
		return "", notDebian(errors.New("/etc/os-release names no VERSION_CODENAME"))
	}
	// In mmdebstrap's namespace a user other than ours reads these files.
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // nothing in it is secret
		return "", err
	}
	packages, err := unpackRecipe(dir)
	if err != nil {
		return "", fmt.Errorf("unpacking the recipe: %w", err)
	}
	sources, err := writeSources(dir, "/etc/apt", suite)
	if err != nil {
		return "", fmt.Errorf("reading the host's package sources: %w", err)
	}
	tar := filepath.Join(dir, "root.tar")
	args := []string{
		// Its mounts live in a namespace of its own: when it is killed they are gone, and removing its folder
		// cannot reach through them.
		"--mode=unshare", "--variant=extract", "--format=tar", "--include=" + strings.Join(packages, ","),
		"--aptopt=Acquire::Languages \"none\"", "--extract-hook=" + filepath.Join(dir, "finish.sh"), suite, tar,
	}
	return tar, mmdebstrap(ctx, dir, append(args, sources...), progress)
}

func checkDebianHost() error {
	if _, err := exec.LookPath("mmdebstrap"); err != nil {
		return &Error{Problem: "mmdebstrap, which makes the sandbox image, is not installed",
			Remedy: "Install it: sudo apt-get install mmdebstrap."}
	}
	if os.Geteuid() == 0 {
		return nil
	}
	u, err := user.Current()
	if err != nil {
		return err
	}
	ids, _ := os.ReadFile("/etc/subuid")
	_, err = exec.LookPath("newuidmap")
	if err != nil || !strings.Contains("\n"+string(ids), "\n"+u.Username+":") {
		return &Error{Problem: "only root can make the sandbox image here",
			Remedy: "Run \"sudo pygrader image build\" once, or give your user subordinate ids: " +
				"sudo apt-get install uidmap, then sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 " + u.Username + "."}
	}
	return nil
}

func notDebian(err error) error {
	return &Error{Problem: "the sandbox image can only be made on a Debian host so far",
		Remedy: "Make it there and move it: docker save, docker load.", Err: err}
}

func osRelease(text, key string) string {
	for line := range strings.Lines(text) {
		if value, ok := strings.CutPrefix(strings.TrimSpace(line), key+"="); ok {
			return strings.Trim(value, `"'`)
		}
	}
	return ""
}

// unpackRecipe writes what finish.sh needs into dir, as dir/finish.sh, dir/*.modules and dir/pygrader, and returns
// the packages to install.
func unpackRecipe(dir string) ([]string, error) {
	names, err := defaultRecipe().files()
	if err != nil {
		return nil, err
	}
	var packages []string
	for _, name := range names {
		data, err := sandbox.Files.ReadFile(name)
		if err != nil {
			return nil, err
		}
		if path.Base(name) == "packages" {
			packages = strings.Fields(string(data))
		}
		target := filepath.Join(dir, path.Base(name))
		if strings.HasPrefix(name, "pygrader/") {
			target = filepath.Join(dir, filepath.FromSlash(name))
		}
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil { //nolint:gosec // goes into the image, for all
			return nil, err
		}
		mode := os.FileMode(0o644)
		if strings.HasSuffix(name, ".sh") {
			mode = 0o755
		}
		if err := os.WriteFile(target, data, mode); err != nil {
			return nil, err
		}
	}
	return packages, nil
}

// mmdebstrap runs it and reports the steps that it announces. Cancelled, it gets a moment to clean up, then it is
// killed, and its namespaces, with every process and mount in them, are gone with it.
func mmdebstrap(ctx context.Context, dir string, args []string, progress func(string)) error {
	log := &steps{progress: progress}
	cmd := exec.CommandContext(ctx, "mmdebstrap", args...)
	cmd.Env = hookEnv(dir)
	cmd.Stderr = log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM) }
	cmd.WaitDelay = 2 * time.Second
	err := cmd.Run()
	if cmd.Process != nil {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) // whatever of its group did not heed the first signal
	}
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if err != nil {
		return &Error{Problem: "mmdebstrap failed",
			Remedy: "See whether \"sudo apt-get update\" works on this host; then try again.",
			Err:    fmt.Errorf("%w\n%s", err, strings.Join(log.tail, "\n"))}
	}
	return nil
}

// removeTree removes a build's folder. Where mmdebstrap was killed before it could clean up and we are not root, some
// of its files belong to our subordinate users, as whom mmdebstrap can act.
func removeTree(dir string) {
	if os.RemoveAll(dir) == nil {
		return
	}
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	_ = exec.CommandContext(ctx, "mmdebstrap", "--unshare-helper", "rm", "-rf", dir).Run() //nolint:gosec // our own folder
	_ = os.RemoveAll(dir)
}

// hookEnv is the environment of mmdebstrap and of what it runs: nothing of the caller's Python may leak into it.
func hookEnv(dir string) []string {
	env := []string{"PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL=C.UTF-8", "TMPDIR=" + dir, "HOME=/"}
	for _, name := range []string{"http_proxy", "https_proxy", "ftp_proxy", "no_proxy", "USER"} {
		if value, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+value)
		}
	}
	return env
}

// steps takes mmdebstrap's log, passes on its steps and keeps the last lines for an error.
type steps struct {
	progress func(string)
	part     []byte // of a line that has not ended
	tail     []string
}

func (s *steps) Write(p []byte) (int, error) {
	s.part = append(s.part, p...)
	for {
		line, rest, ok := bytes.Cut(s.part, []byte("\n"))
		if !ok {
			return len(p), nil
		}
		s.part = rest
		s.line(strings.TrimSpace(string(line)))
	}
}

func (s *steps) line(line string) {
	const keep = 12
	if step, ok := strings.CutPrefix(line, "I: "); ok && strings.HasSuffix(step, "...") {
		s.progress(strings.TrimSuffix(step, "..."))
	}
	if line != "" && line != "done" {
		s.tail = append(s.tail, line)
	}
	s.tail = s.tail[max(0, len(s.tail)-keep):]
}

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// cold compares whole processes: pygrader grade against docker run with the suite and the solution in one container,
// the same image and the same limits.
func cold(dir, image string, runs int) error {
	const slug = "sort-records"
	binary := filepath.Join(dir, "pygrader")
	if err := command("", "go", "build", "-o", binary, "./cmd/pygrader"); err != nil {
		return err
	}
	solutions, err := filepath.Glob(filepath.Join("exercises", slug, "solutions/accepted/*.py"))
	if err != nil || len(solutions) == 0 {
		return fmt.Errorf("no accepted solution of %s: run from the project's root", slug)
	}
	right := solutions[0]
	folder := filepath.Join(dir, "cold")
	if err := os.CopyFS(filepath.Join(folder, "tests"), os.DirFS(filepath.Join("exercises", slug, "tests"))); err != nil {
		return err
	}
	source, err := os.ReadFile(right) //nolint:gosec // our own file
	if err != nil {
		return err
	}
	if err := write(folder, map[string]string{"solution.py": string(source)}); err != nil {
		return err
	}
	if err := os.Chmod(dir, 0o755); err != nil { //nolint:gosec // read by the container's user
		return err
	}
	theirs := []string{
		"run", "--rm", "--network=none", "--memory=240m", "--memory-swap=240m", "--pids-limit=48", "--cpus=1",
		"--read-only", "--tmpfs=/tmp:size=16m", "--cap-drop=ALL", "--security-opt=no-new-privileges", "--user=65532:65532",
		"--volume=" + folder + ":/w:ro", "--workdir=/w", "--env=PYTHONPATH=/w", image,
		"python3", "-B", "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests",
	}
	fmt.Printf("A: pygrader grade %s %s\nB: docker %s\n", slug, right, strings.Join(theirs[:len(theirs)-1], " "))
	return pair("cold, whole commands", runs, func() error { return nil },
		func() error { return command("", binary, "grade", slug, right) },
		func() error { return command("", "docker", theirs...) })
}

package docker

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func needsMmdebstrap(t *testing.T) {
	t.Helper()
	if _, err := exec.LookPath("mmdebstrap"); err != nil {
		t.Skip("mmdebstrap is not installed")
	}
	if os.Geteuid() != 0 {
		t.Skip("only root can make an image here")
	}
}

func TestACancelledBuildLeavesNothing(t *testing.T) {
	needsMmdebstrap(t)
	c, dir := testClient(t), inEmptyFolder(t)
	ctx, cancel := context.WithCancelCause(t.Context())
	interrupted := errors.New("interrupted")
	_, err := c.BuildImage(ctx, BuildOptions{Force: true, Progress: func(step string) {
		if strings.HasPrefix(step, "extracting") {
			cancel(interrupted)
		}
	}})
	require.ErrorIs(t, err, interrupted)
	assertEmpty(t, dir)
	mounts, err := os.ReadFile("/proc/self/mounts")
	require.NoError(t, err)
	assert.NotContains(t, string(mounts), dir)
}

func TestSourcesThatDoNotAnswerAreExplained(t *testing.T) {
	needsMmdebstrap(t)
	dir := inEmptyFolder(t)
	err := mmdebstrap(t.Context(), dir, []string{"--mode=unshare", "--variant=extract", "--format=tar", "bookworm",
		filepath.Join(dir, "root.tar"), "deb [trusted=yes] copy:/nonexistent bookworm main"}, func(string) {})
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.Remedy, "apt-get update")
	assert.ErrorContains(t, known.Err, "nonexistent", "what apt said is there")
}

func TestAMissingMmdebstrapIsExplained(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var known *Error
	require.ErrorAs(t, checkDebianHost(), &known)
	assert.Contains(t, known.Remedy, "apt-get install mmdebstrap")
}

func TestOnlyTheHostsOwnDebianSourcesAreTaken(t *testing.T) {
	apt, dir := t.TempDir(), t.TempDir()
	write := func(name, text string) {
		p := filepath.Join(apt, name)
		require.NoError(t, os.MkdirAll(filepath.Dir(p), 0o750))
		require.NoError(t, os.WriteFile(p, []byte(text), 0o600))
	}
	write("sources.list", `# deb http://mirror.example/debian bookworm main
deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main contrib # ours
deb-src http://mirror.example/debian bookworm main
deb http://other.example/linux bookworm stable
deb http://mirror.example/debian-security bookworm-security main
`)
	write("sources.list.d/debian.sources", `Types: deb
URIs: http://mirror.example/debian
Suites: bookworm
  bookworm-updates
Components: main
# a remark
Signed-By: /k.gpg

Types: deb
URIs: http://off.example/debian
Suites: bookworm
Components: main
Enabled: no

Types: deb
URIs: http://node.example
Suites: nodistro
Components: main
`)
	write("sources.list.d/old.list.disabled", "deb http://off.example/debian bookworm main\n")
	paths, err := writeSources(dir, apt, "bookworm")
	require.NoError(t, err)
	require.Equal(t, []string{filepath.Join(dir, "host.list"), filepath.Join(dir, "host.sources")}, paths)
	list, err := os.ReadFile(paths[0])
	require.NoError(t, err)
	assert.Equal(t, `deb [arch=amd64 signed-by=/k.gpg] http://mirror.example/debian bookworm main contrib

deb http://mirror.example/debian-security bookworm-security main
`, string(list))
	deb822, err := os.ReadFile(paths[1])
	require.NoError(t, err)
	assert.Equal(t, "Types: deb\nURIs: http://mirror.example/debian\nSuites: bookworm\n  bookworm-updates\nComponents: main\nSigned-By: /k.gpg\n",
		string(deb822))
}

func TestAHostWithoutSourcesLeavesTheChoiceToMmdebstrap(t *testing.T) {
	paths, err := writeSources(t.TempDir(), t.TempDir(), "bookworm")
	require.NoError(t, err)
	assert.Empty(t, paths)
}

func TestOSReleaseIsReadWithAndWithoutQuotes(t *testing.T) {
	text := "NAME=\"Debian\"\nVERSION_CODENAME=bookworm\nID='debian'\n"
	assert.Equal(t, "bookworm", osRelease(text, "VERSION_CODENAME"))
	assert.Equal(t, "Debian", osRelease(text, "NAME"))
	assert.Equal(t, "debian", osRelease(text, "ID"))
	assert.Empty(t, osRelease(text, "VERSION"))
}

package grader

import (
	"context"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
	"github.com/pygrader/pygrader/internal/sandbox/local"
)

// backends are those that every test of this package runs on; hostile samples never run on the local one.
func backends(t *testing.T) map[string]func(*testing.T) sandbox.Backend {
	t.Helper()
	return map[string]func(*testing.T) sandbox.Backend{"local": localBackend, "docker": dockerBackend}
}

func localBackend(t *testing.T) sandbox.Backend {
	t.Helper()
	b, err := local.NewBackend(local.Options{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, b.Close(context.Background())) })
	return b
}

// bareSuite is a suite without an exercise.toml, with the limits of an exercise's test: one that never ends costs less.
func bareSuite(t *testing.T, name, entry string) *exercise.Exercise {
	t.Helper()
	ex, err := exercise.FromSuite(name, entry)
	require.NoError(t, err)
	ex.Limits = grade.DefaultLimits()
	return ex
}

var image = sync.OnceValues(func() (docker.Options, error) {
	client, err := docker.Connect(context.Background())
	if err != nil {
		return docker.Options{}, err
	}
	img, err := client.EnsureImage(context.Background(), func(string) {})
	return docker.Options{Client: client, Image: img}, err
})

// dockerBackend skips where no engine answers; anything else that goes wrong is a failure.
func dockerBackend(t *testing.T) sandbox.Backend {
	t.Helper()
	return containers(t, dockerOptions(t))
}

func dockerOptions(t *testing.T) docker.Options {
	t.Helper()
	if _, err := docker.Connect(context.Background()); err != nil {
		t.Skipf("no Docker engine to run containers with: %v", err)
	}
	opts, err := image()
	require.NoError(t, err)
	return opts
}

func containers(t *testing.T, opts docker.Options) sandbox.Backend {
	t.Helper()
	b := docker.NewBackend(opts)
	t.Cleanup(func() { require.NoError(t, b.Close(context.Background())) })
	return b
}

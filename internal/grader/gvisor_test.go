package grader

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/sandbox"
)

// gvisorBackend skips where the engine has no gVisor.
func gvisorBackend(t *testing.T) sandbox.Backend {
	t.Helper()
	opts := dockerOptions(t)
	e, err := opts.Client.Engine(t.Context())
	require.NoError(t, err)
	i := slices.IndexFunc(e.Runtimes, func(name string) bool { return strings.Contains(name, "runsc") })
	if i < 0 {
		t.Skip("the engine knows no runtime runsc (gVisor)")
	}
	opts.Runtime = e.Runtimes[i]
	return containers(t, opts)
}

// TestGVisorGradesAlike: with both containers under gVisor, whose kernel lacks some of what judge and guest use elsewhere,
// every exercise comes to the verdicts that it comes to under runc. One accepted solution of each and one rejected, and
// those that only a limit tells from right ones.
func TestGVisorGradesAlike(t *testing.T) {
	g := New(Config{Backend: gvisorBackend(t)})
	defer g.Close()
	catalogue := exercise.NewCatalogue(os.DirFS("../../exercises"), "exercises")
	listed, err := catalogue.List()
	require.NoError(t, err)
	require.NotEmpty(t, listed)
	for _, l := range listed {
		ex, err := catalogue.Open(l.Slug)
		require.NoError(t, err)
		ex.Accepted = ex.Accepted[:1]
		first := ex.Rejected[0].Name
		ex.Rejected = slices.DeleteFunc(ex.Rejected, func(s exercise.Solution) bool {
			return s.Name != first && !slices.Equal(s.Loses, []string{"memory"})
		})
		t.Run(ex.Slug, func(t *testing.T) { checkSolutions(t, g, ex) })
	}
}

// TestGVisorHoldsTheLimitsOfATest: what ends a test under runc ends it under gVisor, for the same reason.
func TestGVisorHoldsTheLimitsOfATest(t *testing.T) {
	g := New(Config{Backend: gvisorBackend(t)})
	defer g.Close()
	ex, secrets := hostileSuite(t)
	for _, name := range []string{
		"busy_loop", "endless", "computes_behind", "memory_bomb", "fork_bomb", "exits_in_functions", "kills_everything",
		"forks_helpers", "right",
	} {
		t.Run(name, func(t *testing.T) {
			checkHostile(t, g, ex, secrets, filepath.Join(hostileFolder, name+".py"))
		})
	}
}

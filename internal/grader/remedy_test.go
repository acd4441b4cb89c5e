package grader

import (
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

// TestARemedyReachesTheResult: where a person can put right what keeps a submission from being graded, the result says how.
func TestARemedyReachesTheResult(t *testing.T) {
	opts := dockerOptions(t)
	opts.Image = docker.Image{Ref: "pygrader/sandbox:not-there"}
	g := New(Config{Backend: containers(t, opts)})
	defer g.Close()
	ex, _ := hostileSuite(t)
	r, err := g.Grade(t.Context(), ex, filepath.Join(hostileFolder, "right.py"))
	require.NoError(t, err)
	assert.Equal(t, grade.StatusSystemError, r.Status)
	assert.Contains(t, r.Message, "pygrader/sandbox:not-there is not there any more")
	assert.Contains(t, r.Message, "Build it: pygrader image build.")
}

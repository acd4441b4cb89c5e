package docker

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAProcessIsKnownByItsStart(t *testing.T) {
	mine := startTime(os.Getpid())
	assert.NotEmpty(t, mine)
	assert.Equal(t, mine, startTime(os.Getpid()))

	other := exec.Command("cat")
	in, err := other.StdinPipe()
	require.NoError(t, err)
	require.NoError(t, other.Start())
	assert.NotEqual(t, mine, startTime(other.Process.Pid))
	require.NoError(t, in.Close())
	require.NoError(t, other.Wait())
	assert.Empty(t, startTime(other.Process.Pid), "it is gone")
}

package docker

import (
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestGVisorRunsAGuest(t *testing.T) {
	e, err := testClient(t).Engine(t.Context())
	require.NoError(t, err)
	i := slices.IndexFunc(e.Runtimes, func(name string) bool { return strings.Contains(name, "runsc") })
	if i < 0 {
		t.Skip("the engine knows no runtime runsc (gVisor)")
	}
	b := python(t, "print(open('/proc/version').read(), flush=True)\n"+echo)
	b.opts.Runtime = e.Runtimes[i]
	p := start(t, b, guestSpec())
	banner := make([]byte, len("Linux version 4.4.0"))
	_, err = io.ReadFull(p, banner)
	require.NoError(t, err)
	assert.Equal(t, "Linux version 4.4.0", string(banner), "gVisor's own kernel")
	p.Stop()
	_, err = p.Wait(t.Context())
	require.NoError(t, err)
	require.NoError(t, b.Close(t.Context()))
	assert.Empty(t, ofBackend(t, b))
}

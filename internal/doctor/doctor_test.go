package doctor

import (
	"context"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/docker/docker/api/types/container"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

var prepared = sync.OnceValues(func() (Config, error) {
	c, err := docker.Connect(context.Background())
	if err != nil {
		return Config{}, err
	}
	cfg := Config{Client: c, Limits: grade.DefaultLimits()}
	// Small walls, so that an attempt on a missing one stays small as well.
	cfg.Limits.Memory, cfg.Limits.Disk = 32*mib, 8*mib
	cfg.Image, err = c.EnsureImage(context.Background(), nil)
	return cfg, err
})

func config(t *testing.T) Config {
	t.Helper()
	if _, err := docker.Connect(t.Context()); err != nil {
		t.Skipf("no Docker engine for this test: %v", err)
	}
	cfg, err := prepared()
	require.NoError(t, err)
	return cfg
}

func TestEveryWallHoldsHere(t *testing.T) {
	cfg := config(t)
	var told []Check
	cfg.Progress = func(c Check) { told = append(told, c) }
	checks, err := Run(t.Context(), cfg)
	require.NoError(t, err)
	assert.Equal(t, checks, told)
	assert.Len(t, checks, 2+len(walls))
	for _, c := range checks {
		t.Logf("%-18s %v %s", c.Wall, c.OK, c.Detail)
		assert.True(t, c.OK, "%s: %s", c.Wall, c.Detail)
		assert.NotEmpty(t, c.Detail)
		assert.Empty(t, c.Remedy)
	}
}

// missing takes each wall away, as a broken engine would.
var missing = map[string]func(*container.Config, *container.HostConfig){
	"network": func(c *container.Config, h *container.HostConfig) {
		c.NetworkDisabled, h.NetworkMode = false, "bridge"
	},
	"memory": func(_ *container.Config, h *container.HostConfig) { h.Memory, h.MemorySwap = 0, 0 },
	"pids":   func(_ *container.Config, h *container.HostConfig) { h.PidsLimit = nil },
	"read-only root": func(_ *container.Config, h *container.HostConfig) {
		h.ReadonlyRootfs = false
	},
	"disk": func(_ *container.Config, h *container.HostConfig) { h.Tmpfs["/tmp"] = "rw,exec,size=64m" },
	"devices": func(_ *container.Config, h *container.HostConfig) {
		h.Devices = []container.DeviceMapping{{PathOnHost: "/dev/zero", PathInContainer: "/dev/extra", CgroupPermissions: "r"}}
	},
	"capabilities": func(_ *container.Config, h *container.HostConfig) { h.CapDrop = nil },
	"no-new-privileges": func(_ *container.Config, h *container.HostConfig) {
		h.SecurityOpt = h.SecurityOpt[1:]
	},
	"seccomp": func(_ *container.Config, h *container.HostConfig) {
		h.SecurityOpt = []string{"no-new-privileges", "seccomp=unconfined"}
	},
	"user": func(c *container.Config, _ *container.HostConfig) { c.User = "" },
	"cpu":  func(_ *container.Config, h *container.HostConfig) { h.CPUQuota, h.CPUPeriod = 0, 0 },
}

func TestAMissingWallIsReported(t *testing.T) {
	cfg := config(t)
	for _, w := range walls {
		t.Run(w.name, func(t *testing.T) {
			cfg := cfg
			cfg.adjust = func(p *docker.Probe) {
				if w.name == "time" {
					p.Time = time.Minute // as if nobody killed it
					return
				}
				p.Adjust = missing[w.name]
				require.NotNil(t, p.Adjust)
			}
			c, err := examine(t.Context(), cfg, w)
			require.NoError(t, err)
			t.Log(c.Detail)
			assert.False(t, c.OK, c.Detail)
			assert.NotContains(t, c.Detail, "the probe broke")
			assert.NotEmpty(t, c.Remedy)
		})
	}
}

// What gVisor lacks depends on how the engine starts it; these hold in any case.
func TestTheseWallsHoldUnderGVisor(t *testing.T) {
	cfg := config(t)
	e, err := cfg.Client.Engine(t.Context())
	require.NoError(t, err)
	i := slices.IndexFunc(e.Runtimes, func(name string) bool { return strings.Contains(name, "runsc") })
	if i < 0 {
		t.Skip("the engine knows no runtime runsc (gVisor)")
	}
	cfg.Runtime = e.Runtimes[i]
	checks, err := Run(t.Context(), cfg)
	require.NoError(t, err)
	always := []string{"network", "pids", "read-only root", "capabilities", "no-new-privileges", "user", "time"}
	for _, c := range checks {
		t.Logf("%-18s %v %s", c.Wall, c.OK, c.Detail)
		if slices.Contains(always, c.Wall) {
			assert.True(t, c.OK, "%s: %s", c.Wall, c.Detail)
		}
	}
	assert.Contains(t, checks[1].Detail, "gVisor")
}

func TestABrokenProbeIsNoHoldingWall(t *testing.T) {
	holds, detail := told(docker.ProbeResult{Stderr: "Traceback\nImportError: no such thing\n"})
	assert.False(t, holds)
	assert.Contains(t, detail, "ImportError")
}

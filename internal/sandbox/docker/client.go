package docker

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"github.com/docker/docker/api/types/system"
	"github.com/docker/docker/api/types/versions"
	"github.com/docker/docker/client"
)

// minAPI is that of Docker 20.10, the oldest engine that the tests ran on. Older ones lack errnoRet in seccomp
// profiles, without which no thread starts under ours.
const minAPI = "1.41"

// Client is a connection to an engine that answered and is new enough.
type Client struct {
	api *client.Client
}

// Connect finds the engine as the docker command does (DOCKER_HOST and its kin, else the local socket), agrees on a
// version of the API with it, and says in an *Error what to do when that fails.
func Connect(ctx context.Context) (*Client, error) {
	return connect(ctx, client.FromEnv)
}

func connect(ctx context.Context, opts ...client.Opt) (*Client, error) {
	api, err := client.NewClientWithOpts(append(opts, client.WithAPIVersionNegotiation())...)
	if err != nil {
		return nil, &Error{Problem: "the Docker settings in the environment are wrong",
			Remedy: "Correct or unset DOCKER_HOST, DOCKER_CERT_PATH and DOCKER_API_VERSION.", Err: err}
	}
	ping, err := api.Ping(ctx)
	if err != nil {
		_ = api.Close()
		return nil, explainConnect(api.DaemonHost(), err)
	}
	api.NegotiateAPIVersionPing(ping)
	if v := api.ClientVersion(); versions.LessThan(v, minAPI) {
		_ = api.Close()
		return nil, &Error{Problem: fmt.Sprintf("the Docker engine is too old: its API is %s, pygrader needs %s", v, minAPI),
			Remedy: "Update the engine to Docker 20.10 or newer, or unset DOCKER_API_VERSION."}
	}
	return &Client{api: api}, nil
}

func explainConnect(host string, err error) error {
	switch {
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return fmt.Errorf("connecting to the Docker engine at %s: %w", host, err)
	case errors.Is(err, os.ErrPermission):
		return &Error{Problem: "no permission to use the Docker engine's socket " + strings.TrimPrefix(host, "unix://"),
			Remedy: "Run as root, or add your user to the group docker (sudo usermod -aG docker \"$USER\") and log in again. " +
				"Who may use that socket can become root."}
	case client.IsErrConnectionFailed(err):
		return &Error{Problem: "no Docker engine answers at " + host,
			Remedy: "Start it (sudo systemctl start docker), install it (sudo apt-get install docker.io), or point DOCKER_HOST at one."}
	default:
		return &Error{Problem: "the Docker engine at " + host + " answered with an error",
			Remedy: "See whether \"docker version\" works.", Err: err}
	}
}

// Close ends the connection.
func (c *Client) Close() error { return c.api.Close() }

// Engine is what pygrader wants to know of an engine.
type Engine struct {
	Version       string
	CgroupVersion string
	Kernel        string
	Security      []string
	Runtimes      []string // by the names that --runtime takes
	Default       string   // the one used when none is named
}

// Engine asks the engine what it is.
func (c *Client) Engine(ctx context.Context) (Engine, error) {
	info, err := c.api.Info(ctx)
	if err != nil {
		return Engine{}, fmt.Errorf("asking the engine what it is: %w", err)
	}
	e := Engine{Version: info.ServerVersion, CgroupVersion: info.CgroupVersion, Kernel: info.KernelVersion,
		Security: info.SecurityOptions, Default: info.DefaultRuntime}
	for name := range info.Runtimes {
		e.Runtimes = append(e.Runtimes, name)
	}
	return e, nil
}

// isGVisor tells whether the engine runs gVisor's runsc under this name; a name it does not know is an *Error.
func (c *Client) isGVisor(ctx context.Context, runtime string) (bool, error) {
	info, err := c.api.Info(ctx)
	if err != nil {
		return false, fmt.Errorf("looking up runtime %q: %w", runtime, err)
	}
	found, ok := info.Runtimes[runtime]
	if !ok {
		return false, &Error{Problem: fmt.Sprintf("the Docker engine knows no runtime %q", runtime),
			Remedy: "Add it under \"runtimes\" in /etc/docker/daemon.json and reload the engine (sudo systemctl reload docker)."}
	}
	return looksLikeGVisor(runtime, found), nil
}

func looksLikeGVisor(name string, r system.RuntimeWithStatus) bool {
	return strings.Contains(r.Path, "runsc") || strings.Contains(r.Type, "runsc") || strings.Contains(name, "runsc")
}

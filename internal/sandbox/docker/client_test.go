package docker

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docker/docker/client"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestAnEngineThatIsNotRunningIsExplained(t *testing.T) {
	_, err := connect(t.Context(), client.WithHost("unix://"+filepath.Join(t.TempDir(), "docker.sock")))
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.Problem, "no Docker engine answers")
	assert.Contains(t, known.Remedy, "systemctl start docker")
}

func TestASocketWithoutPermissionIsExplained(t *testing.T) {
	var known *Error
	require.ErrorAs(t, explainConnect("unix:///run/docker.sock", fmt.Errorf("dial: %w", os.ErrPermission)), &known)
	assert.Contains(t, known.Problem, "/run/docker.sock")
	assert.Contains(t, known.Remedy, "group docker")
}

func TestAnEngineThatIsTooOldIsExplained(t *testing.T) {
	old := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Api-Version", "1.39")
		_, _ = w.Write([]byte("OK"))
	}))
	defer old.Close()
	_, err := connect(t.Context(), client.WithHost(strings.Replace(old.URL, "http", "tcp", 1)))
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.Problem, "too old")
}

func TestWrongSettingsAreExplained(t *testing.T) {
	t.Setenv("DOCKER_HOST", "nonsense")
	_, err := Connect(t.Context())
	var known *Error
	require.ErrorAs(t, err, &known)
	assert.Contains(t, known.Remedy, "DOCKER_HOST")
}

func TestTheEngineSaysWhatItIs(t *testing.T) {
	e, err := testClient(t).Engine(t.Context())
	require.NoError(t, err)
	assert.NotEmpty(t, e.Version)
	assert.Contains(t, e.Runtimes, e.Default)
}

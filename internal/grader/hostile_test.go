package grader

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/docker/docker/api/types/container"
	"github.com/docker/docker/api/types/filters"
	"github.com/docker/docker/client"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/pygrader/pygrader/internal/exercise"
	"github.com/pygrader/pygrader/internal/grade"
	"github.com/pygrader/pygrader/internal/report"
)

const hostileFolder = "../../testdata/hostile"

// patience is how long one hostile submission may take. It is far more than any needs, and far less than the deadline
// of a grading, so that one which hangs is seen.
const patience = 100 * time.Second

// atOnce is how many are graded side by side: their limits count CPU time, and what they wait for is far off.
const atOnce = 2

var errHangs = errors.New("the grading hangs")

// TestHostileSubmissions grades every sample of testdata/hostile in Docker, never elsewhere, and holds what pygrader
// promises of them: each earns what its first line says and nothing else, the candidate's view holds no hidden text,
// the grading ends in time and is nobody's fault but the candidate's, and no container is left.
func TestHostileSubmissions(t *testing.T) {
	ex, secrets := hostileSuite(t)
	samples, err := filepath.Glob(filepath.Join(hostileFolder, "*.py"))
	require.NoError(t, err)
	require.NotEmpty(t, samples)
	pool := make(chan *Grader, atOnce)
	for range atOnce {
		pool <- New(Config{Backend: dockerBackend(t)})
	}
	gradeAll := func(t *testing.T, wanted func(name string) bool) {
		for _, sample := range samples {
			name := strings.TrimSuffix(filepath.Base(sample), ".py")
			if !wanted(name) {
				continue
			}
			t.Run(name, func(t *testing.T) {
				t.Parallel()
				g := <-pool
				defer func() { pool <- g }()
				checkHostile(t, g, ex, secrets, sample)
			})
		}
	}
	t.Run("samples", func(t *testing.T) { gradeAll(t, func(string) bool { return true }) })
	// Whatever a submission hid somewhere, its next attempt runs where nothing of it is left.
	t.Run("second attempts", func(t *testing.T) {
		gradeAll(t, func(name string) bool { return strings.HasPrefix(name, "hides_") })
	})
	for range atOnce {
		(<-pool).Close()
	}
	require.Eventually(t, func() bool { return len(ownContainers(t)) == 0 }, time.Minute, 50*time.Millisecond,
		"containers are left: the end of its stream ends a container, and the engine removes it")
}

// hostileSuite opens the exercise and reads the secrets off its hidden tests.
func hostileSuite(t *testing.T) (*exercise.Exercise, []string) {
	t.Helper()
	ex, err := exercise.NewCatalogue(os.DirFS(hostileFolder), hostileFolder).Open("suite")
	require.NoError(t, err)
	var secrets []string
	for _, f := range ex.Suite.Hidden {
		secrets = append(secrets, regexp.MustCompile(`[A-Z]+-\d{4}|test_hidden_\w+|Hidden\w+Tests`).FindAllString(string(f.Data), -1)...)
	}
	require.Greater(t, len(secrets), 40)
	return ex, append(secrets, "918273645", "tests/hidden")
}

func checkHostile(t *testing.T, g *Grader, ex *exercise.Exercise, secrets []string, sample string) {
	t.Helper()
	ctx, cancel := context.WithTimeoutCause(t.Context(), patience, errHangs)
	defer cancel()
	result, err := g.Grade(ctx, ex, sample)
	require.NoError(t, err)
	t.Logf("%d ms, %s, %s %s", result.WallMS, earned(result), result.Code, result.Message)
	ok := assert.Contains(t, []grade.Status{grade.StatusPassed, grade.StatusFailed}, result.Status, result.Message)
	ok = assert.Equal(t, gains(t, sample), earned(result), "tasks that were earned") && ok
	for _, test := range result.Tests {
		ok = assert.NotEqual(t, grade.Author, test.Blame, "%s: %s", test.ID, test.Message) && ok
	}
	ok = hidesSecrets(t, ex, result, secrets) && ok
	if !ok || testing.Verbose() {
		t.Log(brief(result))
	}
}

// brief is a line for each test.
func brief(result grade.Result) string {
	var b strings.Builder
	for _, test := range result.Tests {
		fmt.Fprintf(&b, "\n%-9s %-9s %-15s %5d ms  %s: %.200s", test.Outcome, test.Blame, test.Code, test.WallMS, test.ID, test.Message)
	}
	return b.String() + "\n" + result.Detail
}

// hidesSecrets looks for hidden text in all that a candidate is shown, and in all that public tests kept.
func hidesSecrets(t *testing.T, ex *exercise.Exercise, result grade.Result, secrets []string) bool {
	t.Helper()
	views := []grade.Result{}
	for _, policy := range []grade.Feedback{grade.FeedbackScore, grade.FeedbackTasks, grade.FeedbackHints} {
		view := report.CandidateView(result, policy)
		view.Submission = ""
		views = append(views, view)
	}
	data, err := json.Marshal(views)
	require.NoError(t, err)
	ok := true
	for _, secret := range secrets {
		ok = assert.NotContains(t, string(data), secret, "the candidate's view") && ok
	}
	for _, test := range result.Tests {
		if test.Visibility != grade.Public {
			continue
		}
		for _, secret := range secrets {
			ok = assert.NotContains(t, test.Stdout+test.Stderr+test.Report+test.Message, secret, test.ID) && ok
		}
	}
	require.Len(t, result.Tests, len(ex.Expected))
	return ok
}

// gains reads the first line of a sample: "# gains: TASK, …".
func gains(t *testing.T, sample string) string {
	t.Helper()
	data, err := os.ReadFile(sample)
	require.NoError(t, err)
	first, _, _ := strings.Cut(string(data), "\n")
	list, ok := strings.CutPrefix(first, "# gains:")
	require.True(t, ok, "the first line of %s", sample)
	return sorted(strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ' ' }))
}

func earned(result grade.Result) string {
	var tasks []string
	for _, task := range result.Tasks {
		if task.Earned > 0 {
			tasks = append(tasks, task.ID)
		}
	}
	return sorted(tasks)
}

func sorted(names []string) string {
	slices.Sort(names)
	return strings.Join(names, " ")
}

// ownContainers asks the engine itself which containers of this process there are.
func ownContainers(t *testing.T) []string {
	t.Helper()
	api, err := client.NewClientWithOpts(client.FromEnv, client.WithAPIVersionNegotiation())
	require.NoError(t, err)
	defer func() { _ = api.Close() }()
	list, err := api.ContainerList(context.Background(), container.ListOptions{
		All: true, Filters: filters.NewArgs(filters.Arg("label", "pygrader.pid="+strconv.Itoa(os.Getpid())))})
	require.NoError(t, err)
	var ids []string
	for _, c := range list {
		ids = append(ids, c.ID)
	}
	return ids
}

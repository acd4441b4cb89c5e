package docker

import (
	"archive/tar"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/docker/docker/api/types/filters"
	"github.com/docker/docker/api/types/image"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"
)

// tiny is a recipe whose image holds one file, for what does not depend on what is in an image.
func tiny(name string) recipe {
	return recipe{name: name, rootFS: func(_ context.Context, dir string, progress func(string)) (string, error) {
		progress("writing one file")
		p := filepath.Join(dir, "root.tar")
		f, err := os.Create(p) //nolint:gosec // in a test's folder
		if err != nil {
			return "", err
		}
		w := tar.NewWriter(f)
		err = errors.Join(w.WriteHeader(&tar.Header{Name: "hello", Mode: 0o644, Size: 5}))
		_, werr := w.Write([]byte("hello"))
		return p, errors.Join(err, werr, w.Close(), f.Close())
	}}
}

// inEmptyFolder makes temporary files go to a folder of the test's own and returns it.
func inEmptyFolder(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	return dir
}

func assertEmpty(t *testing.T, dir string) {
	t.Helper()
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, left)
}

func removeTiny(t *testing.T, name string) {
	c := testClient(t)
	list, err := c.api.ImageList(context.Background(), image.ListOptions{All: true, Filters: filters.NewArgs(filters.Arg("label", imageLabel+"="+name))})
	require.NoError(t, err)
	for _, s := range list {
		_, err := c.api.ImageRemove(context.Background(), s.ID, image.RemoveOptions{Force: true})
		assert.NoError(t, err)
	}
}

func TestTheImageIsNamedByWhatIsInIt(t *testing.T) {
	ref, err := defaultRecipe().ref()
	require.NoError(t, err)
	assert.Regexp(t, `^pygrader/sandbox:[0-9a-f]{12}$`, ref)
	other, err := tiny("tiny").ref()
	require.NoError(t, err)
	assert.NotEqual(t, ref, other)

	names, err := defaultRecipe().files()
	require.NoError(t, err)
	assert.Contains(t, names, "pygrader/__init__.py")
	assert.Contains(t, names, "image/debian/finish.sh")
	assert.NotContains(t, strings.Join(names, "\n"), "__pycache__")
	names, err = tiny("tiny").files()
	require.NoError(t, err)
	assert.NotContains(t, names, "image/debian/finish.sh", "another recipe's file")
}

func TestABuiltImageIsFoundListedAndRemoved(t *testing.T) {
	c, r := testClient(t), tiny("tiny")
	t.Cleanup(func() { removeTiny(t, "tiny") })
	var steps []string
	opts := BuildOptions{Progress: func(s string) { steps = append(steps, s) }}
	built, err := c.build(t.Context(), r, opts)
	require.NoError(t, err)
	assert.Equal(t, "tiny", built.Recipe)
	assert.Equal(t, []string{"writing one file", "importing it into the Docker engine"}, steps)

	again, err := c.build(t.Context(), r, opts)
	require.NoError(t, err)
	assert.Equal(t, built, again)
	assert.Len(t, steps, 2, "what is there is not built again")

	forced, err := c.build(t.Context(), r, BuildOptions{Force: true})
	require.NoError(t, err)
	assert.NotEqual(t, built.ID, forced.ID)

	images, err := c.Images(t.Context())
	require.NoError(t, err)
	var ids []string
	for _, img := range images {
		ids = append(ids, img.ID)
		assert.Equal(t, img.Recipe == "debian" && img.Ref == must(defaultRecipe().ref()), img.Current)
	}
	assert.Contains(t, ids, forced.ID)
	assert.NotContains(t, ids, built.ID, "a forced build leaves no nameless image")
}

func must(s string, err error) string {
	if err != nil {
		panic(err)
	}
	return s
}

func TestTwoBuildsAtOnceBothEndWithAGoodImage(t *testing.T) {
	c, r := testClient(t), tiny("twice")
	t.Cleanup(func() { removeTiny(t, "twice") })
	var group errgroup.Group
	for range 4 {
		group.Go(func() error {
			img, err := c.build(t.Context(), r, BuildOptions{})
			if err == nil && img.Recipe != "twice" {
				err = errors.New("not the image")
			}
			return err
		})
	}
	require.NoError(t, group.Wait())
}

func TestAFailedBuildLeavesNothing(t *testing.T) {
	c, dir := testClient(t), inEmptyFolder(t)
	r := tiny("broken")
	r.rootFS = func(_ context.Context, dir string, _ func(string)) (string, error) {
		return "", os.WriteFile(filepath.Join(dir, "half"), nil, 0o600)
	}
	_, err := c.build(t.Context(), r, BuildOptions{})
	require.Error(t, err)
	assertEmpty(t, dir)
	r.rootFS = func(_ context.Context, dir string, _ func(string)) (string, error) {
		p := filepath.Join(dir, "root.tar")
		return p, os.WriteFile(p, []byte(strings.Repeat("no tar", 1000)), 0o600)
	}
	_, err = c.build(t.Context(), r, BuildOptions{})
	require.Error(t, err)
	assertEmpty(t, dir)
	list, err := c.api.ImageList(t.Context(), image.ListOptions{All: true, Filters: filters.NewArgs(filters.Arg("label", imageLabel+"=broken"))})
	require.NoError(t, err)
	assert.Empty(t, list)
}

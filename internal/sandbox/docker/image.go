package docker

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	cerrdefs "github.com/containerd/errdefs"
	"github.com/docker/docker/api/types/filters"
	"github.com/docker/docker/api/types/image"

	"github.com/pygrader/pygrader/sandbox"
)

const (
	repository = "pygrader/sandbox"
	imageLabel = "pygrader.image" // its value is the recipe's name
)

// Image is a sandbox image in the engine.
type Image struct {
	Ref     string // pygrader/sandbox:<hash>, or the id where it has lost its name
	ID      string
	Recipe  string
	Created time.Time
	Size    int64
	Current bool // made from this binary's files
}

// A recipe makes a root file system. Others, on a base image from a registry for one, stand beside debian.
type recipe struct {
	name string
	// rootFS writes a tar file into dir, which the caller removes, and returns its path.
	rootFS func(ctx context.Context, dir string, progress func(string)) (string, error)
}

func defaultRecipe() recipe { return recipe{name: "debian", rootFS: debianRootFS} }

// files are the embedded files that go into this recipe's image, sorted by path. Left out are what Python and its
// tools leave behind in a source tree, which would change the hash for nothing, and what stays outside of images.
func (r recipe) files() ([]string, error) {
	var names []string
	err := fs.WalkDir(sandbox.Files, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		base := path.Base(name)
		other := path.Dir(name) == "image" && d.IsDir() && base != r.name
		if d.IsDir() && (base == "__pycache__" || other || strings.HasPrefix(base, ".") && name != ".") {
			return fs.SkipDir
		}
		inImage := strings.HasPrefix(name, "pygrader/") || strings.HasPrefix(name, "image/")
		if !d.IsDir() && inImage && !strings.HasPrefix(base, ".") {
			names = append(names, name)
		}
		return nil
	})
	slices.Sort(names)
	return names, err
}

// ref is the image's name: a hash of the recipe and of every file that goes into it.
func (r recipe) ref() (string, error) {
	names, err := r.files()
	if err != nil {
		return "", fmt.Errorf("reading the embedded files: %w", err)
	}
	hash := sha256.New()
	_, _ = fmt.Fprintf(hash, "%s\x00", r.name)
	for _, name := range names {
		data, err := sandbox.Files.ReadFile(name)
		if err != nil {
			return "", fmt.Errorf("reading the embedded files: %w", err)
		}
		_, _ = fmt.Fprintf(hash, "%s\x00%d\x00", name, len(data))
		_, _ = hash.Write(data)
	}
	return repository + ":" + hex.EncodeToString(hash.Sum(nil))[:12], nil
}

// BuildOptions steer BuildImage. The zero value is fine.
type BuildOptions struct {
	Force    bool         // build even when the image is there
	Progress func(string) // called from one goroutine with each step as it begins
}

// EnsureImage returns this binary's image and builds it when it is missing.
func (c *Client) EnsureImage(ctx context.Context, progress func(string)) (Image, error) {
	return c.BuildImage(ctx, BuildOptions{Progress: progress})
}

// BuildImage makes this binary's image. Two processes may do so at once: both end with a good one.
func (c *Client) BuildImage(ctx context.Context, opts BuildOptions) (Image, error) {
	return c.build(ctx, defaultRecipe(), opts)
}

func (c *Client) build(ctx context.Context, r recipe, opts BuildOptions) (Image, error) {
	ref, err := r.ref()
	if err != nil {
		return Image{}, err
	}
	if !opts.Force {
		if found, err := c.find(ctx, ref); err == nil || !cerrdefs.IsNotFound(err) {
			return found, err
		}
	}
	progress := opts.Progress
	if progress == nil {
		progress = func(string) {}
	}
	dir, err := os.MkdirTemp("", "pygrader-image-")
	if err != nil {
		return Image{}, fmt.Errorf("making a folder for the image: %w", err)
	}
	defer removeTree(dir)
	tar, err := r.rootFS(ctx, dir, progress)
	if err != nil {
		return Image{}, fmt.Errorf("making the root file system: %w", err)
	}
	if !opts.Force { // another process may have been faster: its image is as good, and may be in use
		if found, err := c.find(ctx, ref); err == nil {
			return found, nil
		}
	}
	progress("importing it into the Docker engine")
	if err := c.importTar(ctx, tar, ref, r.name); err != nil {
		return Image{}, fmt.Errorf("importing the image %s: %w", ref, err)
	}
	c.removeNameless(ctx)
	return c.find(ctx, ref)
}

// find looks an image up by name; a missing one is an error that cerrdefs.IsNotFound knows.
func (c *Client) find(ctx context.Context, ref string) (Image, error) {
	found, err := c.api.ImageInspect(ctx, ref)
	if err != nil {
		return Image{}, fmt.Errorf("looking for the image %s: %w", ref, err)
	}
	made, _ := time.Parse(time.RFC3339Nano, found.Created)
	img := Image{Ref: ref, ID: found.ID, Created: made, Size: found.Size, Current: true}
	if found.Config != nil {
		img.Recipe = found.Config.Labels[imageLabel]
	}
	return img, nil
}

// importTar sends a root file system to the engine, which names the image only when it has all of it.
func (c *Client) importTar(ctx context.Context, tar, ref, recipe string) error {
	file, err := os.Open(tar) //nolint:gosec // a file that the recipe just made
	if err != nil {
		return err
	}
	defer func() { _ = file.Close() }()
	repo, tag, _ := strings.Cut(ref, ":")
	body, err := c.api.ImageImport(ctx, image.ImportSource{Source: file, SourceName: "-"}, repo, image.ImportOptions{
		Tag:     tag,
		Message: "pygrader sandbox, recipe " + recipe,
		Changes: []string{"LABEL " + imageLabel + "=" + recipe},
	})
	if err != nil {
		return err
	}
	defer func() { _ = body.Close() }()
	return readMessages(body)
}

// readMessages reads an engine's stream of progress messages to its end: only there it says whether it went well.
func readMessages(r io.Reader) error {
	for dec := json.NewDecoder(r); ; {
		var msg struct {
			Error string `json:"error"`
		}
		switch err := dec.Decode(&msg); {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case msg.Error != "":
			return errors.New(msg.Error)
		}
	}
}

// Images lists the sandbox images in the engine, the newest first.
func (c *Client) Images(ctx context.Context) ([]Image, error) {
	current, err := defaultRecipe().ref()
	if err != nil {
		return nil, err
	}
	list, err := c.api.ImageList(ctx, image.ListOptions{Filters: filters.NewArgs(filters.Arg("label", imageLabel))})
	if err != nil {
		return nil, fmt.Errorf("listing images: %w", err)
	}
	images := make([]Image, 0, len(list))
	for _, s := range list {
		img := Image{Ref: s.ID, ID: s.ID, Recipe: s.Labels[imageLabel], Created: time.Unix(s.Created, 0), Size: s.Size}
		for _, tag := range s.RepoTags {
			if strings.HasPrefix(tag, repository+":") {
				img.Ref = tag
				img.Current = img.Current || tag == current
			}
		}
		images = append(images, img)
	}
	slices.SortFunc(images, func(a, b Image) int { return b.Created.Compare(a.Created) })
	return images, nil
}

// RemoveImages removes the sandbox images in the engine, or only those that other versions of pygrader made, and
// returns what it removed. An image in use stays, and is named in the error.
func (c *Client) RemoveImages(ctx context.Context, all bool) ([]Image, error) {
	images, err := c.Images(ctx)
	if err != nil {
		return nil, err
	}
	var removed []Image
	var errs []error
	for _, img := range images {
		if img.Current && !all {
			continue
		}
		if _, err := c.api.ImageRemove(ctx, img.Ref, image.RemoveOptions{}); err != nil && !cerrdefs.IsNotFound(err) {
			errs = append(errs, fmt.Errorf("removing the image %s: %w", img.Ref, err))
			continue
		}
		removed = append(removed, img)
	}
	return removed, errors.Join(errs...)
}

// removeNameless removes the images that a forced build, or one at the same time, took the name from. One in use
// stays until the next build.
func (c *Client) removeNameless(ctx context.Context) {
	list, err := c.api.ImageList(ctx, image.ListOptions{Filters: filters.NewArgs(
		filters.Arg("label", imageLabel), filters.Arg("dangling", "true"))})
	if err != nil {
		return
	}
	for _, s := range list {
		_, _ = c.api.ImageRemove(ctx, s.ID, image.RemoveOptions{})
	}
}

package exercise

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
)

// Catalogue is a folder of exercises, each in a folder of its own name.
type Catalogue struct {
	fsys fs.FS
	name string
}

// NewCatalogue looks at the folders of fsys. The name is how the user knows it; it stands before paths in errors.
func NewCatalogue(fsys fs.FS, name string) *Catalogue {
	return &Catalogue{fsys: fsys, name: name}
}

// Listing is an exercise as its exercise.toml describes it, or what is wrong with that file.
type Listing struct {
	Slug    string
	Title   string
	Summary string
	Level   string
	Topics  []string
	Err     error // an *Error
}

// List describes all exercises, sorted by slug. One that is broken does not hide the others.
func (c *Catalogue) List() ([]Listing, error) {
	slugs, err := c.slugs()
	if err != nil {
		return nil, err
	}
	var list []Listing
	for _, slug := range slugs {
		p := &problems{doing: "reading exercise " + quote(slug), shown: c.name}
		e := readConfig(c.fsys, slug, p)
		if err := p.err(); err != nil {
			list = append(list, Listing{Slug: slug, Err: err})
			continue
		}
		list = append(list, Listing{Slug: slug, Title: e.Title, Summary: e.Summary, Level: e.Level, Topics: e.Topics})
	}
	return list, nil
}

// Open loads one exercise.
func (c *Catalogue) Open(slug string) (*Exercise, error) { return c.open(slug, true) }

// OpenToRecord loads one exercise without its tests.toml and surface.toml, which are to be written anew.
func (c *Catalogue) OpenToRecord(slug string) (*Exercise, error) { return c.open(slug, false) }

func (c *Catalogue) open(slug string, recorded bool) (*Exercise, error) {
	slugs, err := c.slugs()
	if err != nil {
		return nil, err
	}
	for _, s := range slugs {
		if s == slug {
			return load(c.fsys, slug, c.name, recorded)
		}
	}
	p := &problems{doing: "opening exercise " + quote(slug)}
	p.add("", 0, "there is none of that name in %s%s", c.name, meant(slug, slugs))
	return nil, p.err()
}

// slugs are the names of the folders that hold an exercise.toml, sorted as ReadDir gives them.
func (c *Catalogue) slugs() ([]string, error) {
	entries, err := fs.ReadDir(c.fsys, ".")
	if errors.Is(err, fs.ErrNotExist) {
		p := &problems{doing: "listing exercises"}
		p.add("", 0, "there is no folder %s", c.name)
		return nil, p.err()
	}
	if err != nil {
		return nil, fmt.Errorf("listing exercises in %s: %w", c.name, err)
	}
	var slugs []string
	for _, entry := range entries {
		if _, err := fs.Stat(c.fsys, path.Join(entry.Name(), configFile)); err == nil {
			slugs = append(slugs, entry.Name())
		}
	}
	return slugs, nil
}

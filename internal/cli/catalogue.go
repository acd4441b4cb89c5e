package cli

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/exercises"
	"github.com/pygrader/pygrader/internal/exercise"
)

// catalogueOptions say where exercises come from.
type catalogueOptions struct {
	Exercises string // a folder of one's own; empty for the built-in catalogue
}

func (o *catalogueOptions) AddFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.Exercises, "exercises", "", "take exercises from this `DIR`, which holds a folder for each, instead of the built-in ones")
}

// open gives the catalogue; what is wrong with a folder of one's own is said here, where its flag is known.
func (o *catalogueOptions) open() (*exercise.Catalogue, error) {
	if o.Exercises == "" {
		return exercise.NewCatalogue(exercises.Files, "the built-in catalogue"), nil
	}
	info, err := os.Stat(o.Exercises)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, mistaken("there is no folder %q; --exercises takes one that holds a folder for each exercise", o.Exercises)
	case err != nil:
		return nil, mistaken("--exercises: %v; name a folder that you may read", err)
	case !info.IsDir():
		return nil, mistaken("--exercises: %q is a file; name the folder that holds the folders of the exercises", o.Exercises)
	}
	if _, err := os.Stat(filepath.Join(o.Exercises, "exercise.toml")); err == nil {
		return nil, mistaken("--exercises: %q is one exercise; name the folder that holds it: --exercises %q",
			o.Exercises, filepath.Join(o.Exercises, ".."))
	}
	if _, err := os.ReadDir(o.Exercises); err != nil {
		return nil, mistaken("--exercises: %v; name a folder that you may read", err)
	}
	return exercise.NewCatalogue(os.DirFS(o.Exercises), o.Exercises), nil
}

// complete offers slugs with their titles.
func (o *catalogueOptions) complete() ([]string, cobra.ShellCompDirective) {
	catalogue, err := o.open()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	list, err := catalogue.List()
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	var slugs []string
	for _, e := range list {
		slugs = append(slugs, cobra.CompletionWithDesc(e.Slug, e.Title))
	}
	return slugs, cobra.ShellCompDirectiveNoFileComp
}

// completeOne is for a command whose only argument is an exercise.
func (o *catalogueOptions) completeOne(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	if len(args) > 0 {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	return o.complete()
}

func completeFolders(cmd *cobra.Command, flag string) {
	_ = cmd.MarkFlagDirname(flag) // it fails only for a flag that is not there
}

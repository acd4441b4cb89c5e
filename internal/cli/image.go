package cli

import (
	"context"
	"fmt"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/sandbox/docker"
)

func newImageCommand(sys System) *cobra.Command {
	return group(&cobra.Command{
		Use:   "image",
		Short: "Build, list and remove the sandbox image",
		Long: `Build, list and remove the image that submissions are graded in. It is named
after what goes into it, so that each version of pygrader has its own; grade
builds it when it is missing.`,
		Example: `  pygrader image build`,
	}, newImageBuildCommand(sys), newImageListCommand(sys), newImageRemoveCommand(sys))
}

type imageBuildOptions struct {
	Force bool
}

func (o *imageBuildOptions) AddFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&o.Force, "force", false, "build it even when it is there, for newer packages")
}

func newImageBuildCommand(sys System) *cobra.Command {
	var opts imageBuildOptions
	cmd := &cobra.Command{
		Use:   "build",
		Short: "Build the image",
		Long: `Build the image from Debian's packages, unless it is there. This needs mmdebstrap,
Debian's package of that name, and takes half a minute.`,
		Example: `  pygrader image build
  pygrader image build --force`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runImageBuild(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	return cmd
}

func runImageBuild(ctx context.Context, sys System, opts imageBuildOptions) error {
	return withClient(ctx, func(client *docker.Client) error {
		progress := sys.progress()
		image, err := client.BuildImage(ctx, docker.BuildOptions{Force: opts.Force, Progress: progress.Step})
		progress.Clear()
		if err != nil {
			return err
		}
		return sys.print(image.Ref + "\n")
	})
}

func newImageListCommand(sys System) *cobra.Command {
	return &cobra.Command{
		Use:               "list",
		Short:             "List the images",
		Long:              `List the images of all versions of pygrader, the newest first.`,
		Example:           `  pygrader image list`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runImageList(cmd.Context(), sys)
		},
	}
}

func runImageList(ctx context.Context, sys System) error {
	return withClient(ctx, func(client *docker.Client) error {
		images, err := client.Images(ctx)
		if err != nil {
			return err
		}
		var b strings.Builder
		table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
		for _, image := range images {
			use := ""
			if image.Current {
				use = "  this version's"
			}
			_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%s%s\n", image.Ref, image.Recipe, image.Created.Local().Format(time.DateTime), size(image.Size), use)
		}
		_ = table.Flush() // into memory
		return sys.print(b.String())
	})
}

type imageRemoveOptions struct {
	All bool
}

func (o *imageRemoveOptions) AddFlags(flags *pflag.FlagSet) {
	flags.BoolVar(&o.All, "all", false, "remove this version's image too")
}

func newImageRemoveCommand(sys System) *cobra.Command {
	var opts imageRemoveOptions
	cmd := &cobra.Command{
		Use:   "remove",
		Short: "Remove images of other versions",
		Long:  `Remove the images that other versions of pygrader left, and list them.`,
		Example: `  pygrader image remove
  pygrader image remove --all`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runImageRemove(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	return cmd
}

func runImageRemove(ctx context.Context, sys System, opts imageRemoveOptions) error {
	return withClient(ctx, func(client *docker.Client) error {
		removed, err := client.RemoveImages(ctx, opts.All)
		var b strings.Builder
		for _, image := range removed {
			b.WriteString("removed " + image.Ref + "\n")
		}
		if writing := sys.print(b.String()); err == nil {
			err = writing
		}
		return err
	})
}

func withClient(ctx context.Context, do func(*docker.Client) error) error {
	client, err := docker.Connect(ctx)
	if err != nil {
		return err
	}
	return closed(do(client), client.Close())
}

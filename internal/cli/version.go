package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"github.com/pygrader/pygrader/internal/grade"
)

func newVersionCommand(sys System) *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Say which pygrader this is",
		Long: `Say which pygrader this is, which version of the JSON result it writes, and what
it was built with.`,
		Example:           `  pygrader version`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			return sys.print(versionText())
		},
	}
}

func versionText() string {
	version := "unknown"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && version == "(devel)" {
				version += " " + s.Value
			}
		}
	}
	return fmt.Sprintf("pygrader %s\nresult format %s\n%s %s/%s\n", version, grade.Format, runtime.Version(), runtime.GOOS, runtime.GOARCH)
}

package cli

import (
	"fmt"
	"slices"

	"github.com/spf13/cobra"
)

// shells are those that completion writes scripts for.
func shells() []string { return []string{"bash", "zsh", "fish", "powershell"} }

func newCompletionCommand(sys System) *cobra.Command {
	return &cobra.Command{
		Use:   "completion bash|zsh|fish|powershell",
		Short: "Print a script that completes commands in a shell",
		Long: `Print a script that completes commands, flags, exercises, formats and views in a
shell.`,
		Example: `  source <(pygrader completion bash)
  pygrader completion zsh > "${fpath[1]}/_pygrader"
  pygrader completion fish > ~/.config/fish/completions/pygrader.fish`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return shells(), cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) != 1 || !slices.Contains(shells(), args[0]) {
				return mistaken("completion takes the name of a shell: bash, zsh, fish or powershell")
			}
			return runCompletion(sys, cmd.Root(), args[0])
		},
	}
}

func runCompletion(sys System, root *cobra.Command, shell string) error {
	switch shell {
	case "bash":
		return root.GenBashCompletionV2(sys.Stdout, true)
	case "zsh":
		return root.GenZshCompletion(sys.Stdout)
	case "fish":
		return root.GenFishCompletion(sys.Stdout, true)
	case "powershell":
		return root.GenPowerShellCompletionWithDesc(sys.Stdout)
	}
	return fmt.Errorf("completion for %s is listed, but not written", shell)
}

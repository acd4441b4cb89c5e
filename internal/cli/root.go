package cli

import (
	"errors"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newRoot(sys System) *cobra.Command {
	root := &cobra.Command{
		Use:   "pygrader",
		Short: "Grade Python coding exercises in a locked-down sandbox",
		Long: `pygrader runs a hidden pytest suite against a submission and says what passed,
what failed and why. Tests and submission run in two containers, so that the
submission can neither read the tests nor touch its verdict.

` + exitTable,
		Example: `  pygrader list
  pygrader grade sort-records solution.py
  pygrader grade --suite tests/ submissions/*`,
		Version:       versionText(),
		SilenceErrors: true,
		SilenceUsage:  true,
		Args:          cobra.ArbitraryArgs, // so that RunE says what is wrong with them
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				return unknownCommand(cmd, args[0])
			}
			return cmd.Help()
		},
		CompletionOptions:          cobra.CompletionOptions{DisableDefaultCmd: true},
		SuggestionsMinimumDistance: 2,
	}
	root.SetOut(sys.Stdout)
	root.SetErr(sys.Stderr)
	root.SetVersionTemplate("{{.Version}}")
	root.SetFlagErrorFunc(func(cmd *cobra.Command, err error) error {
		if rest := cmd.Flags().Args(); cmd.HasSubCommands() && len(rest) > 0 {
			return unknownCommand(cmd, rest[0]) // whose flags they are
		}
		return mistaken("%v; %s", err, flagRemedy(cmd, err))
	})
	root.AddCommand(newListCommand(sys), newShowCommand(sys), newGradeCommand(sys), newVerifyCommand(sys), newImportCommand(sys), newDoctorCommand(sys),
		newImageCommand(sys), newVersionCommand(sys), newCompletionCommand(sys))
	root.SetHelpCommand(newHelpCommand())
	return root
}

func newHelpCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Say what a command does",
		Example: `  pygrader help grade`,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil {
				return err
			}
			if len(rest) > 0 {
				return unknownCommand(about, rest[0])
			}
			about.InitDefaultHelpFlag() // which a command has only once it runs
			return about.Help()
		},
		ValidArgsFunction: func(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			var names []string
			for _, sub := range about.Commands() {
				if sub.IsAvailableCommand() {
					names = append(names, cobra.CompletionWithDesc(sub.Name(), sub.Short))
				}
			}
			return names, cobra.ShellCompDirectiveNoFileComp
		},
	}
}

// group is a command that only holds others.
func group(cmd *cobra.Command, subs ...*cobra.Command) *cobra.Command {
	cmd.Args = cobra.ArbitraryArgs
	cmd.SuggestionsMinimumDistance = 2
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if len(args) > 0 {
			return unknownCommand(cmd, args[0])
		}
		return cmd.Help()
	}
	cmd.AddCommand(subs...)
	return cmd
}

func unknownCommand(cmd *cobra.Command, name string) error {
	if !cmd.HasSubCommands() {
		return mistaken("%s takes no argument %q; see %s --help", cmd.CommandPath(), name, cmd.CommandPath())
	}
	remedy := "see " + cmd.CommandPath() + " --help"
	if meant := cmd.SuggestionsFor(name); len(meant) > 0 {
		remedy = "did you mean " + strings.Join(meant, " or ") + "?"
	}
	return mistaken("%s has no command %q; %s", cmd.CommandPath(), name, remedy)
}

// flagRemedy says what to do about a mistaken flag: what was meant, if a flag has nearly that name.
func flagRemedy(cmd *cobra.Command, err error) string {
	var unknown *pflag.NotExistError
	if errors.As(err, &unknown) {
		names := &cobra.Command{SuggestionsMinimumDistance: 2} // commands can be guessed at, so be each flag one
		cmd.Flags().VisitAll(func(f *pflag.Flag) {
			names.AddCommand(&cobra.Command{Use: f.Name, Run: func(*cobra.Command, []string) {}})
		})
		if meant := names.SuggestionsFor(unknown.GetSpecifiedName()); len(meant) > 0 {
			return "did you mean --" + strings.Join(meant, " or --") + "?"
		}
	}
	return "see " + cmd.CommandPath() + " --help"
}

// noArguments is for commands that take none.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return mistaken("%s takes no argument, but got %q; see %s --help", cmd.CommandPath(), args[0], cmd.CommandPath())
	}
	return nil
}

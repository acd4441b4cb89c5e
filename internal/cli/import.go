package cli

import (
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

func newImportCommand(sys System) *cobra.Command {
	return group(&cobra.Command{
		Use:     "import",
		Short:   "Make exercises of what other programs grade",
		Long:    `Make an exercise of a folder in another layout.`,
		Example: `  pygrader import exercism ~/python/exercises/practice/bank-account`,
	}, newImportExercismCommand(sys))
}

type importOptions struct {
	backendOptions

	Into string
	From string
}

func (o *importOptions) AddFlags(flags *pflag.FlagSet) {
	flags.StringVar(&o.Into, "into", ".", "make the exercise in this `FOLDER`, beside others")
	o.backendOptions.AddFlags(flags)
}

// Validate takes the argument in.
func (o *importOptions) Validate(args []string) error {
	if len(args) != 1 {
		return mistaken("import exercism takes one folder, but got %d arguments; see pygrader import exercism --help", len(args))
	}
	o.From = args[0]
	return o.backendOptions.Validate()
}

func newImportExercismCommand(sys System) *cobra.Command {
	var opts importOptions
	cmd := &cobra.Command{
		Use:   "exercism DIR",
		Short: "Make an exercise of one in Exercism's layout",
		Long: `Make an exercise of a folder in Exercism's layout: the stub becomes the starter,
the tests become hidden ones, the example or exemplar becomes the accepted
solution, and what is below .docs the statement. The example is run to record the
tests and what they use of a solution's classes; exit code 1 when there is none or
it does not pass. Says what could not be carried over. A folder that is there
already is never written to.

` + exitTable,
		Example: `  pygrader import exercism ~/python/exercises/practice/bank-account
  pygrader import exercism python/exercises/concept/cater-waiter --into ~/assessments`,
		ValidArgsFunction: func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
			if len(args) > 0 {
				return nil, cobra.ShellCompDirectiveNoFileComp
			}
			return nil, cobra.ShellCompDirectiveFilterDirs
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := opts.Validate(args); err != nil {
				return err
			}
			return runImportExercism(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	completeChoices(cmd)
	completeFolders(cmd, "into")
	return cmd
}

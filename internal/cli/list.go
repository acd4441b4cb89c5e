package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/exercise"
)

type listOptions struct {
	catalogueOptions

	Format string
}

func (o *listOptions) AddFlags(flags *pflag.FlagSet) {
	o.catalogueOptions.AddFlags(flags)
	flags.Var(oneOf(&o.Format, "text", "json"), "format", "how to list them; json is one object a line")
}

func newListCommand(sys System) *cobra.Command {
	var opts listOptions
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the exercises",
		Long: `List the exercises by the name that the other commands take. A broken exercise
is listed too, with what is wrong with it on standard error, and exit code 2.`,
		Example: `  pygrader list
  pygrader list --format json | jq -r 'select(.level == "easy").slug'
  pygrader list --exercises ~/assessments`,
		Args:              noArguments,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return runList(cmd.Context(), sys, opts)
		},
	}
	opts.AddFlags(cmd.Flags())
	completeChoices(cmd)
	completeFolders(cmd, "exercises")
	return cmd
}

// listFormat names the version of the objects that list prints.
const listFormat = "pygrader.exercise/1"

type listed struct {
	Format  string   `json:"format"`
	Slug    string   `json:"slug"`
	Title   string   `json:"title,omitempty"`
	Summary string   `json:"summary,omitempty"`
	Level   string   `json:"level,omitempty"`
	Topics  []string `json:"topics"`
	Error   string   `json:"error,omitempty"`
}

func runList(_ context.Context, sys System, opts listOptions) error {
	catalogue, err := opts.open()
	if err != nil {
		return err
	}
	list, err := catalogue.List()
	if err != nil {
		return err
	}
	if len(list) == 0 {
		return mistaken("there is no exercise in %s; each is a folder that holds an exercise.toml", opts.Exercises)
	}
	text := listAsText
	if opts.Format == "json" {
		text = listAsJSON
	}
	if err := sys.print(text(list)); err != nil {
		return err
	}
	var worst error
	for _, e := range list {
		if e.Err != nil {
			explain(sys.Stderr, e.Err)
			worst = told{e.Err}
		}
	}
	return worst
}

func listAsText(list []exercise.Listing) string {
	var b strings.Builder
	table := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	for _, e := range list {
		level, title := e.Level, e.Title
		if e.Err != nil {
			level, title = "broken", "(see the error)"
		}
		_, _ = fmt.Fprintf(table, "%s\t%s\t%s\n", e.Slug, level, title)
	}
	_ = table.Flush() // into memory
	return b.String()
}

func listAsJSON(list []exercise.Listing) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	for _, e := range list {
		entry := listed{Format: listFormat, Slug: e.Slug, Title: e.Title, Summary: e.Summary, Level: e.Level, Topics: e.Topics}
		if e.Topics == nil {
			entry.Topics = []string{}
		}
		if e.Err != nil {
			entry.Error = e.Err.Error()
		}
		_ = encoder.Encode(entry) // texts only, into memory
	}
	return b.String()
}

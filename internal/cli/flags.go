package cli

import (
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"github.com/pygrader/pygrader/internal/exercise"
)

// choice is the value of a flag that takes one of a few words. The first one is the default.
type choice struct {
	value *string
	words []string
}

// oneOf makes a choice that stores its word there.
func oneOf(value *string, words ...string) *choice {
	*value = words[0]
	return &choice{value, words}
}

func (c *choice) String() string { return *c.value }

func (c *choice) Type() string { return strings.Join(c.words, "|") }

func (c *choice) Set(word string) error {
	if !slices.Contains(c.words, word) {
		last := len(c.words) - 1
		return mistaken("must be %s or %s", strings.Join(c.words[:last], ", "), c.words[last])
	}
	*c.value = word
	return nil
}

// percentage is the value of a flag from 0 to 100, which need not be given.
type percentage struct {
	given bool
	value float64
}

func (p *percentage) String() string {
	if !p.given {
		return ""
	}
	return strconv.FormatFloat(p.value, 'f', -1, 64)
}

func (p *percentage) Type() string { return "N" }

func (p *percentage) Set(text string) error {
	n, err := strconv.ParseFloat(strings.TrimSuffix(text, "%"), 64)
	if err != nil || !(n >= 0 && n <= 100) { // written so that it refuses NaN
		return mistaken("must be a number from 0 to 100")
	}
	*p = percentage{given: true, value: n}
	return nil
}

// completeChoices offers the words of every flag that is a choice.
func completeChoices(cmd *cobra.Command) {
	cmd.Flags().VisitAll(func(f *pflag.Flag) {
		if c, ok := f.Value.(*choice); ok {
			// It fails only for a flag that is not there or is completed already.
			_ = cmd.RegisterFlagCompletionFunc(f.Name, cobra.FixedCompletions(c.words, cobra.ShellCompDirectiveNoFileComp))
		}
	})
}

// completeLimits offers the names of limits.
func completeLimits(cmd *cobra.Command) {
	names := exercise.LimitNames()
	for i := range names {
		names[i] += "="
	}
	_ = cmd.RegisterFlagCompletionFunc("limit", cobra.FixedCompletions(names, cobra.ShellCompDirectiveNoFileComp|cobra.ShellCompDirectiveNoSpace))
}

func addRuntimeFlag(flags *pflag.FlagSet, runtime *string) {
	flags.StringVar(runtime, "runtime", "", "use the OCI runtime that the engine knows by this `NAME`, such as runsc")
}

package main

import (
	"bufio"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yiyuan/transform/figure"
)

func rulesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "rules [NAME]",
		Short: "Print the phrase book: each rule, its pattern in words, and sentences it reads",
		Long: `Print every rule in the order in which they are tried, its pattern read from the figure outwards (# is the figure, by its
kind of unit), and the examples that name it with the facts they must give. The examples are the tests of the rules.
With NAME, only the rules whose name begins so.`,
		Example: "  yiyuan rules | less\n  yiyuan rules growth",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			prefix := strings.Join(args, "")
			examples, err := examplesByRule()
			if err != nil {
				return err
			}
			out := bufio.NewWriter(c.OutOrStdout())
			found := false
			for _, r := range figure.Rules() {
				if !strings.HasPrefix(r.Name, prefix) {
					continue
				}
				found = true
				fmt.Fprintf(out, "%s\n    %s\n", r.Name, r.Pattern)
				for _, line := range examples[r.Name] {
					fmt.Fprintf(out, "    %s\n", line)
				}
			}
			if !found {
				return fmt.Errorf("no rule begins with %q; list them with: yiyuan rules", prefix)
			}
			return out.Flush()
		},
	}
}

// examplesByRule are the lines of the examples whose facts name a rule, by that rule.
func examplesByRule() (map[string][]string, error) {
	examples, err := figure.Examples()
	if err != nil {
		return nil, err
	}
	lines := map[string][]string{}
	for _, e := range examples {
		last := ""
		for _, f := range e.Facts {
			rule := f.Fields["rule"]
			if rule == "" {
				continue
			}
			if rule != last {
				lines[rule] = append(lines[rule], "· "+strings.ReplaceAll(e.Sentence, "\n", "⏎"))
			}
			last = rule
			lines[rule] = append(lines[rule], "    "+f.ValueText+"  "+fields(f.Fields))
		}
	}
	return lines, nil
}

// fields are the stated columns of an example in alphabetical order, the rule aside.
func fields(stated map[string]string) string {
	var out []string
	for _, name := range slices.Sorted(maps.Keys(stated)) {
		if name != "rule" {
			out = append(out, name+"="+stated[name])
		}
	}
	return strings.Join(out, " ")
}

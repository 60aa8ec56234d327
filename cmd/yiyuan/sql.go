package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"yiyuan/load"
)

func sqlCommand() *cobra.Command {
	var format string
	var limit int
	c := &cobra.Command{
		Use:   "sql [QUERY]",
		Short: "Ask the database in SQL, read-only; without a query, at a prompt",
		Example: "  yiyuan sql \"SELECT region_name, count(*) FROM facts GROUP BY 1 ORDER BY 2 DESC LIMIT 5\"\n" +
			"  yiyuan sql --format jsonl \"SELECT value, quote FROM facts WHERE indicator = 'gdp'\"",
		Args: cobra.MaximumNArgs(1),
	}
	db := dbFlag(c)
	c.Flags().StringVar(&format, "format", "table", "table, csv, json or jsonl")
	c.Flags().IntVar(&limit, "limit", 0, "print at most `N` rows (a table: 1000 where none is given)")
	c.RunE = func(c *cobra.Command, args []string) error {
		if formats[format] == nil {
			return fmt.Errorf("no format %q: take table, csv, json or jsonl", format)
		}
		r, err := load.OpenReader(c.Context(), *db)
		if err != nil {
			return err
		}
		defer r.Close()
		if len(args) == 0 {
			return prompt(c.Context(), r, c.InOrStdin(), c.OutOrStdout(), format, limit)
		}
		return answer(c.Context(), r, args[0], c.OutOrStdout(), format, limit)
	}
	return c
}

func answer(ctx context.Context, r *load.Reader, query string, out io.Writer, format string, limit int) error {
	rows, err := r.Query(ctx, query)
	if err != nil {
		return err
	}
	return printRows(out, rows, format, limit)
}

// prompt reads statements ended by a semicolon until the input ends. An error in one does not end it, but the exit
// status tells of it where the input is no terminal.
func prompt(ctx context.Context, r *load.Reader, in io.Reader, out io.Writer, format string, limit int) error {
	atTerminal := in == os.Stdin && term.IsTerminal(int(os.Stdin.Fd()))
	say := func(s string) {
		if atTerminal {
			fmt.Fprint(os.Stderr, s)
		}
	}
	say("SQL ended by ; — tables: documents facts mentions repairs runs failures — leave with Ctrl-D\nyiyuan> ")
	var statement strings.Builder
	var failed error
	ask := func() {
		query := strings.TrimSpace(statement.String())
		statement.Reset()
		if query == "" || query == ";" {
			return
		}
		if err := answer(ctx, r, query, out, format, limit); err != nil {
			failed = err
			fmt.Fprintln(os.Stderr, "yiyuan:", err)
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		statement.WriteString(lines.Text() + "\n")
		if strings.HasSuffix(strings.TrimSpace(lines.Text()), ";") {
			ask()
			say("yiyuan> ")
		} else {
			say("   ...> ")
		}
	}
	ask()
	say("\n")
	if err := lines.Err(); err != nil {
		return err
	}
	if failed != nil && !atTerminal {
		return exit(statusUsage, "a query failed")
	}
	return nil
}

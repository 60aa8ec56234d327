package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"yiyuan/load"
)

func exportCommand() *cobra.Command {
	var format, file string
	var params []string
	c := &cobra.Command{
		Use:     "export TABLE|QUERY",
		Short:   "Write a table, a view or the answer of a named query to a file",
		Example: "  yiyuan export facts --format jsonl -o facts.jsonl\n  yiyuan export growth_league --param indicator=gdp -o league.csv",
		Args:    cobra.ExactArgs(1),
	}
	db := dbFlag(c)
	c.Flags().StringVar(&format, "format", "csv", "csv or jsonl")
	c.Flags().StringVarP(&file, "output", "o", "", "write to `FILE`, whole or not at all; else to standard output")
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter of the query, as `NAME=VALUE`; may be repeated")
	c.RunE = func(c *cobra.Command, args []string) error {
		if format != "csv" && format != "jsonl" {
			return fmt.Errorf("no export format %q: take csv or jsonl", format)
		}
		r, err := load.OpenReader(c.Context(), *db)
		if err != nil {
			return err
		}
		defer r.Close()
		rows, err := tableOrQuery(c.Context(), r, args[0], params)
		if err != nil {
			return err
		}
		if file == "" {
			return printRows(c.OutOrStdout(), rows, format, 0)
		}
		return writeFile(file, rows, format)
	}
	return c
}

func tableOrQuery(ctx context.Context, r *load.Reader, name string, params []string) (*load.Rows, error) {
	rows, err := r.Table(ctx, name)
	if errors.Is(err, load.ErrNoTable) {
		if rows, err = ask(ctx, r, name, params); err != nil {
			return nil, fmt.Errorf("%w; tables: documents facts mentions repairs runs failures regions indicators units", err)
		}
	}
	return rows, err
}

func writeFile(file string, rows *load.Rows, format string) error {
	out, err := renameio.NewPendingFile(file, renameio.WithPermissions(0o644))
	if err != nil {
		rows.Close()
		return exit(statusNothing, "write %s: %w", file, err)
	}
	defer out.Cleanup()
	if err := printRows(out, rows, format, 0); err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	if err := out.CloseAtomicallyReplace(); err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	fmt.Fprintln(os.Stderr, "wrote", file)
	return nil
}

package main

import (
	"database/sql"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/queries"
)

func queryCommand() *cobra.Command {
	var format string
	var limit int
	var params []string
	c := &cobra.Command{
		Use:   "query [NAME]",
		Short: "Ask one of the named queries; without a name, list them",
		Example: "  yiyuan query\n" +
			"  yiyuan query growth_league --param indicator=retail_sales --param year=2023",
		Args: cobra.MaximumNArgs(1),
	}
	db := dbFlag(c)
	c.Flags().StringArrayVar(&params, "param", nil, "a parameter, as `NAME=VALUE`; may be repeated")
	c.Flags().StringVar(&format, "format", "table", "table, csv, json or jsonl")
	c.Flags().IntVar(&limit, "limit", 0, "print at most `N` rows (a table: 1000 where none is given)")
	c.RunE = func(c *cobra.Command, args []string) error {
		if len(args) == 0 {
			return listQueries(c.OutOrStdout())
		}
		if limit < 0 {
			return fmt.Errorf("--limit %d: take 1 or more, or leave it out", limit)
		}
		q, err := named(args[0], params)
		if err != nil {
			return err
		}
		r, err := load.OpenReader(c.Context(), *db)
		if err != nil {
			return err
		}
		defer r.Close()
		rows, err := r.Answer(c.Context(), q)
		if err != nil {
			return err
		}
		return printRows(c.OutOrStdout(), rows, format, limit)
	}
	return c
}

// named is a named query with its parameters bound.
func named(name string, params []string) (load.Question, error) {
	q, err := queries.Get(name)
	if err != nil {
		return load.Question{}, err
	}
	given := map[string]string{}
	for _, p := range params {
		k, v, ok := strings.Cut(p, "=")
		if !ok {
			return load.Question{}, fmt.Errorf("--param %q: write it as NAME=VALUE", p)
		}
		given[k] = v
	}
	values, err := q.Bind(given)
	if err != nil {
		return load.Question{}, err
	}
	args := make([]any, len(values))
	for i, v := range values {
		args[i] = sql.Named(q.Params[i].Name, v)
	}
	return load.Question{SQL: q.SQL, Args: args}, nil
}

func listQueries(out io.Writer) error {
	for _, q := range queries.All() {
		fmt.Fprintf(out, "%s\n    %s\n", q.Name, q.Answers)
		for _, p := range q.Params {
			needed := "default " + p.Default
			switch {
			case p.Required:
				needed = "needed"
			case p.Default == "":
				needed = "optional"
			}
			fmt.Fprintf(out, "    --param %s=…   %s (%s)\n", p.Name, p.Means, needed)
		}
		fmt.Fprintf(out, "    %s\n", q.Example)
	}
	return nil
}

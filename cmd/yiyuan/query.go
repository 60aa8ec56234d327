package main

import (
	"context"
	"database/sql"
	"fmt"
	"io"
	"os"
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
		Long:  `Ask one of the named queries; without a name, list them. With a name, --help tells what that query answers and takes.`,
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
			listQueries(c.OutOrStdout())
			return nil
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
		if err := printRows(c.OutOrStdout(), rows, format, limit); err != nil || rows.Count > 0 {
			return err
		}
		return noRows(c.Context(), os.Stderr, r, q, args[0])
	}
	usual := c.HelpFunc()
	c.SetHelpFunc(func(c *cobra.Command, args []string) {
		q, err := queries.Get(c.Flags().Arg(0))
		if err != nil {
			usual(c, args)
			return
		}
		describe(c.OutOrStdout(), q)
	})
	return c
}

// noRows tells what was asked for where nothing was found. An empty answer looks the same whether the texts do not say, or
// a name is written otherwise than in the tables.
func noRows(ctx context.Context, out io.Writer, r *load.Reader, asked load.Question, name string) error {
	q, err := queries.Get(name)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, "yiyuan: no row answers that: the texts do not say, or a name is written otherwise in the tables")
	for i, p := range q.Params {
		value, _ := asked.Args[i].(sql.NamedArg).Value.(string)
		if value == "" || p.Name == "limit" {
			continue
		}
		fmt.Fprintf(out, "    %s=%s   %s", p.Name, harmless(value), p.Means)
		if p.Name == "place" || p.Name == "within" {
			near, err := r.PlacesLike(ctx, value)
			if err != nil {
				return err
			}
			if len(near) > 0 {
				fmt.Fprintf(out, "; perhaps %s", strings.Join(near, " "))
			}
		}
		fmt.Fprintln(out)
	}
	return nil
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

func listQueries(out io.Writer) {
	for _, q := range queries.All() {
		describe(out, q)
	}
}

func describe(out io.Writer, q queries.Query) {
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

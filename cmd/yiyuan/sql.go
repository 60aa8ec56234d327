package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"time"

	"github.com/spf13/cobra"
	"golang.org/x/term"

	"yiyuan/load"
)

// queryCap bounds a statement: what is longer was not written by hand, and the parser would take a hundred times its size.
const queryCap = 1 << 20

type sqlOptions struct {
	format  string
	limit   int
	timeout time.Duration
	memory  int64
	copy    string
}

func sqlCommand() *cobra.Command {
	var o sqlOptions
	c := &cobra.Command{
		Use:   "sql [QUERY]",
		Short: "Ask the database in SQL, read-only; without a query, at a prompt",
		Long: `Ask the database in SQL, read-only; without a query, at a prompt (Tab completes, the arrow keys go through the history).

A query is one SELECT or EXPLAIN. It runs in a process of its own that can reach nothing but the database, within
--memory and --timeout. With --write COPY statements that change tables are run too, on a copy of the database: COPY is
made where it does not exist, and the database stays as it is.`,
		Example: "  yiyuan sql \"SELECT region_name, count(*) FROM facts GROUP BY 1 ORDER BY 2 DESC LIMIT 5\"\n" +
			"  yiyuan sql --format jsonl \"SELECT value, quote FROM facts WHERE indicator = 'gdp'\"\n" +
			"  yiyuan sql --write mine.duckdb \"CREATE TABLE notes AS SELECT fact_id, quote FROM facts\"",
		Args: cobra.MaximumNArgs(1),
	}
	db := dbFlag(c)
	c.Flags().StringVar(&o.format, "format", "table", "table, csv, json or jsonl")
	c.Flags().IntVar(&o.limit, "limit", 0, "print at most `N` rows (a table: 1000 where none is given)")
	c.Flags().DurationVar(&o.timeout, "timeout", time.Minute, "stop a query after this `TIME`, as 30s or 5m")
	c.Flags().Int64Var(&o.memory, "memory", 1024, "let a query take `N` MiB of memory")
	c.Flags().StringVar(&o.copy, "write", "", "work on the copy `COPY`, and let statements change it")
	c.RunE = func(c *cobra.Command, args []string) error {
		q, err := o.question(c.Context(), *db)
		if err != nil {
			return err
		}
		if len(args) == 1 {
			q.Query = args[0]
			return q.checked(c.Context(), c.OutOrStdout())
		}
		if in, ok := c.InOrStdin().(*os.File); ok && term.IsTerminal(int(in.Fd())) {
			return atPrompt(c.Context(), q, c.OutOrStdout())
		}
		return statements(c.Context(), q, c.InOrStdin(), c.OutOrStdout())
	}
	return c
}

func (o sqlOptions) question(ctx context.Context, db string) (question, error) {
	if formats[o.format] == nil {
		return question{}, fmt.Errorf("no format %q: take table, csv, json or jsonl", o.format)
	}
	if o.limit < 0 || o.timeout <= 0 || o.memory <= 0 {
		return question{}, errors.New("--limit, --timeout and --memory are above zero")
	}
	q := question{DB: db, Format: o.format, Limit: o.limit, Memory: o.memory << 20, Time: o.timeout, Write: o.copy != ""}
	if q.Write {
		if err := load.CopyForWriting(ctx, db, o.copy); err != nil {
			return question{}, err
		}
		q.DB = o.copy
	}
	return q, nil
}

// checked asks what is short enough to be asked.
func (q question) checked(ctx context.Context, out io.Writer) error {
	if len(q.Query) > queryCap {
		return fmt.Errorf("the query is longer than %d MiB", queryCap>>20)
	}
	return q.ask(ctx, out)
}

// statements answers what is read from a pipe or file, statements ended by a semicolon at the end of a line. An error in
// one does not end it, but the exit status tells of it.
func statements(ctx context.Context, q question, in io.Reader, out io.Writer) error {
	var text strings.Builder
	failed := false
	answer := func() {
		q.Query = strings.TrimSpace(text.String())
		text.Reset()
		if q.Query == "" || q.Query == ";" {
			return
		}
		if err := q.checked(ctx, out); err != nil {
			failed = true
			fmt.Fprintln(os.Stderr, "yiyuan:", err)
		}
	}
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, queryCap)
	for lines.Scan() {
		text.WriteString(lines.Text() + "\n")
		if text.Len() > queryCap || strings.HasSuffix(strings.TrimSpace(lines.Text()), ";") {
			answer()
		}
	}
	if errors.Is(lines.Err(), bufio.ErrTooLong) {
		return fmt.Errorf("a line is longer than %d MiB", queryCap>>20)
	}
	if err := lines.Err(); err != nil {
		return err
	}
	answer()
	if failed {
		return exit(statusUsage, "a query failed")
	}
	return nil
}

// interrupted answers until the keyboard says stop: that ends the query, not the prompt.
func interrupted(ctx context.Context, answer func(context.Context) error) error {
	ctx, stop := signal.NotifyContext(context.WithoutCancel(ctx), os.Interrupt)
	defer stop()
	err := answer(ctx)
	if ctx.Err() != nil && err != nil {
		return errors.New("interrupted")
	}
	return err
}

func trimmed(said string) string { return strings.TrimPrefix(strings.TrimSpace(said), "yiyuan: ") }

package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/google/renameio/v2"
	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/load/export"
	"yiyuan/queries"
)

// exportFormats, those that make a file of their own first.
var exportFormats = []string{"xlsx", "parquet", "ipynb", "csv", "jsonl"}

const toFile = 3 // of them

type exportOptions struct {
	db     string
	format string
	file   string
	params []string
	csv    export.CSV
}

func exportCommand() *cobra.Command {
	var o exportOptions
	c := &cobra.Command{
		Use:   "export TABLE|QUERY",
		Short: "Write a table, a view or the answer of a named query to a file",
		Long: `Write a table, a view or the answer of a named query to a file, whole or not at all.

csv      cells that a spreadsheet would take for formulas begin with an apostrophe, unless --raw; --bom for Excel
jsonl    one object a row
parquet  with the meaning of each column in the file's metadata
xlsx     typed cells with their units, links to the pages, and a sheet of definitions
ipynb    a notebook that asks three questions, beside a Parquet file of the same name

Without --format it is that of FILE's ending, csv where FILE has none. Without -o, csv and jsonl go to standard output, the
others to a file of the table's name.`,
		Example: "  yiyuan export facts --format jsonl -o facts.jsonl\n" +
			"  yiyuan export growth_league --param indicator=gdp -o league.xlsx\n" +
			"  yiyuan export facts -o facts.ipynb && jupyter lab facts.ipynb",
		Args: cobra.ExactArgs(1),
	}
	c.Flags().StringVar(&o.db, "db", "yiyuan.duckdb", "the database `FILE`")
	c.Flags().StringVar(&o.format, "format", "", "csv, jsonl, parquet, xlsx or ipynb")
	c.Flags().StringVarP(&o.file, "output", "o", "", "write to `FILE`")
	c.Flags().StringArrayVar(&o.params, "param", nil, "a parameter of the query, as `NAME=VALUE`; may be repeated")
	c.Flags().BoolVar(&o.csv.BOM, "bom", false, "begin a csv file with a byte order mark, by which Excel knows UTF-8")
	c.Flags().BoolVar(&o.csv.Raw, "raw", false, "leave csv cells that begin with = + - @ as they are")
	c.RunE = func(c *cobra.Command, args []string) error {
		if err := o.settle(args[0]); err != nil {
			return err
		}
		return o.export(c.Context(), args[0], c.OutOrStdout())
	}
	return c
}

// settle finds the format in the file's name, or the file's name in the format. A name that promises another format, as
// facts.json or facts.csv.gz, is not given one of ours.
func (o *exportOptions) settle(name string) error {
	if o.format == "" {
		o.format = strings.ToLower(strings.TrimPrefix(filepath.Ext(o.file), "."))
		if o.format == "" {
			o.format = "csv"
		}
		if !slices.Contains(exportFormats, o.format) {
			return fmt.Errorf("%s: no export format has this ending: say which with --format csv, jsonl, parquet, xlsx or ipynb", o.file)
		}
	}
	i := slices.Index(exportFormats, o.format)
	if i < 0 {
		return fmt.Errorf("no export format %q: take csv, jsonl, parquet, xlsx or ipynb", o.format)
	}
	if o.file == "" && i < toFile {
		o.file = name + "." + o.format
	}
	return nil
}

func (o *exportOptions) export(ctx context.Context, name string, out io.Writer) error {
	switch o.format {
	case "parquet":
		return o.parquet(ctx, name, o.file, func([]string) error { return nil })
	case "ipynb":
		return o.notebook(ctx, name)
	}
	r, err := load.OpenReader(ctx, o.db)
	if err != nil {
		return err
	}
	defer r.Close()
	q, meaning, err := o.subject(ctx, r, name)
	if err != nil {
		return err
	}
	rows, err := r.Answer(ctx, q)
	if err != nil {
		return err
	}
	defer rows.Close()
	if o.file == "" {
		return o.write(ctx, r, rows, name, meaning, out)
	}
	return atomically(o.file, func(w io.Writer) error { return o.write(ctx, r, rows, name, meaning, w) })
}

func (o *exportOptions) write(ctx context.Context, r *load.Reader, rows *load.Rows, name string, meaning load.Meaning, w io.Writer) error {
	switch o.format {
	case "xlsx":
		return workbook(ctx, r, rows, name, meaning, w)
	case "jsonl":
		return export.JSONL(w, rows)
	}
	return o.csv.Write(w, rows)
}

// subject is what is asked: a table, a view, or a named query, with what its columns mean. A query's columns mean what
// those of facts do that have their names.
func (o *exportOptions) subject(ctx context.Context, r *load.Reader, name string) (load.Question, load.Meaning, error) {
	q, err := r.Table(ctx, name)
	if err == nil {
		meaning, err := r.Meaning(ctx, name)
		return q, meaning, err
	}
	if !errors.Is(err, load.ErrNoTable) {
		return q, load.Meaning{}, err
	}
	if q, err = named(name, o.params); err != nil {
		if tables, failed := r.Tables(ctx); errors.Is(err, queries.ErrUnknown) && failed == nil {
			err = fmt.Errorf("%w; tables: %s", err, strings.Join(tables, " "))
		}
		return q, load.Meaning{}, err
	}
	meaning, err := r.Meaning(ctx, "facts")
	if known, unknown := queries.Get(name); unknown == nil {
		meaning.Says = known.Answers
	}
	return q, meaning, err
}

func workbook(ctx context.Context, r *load.Reader, rows *load.Rows, name string, meaning load.Meaning, w io.Writer) error {
	b := export.Workbook{Name: name, Meaning: meaning, Links: map[string]string{}}
	var pages []load.Pair
	for _, list := range []struct {
		into  *[]load.Pair
		query string
	}{
		{&b.Units, `SELECT code, name FROM units ORDER BY rowid`},
		{&pages, `SELECT doc_id, url FROM documents WHERE url IS NOT NULL`},
		{&b.About, `UNPIVOT (SELECT run_id AS run, rules_version AS rules FROM runs ORDER BY started_at DESC LIMIT 1) ON run, rules`},
	} {
		var err error
		if *list.into, err = r.Pairs(ctx, list.query); err != nil {
			return err
		}
	}
	for _, p := range pages {
		b.Links[p.Key] = p.Value
	}
	cut, err := b.Write(w, rows)
	if cut > 0 {
		fmt.Fprintf(os.Stderr, "yiyuan: %d texts are longer than a cell of Excel can be, and are cut at …; other formats have them whole\n", cut)
	}
	return err
}

// parquet writes to a file beside the one asked for, and renames it when it is whole.
func (o *exportOptions) parquet(ctx context.Context, name, file string, check func(columns []string) error) error {
	out, err := renameio.NewPendingFile(file, renameio.WithPermissions(0o644))
	if err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	defer out.Cleanup()
	r, err := load.OpenExporter(ctx, o.db, out.Name())
	if err != nil {
		return err
	}
	defer r.Close()
	q, meaning, err := o.subject(ctx, r, name)
	if err != nil {
		return err
	}
	columns, err := r.Columns(ctx, q)
	if err == nil {
		err = check(columns)
	}
	if err != nil {
		return err
	}
	if err := r.Parquet(ctx, q, out.Name(), metadata(name, meaning)); err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	if err := out.CloseAtomicallyReplace(); err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	fmt.Fprintln(os.Stderr, "wrote", file)
	return nil
}

// metadata names the table and, as column.NAME, what each column means.
func metadata(name string, meaning load.Meaning) []load.Pair {
	all := []load.Pair{{Key: "table", Value: name}, {Key: "description", Value: meaning.Says}}
	var columns []string
	for c := range meaning.Columns {
		columns = append(columns, c)
	}
	slices.Sort(columns)
	for _, c := range columns {
		all = append(all, load.Pair{Key: "column." + c, Value: meaning.Columns[c]})
	}
	return all
}

// notebook writes the notebook beside its Parquet file.
func (o *exportOptions) notebook(ctx context.Context, name string) error {
	table := strings.TrimSuffix(o.file, filepath.Ext(o.file)) + ".parquet"
	if err := o.parquet(ctx, name, table, export.CheckNotebook); err != nil {
		return err
	}
	database, err := filepath.Abs(o.db)
	if err != nil {
		return err
	}
	if dir, err := filepath.Abs(filepath.Dir(o.file)); err == nil {
		if near, err := filepath.Rel(dir, database); err == nil {
			database = near
		}
	}
	return atomically(o.file, func(w io.Writer) error { return export.Notebook(w, filepath.Base(table), filepath.ToSlash(database)) })
}

// atomically writes the whole file or leaves what is there.
func atomically(file string, write func(io.Writer) error) error {
	out, err := renameio.NewPendingFile(file, renameio.WithPermissions(0o644))
	if err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	defer out.Cleanup()
	if err := write(out); err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	if err := out.CloseAtomicallyReplace(); err != nil {
		return exit(statusNothing, "write %s: %w", file, err)
	}
	fmt.Fprintln(os.Stderr, "wrote", file)
	return nil
}

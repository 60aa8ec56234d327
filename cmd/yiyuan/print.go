package main

import (
	"bufio"
	"encoding/csv"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/rivo/uniseg"

	"yiyuan/load"
)

// tableRows is how many rows a table shows where no limit is given; its widths need them all in memory.
const tableRows = 1000

// formats that rows can be printed in.
var formats = map[string]func(io.Writer, *load.Rows, int) error{
	"table": printTable, "csv": printCSV, "json": printJSON, "jsonl": printJSONL,
}

// printRows prints at most limit rows, all where it is 0.
func printRows(out io.Writer, rows *load.Rows, format string, limit int) error {
	defer rows.Close()
	print, ok := formats[format]
	if !ok {
		return fmt.Errorf("no format %q: take table, csv, json or jsonl", format)
	}
	w := bufio.NewWriterSize(out, 1<<16)
	if err := print(w, rows, limit); err != nil {
		return err
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return w.Flush()
}

// each calls fn for the rows up to the limit and says on stderr where it cut.
func each(rows *load.Rows, limit int, fn func() error) error {
	for n := 0; rows.Next(); n++ {
		if limit > 0 && n == limit {
			fmt.Fprintf(os.Stderr, "yiyuan: cut off after %d rows; see more with --limit N\n", limit)
			return nil
		}
		if _, err := rows.Values(); err != nil {
			return err
		}
		if err := fn(); err != nil {
			return err
		}
	}
	return nil
}

func printJSONL(w io.Writer, rows *load.Rows, limit int) error {
	var b []byte
	return each(rows, limit, func() error {
		b = append(rows.AppendJSON(b[:0]), '\n')
		_, err := w.Write(b)
		return err
	})
}

func printJSON(w io.Writer, rows *load.Rows, limit int) error {
	b := []byte("[")
	err := each(rows, limit, func() error {
		if _, err := w.Write(append(b, '\n')); err != nil {
			return err
		}
		b = append(b[:0], ',')
		_, err := w.Write(rows.AppendJSON(nil))
		return err
	})
	if err != nil {
		return err
	}
	end := "\n]\n"
	if b[0] == '[' {
		end = "[]\n"
	}
	_, err = io.WriteString(w, end)
	return err
}

func printCSV(w io.Writer, rows *load.Rows, limit int) error {
	out := csv.NewWriter(w)
	if err := out.Write(rows.Columns); err != nil {
		return err
	}
	record := make([]string, len(rows.Columns))
	err := each(rows, limit, func() error {
		for i := range record {
			record[i] = string(rows.AppendText(nil, i))
		}
		return out.Write(record)
	})
	out.Flush()
	if err != nil {
		return err
	}
	return out.Error()
}

// cellWidth is where a long text is cut in a table.
const cellWidth = 48

func printTable(w io.Writer, rows *load.Rows, limit int) error {
	if limit == 0 {
		limit = tableRows
	}
	lines := [][]string{rows.Columns}
	widths := make([]int, len(rows.Columns))
	err := each(rows, limit, func() error {
		cells := make([]string, len(rows.Columns))
		for i := range cells {
			cells[i] = cell(string(rows.AppendText(nil, i)))
		}
		lines = append(lines, cells)
		return nil
	})
	if err != nil {
		return err
	}
	for _, cells := range lines {
		for i, c := range cells {
			widths[i] = max(widths[i], uniseg.StringWidth(c))
		}
	}
	for n, cells := range lines {
		tableLine(w, cells, widths, rows.Numeric)
		if n == 0 {
			rules := make([]string, len(widths))
			for i, width := range widths {
				rules[i] = strings.Repeat("─", width)
			}
			fmt.Fprintln(w, strings.Join(rules, "  "))
		}
	}
	return nil
}

func tableLine(w io.Writer, cells []string, widths []int, numeric func(int) bool) {
	var b strings.Builder
	for i, c := range cells {
		pad := strings.Repeat(" ", widths[i]-uniseg.StringWidth(c))
		if i > 0 {
			b.WriteString("  ")
		}
		if numeric(i) {
			b.WriteString(pad + c)
		} else {
			b.WriteString(c + pad)
		}
	}
	fmt.Fprintln(w, strings.TrimRight(b.String(), " "))
}

// cell makes a value fit one line of a table and harmless to a terminal.
func cell(s string) string {
	s = strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == '\t' || r == '\r':
			return ' '
		case r < ' ' || r >= 0x7f && r < 0xa0:
			return '·'
		}
		return r
	}, s)
	if uniseg.StringWidth(s) <= cellWidth {
		return s
	}
	width := 0
	for i, r := range s {
		if width += uniseg.StringWidth(string(r)); width >= cellWidth {
			return s[:i] + "…"
		}
	}
	return s
}

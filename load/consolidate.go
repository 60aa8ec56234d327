package load

import (
	"context"
	"crypto/sha256"
	"database/sql/driver"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"
)

// The series are made by SQL alone, so that what the panel says can be read, and asked for again, in the language its
// users speak. They are made anew by every run from the facts and the tables of vocabulary: dear parts are tables, not
// views, so that a question waits for none of them, and nothing depends on the runs that came before.

//go:embed consolidate/*.sql
var consolidation embed.FS

//go:embed vocabulary/*.csv
var vocabularyFiles embed.FS

// vocabulary are the tables an economist edits, each a CSV file of the same name.
var vocabulary = []string{"statistics", "qualifiers", "core_indicators", "identities"}

// consolidate makes the series of what the tables hold now. That takes seconds where a run that changed nothing takes
// tenths of one, so it is left alone where nothing changed that they are made of.
func (w *Writer) consolidate(ctx context.Context) error {
	if current, err := w.seriesCurrent(ctx); err != nil || current {
		return err
	}
	if err := w.makeSeries(ctx); err != nil {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, `DELETE FROM series_version`); err != nil {
		return err
	}
	_, err := w.conn.ExecContext(ctx, `INSERT INTO series_version SELECT ?, `+correctionsHash, seriesVersion())
	return err
}

// correctionsHash does not depend on the order of the rows.
const correctionsHash = `coalesce((SELECT concat(count(*), ' ', bit_xor(hash(c))) FROM corrections c), '')`

// seriesVersion hashes what the series are made with.
var seriesVersion = sync.OnceValue(func() string {
	h := sha256.New()
	fmt.Fprintln(h, SchemaVersion())
	for _, files := range []embed.FS{consolidation, vocabularyFiles} {
		err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return err
			}
			text, err := files.ReadFile(path)
			fmt.Fprintf(h, "%s %d\n%s", path, len(text), text)
			return err
		})
		if err != nil {
			panic(err) // embedded files can be read
		}
	}
	return hex.EncodeToString(h.Sum(nil))[:12]
})

// seriesCurrent tells whether the series the file holds are those that would be made.
func (w *Writer) seriesCurrent(ctx context.Context) (current bool, err error) {
	if w.report.Written > 0 || len(w.stale) > 0 {
		return false, nil
	}
	const same = `SELECT EXISTS (FROM series_version WHERE version = ? AND corrections = ` + correctionsHash + `)`
	err = w.conn.QueryRowContext(ctx, same, seriesVersion()).Scan(&current)
	return current, err
}

func (w *Writer) makeSeries(ctx context.Context) error {
	for _, table := range vocabulary {
		if err := w.fillVocabulary(ctx, table); err != nil {
			return err
		}
	}
	if _, err := w.conn.ExecContext(ctx, `ATTACH ':memory:' AS work`); err != nil {
		return err
	}
	defer w.conn.ExecContext(ctx, `DETACH work`)
	if err := w.emptySeries(ctx); err != nil {
		return err
	}
	stated := func(ctx context.Context) error { return w.runFiles(ctx, "[12]*.sql") }
	if err := w.sideBySide(ctx, append([]func(context.Context) error{stated, w.sealDocuments}, w.askOfRows()...)...); err != nil {
		return err
	}
	var rest []func(context.Context) error
	for _, file := range consolidationFiles("[3-9]*.sql") {
		rest = append(rest, func(ctx context.Context) error { return w.runFiles(ctx, file) })
	}
	return w.sideBySide(ctx, rest...)
}

// emptySeries removes the series of the run before, and the checkpoint frees their blocks for the new ones: written beside them, these
// would leave the file half empty and have every run compact it.
func (w *Writer) emptySeries(ctx context.Context) error {
	if w.before["documents"] == 0 {
		return nil // the file is new
	}
	return w.runFiles(ctx, "0*.sql")
}

// consolidationFiles are those of a pattern, in the order of their numbers. The files from 30 on read what the ones before
// make, and nothing of each other: each has a connection of its own, since DuckDB inserts what it joins by one processor.
func consolidationFiles(pattern string) []string {
	files, err := fs.Glob(consolidation, "consolidate/"+pattern)
	if err != nil {
		panic(err) // the pattern is one of ours
	}
	for i, file := range files {
		files[i] = path.Base(file)
	}
	return files
}

// runFiles runs those of a pattern, one after another.
func (w *Writer) runFiles(ctx context.Context, pattern string) error {
	conn, err := w.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	for _, file := range consolidationFiles(pattern) {
		text, err := fs.ReadFile(consolidation, "consolidate/"+file)
		if err != nil {
			return err
		}
		if _, err := conn.ExecContext(ctx, string(text)); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return nil
}

func (w *Writer) fillVocabulary(ctx context.Context, table string) error {
	rows, err := vocabularyRows(table)
	if err != nil {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, `DELETE FROM `+table); err != nil {
		return err
	}
	for _, fields := range rows {
		w.row.start()
		for i, f := range fields {
			if table == "identities" && i == 1 {
				weight, err := strconv.Atoi(f)
				if err != nil {
					return fmt.Errorf("vocabulary/identities.csv: weight %q of %s is no number", f, fields[0])
				}
				w.row.int(weight)
				continue
			}
			w.row.text(f)
		}
		if err := w.append(table, append([]driver.Value(nil), w.row.values...)); err != nil {
			return err
		}
	}
	return w.closeAppenders()
}

// vocabularyRows reads an embedded table without its header.
func vocabularyRows(table string) ([][]string, error) {
	text, err := fs.ReadFile(vocabularyFiles, "vocabulary/"+table+".csv")
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(strings.NewReader(string(text)))
	r.Comment = '#'
	if _, err := r.Read(); err != nil {
		return nil, fmt.Errorf("vocabulary/%s.csv has no header: %w", table, err)
	}
	var rows [][]string
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return rows, nil
		}
		if err != nil {
			return nil, fmt.Errorf("vocabulary/%s.csv: %w", table, err)
		}
		rows = append(rows, fields)
	}
}

package load

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// Contracts are what must hold of the tables before they are published, each one question in SQL for the rows that
// break it, as dbt's tests are: an economist can read them, run them by hand and add to them. They look at the private
// copy as it will be published, so they catch what no check of a single reading can: rows of two runs that contradict
// each other, and what the way into the database did to a value.

//go:embed contracts/*.sql contracts/rows/*.sql
var contractFiles embed.FS

// The contracts of rows speak of what reading fills alone, and are asked while the series are made, which keeps one processor; the others
// also speak of the series and of the run.
const (
	contractsDir       = "contracts"
	contractsOfRowsDir = "contracts/rows"
)

// ErrContract: the tables break a contract, and nothing was published.
var ErrContract = errors.New("a data contract is broken")

// brokenShown is how many of the rows that break a contract are named.
const brokenShown = 5

// Contract is a question whose every answer is a row that must not be. The statement may use $run_id and $fresh_days.
type Contract struct {
	Name string
	Says string // what must hold
	SQL  string
}

// Contracts returns the embedded ones, those of rows first, each kind in the order of their names.
func Contracts() []Contract { return append(embedded(contractsOfRowsDir), embedded(contractsDir)...) }

func embedded(dir string) []Contract {
	all, err := readContracts(contractFiles, dir)
	if err != nil {
		panic(err)
	}
	return all
}

// ReadContracts reads the .sql files of a folder, which a user adds to those embedded.
func ReadContracts(folder fs.FS) ([]Contract, error) { return readContracts(folder, ".") }

func readContracts(folder fs.FS, dir string) ([]Contract, error) {
	names, err := fs.Glob(folder, path.Join(dir, "*.sql"))
	if err != nil {
		return nil, err
	}
	var all []Contract
	for _, name := range names {
		text, err := fs.ReadFile(folder, name)
		if err != nil {
			return nil, fmt.Errorf("read contract: %w", err)
		}
		c := Contract{Name: strings.TrimSuffix(path.Base(name), ".sql"), SQL: string(text)}
		for line := range strings.Lines(c.SQL) {
			comment, ok := strings.CutPrefix(strings.TrimSpace(line), "--")
			if !ok {
				break
			}
			c.Says = strings.TrimSpace(c.Says + " " + strings.TrimSpace(comment))
		}
		if c.Says == "" {
			return nil, fmt.Errorf("contract %s: the first line must be a comment (-- …) that says what holds", name)
		}
		all = append(all, c)
	}
	return all, nil
}

// BrokenError names the contracts that a run broke, and rows that broke them.
type BrokenError struct{ Broken []Broken }

// Broken is a contract and the rows that break it, as JSON, the first few of them.
type Broken struct {
	Contract Contract
	Rows     int
	Shown    []string
}

func (e *BrokenError) Error() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%v:", ErrContract)
	for _, broken := range e.Broken {
		fmt.Fprintf(&b, "\n  %s, by %d rows: %s", broken.Contract.Name, broken.Rows, broken.Contract.Says)
		for _, row := range broken.Shown {
			fmt.Fprintf(&b, "\n    %s", row)
		}
		if more := broken.Rows - len(broken.Shown); more > 0 {
			fmt.Fprintf(&b, "\n    and %d more", more)
		}
	}
	return b.String()
}

func (e *BrokenError) Unwrap() error { return ErrContract }

// keepContracts asks every contract of what the private copy holds now, but for those of rows where they have been asked. What else can be
// done of it meanwhile is.
func (w *Writer) keepContracts(ctx context.Context, meanwhile ...func(context.Context) error) error {
	all := append(embedded(contractsDir), w.contracts...)
	if w.ofRows == nil {
		all = append(embedded(contractsOfRowsDir), all...)
	}
	asking, broken := w.askAll(all)
	if err := w.sideBySide(ctx, append(meanwhile, asking...)...); err != nil {
		return err
	}
	broken = slices.DeleteFunc(append(w.ofRows, broken...), func(b Broken) bool { return b.Rows == 0 })
	if len(broken) > 0 {
		return &BrokenError{broken}
	}
	return nil
}

// askOfRows returns the steps that ask the contracts of rows. What they find is told by keepContracts.
func (w *Writer) askOfRows() []func(context.Context) error {
	asking, broken := w.askAll(embedded(contractsOfRowsDir))
	w.ofRows = broken
	return asking
}

// askAll returns a step for each contract, and where it puts what it finds.
func (w *Writer) askAll(all []Contract) (asking []func(context.Context) error, broken []Broken) {
	broken = make([]Broken, len(all))
	for i, c := range all {
		asking = append(asking, func(ctx context.Context) (err error) {
			if broken[i], err = w.ask(ctx, c); err != nil {
				err = fmt.Errorf("contract %s: %w", c.Name, err)
			}
			return err
		})
	}
	return asking, broken
}

func (w *Writer) ask(ctx context.Context, c Contract) (Broken, error) {
	b := Broken{Contract: c}
	conn, err := w.db.Conn(ctx)
	if err != nil {
		return b, err
	}
	defer conn.Close()
	if kind, err := kindOf(conn, c.SQL); err != nil {
		return b, err
	} else if kind != duckdb.STATEMENT_TYPE_SELECT {
		return b, ErrNotAQuestion
	}
	found, err := conn.QueryContext(ctx, c.SQL, w.contractArgs(c)...)
	if err != nil {
		return b, err
	}
	rows, err := newRows(found)
	if err != nil {
		return b, err
	}
	defer rows.Close()
	for ; rows.Next(); b.Rows++ {
		if b.Rows >= brokenShown {
			continue
		}
		if _, err := rows.Values(); err != nil {
			return b, err
		}
		b.Shown = append(b.Shown, string(rows.AppendJSON(nil)))
	}
	return b, rows.Err()
}

func (w *Writer) contractArgs(c Contract) []any {
	var args []any
	if strings.Contains(c.SQL, "$run_id") {
		args = append(args, sql.Named("run_id", w.report.RunID))
	}
	if strings.Contains(c.SQL, "$fresh_days") {
		args = append(args, sql.Named("fresh_days", int64(w.freshDays)))
	}
	return args
}

package load

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// ErrNoTable: the file has no table or view of the name.
var ErrNoTable = errors.New("no such table or view")

// keys order the rows of each table, and tell them apart.
var keys = map[string][]string{
	"documents":  {"doc_id"},
	"repairs":    {"doc_id", "char_start", "char_end", "filter", "before"},
	"mentions":   {"doc_id", "char_start"},
	"facts":      {"doc_id", "char_start", "fact_id"},
	"runs":       {"started_at", "run_id"},
	"failures":   {"doc_id", "kind", "path"},
	"regions":    {"code", "valid_from", "valid_to"},
	"indicators": {"code"},
	"units":      {"code"},
}

// Table reads a table or view by its name, in the order of its key.
func (r *Reader) Table(ctx context.Context, name string) (*Rows, error) {
	const known = `SELECT table_name FROM (SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal)
		WHERE table_name = ?`
	var table string
	if err := r.conn.QueryRowContext(ctx, known, name).Scan(&table); err != nil {
		return nil, fmt.Errorf("%q: %w", name, ErrNoTable)
	}
	order := "ALL"
	if key := keys[table]; key != nil {
		order = strings.Join(key, ", ")
	}
	return r.Query(ctx, `SELECT * FROM `+identifier(table)+` ORDER BY `+order)
}

// identifier quotes a name that the catalog gave.
func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

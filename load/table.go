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

	"statistics":       {"indicator", "text"},
	"qualifiers":       {"indicator", "text"},
	"core_indicators":  {"name"},
	"identities":       {"identity", "weight", "indicator", "industry"},
	"corrections":      {"fact_id", "field"},
	"coverage":         {"doc_id"},
	"source_coverage":  {"source"},
	"document_sources": {"doc_id"},
	"core_coverage":    {"region_code", "year", "name"},
	"entity_names":     {"doc_id", "name", "full_name"},
	"observations":     {"fact_id"},
	"panel":            {"region_code", "indicator", "statistic", "series_id", "period_end", "period_start"},
	"entity_panel":     {"entity", "indicator", "series_id", "period_end", "period_start"},
	"conflicts":        {"region_code", "indicator", "series_id", "period_end", "period_start"},
	"aims":             {"region_code", "indicator", "line_id", "period_end", "period_start"},
	"targets":          {"region_code", "indicator", "line_id", "period_end", "period_start"},
	"checks":           {"kind", "check_id"},
	"fact_checks":      {"check_id", "fact_id", "role"},
	"corrected_facts":  {"doc_id", "char_start", "fact_id"},
	"checked_facts":    {"doc_id", "char_start", "fact_id"},
}

// Question is a statement of ours with the values of its parameters.
type Question struct {
	SQL  string
	Args []any
}

// Table is the question for all rows of a table or view, in the order of its key.
func (r *Reader) Table(ctx context.Context, name string) (Question, error) {
	const known = `SELECT table_name FROM (SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal)
		WHERE table_name = ?`
	var table string
	if err := r.conn.QueryRowContext(ctx, known, name).Scan(&table); err != nil {
		return Question{}, fmt.Errorf("%q: %w", name, ErrNoTable)
	}
	order := "ALL"
	if key := keys[table]; key != nil {
		order = strings.Join(key, ", ")
	}
	return Question{SQL: `SELECT * FROM ` + identifier(table) + ` ORDER BY ` + order}, nil
}

// Tables are the names of all tables and views, those people ask for first.
func (r *Reader) Tables(ctx context.Context) ([]string, error) {
	const all = `SELECT table_name FROM (SELECT table_name FROM duckdb_tables() UNION ALL SELECT view_name FROM duckdb_views() WHERE NOT internal)
		WHERE table_name <> 'schema_version' ORDER BY coalesce(list_position(['facts', 'documents', 'mentions', 'panel'], table_name), 9), table_name`
	return texts(ctx, r.conn, all)
}

// Pairs answers a query of two columns of text.
func (r *Reader) Pairs(ctx context.Context, query string) ([]Pair, error) {
	rows, err := r.conn.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []Pair
	for rows.Next() {
		var p Pair
		if err := rows.Scan(&p.Key, &p.Value); err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, rows.Err()
}

// Meaning is what the schema says of a table: a sentence on it and one on each of its columns.
type Meaning struct {
	Says    string
	Columns map[string]string
}

// Meaning reads the comments on a table or view.
func (r *Reader) Meaning(ctx context.Context, table string) (Meaning, error) {
	m := Meaning{Columns: map[string]string{}}
	const says = `SELECT coalesce(any_value(comment), '') FROM (SELECT table_name, comment FROM duckdb_tables() UNION ALL SELECT view_name, comment FROM duckdb_views())
		WHERE table_name = ?`
	if err := r.conn.QueryRowContext(ctx, says, table).Scan(&m.Says); err != nil {
		return m, err
	}
	rows, err := r.conn.QueryContext(ctx, `SELECT column_name, comment FROM duckdb_columns() WHERE table_name = ? AND comment IS NOT NULL`, table)
	if err != nil {
		return m, err
	}
	defer rows.Close()
	for rows.Next() {
		var column, comment string
		if err := rows.Scan(&column, &comment); err != nil {
			return m, err
		}
		m.Columns[column] = comment
	}
	return m, rows.Err()
}

// identifier quotes a name that the catalog gave.
func identifier(name string) string { return `"` + strings.ReplaceAll(name, `"`, `""`) + `"` }

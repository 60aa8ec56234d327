package load

import (
	"database/sql"
	"strings"
)

// Rows are the rows of a query with the types that printing needs to know.
type Rows struct {
	rows    *sql.Rows
	Columns []string
	Count   int // of the rows read so far
	types   []string
	values  []any
	into    []any
}

func newRows(rows *sql.Rows) (*Rows, error) {
	types, err := rows.ColumnTypes()
	if err != nil {
		rows.Close()
		return nil, err
	}
	r := &Rows{rows: rows, values: make([]any, len(types)), into: make([]any, len(types))}
	for i, t := range types {
		name, _, _ := strings.Cut(t.DatabaseTypeName(), "(")
		r.Columns = append(r.Columns, t.Name())
		r.types = append(r.types, name)
		r.into[i] = &r.values[i]
	}
	return r, nil
}

// Next reads the next row; its values stand until the next call.
func (r *Rows) Next() bool {
	if !r.rows.Next() {
		return false
	}
	r.Count++
	return true
}

// Values returns the row that Next read.
func (r *Rows) Values() ([]any, error) {
	if err := r.rows.Scan(r.into...); err != nil {
		return nil, err
	}
	return r.values, nil
}

// Numeric reports whether a column holds numbers.
func (r *Rows) Numeric(i int) bool {
	switch r.types[i] {
	case "TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "UTINYINT", "USMALLINT", "UINTEGER", "UBIGINT", "UHUGEINT",
		"DECIMAL", "FLOAT", "DOUBLE":
		return true
	}
	return false
}

// Type is the name of a column's type, without its size.
func (r *Rows) Type(i int) string { return r.types[i] }

// Err is what ended the rows early.
func (r *Rows) Err() error { return r.rows.Err() }

// Close gives the query up.
func (r *Rows) Close() error { return r.rows.Close() }

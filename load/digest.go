package load

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"slices"
	"strings"
)

// TableDigest is the hash of a table's content.
type TableDigest struct {
	Table  string `json:"table"`
	Rows   int    `json:"rows"`
	SHA256 string `json:"sha256"`
}

// unstable are the columns that differ between two runs over the same bytes: who ran when, and where the files lay.
// The table runs holds nothing else, and is left out.
var unstable = map[string][]string{
	"documents": {"run_id", "fetched_at"},
	"facts":     {"run_id"},
	"failures":  {"run_id", "failed_at", "path", "message"},
}

// digested are the tables that are hashed: what was read, then what was made of it. A correction changes no fact, so it
// shows in the hash of corrections and of the series it moves, and leaves that of facts alone.
var digested = slices.Concat([]string{"documents", "repairs", "mentions", "facts", "failures", "regions", "indicators", "units"}, vocabulary,
	[]string{"corrections", "coverage", "core_coverage", "entity_names", "observations", "panel", "entity_panel", "conflicts", "targets", "checks", "fact_checks"})

// Digest hashes what the tables say. Two machines that read the same bytes by the same rules get the same hashes,
// however many runs it took and in whatever order the rows came.
func (r *Reader) Digest(ctx context.Context) ([]TableDigest, error) {
	var all []TableDigest
	for _, table := range digested {
		d, err := r.digest(ctx, table)
		if err != nil {
			return nil, fmt.Errorf("digest of %s: %w", table, err)
		}
		all = append(all, d)
	}
	return all, nil
}

// digest lets DuckDB hash the rows and hashes the hashes in their own order: sorting 32 bytes a row is cheaper than
// sorting the rows, and a table without a unique key needs no care.
func (r *Reader) digest(ctx context.Context, table string) (TableDigest, error) {
	d := TableDigest{Table: table}
	columns, err := r.stableColumns(ctx, table)
	if err != nil {
		return d, err
	}
	rows, err := r.conn.QueryContext(ctx, `SELECT sha256(`+rowText(columns)+`) AS h FROM `+identifier(table)+` ORDER BY h`)
	if err != nil {
		return d, err
	}
	defer rows.Close()
	whole := sha256.New()
	for rows.Next() {
		var h string
		if err := rows.Scan(&h); err != nil {
			return d, err
		}
		whole.Write([]byte(h))
		d.Rows++
	}
	d.SHA256 = hex.EncodeToString(whole.Sum(nil))
	return d, rows.Err()
}

func (r *Reader) stableColumns(ctx context.Context, table string) ([]string, error) {
	columns, err := texts(ctx, r.conn, `SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index`, table)
	return slices.DeleteFunc(columns, func(name string) bool { return slices.Contains(unstable[table], name) }), err
}

// rowText is an expression that writes a row so that no two rows read alike: each value behind its length, NULL as ~.
func rowText(columns []string) string {
	var parts []string
	for _, c := range columns {
		v := `CAST(` + identifier(c) + ` AS VARCHAR)`
		parts = append(parts, `coalesce(strlen(`+v+`) || ':' || `+v+`, '~')`)
	}
	return `concat(` + strings.Join(parts, `, `) + `)`
}

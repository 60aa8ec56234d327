package load

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// TableSchema describes one table or view.
type TableSchema struct {
	Name, Comment string
	View          bool
	Columns       []ColumnSchema
}

// ColumnSchema describes one column.
type ColumnSchema struct{ Name, Type, Comment string }

// Schema describes the tables this program writes, in the order they were made. It comes from the migrations alone, so no
// file is needed.
func Schema(ctx context.Context) ([]TableSchema, error) {
	connector, err := duckdb.NewConnector("", nil)
	if err != nil {
		return nil, err
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	if err := migrate(ctx, conn); err != nil {
		return nil, err
	}
	const catalog = `SELECT t.name, coalesce(t.comment, ''), t.is_view, c.column_name, c.data_type, coalesce(c.comment, '')
		FROM (SELECT table_name AS name, comment, table_oid AS oid, false AS is_view FROM duckdb_tables()
			UNION ALL SELECT view_name, comment, view_oid, true FROM duckdb_views() WHERE NOT internal) t
		JOIN duckdb_columns() c ON c.table_oid = t.oid
		WHERE t.name <> 'schema_version' ORDER BY t.oid, c.column_index`
	rows, err := conn.QueryContext(ctx, catalog)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []TableSchema
	for rows.Next() {
		var t TableSchema
		var c ColumnSchema
		if err := rows.Scan(&t.Name, &t.Comment, &t.View, &c.Name, &c.Type, &c.Comment); err != nil {
			return nil, err
		}
		if len(all) == 0 || all[len(all)-1].Name != t.Name {
			all = append(all, t)
		}
		all[len(all)-1].Columns = append(all[len(all)-1].Columns, c)
	}
	return all, rows.Err()
}

// SchemaMarkdown prints the tables as Markdown.
func SchemaMarkdown(tables []TableSchema) string {
	cell := strings.NewReplacer("|", `\|`, "\n", " ")
	var b strings.Builder
	for _, t := range tables {
		kind := ""
		if t.View {
			kind = " (view)"
		}
		fmt.Fprintf(&b, "\n## %s%s\n\n%s.\n\n| column | type | meaning |\n| --- | --- | --- |\n", t.Name, kind, t.Comment)
		for _, c := range t.Columns {
			fmt.Fprintf(&b, "| `%s` | %s | %s |\n", c.Name, cell.Replace(c.Type), cell.Replace(c.Comment))
		}
	}
	return b.String()
}

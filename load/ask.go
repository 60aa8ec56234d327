package load

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// What a statement of a user may not be.
var (
	ErrNotAQuestion  = errors.New("only one SELECT or EXPLAIN is answered; to change tables, work on a copy: yiyuan sql --write COPY")
	ErrTwoStatements = errors.New("more than one statement: ask them one after another")
	ErrNotOnACopy    = errors.New("on a copy one statement that asks or changes is run, and committed at once; SET, ATTACH, COPY and the like are not")
)

// asking and changing are the kinds of statements that a reader, and one on a copy besides, may run.
var (
	asking   = []duckdb.StmtType{duckdb.STATEMENT_TYPE_SELECT, duckdb.STATEMENT_TYPE_EXPLAIN}
	changing = []duckdb.StmtType{
		duckdb.STATEMENT_TYPE_INSERT, duckdb.STATEMENT_TYPE_UPDATE, duckdb.STATEMENT_TYPE_DELETE, duckdb.STATEMENT_TYPE_CREATE,
		duckdb.STATEMENT_TYPE_CREATE_FUNC, duckdb.STATEMENT_TYPE_ALTER, duckdb.STATEMENT_TYPE_DROP,
	}
)

// Ask runs a statement that a user wrote: one, of a kind that asks. What it may reach is settled when the file is opened.
func (r *Reader) Ask(ctx context.Context, query string) (*Rows, error) {
	kind, err := kindOf(r.conn, query)
	if err != nil {
		return nil, err
	}
	if !slices.Contains(asking, kind) && !(r.writes && slices.Contains(changing, kind)) {
		if r.writes {
			return nil, ErrNotOnACopy
		}
		return nil, ErrNotAQuestion
	}
	return r.Query(ctx, query)
}

// kindOf prepares a query and returns the kind of its one statement. Querying would not do: of several statements the
// driver runs all but the last before anybody has seen them.
func kindOf(conn *sql.Conn, query string) (kind duckdb.StmtType, err error) {
	err = conn.Raw(func(dc any) error {
		stmt, err := dc.(*duckdb.Conn).Prepare(query)
		if err != nil {
			return err
		}
		defer stmt.Close()
		kind, err = stmt.(*duckdb.Stmt).StatementType()
		return err
	})
	if err != nil && strings.Contains(err.Error(), "multi-statement") {
		return kind, ErrTwoStatements
	}
	return kind, err
}

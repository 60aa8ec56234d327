package load

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"

	"github.com/duckdb/duckdb-go/v2"
)

// ErrNoDatabase: there is no published file yet.
var ErrNoDatabase = errors.New("no such database: make it with: yiyuan run")

// Reader is a published file opened for reading. It keeps the snapshot it opened however often runs publish new ones.
type Reader struct {
	db   *sql.DB
	conn *sql.Conn
}

// OpenReader opens a published file read-only, with no way out of it: no other file, no network, no extension.
func OpenReader(ctx context.Context, path string) (*Reader, error) {
	t, err := targetOf(path)
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(t.file); errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%s: %w", path, ErrNoDatabase)
	}
	connector, err := duckdb.NewConnector(t.file+"?access_mode=READ_ONLY&enable_external_access=false", nil)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, notDatabase(err))
	}
	db := sql.OpenDB(connector)
	conn, err := db.Conn(ctx)
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	r := &Reader{db, conn}
	if err := r.lockDown(ctx); err != nil {
		r.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	return r, nil
}

func (r *Reader) lockDown(ctx context.Context) error {
	var ours bool
	const known = `SELECT count(*) > 0 FROM duckdb_tables() WHERE table_name = 'schema_version'`
	if err := r.conn.QueryRowContext(ctx, known).Scan(&ours); err != nil {
		return err
	}
	if !ours {
		return ErrForeign
	}
	_, err := r.conn.ExecContext(ctx, `SET lock_configuration = true`)
	return err
}

// Query runs one statement and hands out its rows.
func (r *Reader) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	rows, err := r.conn.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return newRows(rows)
}

// Close closes the file.
func (r *Reader) Close() error { return errors.Join(r.conn.Close(), r.db.Close()) }

// DuckDBVersion is the version of the DuckDB inside.
func DuckDBVersion(ctx context.Context) (version string, err error) {
	db, err := sql.Open("duckdb", "")
	if err != nil {
		return "", err
	}
	defer db.Close()
	err = db.QueryRowContext(ctx, `SELECT version()`).Scan(&version)
	return version, err
}

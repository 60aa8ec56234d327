package load

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/duckdb/duckdb-go/v2"
)

// ErrNoDatabase: there is no published file yet.
var ErrNoDatabase = errors.New("no such database: make it with: yiyuan run")

// Reader is a published file opened for reading. It keeps the snapshot it opened however often runs publish new ones.
type Reader struct {
	db     *sql.DB
	conn   *sql.Conn
	writes bool // a copy, which its owner may change
}

// noExtensions: what is not linked in is not loaded either.
const noExtensions = "autoinstall_known_extensions=false&autoload_known_extensions=false&allow_community_extensions=false"

// OpenReader opens a published file read-only, with no way out of it: no other file, no network, no extension.
func OpenReader(ctx context.Context, path string) (*Reader, error) {
	return openReader(ctx, path, "access_mode=READ_ONLY&enable_external_access=false&"+noExtensions, false)
}

// Confinement is what a query that somebody else wrote may have of the machine.
type Confinement struct {
	Memory  int64 // bytes
	Threads int
	Write   bool // the file is a copy that may be changed
}

// OpenConfined opens a file for a query that somebody else wrote: beside being kept inside the file, it is held to some
// memory, and nothing is spilled to disk.
func OpenConfined(ctx context.Context, path string, c Confinement) (*Reader, error) {
	mode := "READ_ONLY"
	if c.Write {
		mode = "READ_WRITE"
	}
	settings := fmt.Sprintf("access_mode=%s&%s&memory_limit=%dB&threads=%d", mode, noExtensions, c.Memory, c.Threads)
	// Where to spill has to be settled while there is access, else the first who asks for enough makes a folder.
	return openReader(ctx, path, settings, c.Write, `SET temp_directory = ''`, `SET enable_external_access = false`)
}

// OpenExporter opens a published file read-only for an export to the one path.
func OpenExporter(ctx context.Context, file, path string) (*Reader, error) {
	abs, err := filepath.Abs(path)
	if err != nil {
		return nil, err
	}
	return openReader(ctx, file, "access_mode=READ_ONLY&"+noExtensions, false,
		`SET allowed_paths = [`+literal(abs)+`]`, `SET enable_external_access = false`)
}

func openReader(ctx context.Context, path, settings string, writes bool, then ...string) (*Reader, error) {
	t, err := targetOf(path)
	if err != nil {
		return nil, err
	}
	switch info, err := os.Stat(t.file); {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: %w", path, ErrNoDatabase)
	case err == nil && !info.Mode().IsRegular():
		return nil, fmt.Errorf("open %s: %w", path, ErrNoFile)
	}
	name, forget := t.file, func() {}
	if !writes {
		if name, forget, err = t.forReading(); err != nil {
			return nil, err
		}
	}
	defer forget()
	connector, err := duckdb.NewConnector(name+"?"+settings, nil)
	if err != nil {
		return nil, fmt.Errorf("open %s: %w", path, notDatabase(held(err)))
	}
	db := sql.OpenDB(connector)
	conn, err := db.Conn(ctx)
	if err != nil {
		db.Close()
		return nil, fmt.Errorf("open %s: %w", path, err)
	}
	r := &Reader{db, conn, writes}
	if err := r.lockDown(ctx, then); err != nil {
		r.Close()
		return nil, fmt.Errorf("open %s: %w", path, notDatabase(err))
	}
	return r, nil
}

func (r *Reader) lockDown(ctx context.Context, settle []string) error {
	var ours bool
	const known = `SELECT count(*) > 0 FROM duckdb_tables() WHERE table_name = 'schema_version'`
	if err := r.conn.QueryRowContext(ctx, known).Scan(&ours); err != nil {
		return err
	}
	if !ours {
		return ErrForeign
	}
	for _, statement := range append(settle, `SET lock_configuration = true`) {
		if _, err := r.conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// Query runs one statement and hands out its rows.
func (r *Reader) Query(ctx context.Context, query string, args ...any) (*Rows, error) {
	rows, err := r.conn.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, err
	}
	return newRows(rows)
}

// Answer runs a question of ours.
func (r *Reader) Answer(ctx context.Context, q Question) (*Rows, error) {
	return r.Query(ctx, q.SQL, q.Args...)
}

// Columns are those of the answer to a question, which is not asked for that.
func (r *Reader) Columns(ctx context.Context, q Question) ([]string, error) {
	rows, err := r.Query(ctx, "FROM (\n"+q.SQL+"\n) LIMIT 0", q.Args...)
	if err != nil {
		return nil, err
	}
	return rows.Columns, rows.Close()
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

package load

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

//go:embed migrations/*.sql
var migrations embed.FS

// ErrNewerSchema: FILE was written by a newer yiyuan.
var ErrNewerSchema = errors.New("the database has a newer schema: install the yiyuan that wrote it, or name another file with --db")

// ErrForeign: FILE is a DuckDB database, but none of ours.
var ErrForeign = errors.New("the database was not made by yiyuan: name another file with --db")

type migration struct {
	version   int
	name, sql string
}

// SchemaVersion is the schema this program writes.
func SchemaVersion() int {
	all, err := migrationList()
	if err != nil {
		panic(err)
	}
	return all[len(all)-1].version
}

// migrationList reads the embedded files NNNN_name.sql; their names sort as their numbers do.
func migrationList() ([]migration, error) {
	entries, err := fs.ReadDir(migrations, "migrations")
	if err != nil {
		return nil, err
	}
	var list []migration
	for i, e := range entries {
		number, name, _ := strings.Cut(strings.TrimSuffix(e.Name(), ".sql"), "_")
		version, err := strconv.Atoi(number)
		if err != nil || version != i+1 {
			return nil, fmt.Errorf("migration %s is out of sequence", e.Name())
		}
		text, err := fs.ReadFile(migrations, "migrations/"+e.Name())
		if err != nil {
			return nil, err
		}
		list = append(list, migration{version, name, string(text)})
	}
	return list, nil
}

// migrate brings the schema of an opened database up to SchemaVersion, one transaction a migration.
func migrate(ctx context.Context, conn *sql.Conn) error {
	all, err := migrationList()
	if err != nil {
		return err
	}
	have, err := schemaOf(ctx, conn)
	if err != nil {
		return err
	}
	if newest := all[len(all)-1].version; have > newest {
		return fmt.Errorf("%w (it has schema %d, this program knows %d)", ErrNewerSchema, have, newest)
	}
	for _, m := range all[have:] {
		if err := apply(ctx, conn, m); err != nil {
			return fmt.Errorf("migration %04d_%s: %w", m.version, m.name, err)
		}
	}
	return nil
}

// schemaOf returns 0 for an empty database.
func schemaOf(ctx context.Context, conn *sql.Conn) (int, error) {
	var tables, ours int
	const inventory = `SELECT count(*), count(*) FILTER (table_name = 'schema_version') FROM duckdb_tables()`
	if err := conn.QueryRowContext(ctx, inventory).Scan(&tables, &ours); err != nil {
		return 0, err
	}
	if ours == 0 {
		if tables > 0 {
			return 0, ErrForeign
		}
		_, err := conn.ExecContext(ctx, `CREATE TABLE schema_version (version INTEGER NOT NULL, name VARCHAR NOT NULL)`)
		return 0, err
	}
	var version int
	err := conn.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM schema_version`).Scan(&version)
	return version, err
}

func apply(ctx context.Context, conn *sql.Conn, m migration) error {
	tx, err := conn.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, m.sql); err != nil {
		return err
	}
	if _, err := tx.ExecContext(ctx, `INSERT INTO schema_version VALUES (?, ?)`, m.version, m.name); err != nil {
		return err
	}
	return tx.Commit()
}

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestEscapes: what a hostile query tries is refused, or stopped in time and memory, and leaves nothing behind.
func TestEscapes(t *testing.T) {
	dir := t.TempDir()
	db := filepath.Join(dir, "a.duckdb")
	if err := run(context.Background(), runOptions{db: db, config: defaultConfig}, nil, new(bytes.Buffer)); err != nil {
		t.Fatal(err)
	}
	secret := filepath.Join(dir, "secret.csv")
	if err := os.WriteFile(secret, []byte("word\nxyzzy\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const (
		closed  = "disabled by configuration"
		kind    = "only one SELECT or EXPLAIN"
		several = "more than one statement"
		memory  = "needs more memory"
		late    = "took longer"
		long    = "longer than 1 MiB"
	)
	for _, c := range []struct{ query, want string }{
		// Files of the machine.
		{`SELECT * FROM read_text('$DIR/secret.csv')`, closed},
		{`SELECT * FROM read_blob('$DIR/secret.csv')`, closed},
		{`SELECT * FROM read_csv('$DIR/secret.csv')`, closed},
		{`SELECT * FROM sniff_csv('$DIR/secret.csv')`, closed},
		{`SELECT * FROM read_json('$DIR/secret.csv')`, closed},
		{`SELECT * FROM read_ndjson_objects('$DIR/secret.csv')`, closed},
		{`SELECT * FROM read_parquet('$DIR/secret.parquet')`, closed},
		{`SELECT * FROM parquet_metadata('$DIR/secret.parquet')`, closed},
		{`SELECT * FROM '$DIR/secret.csv'`, closed},
		{`SELECT * FROM glob('/etc/*')`, closed},
		{`SELECT * FROM query('FROM read_text(''$DIR/secret.csv'')')`, closed},
		{`SELECT * FROM query_table('$DIR/secret.csv')`, closed},
		{`WITH s AS (FROM read_text('$DIR/secret.csv')) SELECT * FROM facts, s`, closed},
		{`EXPLAIN ANALYZE SELECT * FROM read_text('$DIR/secret.csv')`, closed},
		{`SELECT getenv('HOME')`, "getenv"},
		{`SELECT * FROM read_csv('https://example.org/a.csv')`, "refused"},
		// Files it would write.
		{`COPY facts TO '$DIR/out.csv'`, closed},
		{`COPY (SELECT 1) TO '$DIR/out.parquet' (FORMAT parquet)`, closed},
		{`EXPLAIN ANALYZE COPY facts TO '$DIR/out.csv'`, "refused"},
		{`EXPORT DATABASE '$DIR/out'`, "refused"},
		{`IMPORT DATABASE '$DIR/out'`, "refused"},
		{`ATTACH '$DIR/other.duckdb'`, kind},
		{`ATTACH ':memory:' AS m`, kind},
		{`DETACH a`, kind},
		{`SELECT * FROM enable_profiling(format := 'json', save_location := '$DIR/out.json'), facts`, ""},
		{`SELECT * FROM enable_logging(level = 'trace', storage = 'file', storage_path = '$DIR/out'), facts`, ""},
		// The program it runs in.
		{`INSTALL httpfs`, kind},
		{`LOAD '$DIR/evil.duckdb_extension'`, kind},
		{`SET enable_external_access = true`, kind},
		{`SET memory_limit = '100GB'`, kind},
		{`RESET lock_configuration`, kind},
		{`PRAGMA enable_profiling`, kind},
		{`PRAGMA database_list; SELECT 1`, several},
		{`CALL enable_logging()`, kind},
		{`CALL pragma_version()`, kind},
		{`PREPARE p AS SELECT 1`, kind},
		// The tables.
		{`SELECT 1; DROP TABLE facts`, several},
		{`DROP TABLE facts; SELECT 1`, several},
		{`DELETE FROM facts`, kind},
		{`WITH gone AS (SELECT 1) DELETE FROM facts`, kind},
		{`EXPLAIN ANALYZE DELETE FROM facts`, "refused"},
		{`CREATE TABLE t AS SELECT 1`, kind},
		{`CREATE TEMP TABLE t AS SELECT 1`, kind},
		{`CREATE MACRO m() AS 1`, kind},
		{`BEGIN`, kind},
		{`VACUUM`, kind},
		// Memory and time.
		{`SELECT repeat('x', 2000000000)`, memory},
		{`SELECT repeat('x', 20000000) FROM range(1000)`, "refused"},
		{`SELECT list(a.range) FROM range(100000000000) a`, "refused"},
		{`SELECT string_agg(a.range::VARCHAR, '') FROM range(100000000000) a`, "refused"},
		{`SELECT count(*) FROM range(1000000) a, range(1000000) b, range(1000000) c`, late},
		{`SELECT * FROM range(1000000000000000000)`, "refused"},
		{`SELECT count(*) FROM range(100000000000000) a WHERE a.range * a.range = 7`, late},
		{`WITH RECURSIVE r AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r`, late},
		{`SELECT ` + strings.Repeat("(", 100000) + `1` + strings.Repeat(")", 100000), "refused"},
		{`SELECT ` + strings.Repeat("1+", 400000) + `1`, "refused"},
		{`SELECT ` + strings.Repeat("1, ", 10<<20/3) + `1`, long},
	} {
		query := strings.ReplaceAll(c.query, "$DIR", dir)
		name := query[:min(len(query), 60)]
		out, said, peak, err := askAsAUser(t, db, query)
		if c.want == "" { // answered, but without what it asked for beside
			if err != nil {
				t.Errorf("%s: %v: %s", name, err, said)
			}
			continue
		}
		if err == nil {
			t.Errorf("%s was answered: %.100s", name, out)
		}
		if c.want != "refused" && !strings.Contains(said, c.want) {
			t.Errorf("%s: %.300s, want %q", name, said, c.want)
		}
		if strings.Contains(out+said, "xyzzy") || strings.Contains(said, "goroutine ") {
			t.Errorf("%s tells: %.300s%.300s", name, out, said)
		}
		if peak > 1500<<20 {
			t.Errorf("%s took %d MiB", name, peak>>20)
		}
	}
	if got := entries(t, dir); got != "a.duckdb a.duckdb.lock secret.csv" {
		t.Errorf("the folder holds %s", got)
	}
}

// askAsAUser pipes a query to the program, and returns the memory that the greater of it and its child took.
func askAsAUser(t *testing.T, db, query string) (out, said string, peak int64, err error) {
	t.Helper()
	ctx, stop := context.WithTimeout(context.Background(), time.Minute)
	defer stop()
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.CommandContext(ctx, program, "sql", "--db", db, "--timeout", "1s", "--memory", "512", "--format", "csv")
	c.Args[0] = "yiyuan"
	c.Stdin = strings.NewReader(query)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	err = c.Run()
	if errors.Is(ctx.Err(), context.DeadlineExceeded) {
		t.Errorf("%.60s: still running after a minute", query)
	}
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		peak = usage.Maxrss << 10
	}
	return stdout.String(), stderr.String(), peak, err
}

func entries(t *testing.T, dir string) string {
	t.Helper()
	all, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range all {
		names = append(names, e.Name())
	}
	return strings.Join(names, " ")
}

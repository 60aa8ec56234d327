package load

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func foreign(t testing.TB, path string) {
	t.Helper()
	db, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE notes (n INTEGER); INSERT INTO notes VALUES (1)`); err != nil {
		t.Fatal(err)
	}
}

func names(t testing.TB, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for _, e := range entries {
		all = append(all, e.Name())
	}
	return strings.Join(all, " ")
}

func TestReadersKeepTheirSnapshot(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})

	w = begin(t, path, "r1")
	put(t, w, article("b", 1))
	if got := answer(t, path, `SELECT count(*) FROM documents`); got != "1" {
		t.Errorf("during the run %s documents, want the 1 published before", got)
	}
	publish(t, w, Outcome{})
	if got := answer(t, path, `SELECT count(*) FROM documents`); got != "2" {
		t.Errorf("after the run %s documents, want 2", got)
	}
	if info, err := os.Stat(path); err != nil || info.Mode() != 0o444 {
		t.Errorf("published as %v (%v), want it read-only", info.Mode(), err)
	}
	if got := names(t, dir); got != "a.duckdb a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestAbandonLeavesEverythingAsItWas(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	before, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	w = begin(t, path, "r2")
	put(t, w, article("b", 50))
	w.Abandon()
	w.Abandon()
	if after, err := os.ReadFile(path); err != nil || string(after) != string(before) {
		t.Errorf("the file changed (%v)", err)
	}
	if got := names(t, dir); got != "a.duckdb a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
}

func TestARunClearsAwayWhatAKilledOneLeft(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a[1].duckdb")
	for _, left := range []string{".next-20260101T000000.000Z-1", ".next-20260101T000000.000Z-1.wal"} {
		write(t, path+left, "half")
	}
	if err := os.MkdirAll(path+".next-20260101T000000.000Z-1.tmp/spill", 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(dir, "b.duckdb.next-1"), "another database's")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	if got := names(t, dir); got != "a[1].duckdb a[1].duckdb.lock b.duckdb.next-1" {
		t.Errorf("the folder holds %s", got)
	}
}

// A session that had the published file open for writing leaves a log, which DuckDB would replay into the new snapshot.
func TestAStrayLogIsNotReplayed(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	strayLog(t, path)

	var warned []string
	w, err := Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: "r1", Warn: func(s string) { warned = append(warned, s) }})
	if err != nil {
		t.Fatal(err)
	}
	put(t, w, article("b", 1))
	publish(t, w, Outcome{})
	if len(warned) != 1 || !strings.Contains(warned[0], path+".wal") {
		t.Errorf("warnings %q", warned)
	}
	if _, err := os.Stat(path + ".wal"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("the log is still there (%v)", err)
	}
	if got := answer(t, path, `SELECT doc_id FROM documents ORDER BY doc_id`); got != "a b" {
		t.Errorf("documents %s, want a b", got)
	}
}

// strayLog leaves beside path the log of a session that deleted everything and never checkpointed.
func strayLog(t testing.TB, path string) {
	t.Helper()
	careless := filepath.Join(t.TempDir(), "careless.duckdb")
	content, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	write(t, careless, string(content))
	db, err := sql.Open("duckdb", careless)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(`SET wal_autocheckpoint = '1GB'; DELETE FROM documents`); err != nil {
		t.Fatal(err)
	}
	log, err := os.ReadFile(careless + ".wal")
	if err != nil || len(log) == 0 {
		t.Fatalf("no log was written: %v", err)
	}
	write(t, path+".wal", string(log))
}

func TestTheLockNamesItsHolder(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	start := time.Date(2026, 3, 1, 2, 30, 0, 0, time.UTC)
	w, err := Begin(context.Background(), path, Options{Now: start})
	if err != nil {
		t.Fatal(err)
	}
	_, err = Begin(context.Background(), path, Options{Now: time.Now()})
	var locked *LockedError
	if !errors.As(err, &locked) || !errors.Is(err, ErrLocked) {
		t.Fatalf("second Begin: %v", err)
	}
	host, _ := os.Hostname()
	if locked.Host != host || locked.Start != "2026-03-01T02:30:00Z" || locked.PID == "unknown" {
		t.Errorf("holder %+v", locked)
	}
	w.Abandon()
	begin(t, path, "r1").Abandon()
}

func TestALinkStaysALink(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "disk"), 0o755); err != nil {
		t.Fatal(err)
	}
	real, link := filepath.Join(dir, "disk", "a.duckdb"), filepath.Join(dir, "a.duckdb")
	w := begin(t, real, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	if err := os.Symlink(real, link); err != nil {
		t.Fatal(err)
	}
	w = begin(t, link, "r1")
	put(t, w, article("b", 1))
	publish(t, w, Outcome{})
	if got := answer(t, real, `SELECT count(*) FROM documents`); got != "2" {
		t.Errorf("%s documents behind the link, want 2", got)
	}
}

func TestNamesThatCannotBeOpened(t *testing.T) {
	for _, name := range []string{"a?b.duckdb", "50%.duckdb", "a#b.duckdb"} {
		if _, err := Begin(context.Background(), filepath.Join(t.TempDir(), name), Options{}); err == nil {
			t.Errorf("%s was opened", name)
		}
	}
	if _, err := OpenReader(context.Background(), filepath.Join(t.TempDir(), "none.duckdb")); !errors.Is(err, ErrNoDatabase) {
		t.Errorf("no file: %v", err)
	}
	theirs := filepath.Join(t.TempDir(), "theirs.duckdb")
	foreign(t, theirs)
	if _, err := OpenReader(context.Background(), theirs); !errors.Is(err, ErrForeign) {
		t.Errorf("someone else's: %v", err)
	}
}

func TestAReaderReachesNothingElse(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	write(t, filepath.Join(dir, "secret.csv"), "a,b\n1,2\n")
	r := open(t, path)
	for _, q := range []string{
		`DELETE FROM facts`, `CREATE TABLE t (n INTEGER)`, `SELECT * FROM read_csv('` + dir + `/secret.csv')`,
		`SELECT * FROM read_text('` + dir + `/secret.csv')`, `SELECT * FROM glob('/*')`, `COPY facts TO '` + dir + `/out.csv'`,
		`ATTACH '` + dir + `/other.duckdb'`, `SET enable_external_access = true`, `SET threads = 1`, `INSTALL httpfs`,
		`EXPORT DATABASE '` + dir + `/out'`,
	} {
		if rows, err := r.Query(context.Background(), q); err == nil {
			rows.Close()
			t.Errorf("%s was run", q)
		}
	}
	if got := names(t, dir); got != "a.duckdb a.duckdb.lock secret.csv" {
		t.Errorf("the folder holds %s", got)
	}
}

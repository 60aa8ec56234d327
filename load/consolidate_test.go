package load

import (
	"database/sql"
	"os"
	"path/filepath"
	"testing"
)

// change writes to a published file, as no one should.
func change(t *testing.T, path, statement string) {
	t.Helper()
	if err := os.Chmod(path, 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("duckdb", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec(statement); err != nil {
		t.Fatal(err)
	}
}

// The series are made where something changed that they are made of, and left alone where not.
func TestSeriesAreMadeAnewWhereSomethingChanged(t *testing.T) {
	const made, left = "1", "0"
	for name, tt := range map[string]struct {
		statement string
		again     bool // the document is read again
		want      string
	}{
		"nothing":      {`SELECT 1`, false, left},
		"a document":   {`SELECT 1`, true, made},
		"a correction": {`INSERT INTO corrections VALUES ('f', 'value', '1', 'someone', 'the original says so', '2', true)`, false, made},
		"the SQL":      {`UPDATE series_version SET version = 'older'`, false, made},
		"an old file":  {`DELETE FROM series_version`, false, made},
	} {
		t.Run(name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "a.duckdb")
			w := begin(t, path, "r1")
			put(t, w, article("a", 3))
			publish(t, w, Outcome{})
			if got := answer(t, path, `SELECT count(*) FROM coverage`); got != made {
				t.Fatalf("the first run covers %s documents", got)
			}
			change(t, path, `DELETE FROM coverage`)
			change(t, path, tt.statement)
			change(t, path, `UPDATE seals SET seal = 'another DuckDB' WHERE part = 'engine'`) // which is taken as it is
			w = begin(t, path, "r1")
			if tt.again {
				put(t, w, article("a", 3))
			} else {
				w.Keep("a")
			}
			publish(t, w, Outcome{})
			if got := answer(t, path, `SELECT count(*) FROM coverage`); got != tt.want {
				t.Errorf("%s documents covered, want %s", got, tt.want)
			}
		})
	}
}

package load

import (
	"bufio"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestMain runs the tests, and is the other process some of them need.
func TestMain(m *testing.M) {
	if path := os.Getenv("YIYUAN_TEST_SESSION"); path != "" {
		session(path, os.Getenv("YIYUAN_TEST_STATEMENT"))
	}
	os.Exit(m.Run())
}

// session has the file open for writing until it is told to end.
func session(path, statement string) {
	db, err := sql.Open("duckdb", path)
	if err == nil {
		db.SetMaxOpenConns(1)
		_, err = db.Exec(statement)
	}
	fmt.Println("open", err)
	bufio.NewReader(os.Stdin).ReadString('\n')
	os.Exit(0)
}

// openSession starts a process that has the file open for writing, has run the statement, and does not end.
func openSession(t *testing.T, path, statement string) (pid int) {
	t.Helper()
	if err := os.Chmod(path, 0o644); err != nil {
		t.Fatal(err)
	}
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), "YIYUAN_TEST_SESSION="+path, "YIYUAN_TEST_STATEMENT="+statement)
	in, err := c.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { in.Close(); c.Wait() })
	if said, err := bufio.NewReader(out).ReadString('\n'); said != "open <nil>\n" {
		t.Fatalf("the session says %q (%v)", said, err)
	}
	return c.Process.Pid
}

// warned begins a run and tells what it warns of.
func warned(t *testing.T, path string, warnings *[]string) *Writer {
	t.Helper()
	w, err := Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: "r1", Warn: func(s string) { *warnings = append(*warnings, s) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Abandon)
	return w
}

// readAll reads the documents again where the run asks for it, as the pipeline does.
func readAll(t *testing.T, w *Writer, ids ...string) {
	t.Helper()
	for _, id := range ids {
		a := article(id, 2)
		if w.Unchanged(id, a.Document.SHA256) {
			w.Keep(id)
			continue
		}
		put(t, w, a)
	}
}

func firstRun(t *testing.T, dir string, ids ...string) (path string, digest []TableDigest) {
	t.Helper()
	path = filepath.Join(dir, "a.duckdb")
	w := begin(t, path, "r1")
	w.corrections = []Correction{{ids[0] + "-f0", "value", "7", "someone", "the original says so"}}
	readAll(t, w, ids...)
	publish(t, w, Outcome{})
	return path, digestOf(t, path)
}

func same(a, b []TableDigest) bool { return fmt.Sprint(a) == fmt.Sprint(b) }

// Whatever someone changes in the published file, the next run finds it, and publishes what it would have without.
func TestWhatSomeoneChangesIsNotPublished(t *testing.T) {
	for name, tt := range map[string]struct{ statement, says string }{
		"a value":           {`UPDATE facts SET value = 1 WHERE doc_id = 'a'`, "the rows of 1 documents (a)"},
		"a document less":   {`DELETE FROM documents WHERE doc_id = 'b'; DELETE FROM facts WHERE doc_id = 'b'; DELETE FROM mentions WHERE doc_id = 'b'; DELETE FROM repairs WHERE doc_id = 'b'`, "the rows of 1 documents (b)"},
		"a document more":   {`INSERT INTO documents BY NAME SELECT * REPLACE ('ghost' AS doc_id) FROM documents WHERE doc_id = 'a'`, "ghost"},
		"two facts swapped": {`UPDATE facts SET doc_id = CASE doc_id WHEN 'a' THEN 'b' ELSE 'a' END`, "the rows of 2 documents"},
		"the series":        {`DELETE FROM coverage`, "coverage"},
		"a region":          {`INSERT INTO regions (code, name, level) VALUES ('999999', '乌有乡', 'county')`, "regions"},
		"a table":           {`CREATE TABLE notes AS SELECT 1 AS n`, "notes"},
		"a schema":          {`CREATE SCHEMA mine; CREATE TABLE mine.facts AS SELECT 1 AS n`, "what tables there are"},
		"a table less":      {`DROP TABLE repairs`, "what tables there are"},
		"the seals":         {`DROP TABLE seals`, "what tables there are"},
		"the seals' rows":   {`DELETE FROM seals`, "the rows of 2 documents"},
		"a run":             {`UPDATE runs SET written = 9`, "runs"},
	} {
		t.Run(name, func(t *testing.T) {
			path, want := firstRun(t, t.TempDir(), "a", "b")
			change(t, path, tt.statement)
			var warnings []string
			w := warned(t, path, &warnings)
			w.corrections = []Correction{{"a-f0", "value", "7", "someone", "the original says so"}}
			readAll(t, w, "a", "b")
			report := publish(t, w, Outcome{})
			if len(warnings) != 1 || !strings.Contains(warnings[0], tt.says) || !strings.Contains(warnings[0], path+".altered") {
				t.Errorf("warnings %q, want one that says %q", warnings, tt.says)
			}
			if report.Written != 2 || report.Failed != 0 {
				t.Errorf("report %+v, want both read again", report)
			}
			if got := digestOf(t, path); !same(got, want) {
				t.Errorf("digest %v, want %v", got, want)
			}
			if got := names(t, filepath.Dir(path)); got != "a.duckdb a.duckdb.altered a.duckdb.lock" {
				t.Errorf("the folder holds %s", got)
			}
			w = warned(t, path, &warnings)
			readAll(t, w, "a", "b")
			if report := publish(t, w, Outcome{}); report.Unchanged != 2 || len(warnings) != 1 {
				t.Errorf("the run after: %+v, %q", report, warnings)
			}
		})
	}
}

// What nobody changed is not read again: a copy under another name, a session that only looked, one that put all back.
func TestWhatNobodyChangedIsKept(t *testing.T) {
	for name, do := range map[string]func(t *testing.T, path string) string{
		"nothing": func(t *testing.T, path string) string { return path },
		"a copy elsewhere, of another time": func(t *testing.T, path string) string {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			to := filepath.Join(t.TempDir(), "moved.duckdb")
			write(t, to, string(content))
			return to
		},
		"a change taken back": func(t *testing.T, path string) string {
			change(t, path, `UPDATE facts SET confidence = 0.5; CHECKPOINT; UPDATE facts SET confidence = NULL; CREATE TABLE t (n INTEGER); DROP TABLE t`)
			return path
		},
		"a run that changes nothing": func(t *testing.T, path string) string {
			w := begin(t, path, "r1")
			readAll(t, w, "a", "b")
			publish(t, w, Outcome{})
			return path
		},
		"a run that meets one of them": func(t *testing.T, path string) string {
			w := begin(t, path, "r1")
			put(t, w, article("b", 2))
			publish(t, w, Outcome{})
			return path
		},
		"a failure": func(t *testing.T, path string) string {
			w := begin(t, path, "r1")
			w.Fail(Failure{DocID: "c", Kind: "empty"})
			w.Keep("a")
			publish(t, w, Outcome{})
			return path
		},
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := firstRun(t, t.TempDir(), "a", "b")
			path = do(t, path)
			var warnings []string
			w := warned(t, path, &warnings)
			readAll(t, w, "a", "b")
			if report := publish(t, w, Outcome{}); report.Unchanged != 2 || len(warnings) != 0 {
				t.Errorf("report %+v, warnings %q", report, warnings)
			}
		})
	}
}

// A run that does not name the source of every document keeps those that nobody changed, and says which it cannot keep.
func TestDocumentsOfOtherSourcesSurviveAChange(t *testing.T) {
	path, _ := firstRun(t, t.TempDir(), "a", "b", "c", "d")
	w := begin(t, path, "r1")
	w.Fail(Failure{DocID: "c", Kind: "empty"})
	w.Fail(Failure{DocID: "e", Kind: "binary"})
	w.Keep("a")
	publish(t, w, Outcome{})
	change(t, path, `UPDATE facts SET value = 1 WHERE doc_id IN ('a', 'b')`)
	changed, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}

	var warnings []string
	w = warned(t, path, &warnings)
	readAll(t, w, "a")
	w.Fail(Failure{DocID: "d", Kind: "transform"})
	report := publish(t, w, Outcome{Keep: 3})
	if report.Written != 1 || report.Failures[KindAltered] != 1 || report.Holds.Documents != 3 {
		t.Errorf("report %+v, want a read, c and d kept, b wanting", report)
	}
	for query, want := range map[string]string{
		`SELECT doc_id FROM documents ORDER BY doc_id`:                                                       "a c d",
		`SELECT DISTINCT doc_id FROM facts WHERE value = 1`:                                                  "",
		`SELECT doc_id || ' ' || kind FROM failures ORDER BY doc_id`:                                         "b altered c empty d transform e binary",
		`SELECT count(*) FROM runs`:                                                                          "3",
		`SELECT fact_id || ' ' || applied FROM corrections`:                                                  "a-f0 true",
		`SELECT count(DISTINCT doc_id) FROM coverage`:                                                        "3",
		`SELECT count(*) FROM facts LEFT JOIN mentions USING (mention_id) WHERE mentions.mention_id IS NULL`: "0",
	} {
		if got := answer(t, path, query); got != want {
			t.Errorf("%s: %q, want %q", query, got, want)
		}
	}
	if kept, err := os.ReadFile(path + ".altered"); err != nil || string(kept) != string(changed) {
		t.Errorf("the changed file is not kept (%v)", err)
	}
	if there(path + ".1") {
		t.Error("the changed file was kept as a snapshot")
	}

	w = warned(t, path, &warnings)
	readAll(t, w, "b")
	publish(t, w, Outcome{})
	if got := answer(t, path, `SELECT count(*) FROM failures WHERE kind = 'altered'`); got != "0" {
		t.Errorf("%s failures are left when the document was read", got)
	}

	change(t, path, `DELETE FROM facts WHERE doc_id = 'b'`)
	w = warned(t, path, &warnings)
	readAll(t, w, "a")
	if report := publish(t, w, Outcome{Prune: true}); report.Holds.Documents != 1 || report.Failed != 0 || report.Pruned != 2 {
		t.Errorf("pruning: %+v", report)
	}
}

// A session that never ends: what it has written to the file before the run, in its log, and after.
func TestASessionThatNeverEnds(t *testing.T) {
	for name, tt := range map[string]struct {
		statement string
		altered   bool
	}{
		"checkpointed":     {`DELETE FROM facts WHERE doc_id = 'a'; CHECKPOINT`, true},
		"in its log alone": {`SET wal_autocheckpoint = '1GB'; DELETE FROM facts WHERE doc_id = 'a'`, false},
		"nothing":          {`SELECT 1`, false},
	} {
		t.Run(name, func(t *testing.T) {
			path, want := firstRun(t, t.TempDir(), "a", "b")
			pid := openSession(t, path, tt.statement)

			var refused *HeldError
			_, err := OpenReader(context.Background(), path)
			if !errors.Is(err, ErrHeld) || !errors.As(err, &refused) || refused.PID != fmt.Sprint(pid) {
				t.Errorf("a reader is told %v, want that pid %d has it", err, pid)
			} else if strings.Contains(err.Error(), ".next-") || !strings.Contains(err.Error(), "read_only=True") {
				t.Errorf("a reader is told %v", err)
			}

			for n := range 2 {
				var warnings []string
				w := warned(t, path, &warnings)
				readAll(t, w, "a", "b")
				publish(t, w, Outcome{})
				if got := digestOf(t, path); !same(got, want) {
					t.Errorf("run %d: digest %v, want %v", n, got, want)
				}
				if there(path+".altered") != tt.altered {
					t.Errorf("run %d: the folder holds %s", n, names(t, filepath.Dir(path)))
				}
				if got := len(warnings); n == 1 && got > 0 {
					t.Errorf("the second run warns again: %q", warnings)
				}
			}
		})
	}
}

// A session that writes while the run is at work: what it wrote is kept beside.
func TestASessionDuringTheRun(t *testing.T) {
	path, want := firstRun(t, t.TempDir(), "a", "b")
	var warnings []string
	w := warned(t, path, &warnings)
	readAll(t, w, "a", "b")
	openSession(t, path, `DELETE FROM facts WHERE doc_id = 'a'; CHECKPOINT`)
	publish(t, w, Outcome{Keep: 2})
	if len(warnings) != 1 || !strings.Contains(warnings[0], "during the run") {
		t.Errorf("warnings %q", warnings)
	}
	if got := digestOf(t, path); !same(got, want) {
		t.Errorf("digest %v, want %v", got, want)
	}
	if got := names(t, filepath.Dir(path)); got != "a.duckdb a.duckdb.altered a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
}

// A run that reads everything anew leaves a file as long as the one before, though it writes all rows beside the old ones.
func TestReadingAnewLeavesNoHoles(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	random := rand.New(rand.NewPCG(1, 2))
	var lengths []int64
	for n := range 3 {
		a := article("a", 1)
		var text strings.Builder
		text.WriteString(a.Document.Text)
		for text.Len() < 6<<20 {
			text.WriteRune('一' + rune(random.IntN(20000)))
		}
		a.Document.SourceText, a.Document.SHA256 = text.String(), fmt.Sprint(n)
		w := begin(t, path, "r1")
		put(t, w, a)
		publish(t, w, Outcome{})
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		lengths = append(lengths, info.Size())
	}
	if lengths[1] > lengths[0]*5/4 || lengths[2] > lengths[0]*5/4 {
		t.Errorf("the file is %d bytes long, one after another", lengths)
	}
	if got := answer(t, path, `SELECT count(*) FROM documents`); got != "1" {
		t.Errorf("%s documents", got)
	}
	if got := names(t, filepath.Dir(path)); got != "a.duckdb a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
}

package main

import (
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"yiyuan"
	"yiyuan/load"
	"yiyuan/transform"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"yiyuan": func() {
		impatient()
		main()
	}})
}

// The scripts of testdata run the program as users do. Two commands stand for a run that is under way:
//
//	running FILE    begins a run on FILE and holds it, one document written and not published
//	published       publishes it
//	alter FILE SQL  changes a published file, as a careless notebook does
//
// A site on the loopback interface has ten articles, and yiyuan.yaml names it:
//
//	site            starts it
//	sitechange      changes an article, takes another away, and lists one that is not there
//	sitecopy        puts an article under a shorter address too, and lists that
//	siteempty       leaves nothing of an article but its frame
//	sitedown        ends it
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata",
		Setup: func(e *testscript.Env) error {
			host, err := os.Hostname()
			e.Setenv("HOST", host)
			e.Setenv("PID", fmt.Sprint(os.Getpid()))
			return err
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"running": running, "published": published, "status": status, "site": site, "sitedown": sitedown, "sitechange": sitechange, "sitecopy": sitecopy, "siteempty": siteempty, "alter": alter,
		},
	})
}

var underWay = map[*testscript.TestScript]*load.Writer{}

func running(ts *testscript.TestScript, _ bool, args []string) {
	start := time.Date(2026, 3, 1, 2, 30, 0, 0, time.UTC)
	w, err := load.Begin(context.Background(), ts.MkAbs(args[0]), load.Options{Now: start, RulesVersion: transform.RulesVersion()})
	ts.Check(err)
	ts.Defer(w.Abandon)
	c, err := load.Check(&yiyuan.Reading{Document: yiyuan.Document{DocID: "under way", Text: "一派丰收景象。"}})
	ts.Check(err)
	ts.Check(w.Put(c))
	underWay[ts] = w
}

func published(ts *testscript.TestScript, _ bool, _ []string) {
	_, err := underWay[ts].Publish(context.Background(), load.Outcome{Now: time.Now()})
	ts.Check(err)
	delete(underWay, ts)
}

func alter(ts *testscript.TestScript, _ bool, args []string) {
	ts.Check(os.Chmod(ts.MkAbs(args[0]), 0o644))
	db, err := sql.Open("duckdb", ts.MkAbs(args[0]))
	ts.Check(err)
	_, err = db.Exec(args[1])
	ts.Check(err)
	ts.Check(db.Close())
}

// status N yiyuan ARGS... runs a command that must end with exit status N.
func status(ts *testscript.TestScript, _ bool, args []string) {
	err := ts.Exec(args[1], args[2:]...)
	got := "0"
	if err != nil {
		got = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if got != args[0] {
		ts.Fatalf("exit status %s, want %s", got, args[0])
	}
}

// TestHelp: every command has an example, and none starts without one.
func TestHelp(t *testing.T) {
	for _, c := range root().Commands() {
		if c.Name() == "help" || c.Name() == "completion" {
			continue
		}
		if !strings.Contains(c.Example, "yiyuan "+c.Name()) || c.Short == "" {
			t.Errorf("%s: example %q, short %q", c.Name(), c.Example, c.Short)
		}
	}
}

// TestSeeds runs the real texts beside the repository through the whole street.
func TestSeeds(t *testing.T) {
	seeds := filepath.Join("..", "..", "..", "shared", "seeds")
	if _, err := os.Stat(seeds); err != nil {
		t.Skip("the seed texts are not beside the repository:", err)
	}
	db := filepath.Join(t.TempDir(), "s.duckdb")
	var out strings.Builder
	if err := run(context.Background(), runOptions{db: db}, []string{seeds}, &out); err != nil {
		t.Fatal(err)
	}
	r, err := load.OpenReader(context.Background(), db)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	rows, err := r.Query(context.Background(), `SELECT count(*) FROM facts HAVING count(*) > 0`)
	if err != nil {
		t.Fatal(err)
	}
	if err := printRows(&out, rows, "jsonl", 0); err != nil || out.Len() == 0 {
		t.Errorf("the seeds gave no fact: %q, %v", out.String(), err)
	}
}

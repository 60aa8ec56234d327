//go:build e2e

package main_test

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestE2ECron lets Debian's cron run the command twice, as deploy/crontab does once a night: the first run reads the corpus,
// the second finds nothing new, and both exit 0.
func TestE2ECron(t *testing.T) {
	if os.Geteuid() != 0 {
		t.Skip("cron takes entries from root alone: run make e2e as root to test it")
	}
	cron, err := exec.LookPath("cron")
	if err != nil {
		t.Skip("cron is not installed: apt-get install cron")
	}
	binary, err := filepath.Abs("../../bin/yiyuan")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	if err := os.Chmod(dir, 0o755); err != nil {
		t.Fatal(err)
	}
	write := func(name, text string) {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Mkdir(filepath.Join(dir, "news"), 0o755); err != nil {
		t.Fatal(err)
	}
	write(filepath.Join(dir, "news", "a.txt"), "2024年，清流县实现工业产值33亿元。\n")
	const entry = "/etc/cron.d/yiyuan-e2e"
	write(entry, fmt.Sprintf("SHELL=/bin/sh\n* * * * * root cd %s && { %s run news --json >>run.jsonl 2>>run.log; echo $? >>status; }\n", dir, binary))
	t.Cleanup(func() { os.Remove(entry) })
	daemon := exec.Command(cron, "-f")
	if err := daemon.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { daemon.Process.Kill(); daemon.Wait() })

	statuses := ""
	for waited := 0; strings.Count(statuses, "\n") < 2; waited++ {
		if waited > 180 {
			log, _ := os.ReadFile(filepath.Join(dir, "run.log"))
			t.Fatalf("cron did not run the command twice in three minutes: %q\n%s", statuses, log)
		}
		time.Sleep(time.Second)
		text, _ := os.ReadFile(filepath.Join(dir, "status"))
		statuses = string(text)
	}
	if statuses != "0\n0\n" {
		t.Errorf("exit statuses %q, want 0 twice", statuses)
	}
	reports, err := os.Open(filepath.Join(dir, "run.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer reports.Close()
	decoder := json.NewDecoder(reports)
	for i, want := range []struct{ written, unchanged int }{{1, 0}, {0, 1}} {
		var r struct{ Written, Unchanged int }
		if err := decoder.Decode(&r); err != nil {
			t.Fatal(err)
		}
		if r.Written != want.written || r.Unchanged != want.unchanged {
			t.Errorf("run %d: %d written, %d unchanged, want %d and %d", i+1, r.Written, r.Unchanged, want.written, want.unchanged)
		}
	}
}

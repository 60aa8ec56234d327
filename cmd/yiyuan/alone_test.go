package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"yiyuan/load"
)

// Runs that are left alone meet kill -9, readers at every hour and full disks. Each test takes a measure of how often; a
// plain go test does a tenth of what make soak does.

// alone is a folder that a program of its own reads, in one of two states, and the digest each state gives undisturbed.
type alone struct {
	t                *testing.T
	program, dir, db string
	want             [2]string
	took             time.Duration
}

func leftAlone(t *testing.T, documents int) *alone {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	a := &alone{t: t, program: filepath.Join(dir, "yiyuan"), dir: dir, db: filepath.Join(dir, "a.duckdb")}
	if err := os.Symlink(self, a.program); err != nil {
		t.Fatal(err)
	}
	for state := range 2 {
		folder := a.folder(state)
		if err := os.MkdirAll(folder, 0o755); err != nil {
			t.Fatal(err)
		}
		for n := range documents {
			var text strings.Builder
			for line := range 40 {
				fmt.Fprintf(&text, "2024年，全县实现地区生产总值%d.%d亿元，增长%d.%d%%。\n", 100+n, line%10, state+3, n%10)
			}
			name := filepath.Join(folder, fmt.Sprintf("%03d.txt", n))
			if err := os.WriteFile(name, []byte(text.String()), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for state := range 2 {
		start := time.Now()
		a.green(a.db, state)
		a.took = max(a.took, time.Since(start))
		a.want[state] = a.digest(a.db)
	}
	if a.want[0] == a.want[1] {
		t.Fatal("the two states give one digest")
	}
	return a
}

func (a *alone) folder(state int) string { return filepath.Join(a.dir, fmt.Sprint(state), "news") }

func (a *alone) run(db string, state int) *exec.Cmd {
	return exec.Command(a.program, "run", a.folder(state), "--db", db)
}

// green runs undisturbed, which must end with status 0.
func (a *alone) green(db string, state int) {
	a.t.Helper()
	if said, err := a.run(db, state).CombinedOutput(); err != nil {
		a.t.Fatalf("a run that nobody disturbs: %v\n%s", err, said)
	}
}

func (a *alone) digest(db string) string {
	a.t.Helper()
	r, err := load.OpenReader(context.Background(), db)
	if err != nil {
		a.t.Fatal(err)
	}
	defer r.Close()
	d, err := r.Digest(context.Background())
	if err != nil {
		a.t.Fatal(err)
	}
	return fmt.Sprint(d)
}

// killed ends runs by kill -9 at random instants. What is published is the state before or the one after, whole, and the
// next run is green.
func killed(t *testing.T, times int) {
	a := leftAlone(t, 60)
	before, during := 1, 0
	for n := range times {
		state := n % 2
		c := a.run(a.db, state)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(rand.N(a.took))
		c.Process.Signal(syscall.SIGKILL)
		if c.Wait() != nil {
			during++
		}
		if got := a.digest(a.db); got != a.want[before] && got != a.want[state] {
			t.Fatalf("kill %d: the published file is neither the one before nor the one after", n)
		}
		a.green(a.db, state)
		if a.digest(a.db) != a.want[state] {
			t.Fatalf("kill %d: the next run gives another digest", n)
		}
		before = state
	}
	t.Logf("%d kills, %d before the run had ended, within %v of its start; the digest was that of an undisturbed run after each", times, during, a.took)
}

// readWhilePublished has eight readers ask again and again, after a pause, while runs publish, and one keep what it opened.
func readWhilePublished(t *testing.T, publishes int, pause time.Duration) {
	a := leftAlone(t, 20)
	held, err := load.OpenReader(context.Background(), a.db)
	if err != nil {
		t.Fatal(err)
	}
	defer held.Close()
	heldDigest := func() string {
		d, err := held.Digest(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(d)
	}
	var stop atomic.Bool
	var asked atomic.Int64
	var readers sync.WaitGroup
	for range 8 {
		readers.Go(func() {
			for !stop.Load() {
				out, err := exec.Command(a.program, "sql", "--db", a.db, "--format", "csv",
					"SELECT count(DISTINCT doc_id), count(*), count(DISTINCT fact_id), count(DISTINCT run_id) FROM facts").CombinedOutput()
				asked.Add(1)
				time.Sleep(pause)
				if answer := strings.Split(strings.TrimSpace(string(out)), "\n"); err != nil || answer[len(answer)-1] != "20,1600,1600,1" {
					t.Errorf("a reader: %v, %s", err, out)
					return
				}
			}
		})
	}
	for n := range publishes {
		a.green(a.db, n%2)
	}
	stop.Store(true)
	readers.Wait()
	if heldDigest() != a.want[1] {
		t.Error("the reader that kept the file open sees another")
	}
	t.Logf("%d publishes, %d questions by eight readers", publishes, asked.Load())
}

// fullDisk leaves less and less room on a small file system.
func fullDisk(t *testing.T, rooms int) {
	a := leftAlone(t, 60)
	mount := filepath.Join(a.dir, "small")
	if err := os.Mkdir(mount, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mount("tmpfs", mount, "tmpfs", 0, "size=64m"); err != nil {
		t.Skip("no file system can be mounted here:", err)
	}
	t.Cleanup(func() { syscall.Unmount(mount, syscall.MNT_DETACH) })
	db, filler := filepath.Join(mount, "a.duckdb"), filepath.Join(mount, "filler")
	a.green(db, 0)
	full, enough := 0, 0
	for n := range rooms {
		room := int64(n) * (20 << 20) / int64(rooms)
		var fs syscall.Statfs_t
		if err := syscall.Statfs(mount, &fs); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filler, bytes.Repeat([]byte{1}, int(max(0, int64(fs.Bavail)*fs.Bsize-room))), 0o644); err != nil && !errors.Is(err, syscall.ENOSPC) {
			t.Fatal(err)
		}
		said, err := a.run(db, 1).CombinedOutput()
		var ended *exec.ExitError
		switch {
		case err == nil:
			enough++
		case errors.As(err, &ended) && ended.ExitCode() == statusNothing && strings.Contains(string(said), "the disk is full"):
			full++
			if a.digest(db) != a.want[0] {
				t.Errorf("%d bytes of room: the file is not the one before", room)
			}
		default:
			t.Errorf("%d bytes of room: %v\n%s", room, err, said)
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		a.green(db, 1)
		if a.digest(db) != a.want[1] {
			t.Errorf("%d bytes of room: the next run gives another digest", room)
		}
		a.green(db, 0)
		if left, _ := filepath.Glob(db + ".*"); len(left) != 1 {
			t.Errorf("%d bytes of room: left %v", room, left)
		}
	}
	if full == 0 || enough == 0 {
		t.Errorf("%d of %d runs met a full disk and %d did not, want some of each", full, rooms, enough)
	}
	t.Logf("%d runs on a disk with 0 to 20 MiB free: %d were told that it is full, %d had enough", rooms, full, enough)
}

func TestRunsAreKilled(t *testing.T)           { killed(t, 20) }
func TestReadersWhileRunsPublish(t *testing.T) { readWhilePublished(t, 20, time.Second) }
func TestRunsOnADiskThatIsFull(t *testing.T)   { fullDisk(t, 5) }

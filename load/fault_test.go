package load

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// faulty is a disk that fails with err at one step, counted from 0. Where kill is set the process ends there: every later
// step fails too, those of clearing up among them.
type faulty struct {
	realDisk
	at, n int
	err   error
	kill  bool
	steps []string
}

func (f *faulty) step(what string) error {
	f.steps = append(f.steps, what)
	f.n++
	if f.n-1 == f.at || f.kill && f.n-1 > f.at {
		return fmt.Errorf("%s: %w", what, f.err)
	}
	return nil
}

// faultyFile takes its writes for one step, which fails at the second of them.
type faultyFile struct {
	io.WriteCloser
	disk   *faulty
	writes int
}

func (f *faultyFile) Write(p []byte) (int, error) {
	if f.writes++; f.writes == 2 {
		if err := f.disk.step("write"); err != nil {
			n, _ := f.WriteCloser.Write(p[:len(p)/2]) // as a full disk does
			return n, err
		}
	}
	return f.WriteCloser.Write(p)
}

func (f *faultyFile) Close() error {
	return errors.Join(f.disk.step("close"), f.WriteCloser.Close())
}

func (f *faulty) create(name string) (io.WriteCloser, error) {
	if err := f.step("create"); err != nil {
		return nil, err
	}
	to, err := f.realDisk.create(name)
	return &faultyFile{WriteCloser: to, disk: f}, err
}

func (f *faulty) sync(name string) error {
	if err := f.step("sync"); err != nil {
		return err
	}
	return f.realDisk.sync(name)
}

func (f *faulty) chmod(name string, mode fs.FileMode) error {
	if err := f.step("chmod"); err != nil {
		return err
	}
	return f.realDisk.chmod(name, mode)
}

func (f *faulty) link(from, to string) error {
	if err := f.step("link"); err != nil {
		return err
	}
	return f.realDisk.link(from, to)
}

func (f *faulty) remove(name string) error {
	if err := f.step("remove"); err != nil {
		return err
	}
	return f.realDisk.remove(name)
}

func (f *faulty) rename(from, to string) error {
	if err := f.step("rename"); err != nil {
		return err
	}
	return f.realDisk.rename(from, to)
}

// generation publishes the document a in its n-th state, on the disk given.
func generation(path string, n int, d disk) error {
	w, err := Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: fmt.Sprint("r", n), disk: d})
	if err != nil {
		return err
	}
	defer w.Abandon()
	a := article("a", 1)
	a.Document.Parts = n
	c, err := Check(&a)
	if err != nil {
		return err
	}
	if err := w.Put(c); err != nil {
		return err
	}
	_, err = w.Publish(context.Background(), Outcome{Now: time.Now(), Keep: 3})
	return err
}

// threeGenerations makes a folder with three snapshots, and copies of it.
func threeGenerations(t *testing.T) (copied func() (dir, path string)) {
	t.Helper()
	first := t.TempDir()
	for n := 1; n <= 3; n++ {
		if err := generation(filepath.Join(first, "a.duckdb"), n, nil); err != nil {
			t.Fatal(err)
		}
	}
	return func() (string, string) {
		dir := t.TempDir()
		if err := os.CopyFS(dir, os.DirFS(first)); err != nil {
			t.Fatal(err)
		}
		return dir, filepath.Join(dir, "a.duckdb")
	}
}

// Whatever step fails, and however, FILE is the one before or the one after, whole, and the next run ends well.
func TestEveryStepMayFail(t *testing.T) {
	copied := threeGenerations(t)
	for at := 0; ; at++ {
		dir, path := copied()
		fault := []error{syscall.EIO, syscall.ENOSPC}[at%2]
		d := &faulty{at: at, err: fault}
		err := generation(path, 4, d)
		if at >= len(d.steps) {
			if err != nil {
				t.Fatalf("no step fails, and yet: %v", err)
			}
			t.Logf("a fault at each of %d steps: %s", at, strings.Join(d.steps, " "))
			if at < 8 {
				t.Errorf("only %d steps pass through the disk", at)
			}
			break
		}
		step := fmt.Sprintf("%v at step %d (%s)", fault, at, d.steps[at])
		published := d.steps[at] == "sync" && d.steps[max(0, at-1)] == "rename" // the folder is synced last
		if err == nil && d.steps[at] != "link" && d.steps[at] != "remove" {
			t.Errorf("%s: no error", step)
		}
		if errors.Is(fault, syscall.ENOSPC) && err != nil && !errors.Is(err, ErrDiskFull) {
			t.Errorf("%s: %v, want it to say that the disk is full", step, err)
		}
		want := "3"
		if err == nil || published {
			want = "4"
		}
		if got := answer(t, path, `SELECT n_parts FROM documents`); got != want {
			t.Errorf("%s: state %s, want %s", step, got, want)
		}
		if err := generation(path, 5, nil); err != nil {
			t.Errorf("%s: the next run: %v", step, err)
		}
		if got := names(t, dir); strings.Contains(got, ".next-") {
			t.Errorf("%s: the folder holds %s", step, got)
		}
		if got := answer(t, path, `SELECT n_parts FROM documents`); got != "5" {
			t.Errorf("%s: after the next run state %s, want 5", step, got)
		}
	}
}

// A run killed at any step of publishing loses no snapshot and no number comes twice.
func TestAKillLosesNoSnapshot(t *testing.T) {
	copied := threeGenerations(t)
	for at := 0; ; at++ {
		_, path := copied()
		d := &faulty{at: at, err: errors.New("killed"), kill: true}
		generation(path, 4, d)
		if at >= len(d.steps) {
			break
		}
		if err := generation(path, 5, nil); err != nil {
			t.Fatalf("killed at step %d (%s): %v", at, d.steps[at], err)
		}
		seen := map[string]bool{}
		for _, n := range []string{"", ".1", ".2", ".3"} {
			if there(path + n) {
				state := answer(t, path+n, `SELECT n_parts FROM documents`)
				if seen[state] {
					t.Errorf("killed at step %d (%s): two snapshots of state %s", at, d.steps[at], state)
				}
				seen[state] = true
			}
		}
		if !seen["5"] || !seen["3"] || !seen["2"] {
			t.Errorf("killed at step %d (%s): snapshots of %v, want 5, 3 and 2 among them", at, d.steps[at], seen)
		}
	}
}

func TestSnapshotsAreNumbered(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.duckdb")
	for n := 1; n <= 6; n++ {
		if err := generation(path, n, nil); err != nil {
			t.Fatal(err)
		}
	}
	if got := names(t, dir); got != "a.duckdb a.duckdb.1 a.duckdb.2 a.duckdb.3 a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
	for number, want := range map[string]string{"": "6", ".1": "5", ".2": "4", ".3": "3"} {
		if got := answer(t, path+number, `SELECT n_parts FROM documents`); got != want {
			t.Errorf("a.duckdb%s has state %s, want %s", number, got, want)
		}
	}
	// A run that changes nothing keeps the numbers as they are; one that keeps fewer drops the others.
	w := begin(t, path, "r6")
	w.Keep("a")
	publish(t, w, Outcome{Keep: 3})
	if got := answer(t, path+".1", `SELECT n_parts FROM documents`); got != "5" {
		t.Errorf("after a run that changed nothing a.duckdb.1 is of state %s, want 5", got)
	}
	w = begin(t, path, "r7")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{Keep: 1})
	if got := names(t, dir); got != "a.duckdb a.duckdb.1 a.duckdb.lock" {
		t.Errorf("the folder holds %s", got)
	}
	w = begin(t, path, "r8")
	put(t, w, article("a", 2))
	publish(t, w, Outcome{})
	if got := answer(t, path+".1", `SELECT n_parts FROM documents`); got != "6" {
		t.Errorf("a run that keeps none touched a.duckdb.1: state %s, want 6", got)
	}
}

// A reader is shown the file as it was published, whatever a session that writes has left beside it.
func TestAReaderIgnoresAStrayLog(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", 1))
	publish(t, w, Outcome{})
	strayLog(t, path)
	if got := answer(t, path, `SELECT count(*) FROM documents`); got != "1" {
		t.Errorf("%s documents, want the 1 that was published", got)
	}
	if got := names(t, filepath.Dir(path)); got != "a.duckdb a.duckdb.lock a.duckdb.wal" {
		t.Errorf("the folder holds %s", got)
	}
}

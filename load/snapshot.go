package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// target is the published file and the names beside it.
type target struct {
	file string
	disk disk
}

// targetOf follows links, so that a link to FILE stays a link when FILE is replaced.
func targetOf(path string) (target, error) {
	if strings.ContainsAny(path, "?%#\x00") {
		return target{}, fmt.Errorf("database name %q: ? %% # cannot be part of it; name another file with --db", path)
	}
	abs, err := filepath.Abs(path)
	if err != nil {
		return target{}, err
	}
	if real, err := filepath.EvalSymlinks(abs); err == nil {
		return target{real, realDisk{}}, nil
	}
	return target{abs, realDisk{}}, nil
}

func (t target) lock() string           { return t.file + ".lock" }
func (t target) wal() string            { return t.file + ".wal" }
func (t target) next(run string) string { return t.file + ".next-" + run }
func (t target) aside() string          { return t.file + ".altered" }
func (t target) numbered(n int) string  { return t.file + "." + strconv.Itoa(n) }

// sweep removes the private copies that killed runs left, with their logs and spill folders. It needs the lock.
func (t target) sweep() error {
	entries, err := os.ReadDir(filepath.Dir(t.file))
	if err != nil {
		return err
	}
	for _, e := range entries {
		if !strings.HasPrefix(e.Name(), filepath.Base(t.file)+".next-") {
			continue
		}
		if err := os.RemoveAll(filepath.Join(filepath.Dir(t.file), e.Name())); err != nil {
			return fmt.Errorf("clear away what a killed run left: %w", err)
		}
	}
	return nil
}

// fileStamp tells whether a file was written to: its time and length, and which file it is.
type fileStamp struct{ info fs.FileInfo }

func (t target) stamp() fileStamp {
	info, err := os.Stat(t.file)
	if err != nil {
		return fileStamp{}
	}
	return fileStamp{info}
}

func (s fileStamp) same(o fileStamp) bool {
	if s.info == nil || o.info == nil {
		return s.info == nil && o.info == nil
	}
	return os.SameFile(s.info, o.info) && s.info.ModTime().Equal(o.info.ModTime()) && s.info.Size() == o.info.Size()
}

// copyWhole makes the private copy of a file that nobody writes to while it is copied: a session that has it open for
// writing may be at work, and half of one state and half of another are none.
func (t target) copyWhole(next string) (fileStamp, error) {
	for range 20 {
		before := t.stamp()
		if err := t.copyTo(next); err != nil {
			return before, err
		}
		if before.same(t.stamp()) {
			return before, nil
		}
		if err := t.disk.remove(next); err != nil {
			return before, err
		}
		time.Sleep(100 * time.Millisecond)
	}
	return fileStamp{}, fmt.Errorf("%w: it changes while it is copied", ErrHeld)
}

// copyTo makes the private copy; without a published file there is nothing to copy. Only FILE is read, never its
// FILE.wal: that holds what someone else wrote to a published file, which is not ours to publish.
func (t target) copyTo(next string) error {
	from, err := os.Open(t.file)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	defer from.Close()
	if info, err := from.Stat(); err != nil {
		return err
	} else if !info.Mode().IsRegular() {
		return ErrNoFile
	}
	to, err := t.disk.create(next)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return fmt.Errorf("copy %s: %w", t.file, err)
	}
	return to.Close()
}

// publishing says how a private copy takes the place of FILE.
type publishing struct {
	keep    int       // how many snapshots before it are kept
	altered bool      // FILE is not as it was published, so no snapshot
	found   fileStamp // FILE as the run found it
	warn    func(string)
}

// publish renames the closed private copy over FILE, durably. Readers that have the old file open keep it.
func (t target) publish(next string, p publishing) error {
	if _, err := os.Lstat(next + ".wal"); err == nil {
		return fmt.Errorf("%s.wal is left after the checkpoint: the copy is not whole", next)
	}
	if err := t.disk.sync(next); err != nil {
		return fmt.Errorf("sync %s: %w", next, err)
	}
	if err := t.disk.chmod(next, 0o444); err != nil {
		return err
	}
	if !p.altered && !p.found.same(t.stamp()) {
		p.altered = true
		p.warn(fmt.Sprintf("someone has written to %s during the run: nothing of that is in the new file; the changed one is kept as %s. "+
			"Open it with read_only=True, or change a copy: yiyuan sql --write COPY", t.file, t.aside()))
	}
	keepOld := func() error { return t.keepOld(p.keep) }
	if p.altered {
		keepOld = t.setAside
	}
	if err := keepOld(); err != nil {
		return fmt.Errorf("keep the file before: %w", err)
	}
	switch err := t.disk.remove(t.wal()); {
	case err == nil:
		p.warn(fmt.Sprintf("removed %s: someone opened the published file for writing; open it with read_only=True", t.wal()))
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := t.disk.rename(next, t.file); err != nil {
		return err
	}
	if err := t.disk.sync(filepath.Dir(t.file)); err != nil {
		return fmt.Errorf("sync %s: %w", filepath.Dir(t.file), err)
	}
	return nil
}

// keepOld gives the published file the number 1 besides its name, and those that have a number the next one, up to the
// first gap. FILE is never without its name, and a run that is killed on the way leaves a gap, which the next run closes.
func (t target) keepOld(keep int) error {
	published, err := os.Stat(t.file)
	if keep < 1 || errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	for n := keep + 1; there(t.numbered(n)); n++ {
		if err := t.disk.remove(t.numbered(n)); err != nil {
			return err
		}
	}
	if first, err := os.Stat(t.numbered(1)); err == nil && os.SameFile(first, published) {
		return nil // a run that was killed came as far as this
	}
	last := 0
	for last < keep-1 && there(t.numbered(last+1)) {
		last++
	}
	for n := last; n > 0; n-- {
		if err := t.disk.rename(t.numbered(n), t.numbered(n+1)); err != nil {
			return err
		}
	}
	return t.number()
}

// number gives the published file the number 1.
func (t target) number() error { return t.second(t.numbered(1)) }

// setAside keeps a file that someone has written to, who may want what was written, under a name that no run starts from.
func (t target) setAside() error {
	if !there(t.file) {
		return nil
	}
	return t.second(t.aside())
}

// second gives the published file a second name, by a copy where the file system knows no links.
func (t target) second(name string) error {
	if err := t.disk.remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	if err := t.disk.link(t.file, name); err == nil {
		return nil
	}
	whole := t.next("kept")
	if err := t.copyTo(whole); err != nil {
		return err
	}
	if err := t.disk.chmod(whole, 0o444); err != nil {
		return err
	}
	return t.disk.rename(whole, name)
}

func there(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// ErrStrayLog: a log lies beside the published file, and DuckDB would show the file as the log leaves it.
var ErrStrayLog = errors.New("someone opened the published file for writing, and what was written is not of it: close that session, then: yiyuan run")

// forReading names the file so that DuckDB finds no log beside it: where there is one, by a second name that lasts until
// it is opened.
func (t target) forReading() (name string, forget func(), err error) {
	if !there(t.wal()) {
		return t.file, func() {}, nil
	}
	name = t.next(fmt.Sprintf("read-%d-%d", os.Getpid(), time.Now().UnixNano()))
	if err := os.Link(t.file, name); err != nil {
		return "", nil, fmt.Errorf("%s: %w", t.wal(), ErrStrayLog)
	}
	return name, func() { os.Remove(name) }, nil
}

package load

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// target is the published file and the names beside it.
type target struct{ file string }

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
		return target{real}, nil
	}
	return target{abs}, nil
}

func (t target) lock() string           { return t.file + ".lock" }
func (t target) wal() string            { return t.file + ".wal" }
func (t target) next(run string) string { return t.file + ".next-" + run }

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
	if info, err := from.Stat(); err != nil || !info.Mode().IsRegular() {
		return fmt.Errorf("%s is no regular file", t.file)
	}
	to, err := os.OpenFile(next, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return fmt.Errorf("copy %s: %w", t.file, err)
	}
	return to.Close()
}

// publish renames the closed private copy over FILE, durably. Readers that have the old file open keep it.
func (t target) publish(next string, warn func(string)) error {
	if _, err := os.Lstat(next + ".wal"); err == nil {
		return fmt.Errorf("%s.wal is left after the checkpoint: the copy is not whole", next)
	}
	if err := fsync(next); err != nil {
		return err
	}
	if err := os.Chmod(next, 0o444); err != nil {
		return err
	}
	switch err := os.Remove(t.wal()); {
	case err == nil:
		warn(fmt.Sprintf("removed %s: someone opened the published file for writing; open it with read_only=True", t.wal()))
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if err := os.Rename(next, t.file); err != nil {
		return err
	}
	return fsync(filepath.Dir(t.file))
}

func fsync(path string) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return fmt.Errorf("sync %s: %w", path, err)
	}
	return f.Close()
}

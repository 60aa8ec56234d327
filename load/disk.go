package load

import (
	"io"
	"io/fs"
	"os"
)

// disk is what snapshots are made with. Tests put one in its place that fails at each step in turn.
type disk interface {
	create(name string) (io.WriteCloser, error)
	sync(name string) error
	chmod(name string, mode fs.FileMode) error
	link(from, to string) error
	remove(name string) error
	rename(from, to string) error
}

type realDisk struct{}

// create makes a file that nobody but its owner may look into before it is published.
func (realDisk) create(name string) (io.WriteCloser, error) {
	return os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
}

func (realDisk) sync(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

func (realDisk) chmod(name string, mode fs.FileMode) error { return os.Chmod(name, mode) }
func (realDisk) link(from, to string) error                { return os.Link(from, to) }
func (realDisk) remove(name string) error                  { return os.Remove(name) }
func (realDisk) rename(from, to string) error              { return os.Rename(from, to) }

package load

import (
	"bufio"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"
)

// ErrLocked: another run is at work on the same file. The error of Begin is a *LockedError, which says whose.
var ErrLocked = errors.New("another run holds the lock")

// LockedError names the run that holds the lock, as it wrote itself down.
type LockedError struct{ Path, PID, Host, Start string }

func (e *LockedError) Error() string {
	return fmt.Sprintf("%v %s: pid %s on %s, started %s; wait for it, or look at it with: ps -p %s",
		ErrLocked, e.Path, e.PID, e.Host, e.Start, e.PID)
}

func (e *LockedError) Unwrap() error { return ErrLocked }

// lock takes FILE.lock and writes down who holds it. The file stays when the lock is given back: removing it would let
// two runs hold a lock on two different files of one name.
func lock(path string, now time.Time) (*flock.Flock, error) {
	l := flock.New(path)
	ok, err := l.TryLock()
	if errors.Is(err, fs.ErrPermission) {
		return nil, fmt.Errorf("lock %s: %w: name a database in a folder you may write to with --db, or see whose it is with: ls -ld %s", path, fs.ErrPermission, filepath.Dir(path))
	}
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("lock %s: %w: make it with: mkdir -p %s", path, ErrNoFolder, filepath.Dir(path))
	}
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if !ok {
		return nil, holder(path)
	}
	host, err := os.Hostname()
	if err != nil {
		host = "unknown"
	}
	note := fmt.Sprintf("pid %d\nhost %s\nstart %s\n", os.Getpid(), host, now.Format(time.RFC3339))
	if err := os.WriteFile(path, []byte(note), 0o644); err != nil {
		l.Unlock()
		return nil, fmt.Errorf("write lock: %w", err)
	}
	return l, nil
}

func holder(path string) error {
	e := &LockedError{Path: path, PID: "unknown", Host: "unknown", Start: "unknown"}
	f, err := os.Open(path)
	if err != nil {
		return e
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		switch key, value, _ := strings.Cut(lines.Text(), " "); key {
		case "pid":
			e.PID = value
		case "host":
			e.Host = value
		case "start":
			e.Start = value
		}
	}
	return e
}

package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/gofrs/flock"
	"golang.org/x/sys/unix"
)

// Finding is one thing that Examine looked at. Trouble is its sentinel, nil where all is well.
type Finding struct {
	Looked, Found string
	Trouble       error
}

// Trouble that a run would meet and that no sentinel of a run names.
var (
	ErrNoFolder  = errors.New("the folder is not there")
	ErrReadOnly  = errors.New("the folder cannot be written to")
	ErrShortDisk = errors.New("there is not room for twice the database")
	ErrStrayWAL  = errors.New("a log of somebody else's session lies beside it")
)

// spareBytes is what a run over a small corpus needs beside a second copy of FILE.
const spareBytes = 256 << 20

// Examine looks at everything around FILE that can keep a run from publishing or a reader from reading. It changes nothing
// but for a file that it makes and removes to see whether it may.
func Examine(ctx context.Context, path string) ([]Finding, error) {
	t, err := targetOf(path)
	if err != nil {
		return nil, err
	}
	folder := filepath.Dir(t.file)
	found := []Finding{examineFolder(folder)}
	if found[0].Trouble != nil {
		return found, nil
	}
	size := int64(0)
	if info, err := os.Stat(t.file); err == nil {
		size = info.Size()
	}
	return append(found, examineRoom(folder, size), examineLock(t.lock()), examineLog(t.wal()), examineDatabase(ctx, t.file)), nil
}

func examineFolder(folder string) Finding {
	f := Finding{Looked: "folder", Found: folder}
	if _, err := os.Stat(folder); err != nil {
		f.Trouble = ErrNoFolder
		return f
	}
	probe, err := os.CreateTemp(folder, ".yiyuan-probe-*")
	if err != nil {
		f.Trouble = ErrReadOnly
		return f
	}
	probe.Close()
	os.Remove(probe.Name())
	return f
}

func examineRoom(folder string, size int64) Finding {
	f := Finding{Looked: "disk"}
	var s unix.Statfs_t
	if err := unix.Statfs(folder, &s); err != nil {
		f.Found = err.Error()
		return f
	}
	free := int64(s.Bavail) * int64(s.Bsize)
	f.Found = fmt.Sprintf("%d MiB free, the database is %d MiB", free>>20, size>>20)
	if free < 2*size+spareBytes {
		f.Trouble = ErrShortDisk
	}
	return f
}

// examineLock looks whether a run is under way; a lock file that nobody holds is no trouble.
func examineLock(path string) Finding {
	f := Finding{Looked: "lock", Found: "no run is under way"}
	if _, err := os.Stat(path); err != nil {
		return f
	}
	l := flock.New(path, flock.SetFlag(os.O_RDONLY))
	free, err := l.TryRLock()
	if err == nil && free {
		l.Unlock()
		return f
	}
	f.Trouble = ErrLocked
	f.Found = holder(path).Error()
	return f
}

func examineLog(path string) Finding {
	f := Finding{Looked: "log", Found: "none beside it"}
	if _, err := os.Stat(path); err == nil {
		f.Found, f.Trouble = path, ErrStrayWAL
	}
	return f
}

func examineDatabase(ctx context.Context, file string) Finding {
	f := Finding{Looked: "database", Found: file}
	if _, err := os.Stat(file); errors.Is(err, fs.ErrNotExist) {
		f.Trouble = ErrNoDatabase
		return f
	}
	r, err := OpenReader(ctx, file)
	if err != nil {
		f.Trouble = err
		return f
	}
	defer r.Close()
	if have, err := schemaOf(ctx, r.conn); err != nil || have > SchemaVersion() {
		f.Trouble = errors.Join(err, ErrNewerSchema)
		return f
	}
	var documents, facts int64
	const totals = `SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM facts)`
	if err := r.conn.QueryRowContext(ctx, totals).Scan(&documents, &facts); err != nil {
		f.Trouble = err
		return f
	}
	f.Found = fmt.Sprintf("%s: %d documents, %d facts", file, documents, facts)
	return f
}

package load

import (
	"errors"
	"fmt"
	"strings"
	"syscall"
)

// ErrNotDatabase: FILE exists, but DuckDB cannot read it.
var ErrNotDatabase = errors.New("not a DuckDB database this program can read: move it away, or name another file with --db")

// notDatabase gives DuckDB's refusal of a file its sentinel.
func notDatabase(err error) error {
	text := err.Error()
	if strings.Contains(text, "not a valid DuckDB database") || strings.Contains(text, "Serialization Error") ||
		strings.Contains(text, "storage version") || strings.Contains(text, "Corrupt") {
		return fmt.Errorf("%w (%v)", ErrNotDatabase, err)
	}
	return err
}

// ErrDiskFull: a run needs room for a second copy of FILE, and some more.
var ErrDiskFull = errors.New("the disk is full: see with df -h, make room for twice the database, and run again")

func diskFull(err error) error {
	if errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT) || strings.Contains(err.Error(), "No space left") ||
		strings.Contains(err.Error(), "Disk quota exceeded") {
		return fmt.Errorf("%w (%v)", ErrDiskFull, err)
	}
	return err
}

// OutOfMemory reports whether DuckDB refused a query for want of memory.
func OutOfMemory(err error) bool {
	text := err.Error()
	return strings.Contains(text, "Out of Memory Error") || strings.Contains(text, "bad_alloc") || strings.Contains(text, "failed to allocate")
}

package load

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"syscall"
)

// ErrNotDatabase: FILE exists, but DuckDB cannot read it.
var ErrNotDatabase = errors.New("not a DuckDB database this program can read: move it away, or name another file with --db")

// ErrNoFile: FILE is a folder or a device.
var ErrNoFile = errors.New("no regular file: name the database file itself with --db")

// notDatabase gives DuckDB's refusal of a file its sentinel.
func notDatabase(err error) error {
	text := err.Error()
	if errors.Is(err, ErrNotDatabase) {
		return err
	}
	if strings.Contains(text, "not a valid DuckDB database") || strings.Contains(text, "Serialization Error") ||
		strings.Contains(text, "storage version") || strings.Contains(text, "Corrupt") ||
		strings.Contains(text, "Could not read enough bytes") { // the end of the file is missing
		return fmt.Errorf("%w (%v)", ErrNotDatabase, err)
	}
	return err
}

// ErrHeld: a session that may write has the published file open. DuckDB lets nobody else open it then.
var ErrHeld = errors.New("the published file is open for writing elsewhere: close that session and open it there with read_only=True, or on a copy: yiyuan sql --write COPY")

// HeldError says who has the published file open, as far as DuckDB knows.
type HeldError struct{ Program, PID string }

func (e *HeldError) Error() string {
	who := "someone"
	if e.PID != "" {
		who = fmt.Sprintf("%s (pid %s)", e.Program, e.PID)
	}
	text := who + " has it open for writing, and nobody else can open it meanwhile: close that session, and open it there with read_only=True"
	if e.PID != "" {
		text += "; look at it with: ps -p " + e.PID
	}
	return text
}

func (e *HeldError) Unwrap() error { return ErrHeld }

var heldBy = regexp.MustCompile(`Conflicting lock is held in (.+?) \(PID (\d+)\)`)

// held gives DuckDB's refusal of a file that another process writes to its sentinel, and its own name: DuckDB names the
// one it was opened under.
func held(err error) error {
	if !strings.Contains(err.Error(), "Could not set lock on file") {
		return err
	}
	e := &HeldError{}
	if m := heldBy.FindStringSubmatch(err.Error()); m != nil {
		e.Program, e.PID = m[1], m[2]
	}
	return e
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

package load

import (
	"errors"
	"fmt"
	"strings"
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

// OutOfMemory reports whether DuckDB refused a query for want of memory.
func OutOfMemory(err error) bool {
	text := err.Error()
	return strings.Contains(text, "Out of Memory Error") || strings.Contains(text, "bad_alloc") || strings.Contains(text, "failed to allocate")
}

package load

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
)

// answerTable holds an answer on its way to a file: COPY takes no parameters.
const answerTable = "answer"

// Pair is a key with its value, for metadata whose order is settled.
type Pair struct{ Key, Value string }

// Parquet writes the answer to a path that OpenExporter has opened, with metadata in the file's footer.
func (r *Reader) Parquet(ctx context.Context, q Question, path string, metadata []Pair) error {
	abs, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	source := `(` + q.SQL + "\n)"
	if len(q.Args) > 0 {
		if _, err := r.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE `+answerTable+` AS `+q.SQL, q.Args...); err != nil {
			return err
		}
		source = answerTable
	}
	entries := make([]string, len(metadata))
	for i, p := range metadata {
		entries[i] = identifier(p.Key) + `: ` + literal(p.Value)
	}
	_, err = r.conn.ExecContext(ctx, `COPY `+source+` TO `+literal(abs)+
		` (FORMAT parquet, COMPRESSION zstd, USE_TMP_FILE false, KV_METADATA {`+strings.Join(entries, ", ")+`})`)
	if err != nil {
		return fmt.Errorf("write parquet: %w", err)
	}
	return nil
}

// literal quotes a string for the places of a statement that take no parameter: the options and target of COPY, SET.
func literal(s string) string { return `'` + strings.ReplaceAll(s, `'`, `''`) + `'` }

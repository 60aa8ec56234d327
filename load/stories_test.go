package load

import (
	"bytes"
	"context"
	"path/filepath"
	"testing"

	"yiyuan/load/story"
)

// TestSketchesAreKept of long texts: as long as their document stands as it is, and the method stands.
func TestSketchesAreKept(t *testing.T) {
	ctx := context.Background()
	const long = 400
	path := filepath.Join(t.TempDir(), "s.duckdb")
	w := begin(t, path, "r1")
	put(t, w, article("a", long), article("b", long), article("c", long), article("short", 2))
	publish(t, w, Outcome{Now: day(2026, 1, 1)})
	holdsSketchesOf(t, path, "a b c")

	w = begin(t, path, "r2")
	put(t, w, article("a", long+100), article("d", long))
	w.Gone("b")
	publish(t, w, Outcome{Now: day(2026, 1, 2)})
	holdsSketchesOf(t, path, "a c d")

	w = begin(t, path, "r2")
	if _, err := w.conn.ExecContext(ctx, `UPDATE sketches SET method = 0, sketch = 'of another kind' WHERE doc_id = 'c'`); err != nil {
		t.Fatal(err)
	}
	put(t, w, article("e", 2))
	publish(t, w, Outcome{Now: day(2026, 1, 3)})
	holdsSketchesOf(t, path, "a c d")

	anew := filepath.Join(t.TempDir(), "s.duckdb")
	w = begin(t, anew, "r2")
	put(t, w, article("a", long+100), article("c", long), article("d", long), article("e", 2), article("short", 2))
	publish(t, w, Outcome{Now: day(2026, 1, 3)})
	const names = `SELECT string_agg(concat(doc_id, ' ', story_id), ', ' ORDER BY doc_id) FROM documents`
	if kept, made := answer(t, path, names), answer(t, anew, names); kept != made {
		t.Errorf("stories by kept sketches %s, made anew %s", kept, made)
	}
}

func holdsSketchesOf(t *testing.T, path, want string) {
	t.Helper()
	if got := answer(t, path, `SELECT string_agg(doc_id, ' ' ORDER BY doc_id) FROM sketches`); got != want {
		t.Errorf("sketches of %s, want %s", got, want)
	}
	r := open(t, path)
	defer r.Close()
	rows, err := r.conn.QueryContext(context.Background(), `SELECT doc_id, sketch, text FROM sketches JOIN documents USING (doc_id)`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for rows.Next() {
		var id, text string
		var sketch []byte
		if err := rows.Scan(&id, &sketch, &text); err != nil {
			t.Fatal(err)
		}
		if made := story.Of(text).Bytes(); !bytes.Equal(made, sketch) {
			t.Errorf("the sketch of %s is another than its text gives", id)
		}
	}
}

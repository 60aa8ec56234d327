package load

import (
	"context"
	"database/sql/driver"
	"errors"
	"runtime"

	"golang.org/x/sync/errgroup"

	"yiyuan/load/story"
)

const (
	storyTable  = "named_stories"
	sketchTable = "sketches"
)

// longText is how many bytes a text must have for its sketch, of four kilobytes, to be kept: a shorter one is read again
// nearly as soon.
const longText = 16 << 10

// nameStories gives every document the name of its story. A run that changed no document leaves the names as they are:
// they come from the texts alone.
func (w *Writer) nameStories(ctx context.Context) error {
	if w.report.Written == 0 && len(w.stale) == 0 && w.altered == nil {
		return nil
	}
	if err := w.takeSketches(ctx); err != nil {
		return err
	}
	texts := w.sketches
	if _, err := w.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE `+storyTable+` (doc_id VARCHAR, story_id VARCHAR)`); err != nil {
		return err
	}
	for i, name := range story.Name(texts) {
		if err := w.append(storyTable, []driver.Value{texts[i].ID, name}); err != nil {
			return err
		}
	}
	if err := w.closeAppenders(); err != nil {
		return err
	}
	const update = `UPDATE documents SET story_id = s.story_id FROM ` + storyTable + ` s
		WHERE s.doc_id = documents.doc_id AND documents.story_id IS DISTINCT FROM s.story_id`
	_, err := w.conn.ExecContext(ctx, update)
	return err
}

// takeSketches adds the sketches of documents that this run did not write, for which the workers made none: those that the
// file keeps, and those of the texts it keeps none of.
func (w *Writer) takeSketches(ctx context.Context) error {
	if _, err := w.conn.ExecContext(ctx, `DELETE FROM sketches WHERE method <> ?`, story.Method); err != nil {
		return err
	}
	kept, err := w.keptSketches(ctx)
	if err != nil {
		return err
	}
	var old int
	if err := w.conn.QueryRowContext(ctx, `SELECT count(*) FROM documents WHERE rowid < ?`, w.before["documents"]).Scan(&old); err != nil || kept == old {
		return err
	}
	return w.sketch(ctx, `SELECT doc_id, text FROM documents WHERE rowid < ?
		AND doc_id NOT IN (SELECT doc_id FROM sketches WHERE rowid < ?)`, w.before["documents"], w.before[sketchTable])
}

func (w *Writer) keptSketches(ctx context.Context) (kept int, err error) {
	rows, err := w.conn.QueryContext(ctx, `SELECT doc_id, sketch FROM sketches WHERE rowid < ?`, w.before[sketchTable])
	if err != nil {
		return 0, err
	}
	defer rows.Close()
	for rows.Next() {
		var t story.Text
		var b []byte
		if err := rows.Scan(&t.ID, &b); err != nil {
			return 0, err
		}
		if t.Sketch, err = story.FromBytes(b); err != nil {
			return 0, err
		}
		w.sketches = append(w.sketches, t)
		kept++
	}
	return kept, rows.Err()
}

// keepSketch keeps the sketch of a long text.
func (w *Writer) keepSketch(docID string, s story.Sketch, bytes int) error {
	if bytes < longText {
		return nil
	}
	b := s.Bytes()
	if err := w.append(sketchTable, []driver.Value{docID, int32(story.Method), b}); err != nil {
		return err
	}
	return w.held(len(b))
}

// sketch makes the sketches of documents, and keeps them.
func (w *Writer) sketch(ctx context.Context, documents string, args ...any) error {
	rows, err := w.conn.QueryContext(ctx, documents, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var sketchers errgroup.Group
	sketchers.SetLimit(runtime.GOMAXPROCS(0))
	var read []*story.Text
	var bytes []int
	for rows.Next() {
		t, text := new(story.Text), ""
		if err = rows.Scan(&t.ID, &text); err != nil {
			break
		}
		read, bytes = append(read, t), append(bytes, len(text))
		sketchers.Go(func() error { t.Sketch = story.Of(text); return nil })
	}
	sketchers.Wait()
	if err = errors.Join(err, rows.Err(), rows.Close()); err != nil {
		return err
	}
	for i, t := range read {
		w.sketches = append(w.sketches, *t)
		if err := w.keepSketch(t.ID, t.Sketch, bytes[i]); err != nil {
			return err
		}
	}
	return nil
}

package load

import (
	"context"
	"database/sql/driver"
	"errors"
	"runtime"

	"golang.org/x/sync/errgroup"

	"yiyuan/load/story"
)

const storyTable = "named_stories"

// nameStories gives every document the name of its story. A run that changed no document leaves the names as they are:
// they come from the texts alone.
func (w *Writer) nameStories(ctx context.Context) error {
	if w.report.Written == 0 && len(w.stale) == 0 && w.altered == nil {
		return nil
	}
	if err := w.sketch(ctx, `SELECT doc_id, text FROM documents WHERE rowid < ?`, w.before["documents"]); err != nil {
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

// sketch adds the sketches of documents that this run did not write, for which the workers made none.
func (w *Writer) sketch(ctx context.Context, documents string, args ...any) error {
	rows, err := w.conn.QueryContext(ctx, documents, args...)
	if err != nil {
		return err
	}
	defer rows.Close()
	var sketchers errgroup.Group
	sketchers.SetLimit(runtime.GOMAXPROCS(0))
	var read []*story.Text
	for rows.Next() {
		t, text := new(story.Text), ""
		if err = rows.Scan(&t.ID, &text); err != nil {
			break
		}
		read = append(read, t)
		sketchers.Go(func() error { t.Sketch = story.Of(text); return nil })
	}
	sketchers.Wait()
	for _, t := range read {
		w.sketches = append(w.sketches, *t)
	}
	return errors.Join(err, rows.Err())
}

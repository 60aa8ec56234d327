package load

import (
	"context"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"runtime"
	"slices"
	"time"

	"golang.org/x/sync/errgroup"
)

// staleTable lists the documents whose old rows a run removes.
const staleTable = "stale_documents"

// Outcome is what the steps before tell the run's report.
type Outcome struct {
	Now     time.Time
	Prune   bool // remove the documents that this run did not meet
	Keep    int  // how many snapshots before FILE are kept, as FILE.1, FILE.2, …
	Skipped map[string]int
}

// Publish ends the run: it removes the rows that were replaced, writes the failures and the run's own row, and puts the
// private copy in the place of FILE. Where that breaks a contract the error is a BrokenError and FILE stays. A run that changed nothing is published too, for its row in runs.
func (w *Writer) Publish(ctx context.Context, o Outcome) (Report, error) {
	defer w.Abandon()
	steps := []func(context.Context) error{
		w.takeMemory,
		func(context.Context) error { return w.closeAppenders() },
		func(context.Context) error { w.prune(o.Prune); return nil },
		w.leaveRowGroups,
		w.removeStale,
		func(ctx context.Context) error { return w.takeOver(ctx, o.Prune) },
		func(ctx context.Context) error { return w.recordFailures(ctx, o) },
		w.recordRegions,
		w.nameStories,
		w.recordCorrections,
		w.commit,
		w.consolidate,
		w.count,
		func(ctx context.Context) error { return w.recordRun(o) },
		func(context.Context) error { return w.closeAppenders() },
		func(ctx context.Context) error { return w.keepContracts(ctx, w.setSeals) },
		func(ctx context.Context) error { return w.seal(ctx, o.Keep) },
	}
	for _, step := range steps {
		if err := step(ctx); err != nil {
			return w.report, fmt.Errorf("publish %s: %w", w.target.file, diskFull(err))
		}
	}
	return w.report, nil
}

// sideBySide takes steps at once that each ask DuckDB by a connection of its own, as many as there are processors. DuckDB
// has as many threads as leave a processor for each of them: the thread of a connection works on its own question, and
// while it waits for one of DuckDB's it keeps a processor busy.
func (w *Writer) sideBySide(ctx context.Context, steps ...func(context.Context) error) error {
	processors := runtime.GOMAXPROCS(0)
	atOnce := min(len(steps), processors)
	if _, err := w.conn.ExecContext(ctx, fmt.Sprintf(`SET threads = %d`, max(1, processors-atOnce+1))); err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(atOnce)
	for _, step := range steps {
		group.Go(func() error { return step(ctx) })
	}
	return group.Wait()
}

// takeMemory gives DuckDB the memory that the texts in hand took until now. It gets no more threads: while one of them
// commits, which none can share with it, that of the connection waits and keeps a processor busy.
func (w *Writer) takeMemory(ctx context.Context) error {
	_, err := w.conn.ExecContext(ctx, `SET memory_limit = '800MB'`)
	return err
}

// leaveRowGroups has the checkpoints of this run leave the row groups of the file as they are, where these are few enough
// and hold few removed rows. A checkpoint joins small row groups: the one that a single new document made would have it
// write the texts of all documents anew, most of the time that such a run takes.
func (w *Writer) leaveRowGroups(ctx context.Context) error {
	if removed := w.before["documents"] - int64(len(w.known)) + int64(len(w.stale)); removed*10 > w.before["documents"] {
		return nil
	}
	var few bool
	const groups = `SELECT (SELECT count(DISTINCT row_group_id) FROM pragma_storage_info('documents')) * ? < total_blocks
		FROM pragma_database_size() WHERE database_name = current_database()`
	if err := w.conn.QueryRowContext(ctx, groups, groupBlocks).Scan(&few); err != nil || !few {
		return err
	}
	_, err := w.conn.ExecContext(ctx, `SET max_vacuum_tasks = 0`)
	return err
}

// groupBlocks is how many blocks a file must have for each row group of documents, of which each leaves some blocks half
// empty.
const groupBlocks = 128

func (w *Writer) prune(asked bool) {
	if !asked {
		return
	}
	for _, id := range slices.Sorted(maps.Keys(w.known)) {
		if _, ok := w.met[id]; !ok {
			w.stale = append(w.stale, id)
			w.report.Pruned++
		}
	}
}

func (w *Writer) removeStale(ctx context.Context) error {
	if len(w.stale) == 0 {
		return nil
	}
	if _, err := w.conn.ExecContext(ctx, `CREATE TEMP TABLE `+staleTable+` (doc_id VARCHAR)`); err != nil {
		return err
	}
	for _, id := range w.stale {
		if err := w.append(staleTable, []driver.Value{id}); err != nil {
			return err
		}
	}
	if err := w.closeAppenders(); err != nil {
		return err
	}
	for _, table := range perDocument {
		remove := `DELETE FROM ` + table + ` WHERE rowid < ? AND doc_id IN (SELECT doc_id FROM ` + staleTable + `)`
		if _, err := w.conn.ExecContext(ctx, remove, w.before[table]); err != nil {
			return fmt.Errorf("remove replaced rows of %s: %w", table, err)
		}
	}
	return nil
}

// recordFailures replaces the failures of the inputs this run met; those of others stay, unless it prunes.
func (w *Writer) recordFailures(ctx context.Context, o Outcome) error {
	var kept []oldFailure
	if !o.Prune {
		var err error
		if kept, err = w.failuresNotMet(ctx); err != nil {
			return err
		}
	}
	if _, err := w.conn.ExecContext(ctx, `DELETE FROM failures`); err != nil {
		return err
	}
	for _, f := range kept {
		if err := w.appendFailure(f); err != nil {
			return err
		}
	}
	w.report.Failures = map[string]int{}
	for _, f := range w.failures {
		w.report.Failures[f.Kind]++
		if err := w.appendFailure(oldFailure{f, w.report.RunID, o.Now.UTC()}); err != nil {
			return err
		}
	}
	w.report.Failed = len(w.failures)
	return w.closeAppenders()
}

type oldFailure struct {
	Failure
	run string
	at  time.Time
}

func (w *Writer) appendFailure(f oldFailure) error {
	w.row.start().texts(f.DocID, f.Path, f.Kind, f.Message, f.run)
	w.row.time(f.at)
	return w.append("failures", w.row.values)
}

func (w *Writer) failuresNotMet(ctx context.Context) ([]oldFailure, error) {
	rows, err := w.conn.QueryContext(ctx, `SELECT coalesce(doc_id, ''), coalesce(path, ''), kind, coalesce(message, ''), run_id, failed_at
		FROM failures ORDER BY rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var kept []oldFailure
	for rows.Next() {
		var f oldFailure
		if err := rows.Scan(&f.DocID, &f.Path, &f.Kind, &f.Message, &f.run, &f.at); err != nil {
			return nil, err
		}
		if _, met := w.met[f.DocID]; !met {
			kept = append(kept, f)
		}
	}
	return kept, rows.Err()
}

func (w *Writer) count(ctx context.Context) error {
	const totals = `SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM mentions), (SELECT count(*) FROM facts),
		(SELECT count(*) FROM mentions WHERE disposition = 'unread'), (SELECT count(*) FROM failures)`
	h := &w.report.Holds
	return w.conn.QueryRowContext(ctx, totals).Scan(&h.Documents, &h.Mentions, &h.Facts, &h.Unread, &h.Failures)
}

func (w *Writer) recordRun(o Outcome) error {
	r := &w.report
	r.Finished, r.Skipped = o.Now, o.Skipped
	if r.Skipped == nil {
		r.Skipped = map[string]int{}
	}
	w.row.start().text(r.RunID)
	w.row.time(r.Started.UTC())
	w.row.time(r.Finished.UTC())
	w.row.text(r.RulesVersion)
	for _, n := range []int{r.Documents, r.Unchanged, r.Written, r.Pruned, r.Failed, r.Mentions, r.Facts, r.Unread, r.Repairs} {
		w.row.any(int64(n))
	}
	w.row.any(r.Skipped)
	w.row.any(r.Failures)
	return w.append("runs", w.row.values)
}

// commit shows the rows to the other connections of this run. The copy is private still.
func (w *Writer) commit(ctx context.Context) error {
	_, err := w.conn.ExecContext(ctx, `COMMIT`)
	return err
}

// seal closes the private copy and renames it.
func (w *Writer) seal(ctx context.Context, keep int) error {
	if _, err := w.conn.ExecContext(ctx, `CHECKPOINT`); err != nil {
		return err
	}
	if err := w.compact(ctx); err != nil {
		return fmt.Errorf("compact: %w", err)
	}
	if err := w.closeDB(); err != nil {
		return err
	}
	if w.report.Written+w.report.Pruned == 0 {
		keep = 0 // the file before says the same
	}
	return w.target.publish(w.next, publishing{keep: keep, altered: w.altered != nil, found: w.found, warn: w.warn})
}

// compact copies the private copy into a file without free blocks where these make up much of it. DuckDB fills free blocks
// again but never gives them back, and a run that reads every document anew, since the rules have changed, writes all rows
// beside the old ones before these go.
func (w *Writer) compact(ctx context.Context) error {
	var total, free int64
	const blocks = `SELECT total_blocks, free_blocks FROM pragma_database_size() WHERE database_name = current_database()`
	if err := w.conn.QueryRowContext(ctx, blocks).Scan(&total, &free); err != nil {
		return err
	}
	if total < fewBlocks || free*3 < total {
		return nil
	}
	if err := w.closeDB(); err != nil {
		return err
	}
	loose := w.next + "-loose"
	if err := w.target.disk.rename(w.next, loose); err != nil {
		return err
	}
	if err := w.copyDatabase(ctx, loose); err != nil { // for want of room, it may be: the loose one is as good
		w.closeDB()
		for _, left := range []string{w.next, w.next + ".wal"} {
			if err := w.target.disk.remove(left); err != nil && !errors.Is(err, fs.ErrNotExist) {
				return err
			}
		}
		return w.target.disk.rename(loose, w.next)
	}
	return w.target.disk.remove(loose)
}

// copyDatabase fills a new private copy from another file.
func (w *Writer) copyDatabase(ctx context.Context, from string) error {
	if err := w.connect(ctx, true); err != nil {
		return err
	}
	for _, statement := range []string{
		`ATTACH ` + literal(from) + ` AS loose (READ_ONLY)`, `COPY FROM DATABASE loose TO ` + copyName, `DETACH loose`, `CHECKPOINT`,
	} {
		if _, err := w.conn.ExecContext(ctx, statement); err != nil {
			return err
		}
	}
	return w.closeDB()
}

// fewBlocks are not worth it, of a quarter of a megabyte each.
const fewBlocks = 16

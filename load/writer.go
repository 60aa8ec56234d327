package load

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"net/url"
	"os"
	"runtime"
	"slices"
	"time"

	"github.com/duckdb/duckdb-go/v2"
	"github.com/gofrs/flock"

	"yiyuan/load/story"
)

// memoryLimit leaves most of a run's gigabyte to the texts in hand.
const memoryLimit = "300MB"

// flushRows of a table are handed to DuckDB at once: fewer cost more calls, more lie twice in memory.
const flushRows = 20480

// threads are half of the processors, one at least: the transform needs the others, and a DuckDB thread that waits for
// another keeps its processor busy.
func threads() int { return max(1, runtime.GOMAXPROCS(0)/2) }

// Options of a run.
type Options struct {
	Now          time.Time       // start of the run
	RulesVersion string          // of the transform that makes the readings
	Regions      func() []Region // the gazetteer, called for only where it may have changed
	Corrections  []Correction    // in place of those of the file; nil leaves them
	Contracts    []Contract      // beside the embedded ones
	FreshDays    int             // within which every fetched source must have given something; 0 is not asked
	Warn         func(string)

	disk disk // of tests
}

// Writer is one run's hold on FILE. Its methods are for one goroutine, except Unchanged.
type Writer struct {
	target      target
	next        string
	lock        *flock.Flock
	warn        func(string)
	regions     func() []Region
	contracts   []Contract
	ofRows      []Broken // what asking the contracts of rows found; nil where they have not been asked
	freshDays   int
	db          *sql.DB
	conn        *sql.Conn
	known       map[string]version  // documents of the file as the run found it
	before      map[string]int64    // row ids below these are the file's, the others are this run's
	met         map[string]struct{} // doc ids of this run
	failed      map[string]struct{} // those of them of which there is nothing but a failure
	ids         map[string]struct{} // mention and fact ids of this run
	stale       []string            // doc ids whose old rows go
	sketches    []story.Text        // of the documents this run wrote
	failures    []Failure
	corrections []Correction
	appenders   map[string]*duckdb.Appender
	holding     int            // bytes of text the appenders hold
	buffered    map[string]int // rows the appenders hold, by table
	row         row
	report      Report
	altered     *altered  // where someone has changed the published file
	sealed      bool      // the published file has seals
	resealed    bool      // the documents have those of this run
	found       fileStamp // the published file when it was copied
}

type version struct{ sha256, rules string }

// documentTables hold the rows of documents, all with a doc_id.
var documentTables = []string{"documents", "repairs", "mentions", "facts"}

// perDocument are the tables that lose a document's rows when it is replaced. Sketches are no rows of a reading: they are
// not sealed or taken over with it, but made again where they are wanting.
var perDocument = append(slices.Clone(documentTables), sketchTable)

// appended are the tables that rows are appended to, in the order they are flushed.
var appended = slices.Concat(perDocument, []string{"failures", "runs", staleTable, keptTable, storyTable, "regions", "corrections"}, vocabulary)

// Begin takes the lock, clears away what a killed run left and opens a private copy of path. The caller must end with
// Publish or Abandon; Abandon after Publish does nothing.
func Begin(ctx context.Context, path string, opt Options) (*Writer, error) {
	t, err := targetOf(path)
	if err != nil {
		return nil, err
	}
	if opt.disk != nil {
		t.disk = opt.disk
	}
	l, err := lock(t.lock(), opt.Now)
	if err != nil {
		return nil, diskFull(err)
	}
	w := &Writer{
		target: t, lock: l, warn: opt.Warn, regions: opt.Regions, corrections: opt.Corrections, contracts: opt.Contracts, freshDays: opt.FreshDays,
		met: map[string]struct{}{}, failed: map[string]struct{}{}, ids: map[string]struct{}{},
		known: map[string]version{}, before: map[string]int64{}, appenders: map[string]*duckdb.Appender{}, buffered: map[string]int{},
		report: Report{
			RunID:   fmt.Sprintf("%s-%d", opt.Now.UTC().Format("20060102T150405.000Z"), os.Getpid()),
			Started: opt.Now, RulesVersion: opt.RulesVersion,
		},
	}
	if w.warn == nil {
		w.warn = func(string) {}
	}
	w.next = t.next(w.report.RunID)
	if err := w.open(ctx); err != nil {
		w.Abandon()
		return nil, fmt.Errorf("open %s: %w", path, notDatabase(diskFull(err)))
	}
	return w, nil
}

func (w *Writer) open(ctx context.Context) error {
	if err := w.target.sweep(); err != nil {
		return err
	}
	var err error
	if w.found, err = w.target.copyWhole(w.next); err != nil {
		return err
	}
	if err := w.connect(ctx, false); err != nil {
		return err
	}
	if w.altered, w.sealed, err = alteration(ctx, w.conn); err != nil {
		return err
	}
	if w.altered != nil {
		w.warn(fmt.Sprintf("someone has written to %s since it was published (%v): every document is read again, into a new file; the changed one is kept as %s. "+
			"Open it with read_only=True, or change a copy: yiyuan sql --write COPY", w.target.file, w.altered, w.target.aside()))
		if err := w.startAnew(ctx); err != nil {
			return err
		}
	} else if err := migrate(ctx, w.conn); err != nil {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, `BEGIN TRANSACTION`); err != nil {
		return err
	}
	return w.takeStock(ctx)
}

// connect opens the private copy. A file of its own needs no other; one that takes rows over from another does at first.
// No log is written ahead: a copy that a kill leaves half written is thrown away by the next run, and so every row is
// written once.
func (w *Writer) connect(ctx context.Context, others bool) error {
	settings := fmt.Sprintf("?memory_limit=%s&threads=%d&temp_directory=%s&%s", memoryLimit, threads(), url.QueryEscape(w.next+".tmp"), noExtensions)
	start := []string{`ATTACH ` + literal(w.next) + ` AS ` + copyName + ` (RECOVERY_MODE no_wal_writes, ` + rowGroups + `)`,
		`SET wal_autocheckpoint = '1TB'`,                         // Publish writes it all, and what a checkpoint writes in between it may have to write again
		`SET disabled_compression_methods = 'fsst,zstd,roaring'`} // they are dear to try, for a file that is a little smaller
	if !others {
		start = append(start, `SET enable_external_access = false`)
	}
	connector, err := duckdb.NewConnector(settings, func(conn driver.ExecerContext) error {
		for _, statement := range append(start, `USE `+copyName) {
			if _, err := conn.ExecContext(context.Background(), statement, nil); err != nil {
				return err
			}
		}
		if start != nil {
			start = nil // the first connection opens the copy for all of them
		}
		return nil
	})
	if err != nil {
		return err
	}
	w.db = sql.OpenDB(connector)
	if w.conn, err = w.db.Conn(ctx); err != nil {
		return notDatabase(err)
	}
	return nil
}

// rowGroups are a quarter of the usual size: DuckDB shares a table out between processors by row groups, and the facts of
// some hundred reports would be one.
const rowGroups = `ROW_GROUP_SIZE 30720`

// copyName is what DuckDB calls the private copy while a run writes to it.
const copyName = "yiyuan"

// takeStock notes what the file holds: which documents in which version, and where its rows end.
func (w *Writer) takeStock(ctx context.Context) error {
	rows, err := w.conn.QueryContext(ctx, `SELECT doc_id, coalesce(sha256, ''), coalesce(rules_version, '') FROM documents`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		var v version
		if err := rows.Scan(&id, &v.sha256, &v.rules); err != nil {
			return err
		}
		w.known[id] = v
	}
	if err := rows.Err(); err != nil {
		return err
	}
	for _, table := range perDocument {
		var end int64
		if err := w.conn.QueryRowContext(ctx, `SELECT coalesce(max(rowid), -1) + 1 FROM `+table).Scan(&end); err != nil {
			return err
		}
		w.before[table] = end
	}
	return nil
}

// Met is the number of documents that the run holds a reading of, old or new.
func (w *Writer) Met() int { return w.report.Documents }

// Failures are those noted so far.
func (w *Writer) Failures() []Failure { return w.failures }

// Unchanged reports whether the file already holds the reading of these bytes by these rules. It may be called while
// another goroutine writes.
func (w *Writer) Unchanged(docID, sha256 string) bool {
	v, ok := w.known[docID]
	return ok && sha256 != "" && v == version{sha256, w.report.RulesVersion}
}

// Keep notes that an unchanged document was met.
func (w *Writer) Keep(docID string) {
	w.met[docID] = struct{}{}
	delete(w.failed, docID)
	w.report.Documents++
	w.report.Unchanged++
}

// Fail notes an input that gave no reading. What the file holds of it from an earlier run stays, unless an earlier version
// of it is put.
func (w *Writer) Fail(f Failure) {
	if f.DocID == "" {
		f.DocID = f.Path
	}
	if _, met := w.met[f.DocID]; !met {
		w.met[f.DocID] = struct{}{}
		w.failed[f.DocID] = struct{}{}
	}
	w.failures = append(w.failures, f)
}

// Saw notes an input that is no document itself, such as a list of them: a failure that the file holds of it is over.
func (w *Writer) Saw(id string) { w.met[id] = struct{}{} }

// Gone notes an input that was a document once and is none any more: what the file holds of it goes.
func (w *Writer) Gone(id string) {
	w.Saw(id)
	_, held := w.known[id]
	if w.altered != nil {
		_, sound := w.altered.sound[id]
		held = held || sound
		w.altered.read(id)
	}
	if held {
		w.stale = append(w.stale, id)
		w.report.Pruned++
	}
}

// Put writes a reading in place of the one the file holds of the document.
func (w *Writer) Put(c Checked) error {
	r := c.reading
	doc := &r.Document
	if err := w.claim(c); err != nil {
		w.Fail(Failure{DocID: doc.DocID, Kind: KindIdentity, Message: err.Error()})
		return nil
	}
	if _, ok := w.known[doc.DocID]; ok {
		w.stale = append(w.stale, doc.DocID)
	}
	if err := w.append("documents", w.row.document(doc, w.report.RunID)); err != nil {
		return err
	}
	for i := range r.Repairs {
		if err := w.append("repairs", w.row.repair(doc.DocID, &r.Repairs[i])); err != nil {
			return err
		}
	}
	for i := range r.Mentions {
		if err := w.append("mentions", w.row.mention(doc.DocID, &r.Mentions[i])); err != nil {
			return err
		}
		if r.Mentions[i].Disposition == dispositionUnread {
			w.report.Unread++
		}
	}
	for i := range r.Facts {
		if err := w.append("facts", w.row.fact(doc, &r.Facts[i], w.report.RunID)); err != nil {
			return err
		}
		if err := w.held(len(r.Facts[i].Quote) + len(r.Facts[i].Sentence)); err != nil {
			return err
		}
	}
	w.sketches = append(w.sketches, story.Text{ID: doc.DocID, Sketch: c.sketch})
	if err := w.keepSketch(doc.DocID, c.sketch, len(doc.Text)); err != nil {
		return err
	}
	w.altered.read(doc.DocID)
	w.report.Documents++
	w.report.Written++
	w.report.Repairs += len(r.Repairs)
	w.report.Mentions += len(r.Mentions)
	w.report.Facts += len(r.Facts)
	return w.held(len(doc.SourceText) + len(doc.Text))
}

// mostHeld is how many bytes of text the appenders may hold: by themselves they wait for 204800 rows, however long.
const mostHeld = 32 << 20

func (w *Writer) held(n int) error {
	if w.holding += n; w.holding < mostHeld {
		return nil
	}
	w.holding = 0
	for _, table := range perDocument {
		if a, ok := w.appenders[table]; ok {
			if err := a.Flush(); err != nil {
				return fmt.Errorf("append to %s: %w", table, diskFull(err))
			}
		}
	}
	return nil
}

// claim keeps ids unique over the documents of a run; within a document Check has seen to it.
func (w *Writer) claim(c Checked) error {
	id := c.reading.Document.DocID
	_, met := w.met[id]
	if _, failed := w.failed[id]; met && !failed {
		return fmt.Errorf("doc_id %q was met before in this run", id)
	}
	for i := range c.reading.Mentions {
		if _, twice := w.ids[c.reading.Mentions[i].MentionID]; twice {
			return fmt.Errorf("mention id %q belongs to another document too", c.reading.Mentions[i].MentionID)
		}
	}
	for i := range c.reading.Facts {
		if _, twice := w.ids[c.reading.Facts[i].FactID]; twice {
			return fmt.Errorf("fact id %q belongs to another document too", c.reading.Facts[i].FactID)
		}
	}
	w.met[id] = struct{}{}
	delete(w.failed, id)
	for i := range c.reading.Mentions {
		w.ids[c.reading.Mentions[i].MentionID] = struct{}{}
	}
	for i := range c.reading.Facts {
		w.ids[c.reading.Facts[i].FactID] = struct{}{}
	}
	return nil
}

func (w *Writer) append(table string, values []driver.Value) error {
	a, ok := w.appenders[table]
	if !ok {
		var err error
		if a, err = w.appender(table); err != nil {
			return fmt.Errorf("append to %s: %w", table, err)
		}
		w.appenders[table] = a
	}
	if err := a.AppendRow(values...); err != nil {
		return fmt.Errorf("append to %s: %w", table, diskFull(err))
	}
	if w.buffered[table]++; w.buffered[table] < flushRows {
		return nil
	}
	w.buffered[table] = 0
	if err := a.Flush(); err != nil {
		return fmt.Errorf("append to %s: %w", table, diskFull(err))
	}
	return nil
}

func (w *Writer) appender(table string) (a *duckdb.Appender, err error) {
	err = w.conn.Raw(func(dc any) error {
		a, err = duckdb.NewAppenderFromConn(dc.(driver.Conn), "", table)
		return err
	})
	return a, err
}

// closeAppenders flushes what they hold, in the order of the tables.
func (w *Writer) closeAppenders() error {
	var errs []error
	for _, table := range appended {
		if a, ok := w.appenders[table]; ok {
			errs = append(errs, a.Close())
			delete(w.appenders, table)
		}
	}
	return errors.Join(errs...)
}

// Abandon gives up the run: the private copy goes, FILE stays as it was.
func (w *Writer) Abandon() {
	if w.lock == nil {
		return
	}
	w.closeAppenders()
	w.closeDB()
	w.target.sweep()
	w.lock.Unlock()
	w.lock = nil
}

func (w *Writer) closeDB() error {
	var errs []error
	if w.conn != nil {
		errs = append(errs, w.conn.Close())
		w.conn = nil
	}
	if w.db != nil {
		errs = append(errs, w.db.Close())
		w.db = nil
	}
	return errors.Join(errs...)
}

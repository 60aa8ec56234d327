// Package archive keeps every response of every fetch, so that a fact can be proved by the page it was read from years
// later, and so that the database can be rebuilt without asking any site again.
//
// An archive is a folder: the responses in WARC files (warc/*.warc.gz), which are the truth, and index.jsonl with a line
// for each capture: address, time, status, SHA-256 of the content, and where its record stands. Content is stored once:
// a response whose content is there already becomes a revisit record, whichever address it came from. A writer starts a
// file of its own and appends to it, record first and index line after, so that a kill at any instant leaves at most one
// torn record and one missing line, and the next writer cuts the one off and adds the other. A database would find
// captures faster; it could not be read with zcat, and could not be rebuilt from the pages with a scan.
package archive

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"sync"
	"time"

	"github.com/gofrs/flock"

	"yiyuan/extract/warc"
)

// Capture is one answer of a server for one address.
type Capture struct {
	URL       string    `json:"url"`
	At        time.Time `json:"at"`
	Status    int       `json:"status"`
	Type      string    `json:"type,omitempty"`   // Content-Type as it came
	Digest    string    `json:"digest,omitempty"` // of the content; empty where there was none
	Size      int       `json:"size,omitempty"`
	File      string    `json:"file"`
	Offset    int64     `json:"offset"`
	Length    int64     `json:"length"`
	Revisit   bool      `json:"revisit,omitempty"`   // the content is in an earlier record
	Server    string    `json:"server,omitempty"`    // its IP address
	Truncated string    `json:"truncated,omitempty"` // why the content is cut: length, time, disconnect
}

// Whole reports whether the capture is a page as a reader would get it.
func (c Capture) Whole() bool {
	return (c.Status == http.StatusOK || c.Status == http.StatusNotModified) && c.Digest != "" && c.Truncated == ""
}

// Errors of an archive.
var (
	ErrLocked  = errors.New("another run writes to this archive; wait for it or end it")
	ErrNone    = errors.New("no archive here; fetch one with: yiyuan run --config yiyuan.yaml")
	ErrMissing = errors.New("not in the archive; list what is there with: yiyuan history")
)

const (
	folder    = "warc"
	indexName = "index.jsonl"
	lockName  = "lock"
	rollAt    = 1 << 30 // bytes after which a writer starts another file
)

// Archive is an open archive. Its methods may be called from many goroutines.
type Archive struct {
	dir string

	mu       sync.RWMutex
	captures []Capture
	byURL    map[string][]int
	original map[string]int   // the capture that holds the content
	end      map[string]int64 // of each file, as far as the index knows it

	lock   *flock.Flock // nil where the archive was opened to be read
	index  *os.File
	out    *os.File
	writer *warc.Writer
	info   string
	next   int // number of the next file
	broken error
}

// Open opens an archive for reading. A run may be writing to it.
func Open(dir string) (*Archive, error) {
	if _, err := os.Stat(filepath.Join(dir, folder)); err != nil {
		return nil, fmt.Errorf("%s: %w", dir, ErrNone)
	}
	a := empty(dir)
	return a, a.load()
}

// OpenWriter opens or founds an archive, mends what a killed writer left, and holds its lock until Close. Info describes
// the crawler in the first record of each file.
func OpenWriter(dir, info string) (*Archive, error) {
	if err := os.MkdirAll(filepath.Join(dir, folder), 0o755); err != nil {
		return nil, fmt.Errorf("found an archive: %w", err)
	}
	a := empty(dir)
	a.info = info
	if err := a.takeLock(); err != nil {
		return nil, err
	}
	err := a.load()
	if err == nil {
		a.index, err = os.OpenFile(filepath.Join(dir, indexName), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	}
	if err == nil {
		err = a.mend()
	}
	if err != nil {
		a.Close()
		return nil, err
	}
	return a, nil
}

func empty(dir string) *Archive {
	return &Archive{dir: dir, byURL: map[string][]int{}, original: map[string]int{}, end: map[string]int64{}, next: 1}
}

func (a *Archive) takeLock() error {
	path := filepath.Join(a.dir, lockName)
	a.lock = flock.New(path)
	ok, err := a.lock.TryLock()
	if err != nil {
		return fmt.Errorf("lock the archive: %w", err)
	}
	if !ok {
		a.lock = nil
		holder, _ := os.ReadFile(path)
		return fmt.Errorf("%s: %w (%s)", a.dir, ErrLocked, strings.TrimSpace(string(holder)))
	}
	host, _ := os.Hostname()
	return os.WriteFile(path, fmt.Appendf(nil, "pid %d on %s since %s\n", os.Getpid(), host, time.Now().Format(time.RFC3339)), 0o644)
}

// Close ends writing and gives the lock back.
func (a *Archive) Close() error {
	var errs []error
	for _, f := range []*os.File{a.out, a.index} {
		if f != nil {
			errs = append(errs, f.Sync(), f.Close())
		}
	}
	if a.lock != nil {
		errs = append(errs, a.lock.Unlock())
	}
	a.out, a.index, a.lock = nil, nil, nil
	return errors.Join(errs...)
}

// Dir is the folder of the archive.
func (a *Archive) Dir() string { return a.dir }

// Len is the number of captures.
func (a *Archive) Len() int {
	a.mu.RLock()
	defer a.mu.RUnlock()
	return len(a.captures)
}

// History returns the captures of an address, oldest first.
func (a *Archive) History(url string) []Capture {
	a.mu.RLock()
	defer a.mu.RUnlock()
	var out []Capture
	for _, i := range a.byURL[url] {
		out = append(out, a.captures[i])
	}
	return out
}

// Latest returns the last whole capture of an address, and when the content it has was first seen there.
func (a *Archive) Latest(url string) (c Capture, since time.Time, ok bool) {
	a.mu.RLock()
	defer a.mu.RUnlock()
	at := a.byURL[url]
	for i := len(at) - 1; i >= 0; i-- {
		found := a.captures[at[i]]
		switch {
		case !found.Whole():
			continue
		case !ok:
			c, since, ok = found, found.At, true
		case found.Digest == c.Digest:
			since = found.At
		default:
			return c, since, ok
		}
	}
	return c, since, ok
}

// URLs returns every address that was asked, in order.
func (a *Archive) URLs() []string {
	a.mu.RLock()
	defer a.mu.RUnlock()
	out := make([]string, 0, len(a.byURL))
	for u := range a.byURL {
		out = append(out, u)
	}
	sort.Strings(out)
	return out
}

// Servers returns the IP addresses that answered, in order.
func (a *Archive) Servers() []string {
	a.mu.RLock()
	defer a.mu.RUnlock()
	var out []string
	for _, c := range a.captures {
		out = append(out, c.Server)
	}
	sort.Strings(out)
	return slices.Compact(out)
}

// Content returns what a server sent, decoded, and checks it against its digest. Content that cannot be read is as content
// that was never had: when it comes again, it is stored again.
func (a *Archive) Content(c Capture) ([]byte, error) {
	body, err := a.content(c)
	if err != nil {
		a.mu.Lock()
		delete(a.original, c.Digest)
		a.mu.Unlock()
	}
	return body, err
}

func (a *Archive) content(c Capture) ([]byte, error) {
	a.mu.RLock()
	i, ok := a.original[c.Digest]
	if ok {
		c = a.captures[i]
	}
	a.mu.RUnlock()
	if !ok || c.Digest == "" {
		return nil, fmt.Errorf("%s of %s: %w", c.URL, c.At.Format(time.DateOnly), ErrMissing)
	}
	rec, err := a.record(c)
	if err != nil {
		return nil, err
	}
	resp, err := warc.ParseResponse(rec.Block, int64(len(rec.Block)))
	if err != nil {
		return nil, fmt.Errorf("%s in %s: %w", c.URL, c.File, err)
	}
	if err := warc.Match(c.Digest, resp.Body); err != nil {
		return nil, fmt.Errorf("%s in %s: %w", c.URL, c.File, err)
	}
	return resp.Body, nil
}

func (a *Archive) record(c Capture) (*warc.Record, error) {
	f, err := os.Open(a.path(c.File))
	if err != nil {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	defer f.Close()
	if _, err := f.Seek(c.Offset, 0); err != nil {
		return nil, fmt.Errorf("read the archive: %w", err)
	}
	rec, err := warc.NewReader(f).Next()
	if err != nil {
		return nil, fmt.Errorf("%s at %d: %w", c.File, c.Offset, err)
	}
	return rec, nil
}

func (a *Archive) path(file string) string { return filepath.Join(a.dir, folder, filepath.Base(file)) }

// add takes a capture into the tables in memory.
func (a *Archive) add(c Capture) {
	i := len(a.captures)
	a.captures = append(a.captures, c)
	a.byURL[c.URL] = append(a.byURL[c.URL], i)
	if !c.Revisit && c.Digest != "" && c.Truncated == "" { // the last: it is stored a second time where the first was damaged
		a.original[c.Digest] = i
	}
	a.end[c.File] = max(a.end[c.File], c.Offset+c.Length)
}

// Verify reads every byte again: records against their digests, the index against the records. Each thing that is wrong
// is reported; the error is for an archive that could not be read at all.
func (a *Archive) Verify(ctx context.Context, report func(string)) (records int, err error) {
	files, err := a.files()
	if err != nil {
		return 0, err
	}
	v := verifier{a: a, report: report, seen: map[place]string{}}
	for _, file := range files {
		if err := v.file(ctx, file); err != nil {
			return v.records, err
		}
	}
	v.index()
	return v.records, nil
}

type place struct {
	file   string
	offset int64
}

type verifier struct {
	a       *Archive
	report  func(string)
	seen    map[place]string
	records int
}

func (v *verifier) file(ctx context.Context, file string) error {
	f, err := os.Open(v.a.path(file))
	if err != nil {
		return fmt.Errorf("verify the archive: %w", err)
	}
	defer f.Close()
	r := warc.NewReader(f)
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		rec, err := r.Next()
		if err != nil {
			if !isEOF(err) {
				v.report(fmt.Sprintf("%s: %v", file, err))
			}
			return nil
		}
		v.records++
		if err := rec.Check(); err != nil {
			v.report(fmt.Sprintf("%s at %d: %v", file, rec.Offset, err))
		}
		if c, ok := captureOf(rec); ok {
			v.seen[place{file, rec.Offset}] = c.URL + " " + c.Digest
		}
	}
}

func (v *verifier) index() {
	v.a.mu.RLock()
	defer v.a.mu.RUnlock()
	for _, c := range v.a.captures {
		at := place{c.File, c.Offset}
		switch got, ok := v.seen[at]; {
		case !ok:
			v.report(fmt.Sprintf("%s at %d: the index names a record of %s that is not there", c.File, c.Offset, c.URL))
		case got != c.URL+" "+c.Digest:
			v.report(fmt.Sprintf("%s at %d: the index says %s %s, the record %s", c.File, c.Offset, c.URL, c.Digest, got))
		}
		delete(v.seen, at)
		if _, ok := v.a.original[c.Digest]; c.Whole() && !ok {
			v.report(fmt.Sprintf("%s at %d: the content of %s is in no record", c.File, c.Offset, c.URL))
		}
	}
	var left []string
	for at := range v.seen {
		left = append(left, fmt.Sprintf("%s at %d: a record the index does not name; the next run adds it", at.file, at.offset))
	}
	sort.Strings(left)
	for _, l := range left {
		v.report(l)
	}
}

// indexLine is a capture as index.jsonl has it.
func indexLine(c Capture) ([]byte, error) {
	b, err := json.Marshal(c)
	return append(b, '\n'), err
}

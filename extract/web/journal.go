package web

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"sync"
	"time"

	"github.com/google/renameio/v2"
)

// The kinds of a visit: the three kinds of index, an article, a further part of an article.
const (
	visitArticle = "article"
	visitPart    = "part"
)

// The states of a visit.
const (
	stateQueued  = ""        // not asked yet, or to be asked again
	stateDone    = "done"    // answered with a page
	stateMoved   = "moved"   // answered with another address
	stateFailed  = "failed"  // answered with an error, or not at all
	stateRefused = "refused" // not to be asked: robots.txt, another site, a private address
)

// visit is what is known of one address.
type visit struct {
	URL      string    `json:"url"`
	Source   string    `json:"source"`
	Kind     string    `json:"kind"`
	Page     int       `json:"page,omitempty"`    // of a list, from 1
	Found    int       `json:"found"`             // the run that met it first
	Visited  int       `json:"visited,omitempty"` // the run that settled it last
	State    string    `json:"state,omitempty"`
	To       string    `json:"to,omitempty"`   // where it moved
	Hops     int       `json:"hops,omitempty"` // redirects that led here
	Status   int       `json:"status,omitempty"`
	ETag     string    `json:"etag,omitempty"`
	Modified string    `json:"modified,omitempty"` // Last-Modified as it came: the server's clock is its own affair
	Digest   string    `json:"digest,omitempty"`
	Checked  time.Time `json:"checked,omitzero"`
	Changed  time.Time `json:"changed,omitzero"`
	Listed   time.Time `json:"listed,omitzero"` // lastmod of the sitemap that names it
	Attempts int       `json:"attempts,omitempty"`
	Kept     string    `json:"failure,omitempty"` // kind of the last failure
	Message  string    `json:"message,omitempty"`
	Title    string    `json:"title,omitempty"` // as the feed has it
	Date     time.Time `json:"date,omitzero"`
}

func (v *visit) isIndex() bool { return v.Kind != visitArticle && v.Kind != visitPart }

// urgency orders what waits: what may lead on, what is new, what was there before.
func (v *visit) urgency() int {
	switch {
	case v.isIndex():
		return 0
	case v.Changed.IsZero():
		return 1
	}
	return 2
}

// entry is a line of the journal: a visit, a host that asked us to wait, the beginning or end of a run, or a source that
// doctor has read.
type entry struct {
	Visit    *visit    `json:"visit,omitempty"`
	Host     string    `json:"host,omitempty"`
	Until    time.Time `json:"until,omitzero"`
	Begin    int       `json:"begin,omitempty"`
	End      int       `json:"end,omitempty"`
	Verified string    `json:"verified,omitempty"`
	At       time.Time `json:"at,omitzero"`
}

// journal is the state of fetching: an append-only file of entries, of which the last for a thing stands. One write holds
// everything that is to be true together; a torn line at the end is dropped. It is rewritten when most of it is past.
type journal struct {
	mu       sync.Mutex
	path     string
	out      *os.File // nil when read only
	visits   map[string]*visit
	waits    map[string]time.Time // hosts that asked us to wait
	verified map[string]time.Time
	waiting  map[string]int // addresses of each source that were not asked yet
	run      int            // the number of the last run
	ended    int            // the last run that came to its end
	lines    int
	broken   error
}

const journalName = "fetch.jsonl"

// readJournal reads the state without changing it.
func readJournal(dir string) (*journal, error) {
	j := &journal{path: filepath.Join(dir, journalName), visits: map[string]*visit{}, waits: map[string]time.Time{}, verified: map[string]time.Time{}, waiting: map[string]int{}}
	f, err := os.Open(j.path)
	if errors.Is(err, fs.ErrNotExist) {
		return j, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the state of fetching: %w", err)
	}
	defer f.Close()
	_, err = j.replay(f)
	return j, err
}

// openJournal reads the state, drops a torn end, and opens the file to append to.
func openJournal(dir string) (*journal, error) {
	j, err := readJournal(dir)
	if err != nil {
		return nil, err
	}
	if err := j.compact(); err != nil {
		return nil, err
	}
	if j.out, err = os.OpenFile(j.path, os.O_CREATE|os.O_RDWR|os.O_APPEND, 0o644); err != nil {
		return nil, fmt.Errorf("open the state of fetching: %w", err)
	}
	return j, nil
}

func (j *journal) replay(r io.Reader) (torn bool, err error) {
	in := bufio.NewReaderSize(r, 256<<10)
	for {
		line, err := in.ReadBytes('\n')
		if err == io.EOF {
			return len(line) > 0, nil
		}
		if err != nil {
			return false, fmt.Errorf("read the state of fetching: %w", err)
		}
		var e entry
		if json.Unmarshal(line, &e) == nil {
			j.apply(e)
			j.lines++
		}
	}
}

func (j *journal) apply(e entry) {
	switch {
	case e.Visit != nil:
		if old := j.visits[e.Visit.URL]; old != nil && old.State == stateQueued {
			j.waiting[old.Source]--
		}
		if e.Visit.State == stateQueued {
			j.waiting[e.Visit.Source]++
		}
		j.visits[e.Visit.URL] = e.Visit
	case e.Host != "":
		j.waits[e.Host] = e.Until
	case e.Begin > 0:
		j.run = e.Begin
	case e.End > 0:
		j.ended = e.End
	case e.Verified != "":
		j.verified[e.Verified] = e.At
	}
}

// compact rewrites the file as the state it amounts to. It also takes off what a kill left torn at the end.
func (j *journal) compact() error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, e := range j.entries() {
		if err := enc.Encode(e); err != nil {
			return fmt.Errorf("write the state of fetching: %w", err)
		}
	}
	if err := renameio.WriteFile(j.path, b.Bytes(), 0o644); err != nil {
		return fmt.Errorf("write the state of fetching: %w", err)
	}
	return nil
}

func (j *journal) entries() []entry {
	var out []entry
	for _, name := range sortedKeys(j.verified) {
		out = append(out, entry{Verified: name, At: j.verified[name]})
	}
	for _, host := range sortedKeys(j.waits) {
		out = append(out, entry{Host: host, Until: j.waits[host]})
	}
	if j.run > 0 {
		out = append(out, entry{Begin: j.run})
	}
	if j.ended > 0 {
		out = append(out, entry{End: j.ended})
	}
	for _, u := range sortedKeys(j.visits) {
		out = append(out, entry{Visit: j.visits[u]})
	}
	return out
}

func sortedKeys[V any](m map[string]V) []string {
	out := make([]string, 0, len(m))
	for k := range m {
		out = append(out, k)
	}
	sort.Strings(out)
	return out
}

// write appends entries in one piece and takes them into the state.
func (j *journal) write(entries ...entry) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, e := range entries {
		if err := enc.Encode(e); err != nil {
			return fmt.Errorf("write the state of fetching: %w", err)
		}
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if j.broken != nil {
		return j.broken
	}
	if _, err := j.out.Write(b.Bytes()); err != nil {
		j.broken = fmt.Errorf("write the state of fetching: %w", err) // a line after half a line would be lost with it
		return j.broken
	}
	for _, e := range entries {
		j.apply(e)
	}
	return nil
}

// begin starts a run, or goes on with one that was cut off.
func (j *journal) begin() (n int, resumed bool, err error) {
	if j.run > j.ended {
		return j.run, true, nil
	}
	n = j.run + 1
	return n, false, j.write(entry{Begin: n})
}

func (j *journal) visit(url string) *visit {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.visits[url]
}

func (j *journal) waitingOf(source string) int {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.waiting[source]
}

func (j *journal) waitOf(host string) time.Time {
	j.mu.Lock()
	defer j.mu.Unlock()
	return j.waits[host]
}

func (j *journal) close() error {
	if j.out == nil {
		return nil
	}
	return errors.Join(j.out.Sync(), j.out.Close())
}

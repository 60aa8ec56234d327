// Package extract reads a local corpus: folders, files, archives and standard input become a stream of yiyuan.Source.
//
// The walk is depth first in the order of names, so two runs over the same tree hand on the same documents with the same
// ids in the same order. What a file is, its bytes say; its extension only decides whether it is looked at at all, since
// a corpus gathered over years holds notes, pictures and programs beside its articles. One document is in memory at a
// time: a list of all of them first would be simpler, and would not survive the first archive of a million pages.
//
// Every byte is hostile. Nothing that blocks is opened, nothing is read past a limit, an archive that unpacks to far
// more than itself is left, and each input that cannot be read becomes one Failure while the rest goes on.
package extract

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"time"

	"yiyuan"
)

// DefaultMaxBytes is the size a document may have.
const DefaultMaxBytes = 32 << 20

// Options of a reading.
type Options struct {
	Corpus   string
	Now      time.Time // when the pages were fetched, for 昨天 and 3小时前; zero where that is not known
	MaxBytes int64     // larger documents fail; 0 means DefaultMaxBytes
}

func (o Options) maxBytes() int64 {
	if o.MaxBytes > 0 {
		return o.MaxBytes
	}
	return DefaultMaxBytes
}

// The kinds of Failure.
const (
	KindNotFound    = "not_found"
	KindUnreadable  = "unreadable"
	KindEmpty       = "empty"
	KindBinary      = "binary"
	KindTooLarge    = "too_large"
	KindCorrupt     = "corrupt"
	KindBomb        = "bomb"
	KindName        = "bad_name"
	KindSpecialFile = "special_file"
	KindDuplicateID = "duplicate_id"
	KindJSON        = "bad_json"
	KindEncoding    = "bad_encoding"
	KindHTML        = "bad_html"
)

// Failure is one input that gave no document, and why.
type Failure struct{ DocID, Path, Kind, Message string }

// Counts is what a reading met. Skipped is by reason; SkippedFiles names the first of them, with the command that makes
// a readable file where there is one.
type Counts struct {
	Read         int
	Failed       int
	Skipped      map[string]int
	SkippedFiles []SkippedFile
}

// SkippedFile is a file that is not a document this package reads.
type SkippedFile struct{ Path, Reason, Command string }

const maxSkippedFiles = 200

func (c *Counts) skip(path, reason, command string) {
	if c.Skipped == nil {
		c.Skipped = map[string]int{}
	}
	c.Skipped[reason]++
	if len(c.SkippedFiles) < maxSkippedFiles {
		c.SkippedFiles = append(c.SkippedFiles, SkippedFile{path, reason, command})
	}
}

// Files reads paths: folders, files, and "-" for standard input.
func Files(ctx context.Context, paths []string, opt Options, yield func(yiyuan.Source) error, fail func(Failure)) (Counts, error) {
	r := newReader(ctx, opt, yield, fail)
	for _, p := range paths {
		if err := r.path(p); err != nil {
			return r.counts, err
		}
	}
	return r.counts, nil
}

// FS reads a file system from its root, as Files reads a folder.
func FS(ctx context.Context, fsys fs.FS, opt Options, yield func(yiyuan.Source) error, fail func(Failure)) (Counts, error) {
	r := newReader(ctx, opt, yield, fail)
	err := r.folder(tree{fsys: fsys}, ".", "")
	return r.counts, err
}

// NDJSON reads documents one to a line, each with text or html. Lines without an id are named -#line.
func NDJSON(ctx context.Context, in io.Reader, opt Options, yield func(yiyuan.Source) error, fail func(Failure)) error {
	r := newReader(ctx, opt, yield, fail)
	r.ids = nil // a filter answers every line, however often an id comes
	return r.lines(in, stdin)
}

// reader is one reading: its sinks, and what it has met so far.
type reader struct {
	ctx    context.Context
	opt    Options
	yield  func(yiyuan.Source) error // its error stops the reading
	sink   func(Failure)
	counts Counts
	ids    map[string]struct{} // nil where ids may repeat
	met    map[string]struct{} // files by absolute path
}

func newReader(ctx context.Context, opt Options, yield func(yiyuan.Source) error, fail func(Failure)) *reader {
	return &reader{ctx: ctx, opt: opt, yield: yield, sink: fail, ids: map[string]struct{}{}, met: map[string]struct{}{}}
}

func (r *reader) fail(at origin, kind, format string, args ...any) {
	r.counts.Failed++
	r.sink(Failure{DocID: at.id(), Path: at.path, Kind: kind, Message: fmt.Sprintf(format, args...)})
}

// failWith names the kind of an error of reading. It returns one only where the reading itself was called off.
func (r *reader) failWith(at origin, err error) error {
	var f failure
	switch {
	case r.ctx.Err() != nil:
		return r.ctx.Err()
	case errors.As(err, &f):
		r.fail(at, f.kind, "%s", f.message)
	case errors.Is(err, fs.ErrNotExist):
		r.fail(at, KindNotFound, "no such file; look at the path with: ls -l %s", quoted(at.path))
	case errors.Is(err, fs.ErrPermission):
		r.fail(at, KindUnreadable, "permission denied; grant it with: chmod u+r %s", quoted(at.path))
	default:
		r.fail(at, KindUnreadable, "cannot be read: %v", err)
	}
	return nil
}

// failure is an error that knows its kind.
type failure struct{ kind, message string }

func (f failure) Error() string { return f.message }

func tooLarge(limit int64) failure {
	return failure{KindTooLarge, fmt.Sprintf("larger than %d MiB; split it, one article to a file", limit>>20)}
}

// hand completes a document and passes it on, unless its id is taken.
func (r *reader) hand(at origin, src yiyuan.Source) error {
	if err := r.ctx.Err(); err != nil {
		return err
	}
	id, ok := r.claim(at, src.DocID)
	if !ok {
		at.docID = src.DocID
		r.fail(at, KindDuplicateID, "another document of this run has the id %q; rename one of them", at.id())
		return nil
	}
	src.DocID, src.Corpus = id, r.opt.Corpus
	if src.FetchedAt.IsZero() {
		src.FetchedAt = r.opt.Now
	}
	if src.Parts == 0 {
		src.Parts = 1
	}
	r.counts.Read++
	return r.yield(src)
}

// claim settles the id: the one the document brings, else its path without extension, else with it.
func (r *reader) claim(at origin, own string) (string, bool) {
	candidates := []string{own}
	if own == "" {
		candidates = []string{at.id(), at.rel}
	}
	for _, id := range candidates {
		if id == "" {
			continue
		}
		if r.ids == nil {
			return id, true
		}
		if _, taken := r.ids[id]; !taken {
			r.ids[id] = struct{}{}
			return id, true
		}
	}
	return "", false
}

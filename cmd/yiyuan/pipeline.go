package main

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"runtime/debug"

	"golang.org/x/sync/errgroup"
	"golang.org/x/sync/semaphore"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/load"
	"yiyuan/transform"
)

// bytesInHand bounds the documents between extract and load: a reading takes some ten times its source.
const bytesInHand = 32 << 20

// garbage is how much of it, in percent of what is alive, may lie about while documents are read: little is alive then, and
// the collector runs a third as often. Publishing needs the memory for DuckDB.
const garbage = 300

// kindTransform is the kind of the failure of a source that transform could not read, kindPanic of one it broke on.
const (
	kindTransform = "transform"
	kindPanic     = "panic"
)

// source hands out documents and failures in a fixed order, as the functions of extract do.
type source func(ctx context.Context, yield func(yiyuan.Source) error, fail func(extract.Failure)) (extract.Counts, error)

// job is one input on its way from extract to its answer: a reading that keeps the identities, or a failure.
type job struct {
	source  yiyuan.Source
	weight  int64
	keep    bool // unchanged, not read again
	failure *load.Failure
	checked load.Checked
	printed []byte
	done    chan struct{}
}

func newJob(s yiyuan.Source) *job { return &job{source: s, done: make(chan struct{})} }

func failedJob(f extract.Failure) *job {
	return &job{failure: &load.Failure{DocID: f.DocID, Path: f.Path, Kind: f.Kind, Message: f.Message}, done: make(chan struct{})}
}

func (j *job) fail(kind string, err error) {
	j.failure = &load.Failure{DocID: j.source.DocID, Kind: kind, Message: err.Error()}
}

// read transforms the source. A rule that breaks on one document must not end the run over all the others.
func (j *job) read(read func(yiyuan.Source) (yiyuan.Reading, error)) {
	defer func() {
		if r := recover(); r != nil {
			j.fail(kindPanic, fmt.Errorf("a rule broke on it: %v; please report it with the document", r))
		}
		j.source.Body = nil
	}()
	reading, err := read(j.source)
	switch {
	case errors.Is(err, transform.ErrTooManyFigures):
		j.fail(extract.KindTooLarge, err)
		return
	case err != nil:
		j.fail(kindTransform, err)
		return
	}
	if j.checked, err = load.Check(&reading); err != nil {
		j.fail(load.KindIdentity, err)
	}
}

// pipeline takes the inputs of a source through work on every core and hands them to write in the order of the source,
// so that rows and lines lie the same way however the goroutines ran. What is on its way is bounded in number and bytes.
type pipeline struct {
	unchanged func(docID, sha256 string) bool
	work      func(*job)
	write     func(*job) error // on the calling goroutine
}

func (p pipeline) run(ctx context.Context, src source) (counts extract.Counts, err error) {
	if percent := debug.SetGCPercent(garbage); percent != 100 {
		debug.SetGCPercent(percent) // GOGC says otherwise
	} else {
		defer debug.SetGCPercent(percent)
	}
	workers := runtime.GOMAXPROCS(0)
	work := make(chan *job, workers)
	ordered := make(chan *job, 16*workers)
	hand := semaphore.NewWeighted(bytesInHand)
	group, ctx := errgroup.WithContext(ctx)

	send := func(j *job) error {
		select {
		case ordered <- j:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	take := func(s yiyuan.Source) error {
		j := newJob(s)
		if p.unchanged(s.DocID, s.SHA256) {
			j.keep, j.source.Body = true, nil
			close(j.done)
			return send(j)
		}
		j.weight = min(int64(len(s.Body)), bytesInHand)
		if err := hand.Acquire(ctx, j.weight); err != nil {
			return err
		}
		if err := send(j); err != nil {
			return err
		}
		work <- j
		return nil
	}
	refuse := func(f extract.Failure) {
		j := failedJob(f)
		close(j.done)
		_ = send(j) // a reading that was called off ends by itself
	}
	group.Go(func() (err error) {
		defer close(ordered)
		defer close(work)
		counts, err = src(ctx, take, refuse)
		return err
	})
	for range workers {
		group.Go(func() error {
			for j := range work {
				p.work(j)
				close(j.done)
			}
			return nil
		})
	}
	var failed error
	for j := range ordered {
		<-j.done
		if failed == nil {
			if failed = p.write(j); failed != nil {
				group.Go(func() error { return failed }) // calls the reading off; what is on its way is drained
			}
		}
		hand.Release(j.weight)
	}
	return counts, group.Wait()
}

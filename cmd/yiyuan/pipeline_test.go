package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"yiyuan"
	"yiyuan/extract"
)

// numbered yields n sources; every seventh input is a failure.
func numbered(n int) source {
	return func(ctx context.Context, yield func(yiyuan.Source) error, fail func(extract.Failure)) (extract.Counts, error) {
		for i := range n {
			if i%7 == 3 {
				fail(extract.Failure{DocID: fmt.Sprint(i), Kind: "empty"})
				continue
			}
			if err := yield(yiyuan.Source{DocID: fmt.Sprint(i), Body: []byte("丰收"), SHA256: fmt.Sprint(i)}); err != nil {
				return extract.Counts{}, err
			}
		}
		return extract.Counts{Read: n}, nil
	}
}

func plain(s yiyuan.Source) (yiyuan.Reading, error) {
	return yiyuan.Reading{Document: yiyuan.Document{DocID: s.DocID, Text: string(s.Body)}}, nil
}

func never(string, string) bool { return false }

func TestThePipelineKeepsTheOrder(t *testing.T) {
	var got []string
	p := pipeline{
		unchanged: func(id, _ string) bool { return strings.HasSuffix(id, "5") },
		work: func(j *job) {
			time.Sleep(time.Duration(rand.IntN(300)) * time.Microsecond)
			j.read(plain)
		},
		write: func(j *job) error {
			id := j.source.DocID
			if j.failure != nil {
				id = j.failure.DocID
			}
			got = append(got, id)
			return nil
		},
	}
	if _, err := p.run(context.Background(), numbered(300)); err != nil {
		t.Fatal(err)
	}
	for i, id := range got {
		if id != fmt.Sprint(i) {
			t.Fatalf("input %s came in place %d", id, i)
		}
	}
	if len(got) != 300 {
		t.Errorf("%d inputs came through, want 300", len(got))
	}
}

func TestAWriteErrorEndsThePipeline(t *testing.T) {
	full := errors.New("disk full")
	written := 0
	p := pipeline{unchanged: never, work: func(j *job) { j.read(plain) }, write: func(*job) error {
		if written++; written == 5 {
			return full
		}
		return nil
	}}
	if _, err := p.run(context.Background(), numbered(100000)); !errors.Is(err, full) {
		t.Errorf("error %v, want %v", err, full)
	}
	if written != 5 {
		t.Errorf("%d writes after the error", written-5)
	}
}

func TestASignalLeavesWhatWasReadWhole(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	written := 0
	p := pipeline{unchanged: never, work: func(j *job) { j.read(plain) }, write: func(j *job) error {
		if written++; written == 20 {
			cancel()
		}
		return nil
	}}
	if _, err := p.run(ctx, numbered(100000)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want it cancelled", err)
	}
	if written < 20 || written == 100000 {
		t.Errorf("%d written", written)
	}
}

func TestOneBadDocumentIsOneFailure(t *testing.T) {
	for _, c := range []struct {
		name string
		read func(yiyuan.Source) (yiyuan.Reading, error)
		kind string
	}{
		{"no text", func(yiyuan.Source) (yiyuan.Reading, error) { return yiyuan.Reading{}, errors.New("no text") }, kindTransform},
		{"a rule breaks", func(s yiyuan.Source) (yiyuan.Reading, error) { panic("index out of range") }, kindPanic},
		{"an identity breaks", func(s yiyuan.Source) (yiyuan.Reading, error) {
			r, err := plain(s)
			r.Document.Text += "36家"
			return r, err
		}, "identity"},
	} {
		j := newJob(yiyuan.Source{DocID: "a", Body: []byte("丰收")})
		j.read(c.read)
		if j.failure == nil || j.failure.Kind != c.kind || j.failure.DocID != "a" {
			t.Errorf("%s: %+v, want a failure of kind %s", c.name, j.failure, c.kind)
		}
	}
}

func TestWhatIsOnItsWayIsBounded(t *testing.T) {
	var inHand, most atomic.Int64
	big := make([]byte, bytesInHand/4)
	src := func(ctx context.Context, yield func(yiyuan.Source) error, _ func(extract.Failure)) (extract.Counts, error) {
		for i := range 64 {
			if err := yield(yiyuan.Source{DocID: fmt.Sprint(i), Body: big}); err != nil {
				return extract.Counts{}, err
			}
		}
		return extract.Counts{}, nil
	}
	p := pipeline{unchanged: never, work: func(*job) {
		if n := inHand.Add(1); n > most.Load() {
			most.Store(n)
		}
	}, write: func(*job) error {
		time.Sleep(time.Millisecond)
		inHand.Add(-1)
		return nil
	}}
	if _, err := p.run(context.Background(), src); err != nil {
		t.Fatal(err)
	}
	if most.Load() > 4 {
		t.Errorf("%d documents of a quarter of the bound were in hand at once", most.Load())
	}
}

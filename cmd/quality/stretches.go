package main

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"sync"

	"golang.org/x/sync/errgroup"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/transform"
)

// The texts of ../shared that came without a key have one here for stretches of some of them, each read by two people apart
// from each other and from the rules, and settled by a third. The sentences are other people's: a fact says where its clause
// lies in the clean text and not what it says. The whole document is read, and what is read of the stretch is scored.

//go:embed stretches
var stretchFiles embed.FS

// stretchSets are the folders of ../shared that stretches are of, by the name of the key in stretches/.
var stretchSets = []struct{ name, texts string }{
	{"stretches of reports", "reports"},
	{"news", "news"},
}

// stretch is an annotated part of a document: code points of its clean text, and a hash of them, for a key is of no text
// but its own.
type stretch struct {
	start, end int
	sum        string
}

func measureStretches(shared string) ([]result, error) {
	var results []result
	for _, s := range stretchSets {
		of, err := readStretches(path.Join("stretches", s.texts+".csv"))
		if err != nil {
			return nil, err
		}
		texts, found, err := readWithin(filepath.Join(shared, s.texts), of)
		if err != nil {
			return nil, err
		}
		gold, err := readKey(path.Join("stretches", s.texts+".jsonl"), texts)
		if err != nil {
			return nil, err
		}
		results = append(results, result{s.name, compare(gold, found)})
	}
	return results, nil
}

// readStretches reads a table doc_id,start,end,sha256.
func readStretches(name string) (map[string]stretch, error) {
	f, err := stretchFiles.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	of := map[string]stretch{}
	for _, r := range rows[1:] {
		start, err1 := strconv.Atoi(r[1])
		end, err2 := strconv.Atoi(r[2])
		if err := errors.Join(err1, err2); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", name, r[0], err)
		}
		of[r[0]] = stretch{start, end, r[3]}
	}
	return of, nil
}

// readWithin reads the documents of a folder that have stretches, and returns their clean texts and the facts that lie in
// the stretches.
func readWithin(dir string, of map[string]stretch) (map[string][]rune, []row, error) {
	texts := map[string][]rune{}
	byDoc := map[string][]row{}
	var mu sync.Mutex
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	read := func(src yiyuan.Source) error {
		s, asked := of[src.DocID]
		if !asked {
			return nil
		}
		work.Go(func() error {
			text, rows, err := s.read(src)
			if err != nil {
				return err
			}
			mu.Lock()
			defer mu.Unlock()
			texts[src.DocID], byDoc[src.DocID] = text, rows
			return nil
		})
		return nil
	}
	fail := func(extract.Failure) {} // of a document that is asked for it shows below
	_, err := extract.Files(context.Background(), []string{dir}, extract.Options{}, read, fail)
	if err := errors.Join(err, work.Wait()); err != nil {
		return nil, nil, err
	}
	var rows []row
	for _, doc := range slices.Sorted(maps.Keys(of)) {
		if texts[doc] == nil {
			return nil, nil, fmt.Errorf("%s has no document %s: the key in cmd/quality/stretches is of other texts", dir, doc)
		}
		rows = append(rows, byDoc[doc]...)
	}
	return texts, rows, nil
}

func (s stretch) read(src yiyuan.Source) ([]rune, []row, error) {
	reading, err := transform.Transform(src)
	if err != nil {
		return nil, nil, fmt.Errorf("reading %s: %w", src.DocID, err)
	}
	text := []rune(reading.Document.Text)
	if s.end > len(text) || hashOf(text[s.start:s.end]) != s.sum {
		return nil, nil, fmt.Errorf("the clean text of %s is no longer that of its key, from %d to %d: find its clauses anew", src.DocID, s.start, s.end)
	}
	var rows []row
	for i := range reading.Facts {
		if f := &reading.Facts[i]; f.Start >= s.start && f.Start < s.end {
			r := factRow(f)
			r["doc_id"] = src.DocID
			rows = append(rows, r)
		}
	}
	return text, rows, nil
}

func hashOf(text []rune) string {
	sum := sha256.Sum256([]byte(string(text)))
	return hex.EncodeToString(sum[:8])
}

// readKey reads the facts of a set and quotes their clauses from the texts.
func readKey(name string, texts map[string][]rune) ([]row, error) {
	f, err := stretchFiles.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	gold, err := rowsOf(f, name)
	if err != nil {
		return nil, err
	}
	for i, g := range gold {
		text := texts[g["doc_id"]]
		start, err1 := strconv.Atoi(g["quote_start"])
		end, err2 := strconv.Atoi(g["quote_end"])
		if errors.Join(err1, err2) != nil || start < 0 || end > len(text) || start >= end {
			return nil, fmt.Errorf("%s:%d: %s has no clause from %q to %q: %w", name, i+1, g["doc_id"], g["quote_start"], g["quote_end"], fs.ErrInvalid)
		}
		g["quote"] = string(text[start:end])
	}
	return gold, nil
}

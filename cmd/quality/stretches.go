package main

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"

	"yiyuan"
	"yiyuan/extract"
)

// The texts of ../shared that came without a key have one here for stretches of some of them, each read by two people apart
// from each other and from the rules, and settled by a third. The sentences are other people's: a fact says where its clause
// lies in the clean text and not what it says. The whole document is read, and what is read of the stretch is scored.

// stretch is an annotated part of a document: code points of its clean text, and a hash of them, for a key is of no text
// but its own.
type stretch struct {
	start, end int
	sum        string
}

// stretchesOf is the set of those of a folder of ../shared, which the key in stretches/ is named after.
func stretchesOf(texts string) func(string) (gold, found []row, err error) {
	return func(shared string) (gold, found []row, err error) {
		of, err := readStretches(path.Join("stretches", texts+".csv"))
		if err != nil {
			return nil, nil, err
		}
		clean, found, err := readWithin(filepath.Join(shared, texts), of)
		if err != nil {
			return nil, nil, err
		}
		gold, err = readKey(path.Join("stretches", texts+".jsonl"), clean)
		return gold, found, err
	}
}

// readStretches reads a table doc_id,start,end,sha256.
func readStretches(name string) (map[string]stretch, error) {
	f, err := keys.Open(name)
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
	srcs, err := sourcesIn(dir, func(extract.Failure) {}) // of a document that is asked for it shows below
	if err != nil {
		return nil, nil, err
	}
	srcs = slices.DeleteFunc(srcs, func(src yiyuan.Source) bool { return of[src.DocID].sum == "" })
	slices.SortFunc(srcs, func(a, b yiyuan.Source) int { return strings.Compare(a.DocID, b.DocID) })
	texts := map[string][]rune{}
	var mu sync.Mutex
	rows, err := readAll(srcs, func(reading *yiyuan.Reading) ([]yiyuan.Fact, error) {
		doc, text := reading.Document.DocID, []rune(reading.Document.Text)
		mu.Lock()
		texts[doc] = text
		mu.Unlock()
		if s := of[doc]; !s.liesIn(text) {
			return nil, fmt.Errorf("the clean text of %s is no longer that of its key, from %d to %d: find its clauses anew", doc, s.start, s.end)
		}
		return slices.DeleteFunc(reading.Facts, func(f yiyuan.Fact) bool { return f.Start < of[doc].start || f.Start >= of[doc].end }), nil
	})
	if err != nil {
		return nil, nil, err
	}
	for _, doc := range slices.Sorted(maps.Keys(of)) {
		if texts[doc] == nil {
			return nil, nil, fmt.Errorf("%s has no document %s: the key in cmd/quality/stretches is of other texts", dir, doc)
		}
	}
	return texts, rows, nil
}

func (s stretch) liesIn(text []rune) bool {
	if s.end > len(text) {
		return false
	}
	sum := sha256.Sum256([]byte(string(text[s.start:s.end])))
	return hex.EncodeToString(sum[:8]) == s.sum
}

// readKey reads the facts of a set and quotes their clauses from the texts.
func readKey(name string, texts map[string][]rune) ([]row, error) {
	gold, err := keyRows(name)
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

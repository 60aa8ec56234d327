package main

import (
	"embed"
	"fmt"
	"path"
	"runtime"
	"slices"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"yiyuan"
	"yiyuan/transform"
)

// The texts of ../shared come from one broadcaster and from governments. Those here were written for the purpose, in the manner of local
// papers, bureaus, markets and firms, with invented names and figures, by writers who had not seen the rules, and read by people who had
// not either: of the first set by two apart, whose key is what they agree in, of the second by one.

//go:embed written
var writtenFiles embed.FS

// writtenSets are their texts and keys, by the name of the files in written/.
var writtenSets = []struct{ name, file string }{
	{"written, two readers", "two"},
	{"written, one reader", "one"},
}

func measureWritten() ([]result, error) {
	var results []result
	for _, s := range writtenSets {
		texts, err := embeddedRows(s.file + ".jsonl")
		if err != nil {
			return nil, err
		}
		gold, err := embeddedRows(s.file + ".key.jsonl")
		if err != nil {
			return nil, err
		}
		found, err := readWritten(texts)
		if err != nil {
			return nil, err
		}
		results = append(results, result{s.name, compare(gold, found)})
	}
	return results, nil
}

func embeddedRows(name string) ([]row, error) {
	f, err := writtenFiles.Open(path.Join("written", name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return rowsOf(f, name)
}

// readWritten reads the texts, and returns their facts in the order of the texts.
func readWritten(texts []row) ([]row, error) {
	read := make([][]row, len(texts))
	var mu sync.Mutex
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, t := range texts {
		work.Go(func() error {
			rows, err := factsOf(t)
			mu.Lock()
			defer mu.Unlock()
			read[i] = rows
			return err
		})
	}
	err := work.Wait()
	return slices.Concat(read...), err
}

func factsOf(text row) ([]row, error) {
	src := yiyuan.Source{DocID: text["doc_id"], Title: text["title"], Publisher: text["source"], Body: []byte(text["text"])}
	if day := text["published"]; day != "" {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return nil, fmt.Errorf("%s: published %q: %w", src.DocID, day, err)
		}
		src.PublishedAt = at
	}
	reading, err := transform.Transform(src)
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", src.DocID, err)
	}
	var rows []row
	for i := range reading.Facts {
		r := factRow(&reading.Facts[i])
		r["doc_id"] = src.DocID
		rows = append(rows, r)
	}
	return rows, nil
}

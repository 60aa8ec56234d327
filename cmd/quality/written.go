package main

import (
	"fmt"
	"path"
	"time"

	"yiyuan"
)

// The texts of ../shared come from one broadcaster and from governments. Those in written/ were written for the purpose, in the manner of
// local papers, bureaus, markets and firms, with invented names and figures, by writers who had not seen the rules, and read by people who
// had not either: of the first set by two apart, whose key is what they agree in, of the second by one.

// written is a set of them, by the name of its files.
func written(file string) func(string) (gold, found []row, err error) {
	return func(string) (gold, found []row, err error) {
		texts, err := keyRows(path.Join("written", file+".jsonl"))
		if err != nil {
			return nil, nil, err
		}
		if gold, err = keyRows(path.Join("written", file+".key.jsonl")); err != nil {
			return nil, nil, err
		}
		srcs := make([]yiyuan.Source, len(texts))
		for i, t := range texts {
			if srcs[i], err = sourceOf(t); err != nil {
				return nil, nil, err
			}
		}
		found, err = readAll(srcs, all)
		return gold, found, err
	}
}

func sourceOf(text row) (yiyuan.Source, error) {
	src := yiyuan.Source{DocID: text["doc_id"], Title: text["title"], Publisher: text["source"], Body: []byte(text["text"])}
	if day := text["published"]; day != "" {
		at, err := time.Parse(time.DateOnly, day)
		if err != nil {
			return src, fmt.Errorf("%s: published %q: %w", src.DocID, day, err)
		}
		src.PublishedAt = at
	}
	return src, nil
}

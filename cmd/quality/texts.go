package main

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"path/filepath"
	"runtime"
	"slices"

	"golang.org/x/sync/errgroup"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/transform"
)

//go:embed stretches written
var keys embed.FS

// keyRows reads a file of JSON lines that lies beside the program.
func keyRows(name string) ([]row, error) {
	f, err := keys.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return rowsOf(f, name)
}

// folder is a set whose texts and gold file lie in ../shared.
func folder(texts, goldFile string) func(string) (gold, found []row, err error) {
	return func(shared string) (gold, found []row, err error) {
		if gold, err = readRows(filepath.Join(shared, goldFile)); err != nil {
			return nil, nil, err
		}
		found, err = readTexts(filepath.Join(shared, texts))
		return gold, found, err
	}
}

// readTexts reads every text of a folder and returns the facts in order.
func readTexts(dir string) ([]row, error) {
	var failed []error
	srcs, err := sourcesIn(dir, func(f extract.Failure) { failed = append(failed, fmt.Errorf("%s: %s", f.Path, f.Message)) })
	if err := errors.Join(append(failed, err)...); err != nil {
		return nil, err
	}
	if len(srcs) == 0 {
		return nil, fmt.Errorf("%s holds no texts", dir)
	}
	return readAll(srcs, all)
}

func sourcesIn(dir string, fail func(extract.Failure)) ([]yiyuan.Source, error) {
	var srcs []yiyuan.Source
	_, err := extract.Files(context.Background(), []string{dir}, extract.Options{}, func(src yiyuan.Source) error {
		srcs = append(srcs, src)
		return nil
	}, fail)
	return srcs, err
}

// readAll reads texts side by side and returns of each the facts that count, in the order of the texts.
func readAll(srcs []yiyuan.Source, counts func(*yiyuan.Reading) ([]yiyuan.Fact, error)) ([]row, error) {
	read := make([][]row, len(srcs))
	var work errgroup.Group
	work.SetLimit(runtime.GOMAXPROCS(0))
	for i, src := range srcs {
		work.Go(func() error {
			reading, err := transform.Transform(src)
			if err != nil {
				return fmt.Errorf("reading %s: %w", src.DocID, err)
			}
			facts, err := counts(&reading)
			for j := range facts {
				r := factRow(&facts[j])
				r["doc_id"] = src.DocID
				read[i] = append(read[i], r)
			}
			return err
		})
	}
	err := work.Wait()
	return slices.Concat(read...), err
}

func all(reading *yiyuan.Reading) ([]yiyuan.Fact, error) { return reading.Facts, nil }

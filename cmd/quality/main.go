// Command quality reads the texts that have gold files, scores what was read, runs the test suites of other readers and
// keeps the record in docs/quality.md.
//
//	go run ./cmd/quality           score, and rewrite the record where it rose
//	go run ./cmd/quality -check    score, and fail where a recorded figure fell by more than 0.005 or a suite passes at
//	                               less than 95 %
//	go run ./cmd/quality -score GOLD.jsonl FACTS.jsonl
//
// A text is found by value, unit and clause, not by offsets: gold files are written by people who quote, not count. The
// scoring is that of the program the gold files came with, and is held to its output where Python can run it; it stands
// here a second time so that the tests need nothing but Go.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"os"
)

// set is a set of texts that people have annotated: what they read in it, and what is read in it now.
type set struct {
	name string
	load func(shared string) (gold, found []row, err error)
}

var sets = []set{
	{"seeds", folder("seeds", "gold/seeds.jsonl")},
	{"reports", folder("gold/reports", "gold/reports.jsonl")},
	{"stretches of reports", stretchesOf("reports")},
	{"news", stretchesOf("news")},
	{"written, two readers", written("two")},
	{"written, one reader", written("one")},
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	fl := flag.NewFlagSet("quality", flag.ContinueOnError)
	shared := fl.String("shared", "../shared", "folder of the texts and gold files")
	record := fl.String("record", "docs/quality.md", "file the record is kept in")
	confidence := fl.String("confidence", "transform/figure/confidence.csv", "file the precision of the rules is written to")
	check := fl.Bool("check", false, "fail where a recorded figure fell; write nothing")
	score := fl.Bool("score", false, "compare two files: GOLD.jsonl FACTS.jsonl")
	if err := fl.Parse(args); err != nil {
		return err
	}
	if *score {
		return scoreFiles(fl.Args(), out)
	}
	if _, err := os.Stat(*shared); errors.Is(err, fs.ErrNotExist) {
		fmt.Fprintf(out, "quality: skipped, %s is absent: it holds the texts, their gold files and the suites\n", *shared)
		return nil
	}
	results, err := measure(*shared)
	if err != nil {
		return err
	}
	verdicts, err := judgePeers(*shared, out)
	if err != nil {
		return err
	}
	old, err := readRecord(*record)
	if err != nil {
		return err
	}
	for _, r := range results {
		fmt.Fprintf(out, "%s: ", r.name)
		r.score.print(out)
	}
	if *check && len(old) == 0 {
		return fmt.Errorf("%s is absent: write it with make quality", *record)
	}
	if err := errors.Join(old.compare(results), holdPeers(verdicts)); err != nil || *check {
		return err
	}
	if err := writeConfidence(*confidence, results); err != nil {
		return err
	}
	section := keptSection(*record)
	if len(verdicts) > 0 {
		section = peersSection(verdicts)
	}
	return writeRecord(*record, results, old, section)
}

func scoreFiles(args []string, out io.Writer) error {
	if len(args) != 2 {
		return errors.New("-score takes two files: GOLD.jsonl FACTS.jsonl")
	}
	gold, err := readRows(args[0])
	if err != nil {
		return err
	}
	found, err := readRows(args[1])
	if err != nil {
		return err
	}
	compare(gold, found).print(out)
	return nil
}

// result is the score of one set.
type result struct {
	name  string
	score score
}

func measure(shared string) ([]result, error) {
	var results []result
	for _, s := range sets {
		gold, found, err := s.load(shared)
		if err != nil {
			return nil, err
		}
		results = append(results, result{s.name, compare(gold, found)})
	}
	return results, nil
}

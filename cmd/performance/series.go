package main

import (
	"fmt"
	"io"
	"os/exec"
	"regexp"
	"strconv"
	"time"
)

// seriesBench is what the benchmark of the series prints of 400,000 facts.
type seriesBench struct {
	facts     string
	refreshed [][3]string // of what, step, time
	slowest   time.Duration
	query     string // the slowest
	queries   int
}

var (
	factsLine   = regexp.MustCompile(`(?m)go:\d+: (\d+) facts$`)
	stepLine    = regexp.MustCompile(`(?m)go:\d+: (of an empty file|after one more document): (\w+) (\S+)$`)
	questioned  = regexp.MustCompile(`(?m)^BenchmarkSeries/(\w+?)(?:-\d+)?\s+\d+\s+(\d+) ns/op`)
	seriesBuild = []string{"test", "-run", "^$", "-bench", "BenchmarkSeries", "-benchtime", "1x", "-v", "./load"}
)

// series runs the benchmark, which is part of the tests and not of the program.
func series() (seriesBench, error) {
	out, err := exec.Command("go", seriesBuild...).Output()
	if err != nil {
		return seriesBench{}, fmt.Errorf("go %v: %w", seriesBuild, err)
	}
	return readSeries(string(out))
}

func readSeries(out string) (s seriesBench, err error) {
	m := factsLine.FindStringSubmatch(out)
	if m == nil {
		return s, fmt.Errorf("the benchmark of the series names no number of facts")
	}
	s.facts = m[1]
	for _, m := range stepLine.FindAllStringSubmatch(out, -1) {
		s.refreshed = append(s.refreshed, [3]string(m[1:]))
	}
	for _, m := range questioned.FindAllStringSubmatch(out, -1) {
		ns, err := strconv.ParseInt(m[2], 10, 64)
		if err != nil {
			return s, err
		}
		s.queries++
		if took := time.Duration(ns); took > s.slowest {
			s.slowest, s.query = took, m[1]
		}
	}
	return s, nil
}

func (s seriesBench) write(w io.Writer) {
	fmt.Fprintf(w, "\n## The series of %s facts\n\nThe steps of publishing them, in an empty file and after one more document:\n\n| | step | takes |\n| --- | --- | --- |\n", s.facts)
	for _, r := range s.refreshed {
		fmt.Fprintf(w, "| %s | %s | %s |\n", r[0], r[1], r[2])
	}
	fmt.Fprintf(w, "\nOf the %d named queries, each asked its example, the slowest is `%s`: %d ms.\n", s.queries, s.query, s.slowest.Milliseconds())
}

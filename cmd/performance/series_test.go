package main

import (
	"testing"
	"time"
)

func TestReadSeries(t *testing.T) {
	s, err := readSeries(`BenchmarkSeries
    series_bench_test.go:43: 400522 facts
    series_bench_test.go:88: of an empty file: series 5.221s
    series_bench_test.go:88: after one more document: series 4.9s
BenchmarkSeries/copies
BenchmarkSeries/copies-2                 	       1	   7034750 ns/op
BenchmarkSeries/entity-2                 	       1	  34093538 ns/op
PASS
`)
	if err != nil {
		t.Fatal(err)
	}
	if s.facts != "400522" || len(s.refreshed) != 2 || s.refreshed[1] != [3]string{"after one more document", "series", "4.9s"} {
		t.Errorf("%+v", s)
	}
	if s.queries != 2 || s.query != "entity" || s.slowest.Truncate(time.Millisecond) != 34*time.Millisecond {
		t.Errorf("%+v", s)
	}
}

func TestReadSeriesOfNothing(t *testing.T) {
	if _, err := readSeries("PASS\n"); err == nil {
		t.Error("no facts, and no error")
	}
}

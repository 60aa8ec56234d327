package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func at(f1 float64) []result {
	l := level{need: 100, hit: 50, p: f1, r: f1, f1: f1}
	return []result{{"reports", score{needed: 100, figure: l, fact: l, full: l, fields: []fieldScore{{"unit", 9, 10}}}}}
}

func TestRecordOnlyRises(t *testing.T) {
	name := filepath.Join(t.TempDir(), "quality.md")
	rec := record{}
	for _, f1 := range []float64{0.80, 0.90, 0.897} {
		if err := writeRecord(name, at(f1), rec, ""); err != nil {
			t.Fatal(err)
		}
		var err error
		if rec, err = readRecord(name); err != nil {
			t.Fatal(err)
		}
	}
	want := record{"reports figure recall": 0.9, "reports figure F1": 0.9, "reports fact F1": 0.9, "reports full F1": 0.9}
	if d := cmp.Diff(want, rec); d != "" {
		t.Error(d)
	}
	text, _ := os.ReadFile(name)
	if !strings.Contains(string(text), "| reports fact F1 | 0.8970 | 0.9000 |") {
		t.Errorf("what was measured last does not stand beside the record:\n%s", text)
	}
}

func TestFall(t *testing.T) {
	rec := record{"reports figure recall": 0.9, "reports figure F1": 0.9, "reports fact F1": 0.9, "reports full F1": 0.9}
	for _, tt := range []struct {
		f1    float64
		falls bool
	}{{0.95, false}, {0.9, false}, {0.8951, false}, {0.8949, true}, {0, true}} {
		if err := rec.compare(at(tt.f1)); (err != nil) != tt.falls {
			t.Errorf("%.4f against 0.9: %v", tt.f1, err)
		}
	}
}

func TestFigureNoLongerMeasured(t *testing.T) {
	rec := record{"seeds fact F1": 0.7}
	if err := rec.compare(at(1)); err == nil {
		t.Error("the seeds were not measured, and nothing was said")
	}
}

func TestLostRecord(t *testing.T) {
	name := filepath.Join(t.TempDir(), "quality.md")
	for _, text := range []string{"", "# Quality\n", recordHead, recordHead + "| reports fact F1 | 0.9 | many |\n"} {
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		if rec, err := readRecord(name); err == nil {
			t.Errorf("%q was read as the record %v", text, rec)
		}
	}
}

// What is read today is held to the record of the repository.
func TestQualityHolds(t *testing.T) {
	if _, err := os.Stat(filepath.Join(shared3, "gold")); err != nil {
		t.Skip("../shared/gold is absent: there are no annotated texts to score")
	}
	var out strings.Builder
	err := run([]string{"-check", "-shared", shared3, "-record", "../../docs/quality.md"}, &out)
	t.Log(out.String())
	if err != nil {
		t.Error(err)
	}
}

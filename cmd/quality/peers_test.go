package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"yiyuan/transform/peers"
)

func cases(kind string, passed, failed int) []peers.Verdict {
	v := peers.Verdict{Case: peers.Case{Peer: "JioNLP", Kind: kind}}
	vs := slices.Repeat([]peers.Verdict{v}, failed)
	v.Pass = true
	return append(vs, slices.Repeat([]peers.Verdict{v}, passed)...)
}

func TestPeersSection(t *testing.T) {
	text := peersSection(append(cases("number", 95, 5), cases("period", 3, 1)...))
	for _, want := range []string{
		"| JioNLP | number | 100 | 95 | 95.0 % | 0 |\n",
		"| JioNLP | period | 4 | 3 | 75.0 % | 0 |\n",
		"| all | dates | 4 | 3 | 75.0 % | 0 |\n",
		"| all | all | 104 | 98 | 94.2 % | 0 |\n",
		"| JioNLP | period | JIO-time-308 | 24年 |",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the section has no line %q:\n%s", want, text)
		}
	}
	if strings.Contains(text, "| #") {
		t.Error("the section prints the hash of a sentence")
	}
}

// Where the suites are absent the record keeps what was measured last.
func TestSectionIsKept(t *testing.T) {
	name := filepath.Join(t.TempDir(), "quality.md")
	if got := keptSection(name); got != "" {
		t.Errorf("no record, but a section %q", got)
	}
	want := peersSection(cases("number", 1, 0))
	for range 2 {
		if err := writeRecord(name, at(0.9), record{}, want); err != nil {
			t.Fatal(err)
		}
		if got := keptSection(name); got != want {
			t.Fatalf("kept %q, want %q", got, want)
		}
	}
	if _, err := readRecord(name); err != nil {
		t.Error(err)
	}
}

func TestSuitesAreHeld(t *testing.T) {
	if err := holdPeers(nil); err != nil {
		t.Errorf("no suites, but %v", err)
	}
	err := holdPeers(cases("number", 9, 1))
	if err == nil || !strings.Contains(err.Error(), "number: 9 of 10") || !strings.Contains(err.Error(), peers.Otherwise()[0].ID) {
		t.Errorf("a rate of 90 %% and lost cases gave %v", err)
	}
}

func TestAbsent(t *testing.T) {
	var out strings.Builder
	dir := filepath.Join(t.TempDir(), "shared")
	if err := run([]string{"-check", "-shared", dir}, &out); err != nil || !strings.Contains(out.String(), dir+" is absent") {
		t.Errorf("%v, %q", err, out.String())
	}
	out.Reset()
	if vs, err := judgePeers(dir, &out); err != nil || vs != nil || !strings.Contains(out.String(), "skipped") {
		t.Errorf("%d verdicts, %v, %q", len(vs), err, out.String())
	}
}

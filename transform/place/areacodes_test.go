package place

import (
	"encoding/csv"
	"os"
	"strings"
	"testing"
)

var areacodeLevels = map[string]Level{"省级": Province, "地级": Prefecture, "县级": County}

// What is in force was taken from another list than areacodes, so the two can be held against each other; years and
// successors were taken from areacodes itself.
func TestRegionsAgreeWithAreacodes(t *testing.T) {
	f, err := os.Open(needShared(t, "data/areacodes.csv"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	today := map[Level]int{}
	for _, row := range rows[1:] {
		code, name, level, state := row[0], row[3], areacodeLevels[row[4]], row[5]
		r, ok := Lookup(code)
		switch {
		case !ok:
			t.Errorf("%s %s is missing", code, name)
		case state == "在用" && (r.Name != name || r.Level != level || r.ValidTo != 0 || r.Successor != ""):
			t.Errorf("%s is %+v, want %s in force", code, r, name)
		case state == "弃用" && r.ValidTo == 0 && !reused(rows, code):
			t.Errorf("%s %s is in force, but ended in %s", code, r.Name, row[7])
		}
		if state == "在用" {
			today[level]++
		}
	}
	got := map[Level]int{}
	for _, r := range All() {
		if r.ValidTo == 0 {
			got[r.Level]++
		}
	}
	for level, want := range today {
		if got[level] != want {
			t.Errorf("%d units of level %d in force, want %d", got[level], level, want)
		}
	}
	if today[Province] != 34 || today[Prefecture] != 333 || today[County] != 2846 {
		t.Errorf("areacodes has %v units in force", today)
	}
}

func reused(rows [][]string, code string) bool {
	for _, row := range rows {
		if row[0] == code && row[5] == "在用" {
			return true
		}
	}
	return false
}

func TestEverySuccessorIsInForce(t *testing.T) {
	last := ""
	for _, r := range All() {
		if r.Code <= last {
			t.Errorf("%s comes after %s", r.Code, last)
		}
		last = r.Code
		if (r.ValidTo == 0) != (r.Successor == "") {
			t.Errorf("%s %s ended in %d but its successor is %q", r.Code, r.Name, r.ValidTo, r.Successor)
		}
		if r.Successor != "" {
			if s, ok := Lookup(r.Successor); !ok || s.ValidTo != 0 {
				t.Errorf("%s %s: successor %s is not in force", r.Code, r.Name, r.Successor)
			}
		}
		if p, ok := Lookup(r.Parent); r.Level != Country && (!ok || r.ValidTo == 0 && (p.ValidTo != 0 || p.Level >= r.Level)) {
			t.Errorf("%s %s lies in %q", r.Code, r.Name, r.Parent)
		}
		if strings.ContainsAny(r.Name, ",\" ") {
			t.Errorf("%s has a name %q that the tables cannot hold", r.Code, r.Name)
		}
	}
}

func TestSuccessors(t *testing.T) {
	for code, want := range map[string]string{
		"350182": "350112", // 长乐市
		"350681": "350604", // 龙海市
		"350427": "350405", // 沙县
		"350402": "350404", // 梅列区
		"350403": "350404", // 三元区
		"371200": "370116", // 莱芜市
		"420600": "420600", // 襄樊市, 襄阳市 under the same code
		"310119": "310115", // 南汇区
		"110103": "110101", // 崇文区
		"511200": "500101", // 万县市
		"352201": "350902", // the county-level 宁德市 of before 2000
		"130521": "130503", // 邢台县
	} {
		if got := inForce(code); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
}

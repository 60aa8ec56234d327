package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

const shared3 = "../../../shared"

func fact(doc, quote, text, value, unit string, more ...string) row {
	r := row{"doc_id": doc, "quote": quote, "value_text": text, "value": value, "unit": unit,
		"indicator": "gdp", "measure": "level", "region_code": "350100", "period_kind": "during",
		"period_start": "2023-01-01", "period_end": "2023-12-31", "bound": "exact", "status": "actual"}
	for i := 0; i+1 < len(more); i += 2 {
		if more[i+1] == "" {
			delete(r, more[i])
		} else {
			r[more[i]] = more[i+1]
		}
	}
	return r
}

func TestCompare(t *testing.T) {
	gdp := fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY")
	growth := fact("a", "增长5.3%左右", "5.3%", "5.3", "percent", "measure", "growth")
	for _, tt := range []struct {
		name               string
		gold, found        []row
		figure, fact, full int
		scored             int
	}{
		{"the same", []row{gdp, growth}, []row{gdp, growth}, 2, 2, 2, 2},
		{"nothing found", []row{gdp}, nil, 0, 0, 0, 0},
		{"one more than the gold has", []row{gdp}, []row{gdp, growth}, 1, 1, 1, 2},
		{"of another document", []row{gdp}, []row{fact("b", "生产总值1000亿元", "1000亿元", "100000000000", "CNY")}, 0, 0, 0, 0},
		{"wrong indicator", []row{gdp}, []row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY", "indicator", "tax")}, 1, 0, 0, 1},
		{"wrong period", []row{gdp}, []row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY", "period_end", "2022-12-31")}, 1, 1, 0, 1},
		{"as_of has no start to compare", []row{fact("a", "共5家", "5家", "5", "count", "period_kind", "as_of", "period_start", "")},
			[]row{fact("a", "共5家", "5家", "5", "count", "period_kind", "as_of", "period_start", "2020-01-01")}, 1, 1, 1, 1},
		{"target and planned are one", []row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY", "status", "target")},
			[]row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY", "status", "planned")}, 1, 1, 1, 1},
		{"a star is not compared", []row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY", "region_code", "*", "period_end", "*", "period_start", "*")},
			[]row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY", "region_code", "", "period_kind", "as_of")}, 1, 1, 1, 1},
		{"optional counts for nothing", []row{fact("a", "四大产业", "四大", "4", "count", "optional", "true"), gdp},
			[]row{fact("a", "四大产业", "四大", "4", "count"), gdp}, 1, 1, 1, 1},
		{"percent to two decimals", []row{fact("a", "近1/3", "1/3", "33.33", "percent")}, []row{fact("a", "近1/3", "1/3", "33.333333", "percent")}, 1, 1, 1, 1},
		{"another scale", []row{gdp}, []row{fact("a", "生产总值1000亿元", "1000亿元", "1000", "CNY")}, 0, 0, 0, 1},
		{"another clause", []row{growth}, []row{fact("a", "税收收入下降了不少于5.3%", "5.3%", "5.3", "percent")}, 0, 0, 0, 1},
		{"count and other are one unit", []row{fact("a", "覆盖5个", "5个", "5", "other")}, []row{fact("a", "覆盖5个", "5个", "5", "count")}, 1, 1, 1, 1},
		{"width of marks", []row{fact("a", "增长，5％（上年）", "5％", "5", "percent")}, []row{fact("a", "增长,5%(上年)", "5%", "5", "percent")}, 1, 1, 1, 1},
		{"one found fact stands for one gold fact", []row{growth, growth}, []row{growth}, 1, 1, 1, 1},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := compare(tt.gold, tt.found)
			got := []int{s.figure.hit, s.fact.hit, s.full.hit, s.scored}
			if d := cmp.Diff([]int{tt.figure, tt.fact, tt.full, tt.scored}, got); d != "" {
				t.Errorf("figure, fact, full, scored: %s", d)
			}
		})
	}
}

func TestScaleErrors(t *testing.T) {
	gold := []row{fact("a", "生产总值1000亿元", "1000亿元", "100000000000", "CNY"), fact("a", "下降5.3%", "5.3%", "-5.3", "percent")}
	found := []row{fact("a", "生产总值1000亿元", "1000亿元", "100000000", "CNY"), fact("a", "下降5.3%", "5.3%", "5.3", "percent"), fact("a", "别处7家", "7家", "7", "count")}
	if s := compare(gold, found); s.scale != 2 {
		t.Errorf("scale errors: %d, want 2", s.scale)
	}
}

// The program the gold files came with must print the same line by line, on facts that are spoiled in every way.
func TestAgreesWithTheScoreOfTheGoldFiles(t *testing.T) {
	script := filepath.Join(shared3, "score")
	if _, err := os.Stat(script); err != nil {
		t.Skip("../shared/score is absent: nothing to hold the scoring to")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("python3 is absent: the other scoring cannot run")
	}
	for _, name := range []string{"seeds", "reports"} {
		goldFile := filepath.Join(shared3, "gold", name+".jsonl")
		gold, err := readRows(goldFile)
		if err != nil {
			t.Fatal(err)
		}
		for seed := range uint64(3) {
			t.Run(fmt.Sprint(name, seed), func(t *testing.T) {
				factsFile := filepath.Join(t.TempDir(), "facts.jsonl")
				writeRows(t, factsFile, spoil(gold, rand.New(rand.NewPCG(seed, 7))))
				want, err := exec.Command(python, script, goldFile, factsFile).Output()
				if err != nil {
					t.Fatalf("%s: %v", script, err)
				}
				var got bytes.Buffer
				if err := scoreFiles([]string{goldFile, factsFile}, &got); err != nil {
					t.Fatal(err)
				}
				if d := cmp.Diff(withoutExamples(string(want)), strings.Split(got.String(), "\n")); d != "" {
					t.Error(d)
				}
			})
		}
	}
}

// withoutExamples drops the examples of scale errors, which are for reading.
func withoutExamples(out string) []string {
	var lines []string
	scale := false
	for _, l := range strings.Split(out, "\n") {
		if scale && strings.HasPrefix(l, "  ") && strings.Contains(l, " for ") {
			continue
		}
		scale = strings.HasPrefix(l, "scale") || scale && strings.HasPrefix(l, "  ")
		lines = append(lines, l)
	}
	return lines
}

// spoil returns the gold facts as a poor reader would give them: some missing, some doubled, some with a wrong field.
func spoil(gold []row, rnd *rand.Rand) []row {
	var out []row
	for _, g := range gold {
		r := row{}
		for k, v := range g {
			if v != "*" && k != "optional" {
				r[k] = v
			}
		}
		switch rnd.IntN(12) {
		case 0:
			continue
		case 1:
			v, _ := strconv.ParseFloat(r["value"], 64)
			r["value"] = strconv.FormatFloat(v*100, 'f', -1, 64)
		case 2:
			v, _ := strconv.ParseFloat(r["value"], 64)
			r["value"] = strconv.FormatFloat(-v, 'f', -1, 64)
		case 3:
			r["unit"] = "other"
		case 4:
			q := []rune(r["quote"])
			r["quote"] = string(q[len(q)/2:])
		case 5:
			r["quote"] = "　" + strings.ReplaceAll(r["quote"], ",", " ，") + "并且"
		case 6:
			delete(r, "value")
		case 7:
			out = append(out, r)
		}
		field := fieldNames[rnd.IntN(len(fieldNames))]
		switch rnd.IntN(4) {
		case 0:
			delete(r, field)
		case 1:
			r[field] = "别的"
		case 2:
			r["period_end"] = "2020-12-31T00:00:00"
		}
		out = append(out, r)
	}
	rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func writeRows(t *testing.T, name string, rows []row) {
	t.Helper()
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	for _, r := range rows {
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkCompare(b *testing.B) {
	gold, err := readRows(filepath.Join(shared3, "gold/reports.jsonl"))
	if err != nil {
		b.Skip("../shared/gold is absent: nothing to measure on")
	}
	for b.Loop() {
		compare(gold, gold)
	}
}

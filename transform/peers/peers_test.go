package peers_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"yiyuan/transform/peers"
)

// verdicts judges every case of ../shared/peers, or skips.
func verdicts(t *testing.T) []peers.Verdict {
	t.Helper()
	vs, err := peers.Verdicts(os.DirFS("../../../shared/peers"))
	if err != nil {
		t.Fatal(err)
	}
	if len(vs) == 0 {
		t.Skip("../shared/peers is absent: there are no suites of other readers to run")
	}
	return vs
}

// TestOtherwise holds the table of cases read otherwise to the cases there are.
func TestOtherwise(t *testing.T) {
	for _, x := range peers.OutOfDate(verdicts(t)) {
		t.Errorf("otherwise.csv lists %s %s (%s, %s): no such case, or it meets its key by now", x.ID, x.Input, x.Peer, x.Kind)
	}
}

func TestPeers(t *testing.T) {
	vs := verdicts(t)
	for _, r := range append(append(peers.Table(vs), peers.Dimensions(vs)...), peers.Total(vs)) {
		t.Logf("%s\t%s\t%d of %d\t%.1f %%\t%d otherwise", r.Peer, r.Kind, r.Passed, r.Cases, r.Rate(), r.Otherwise)
	}
	for _, v := range vs {
		if !v.Pass && v.Reason == "" {
			t.Logf("failed, and not listed in otherwise.csv: %s %s %s\n\twant %s\n\tgot  %s", v.ID, v.Kind, v.Input, v.Want, v.Got)
		}
	}
	if err := peers.Short(vs); err != nil {
		t.Error(err)
	}
}

// TestTable holds otherwise.csv to its own form: every case once, in order, with a reason and no sentence of others.
func TestTable(t *testing.T) {
	listed := peers.Otherwise()
	if len(listed) == 0 {
		t.Fatal("otherwise.csv is empty")
	}
	seen := map[string]bool{}
	for _, x := range listed {
		if seen[x.ID] || x.Reason == "" || !strings.HasPrefix(x.Input, "#") && utf8.RuneCountInString(x.Input) > 7 {
			t.Errorf("otherwise.csv: %v is listed twice, has no reason, or prints a sentence", x)
		}
		seen[x.ID] = true
	}
	if !slices.IsSortedFunc(listed, func(a, b peers.Exception) int { return strings.Compare(a.Peer+"\t"+a.Kind, b.Peer+"\t"+b.Kind) }) {
		t.Error("otherwise.csv is not in the order of peers and kinds")
	}
}

func TestOutOfDate(t *testing.T) {
	listed := peers.Otherwise()
	x := listed[0]
	failing := peers.Verdict{Case: peers.Case{ID: x.ID}, Reason: x.Reason}
	passing := failing
	passing.Meets = true
	for _, tt := range []struct {
		name string
		vs   []peers.Verdict
		want bool
	}{{"it still fails", []peers.Verdict{failing}, false}, {"it passes by now", []peers.Verdict{passing}, true}, {"the case is gone", nil, true}} {
		if got := slices.Contains(peers.OutOfDate(tt.vs), x); got != tt.want {
			t.Errorf("%s: out of date is %v", tt.name, got)
		}
	}
}

func TestShort(t *testing.T) {
	many := func(kind string, passed, explained, failed int) []peers.Verdict {
		v := peers.Verdict{Case: peers.Case{Peer: "a", Kind: kind}}
		vs := slices.Repeat([]peers.Verdict{v}, failed)
		v.Reason = "on purpose"
		vs = append(vs, slices.Repeat([]peers.Verdict{v}, explained)...)
		v.Reason, v.Pass = "", true
		return append(vs, slices.Repeat([]peers.Verdict{v}, passed)...)
	}
	for _, tt := range []struct {
		name  string
		vs    []peers.Verdict
		short bool
	}{
		{"95 of 100", many("number", 95, 0, 5), false},
		{"94 of 100", many("number", 94, 0, 6), true},
		{"an explained case has failed all the same", many("number", 94, 6, 0), true},
		{"counted stretches may be explained", many("counted", 40, 55, 5), false},
		{"but not left", many("counted", 40, 54, 6), true},
		{"another kind does not make up for it", append(many("percent", 900, 0, 0), many("number", 9, 0, 1)...), true},
		{"the shapes of dates are one dimension", append(many("period", 90, 0, 0), many("extract", 8, 0, 2)...), false},
	} {
		if err := peers.Short(tt.vs); (err != nil) != tt.short {
			t.Errorf("%s: %v", tt.name, err)
		}
	}
}

// TestKeys judges cases of our own, in the form of each suite.
func TestKeys(t *testing.T) {
	for _, tt := range []struct {
		peer, file, kind string
		line             string // without its id
		meets            bool
	}{
		{"Recognizers-Text", "Number.NumberModel", "number", `"input":"有三十万人","expected":[{"text":"三十万","start":1,"end":4,"resolution":{"value":"300000"}}]`, true},
		{"Recognizers-Text", "Number.NumberModel", "number", `"input":"有三十万人","expected":[{"text":"三十万","start":1,"end":4,"resolution":{"value":"30000"}}]`, false},
		{"Recognizers-Text", "Number.NumberModel", "number", `"input":"有三十万人","expected":[]`, false},
		{"Recognizers-Text", "DateTime.DateTimeModel", "period", `"input":"去年产值","reference":"2024-03-12T00:00:00","expected":[{"text":"去年","type":"datetimeV2.daterange","start":0,"end":2,"resolution":{"values":[{"timex":"2023","start":"2023-01-01","end":"2024-01-01"}]}}]`, true},
		{"Recognizers-Text", "DateTime.DateTimeModel", "period", `"input":"去年产值","reference":"2024-03-12T00:00:00","expected":[{"text":"去年","type":"datetimeV2.daterange","start":0,"end":2,"resolution":{"values":[{"timex":"2022","start":"2022-01-01","end":"2023-01-01"}]}}]`, false},
		{"Recognizers-Text", "DateTime.DateTimeModel", "period", `"input":"2016-2018年","expected":[{"text":"2016-2018年","type":"datetimeV2.daterange","start":0,"end":10,"resolution":{"values":[{"start":"2016-01-01","end":"2018-01-01"}]}}]`, true},
		{"Recognizers-Text", "DateTime.DateTimeModel", "nothing", `"input":"产值增长","expected":[]`, true},
		{"Recognizers-Text", "DateTime.DurationParser", "length", `"input":"工期两年半","expected":[{"text":"两年半","type":"duration","start":2,"end":5,"value":{"Timex":"P2.5Y"}}]`, true},
		{"Recognizers-Text", "DateTime.DurationParser", "length", `"input":"工期两年半","expected":[{"text":"两年半","type":"duration","start":2,"end":5,"value":{"Timex":"P2Y"}}]`, false},
		{"JioNLP", "time_parser", "length", `"input":"两年三个月","expected":{"type":"time_delta","time":{"year":2.0,"month":3.0}}`, true},
		{"JioNLP", "time_parser", "length", `"input":"3~5年","expected":{"type":"time_delta","time":[{"year":3.0},{"year":5.0}]}`, true},
		{"JioNLP", "time_parser", "date", `"input":"3月5日","time_base":"2024-03-12 00:00:00","expected":{"type":"time_point","time":["2024-03-05 00:00:00","2024-03-05 23:59:59"]}`, true},
		{"JioNLP", "time_extractor", "extract", `"input":"于3月5日开工","expected":[{"text":"3月5日","start":1,"end":5}]`, true},
		{"JioNLP", "time_extractor", "extract", `"input":"于3月5日开工","expected":[{"text":"3月","start":1,"end":3}]`, false},
		{"duckling", "Time", "period", `"input":"上月","expected":{"form":"instant","start":"2013-01-01","grain":"month"}`, true},
		{"duckling", "Time", "counted", `"input":"近三年","expected":{"form":"interval","start":"2010-02-12","end_exclusive":"2013-02-12","grain":"day"}`, false},
		{"JioNLP", "location_parser", "place", `"input":"福建省三明市清流县龙津镇","expected":{"province":"福建省","city":"三明市","county":"清流县"}`, true},
		{"JioNLP", "location_parser", "place", `"input":"福建省三明市清流县龙津镇","expected":{"province":"福建省","city":"三明市","county":"宁化县"}`, false},
		{"duckling", "Numeral", "number", `"input":"二十五","expected":{"form":"value","value":25}`, true},
	} {
		cases, err := peers.Read(tt.peer, tt.file, strings.NewReader(`{"id":"X-1","in_scope":true,`+tt.line+"}\n"))
		if err != nil || len(cases) != 1 {
			t.Errorf("%s: %d cases, %v", tt.line, len(cases), err)
			continue
		}
		if v := peers.Judge(cases[0]); v.Kind != tt.kind || v.Meets != tt.meets {
			t.Errorf("%s %s: %s, meets %v; want %s, %v\n\twant %s\n\tgot  %s", tt.peer, v.Input, v.Kind, v.Meets, tt.kind, tt.meets, v.Want, v.Got)
		}
	}
}

package peers_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yiyuan/transform/peers"
)

// verdicts judges every case of ../shared/peers, or skips.
func verdicts(t *testing.T) []peers.Verdict {
	t.Helper()
	paths, _ := filepath.Glob("../../../shared/peers/*/*.jsonl")
	if len(paths) == 0 {
		t.Skip("the suites of ../shared/peers are not here")
	}
	var out []peers.Verdict
	for _, path := range paths {
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		cases, err := peers.Read(filepath.Base(filepath.Dir(path)), strings.TrimSuffix(filepath.Base(path), ".jsonl"), f)
		f.Close()
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range cases {
			v, err := peers.Judge(c)
			if err != nil {
				t.Fatal(err)
			}
			out = append(out, v)
		}
	}
	return out
}

// byKind sums over the peers.
func byKind(vs []peers.Verdict) map[string]peers.Row {
	out := map[string]peers.Row{}
	for _, v := range vs {
		r := out[v.Kind]
		r.Cases++
		if v.Pass {
			r.Passed++
		}
		out[v.Kind] = r
	}
	return out
}

// TestOtherwise holds the list of cases read otherwise to the cases there are: an entry that passes or that no case
// answers is out of date.
func TestOtherwise(t *testing.T) {
	seen := map[string]bool{}
	for _, v := range verdicts(t) {
		seen[v.ID] = true
		if v.Reason != "" && v.Meets {
			t.Errorf("%s is listed as read otherwise but meets its key", v.ID)
		}
	}
	for _, id := range peers.Otherwise() {
		if !seen[id] {
			t.Errorf("%s is listed as read otherwise but is no case", id)
		}
	}
}

func TestPeers(t *testing.T) {
	vs := verdicts(t)
	rows := peers.Table(vs)
	for _, r := range rows {
		t.Logf("%s\t%s\t%d\t%d\t%.1f", r.Peer, r.Kind, r.Cases, r.Passed, r.Rate())
	}
	for _, v := range vs {
		if !v.Pass {
			t.Logf("failed\t%s\t%s\twant %s\tgot %s\t%s", v.ID, v.Input, v.Want, v.Got, v.Reason)
		}
	}
	for kind, r := range byKind(vs) {
		if kind != "range" && r.Rate() < 95 {
			t.Errorf("%s: %d of %d cases pass, %.1f %%; want 95", kind, r.Passed, r.Cases, r.Rate())
		}
	}
	if all := rows[len(rows)-1]; all.Rate() < 95 {
		t.Errorf("%d of %d cases pass, %.1f %%; want 95", all.Passed, all.Cases, all.Rate())
	}
}

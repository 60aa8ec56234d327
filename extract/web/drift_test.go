package web

import (
	"strings"
	"testing"
	"time"

	"yiyuan"
	"yiyuan/extract/web/hostile"
)

// TestDrift: what is out of the usual after four usual runs.
func TestDrift(t *testing.T) {
	usual := []Yield{
		{Lists: 1, Links: 20, Articles: 10, Runes: 900, Dated: 10, Facts: 80}, {Lists: 1, Links: 20, Articles: 8, Runes: 1100, Dated: 8, Facts: 70},
		{Lists: 2, Links: 40, Articles: 20, Runes: 1000, Dated: 19, Facts: 190}, {Lists: 1, Links: 19},
	}
	for _, tt := range []struct {
		name string
		past []Yield
		now  Yield
		says string
	}{
		{"as usual", usual, Yield{Lists: 1, Links: 18, Articles: 9, Runes: 950, Dated: 9, Facts: 60}, ""},
		{"nothing new", usual, Yield{Lists: 1, Links: 20}, ""},
		{"too few articles to tell", usual, Yield{Lists: 1, Links: 20, Articles: 2, Runes: 10}, ""},
		{"a list without links", usual, Yield{Lists: 1, Links: 0, Articles: 9, Runes: 950, Dated: 9, Facts: 60}, "0 links"},
		{"bodies that shrink", usual, Yield{Lists: 1, Links: 20, Articles: 9, Runes: 120, Dated: 9, Facts: 60}, "120 characters"},
		{"bodies that swell", usual, Yield{Lists: 1, Links: 20, Articles: 9, Runes: 9000, Dated: 9, Facts: 60}, "9000 characters"},
		{"dates that are lost", usual, Yield{Lists: 1, Links: 20, Articles: 9, Runes: 950, Dated: 1, Facts: 60}, "% of the texts with a date"},
		{"facts that are lost", usual, Yield{Lists: 1, Links: 20, Articles: 9, Runes: 950, Dated: 9, Facts: 3}, "facts"},
		{"the first runs", usual[:2], Yield{Lists: 1, Links: 0}, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := strings.Join(tt.now.drift(tt.past), "\n")
			if tt.says == "" && got != "" || !strings.Contains(got, tt.says) || strings.Count(got, "\n") > 0 {
				t.Errorf("%q, want %q", got, tt.says)
			}
		})
	}
}

func TestGaugeRemembers(t *testing.T) {
	dir := t.TempDir()
	for i := range 4 {
		links := 20
		if i == 3 {
			links = 1
		}
		g := NewGauge(map[string]Yield{"临江日报": {Lists: 1, Links: links}})
		g.Add("临江日报", yiyuan.Reading{})
		alarms, err := g.Close(dir, time.Now())
		if err != nil {
			t.Fatal(err)
		}
		if (len(alarms) > 0) != (i == 3) {
			t.Errorf("run %d: %q", i+1, alarms)
		}
	}
}

// TestDoctor: what is wrong with a source, and what to do about it.
func TestDoctor(t *testing.T) {
	page := string(hostile.Article(1))
	for _, tt := range []struct {
		name, list, article, says string
	}{
		{"well", string(hostile.Links("/a")), page, ""},
		{"no links", "<ul></ul>", page, "correct links: and match:"},
		{"no date", string(hostile.Links("/a")), strings.Replace(page, "2024-02-02 09:01", "", 1), "date:"},
		{"hardly any text", string(hostile.Links("/a")), page[:strings.Index(page, "<p>分产业看")], "body:"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.site.Handle("/list", hostile.Page([]byte(tt.list)))
			b.site.Handle("/a", hostile.Page([]byte(tt.article)))
			d, err := b.crawl.Doctor(t.Context(), "临江日报")
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, f := range d.Findings {
				said = append(said, f.Wrong)
			}
			if got := strings.Join(said, "\n"); !strings.Contains(got, tt.says) || d.Well() != (tt.says == "") {
				t.Errorf("%q, want %q", d.Findings, tt.says)
			}
			if d.Verified {
				t.Error("a site on this machine verified a profile")
			}
		})
	}
}

func TestVerifiedIsRemembered(t *testing.T) {
	c, err := Parse([]byte("contact: a@b\nsources:\n- {name: 统计局, profile: stats.gov.cn}\n"), nil)
	if err != nil {
		t.Fatal(err)
	}
	c.Archive = t.TempDir()
	if got := Unverified(c); len(got) != 1 {
		t.Errorf("%q", got)
	}
	if err := markVerified(c.Archive, "统计局", time.Now()); err != nil {
		t.Fatal(err)
	}
	if got := Unverified(c); len(got) != 0 {
		t.Errorf("%q", got)
	}
}

// FuzzLeads: whatever an index holds, what is taken from it are addresses of the web.
func FuzzLeads(f *testing.F) {
	f.Add(0, hostile.Links("/a", "javascript:x", "//b.example/c"))
	f.Add(1, []byte("<rss><channel><item><link>/a</link></item></channel></rss>"))
	f.Add(2, []byte("<urlset><url><loc>/a</loc></url></urlset>"))
	f.Add(0, []byte("<base href='ftp://x/'><a href=\"\xc4\xe3\">"))
	f.Fuzz(func(t *testing.T, kind int, body []byte) {
		p := Profile{Name: "x", Kind: List, URL: "http://a.example/list", Next: "a", More: "a"}
		if err := p.settle(); err != nil {
			t.Fatal(err)
		}
		kinds := []string{List, RSS, Sitemap, visitArticle}
		links, next, _ := p.leads(kinds[uint(kind)%4], p.url, body, 1)
		if next != nil {
			links = append(links, link{url: next})
		}
		for _, l := range links {
			if l.url.Scheme != "http" && l.url.Scheme != "https" || l.url.Host == "" {
				t.Fatalf("%q", l.url)
			}
		}
	})
}

// FuzzJournal: a journal of any bytes is read as far as it can be.
func FuzzJournal(f *testing.F) {
	f.Add([]byte("{\"begin\":1}\n{\"visit\":{\"url\":\"http://a.example/\",\"kind\":\"list\"}}\n{\"vis"))
	f.Add([]byte("\x00\x00\n{}\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		j := &journal{visits: map[string]*visit{}, waits: map[string]time.Time{}, verified: map[string]time.Time{}, waiting: map[string]int{}}
		if _, err := j.replay(strings.NewReader(string(b))); err != nil {
			t.Fatal(err)
		}
		for u, v := range j.visits {
			if v == nil || v.URL != u {
				t.Fatal("a visit that is none")
			}
		}
	})
}

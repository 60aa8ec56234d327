package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"yiyuan"
	"yiyuan/extract/archive"
	"yiyuan/extract/web/hostile"
)

// serveArticles puts n articles on the site, and a list of them in pages of ten.
func (b *bench) serveArticles(n int) {
	for i := range n {
		b.site.Handle(fmt.Sprintf("/a/%d.html", i), hostile.Page(hostile.Article(i)))
	}
	for page := 0; page*10 < n; page++ {
		var links []string
		for i := page * 10; i < min(n, page*10+10); i++ {
			links = append(links, fmt.Sprintf("/a/%d.html", i))
		}
		b.site.Handle(listPath(page), hostile.Page(hostile.Links(links...)))
	}
}

func listPath(page int) string {
	if page == 0 {
		return "/list"
	}
	return fmt.Sprintf("/list_%d", page)
}

func TestSecondRun(t *testing.T) {
	b := newBench(t)
	b.crawl.Config = b.config("  pages: list_{n}\n")
	b.serveArticles(60)
	if s := b.run(); s.New != 66 || len(s.Failures) != 1 || s.Failures[0].Path != b.site.URL+"/list_6" {
		t.Fatalf("first run: %+v", s)
	}
	before, _ := b.documents()
	b.site.Requests()
	b.clock.pass(24 * time.Hour)
	changed := []byte(strings.Replace(string(hostile.Article(3)), "总体平稳", "稳中有进", 1))
	b.site.Handle("/a/3.html", hostile.Page(changed))
	b.site.Handle("/a/60.html", hostile.Page(hostile.Article(60)))
	b.site.Handle("/list", hostile.Page(hostile.Links("/a/60.html", "/a/0.html", "/a/1.html", "/a/2.html", "/a/3.html")))
	s := b.run()
	if s.New != 1 || s.Changed != 2 || s.Unchanged < 59 {
		t.Errorf("second run: %d new, %d changed, %d unchanged; want 1 new, the list and a page changed, the rest not", s.New, s.Changed, s.Unchanged)
	}
	asked := b.site.Requests()
	conditional := 0
	for _, r := range asked {
		if r.Conditional {
			conditional++
		}
	}
	if n := b.site.Answers(304); n < 59*9/10 { // all but the list and two articles stand as they were
		t.Errorf("%d of 59 unchanged pages were answered 304", n)
	}
	if conditional < 61*9/10 {
		t.Errorf("%d of %d requests were conditional", conditional, len(asked))
	}
	if n := count(asked, "/list_2"); n > 0 {
		t.Error("pages of the list were asked for although the page before had nothing new")
	}
	after, _ := b.documents()
	if len(before) != 60 || len(after) != 61 {
		t.Fatalf("%d and %d documents, want 60 and 61", len(before), len(after))
	}
	for _, d := range after {
		if strings.HasSuffix(d.DocID, "/a/3.html") != strings.Contains(string(d.Body), "稳中有进") {
			t.Errorf("%s has the text of another time", d.DocID)
		}
	}
	versions, err := Reading{Config: b.crawl.Config}.History(b.site.URL + "/a/3.html")
	if err != nil || len(versions) != 2 || !strings.Contains(versions[0].Text, "总体平稳") || !strings.Contains(versions[1].Text, "稳中有进") {
		t.Errorf("history: %+v, %v", versions, err)
	}
	if _, err := (Reading{Config: b.crawl.Config}).History(b.site.URL + "/none"); !errors.Is(err, archive.ErrMissing) {
		t.Errorf("history of an unknown page: %v", err)
	}
	b.verify()
}

func TestUnchangedDocumentsAreNotReadAgain(t *testing.T) {
	b := newBench(t)
	b.serveArticles(5)
	b.run()
	docs, _ := b.documents()
	sums := map[string]string{}
	for _, d := range docs {
		sums[d.DocID] = d.SHA256
	}
	rd := Reading{Config: b.crawl.Config, Unchanged: func(id, sum string) bool { return sums[id] == sum }}
	_, err := rd.Documents(t.Context(), func(s yiyuan.Source) error {
		if len(s.Body) > 0 || sums[s.DocID] == "" {
			t.Errorf("%s was read again", s.DocID)
		}
		delete(sums, s.DocID)
		return nil
	}, nil)
	if err != nil || len(sums) > 0 {
		t.Errorf("%d documents were not met (%v)", len(sums), err)
	}
}

func TestNotModifiedWithAChangedBody(t *testing.T) {
	b := newBench(t)
	b.site.Handle("/list", hostile.Page(hostile.Links("/a", "/b")))
	b.site.Handle("/a", hostile.NotModifiedWith(hostile.Article(1), hostile.Article(2)))
	b.site.Handle("/b", hostile.Page(hostile.Article(3)))
	b.run()
	b.clock.pass(time.Hour)
	if s := b.run(); s.Changed != 0 || len(s.Failures) > 0 {
		t.Errorf("%+v", s)
	}
	docs, _ := b.documents()
	if len(docs) != 2 || !contains(docs, "地区生产总值1001.1亿元") || contains(docs, "地区生产总值1002") || !contains(docs, "地区生产总值1003") {
		t.Error("the page is not as the server said it still is, or its neighbour took what was left on the line")
	}
	b.verify()
}

func TestCalendarTrap(t *testing.T) {
	b := newBench(t)
	b.crawl.Config = b.config("  next: .next\n")
	b.site.Handle("/list", hostile.Calendar("/list"))
	b.site.Handle("/day", hostile.Page(hostile.Article(1)))
	b.run()
	if n := len(b.site.Requests()); n > 2*b.crawl.Limits.Pages+2 {
		t.Errorf("%d requests", n)
	}
}

func TestACalendarOfNewDays(t *testing.T) {
	b := newBench(t)
	b.crawl.Config = b.config("  next: .next\n")
	n := 0
	b.site.Handle("/list", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		n++
		fmt.Fprintf(w, "<ul class=list><li><a href=/day?%d>日程</a></ul><a class=next href=/list?month=%d>下一月</a>", n, n)
	}))
	b.site.Handle("/day", hostile.Page(hostile.Article(1)))
	b.crawl.Limits.Requests = 70
	s := b.run()
	if asked := b.site.Requests(); len(asked) > 71 {
		t.Errorf("%d requests", len(asked))
	}
	if s.Left == 0 || kinds(s.Failures) != KindLimit {
		t.Errorf("left %d, failures %q", s.Left, kinds(s.Failures))
	}
	if docs, _ := b.documents(); len(docs) != 1 {
		t.Errorf("%d documents of one page", len(docs))
	}
}

func TestOnePageUnderManyAddresses(t *testing.T) {
	b := newBench(t)
	links := []string{"/a", "/a?id=1", "/a?id=2", "/a#top", "/a?utm_source=x", "HTTP://" + strings.TrimPrefix(b.site.URL, "http://") + "/%61", "/x/../a", "/a;jsessionid=77"}
	b.site.Handle("/list", hostile.Page(hostile.Links(links...)))
	b.site.Handle("/a", hostile.Page(hostile.Article(1)))
	b.run()
	if n := len(b.site.Requests()); n != 5 {
		t.Errorf("%d requests, want 5: robots.txt, the list, and three addresses", n)
	}
	docs, _ := b.documents()
	if len(docs) != 1 || docs[0].DocID != b.site.URL+"/a" {
		t.Errorf("%d documents", len(docs))
	}
	a, err := archive.Open(b.crawl.Config.Archive)
	if err != nil {
		t.Fatal(err)
	}
	if h := a.History(b.site.URL + "/a?id=2"); len(h) != 1 || !h[0].Revisit {
		t.Errorf("the same content is stored twice: %+v", h)
	}
	b.verify()
}

func TestSitemapOfFiftyThousand(t *testing.T) {
	b := newBench(t)
	b.crawl.Config = b.config("")
	b.crawl.Config.Sources[0].Kind = Sitemap
	b.site.Handle("/list", hostile.Sitemap(b.site.URL, 50_000))
	b.site.Handle("", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var n int
		fmt.Sscanf(r.URL.Path, "/article/%d.html", &n)
		hostile.Page(hostile.Article(n)).ServeHTTP(w, r)
	}))
	b.site.Handle("/robots.txt", hostile.Status(404))
	b.crawl.Limits.Requests = 100
	b.crawl.Limits.Answer = 10 * time.Second
	peak := watchMemory()
	s := b.run()
	if grown := peak(); grown > 256<<20 {
		t.Errorf("the heap grew by %d MiB", grown>>20)
	}
	if s.New != 100 || s.Left != 49_901 {
		t.Errorf("%d new and %d left", s.New, s.Left)
	}
	b.site.Requests()
	if s := b.run(); s.New < 90 || s.New > 99 { // the list takes one of the hundred, and so does whatever must be asked twice
		t.Errorf("the next run fetched %d", s.New)
	}
}

func TestSitemapIndex(t *testing.T) {
	b := newBench(t)
	b.crawl.Config.Sources[0].Kind = Sitemap
	b.site.Handle("/list", robotsTxt(fmt.Sprintf("<sitemapindex><sitemap><loc>%s/m1</loc><lastmod>2024-01-01</lastmod></sitemap><sitemap><loc>/m2</loc></sitemap><sitemap><loc>http://elsewhere.example/m</loc></sitemap></sitemapindex>", b.site.URL)))
	b.site.Handle("/m1", robotsTxt(b.site.URL+"/a\n"+b.site.URL+"/b\n"))
	b.site.Handle("/m2", robotsTxt("<urlset><url><loc>/c</loc></url><url><loc>/d"))
	for i, p := range []string{"/a", "/b", "/c"} {
		b.site.Handle(p, hostile.Page(hostile.Article(i)))
	}
	if s := b.run(); s.Elsewhere != 1 || len(s.Failures) > 0 {
		t.Errorf("%+v", s)
	}
	if docs, _ := b.documents(); len(docs) != 3 {
		t.Errorf("%d documents, want 3", len(docs))
	}
	b.site.Requests()
	b.clock.pass(time.Hour)
	b.run()
	if asked := b.site.Requests(); count(asked, "/m1") != 0 || count(asked, "/m2") != 1 {
		t.Error("a sitemap that did not change was asked for, or one that may have changed was not")
	}
}

func TestFeeds(t *testing.T) {
	rss := func(declared, title string) string {
		return `<?xml version="1.0" encoding="` + declared + `"?><rss version="2.0"><channel><title>t</title><item><title>` + title + `</title><link>/a</link><pubDate>Mon, 01 Jan 2024 08:00:00 +0800</pubDate></item></channel></rss>`
	}
	const title = "福州市一季度经济运行情况新闻发布会举行"
	gbk, err := simplifiedchinese.GBK.NewEncoder().String(rss("gb2312", title))
	if err != nil {
		t.Fatal(err)
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String(rss("big5", "福州市一季度經濟運行情況新聞發佈會舉行"))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, feed, title string }{
		{"RSS", rss("utf-8", title), title},
		{"Atom", `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title>` + title + `</title><link href="/a"/><updated>2024-01-01T08:00:00+08:00</updated></entry></feed>`, title},
		{"GBK", gbk, title},
		{"Big5", big5, "福州市一季度經濟運行情況新聞發佈會舉行"},
		{"UTF-8 that is said to be GB2312", rss("gb2312", title), title},
		{"GBK that is said to be UTF-8", strings.Replace(gbk, "gb2312", "utf-8", 1), title},
		{"with a control character", rss("utf-8", "\x01"+title+"\x0c"), title},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.crawl.Config.Sources[0].Kind = RSS
			b.site.Handle("/list", robotsTxt(tt.feed))
			b.site.Handle("/a", hostile.Page(hostile.Article(1)))
			if s := b.run(); len(s.Failures) > 0 {
				t.Errorf("%v", s.Failures)
			}
			if docs, _ := b.documents(); len(docs) != 1 {
				t.Errorf("%d documents", len(docs))
			}
			if v := b.visit("/a"); v.Title != tt.title || v.Date.IsZero() {
				t.Errorf("title %q, date %s", v.Title, v.Date)
			}
		})
	}
}

// TestHostileFeeds: what would recurse for ever is refused, with the memory of a page.
func TestHostileFeeds(t *testing.T) {
	for _, tt := range []struct{ name, feed string }{
		{"nested extensions", "<rss><channel><item>" + strings.Repeat("<a:b>", 200_000)},
		{"nested elements", "<rss><channel><item>" + strings.Repeat("<b>", 300_000)},
		{"nested behind a character that is none", "<rss><channel><item>\x01" + strings.Repeat("<a:b>", 200_000)},
		{"nested, and closed in CDATA", "<rss><channel><item>" + strings.Repeat("<a:b><![CDATA[</a:b>]]>", 40_000)},
		{"nested behind a second declaration", `<rss><?xml version="1.0" encoding="gb2312"?><channel><item>` + strings.Repeat("<a:b>", 499_000)},
		{"many attributes", "<rss><channel><item " + strings.Repeat("a='>' ", 150_000) + ">"},
		{"entities of entities", `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><link>` + strings.Repeat("&b;", 200_000) + "</link></item></channel></rss>"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.crawl.Config.Sources[0].Kind = RSS
			b.crawl.Limits.Page = DefaultLimits().Page
			b.site.Handle("/list", robotsTxt(tt.feed))
			peak := watchMemory()
			s := b.run()
			if grown := peak(); grown > 128<<20 {
				t.Errorf("the heap grew by %d MiB", grown>>20)
			}
			if got := kinds(s.Failures); got != KindUnparsed && got != KindNoLinks {
				t.Errorf("failures %q", got)
			}
		})
	}
}

func TestArticleInParts(t *testing.T) {
	b := newBench(t)
	b.crawl.Config = b.config("  more: a.more\n")
	part := func(n int, next string) http.Handler {
		return hostile.Page([]byte(strings.Replace(string(hostile.Article(n)), "</body>", "<a class=more href="+next+">下一页</a></body>", 1)))
	}
	b.site.Handle("/list", hostile.Page(hostile.Links("/a")))
	b.site.Handle("/a", part(1, "/a_2"))
	b.site.Handle("/a_2", part(2, "/a_3"))
	b.site.Handle("/a_3", part(3, "/a"))
	b.run()
	docs, _ := b.documents()
	if len(docs) != 1 || docs[0].Parts != 3 {
		t.Fatalf("%d documents", len(docs))
	}
	for _, s := range []string{"1001.1亿元", "1002.2亿元", "1003.3亿元"} {
		if !contains(docs, s) {
			t.Errorf("%s is missing", s)
		}
	}
}

// TestClockGoesBack: pages are asked again and not lost when the clock of this machine is set back.
func TestClockGoesBack(t *testing.T) {
	b := newBench(t)
	b.serveArticles(5)
	b.run()
	b.clock.pass(-400 * 24 * time.Hour)
	if s := b.run(); s.Unchanged != 6 || len(s.Failures) > 0 {
		t.Errorf("%+v", s)
	}
	if docs, _ := b.documents(); len(docs) != 5 {
		t.Errorf("%d documents", len(docs))
	}
	b.verify()
}

func TestTwoRunsAtOnce(t *testing.T) {
	b := newBench(t)
	holder, err := archive.OpenWriter(b.crawl.Config.Archive, "")
	if err != nil {
		t.Fatal(err)
	}
	defer holder.Close()
	if _, err := b.crawl.Run(t.Context()); !errors.Is(err, archive.ErrLocked) || !strings.Contains(err.Error(), "pid ") {
		t.Errorf("%v", err)
	}
}

func TestCancelledAndResumed(t *testing.T) {
	b := newBench(t)
	b.serveArticles(10)
	ctx, cancel := context.WithCancel(t.Context())
	b.site.Handle("/a/4.html", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		cancel()
		hostile.Page(hostile.Article(4)).ServeHTTP(w, r)
	}))
	if _, err := b.crawl.Run(ctx); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	b.site.Requests()
	s := b.run()
	if !s.Resumed {
		t.Error("the run was not resumed")
	}
	if asked := b.site.Requests(); count(asked, "/list") != 0 || count(asked, "/a/0.html") != 0 || count(asked, "/a/4.html") != 1 {
		t.Errorf("asked again for what was there, or not for what was not: %+v", asked)
	}
	if docs, _ := b.documents(); len(docs) != 10 {
		t.Errorf("%d documents", len(docs))
	}
	b.verify()
}

// TestOffline: the archive alone gives what the run gave, and asks nobody.
func TestOffline(t *testing.T) {
	b := newBench(t)
	b.serveArticles(20)
	b.run()
	first, _ := b.documents()
	b.site.Close()
	second, _ := b.documents()
	if d := cmp.Diff(first, second); d != "" || len(first) != 10 {
		t.Errorf("%d documents; %s", len(first), d)
	}
}

func TestConfig(t *testing.T) {
	for _, tt := range []struct{ name, yaml, says string }{
		{"no contact", "sources:\n- {name: x, kind: list, url: 'http://a.example/'}", "contact:"},
		{"an unknown key", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/', lniks: a}", "lniks"},
		{"an unknown kind", "contact: a@b\nsources:\n- {name: x, kind: page, url: 'http://a.example/'}", "sitemap"},
		{"not http", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'ftp://a.example/'}", "http"},
		{"a selector that is none", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/', body: '[['}", "selector"},
		{"a rude pace", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/', pace: 10ms}", "burden"},
		{"no such profile", "contact: a@b\nsources:\n- {name: x, profile: y}", "stats.gov.cn"},
		{"two of a name", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/'}\n- {name: x, kind: list, url: 'http://b.example/'}", "two sources"},
		{"a profile of the house", "contact: a@b\nsources:\n- {name: 统计局, profile: stats.gov.cn, pace: 9s}", ""},
		{"a contact of two lines", "contact: \"a@b\\r\\nX: y\"\nsources: []", "one line"},
		{"a host with its scheme", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/', hosts: ['https://b.example']}", "www.example.com"},
		{"two lists at one address", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/'}\n- {name: y, kind: rss, url: 'http://A.example'}", "make them one"},
		{"pages without a number", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/', pages: index.html}", "{n}"},
		{"a secret that is not set", "contact: a@b\nsources:\n- {name: x, kind: list, url: 'http://a.example/', headers: {Cookie: 'a=${A}; b=${B}'}}", "A is not set"},
		{"keys of other rooms", "contact: a@b\ntables: x\ndb: y.duckdb\n", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, err := Parse([]byte(tt.yaml), func(string) string { return "" })
			if tt.says == "" {
				if err != nil {
					t.Fatal(err)
				}
				if p, ok := c.Source("统计局"); ok && (p.Pace != 9*time.Second || p.Kind != List || p.Links == "") {
					t.Errorf("%+v", p)
				}
				return
			}
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error %v does not say %q", err, tt.says)
			}
		})
	}
}

func TestProfilesOfTheHouse(t *testing.T) {
	for _, p := range Profiles() {
		t.Run(p.Name, func(t *testing.T) {
			if err := p.settle(); err != nil {
				t.Error(err)
			}
		})
	}
}

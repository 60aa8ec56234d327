package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"yiyuan/extract/web/hostile"
)

// TestARenamedSource: its list is asked under the new name, and what it names goes over to it.
func TestARenamedSource(t *testing.T) {
	b := newBench(t)
	b.serveArticles(3)
	b.run()
	b.clock.pass(time.Hour)
	b.site.Requests()
	b.crawl.Config.Sources[0].Name, b.crawl.Config.Sources[0].Corpus = "临江新闻", "临江新闻"
	b.site.Handle("/a/3.html", hostile.Page(hostile.Article(3)))
	b.site.Handle("/list", hostile.Page(hostile.Links("/a/0.html", "/a/1.html", "/a/3.html")))
	if s := b.run(); s.New != 1 || len(s.Failures) > 0 {
		t.Errorf("%+v", s)
	}
	docs, _ := b.documents()
	of := map[string]int{}
	for _, d := range docs {
		of[d.Corpus]++
	}
	if of["临江新闻"] != 3 || of["临江日报"] != 1 {
		t.Errorf("%v, want the three that the list names under the new name", of)
	}
}

// TestAListThatBecomesAFeed: the address is read as what it is said to be now.
func TestAListThatBecomesAFeed(t *testing.T) {
	b := newBench(t)
	b.serveArticles(1)
	b.run()
	b.clock.pass(time.Hour)
	b.crawl.Config.Sources[0].Kind = RSS
	b.site.Handle("/list", robotsTxt("<rss><channel><item><link>/a/0.html</link></item><item><link>/b</link></item></channel></rss>"))
	b.site.Handle("/b", hostile.Page(hostile.Article(9)))
	if s := b.run(); s.New != 1 || len(s.Failures) > 0 {
		t.Errorf("%+v", s)
	}
}

// TestANoticeOfRepairs: a site that sends every address to a notice for a day has lost no page when it is back.
func TestANoticeOfRepairs(t *testing.T) {
	for status, lost := range map[int]bool{302: false, 307: false, 301: true} {
		b := newBench(t)
		b.serveArticles(3)
		b.site.Handle("/a/1.html", hostile.Status(status, "Location", "/repairs"))
		b.site.Handle("/repairs", hostile.Page(hostile.Article(99)))
		b.run()
		b.site.Handle("/a/1.html", hostile.Page(hostile.Article(1)))
		b.clock.pass(24 * time.Hour)
		b.run()
		docs, _ := b.documents()
		if contains(docs, "地区生产总值1001.1亿元") == lost {
			t.Errorf("status %d: lost is %v", status, !lost)
		}
	}
}

// TestNoticesWithStatus200: pages that all become one notice stand as they were; what is one page under two addresses is
// one document, also when it changes.
func TestNoticesWithStatus200(t *testing.T) {
	b := newBench(t)
	b.site.Handle("/list", hostile.Page(hostile.Links("/a/1", "/a/2", "/a/3", "/c", "/c?id=1", "/dd")))
	for i, p := range []string{"/a/1", "/a/2", "/a/3", "/c", "/dd"} {
		b.site.Handle(p, hostile.Page(hostile.Article(i)))
	}
	b.run()
	b.clock.pass(time.Hour)
	for _, p := range []string{"/a/1", "/a/2"} {
		b.site.Handle(p, hostile.Page(hostile.Article(99)))
	}
	b.site.Handle("/c", hostile.Page(hostile.Article(33)))
	b.site.Handle("/dd", hostile.Page(hostile.Article(44)))
	b.site.Handle("/d", hostile.Page(hostile.Article(44)))
	b.site.Handle("/list", hostile.Page(hostile.Links("/a/1", "/d")))
	b.run()
	docs, _ := b.documents()
	got := map[string]string{}
	for _, d := range docs {
		_, after, _ := strings.Cut(string(d.Body), "地区生产总值")
		got[strings.TrimPrefix(d.DocID, b.site.URL)], _, _ = strings.Cut(after, ".")
	}
	want := map[string]string{"/a/1": "1000", "/a/2": "1001", "/a/3": "1002", "/c": "1033", "/d": "1044"}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
}

// TestADamagedPageIsFetchedAgain: whole, although the site would say that it has not changed.
func TestADamagedPageIsFetchedAgain(t *testing.T) {
	b := newBench(t)
	b.serveArticles(3)
	b.run()
	file := filepath.Join(b.crawl.Config.Archive, "warc", "yiyuan-000001.warc.gz")
	bytes, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for i := 600; i < len(bytes); i += 150 { // every record of a page
		bytes[i] ^= 0xff
	}
	if err := os.WriteFile(file, bytes, 0o644); err != nil {
		t.Fatal(err)
	}
	if docs, failed := b.documents(); len(docs) == 3 || len(failed) == 0 {
		t.Fatalf("%d documents, %d failures of a damaged archive", len(docs), len(failed))
	}
	b.clock.pass(time.Hour)
	b.run()
	if docs, failed := b.documents(); len(docs) != 3 || len(failed) > 0 {
		t.Errorf("%d documents, failures %v", len(docs), failed)
	}
}

// TestACertificateThatIsNotTrusted: the site is asked for nothing, once, and not again.
func TestACertificateThatIsNotTrusted(t *testing.T) {
	b := newBench(t)
	var handshakes, requests atomic.Int32
	site := httptest.NewUnstartedServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { requests.Add(1) }))
	site.Config.ErrorLog = log.New(io.Discard, "", 0)
	site.Config.ConnState = func(_ net.Conn, s http.ConnState) {
		if s == http.StateNew {
			handshakes.Add(1)
		}
	}
	site.StartTLS()
	t.Cleanup(site.Close)
	c, err := Parse(fmt.Appendf(nil, "contact: a@b.example\narchive: %s\nsources:\n- {name: x, kind: list, url: '%s/list', allow_private: true}\n", t.TempDir(), site.URL), nil)
	if err != nil {
		t.Fatal(err)
	}
	b.crawl.Config = c
	s := b.run()
	if handshakes.Load() != 1 || requests.Load() != 0 {
		t.Errorf("%d handshakes, %d requests", handshakes.Load(), requests.Load())
	}
	if kinds(s.Failures) != KindDeferred || !strings.Contains(s.Failures[0].Message, "certificate") {
		t.Errorf("%v", s.Failures)
	}
}

// TestManyCookies: a site gives a hundred cookies with every page, and is not sent all of them for ever.
func TestManyCookies(t *testing.T) {
	b := newBench(t)
	n := 0
	b.site.Handle("", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if got := len(r.Cookies()); got > 300 {
			t.Errorf("%d cookies were sent back", got)
		}
		for range 100 {
			n++
			http.SetCookie(w, &http.Cookie{Name: fmt.Sprintf("c%d", n), Value: "1", Path: "/"})
		}
		w.Write(hostile.Article(n))
	}))
	var links []string
	for i := range 20 {
		links = append(links, fmt.Sprintf("/a/%d", i))
	}
	b.site.Handle("/robots.txt", robotsTxt(""))
	b.site.Handle("/list", hostile.Page(hostile.Links(links...)))
	if s := b.run(); s.New != 21 {
		t.Errorf("%+v", s)
	}
}

// TestClocksThatWereWrong: a clock that ran ahead while pages were fetched, or when a site asked for patience, closes no
// site once it has been put right.
func TestClocksThatWereWrong(t *testing.T) {
	t.Run("ten hours, and robots.txt is not a day old", func(t *testing.T) {
		b := newBench(t)
		b.serveArticles(3)
		b.run()
		b.clock.pass(20 * time.Hour)
		b.site.Handle("/list", hostile.Page(hostile.Links("/a/0.html", "/a/1.html")))
		b.run()
		b.clock.pass(-10 * time.Hour)
		if s := b.run(); s.Left > 0 || len(s.Failures) > 0 {
			t.Errorf("%+v", s)
		}
	})
	t.Run("ten years, and Retry-After", func(t *testing.T) {
		b := newBench(t)
		b.serveArticles(3)
		b.site.Handle("/a/0.html", hostile.Times(1, hostile.Status(429, "Retry-After", "7200"), hostile.Page(hostile.Article(0))))
		b.clock.pass(10 * 365 * 24 * time.Hour)
		b.run()
		b.clock.pass(-10 * 365 * 24 * time.Hour)
		if s := b.run(); s.Left > 0 || s.New != 3 {
			t.Errorf("%+v", s)
		}
	})
}

// TestFiveFailuresInABadHour: an hour of errors, with a run every five minutes, does not make a page forgotten.
func TestFiveFailuresInABadHour(t *testing.T) {
	b := newBench(t)
	b.serveArticles(3)
	b.site.Handle("/a/1.html", hostile.Status(404))
	for range 12 {
		b.run()
		b.clock.pass(5 * time.Minute)
	}
	if n := count(b.site.Requests(), "/a/1.html"); n > 2 {
		t.Errorf("a page that is gone was asked for %d times in an hour", n)
	}
	b.site.Handle("/a/1.html", hostile.Page(hostile.Article(1)))
	b.clock.pass(4 * time.Hour)
	if s := b.run(); s.New != 1 {
		t.Errorf("%+v", s)
	}
}

// TestAFrontierWithoutEnd: an index of sitemaps that names more than anyone could ask for.
func TestAFrontierWithoutEnd(t *testing.T) {
	b := newBench(t)
	b.crawl.Config.Sources[0].Kind = Sitemap
	var maps []string
	for i := range 40 {
		maps = append(maps, fmt.Sprintf("<sitemap><loc>/m/%d</loc></sitemap>", i))
	}
	b.site.Handle("/list", robotsTxt("<sitemapindex>"+strings.Join(maps, "")+"</sitemapindex>"))
	b.site.Handle("/robots.txt", robotsTxt(""))
	b.site.Handle("", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, "/m/") {
			w.Write(hostile.Article(len(r.URL.Path)))
			return
		}
		for i := range 1000 {
			fmt.Fprintf(w, "http://%s%s/%d\n", r.Host, r.URL.Path[2:], i)
		}
	}))
	b.crawl.Limits.Waiting, b.crawl.Limits.Requests = 5000, 60
	s := b.run()
	j, err := readJournal(b.crawl.Config.Archive)
	if err != nil {
		t.Fatal(err)
	}
	if n := len(j.visits); n > 5100 {
		t.Errorf("%d addresses are kept", n)
	}
	if !strings.Contains(kinds(s.Failures), KindLimit) || s.Left == 0 {
		t.Errorf("left %d, failures %q", s.Left, kinds(s.Failures))
	}
	b.site.Requests()
	b.crawl.Limits.Waiting = 100_000
	b.crawl.Limits.Requests = 45
	b.clock.pass(time.Hour)
	b.run()
	if j, err = readJournal(b.crawl.Config.Archive); err != nil || len(j.visits) != 40_041 {
		t.Errorf("%d addresses are known once there is room, want all 40,041 (%v)", len(j.visits), err)
	}
}

// TestHostsWithoutEnd: a page that links to a thousand hosts of its site.
func TestHostsWithoutEnd(t *testing.T) {
	b := newBench(t)
	b.crawl.Resolver = dnsOf(t, func() [4]byte { return [4]byte{127, 0, 0, 1} })
	port := mustURL(t, b.site.URL).Port()
	c, err := Parse(fmt.Appendf(nil, "contact: a@b.example\narchive: %s\nsources:\n- {name: x, kind: list, url: 'http://news.example.org:%s/list', links: .list a, allow_private: true}\n", t.TempDir(), port), nil)
	if err != nil {
		t.Fatal(err)
	}
	b.crawl.Config = c
	var links []string
	for i := range 500 {
		links = append(links, fmt.Sprintf("http://h%d.example.org:%s/a", i, port))
	}
	b.site.Handle("/list", hostile.Page(hostile.Links(links...)))
	s := b.run()
	if n := strings.Count(kinds(s.Failures), KindBlocked); n != DefaultLimits().Hosts-1 || s.Left != 401 {
		t.Errorf("%d hosts were tried, %d addresses left", n, s.Left)
	}
}

// TestASiteThatTakesItsTime: a Crawl-delay of a quarter of an hour, and a hundred pages, are not a run of a day.
func TestASiteThatTakesItsTime(t *testing.T) {
	b := newBench(t)
	var links []string
	for i := range 100 {
		links = append(links, fmt.Sprintf("/a/%d", i))
	}
	b.site.Handle("", hostile.Page(hostile.Article(1)))
	b.site.Handle("/robots.txt", robotsTxt("User-agent: *\nCrawl-delay: 890\n"))
	b.site.Handle("/list", hostile.Page(hostile.Links(links...)))
	start := b.clock.Now()
	s := b.run()
	if d := b.clock.Now().Sub(start); d > 7*time.Hour || d < 5*time.Hour {
		t.Errorf("the run took %s", d)
	}
	if s.Left == 0 || kinds(s.Failures) != KindDeferred && kinds(s.Failures) != KindLimit {
		t.Errorf("left %d, failures %q", s.Left, kinds(s.Failures))
	}
	before := s.New
	b.clock.pass(time.Hour)
	if s := b.run(); s.New < 20 || before < 20 {
		t.Errorf("%d new pages, and %d in the next run", before, s.New)
	}
}

// TestDialled: the addresses that no connection is made to, whatever name they come by.
func TestDialled(t *testing.T) {
	for _, tt := range []struct {
		host          string
		open, private bool // may be dialled without allow_private, and with it
	}{
		{"127.0.0.1", false, true}, {"127.8.8.8", false, true}, {"[::1]", false, true}, {"[::ffff:127.0.0.1]", false, true},
		{"10.1.2.3", false, true}, {"172.31.0.1", false, true}, {"192.168.1.1", false, true}, {"[fd12::1]", false, true},
		{"169.254.169.254", false, false}, {"[::ffff:169.254.169.254]", false, false}, {"[fe80::1]", false, false},
		{"100.100.100.200", false, false}, {"[fd00:ec2::254]", false, false}, {"[fd20:ce::254]", false, false},
		{"0.0.0.0", false, false}, {"[::]", false, false}, {"224.0.0.1", false, false}, {"255.255.255.255", false, false},
		{"[64:ff9b::7f00:1]", false, false}, {"[2002:7f00:1::]", false, false}, {"[::127.0.0.1]", false, false}, {"192.0.0.192", false, false},
		{"1.1.1.1", true, true}, {"[2606:4700::1111]", true, true},
	} {
		for _, private := range []bool{false, true} {
			c := newClient(testLimits(), "test", private, nil, newTestClock())
			ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond) // enough to be refused
			_, err := c.get(ctx, mustURL(t, "http://"+tt.host+":9/"), nil, 1)
			cancel()
			if blocked := errors.Is(err, errBlocked); blocked == (tt.open || private && tt.private) {
				t.Errorf("%s, allow_private %v: %v", tt.host, private, err)
			}
		}
	}
}

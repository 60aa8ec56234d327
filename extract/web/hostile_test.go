package web

import (
	"bytes"
	"context"
	"fmt"
	"net/http"
	"net/url"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/extract/archive"
	"yiyuan/extract/web/hostile"
)

// bench is a site, a source that reads it, and an archive.
type bench struct {
	t     *testing.T
	site  *hostile.Site
	clock *testClock
	crawl Crawler
}

func newBench(t *testing.T) *bench {
	t.Helper()
	b := &bench{t: t, site: hostile.New(), clock: newTestClock()}
	t.Cleanup(b.site.Shut)
	b.site.Now = b.clock.Now
	b.crawl = Crawler{Clock: b.clock, Limits: testLimits(), Config: b.config("")}
	return b
}

// testLimits are the usual ones, but no test waits for a slow site longer than it must.
func testLimits() Limits {
	l := DefaultLimits()
	l.Connect, l.Answer, l.Page = time.Second, 700*time.Millisecond, 1<<20
	return l
}

func (b *bench) config(more string) Config {
	b.t.Helper()
	dir := b.crawl.Config.Archive
	if dir == "" {
		dir = b.t.TempDir()
	}
	c, err := Parse(fmt.Appendf(nil, "contact: desk@example.org\narchive: %s\nsources:\n- name: 临江日报\n  kind: list\n  url: %s/list\n  links: .list a\n  body: .article\n  allow_private: true\n  pace: 1s\n%s",
		dir, b.site.URL, more), func(string) string { return "s3cret" })
	if err != nil {
		b.t.Fatal(err)
	}
	return c
}

func (b *bench) run() Summary {
	b.t.Helper()
	ctx, cancel := context.WithTimeout(b.t.Context(), time.Minute)
	defer cancel()
	s, err := b.crawl.Run(ctx)
	if err != nil {
		b.t.Fatal(err)
	}
	return s
}

func (b *bench) documents() (docs []yiyuan.Source, failed []extract.Failure) {
	b.t.Helper()
	_, err := Reading{Config: b.crawl.Config}.Documents(b.t.Context(), func(s yiyuan.Source) error {
		docs = append(docs, s)
		return nil
	}, func(f extract.Failure) { failed = append(failed, f) })
	if err != nil {
		b.t.Fatal(err)
	}
	return docs, failed
}

func (b *bench) verify() {
	b.t.Helper()
	a, err := archive.Open(b.crawl.Config.Archive)
	if err != nil {
		b.t.Fatal(err)
	}
	defer a.Close()
	if _, err := a.Verify(b.t.Context(), func(s string) { b.t.Errorf("verify: %s", s) }); err != nil {
		b.t.Fatal(err)
	}
}

func (b *bench) visit(path string) visit {
	b.t.Helper()
	j, err := readJournal(b.crawl.Config.Archive)
	if err != nil {
		b.t.Fatal(err)
	}
	v := j.visits[b.site.URL+path]
	if v == nil {
		b.t.Fatalf("%s is not in the journal", path)
	}
	return *v
}

func kinds(fs []extract.Failure) string {
	var out []string
	for _, f := range fs {
		out = append(out, f.Kind)
	}
	return strings.Join(out, " ")
}

// watchMemory returns a function that says by how much the heap had grown at its highest.
func watchMemory() (peak func() uint64) {
	sample := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}} // unlike ReadMemStats it does not stop the world
	heap := func() uint64 {
		metrics.Read(sample)
		return sample[0].Value.Uint64()
	}
	runtime.GC()
	base, highest := heap(), uint64(0)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(5 * time.Millisecond):
				highest = max(highest, heap())
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		return max(highest, base) - base
	}
}

const whole = "第三产业增加值507亿元" // stands in hostile.Article(7)

// TestHostilePages: the list names a page that misbehaves and one that does not. The one must come to its state within
// bounds, and must not keep the other from being read.
func TestHostilePages(t *testing.T) {
	article := hostile.Article(7)
	tests := []struct {
		name     string
		page     http.Handler
		state    string
		kind     string // of the failure
		requests int    // to the page, at most
		text     string // in the document made of it
	}{
		{"GBK", hostile.In(simplifiedchinese.GBK, "gb2312", article), stateDone, "", 1, whole},
		{"Big5", hostile.In(traditionalchinese.Big5, "big5", hostile.Traditional(article)), stateDone, "", 1, "第三產業增加值507億元"},
		{"UTF-8 that is said to be GB2312", hostile.Declared("gb2312", bytes.Replace(article, []byte("charset=utf-8"), []byte("charset=gb2312"), 1)), stateDone, "", 1, whole},
		{"GBK that is said to be UTF-8", hostile.In(simplifiedchinese.GBK, "utf-8", article), stateDone, "", 1, whole},
		{"a body that trickles", http.HandlerFunc(hostile.SlowBody), stateFailed, KindTimeout, 4, ""},
		{"a header that trickles", hostile.SlowHeader, stateFailed, KindTimeout, 4, ""},
		{"a header without end", hostile.LongHeader, stateFailed, KindTooLarge, 1, ""},
		{"a body without end", http.HandlerFunc(hostile.Endless), stateFailed, KindTooLarge, 1, ""},
		{"a gzip bomb of 1 GiB", hostile.Bomb(1 << 30), stateFailed, KindTooLarge, 1, ""},
		{"100 MB of nested tags", hostile.Nested(100 << 20), stateFailed, KindTooLarge, 1, ""},
		{"1 MB of nested tags", hostile.Nested(900 << 10), stateDone, "", 1, ""},
		{"a Content-Length too long", hostile.Said(1_000_000, article), stateFailed, KindNetwork, 4, ""},
		{"a Content-Length too short", hostile.Said(len(article)-30, article), stateDone, "", 1, whole},
		{"a Content-Length that is no number", hostile.Said(-5, article), stateFailed, KindNetwork, 4, ""},
		{"connections reset", hostile.Reset(article), stateFailed, KindNetwork, 4, ""},
		{"one reset, then the page", hostile.Times(1, hostile.Reset(article), hostile.Page(article)), stateDone, "", 2, whole},
		{"NULs", hostile.Page(bytes.ReplaceAll(article, []byte("。"), []byte("\x00。"))), stateDone, "", 1, "第三产业增加值507亿元"},
		{"NULs and nothing else", hostile.Page(make([]byte, 100_000)), stateDone, "", 1, ""},
		{"a coding that is not known", hostile.Status(200, "Content-Encoding", "br"), stateFailed, KindCoding, 1, ""},
		{"status 404", hostile.Status(404), stateFailed, KindStatus, 1, ""},
		{"status 500", hostile.Status(500), stateFailed, KindStatus, 4, ""},
		{"status 304 to one who has nothing", hostile.Status(304), stateFailed, KindStatus, 1, ""},
		{"an empty page", hostile.Status(200), stateFailed, extract.KindEmpty, 1, ""},
		{"a redirect to nowhere", hostile.Status(302, "Location", "http://"), stateFailed, KindRedirect, 1, ""},
		{"a redirect to a file", hostile.Status(302, "Location", "file:///etc/passwd"), stateFailed, KindRedirect, 1, ""},
		{"a redirect to itself", hostile.Status(302, "Location", "/bad"), stateFailed, KindRedirect, 1, ""},
		{"a redirect to the metadata of a cloud", hostile.Status(302, "Location", "http://169.254.169.254/latest/"), stateRefused, KindOtherSite, 1, ""},
		{"a redirect to loopback in IPv6 clothes", hostile.Status(302, "Location", "http://[::ffff:127.0.0.1]/"), stateRefused, KindOtherSite, 1, ""},
		{"a redirect into the air", hostile.Status(302, "Location", "http://[fe80::1%25eth0]/"), stateFailed, KindRedirect, 1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.site.Handle("/list", hostile.Page(hostile.Links("/bad", "/good")))
			b.site.Handle("/good", hostile.Page(hostile.Article(1)))
			b.site.Handle("/bad", tt.page)
			peak := watchMemory()
			s := b.run()
			if grown := peak(); grown > 64<<20 {
				t.Errorf("the heap grew by %d MiB", grown>>20)
			}
			v := b.visit("/bad")
			if v.State != tt.state || v.Kept != tt.kind {
				t.Errorf("the page came to state %q %q (%s), want %q %q", v.State, v.Kept, v.Message, tt.state, tt.kind)
			}
			if got := kinds(s.Failures); got != tt.kind {
				t.Errorf("failures %q, want %q", got, tt.kind)
			}
			if n := count(b.site.Requests(), "/bad"); n > tt.requests || n == 0 {
				t.Errorf("%d requests, want 1 to %d", n, tt.requests)
			}
			docs, _ := b.documents()
			if !contains(docs, "地区生产总值1001.1亿元") {
				t.Error("the good page was not read")
			}
			if tt.text != "" && !contains(docs, tt.text) {
				t.Errorf("no document has %q", tt.text)
			}
			if tt.text == "" && len(docs) != 1 {
				t.Errorf("%d documents, want one", len(docs))
			}
			b.verify()
		})
	}
}

func contains(docs []yiyuan.Source, s string) bool {
	for _, d := range docs {
		if strings.Contains(strings.ReplaceAll(string(d.Body), "\x00", ""), s) {
			return true
		}
	}
	return false
}

func count(requests []hostile.Request, path string) (n int) {
	for _, r := range requests {
		if r.Path == path {
			n++
		}
	}
	return n
}

// TestRedirects: a chain is followed as far as is decent.
func TestRedirects(t *testing.T) {
	for _, tt := range []struct {
		name  string
		hops  int
		docs  int
		fails string
	}{{"five", 5, 2, ""}, {"a thousand", 1000, 1, KindRedirect}} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.site.Handle("/list", hostile.Page(hostile.Links("/hop", "/good")))
			b.site.Handle("/good", hostile.Page(hostile.Article(1)))
			b.site.Handle("/hop", hostile.Redirects("/hop", tt.hops, hostile.Page(hostile.Article(2))))
			s := b.run()
			if kinds(s.Failures) != tt.fails {
				t.Errorf("failures %q, want %q", kinds(s.Failures), tt.fails)
			}
			if n := len(b.site.Requests()); n > 15 {
				t.Errorf("%d requests", n)
			}
			if docs, _ := b.documents(); len(docs) != tt.docs {
				t.Errorf("%d documents, want %d", len(docs), tt.docs)
			}
			b.verify()
		})
	}
	t.Run("in a circle", func(t *testing.T) {
		b := newBench(t)
		b.site.Handle("/list", hostile.Page(hostile.Links("/a")))
		b.site.Handle("/a", hostile.Status(301, "Location", "/b"))
		b.site.Handle("/b", hostile.Status(301, "Location", "/a"))
		if s := b.run(); kinds(s.Failures) != KindRedirect {
			t.Errorf("failures %q", kinds(s.Failures))
		}
	})
	t.Run("a cookie first", func(t *testing.T) {
		b := newBench(t)
		b.site.Handle("/list", hostile.Page(hostile.Links("/wall")))
		b.site.Handle("/wall", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if _, err := r.Cookie("session"); err != nil {
				http.SetCookie(w, &http.Cookie{Name: "session", Value: "1", Path: "/"})
				http.Redirect(w, r, "/wall", http.StatusFound)
				return
			}
			w.Write(hostile.Article(3))
		}))
		b.run()
		if docs, _ := b.documents(); len(docs) != 1 {
			t.Errorf("%d documents, want one", len(docs))
		}
	})
}

// TestGuard: a source that names another host opens its own machine and no more.
func TestGuard(t *testing.T) {
	other := hostile.New()
	t.Cleanup(other.Shut)
	other.Handle("", hostile.Page(hostile.Article(9)))
	port := mustURL(t, other.URL).Port()
	for _, tt := range []struct{ name, to, hosts, kind string }{
		{"metadata, although named", "http://169.254.169.254/latest/meta-data", "169.254.169.254", KindBlocked},
		{"metadata in IPv6, although named", "http://[fd00:ec2::254]:1/", "", KindOtherSite},
		{"loopback by a mapped address", "http://[::ffff:127.0.0.1]:" + port + "/", "", KindOtherSite},
		{"another port of loopback", "http://127.0.0.1:" + port + "/", "", KindOtherSite},
		{"loopback as a number", "http://2130706433:" + port + "/", "", KindOtherSite},
		{"loopback by name", "http://localhost:" + port + "/", "", KindOtherSite},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			if tt.hosts != "" {
				b.crawl.Config = b.config("  hosts: ['" + tt.hosts + "']\n")
			}
			b.site.Handle("/list", hostile.Page(hostile.Links("/away", tt.to)))
			b.site.Handle("/away", hostile.Status(302, "Location", tt.to))
			s := b.run()
			if got := kinds(s.Failures); !strings.Contains(got, tt.kind) {
				t.Errorf("failures %q, want %q", got, tt.kind)
			}
			if n := len(other.Requests()); n > 0 {
				t.Errorf("%d requests went where none may go", n)
			}
		})
	}
	t.Run("a private list without allow_private", func(t *testing.T) {
		b := newBench(t)
		b.site.Handle("/list", hostile.Page(hostile.Links("/good")))
		c, err := Parse(fmt.Appendf(nil, "contact: a@b.example\narchive: %s\nsources:\n- {name: x, kind: list, url: '%s/list'}\n", t.TempDir(), b.site.URL), nil)
		if err != nil {
			t.Fatal(err)
		}
		b.crawl.Config = c
		if s := b.run(); kinds(s.Failures) != KindBlocked {
			t.Errorf("failures %q", kinds(s.Failures))
		}
		if n := len(b.site.Requests()); n > 0 {
			t.Errorf("%d requests", n)
		}
	})
}

func mustURL(t *testing.T, s string) *url.URL {
	t.Helper()
	u, err := url.Parse(s)
	if err != nil {
		t.Fatal(err)
	}
	return u
}

package web

import (
	"bytes"
	"context"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"yiyuan/extract/web/hostile"
)

func robotsTxt(s string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(s)) })
}

// TestRobots: what robots.txt says, and what it means when it does not say anything.
func TestRobots(t *testing.T) {
	for _, tt := range []struct {
		name   string
		robots http.Handler
		asked  string // paths besides robots.txt
		left   int
		fails  string
	}{
		{"none", hostile.Status(404), "/list /open /closed", 0, ""},
		{"forbidden itself", hostile.Status(403), "/list /open /closed", 0, ""},
		{"status 500", hostile.Status(500), "", 1, KindDeferred},
		{"status 429", hostile.Status(429), "", 1, KindDeferred},
		{"reset", hostile.Reset(make([]byte, 100)), "", 1, KindDeferred},
		{"a trickle", hostile.SlowHeader, "", 1, KindDeferred},
		{"one path closed", robotsTxt("User-agent: *\nDisallow: /closed\n"), "/list /open", 0, ""},
		{"closed to us alone", robotsTxt("User-agent: *\nDisallow:\n\nUser-agent: Yiyuan\nDisallow: /closed"), "/list /open", 0, ""},
		{"closed to others", robotsTxt("User-agent: yi\nDisallow: /\n"), "/list /open /closed", 0, ""},
		{"all closed", robotsTxt("User-agent: *\nDisallow: /\n"), "", 0, KindRobots},
		{"a malformed line before", robotsTxt("Disallow: /x\nCrawl-delay: soon\nUser-agent: *\nCrawl-delay: ?\nDisallow: /closed\n"), "/list /open", 0, ""},
		{"10 MB, with the rule at the head", robotsTxt("User-agent: *\nDisallow: /closed\n" + strings.Repeat("Disallow: /*a*b*c$\n", 550_000)), "/list /open", 0, ""},
		{"redirected", hostile.Times(1, hostile.Status(301, "Location", "/robots.txt?2"), robotsTxt("User-agent: *\nDisallow: /closed\n")), "/list /open", 0, ""},
		{"1 GiB of gzip", hostile.Bomb(1 << 30), "/list /open /closed", 0, ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.site.Handle("/robots.txt", tt.robots)
			b.site.Handle("/list", hostile.Page(hostile.Links("/open", "/closed")))
			b.site.Handle("/open", hostile.Page(hostile.Article(1)))
			b.site.Handle("/closed", hostile.Page(hostile.Article(2)))
			peak := watchMemory()
			s := b.run()
			if grown := peak(); grown > 64<<20 {
				t.Errorf("the heap grew by %d MiB", grown>>20)
			}
			var asked []string
			for _, r := range b.site.Requests() {
				if !strings.HasPrefix(r.Path, "/robots.txt") {
					asked = append(asked, r.Path)
				}
			}
			if got := strings.Join(asked, " "); got != tt.asked {
				t.Errorf("asked for %q, want %q", got, tt.asked)
			}
			if s.Left != tt.left || kinds(s.Failures) != tt.fails {
				t.Errorf("left %d with failures %q, want %d with %q", s.Left, kinds(s.Failures), tt.left, tt.fails)
			}
			b.verify()
		})
	}
}

func TestRobotsAreCachedForADay(t *testing.T) {
	b := newBench(t)
	b.site.Handle("/robots.txt", robotsTxt("User-agent: *\nDisallow: /closed\n"))
	b.site.Handle("/list", hostile.Page(hostile.Links("/open", "/closed")))
	b.site.Handle("/open", hostile.Page(hostile.Article(1)))
	for _, want := range []int{1, 0, 1} {
		b.run()
		asked := b.site.Requests()
		if n := count(asked, "/robots.txt"); n != want {
			t.Errorf("robots.txt was asked %d times, want %d", n, want)
		}
		if count(asked, "/closed") > 0 {
			t.Error("a closed page was asked for")
		}
		b.clock.pass(13 * time.Hour)
	}
}

// TestPace: the pauses that the site sees, by the clock of the crawl.
func TestPace(t *testing.T) {
	for _, tt := range []struct {
		name   string
		robots string
		pace   time.Duration
	}{
		{"the pace of the source", "", time.Second},
		{"a longer Crawl-delay", "User-agent: *\nCrawl-delay: 7.5\n", 7500 * time.Millisecond},
		{"a shorter Crawl-delay", "User-agent: *\nCrawl-delay: 0.1\n", time.Second},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			var links []string
			for i := range 8 {
				links = append(links, fmt.Sprintf("/%d", i))
				b.site.Handle(links[i], hostile.Page(hostile.Article(i)))
			}
			b.site.Handle("/robots.txt", robotsTxt(tt.robots))
			b.site.Handle("/list", hostile.Page(hostile.Links(links...)))
			b.run()
			asked := b.site.Requests()
			if len(asked) != 10 {
				t.Fatalf("%d requests", len(asked))
			}
			for i, r := range asked[1:] {
				if d := r.At.Sub(asked[i].At); d != tt.pace {
					t.Errorf("%s after %s, want %s", r.Path, d, tt.pace)
				}
				if r.Open > 1 {
					t.Errorf("%d connections at once", r.Open)
				}
				if r.Agent != "yiyuan/0 (+desk@example.org)" {
					t.Errorf("User-Agent %q", r.Agent)
				}
			}
		})
	}
}

// TestRetryAfter: the page is asked again when it was said, to the second, and no other page before.
func TestRetryAfter(t *testing.T) {
	date := func(s string) string { return s }
	for _, tt := range []struct {
		name   string
		answer http.Handler
		after  time.Duration
	}{
		{"429, seconds", hostile.Status(429, "Retry-After", "97"), 97 * time.Second},
		{"503, seconds", hostile.Status(503, "Retry-After", "600"), 600 * time.Second},
		{"a date by a right clock", hostile.Status(503, "Date", date("Mon, 02 Mar 2026 08:00:02 GMT"), "Retry-After", "Mon, 02 Mar 2026 08:01:02 GMT"), time.Minute},
		{"a date by a clock ten years fast", hostile.Status(503, "Date", date("Mon, 02 Mar 2036 08:00:02 GMT"), "Retry-After", "Mon, 02 Mar 2036 08:01:02 GMT"), time.Minute},
		{"a date by a clock ten years slow", hostile.Status(503, "Date", date("Wed, 02 Mar 2016 08:00:02 GMT"), "Retry-After", "Wed, 02 Mar 2016 08:01:02 GMT"), time.Minute},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b := newBench(t)
			b.site.Handle("/list", hostile.Page(hostile.Links("/busy", "/other")))
			b.site.Handle("/busy", hostile.Times(1, tt.answer, hostile.Page(hostile.Article(1))))
			b.site.Handle("/other", hostile.Page(hostile.Article(2)))
			s := b.run()
			if len(s.Failures) > 0 {
				t.Errorf("failures %v", s.Failures)
			}
			asked := b.site.Requests()
			if got := asked[3].At.Sub(asked[2].At); asked[3].Path != "/busy" || got < tt.after || got > tt.after+time.Second {
				t.Errorf("%s was asked for after %s, want /busy after %s", asked[3].Path, got, tt.after)
			}
		})
	}
}

func TestALongRetryAfterIsForALaterRun(t *testing.T) {
	b := newBench(t)
	b.site.Handle("/list", hostile.Page(hostile.Links("/busy", "/other")))
	b.site.Handle("/busy", hostile.Times(1, hostile.Status(429, "Retry-After", "7200"), hostile.Page(hostile.Article(1))))
	b.site.Handle("/other", hostile.Page(hostile.Article(2)))
	s := b.run()
	if s.Left != 2 || kinds(s.Failures) != KindDeferred {
		t.Errorf("left %d, failures %v", s.Left, s.Failures)
	}
	b.site.Requests()
	b.clock.pass(time.Hour)
	if s := b.run(); len(b.site.Requests()) > 0 || s.Left == 0 {
		t.Error("the site was asked before the time it gave")
	}
	b.clock.pass(time.Hour)
	if s := b.run(); s.New != 2 || s.Left != 0 {
		t.Errorf("%d new pages, %d left, want 2 and none", s.New, s.Left)
	}
}

// TestBackoff: pauses grow, and a host that only fails is left alone.
func TestBackoff(t *testing.T) {
	b := newBench(t)
	b.site.Handle("/list", hostile.Page(hostile.Links("/0", "/1", "/2", "/3", "/4", "/5", "/6", "/7")))
	b.site.Handle("", hostile.Status(502))
	b.site.Handle("/robots.txt", robotsTxt(""))
	s := b.run()
	asked := b.site.Requests()[2:]
	for i, least := range []time.Duration{time.Second, 2 * time.Second, 4 * time.Second} {
		if d := asked[i+1].At.Sub(asked[i].At); d < least || d > 3*least+time.Second {
			t.Errorf("retry %d after %s, want %s to %s", i+1, d, least, 3*least)
		}
	}
	if d := asked[5].At.Sub(asked[4].At); d < b.crawl.Limits.Cooldown {
		t.Errorf("the breaker opened for %s", d)
	}
	if len(asked) != 6 {
		t.Errorf("%d requests to a host that only fails", len(asked))
	}
	if s.Left != 7 { // all but the first, the second in the middle of its retries
		t.Errorf("%d pages left for a later run, want 7", s.Left)
	}
}

// TestRebinding: a name that the source names, which resolves to another machine at the second look.
func TestRebinding(t *testing.T) {
	b := newBench(t)
	b.site.Config.SetKeepAlivesEnabled(false) // so that every request looks the name up again
	var mu sync.Mutex
	var answers [][4]byte
	resolver := dnsOf(t, func() [4]byte {
		mu.Lock()
		defer mu.Unlock()
		a := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		return a
	})
	port := mustURL(t, b.site.URL).Port()
	for _, tt := range []struct {
		name    string
		private bool
		answers [][4]byte
		asked   int
		fails   string
	}{
		{"to loopback", false, [][4]byte{{127, 0, 0, 1}}, 0, KindBlocked},
		{"to metadata", false, [][4]byte{{169, 254, 169, 254}}, 0, KindBlocked},
		{"to loopback, where the source allows it", true, [][4]byte{{127, 0, 0, 1}}, 2, KindStatus},
		{"to metadata, where the source allows private addresses", true, [][4]byte{{169, 254, 169, 254}}, 0, KindBlocked},
		{"to loopback first and to metadata then", true, [][4]byte{{127, 0, 0, 1}, {169, 254, 169, 254}}, 1, KindBlocked},
	} {
		t.Run(tt.name, func(t *testing.T) {
			mu.Lock()
			answers = tt.answers
			mu.Unlock()
			c, err := Parse(fmt.Appendf(nil, "contact: a@b.example\narchive: %s\nsources:\n- {name: x, kind: list, url: 'http://news.example:%s/list', allow_private: %v}\n", t.TempDir(), port, tt.private), nil)
			if err != nil {
				t.Fatal(err)
			}
			b.crawl.Config, b.crawl.Resolver = c, resolver
			s := b.run()
			if n := len(b.site.Requests()); n != tt.asked {
				t.Errorf("%d requests, want %d", n, tt.asked)
			}
			if kinds(s.Failures) != tt.fails {
				t.Errorf("failures %v, want %s", s.Failures, tt.fails)
			}
		})
	}
}

// dnsOf is a resolver that answers every question with the address it is given.
func dnsOf(t *testing.T, next func() [4]byte) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) == 0 {
				continue
			}
			m.Response, m.Additionals = true, nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Type: q.Type, Class: q.Class, TTL: 0}, Body: &dnsmessage.AResource{A: next()}}}
			}
			if out, err := m.Pack(); err == nil {
				conn.WriteTo(out, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

// TestSecrets: they go to the hosts that the source names, and into no message.
func TestSecrets(t *testing.T) {
	b := newBench(t)
	b.crawl.Config = b.config("  headers: {Authorization: 'Bearer ${LINJIANG}'}\n")
	var log bytes.Buffer
	b.crawl.Log = slog.New(slog.NewTextHandler(&log, nil))
	b.site.Handle("/robots.txt", robotsTxt(""))
	b.site.Handle("/list", hostile.Page(hostile.Links("/gone")))
	b.site.Handle("/gone", hostile.Status(302, "Location", "ftp://s3cret/"))
	s := b.run()
	for _, r := range b.site.Requests() {
		if r.Path != "/robots.txt" && r.Header.Get("Authorization") != "Bearer s3cret" {
			t.Errorf("%s was asked for without the secret", r.Path)
		}
	}
	if said := log.String() + fmt.Sprint(s.Failures); strings.Contains(said, "s3cret") || !strings.Contains(said, "***") {
		t.Errorf("the secret is not masked in %s", said)
	}
	two, err := Parse([]byte("contact: a@b.example\nsources:\n- {name: x, kind: list, url: 'http://a.example/', headers: {Cookie: 'a=${A}; b=${B}'}}\n"), func(name string) string { return "secret of " + name })
	if err != nil || two.Sources[0].Headers["Cookie"] != "a=secret of A; b=secret of B" || two.mask("secret of B, secret of A") != "***, ***" {
		t.Errorf("two secrets in a header: %q, %v", two.Sources[0].Headers, err)
	}
	_, err = Parse([]byte("contact: a@b.example\nsources:\n- {name: x, kind: list, url: 'http://a.example/', headers: {Cookie: abc}}\n"), nil)
	if err == nil || !strings.Contains(err.Error(), "environment") {
		t.Errorf("a secret in the file: %v", err)
	}
}

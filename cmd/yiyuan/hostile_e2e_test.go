//go:build e2e

package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"

	"yiyuan/extract/web/hostile"
)

// user is somebody with a folder, a site and the command.
type user struct {
	t    *testing.T
	dir  string
	site *hostile.Site
	env  []string
}

// outcome is what the command came to, and what it took.
type outcome struct {
	status, requests, closed int
	took                     time.Duration
	memory                   int64 // bytes, at the most
	stdout, stderr           string
}

func newUser(t *testing.T, site *hostile.Site, source string) *user {
	t.Helper()
	u := &user{t: t, dir: t.TempDir(), site: site}
	config := "contact: desk@example.org\nsources:\n- name: 临江日报\n  url: " + site.URL + "/list\n  allow_private: true\n  pace: 1ms\n" + source
	if err := os.WriteFile(filepath.Join(u.dir, "yiyuan.yaml"), []byte(config), 0o644); err != nil {
		t.Fatal(err)
	}
	return u
}

func (u *user) command(ctx context.Context, args ...string) *exec.Cmd {
	c := exec.CommandContext(ctx, "yiyuan", args...)
	c.Dir, c.Env = u.dir, append(os.Environ(), u.env...)
	return c
}

// does runs the command to its end.
func (u *user) does(args ...string) outcome {
	u.t.Helper()
	ctx, cancel := context.WithTimeout(u.t.Context(), 3*time.Minute)
	defer cancel()
	var stdout, stderr bytes.Buffer
	c := u.command(ctx, args...)
	c.Stdout, c.Stderr = &stdout, &stderr
	start := time.Now()
	err := c.Run()
	var ended *exec.ExitError
	if err != nil && (!errors.As(err, &ended) || ctx.Err() != nil) {
		u.t.Fatalf("%v: %v", args, err)
	}
	out := outcome{status: c.ProcessState.ExitCode(), took: time.Since(start), stdout: stdout.String(), stderr: stderr.String()}
	out.memory = c.ProcessState.SysUsage().(*syscall.Rusage).Maxrss << 10
	for _, r := range u.site.Requests() {
		out.requests++
		if strings.HasPrefix(r.Path, "/closed") {
			out.closed++
		}
	}
	return out
}

func (u *user) asks(query string) string {
	u.t.Helper()
	return strings.TrimSpace(u.does("sql", "--db", "w.duckdb", "--format", "csv", "SELECT coalesce(string_agg(x, ' ' ORDER BY x), '') AS x FROM ("+query+")").stdout)
}

const (
	robotsOfTest = "User-agent: *\nDisallow: /closed\n"
	listSource   = "  kind: list\n  links: .list a\n  body: .article\n"
)

func text(s string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte(s)) })
}

// leftOpen is a page that leaves four hundred formatting elements open before a hundred thousand paragraphs.
func leftOpen() http.Handler {
	var b strings.Builder
	b.WriteString("<html><body><div class=article><p>")
	for i := range 400 {
		fmt.Fprintf(&b, "<b x=%d>", i)
	}
	b.WriteString(strings.Repeat("</p><p>全市地区生产总值增长。", 100_000))
	return hostile.Page([]byte(b.String()))
}

// TestE2EHostileSite: what each misbehaviour of a site does to a run of the command: its exit status and failures, how
// often the site was asked, and how long and how much memory the process took, which go to the log as a table. No run asks
// for what robots.txt closes, and each reads the page that is in order.
func TestE2EHostileSite(t *testing.T) {
	article := hostile.Article(7)
	bad := func(h http.Handler) func(*hostile.Site) {
		return func(s *hostile.Site) { s.Handle("/bad", h) }
	}
	robots := func(h http.Handler) func(*hostile.Site) {
		return func(s *hostile.Site) {
			s.Handle("/bad", hostile.Page(article))
			s.Handle("/robots.txt", h)
		}
	}
	for _, tt := range []struct {
		name     string
		source   string
		set      func(*hostile.Site)
		status   int
		failures string
		docs     string
		requests int // at most, of the first run
	}{
		{"nothing hostile", listSource, bad(hostile.Page(article)), 0, "", "2", 4},
		{"GBK", listSource, bad(hostile.In(simplifiedchinese.GBK, "gb2312", article)), 0, "", "2", 4},
		{"Big5", listSource, bad(hostile.In(traditionalchinese.Big5, "big5", hostile.Traditional(article))), 0, "", "2", 4},
		{"UTF-8 that is said to be GB2312", listSource, bad(hostile.Declared("gb2312", article)), 0, "", "2", 4},
		{"a body that trickles", listSource, bad(http.HandlerFunc(hostile.SlowBody)), 3, "timeout", "1", 5},
		{"a header that trickles", listSource, bad(hostile.SlowHeader), 3, "timeout", "1", 5},
		{"a header without end", listSource, bad(hostile.LongHeader), 3, "too_large", "1", 4},
		{"a body without end", listSource, bad(http.HandlerFunc(hostile.Endless)), 3, "too_large", "1", 4},
		{"a gzip bomb of 1 GiB", listSource, bad(hostile.Bomb(1 << 30)), 3, "too_large", "1", 4},
		{"1,000 redirects", listSource, bad(hostile.Redirects("/bad", 1000, hostile.Page(article))), 3, "redirect", "1", 14},
		{"a redirect to 169.254.169.254", listSource, bad(hostile.Status(302, "Location", "http://169.254.169.254/latest/")), 3, "other_site", "1", 4},
		{"the same, which the source names", listSource + "  hosts: [169.254.169.254]\n", bad(hostile.Status(302, "Location", "http://169.254.169.254/latest/")), 3, "blocked_address", "1", 4},
		{"a redirect to [::ffff:127.0.0.1]", listSource, bad(hostile.Status(302, "Location", "http://[::ffff:127.0.0.1]/")), 3, "other_site", "1", 4},
		{"a Content-Length that is too long", listSource, bad(hostile.Said(1_000_000, article)), 3, "network", "1", 5},
		{"a Content-Length that is too short", listSource, bad(hostile.Said(len(article)-30, article)), 0, "", "2", 4},
		{"connections reset", listSource, bad(hostile.Reset(article)), 3, "network", "1", 5},
		{"100 MB of nested tags", listSource, bad(hostile.Nested(100 << 20)), 3, "too_large", "1", 4},
		{"8 MB of nested tags", listSource, bad(hostile.Nested(8 << 20)), 3, "too_large", "1", 4},
		{"2 MB of nested tags", listSource, bad(hostile.Nested(2 << 20)), 3, "empty", "1", 4},
		{"400 formats left open in 100,000 paragraphs", listSource, bad(leftOpen()), 0, "", "2", 4},
		{"NULs in the text", listSource, bad(hostile.Page(bytes.ReplaceAll(article, []byte("。"), []byte("\x00。")))), 0, "", "2", 4},
		{"NULs and nothing else", listSource, bad(hostile.Page(make([]byte, 1<<20))), 3, "bad_encoding", "1", 4},
		{"a robots.txt of 10 MB", listSource, robots(text(robotsOfTest + strings.Repeat("Disallow: /*a*b*c$\n", 550_000))), 0, "", "2", 4},
		{"robots.txt answers 500", listSource, robots(hostile.Status(500)), 5, "", "", 2},
		{"429 with Retry-After: 3", listSource, bad(hostile.Times(1, hostile.Status(429, "Retry-After", "3"), hostile.Page(article))), 0, "", "2", 5},
		{"429 with Retry-After: 7200", listSource, bad(hostile.Status(429, "Retry-After", "7200")), 5, "", "", 3},
		{"304 with a changed body", listSource, bad(hostile.NotModifiedWith(article, hostile.Article(9))), 0, "", "2", 4},
		{"a calendar of new days", listSource + "  next: .next\n", func(s *hostile.Site) {
			n := 0
			s.Handle("/list", http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
				n++
				fmt.Fprintf(w, "<ul class=list><li><a href=/good?%d>日程</a></ul><a class=next href=/list?month=%d>下一月</a>", n, n)
			}))
		}, 0, "", "1", 101},
		{"a page under 200 addresses", listSource, func(s *hostile.Site) {
			links := []string{"/good"}
			for i := range 200 {
				links = append(links, fmt.Sprintf("/bad?id=%d", i), fmt.Sprintf("/bad?id=%d&utm_source=x#top", i))
			}
			s.Handle("/list", hostile.Page(hostile.Links(links...)))
			s.Handle("/bad", hostile.Page(article))
		}, 3, "", "2", 121},
		{"a sitemap of 50,000 entries", "  kind: sitemap\n", func(s *hostile.Site) {
			s.Handle("/list", hostile.Sitemap(s.URL, 50_000))
			s.Handle("", hostile.Page(hostile.Article(1)))
		}, 3, "", "1", 121},
		{"a clock ten years ahead", listSource, bad(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Date", "Mon, 02 Mar 2036 08:00:02 GMT")
			w.Header().Set("Last-Modified", "Mon, 02 Mar 2036 08:00:02 GMT")
			w.Write(article)
		})), 0, "", "2", 4},
	} {
		t.Run(tt.name, func(t *testing.T) {
			site := hostile.New()
			defer site.Shut()
			site.Handle("/robots.txt", text(robotsOfTest))
			site.Handle("/list", hostile.Page(hostile.Links("/closed/1", "/bad", "/good", "/closed")))
			site.Handle("/good", hostile.Page(hostile.Article(1)))
			tt.set(site)
			u := newUser(t, site, tt.source)
			u.env = []string{"YIYUAN_TEST_LIMITS=2000 1 120"}
			first := u.does("run", "--db", "w.duckdb")
			if first.status != tt.status {
				t.Errorf("exit status %d, want %d: %s", first.status, tt.status, first.stderr)
			}
			if first.requests > tt.requests {
				t.Errorf("%d requests, want %d at most", first.requests, tt.requests)
			}
			if tt.docs != "" {
				if got := u.asks("SELECT DISTINCT kind AS x FROM failures"); got != strings.TrimSpace("x\n"+tt.failures) && got != strings.TrimSpace("x\n\""+tt.failures+"\"") {
					t.Errorf("failures %q, want %q", got, tt.failures)
				}
				if got := u.asks("SELECT count(*)::VARCHAR AS x FROM documents"); got != "x\n"+tt.docs {
					t.Errorf("documents %q, want %s", got, tt.docs)
				}
			}
			if first.memory > 1<<30 {
				t.Errorf("%d MiB", first.memory>>20)
			}
			second := u.does("run", "--db", "w.duckdb")
			if n := first.closed + second.closed; n > 0 {
				t.Errorf("%d requests for what robots.txt closes", n)
			}
			if tt.status != 5 {
				if v := u.does("verify"); v.status != 0 {
					t.Errorf("verify: %d %s", v.status, v.stdout)
				}
			}
			t.Logf("| %s | %d | %s | %d | %.1f s | %d MiB |", tt.name, first.status, tt.failures, first.requests, first.took.Seconds(), first.memory>>20)
		})
	}
}

// TestE2EKilledTenTimes: a site of 300 pages, the saved ones of ../shared/pages and articles of our own, is fetched and
// read by a command that is killed ten times, seven times while it fetches and three times at any moment; then the archive
// is whole, the digest that of a run left in peace and of one from the archive alone, and unchanged pages are answered 304.
func TestE2EKilledTenTimes(t *testing.T) {
	const pages, kills = 300, 10
	site := hostile.New()
	defer site.Shut()
	var asked, killAt atomic.Int64
	var child atomic.Pointer[exec.Cmd]
	counted := func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			if n, c := asked.Add(1), child.Load(); c != nil && n == killAt.Load() {
				time.AfterFunc(time.Duration(rand.IntN(3000))*time.Microsecond, func() { c.Process.Kill() })
			}
			h.ServeHTTP(w, r)
		})
	}
	saved, _ := filepath.Glob("../../../shared/pages/*.html")
	for i := range pages {
		body := hostile.Article(i)
		if i < len(saved) {
			var err error
			if body, err = os.ReadFile(saved[i]); err != nil {
				t.Fatal(err)
			}
		}
		site.Handle(fmt.Sprintf("/a/%d.html", i), counted(hostile.Page(body)))
	}
	for n := range pages / 10 {
		var links []string
		for i := range 10 {
			links = append(links, fmt.Sprintf("/a/%d.html", n*10+i))
		}
		path := "/list"
		if n > 0 {
			path = fmt.Sprintf("/list_%d", n)
		}
		site.Handle(path, counted(hostile.Page(hostile.Links(links...))))
	}
	const source = "  kind: list\n  links: .list a\n  pages: list_{n}\n  max_pages: 30\n"
	peace := newUser(t, site, source)
	inPeace := peace.does("run", "--db", "w.duckdb")
	killed := newUser(t, site, source)
	struck := 0
	for n := 0; struck < kills && n < 50; n++ {
		ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
		c := killed.command(ctx, "run", "--db", "w.duckdb")
		killAt.Store(asked.Load() + 1 + rand.Int64N(40))
		child.Store(c)
		if err := c.Start(); err != nil {
			t.Fatal(err)
		}
		if struck >= 7 {
			killAt.Store(0)
			time.AfterFunc(time.Duration(100+rand.IntN(900))*time.Millisecond, func() { c.Process.Kill() })
		}
		if c.Wait(); !c.ProcessState.Exited() {
			struck++
		}
		cancel()
	}
	if struck < kills {
		t.Errorf("the command was killed %d times", struck)
	}
	child.Store(nil)
	again := len(site.Requests())
	last := killed.does("run", "--db", "w.duckdb")
	if last.status != inPeace.status {
		t.Errorf("exit status %d, in peace %d: %s", last.status, inPeace.status, last.stderr)
	}
	verified := killed.does("verify")
	if verified.status != 0 {
		t.Errorf("verify: %s", verified.stdout)
	}
	digest := peace.does("digest", "--db", "w.duckdb").stdout
	if got := killed.does("digest", "--db", "w.duckdb").stdout; got != digest || digest == "" {
		t.Errorf("the digest is\n%swant\n%s", got, digest)
	}
	for _, u := range []*user{peace, killed} {
		if o := u.does("run", "--offline", "--db", "again.duckdb"); o.status != inPeace.status || o.requests > 0 {
			t.Errorf("offline: exit status %d, %d requests", o.status, o.requests)
		}
		if got := u.does("digest", "--db", "again.duckdb").stdout; got != digest {
			t.Errorf("offline the digest is\n%swant\n%s", got, digest)
		}
	}
	site.Answers(304)
	second := peace.does("run", "--db", "w.duckdb")
	unchanged := site.Answers(304)
	if unchanged*10 < second.requests*9 {
		t.Errorf("%d of %d requests were answered 304", unchanged, second.requests)
	}
	facts := peace.asks("SELECT count(*)::VARCHAR AS x FROM facts")
	docs := peace.asks("SELECT count(*)::VARCHAR AS x FROM documents")
	t.Logf("in peace: %d requests, %.1f s, %d MiB; killed ten times: %d requests before the last run, %d in it; documents %q, facts %q; %s; second run: %d requests, %d answered 304, %.1f s",
		inPeace.requests, inPeace.took.Seconds(), inPeace.memory>>20, again, last.requests, docs, facts, strings.TrimSpace(verified.stdout), second.requests, unchanged, second.took.Seconds())
}

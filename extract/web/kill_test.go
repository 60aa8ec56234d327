package web

import (
	"context"
	"fmt"
	"math/rand/v2"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/extract/web/hostile"
	"yiyuan/transform"
)

const childVariable = "YIYUAN_TEST_CRAWL"

// TestMain is a crawl of its own where the variable names a configuration: a process that a test can kill.
func TestMain(m *testing.M) {
	file := os.Getenv(childVariable)
	if file == "" {
		os.Exit(m.Run())
	}
	c, err := Load(file)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if _, err := (&Crawler{Config: c}).Run(context.Background()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(5)
	}
	os.Exit(0)
}

const sitePages = 300

// serveSite puts 300 pages on the site: saved pages of newspapers where they are at hand, articles of our own for the
// rest, every tenth of them in GBK. It returns what counts the requests and calls back before each is answered.
func serveSite(t *testing.T, site *hostile.Site, before func(n int64)) {
	t.Helper()
	saved, _ := filepath.Glob("../../../shared/pages/*.html")
	if len(saved) == 0 {
		t.Log("no saved pages in ../shared/pages; all articles are our own")
	}
	var n atomic.Int64
	counted := func(h http.Handler) http.Handler {
		return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			before(n.Add(1))
			h.ServeHTTP(w, r)
		})
	}
	for i := range sitePages {
		body := hostile.Article(i)
		if i < len(saved) {
			b, err := os.ReadFile(saved[i])
			if err != nil {
				t.Fatal(err)
			}
			body = b
		}
		site.Handle(fmt.Sprintf("/a/%d.html", i), counted(hostile.Page(body)))
	}
	for page := range sitePages / 10 {
		var links []string
		for i := range 10 {
			links = append(links, fmt.Sprintf("/a/%d.html", page*10+i))
		}
		site.Handle(listPath(page), counted(hostile.Page(hostile.Links(links...))))
	}
}

// crawlProcess crawls in a process of its own.
func crawlProcess(t *testing.T, config string) *exec.Cmd {
	t.Helper()
	c := exec.Command(os.Args[0])
	c.Env = append(os.Environ(), childVariable+"="+config)
	c.Stderr = os.Stderr
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	return c
}

func siteConfig(t *testing.T, site *hostile.Site) (Config, string) {
	t.Helper()
	dir := t.TempDir()
	file := filepath.Join(dir, "yiyuan.yaml")
	text := fmt.Sprintf("contact: desk@example.org\narchive: %s\nsources:\n- name: 临江日报\n  kind: list\n  url: %s/list\n  links: .list a\n  pages: list_{n}\n  max_pages: 30\n  allow_private: true\n  pace: 1ms\n",
		filepath.Join(dir, "archive"), site.URL)
	if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := Load(file)
	if err != nil {
		t.Fatal(err)
	}
	return c, file
}

// readings are the documents of an archive and the facts of them, with the times of fetching left out.
func readings(t *testing.T, c Config) (docs []yiyuan.Source, facts [][]yiyuan.Fact) {
	t.Helper()
	_, err := Reading{Config: c}.Documents(t.Context(), func(s yiyuan.Source) error {
		s.FetchedAt = time.Time{}
		reading, err := transform.Transform(s)
		if err != nil {
			return err
		}
		docs, facts = append(docs, s), append(facts, reading.Facts)
		return nil
	}, func(f extract.Failure) { t.Logf("%s: %s", f.DocID, f.Message) })
	if err != nil {
		t.Fatal(err)
	}
	return docs, facts
}

// TestKilledTenTimes: a crawl that is killed ten times, at any moment, and resumed ten times comes to the archive and
// the facts of one that was left in peace, and asks for no page twice but those it was killed over.
func TestKilledTenTimes(t *testing.T) { killedAndResumed(t, 10) }

func killedAndResumed(t *testing.T, times int) {
	t.Helper()
	site := hostile.New()
	t.Cleanup(site.Shut)
	var child atomic.Pointer[exec.Cmd]
	var gone atomic.Pointer[chan struct{}] // of the child that is being killed
	var killAt atomic.Int64
	serveSite(t, site, func(n int64) {
		if dying := gone.Load(); dying != nil {
			<-*dying // no page more for it, however late it dies
			return
		}
		if c := child.Load(); c != nil && n >= killAt.Load() && killAt.Load() > 0 {
			killAt.Store(0)
			dying := make(chan struct{})
			gone.Store(&dying)
			delay := time.Duration(rand.IntN(3000)) * time.Microsecond // before, while or after the answer is stored
			time.AfterFunc(delay, func() { c.Process.Kill() })
		}
	})
	peace, peaceFile := siteConfig(t, site)
	if err := crawlProcess(t, peaceFile).Wait(); err != nil {
		t.Fatal(err)
	}
	inPeace := len(site.Requests())
	killed, killedFile := siteConfig(t, site)
	kills, asked := 0, int64(inPeace)-1 // robots.txt is not counted by the site's pages
	for kills < times {
		killAt.Store(asked + 1 + rand.Int64N(int64(250/times)+1))
		c := crawlProcess(t, killedFile)
		child.Store(c)
		ended := c.Wait()
		if dying := gone.Swap(nil); dying != nil {
			close(*dying)
		}
		if ended == nil {
			break // it came to its end before the kill: many kills leave it little to do
		}
		kills++
		for _, r := range site.Requests() {
			if r.Path != "/robots.txt" {
				asked++
			}
		}
	}
	child.Store(nil)
	if kills < times/2 {
		t.Fatalf("the crawl came to its end after %d kills", kills)
	}
	if err := crawlProcess(t, killedFile).Wait(); err != nil {
		t.Fatal(err)
	}
	asked += int64(len(site.Requests()))
	if again := asked - 2*int64(inPeace); again > int64(2*kills)+2 { // robots.txt of the runs that came to their end is counted
		t.Errorf("%d requests more than in peace, for %d kills", again, kills)
	}
	site.Shut()
	(&bench{t: t, crawl: Crawler{Config: killed}}).verify()
	docs, facts := readings(t, peace)
	docs2, facts2 := readings(t, killed)
	if len(docs) < sitePages-5 {
		t.Errorf("%d documents", len(docs))
	}
	if d := cmp.Diff(docs, docs2); d != "" {
		t.Errorf("documents differ: %s", d)
	}
	if d := cmp.Diff(facts, facts2, cmp.Comparer(func(a, b yiyuan.Decimal) bool { return a.String() == b.String() })); d != "" {
		t.Errorf("facts differ: %s", d)
	}
	n := 0
	for _, f := range facts {
		n += len(f)
	}
	if n < sitePages {
		t.Errorf("%d facts", n)
	}
	t.Logf("%d documents, %d facts, %d requests in peace, %d kills", len(docs), n, inPeace, kills)
}

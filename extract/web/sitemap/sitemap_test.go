package sitemap

import (
	"bytes"
	"compress/gzip"
	"errors"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	day := time.Date(2024, 1, 2, 0, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name, file string
		want       Map
	}{
		{"a map", `<?xml version="1.0"?><urlset xmlns="x"><url><loc> http://a.example/1 </loc><lastmod>2024-01-02</lastmod></url><url><loc>http://a.example/2</loc></url></urlset>`,
			Map{Entries: []Entry{{"http://a.example/1", day}, {URL: "http://a.example/2"}}}},
		{"an index", `<sitemapindex><sitemap><loc>http://a.example/m.gz</loc><lastmod>2024-01-02T08:00:00+08:00</lastmod></sitemap></sitemapindex>`,
			Map{Index: true, Entries: []Entry{{"http://a.example/m.gz", day}}}},
		{"escapes", `<urlset><url><loc>http://a.example/?a=1&amp;b=2</loc></url></urlset>`, Map{Entries: []Entry{{URL: "http://a.example/?a=1&b=2"}}}},
		{"extensions", `<urlset><url><news:news><news:title>甲</news:title><loc>http://no.example/</loc></news:news><loc>http://a.example/1</loc></url></urlset>`, Map{Entries: []Entry{{URL: "http://a.example/1"}}}},
		{"lines", "http://a.example/1\nnonsense\nhttp://a.example/2\n", Map{Entries: []Entry{{URL: "http://a.example/1"}, {URL: "http://a.example/2"}}}},
		{"cut off", `<urlset><url><loc>http://a.example/1</loc></url><url><loc>http://a.ex`, Map{Cut: true, Entries: []Entry{{URL: "http://a.example/1"}}}},
		{"said to be in GB2312", "<?xml version=\"1.0\" encoding=\"gb2312\"?><urlset><url><loc>http://a.example/\xd6\xd0</loc></url></urlset>", Map{Entries: []Entry{{URL: "http://a.example/中"}}}},
		{"entities of its own", `<!DOCTYPE x [<!ENTITY a "aaaa">]><urlset><url><loc>http://a.example/&a;</loc></url></urlset>`, Map{Entries: []Entry{{URL: "http://a.example/&a;"}}}},
		{"tags without end", strings.Repeat("<urlset>", 100_000), Map{Cut: true}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Parse([]byte(tt.file))
			if err != nil {
				t.Fatal(err)
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Error(d)
			}
			var b bytes.Buffer
			gz := gzip.NewWriter(&b)
			gz.Write([]byte(tt.file))
			gz.Close()
			packed, err := Parse(b.Bytes())
			if d := cmp.Diff(got, packed); d != "" || err != nil {
				t.Errorf("compressed: %v %s", err, d)
			}
		})
	}
	for _, bad := range []string{"", "<html></html>", "<rss/>", "\x1f\x8bno"} {
		if _, err := Parse([]byte(bad)); err == nil {
			t.Errorf("%q was taken for a sitemap", bad)
		}
	}
	if _, err := Parse([]byte("<html>")); !errors.Is(err, ErrFormat) {
		t.Error(err)
	}
}

// TestATagWithoutEnd: what stands before a tag of five million attributes is read, and the attributes are not kept.
func TestATagWithoutEnd(t *testing.T) {
	for _, attributes := range []string{strings.Repeat("a ", 5_000_000), strings.Repeat(`a=">" `, 2_000_000), strings.Repeat("a", 10_000_000)} {
		file := []byte("<urlset><url><loc>http://a.example/1</loc></url><url " + attributes + "><loc>http://a.example/2</loc></url></urlset>")
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		m, err := Parse(file)
		runtime.ReadMemStats(&after)
		if err != nil {
			t.Error(err)
		}
		if len(m.Entries) != 1 || !m.Cut {
			t.Errorf("%d entries, cut %v", len(m.Entries), m.Cut)
		}
		if grown := after.TotalAlloc - before.TotalAlloc; grown > 256<<20 {
			t.Errorf("%d MiB were taken", grown>>20)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte(`<urlset><url><loc>http://a.example/1</loc><lastmod>2024-01-02</lastmod></url></urlset>`))
	f.Add([]byte("http://a.example/1\n"))
	f.Fuzz(func(t *testing.T, b []byte) {
		m, err := Parse(b)
		if err == nil && len(m.Entries) > MaxEntries {
			t.Fatal("too many entries")
		}
		for _, e := range m.Entries {
			if e.URL == "" {
				t.Fatal("an entry without address")
			}
		}
	})
}

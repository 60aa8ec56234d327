package robots

import (
	"strings"
	"testing"
	"time"
)

func TestAllows(t *testing.T) {
	for _, tt := range []struct {
		name, file, path string
		want             bool
	}{
		{"nothing said", "", "/a", true},
		{"closed", "User-agent: *\nDisallow: /a", "/a/b", false},
		{"the longest path decides", "User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", true},
		{"allow wins a draw", "User-agent: *\nDisallow: /a\nAllow: /a", "/a", true},
		{"an empty Disallow closes nothing", "User-agent: *\nDisallow:", "/a", true},
		{"our own group goes before", "User-agent: *\nDisallow: /\nUser-agent: yiyuan\nAllow: /", "/a", true},
		{"our own groups are joined", "User-agent: yiyuan\nDisallow: /a\nUser-agent: x\nDisallow: /b\nUser-agent: YiYuan/1.0\nDisallow: /c", "/c", false},
		{"two names, one group", "User-agent: x\nUser-agent: yiyuan\nDisallow: /a", "/a", false},
		{"a shorter name is another", "User-agent: yi\nDisallow: /", "/a", true},
		{"a longer name is another", "User-agent: yiyuan-images\nDisallow: /", "/a", true},
		{"a star", "User-agent: *\nDisallow: /*.pdf", "/a/b.pdf?x", false},
		{"an end", "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf?x", true},
		{"an end that is met", "User-agent: *\nDisallow: /*.pdf$", "/a/b.pdf", false},
		{"a star matches from the start", "User-agent: *\nDisallow: /b*c", "/a/bc", true},
		{"escapes in any spelling", "User-agent: *\nDisallow: /%7ea%2f%E4%B8%AD", "/~a%2F中", false},
		{"comments and blanks", "# x\n user-agent : * # all\n\n disallow : /a # closed\n", "/a", false},
		{"CR alone", "User-agent: *\rDisallow: /a\r", "/a", false},
		{"a mark of UTF-8", "\xef\xbb\xbfUser-agent: *\nDisallow: /a", "/a", false},
		{"rules before any group", "Disallow: /\nUser-agent: *\nDisallow: /b", "/a", true},
		{"a page of HTML", "<html><body>User-agent: none</body></html>", "/a", true},
		{"the query counts", "User-agent: *\nDisallow: /a?x=", "/a?x=1", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := Parse([]byte(tt.file), "yiyuan").Allows(tt.path); got != tt.want {
				t.Errorf("%s: %v", tt.path, got)
			}
		})
	}
}

func TestDelayAndMaps(t *testing.T) {
	r := Parse([]byte("Sitemap: http://a.example/m.xml\nUser-agent: *\nCrawl-delay: 2.5\nUser-agent: x\nCrawl-delay: 9\n"), "yiyuan")
	if r.Delay != 2500*time.Millisecond || len(r.Maps) != 1 {
		t.Errorf("%+v", r)
	}
	for _, bad := range []string{"-1", "NaN", "soon", ""} {
		if r := Parse([]byte("User-agent: *\nCrawl-delay: "+bad), "yiyuan"); r.Delay != 0 {
			t.Errorf("%q: %s", bad, r.Delay)
		}
	}
	if r := Parse([]byte("User-agent: *\nCrawl-delay: 1e300"), "yiyuan"); r.Delay != 24*time.Hour {
		t.Errorf("%s", r.Delay)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("User-agent: *\nDisallow: /*a*$\nAllow: /b", "/ab")
	f.Add("user-agent: yiyuan\r\ndisallow: /%\n", "/%2")
	f.Fuzz(func(t *testing.T, file, path string) {
		r := Parse([]byte(file), "yiyuan")
		r.Allows(path)
		if r.Delay < 0 || len(r.Maps) > maxMaps {
			t.Fatal("out of bounds")
		}
		if !strings.Contains(strings.ToLower(file), "disallow") && !r.Allows(path) {
			t.Fatal("closed without a rule")
		}
	})
}

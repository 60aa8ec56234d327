package address

import (
	"net/url"
	"testing"
)

func TestResolve(t *testing.T) {
	base, _ := url.Parse("https://www.linjiang.gov.cn/sj/zxfb/index.html")
	for _, tt := range []struct{ link, want string }{
		{"./202401/t20240115_1.html", "https://www.linjiang.gov.cn/sj/zxfb/202401/t20240115_1.html"},
		{"../../xw/", "https://www.linjiang.gov.cn/xw/"},
		{"//WWW.Linjiang.gov.cn:443/a#b", "https://www.linjiang.gov.cn/a"},
		{" /a\n/b ", "https://www.linjiang.gov.cn/a/b"},
		{"?id=1&utm_source=wx&spm=2", "https://www.linjiang.gov.cn/sj/zxfb/index.html?id=1"},
		{"/a;jsessionid=AB/b", "https://www.linjiang.gov.cn/a/b"},
		{"/%7ea/%e4%b8%ad", "https://www.linjiang.gov.cn/~a/%E4%B8%AD"},
		{"/中文?q=中", "https://www.linjiang.gov.cn/%E4%B8%AD%E6%96%87?q=%E4%B8%AD"},
		{`\a\b`, "https://www.linjiang.gov.cn/a/b"},
		{"http://中国.example", "http://xn--fiqs8s.example/"},
		{"http://user:secret@a.example/", "http://a.example/"},
		{"http://[::FFFF:127.0.0.1]:8080/", "http://[::ffff:127.0.0.1]:8080/"},
		{"http://a.example./x/../../y", "http://a.example/y"},
	} {
		t.Run(tt.link, func(t *testing.T) {
			got, err := Resolve(base, tt.link)
			if err != nil || got.String() != tt.want {
				t.Errorf("%v, %v, want %s", got, err, tt.want)
			}
		})
	}
	for _, bad := range []string{"javascript:void(0)", "mailto:a@b", "file:///etc/passwd", "http://", "http://a b/", "http://[fe80::1%25eth0]/", "http://a..b/", "http:a", "data:text/html,x"} {
		if got, err := Resolve(base, bad); err == nil && got.Host != base.Host {
			t.Errorf("%q became %s", bad, got)
		}
	}
}

func TestSameSite(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"https://www.fujian.gov.cn/", "http://tjj.fujian.gov.cn/a", true},
		{"https://www.fujian.gov.cn/", "https://www.fuzhou.gov.cn/", false},
		{"https://news.fznews.com.cn/", "https://www.fznews.com.cn/", true},
		{"https://a.gov.cn/", "https://b.gov.cn/", false},
		{"http://127.0.0.1:80/", "http://127.0.0.1:81/", false},
		{"http://127.0.0.1/", "http://127.0.0.2/", false},
	} {
		a, _ := Parse(tt.a)
		b, _ := Parse(tt.b)
		if got := SameSite(a, b); got != tt.want {
			t.Errorf("%s and %s: %v", tt.a, tt.b, got)
		}
	}
}

// FuzzResolve: what comes out is an http address in its one spelling, which is its own.
func FuzzResolve(f *testing.F) {
	base, _ := url.Parse("http://a.example/b/c?d")
	for _, s := range []string{"/x", "//y.example:80/%2e%2E/", "http://[::1]:99/?a=%zz", "HTTP://ＡＢ.example/\\", "?;jsessionid=1;", "http://1.2.3.4/%25%32%35"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		u, err := Resolve(base, s)
		if err != nil {
			return
		}
		if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || u.Fragment != "" || len(u.String()) > MaxLen {
			t.Fatalf("%q became %q", s, u)
		}
		again, err := Parse(u.String())
		if err != nil || again.String() != u.String() {
			t.Fatalf("%q became %q and then %v (%v)", s, u, again, err)
		}
	})
}

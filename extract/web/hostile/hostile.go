// Package hostile is a web site on the loopback interface that misbehaves in every way a fetcher has to survive: it
// lies about lengths and charsets, never ends, never begins, points at other machines, and asks to be left alone.
//
// Each behaviour is an http.Handler, so that a test reads as a table of addresses and what is behind them. What was
// asked, and when, is kept: politeness is what the server saw and not what the client meant.
package hostile

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/encoding"
)

// Request is one request as the site saw it.
type Request struct {
	Path        string
	At          time.Time // by the clock of the test
	Conditional bool
	Agent       string
	Header      http.Header
	Open        int // connections of this client at the time
}

// Site is a running site.
type Site struct {
	*httptest.Server
	Now func() time.Time

	mu       sync.Mutex
	handlers map[string]http.Handler
	fallback http.Handler
	requests []Request
	answers  map[int]int
	open     int
}

// New starts a site; Close ends it.
func New() *Site {
	s := &Site{Now: time.Now, handlers: map[string]http.Handler{}, answers: map[int]int{}}
	s.Server = httptest.NewUnstartedServer(http.HandlerFunc(s.serve))
	s.Server.Config.ConnState = func(_ net.Conn, state http.ConnState) {
		s.mu.Lock()
		defer s.mu.Unlock()
		switch state {
		case http.StateNew:
			s.open++
		case http.StateClosed, http.StateHijacked:
			s.open--
		}
	}
	s.Server.Start()
	return s
}

// Handle puts a behaviour behind a path; "" stands for every path that has none.
func (s *Site) Handle(path string, h http.Handler) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if path == "" {
		s.fallback = h
		return
	}
	s.handlers[path] = h
}

func (s *Site) serve(w http.ResponseWriter, r *http.Request) {
	s.mu.Lock()
	h := s.handlers[r.URL.Path]
	if h == nil {
		h = s.fallback
	}
	s.requests = append(s.requests, Request{
		Path: r.URL.RequestURI(), At: s.Now(), Agent: r.UserAgent(), Header: r.Header.Clone(), Open: s.open,
		Conditional: r.Header.Get("If-None-Match") != "" || r.Header.Get("If-Modified-Since") != "",
	})
	s.mu.Unlock()
	if h == nil {
		h = http.HandlerFunc(http.NotFound)
	}
	h.ServeHTTP(&answering{w, s}, r)
}

// answering counts the statuses that are sent.
type answering struct {
	http.ResponseWriter
	site *Site
}

func (a *answering) WriteHeader(status int) {
	a.site.mu.Lock()
	a.site.answers[status]++
	a.site.mu.Unlock()
	a.ResponseWriter.WriteHeader(status)
}

func (a *answering) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// Answers returns how often the site answered with a status that it set itself, such as 304, and forgets it.
func (s *Site) Answers(status int) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := s.answers[status]
	delete(s.answers, status)
	return n
}

// Requests returns what was asked, in order, and forgets it.
func (s *Site) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := s.requests
	s.requests = nil
	return out
}

// Shut closes the site without waiting for those whom it keeps waiting.
func (s *Site) Shut() {
	s.CloseClientConnections()
	s.Close()
}

func html(w http.ResponseWriter, charset string) {
	w.Header().Set("Content-Type", "text/html; charset="+charset)
}

// Page serves bytes with a strong validator, and 304 to those who have them.
func Page(body []byte) http.Handler {
	tag := fmt.Sprintf("%q", fmt.Sprintf("%x", sha256.Sum256(body))[:16])
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		html(w, "utf-8")
		w.Header().Set("ETag", tag)
		if r.Header.Get("If-None-Match") == tag {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		w.Write(body)
	})
}

// Links is a list page.
func Links(paths ...string) []byte {
	var b strings.Builder
	b.WriteString("<!doctype html><html><head><meta charset=utf-8><title>要闻列表</title></head><body><ul class=list>\n")
	for i, p := range paths {
		fmt.Fprintf(&b, "<li><a href=%q>第%d条</a></li>\n", p, i+1)
	}
	b.WriteString("</ul></body></html>")
	return []byte(b.String())
}

// Article is the page of an article of our own, with figures that depend on n.
func Article(n int) []byte {
	var b strings.Builder
	fmt.Fprintf(&b, "<!doctype html><html><head><meta charset=utf-8><title>临江市第%d季度经济运行情况_临江日报</title></head><body>\n", n)
	fmt.Fprintf(&b, "<div class=nav><a href=/>首页</a><a href=/list>要闻</a></div><h1>临江市第%d季度经济运行情况</h1>\n", n)
	fmt.Fprintf(&b, "<p class=stamp>2024-%02d-%02d 09:%02d 来源：临江日报</p><div class=article>\n", 1+n%12, 1+n%28, n%60)
	fmt.Fprintf(&b, "<p>本报讯 记者从市统计局获悉，今年以来全市经济运行总体平稳，地区生产总值%d.%d亿元，同比增长%d.%d%%。</p>\n", 1000+n, n%10, 3+n%5, n%10)
	fmt.Fprintf(&b, "<p>分产业看，第一产业增加值%d亿元，第二产业增加值%d亿元，第三产业增加值%d亿元，三次产业结构继续优化，服务业对增长的贡献进一步提高。</p>\n", 100+n, 400+n, 500+n)
	fmt.Fprintf(&b, "<p>全市规模以上工业企业%d家，完成工业总产值%d亿元；固定资产投资增长%d.%d%%，其中制造业投资保持较快增长，重点项目建设进度快于时序。</p>\n", 300+n, 900+n, 2+n%7, n%10)
	b.WriteString("<p>市统计局有关负责人表示，下一步将继续落实各项稳增长的措施，推动经济持续回升向好，确保完成全年的各项目标任务。</p>\n</div></body></html>")
	return []byte(b.String())
}

// Traditional writes an article in traditional characters.
func Traditional(page []byte) []byte {
	return []byte(traditional.Replace(string(page)))
}

var traditional = strings.NewReplacer("产", "產", "亿", "億", "经", "經", "济", "濟", "业", "業", "对", "對", "进", "進", "来", "來", "临", "臨", "运", "運", "况", "況", "报", "報", "讯", "訊",
	"记", "記", "从", "從", "统", "統", "计", "計", "局", "局", "获", "獲", "总", "總", "体", "體", "稳", "穩", "区", "區", "长", "長", "继", "繼", "续", "續", "优", "優",
	"务", "務", "贡", "貢", "献", "獻", "规", "規", "额", "額", "资", "資", "制", "製", "设", "設", "项", "項", "时", "時", "关", "關", "负", "負", "责", "責", "将", "將",
	"实", "實", "动", "動", "标", "標", "闻", "聞", "页", "頁", "结", "結", "构", "構", "较", "較", "于", "於", "确", "確", "个", "個", "条", "條", "悉", "悉", "现", "現", "回", "回", "国", "國", "发", "發", "企", "企", "万", "萬")

// In serves a page in another encoding, and declares whatever it is told to.
func In(e encoding.Encoding, declared string, page []byte) http.Handler {
	page = bytes.Replace(page, []byte("charset=utf-8"), []byte("charset="+declared), 1)
	coded, err := encoding.ReplaceUnsupported(e.NewEncoder()).Bytes(page)
	if err != nil {
		coded = page
	}
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		html(w, declared)
		w.Write(coded)
	})
}

// Declared serves a page under a charset it is not in.
func Declared(charset string, page []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		html(w, charset)
		w.Write(page)
	})
}

// Status answers with nothing but a status, and the fields given as name, value.
func Status(code int, fields ...string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(fields); i += 2 {
			w.Header().Set(fields[i], fields[i+1])
		}
		w.WriteHeader(code)
	})
}

// Times answers the first n requests in one way, and the others in another.
func Times(n int, first, then http.Handler) http.Handler {
	var mu sync.Mutex
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mu.Lock()
		n--
		h := then
		if n >= 0 {
			h = first
		}
		mu.Unlock()
		h.ServeHTTP(w, r)
	})
}

// SlowBody sends a byte now and then, for ever.
func SlowBody(w http.ResponseWriter, r *http.Request) {
	html(w, "utf-8")
	for {
		if _, err := w.Write([]byte("a")); err != nil {
			return
		}
		http.NewResponseController(w).Flush()
		select {
		case <-r.Context().Done():
			return
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// SlowHeader never comes to the end of its header.
var SlowHeader = Raw(func(c net.Conn) {
	c.Write([]byte("HTTP/1.1 200 OK\r\n"))
	for i := 0; ; i++ {
		if _, err := fmt.Fprintf(c, "X-%d: a\r\n", i); err != nil {
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
})

// LongHeader sends header fields for ever, as fast as it can.
var LongHeader = Raw(func(c net.Conn) {
	c.Write([]byte("HTTP/1.1 200 OK\r\n"))
	for i := 0; ; i++ {
		if _, err := fmt.Fprintf(c, "X-%d: %s\r\n", i, strings.Repeat("a", 1000)); err != nil {
			return
		}
	}
})

// Endless sends a page that does not end.
func Endless(w http.ResponseWriter, _ *http.Request) {
	html(w, "utf-8")
	chunk := bytes.Repeat([]byte("<p>临江市地区生产总值增长百分之五。</p>\n"), 1000)
	for {
		if _, err := w.Write(chunk); err != nil {
			return
		}
	}
}

// Bomb is small, and unpacks to size bytes. It is one member over and over, since to compress so much takes long.
func Bomb(size int) http.Handler {
	var member bytes.Buffer
	gz := gzip.NewWriter(&member)
	gz.Write(bytes.Repeat([]byte("0"), 1<<20))
	gz.Close()
	bomb := bytes.Repeat(member.Bytes(), size>>20)
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		html(w, "utf-8")
		w.Header().Set("Content-Encoding", "gzip")
		w.Write(bomb)
	})
}

// Nested is a page of opening tags, size bytes of them.
func Nested(size int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		html(w, "utf-8")
		chunk := bytes.Repeat([]byte("<div>"), 10_000)
		for sent := 0; sent < size; sent += len(chunk) {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
	})
}

// Redirects leads from n to n+1, up to last, and then to a page.
func Redirects(prefix string, last int, then http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("n"))
		if n >= last {
			then.ServeHTTP(w, r)
			return
		}
		http.Redirect(w, r, fmt.Sprintf("%s?n=%d", prefix, n+1), http.StatusFound)
	})
}

// Raw takes the connection, for what no HTTP server would send.
func Raw(f func(net.Conn)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			return
		}
		defer c.Close()
		f(c)
	})
}

// Said serves a body under a Content-Length that is not its own.
func Said(length int, body []byte) http.Handler {
	return Raw(func(c net.Conn) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", length)
		c.Write(body)
	})
}

// Reset breaks the connection off in the middle of the body.
func Reset(body []byte) http.Handler {
	return Raw(func(c net.Conn) {
		fmt.Fprintf(c, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n", len(body))
		c.Write(body[:len(body)/2])
		if t, ok := c.(*net.TCPConn); ok {
			t.SetLinger(0)
		}
	})
}

// NotModifiedWith says that nothing has changed, and sends what has.
func NotModifiedWith(first, changed []byte) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Header.Get("If-None-Match") == "" {
			w.Header().Set("ETag", `"one"`)
			html(w, "utf-8")
			w.Write(first)
			return
		}
		Raw(func(c net.Conn) {
			fmt.Fprintf(c, "HTTP/1.1 304 Not Modified\r\nETag: \"two\"\r\nContent-Length: %d\r\n\r\n%s", len(changed), changed)
		}).ServeHTTP(w, r)
	})
}

// Calendar has a page for every month there ever will be, each with articles and a link to the next.
func Calendar(prefix string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		n, _ := strconv.Atoi(r.URL.Query().Get("month"))
		html(w, "utf-8")
		fmt.Fprintf(w, "<html><body><ul class=list><li><a href=/day?%d>日程</a></li></ul><a class=next href=\"%s?month=%d\">下一月</a></body></html>", n, prefix, n+1)
	})
}

// Sitemap lists n articles.
func Sitemap(base string, n int) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/x-gzip")
		gz := gzip.NewWriter(w)
		fmt.Fprint(gz, `<?xml version="1.0" encoding="UTF-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`)
		for i := range n {
			fmt.Fprintf(gz, "<url><loc>%s/article/%d.html</loc><lastmod>2024-01-02</lastmod></url>\n", base, i)
		}
		fmt.Fprint(gz, "</urlset>")
		gz.Close()
	})
}

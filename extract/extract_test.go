package extract_test

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"
	"time"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"yiyuan"
	"yiyuan/extract"
)

// harvest is all that one reading gave.
type harvest struct {
	docs     []yiyuan.Source
	failures []extract.Failure
	counts   extract.Counts
}

func (h harvest) ids() []string {
	var out []string
	for _, d := range h.docs {
		out = append(out, d.DocID)
	}
	return out
}

func (h harvest) doc(t *testing.T, id string) yiyuan.Source {
	t.Helper()
	for _, d := range h.docs {
		if d.DocID == id {
			return d
		}
	}
	ids := h.ids()
	t.Fatalf("no document %q among %d: %q", id, len(ids), ids[:min(len(ids), 30)])
	return yiyuan.Source{}
}

func (h harvest) kinds() map[string]string {
	out := map[string]string{}
	for _, f := range h.failures {
		out[f.DocID] = f.Kind
	}
	return out
}

func readFiles(t *testing.T, opt extract.Options, paths ...string) harvest {
	t.Helper()
	var h harvest
	var err error
	h.counts, err = extract.Files(context.Background(), paths, opt,
		func(s yiyuan.Source) error { h.docs = append(h.docs, s); return nil },
		func(f extract.Failure) { h.failures = append(h.failures, f) })
	if err != nil {
		t.Fatal(err)
	}
	if h.counts.Read != len(h.docs) || h.counts.Failed != len(h.failures) {
		t.Errorf("counted %d read and %d failed; saw %d and %d", h.counts.Read, h.counts.Failed, len(h.docs), len(h.failures))
	}
	return h
}

func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, content := range files {
		p := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(p), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(p, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func encode(t *testing.T, e encoding.Encoding, s string) string {
	t.Helper()
	out, err := e.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func zipped(t *testing.T, files ...string) string {
	t.Helper()
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for i := 0; i < len(files); i += 2 {
		f, err := w.CreateHeader(&zip.FileHeader{Name: files[i], Method: zip.Deflate, NonUTF8: true})
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, files[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

func gzipped(t *testing.T, s string) string {
	t.Helper()
	var buf bytes.Buffer
	w := gzip.NewWriter(&buf)
	fmt.Fprint(w, s)
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return buf.String()
}

const article = "某市经济稳步增长\n\n来源：某市日报 2023-05-06 10:20\n\n一季度，全市地区生产总值达到1200亿元，增长6.5%。\n"

func TestFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"b.txt": article, "a.md": article, "2023/一.txt": article, "a.txt": article, "2023/.git/x.txt": article, ".hidden.txt": article,
		"README.md": article, "readme_zh.txt": article, "readmes.txt": article, "notes.py": "print(1)", "c.d.txt": article,
		"r.pdf": "%PDF-1.4 …", "r 1.doc": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1…", "s.xls": "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1…",
		"n.jsonl":   `{"doc_id":"x1","text":"一","title":"题"}` + "\n\n" + `{"text":"二"}` + "\n" + `{"id":7,"text":"三"}` + "\n",
		"m.docx":    zipped(t, "word/document.xml", "<w:document/>"),
		"p.zip":     zipped(t, "in/x.txt", article, "in/pic.png", "…", "__MACOSX/in/x.txt", "…"),
		"q.jsonl":   "\xef\xbb\xbf" + `{"text":"四"}`,
		"z.txt.gz":  gzipped(t, article),
		"z.html.gz": gzipped(t, page),
	})
	h := readFiles(t, extract.Options{}, dir)
	want := []string{"2023/一", "a", "a.txt", "b", "c.d", "x1", "n.jsonl#3", "7", "p.zip/in/x", "q.jsonl#1", "readmes", "z", "z.txt.gz"}
	if !slices.Equal(h.ids(), want) {
		t.Errorf("ids\n %q, want\n %q; failures %v", h.ids(), want, h.failures)
	}
	skipped := map[string]int{"hidden": 3, "readme": 2, "unknown type": 2, "pdf": 1, "doc": 1, "xls": 1, "docx": 1}
	if !maps.Equal(h.counts.Skipped, skipped) {
		t.Errorf("skipped %v, want %v", h.counts.Skipped, skipped)
	}
	commands := map[string]string{}
	for _, s := range h.counts.SkippedFiles {
		commands[filepath.Base(s.Path)] = strings.ReplaceAll(s.Command, dir, "D")
	}
	for file, command := range map[string]string{
		"r.pdf": "pdftotext -layout D/r.pdf D/r.txt", "r 1.doc": "libreoffice --headless --convert-to txt:Text 'D/r 1.doc'",
		"s.xls": "libreoffice --headless --convert-to html D/s.xls", "m.docx": "libreoffice --headless --convert-to txt:Text D/m.docx",
	} {
		if commands[file] != command {
			t.Errorf("%s: command %q, want %q", file, commands[file], command)
		}
	}
}

const page = `<!DOCTYPE html><html><head><meta charset="gb2312"><title>某市一季度经济运行情况_某市新闻网</title></head><body>
<div class="nav"><a href="/">首页</a> <a href="/a">新闻</a></div><h1>某市一季度经济运行情况</h1>
<div class="info">2023-05-06 10:20 来源：某市日报</div><div class="content">
<p>一季度，全市上下坚持稳中求进工作总基调，全市地区生产总值达到1200亿元，同比增长6.5%，增速比上年全年提高0.8个百分点。</p>
<p>分产业看，第一产业增加值80亿元，增长3.1%；第二产业增加值560亿元，增长7.2%；第三产业增加值560亿元，增长6.3%。</p>
<p>固定资产投资同比增长8.1%，社会消费品零售总额430亿元，同比增长5.9%，居民收入继续增加，民生得到改善。</p>
</div></body></html>`

func TestMetadata(t *testing.T) {
	dir := folder(t, map[string]string{
		"stamp.txt": article,
		"matter.md": "---\nsource: https://www.example.gov.cn/a.html\ntitle: \"政府工作报告\"\ndate: 2023-01-08\n---\n\n——2023年1月8日在某市第十六届人民代表大会上\n",
		"paper.md":  "---\r\ntitle: 题\r\nsource: 某市日报\r\n---\r\n正文\r\n",
		"rule.md":   "---\n这不是元数据\n---\n正文\n",
		"page.html": page,
		"l.jsonl":   `{"id":"v","title":"题","source":"新闻联播","published":"2012-07-15","url":"http://example.cn/v","text":"正文"}`,
		"m.jsonl":   `{"id":"h","html":` + fmt.Sprintf("%q", strings.ReplaceAll(page, "\n", "")) + `,"publisher":"转载报"}`,
		"o.jsonl":   `{"id":"o","text":` + fmt.Sprintf("%q", article) + `}`,
		"u.md":      "\xff\xfe" + encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "---\ntitle: 亿元\n---\n正文12亿元\n"),
		"g.md":      encode(t, simplifiedchinese.GB18030, "---\ntitle: 亿元\n---\n正文12亿元，全市的。\n"),
	})
	h := readFiles(t, extract.Options{Corpus: "news", Now: time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC)}, dir)
	for _, c := range []struct{ id, title, publisher, published, url, charset, body string }{
		{"stamp", "", "某市日报", "2023-05-06 10:20", "", "utf-8", article},
		{"matter", "政府工作报告", "", "2023-01-08 00:00", "https://www.example.gov.cn/a.html", "utf-8", "\n——2023年1月8日在某市第十六届人民代表大会上\n"},
		{"paper", "题", "某市日报", "", "", "utf-8", "正文\r\n"},
		{"rule", "", "", "", "", "utf-8", "---\n这不是元数据\n---\n正文\n"},
		{"v", "题", "新闻联播", "2012-07-15 00:00", "http://example.cn/v", "utf-8", "正文"},
		{"h", "某市一季度经济运行情况", "转载报", "2023-05-06 10:20", "", "utf-8", ""},
		{"o", "", "某市日报", "2023-05-06 10:20", "", "utf-8", article},
		{"page", "某市一季度经济运行情况", "某市日报", "2023-05-06 10:20", "", "utf-8", ""},
		{"u", "亿元", "", "", "", "utf-16le", encode(t, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), "正文12亿元\n")},
		{"g", "亿元", "", "", "", "gb18030", encode(t, simplifiedchinese.GB18030, "正文12亿元，全市的。\n")},
	} {
		d := h.doc(t, c.id)
		published := ""
		if !d.PublishedAt.IsZero() {
			published = d.PublishedAt.Format("2006-01-02 15:04")
		}
		if d.Title != c.title || d.Publisher != c.publisher || published != c.published || d.URL != c.url || d.Charset != c.charset {
			t.Errorf("%s: %q %q %q %q %q", c.id, d.Title, d.Publisher, published, d.URL, d.Charset)
		}
		if c.body != "" && string(d.Body) != c.body {
			t.Errorf("%s: body %q, want %q", c.id, d.Body, c.body)
		}
		if d.Corpus != "news" || len(d.SHA256) != 64 || d.Parts != 1 || d.FetchedAt.IsZero() {
			t.Errorf("%s: %+v", c.id, d)
		}
	}
	if body := string(h.doc(t, "page").Body); !strings.Contains(body, "1200亿元") || strings.Contains(body, "<p>") || strings.Contains(body, "首页") {
		t.Errorf("page body %q", body)
	}
}

func TestContentTellsTheKind(t *testing.T) {
	gb := encode(t, simplifiedchinese.GB18030, article)
	dir := folder(t, map[string]string{
		"page.txt": page, "text.html": article, "lines.txt": `{"doc_id":"l1","text":"一"}` + "\n", "text.jsonl": article, "page.doc": page,
		"pdf.txt": "%PDF-1.4", "zip.txt": zipped(t, "a.txt", article), "gz.txt": gzipped(t, article), "gb.txt": gb,
		"big5.txt":    encode(t, traditionalchinese.Big5, "全市地區生產總值增長百分之六，財政收入達到12.5億元。"),
		"utf16be.txt": encode(t, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), article),
		"gbpage.html": encode(t, simplifiedchinese.GB18030, page),
	})
	h := readFiles(t, extract.Options{}, dir)
	for id, charset := range map[string]string{
		"page": "utf-8", "text": "utf-8", "l1": "utf-8", "text.jsonl": "utf-8", "page.txt": "utf-8", "gz": "utf-8", "zip.txt/a": "utf-8",
		"gb": "gb18030", "big5": "big5", "utf16be": "utf-16be", "gbpage": "utf-8",
	} {
		if d := h.doc(t, id); d.Charset != charset {
			t.Errorf("%s: charset %q, want %q", id, d.Charset, charset)
		}
	}
	if got := string(h.doc(t, "gb").Body); got != gb {
		t.Error("the bytes of a GB18030 file are not handed on as they are")
	}
	if len(h.failures) != 0 || h.counts.Skipped["pdf"] != 1 {
		t.Errorf("failures %v, skipped %v", h.failures, h.counts.Skipped)
	}
}

func TestPathsOfTheCommandLine(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article, "sub/b.txt": article, "notes.dat": article, ".dot.txt": article})
	other := folder(t, map[string]string{"a.txt": article, "sub/b.md": article})
	h := readFiles(t, extract.Options{}, filepath.Join(dir, "a.txt"), dir, other, filepath.Join(dir, "notes.dat"), filepath.Join(dir, ".dot.txt"),
		filepath.Join(dir, "none.txt"))
	if want := []string{"a", "sub/b", "a.txt", "sub/b.md", "notes.dat", ".dot"}; !slices.Equal(h.ids(), want) {
		t.Errorf("ids %q, want %q", h.ids(), want)
	}
	if h.counts.Skipped["given twice"] != 1 || !maps.Equal(h.kinds(), map[string]string{"none": extract.KindNotFound}) {
		t.Errorf("skipped %v, failures %v", h.counts.Skipped, h.failures)
	}
}

func TestNamesInNFC(t *testing.T) {
	dir := folder(t, map[string]string{"cafe\u0301.txt": article})
	if h := readFiles(t, extract.Options{}, dir); !slices.Equal(h.ids(), []string{"caf\u00e9"}) {
		t.Errorf("ids %q", h.ids())
	}
}

func TestFSReadsLikeAFolder(t *testing.T) {
	var ids []string
	counts, err := extract.FS(context.Background(), fstest.MapFS{
		"a.txt": {Data: []byte(article)}, "d/b.md": {Data: []byte(article)}, "README.md": {Data: []byte("x")}, "c.zip": {Data: []byte(zipped(t, "x.txt", article))},
	}, extract.Options{}, func(s yiyuan.Source) error { ids = append(ids, s.DocID); return nil }, func(f extract.Failure) { t.Error(f) })
	if err != nil || !slices.Equal(ids, []string{"a", "c.zip/x", "d/b"}) || counts.Skipped["readme"] != 1 {
		t.Errorf("%q %v %v", ids, counts, err)
	}
}

func TestNDJSON(t *testing.T) {
	in := `{"doc_id":"a","text":"一"}
{"doc_id":"a","text":"二"}
not json
{"text":"三"}
{"doc_id":"e"}
{"doc_id":"n","text":5}

["a"]
{"doc_id":"o","title":{"x":1},"text":"四"}
` + "{\"doc_id\":\"u\",\"text\":\"\xff\"}"
	var ids []string
	kinds := map[string]string{}
	err := extract.NDJSON(context.Background(), strings.NewReader(in), extract.Options{},
		func(s yiyuan.Source) error { ids = append(ids, s.DocID); return nil },
		func(f extract.Failure) { kinds[f.DocID] = f.Kind })
	if err != nil || !slices.Equal(ids, []string{"a", "a", "-#4", "o"}) {
		t.Errorf("%q %v", ids, err)
	}
	want := map[string]string{"-#3": "bad_json", "e": "empty", "-#6": "bad_json", "-#8": "bad_json", "-#10": "bad_encoding"}
	if !maps.Equal(kinds, want) {
		t.Errorf("failures %v, want %v", kinds, want)
	}
}

func TestYieldAndContextStop(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": article, "b.txt": article, "c.jsonl": strings.Repeat(`{"text":"一"}`+"\n", 100)})
	stop := errors.New("full")
	_, err := extract.Files(context.Background(), []string{dir}, extract.Options{}, func(yiyuan.Source) error { return stop }, func(extract.Failure) {})
	if !errors.Is(err, stop) {
		t.Errorf("yield's error came back as %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	n := 0
	_, err = extract.Files(ctx, []string{dir}, extract.Options{}, func(yiyuan.Source) error {
		if n++; n == 10 {
			cancel()
		}
		return nil
	}, func(f extract.Failure) { t.Error(f) })
	if !errors.Is(err, context.Canceled) || n != 10 {
		t.Errorf("after %d documents: %v", n, err)
	}
}

func TestHostileFolder(t *testing.T) {
	cut := gzipped(t, strings.Repeat(`{"text":"一季度增长6.5%"}`+"\n", 5000))
	bomb := gzipped(t, strings.Repeat("0", 8<<20))
	dir := folder(t, map[string]string{
		"ok.txt": article, "empty.txt": "", "blank.txt": " \n\u3000\n", "blank.html": "<html><body></body></html>",
		"binary.txt": "\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR\x00\x00\x01\x00\x00\x00\x01\x00\x08\x06",
		"large.txt":  strings.Repeat("一", 1<<20), "large.html": "<html>" + strings.Repeat("<p>一</p>", 1<<18),
		"line.jsonl":   `{"doc_id":"long","text":"` + strings.Repeat("一", 1<<20) + "\"}\n" + `{"doc_id":"after","text":"一"}` + "\n" + strings.Repeat("x", 2<<20),
		"cut.jsonl.gz": cut[:len(cut)-20], "bomb.txt.gz": bomb, "bomb.jsonl.gz": gzipped(t, `{"text":"一"}`+"\n"+strings.Repeat("\n", 8<<20)),
		"bomb.zip": zipped(t, "a.txt", article, "b.txt", strings.Repeat("0", 900<<10), "c.txt", strings.Repeat("0", 900<<10), "d.txt", article),
		"gz.gz":    gzipped(t, gzipped(t, gzipped(t, article))), "zip.zip": zipped(t, "in.zip", zipped(t, "a.txt", article)),
		"cut.zip": zipped(t, "a.txt", article)[:40], "nul.txt": article + "\x00" + strings.Repeat(article, 3),
		"stray.txt": article + "\xff" + article, "soup.html": "<html><p>" + strings.Repeat("<div><b><i>一季度增长6.5%", 300), "dup1.txt": article, "dup1.md": article,
		"gbk.zip": zipped(t, encode(t, simplifiedchinese.GB18030, "报告.txt"), article), "slip.zip": zipped(t, "../../etc/x.txt", article),
		"lines.jsonl": `{"doc_id":"twice","text":"一"}` + "\n" + `{"doc_id":"twice","text":"二"}` + "\n" + `{"doc_id":"ok","text":"三"}`,
	})
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	must(syscall.Mkfifo(filepath.Join(dir, "pipe.txt"), 0o644))
	must(os.Symlink(".", filepath.Join(dir, "loop")))
	must(os.Symlink("ring.txt", filepath.Join(dir, "ring.txt")))
	must(os.Symlink("gone", filepath.Join(dir, "dangling.txt")))
	must(os.WriteFile(filepath.Join(dir, "\xb1\xa8.txt"), []byte(article), 0o644))

	h := readFiles(t, extract.Options{MaxBytes: 1 << 20}, dir)
	got := map[string]string{}
	for _, f := range h.failures {
		got[filepath.Base(f.Path)] = f.Kind
		if f.Message == "" || f.DocID == "" {
			t.Errorf("a failure says nothing: %+v", f)
		}
	}
	want := map[string]string{
		"empty.txt": "empty", "blank.txt": "empty", "blank.html": "empty", "binary.txt": "binary", "large.txt": "too_large", "large.html": "too_large",
		"line.jsonl#1": "too_large", "line.jsonl#3": "too_large", "bomb.txt.gz": "too_large", "c.txt": "bomb",
		"cut.zip": "corrupt", "ring.txt": "unreadable", "dangling.txt": "not_found", "?.txt": "bad_name", "lines.jsonl#2": "duplicate_id", "cut.jsonl.gz#4928": "corrupt", "bomb.jsonl.gz#1081331": "bomb",
	}
	for name, kind := range want {
		if got[name] != kind {
			t.Errorf("%s: %q, want %q", name, got[name], kind)
		}
		delete(got, name)
	}
	for name, kind := range got {
		t.Errorf("%s failed as %s", name, kind)
	}
	for id, n := range map[string]int{"special file": 1, "linked folder": 1, "nested archive": 2} {
		if h.counts.Skipped[id] != n {
			t.Errorf("skipped %v, want %d of %q", h.counts.Skipped, n, id)
		}
	}
	for _, id := range []string{"ok", "ok.txt", "after", "twice", "nul", "stray", "soup", "dup1", "dup1.txt", "bomb.zip/a", "bomb.zip/b", "gbk.zip/报告", "slip.zip/etc/x", "cut.jsonl.gz#1"} {
		h.doc(t, id)
	}
}

func TestPipeAsPath(t *testing.T) {
	p := filepath.Join(t.TempDir(), "pipe.txt")
	if err := syscall.Mkfifo(p, 0o644); err != nil {
		t.Fatal(err)
	}
	if h := readFiles(t, extract.Options{}, p); !maps.Equal(h.kinds(), map[string]string{"pipe": "special_file"}) {
		t.Errorf("failures %v", h.failures)
	}
}

// A document that is one line without end costs no memory.
func TestEndlessLine(t *testing.T) {
	const limit, length = 1 << 20, 200 << 20
	line := &repeated{left: length}
	failures := 0
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	err := extract.NDJSON(context.Background(), line, extract.Options{MaxBytes: limit}, func(yiyuan.Source) error { return nil },
		func(f extract.Failure) {
			if f.Kind == extract.KindTooLarge {
				failures++
			}
		})
	runtime.ReadMemStats(&after)
	if grown := after.TotalAlloc - before.TotalAlloc; grown > 8*limit {
		t.Errorf("%d MiB were allocated for it", grown>>20)
	}
	if err != nil || failures != 1 || line.left != 0 {
		t.Errorf("%d failures, %d bytes left, %v", failures, line.left, err)
	}
}

type repeated struct{ left int }

func (r *repeated) Read(p []byte) (int, error) {
	if r.left == 0 {
		return 0, io.EOF
	}
	n := min(len(p), r.left)
	for i := range p[:n] {
		p[i] = '0'
	}
	r.left -= n
	return n, nil
}

func FuzzNDJSON(f *testing.F) {
	f.Add([]byte(`{"doc_id":"a","text":"一季度增长6.5%","title":"题","published_at":"2023-05-06"}` + "\n" + `{"html":"<p>一"}`))
	f.Add([]byte("\xef\xbb\xbf{\"id\":7,\"source\":{},\"text\":\"来源：某报 2023-05-06\\n正文\"}\n\n[]\nnull\n"))
	f.Add([]byte(`{"text":"` + strings.Repeat("一", 2000) + `"}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		answered := 0
		err := extract.NDJSON(context.Background(), bytes.NewReader(in), extract.Options{MaxBytes: 4096, Now: time.Unix(1.7e9, 0)},
			func(s yiyuan.Source) error {
				answered++
				if s.DocID == "" || len(bytes.TrimSpace(s.Body)) == 0 || !utf8.Valid(s.Body) {
					t.Fatalf("half a document: %+v", s)
				}
				return nil
			}, func(f extract.Failure) {
				answered++
				if f.Kind == "" || f.Message == "" || f.DocID == "" {
					t.Fatalf("a failure that says nothing: %+v", f)
				}
			})
		lines := 0
		for line := range bytes.Lines(bytes.TrimPrefix(in, []byte("\xef\xbb\xbf"))) {
			if len(bytes.TrimSpace(line)) > 0 {
				lines++
			}
		}
		if err != nil || answered != lines {
			t.Fatalf("%d answers to %d lines: %v", answered, lines, err)
		}
	})
}

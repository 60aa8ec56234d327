package extract

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"yiyuan"
	"yiyuan/extract/warc"
)

// news is a WARC file as a crawler of the news leaves it: pages of all languages, a page captured twice, an error, a
// page its crawler stored compressed.
func news(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	w := warc.NewWriter(&b, 0)
	add := func(target, block string) {
		var h warc.Header
		h.Add(warc.FieldType, warc.TypeResponse)
		h.Add(warc.FieldTarget, target)
		h.Add(warc.FieldDate, "2024-03-01T02:00:00Z")
		h.Add(warc.FieldContentType, warc.HTTPResponse)
		if _, _, err := w.Write(h, []byte(block)); err != nil {
			t.Fatal(err)
		}
	}
	article := func(n int) string {
		return fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><head><title>临江市经济运行</title></head><body><h1>临江市经济运行</h1><p>昨天 09:00 来源：临江日报</p><p>%s</p></body></html>",
			strings.Repeat(fmt.Sprintf("全市地区生产总值%d亿元，经济运行总体平稳，稳中有进。", n), 8))
	}
	add("http://a.example/1", article(1001))
	add("http://a.example/1", article(1002))
	add("http://a.example/en", "HTTP/1.1 200 OK\r\n\r\n<html><body><p>"+strings.Repeat("The economy grew by five percent. ", 20)+"</p></body></html>")
	add("http://a.example/gone", "HTTP/1.1 404 Not Found\r\n\r\n没有这一页")
	add("http://a.example/2", strings.Replace(article(1003), "Content-Type", "Content-Encoding: gzip\r\nContent-Type", 1))
	add("http://a.example/bytes", "HTTP/1.1 200 OK\r\n\r\n\x00\x01\x02\x03\x04\x05\x06")
	return b.Bytes()
}

func TestWARC(t *testing.T) {
	file := news(t)
	for _, tt := range []struct {
		name  string
		bytes []byte
		ids   string
		fails string
	}{
		{"news.warc.gz", file, "http://a.example/1 http://a.example/2", ""},
		{"torn.warc.gz", file[:len(file)-40], "http://a.example/1 http://a.example/2", KindCorrupt},
		{"no.warc", []byte("WARC/1.0\r\nContent-Length: x\r\n\r\n"), "", KindCorrupt},
	} {
		t.Run(tt.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), tt.name)
			if err := os.WriteFile(path, tt.bytes, 0o644); err != nil {
				t.Fatal(err)
			}
			var ids, fails []string
			counts, err := Files(context.Background(), []string{path}, Options{Now: time.Now()}, func(s yiyuan.Source) error {
				ids = append(ids, s.DocID)
				if got := s.PublishedAt.Format(time.DateTime); got != "2024-02-29 09:00:00" || s.Publisher != "临江日报" || s.URL != s.DocID || s.FetchedAt.Year() != 2024 {
					t.Errorf("%s published %s by %q", s.DocID, got, s.Publisher)
				}
				return nil
			}, func(f Failure) { fails = append(fails, f.Kind) })
			if err != nil {
				t.Fatal(err)
			}
			if got := strings.Join(ids, " "); got != tt.ids {
				t.Errorf("documents %q, want %q", got, tt.ids)
			}
			if got := strings.Join(fails, " "); got != tt.fails {
				t.Errorf("failures %q, want %q", got, tt.fails)
			}
			if tt.fails == "" && (counts.Skipped["captured again"] != 1 || counts.Skipped["not Chinese"] != 2 || counts.Skipped["no page"] != 1) {
				t.Errorf("skipped %v", counts.Skipped)
			}
		})
	}
}

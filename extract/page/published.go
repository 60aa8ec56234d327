package page

import (
	"iter"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"yiyuan/extract/stamp"
)

var (
	timeTags = []string{"pubdate", "publishdate", "article:published_time", "og:published_time", "og:time", "publish_time", "publishtime", "datepublished", "date", "weibo: article:create_at", "weibo:article:create_at", "og:release_date", "article:create_at", "dateupdate", "apub:time", "_pubtime", "firstpublishedtime", "release_date"}
	timeKeys = []string{"datePublished", "pubDate", "publishTime", "publish_time", "pubtime", "pubTime", "publishdate", "publishDate", "__$pubtime", "publish_date", "ptime", "oriCreateTime", "ct"}
)

// published prefers what the reader sees in full, then meta tags, then scripts.
func published(doc *goquery.Document, tags map[string]string, seen stamp.Stamp, now time.Time) (time.Time, string) {
	if !seen.PublishedAt.IsZero() && !seen.Abridged {
		return seen.PublishedAt, "visible"
	}
	for _, k := range timeTags {
		if t, ok := stamp.Parse(tags[k]); ok && notAfter(t, now) {
			return t, "meta"
		}
	}
	if t, ok := stamp.Parse(doc.Find("time[datetime]").First().AttrOr("datetime", "")); ok && notAfter(t, now) {
		return t, "meta"
	}
	if t, ok := stamp.Parse(scriptValue(doc, timeKeys)); ok && notAfter(t, now) {
		return t, "script"
	}
	if !seen.PublishedAt.IsZero() {
		return seen.PublishedAt, "visible"
	}
	return time.Time{}, ""
}

func notAfter(t, now time.Time) bool {
	return now.IsZero() || !t.After(stamp.Wall(now).AddDate(0, 0, 1))
}

// scriptValue finds the string given to one of the keys in the scripts: "datePublished": "…", pubtime:'…', x = '…'. A
// key with several values belongs to a list of stories, not to this one.
func scriptValue(doc *goquery.Document, keys []string) string {
	var scripts []string
	doc.Find("script").Each(func(_ int, s *goquery.Selection) {
		if n := s.Nodes[0].FirstChild; n != nil {
			scripts = append(scripts, n.Data)
		}
	})
	for _, key := range keys {
		values := map[string]bool{}
		value := ""
		for _, script := range scripts {
			for v := range valuesOf(script, key) {
				value, values[v] = v, true
			}
		}
		if len(values) == 1 {
			return value
		}
	}
	return ""
}

func valuesOf(script, key string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := script; ; {
			i := strings.Index(rest, key)
			if i < 0 {
				return
			}
			whole := (i == 0 || !isWord(rest[i-1])) && (i+len(key) == len(rest) || !isWord(rest[i+len(key)]))
			rest = rest[i+len(key):]
			if v := assigned(rest); whole && v != "" && !yield(v) {
				return
			}
		}
	}
}

// assigned is the short string literal behind : or =.
func assigned(s string) string {
	s = strings.TrimLeft(s[:min(len(s), 200)], "\\\"' \t\n\r")
	if s == "" || s[0] != ':' && s[0] != '=' {
		return ""
	}
	s = strings.TrimLeft(s[1:], "\\ \t\n\r")
	if s == "" || s[0] != '"' && s[0] != '\'' {
		return ""
	}
	if end := strings.IndexByte(s[1:], s[0]); end > 0 && end < 100 {
		return strings.TrimRight(s[1:1+end], "\\")
	}
	return ""
}

func isWord(c byte) bool {
	return c == '_' || c == '$' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z'
}

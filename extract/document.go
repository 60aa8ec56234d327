package extract

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"unicode/utf16"

	"yiyuan"
	"yiyuan/extract/charset"
	"yiyuan/extract/page"
	"yiyuan/extract/stamp"
)

// document reads one whole text or page.
func (r *reader) document(body []byte, k kind, at origin) error {
	var src yiyuan.Source
	var err error
	if k == kindHTML {
		src, err = r.pageOf(body, "")
	} else {
		src, err = r.textOf(body)
	}
	if err != nil {
		return r.failWith(at, err)
	}
	src.SHA256 = digest(body)
	return r.hand(at, src)
}

func (r *reader) textOf(body []byte) (yiyuan.Source, error) {
	name, bom := charset.Of(body)
	if name == charset.Unknown {
		return yiyuan.Source{}, failure{KindBinary, "not text of any Chinese encoding; open it in an editor and save it as UTF-8"}
	}
	text := body[bom:]
	src := yiyuan.Source{Charset: name}
	if n := frontMatterLen(text, name); n > 0 {
		parseFrontMatter(charset.Decode(text[:n], name)).fill(&src)
		text = text[n:]
	}
	if len(bytes.TrimSpace(text)) == 0 {
		return yiyuan.Source{}, failure{KindEmpty, "holds no text below its front matter; delete it or fetch it again"}
	}
	src.Body = text
	fillFromStamp(&src, stamp.Head(charset.Decode(text[:min(len(text), headBytes)], name), r.opt.Now))
	return src, nil
}

func (r *reader) pageOf(body []byte, url string) (yiyuan.Source, error) {
	a, err := page.Read(body, page.Options{URL: url, FetchedAt: r.opt.Now})
	if err != nil {
		return yiyuan.Source{}, pageFailure(err)
	}
	return yiyuan.Source{
		URL: url, Title: a.Title, Publisher: a.Publisher, Author: a.Author, PublishedAt: a.PublishedAt,
		Charset: charset.UTF8, Body: []byte(a.Body), Parts: a.Parts,
	}, nil
}

func fillFromStamp(src *yiyuan.Source, s stamp.Stamp) {
	if src.PublishedAt.IsZero() {
		src.PublishedAt = s.PublishedAt
	}
	if src.Publisher == "" {
		src.Publisher = s.Publisher
	}
	if src.Author == "" {
		src.Author = s.Author
	}
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}

// matter is the front matter of a Markdown file.
type matter map[string]string

// frontMatterLen is the length of the front matter in bytes, 0 where there is none: a line of ---, plain "key: value"
// pairs, which is all that collectors of articles write, and another ---.
func frontMatterLen(text []byte, name string) int {
	head := text[:min(len(text), headBytes)]
	if name == charset.UTF16LE || name == charset.UTF16BE {
		decoded := charset.Decode(head, name)
		return 2 * len(utf16.Encode([]rune(decoded[:pairsLen(decoded)])))
	}
	return pairsLen(string(head)) // the other charsets have no byte of ASCII inside a character that matters here
}

func pairsLen(head string) int {
	first, rest, ok := strings.Cut(head, "\n")
	if !ok || strings.TrimSpace(first) != "---" {
		return 0
	}
	for {
		line, after, more := strings.Cut(rest, "\n")
		line = strings.TrimSpace(line)
		switch {
		case line == "---":
			return len(head) - len(after)
		case !more, line != "" && !strings.Contains(line, ":") && !strings.HasPrefix(line, "-"):
			return 0
		}
		rest = after
	}
}

func parseFrontMatter(text string) matter {
	fields := matter{}
	for line := range strings.Lines(text) {
		if key, value, ok := strings.Cut(line, ":"); ok && !strings.HasPrefix(line, " ") {
			fields[strings.ToLower(strings.TrimSpace(key))] = unquote(strings.TrimSpace(value))
		}
	}
	return fields
}

func unquote(s string) string {
	if n := len(s); n >= 2 && (s[0] == '"' || s[0] == '\'') && s[n-1] == s[0] {
		return s[1 : n-1]
	}
	return s
}

func (m matter) first(keys ...string) string {
	for _, k := range keys {
		if v := m[k]; v != "" {
			return v
		}
	}
	return ""
}

// fill: source is an address in some collections and the name of a paper in others.
func (m matter) fill(src *yiyuan.Source) {
	src.Title = m.first("title", "标题")
	src.URL = m.first("url", "link", "网址")
	src.Publisher = m.first("publisher", "来源")
	src.Author = m.first("author", "作者")
	if s := m["source"]; strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") {
		if src.URL == "" {
			src.URL = s
		}
	} else if src.Publisher == "" {
		src.Publisher = s
	}
	src.PublishedAt, _ = stamp.Parse(m.first("published_at", "published", "date", "publish_date", "发布时间", "日期"))
}

func pageFailure(err error) failure {
	kind := KindHTML
	switch {
	case errors.Is(err, page.ErrTooLarge):
		kind = KindTooLarge
	case errors.Is(err, page.ErrNoText):
		kind = KindEmpty
	case errors.Is(err, page.ErrCharset):
		kind = KindEncoding
	}
	return failure{kind, err.Error()}
}

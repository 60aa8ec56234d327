// Package page finds the article on a web page: headline, time, publisher, author and text.
//
// The text is taken by a site profile (profiles.csv: selectors, data and not code) where one fits, else by readability's
// scores, whose result is then trimmed of what Chinese news sites print inside the same container as the article: share
// bars, 责任编辑, disclaimers, prompts to open an app, lists of other stories. Readability knows English bylines only, so
// the rest is read here: the page is laid out as a list of visible blocks, the block that the <title> repeats is the
// headline, and the few blocks between it and the first paragraph are where a page prints when and by whom it was
// published. Meta tags and scripts are asked after that, for they hold the time of the last edit as often as not.
//
// A page is hostile: its size is bounded before it is parsed, its depth while it is, and a page too deep to be a tree is
// read as a flat list of paragraphs.
package page

import (
	"bytes"
	"errors"
	"net/url"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"yiyuan/extract/charset"
)

// Options of a page.
type Options struct {
	URL       string
	FetchedAt time.Time // for 昨天 and 3小时前; zero where it is not known
	Body      string    // selector of the article's container, where the caller knows it
}

// Article is what was printed on the page.
type Article struct {
	Title, Publisher, Author string
	PublishedAt              time.Time // wall clock in Shanghai, carried in time.UTC
	PublishedWhere           string    // visible, meta, script; empty where no time was found
	Charset                  string    // of the page, by its bytes
	Body                     string    // a paragraph to a line, a table row as | a | b |
	Parts                    int       // pages the article is spread over, 1 where it is whole
	Profile                  string    // the site profile, or generic
}

// MaxBytes is the size a page may have, pictures written into it left out.
const MaxBytes = 8 << 20

// MaxTags bounds the tree: a page of the size above can be three million elements.
const MaxTags = 500000

// Errors of Read.
var (
	ErrTooLarge = errors.New("the page is larger than 8 MiB or 500,000 tags; save the article alone as text")
	ErrNoText   = errors.New("no article found on the page; save its text as .txt")
	ErrCharset  = errors.New("the page is in no Chinese encoding; save it as UTF-8")
)

// Read finds the article on a page.
func Read(page []byte, opt Options) (Article, error) {
	if len(page) > MaxBytes {
		page = withoutPictures(page)
	}
	if len(page) > MaxBytes || bytes.Count(page, []byte("<")) > MaxTags {
		return Article{}, ErrTooLarge
	}
	name, bom := charset.Of(page)
	if name == charset.Unknown {
		return Article{}, ErrCharset
	}
	doc, err := parse(charset.Decode(page[bom:], name))
	if err != nil {
		return Article{}, ErrNoText
	}
	unveil(doc.Nodes[0])
	a := readHead(doc, opt)
	a.Charset = name
	a.Parts = parts(doc)
	a.readBody(doc, host(doc, opt.URL), opt.Body)
	if a.Body == "" {
		return Article{}, ErrNoText
	}
	return a, nil
}

// withoutPictures cuts the data of data: addresses, which browsers write into the pages they save.
func withoutPictures(page []byte) []byte {
	mark := []byte(";base64,")
	var out []byte
	for {
		i := bytes.Index(page, mark)
		if i < 0 {
			return append(out, page...)
		}
		end := i + len(mark)
		out = append(out, page[:end]...)
		for end < len(page) && isBase64(page[end]) {
			end++
		}
		page = page[end:]
	}
}

func isBase64(c byte) bool {
	return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '+' || c == '/' || c == '='
}

// parse builds the tree; a page nested too deeply for one is flattened first.
func parse(page string) (*goquery.Document, error) {
	if doc, err := Tree(page); err == nil {
		return doc, nil
	}
	return Tree(flatten(page))
}

// host is the site the page was saved from: by its address, else by the one it gives itself.
func host(doc *goquery.Document, address string) string {
	for _, a := range []string{address, doc.Find(`link[rel="canonical"]`).AttrOr("href", ""), doc.Find(`meta[property="og:url"]`).AttrOr("content", "")} {
		if u, err := url.Parse(a); err == nil && u.Hostname() != "" {
			return strings.ToLower(u.Hostname())
		}
	}
	return ""
}

// flatten keeps of a page its headline, its meta tags and its paragraphs, none inside another.
func flatten(page string) string {
	var out strings.Builder
	z := html.NewTokenizer(strings.NewReader(page))
	z.SetMaxBuf(MaxBytes)
	skip := ""
	for {
		switch z.Next() {
		case html.ErrorToken:
			return out.String()
		case html.TextToken:
			if skip == "" {
				out.WriteString(html.EscapeString(string(z.Text())))
			}
		case html.StartTagToken, html.SelfClosingTagToken:
			raw := string(z.Raw())
			tag, _ := z.TagName()
			switch name := string(tag); {
			case skip != "":
			case name == "script" || name == "style":
				skip = name
			case name == "meta" || name == "title" || name == "h1":
				out.WriteString(raw)
			case isBlock(name):
				out.WriteString("<p>")
			}
		case html.EndTagToken:
			tag, _ := z.TagName()
			switch name := string(tag); {
			case name == skip:
				skip = ""
			case skip != "":
			case name == "title" || name == "h1":
				out.WriteString("</" + name + ">")
			case isBlock(name):
				out.WriteString("</p>")
			}
		}
	}
}

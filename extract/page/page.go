package page

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"golang.org/x/net/html"

	readability "codeberg.org/readeck/go-readability/v2"
	"codeberg.org/readeck/go-readability/v2/render"

	"yiyuan/extract/charset"
	"yiyuan/extract/stamp"
)

// Options of a page.
type Options struct {
	URL       string
	FetchedAt time.Time // for 昨天 and 3小时前; zero where it is not known
}

// Article is what was printed on the page.
type Article struct {
	Title, Publisher, Author string
	PublishedAt              time.Time // wall clock in Shanghai, carried in time.UTC
	PublishedWhere           string    // visible, meta, script
	Charset                  string
	Body                     string // a paragraph to a line, a table row as | a | b |
	Parts                    int
	Profile                  string
}

// MaxBytes is the size a page may have.
const MaxBytes = 8 << 20

// Errors of Read.
var (
	ErrTooLarge = errors.New("the page is larger than 8 MiB; save the article alone as text")
	ErrNoText   = errors.New("no article found on the page; save its text as .txt")
	ErrCharset  = errors.New("the page is in no Chinese encoding; save it as UTF-8")
)

// Read finds the article on a page.
func Read(page []byte, opt Options) (Article, error) {
	if len(page) > MaxBytes {
		return Article{}, ErrTooLarge
	}
	name, bom := charset.Of(page)
	if name == charset.Unknown {
		return Article{}, ErrCharset
	}
	doc, err := html.Parse(strings.NewReader(charset.Decode(page[bom:], name)))
	if err != nil {
		return Article{}, fmt.Errorf("parsing the page: %w", err)
	}
	a, err := readability.FromDocument(doc, nil)
	if err != nil || a.Node == nil {
		return Article{}, ErrNoText
	}
	body := strings.TrimSpace(render.InnerText(a.Node))
	s := stamp.Head(body, opt.FetchedAt)
	return Article{Title: a.Title(), PublishedAt: s.PublishedAt, Publisher: s.Publisher, Charset: name, Body: body, Parts: 1, Profile: "generic"}, nil
}

package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
)

// block is a run of text that a browser shows as a paragraph of its own.
type block struct {
	text    string // words of different elements two blanks apart
	plain   string // as shown
	heading bool   // h1 to h3, or named a title
	runes   int    // of plain
	linked  int    // of them inside links
	named   []named
}

// named is an element inside a block whose class or id says what it holds.
type named struct{ name, text string }

// isProse reports a paragraph, as against a caption, a menu or a stamp.
func (b block) isProse() bool {
	n := b.runes
	return n >= 40 && b.linked*2 < n && strings.ContainsAny(b.plain, "，。；") || n >= 25 && b.linked*2 < n && strings.ContainsRune(b.plain, '。')
}

const (
	maxBlocks = 20000
	maxNamed  = 12
)

// layout lists the visible blocks of a tree in reading order.
func layout(root *html.Node) []block {
	l := &layouter{}
	l.walk(root, "", 0)
	l.flush()
	return l.blocks
}

type layouter struct {
	blocks      []block
	text, plain strings.Builder
	linked      int
	heading     bool
	named       []named
}

func (l *layouter) walk(n *html.Node, link string, depth int) {
	switch n.Type {
	case html.TextNode:
		l.words(n.Data, link != "")
		return
	case html.ElementNode:
		if isUnseen(n) || len(l.blocks) > maxBlocks {
			return
		}
		if n.Data == "a" {
			link = "a"
		}
	}
	blockish := n.Type == html.ElementNode && (isBlock(n.Data) || n.Data == "br")
	if blockish {
		l.flush()
		l.heading = l.heading || isHeading(n)
	} else if n.Type == html.ElementNode && l.text.Len() > 0 {
		l.text.WriteString("  ")
	}
	start, before := l.text.Len(), len(l.blocks)
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		l.walk(c, link, depth+1)
	}
	if n.Type == html.ElementNode {
		l.name(n, start, before)
	}
	if blockish {
		l.flush()
		l.heading = false
	} else if n.Type == html.ElementNode && l.text.Len() > 0 {
		l.text.WriteString("  ")
	}
}

func (l *layouter) words(s string, linked bool) {
	s = collapse(s)
	if s == "" {
		return
	}
	l.text.WriteString(s)
	l.plain.WriteString(s)
	if linked {
		l.linked += utf8.RuneCountInString(strings.TrimSpace(s))
	}
}

// name remembers what an element with a telling class or id holds: the words since start, or, where it held blocks, the
// first of them.
func (l *layouter) name(n *html.Node, start, before int) {
	id := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	if !tellsSource(id) {
		return
	}
	if before < len(l.blocks) {
		if b := &l.blocks[before]; len(b.named) < maxNamed && b.runes < 40 {
			b.named = append(b.named, named{id, b.text})
		}
		return
	}
	if len(l.named) < maxNamed && l.text.Len() > start {
		l.named = append(l.named, named{id, strings.TrimSpace(l.text.String()[start:])})
	}
}

// sourceNames are what sites call the element that prints the publisher, the surest first.
var sourceNames = []string{"source", "author", "media", "origin", "copyfrom", "publisher", "laiyuan", "nickname", "account", "js_name"}

func tellsSource(id string) bool {
	for _, w := range sourceNames {
		if strings.Contains(id, w) {
			return true
		}
	}
	return false
}

func (l *layouter) flush() {
	plain := strings.TrimSpace(l.plain.String())
	if plain != "" {
		l.blocks = append(l.blocks, block{text: strings.TrimSpace(l.text.String()), plain: plain, runes: utf8.RuneCountInString(plain), heading: l.heading, linked: l.linked, named: l.named})
	}
	l.text.Reset()
	l.plain.Reset()
	l.linked, l.named = 0, nil
}

// collapse brings every run of white space to one blank, keeping one at either end where there was any.
func collapse(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	blank := false
	for _, r := range s {
		switch {
		case unicode.IsSpace(r):
			if !blank {
				b.WriteByte(' ')
			}
			blank = true
		case r == '\u200b' || r == '\ufeff':
		default:
			b.WriteRune(r)
			blank = false
		}
	}
	if b.String() == " " && !strings.ContainsAny(s, "\u00a0\u3000 ") {
		return ""
	}
	return b.String()
}

var blockTags = set("address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li main nav ol option p pre section select summary table tbody td tfoot th thead title tr ul")

var unseenTags = set("script style noscript template iframe object svg canvas audio video select textarea button head input")

func isBlock(tag string) bool { return blockTags[tag] }

func isUnseen(n *html.Node) bool {
	if unseenTags[n.Data] {
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "hidden":
			return true
		case "style":
			if s := strings.ReplaceAll(strings.ToLower(a.Val), " ", ""); strings.Contains(s, "display:none") || strings.Contains(s, "visibility:hidden") {
				return true
			}
		}
	}
	return false
}

func isHeading(n *html.Node) bool {
	switch n.Data {
	case "h1", "h2", "h3":
		return true
	}
	name := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	return strings.Contains(name, "title") || strings.Contains(name, "headline")
}

func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

func set(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

package page

import (
	"slices"
	"strings"
	"unicode/utf8"

	readability "codeberg.org/readeck/go-readability/v2"
	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// line is a paragraph, or a row of a table.
type line struct {
	text   string
	linked int // runes inside links
	table  bool
}

func (l line) runes() int { return utf8.RuneCountInString(l.text) }

// Limits of readability: a page of more elements is no article, and a Chinese one of so few characters may be whole.
const (
	maxElements = 100000
	minRunes    = 150
)

// readBody takes the text from the tree, which it uses up.
func (a *Article) readBody(doc *goquery.Document, host, selector string) {
	strip(doc)
	if p, node := containerOf(doc, host, selector); node != nil {
		if lines := trim(render(node), a.Title); len(lines) > 0 {
			a.Profile, a.Body = p, join(lines)
			return
		}
	}
	fallback := layout(doc.Nodes[0])
	parser := readability.NewParser()
	parser.MaxElemsToParse = maxElements
	parser.CharThresholds = minRunes
	parser.DisableJSONLD = true
	if article, err := parser.ParseAndMutate(doc.Nodes[0], nil); err == nil && article.Node != nil {
		a.Body = join(trim(render(article.Node), a.Title))
	}
	if a.Body == "" {
		a.Body = join(trim(prose(fallback), a.Title))
	}
}

// prose keeps the blocks that are sentences, for pages no container can be told on.
func prose(blocks []block) []line {
	var out []line
	for _, b := range blocks {
		if b.isProse() {
			out = append(out, line{text: b.plain, linked: b.linked})
		}
	}
	return out
}

// strip removes what is never part of an article: what is not shown, lists of other stories with their heading, links
// that only lead on.
func strip(doc *goquery.Document) {
	var gone []*html.Node
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.CommentNode || c.Type == html.ElementNode && (c.Data != "head" && isUnseen(c) || c.Data == "a" && leadsOn(c)) {
				gone = append(gone, c)
				continue
			}
			if c.Type == html.TextNode && isRelatedHeading(c.Data) {
				if box := boxOf(c); box != nil {
					gone = append(gone, box)
				}
			}
			walk(c)
		}
	}
	walk(doc.Nodes[0])
	for _, n := range gone {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
}

// boxOf is the largest element that begins with the heading and has more than it, but not an article.
func boxOf(heading *html.Node) *html.Node {
	var box *html.Node
	for n := heading; n.Parent != nil; n = n.Parent {
		for s := n.PrevSibling; s != nil; s = s.PrevSibling {
			if hasText(s) {
				return box
			}
		}
		p := n.Parent
		if p.Type != html.ElementNode || p.Data == "body" {
			return box
		}
		if n := paragraphs(p, maxTeasers); n > 2 && headlines(p, n) < n { // not every text is the teaser of a link
			return box
		}
		if hasTextAfter(n) {
			box = p
		}
	}
	return box
}

const maxTeasers = 50

// headlines counts the links below n that are long enough to be the headline of another story, up to limit.
func headlines(n *html.Node, limit int) int {
	if n.Type == html.ElementNode && n.Data == "a" {
		if utf8.RuneCountInString(squeeze(innerText(n, 20))) >= 8 {
			return 1
		}
		return 0
	}
	count := 0
	for c := n.FirstChild; c != nil && count < limit; c = c.NextSibling {
		count += headlines(c, limit-count)
	}
	return count
}

// paragraphs counts the sentences' worth of text below n that is in no link, up to limit.
func paragraphs(n *html.Node, limit int) int {
	if n.Type == html.TextNode {
		if len(n.Data) > 120 && utf8.RuneCountInString(n.Data) > 40 && strings.ContainsAny(n.Data, "，。") {
			return 1
		}
		return 0
	}
	if n.Type == html.ElementNode && (n.Data == "a" || unseenTags[n.Data]) {
		return 0
	}
	count := 0
	for c := n.FirstChild; c != nil && count < limit; c = c.NextSibling {
		count += paragraphs(c, limit-count)
	}
	return count
}

// unveil shows what a script would have shown: an article that is hidden while the page loads.
func unveil(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || unseenTags[c.Data] && c.Data != "head" {
			continue
		}
		if isUnseen(c) && c.Data != "head" && paragraphs(c, 3) == 3 {
			c.Attr = slices.DeleteFunc(c.Attr, func(a html.Attribute) bool { return a.Key == "style" || a.Key == "hidden" })
		}
		unveil(c)
	}
}

func hasTextAfter(n *html.Node) bool {
	for s := n.NextSibling; s != nil; s = s.NextSibling {
		if hasText(s) {
			return true
		}
	}
	return false
}

func hasText(n *html.Node) bool {
	if n.Type == html.TextNode {
		return strings.TrimSpace(n.Data) != ""
	}
	if n.Type != html.ElementNode || isUnseen(n) {
		return false
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if hasText(c) {
			return true
		}
	}
	return false
}

// leadsOn reports a link that is an order to the reader.
func leadsOn(a *html.Node) bool {
	text := squeeze(innerText(a, 40))
	for _, w := range []string{"查看更多", "阅读全文", "点击查看", "阅读原文", "查看原文", "点击进入"} {
		if strings.Contains(text, w) && utf8.RuneCountInString(text) <= 16 {
			return true
		}
	}
	return strings.HasPrefix(text, "返回") && utf8.RuneCountInString(text) <= 12
}

// innerText is the text below n, cut after about limit runes.
func innerText(n *html.Node, limit int) string {
	var b strings.Builder
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if b.Len() > limit*utf8.UTFMax {
			return
		}
		if n.Type == html.TextNode {
			b.WriteString(n.Data[:min(len(n.Data), limit*utf8.UTFMax)])
		}
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			walk(c)
		}
	}
	walk(n)
	return strings.ToValidUTF8(b.String(), "")
}

// render lists the lines of a tree.
func render(root *html.Node) []line {
	r := &renderer{}
	r.walk(root, false)
	r.flush()
	return r.lines
}

type renderer struct {
	lines  []line
	text   strings.Builder
	linked int
}

func (r *renderer) walk(n *html.Node, linked bool) {
	switch n.Type {
	case html.TextNode:
		r.words(n.Data, linked)
		return
	case html.ElementNode:
		if isUnseen(n) {
			return
		}
		if n.Data == "table" {
			if rows, ok := tableRows(n); ok {
				r.flush()
				r.lines = append(r.lines, rows...)
				return
			}
		}
		linked = linked || n.Data == "a"
	}
	breaks := n.Type == html.ElementNode && (isBlock(n.Data) || n.Data == "br")
	if breaks {
		r.flush()
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.walk(c, linked)
	}
	if breaks {
		r.flush()
	}
}

func (r *renderer) words(s string, linked bool) {
	s = collapse(s)
	r.text.WriteString(s)
	if linked {
		r.linked += utf8.RuneCountInString(strings.TrimSpace(s))
	}
}

func (r *renderer) flush() {
	if text := clean(r.text.String()); text != "" {
		r.lines = append(r.lines, line{text: text, linked: r.linked})
	}
	r.text.Reset()
	r.linked = 0
}

// tableRows writes a table of data as rows | a | b |, its caption and single cells (单位:亿元) as lines of their own. A
// table that only lays out a page is not ok.
func tableRows(table *html.Node) ([]line, bool) {
	var out []line
	wide := 0
	ok := true
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil && ok; c = c.NextSibling {
			switch {
			case c.Type != html.ElementNode:
			case c.Data == "table":
				ok = false
			case c.Data == "caption":
				out = append(out, line{text: clean(innerText(c, 200))})
			case c.Data == "tr":
				row, cells, fits := rowOf(c)
				ok = ok && fits
				if cells > 1 {
					wide++
				}
				if row.text != "" {
					out = append(out, row)
				}
			default:
				walk(c)
			}
		}
	}
	walk(table)
	return out, ok && wide > 1
}

const maxCell = 300 // runes; a longer cell is a column of the page

func rowOf(tr *html.Node) (row line, cells int, ok bool) {
	var texts []string
	last := ""
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode || c.Data != "td" && c.Data != "th" {
			continue
		}
		var parts []string
		for _, l := range render(c) {
			if l.table {
				return line{}, 0, false
			}
			parts = append(parts, l.text)
			row.linked += l.linked
		}
		text := strings.Join(parts, " ")
		if utf8.RuneCountInString(text) > maxCell {
			return line{}, 0, false
		}
		if text != "" {
			last = text
			cells++
		}
		texts = append(texts, strings.ReplaceAll(text, "|", "/"))
		for range spans(c) - 1 {
			texts = append(texts, "")
		}
	}
	switch cells {
	case 0:
		return line{}, 0, true
	case 1:
		if texts[0] == last {
			row.text = last
			return row, 1, true
		}
	}
	row.text, row.table = "| "+strings.Join(texts, " | ")+" |", true
	return row, cells, true
}

// spans is how many columns a cell takes.
func spans(cell *html.Node) int {
	n := 0
	for _, c := range attr(cell, "colspan") {
		if c < '0' || c > '9' || n > 10 {
			break
		}
		n = n*10 + int(c-'0')
	}
	return min(max(n, 1), 30)
}

func join(lines []line) string {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	return strings.Join(texts, "\n")
}

package page

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"

	"yiyuan/extract/stamp"
)

const maxTitle = 300 // runes

// headline returns the title and the index of the block that prints it, or len(blocks).
func headline(doc *goquery.Document, tags map[string]string, blocks []block) (string, int) {
	page := ""
	if t := doc.Find("title"); t.Length() > 0 {
		page = strings.TrimSpace(collapse(innerText(t.Nodes[0], maxTitle)))
	}
	for _, known := range []string{page, first(tags, "articletitle", "og:title", "twitter:title")} {
		if at, ok := printed(known, blocks); ok {
			return clean(blocks[at].plain), at
		}
	}
	if given := first(tags, "articletitle", "og:title", "twitter:title"); given != "" {
		return clean(withoutSite(given)), 0
	}
	for i, b := range blocks {
		if n := b.runes; b.heading && n >= 6 && n <= 80 && b.linked == 0 && page == "" {
			return clean(b.plain), i
		}
	}
	return clean(withoutSite(page)), 0
}

// printed finds the block that the page's title begins with. Of several the one a stamp follows is the headline; the
// others are the last step of a breadcrumb or a link of the page to itself.
func printed(title string, blocks []block) (int, bool) {
	known := squeeze(title)
	best, score := -1, 0
	for i, b := range blocks {
		n := b.runes
		if n < 4 || n > 120 {
			continue
		}
		own := squeeze(b.plain)
		fits := strings.HasPrefix(known, own) || b.heading && (utf8.RuneCountInString(known) >= 8 && strings.HasPrefix(own, known) ||
			n >= 8 && strings.Contains(known, own) && len(own)*10 >= len(known)*5)
		if !fits || len(own) == 0 {
			continue
		}
		s := len(own) * 8
		if b.heading {
			s += 16
		}
		if b.linked == 0 {
			s += 8
		}
		if stampFollows(blocks, i) {
			s += 24
		}
		if s > score {
			best, score = i, s
		}
	}
	return best, best >= 0 && score >= 4*3*8
}

func stampFollows(blocks []block, i int) bool {
	for _, b := range blocks[i+1 : min(i+6, len(blocks))] {
		if b.isProse() {
			return false
		}
		if _, ok := stamp.Find(b.text, time.Time{}); ok && b.runes <= 120 {
			return true
		}
	}
	return false
}

// withoutSite cuts the names of channel and site from a <title>.
func withoutSite(s string) string {
	for _, sep := range []string{"_", "|", " - ", "-", "—"} {
		i := strings.Index(s, sep)
		if i < 0 {
			continue
		}
		tail := s[i+len(sep):]
		if utf8.RuneCountInString(s[:i]) >= 6 && (sep == "_" || sep == " - " || isSiteName(tail)) {
			return s[:i]
		}
	}
	return s
}

func isSiteName(s string) bool {
	if utf8.RuneCountInString(s) > 20 {
		return false
	}
	for _, w := range []string{"网", "报", "新闻", "频道", "资讯", "门户", "政府", "在线", "客户端", ".com", ".cn", "财经", "社"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

func clean(s string) string { return strings.Join(strings.Fields(s), " ") }

func squeeze(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}

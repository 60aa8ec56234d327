package page

import (
	"strconv"
	"strings"

	"github.com/PuerkitoBio/goquery"
)

const maxParts = 50

// parts is how many pages the article is spread over: a link 下一页 that leads somewhere marks it, the numbers beside the
// link count it.
func parts(doc *goquery.Document) int {
	n := 1
	doc.Find("a").EachWithBreak(func(_ int, a *goquery.Selection) bool {
		text := strings.Trim(squeeze(a.Text()), ">»›]）)")
		if text != "下一页" && text != "下页" && text != "余下全文" || !leadsAway(a.AttrOr("href", "")) {
			return true
		}
		n = max(2, highest(a.Parent()), highest(a.Parent().Parent()))
		return false
	})
	return n
}

func leadsAway(href string) bool {
	href = strings.ToLower(strings.TrimSpace(href))
	return href != "" && !strings.HasPrefix(href, "#") && !strings.HasPrefix(href, "javascript")
}

// highest is the greatest page number linked in a box of nothing but page numbers.
func highest(box *goquery.Selection) int {
	if len([]rune(squeeze(box.Text()))) > 100 {
		return 0
	}
	best := 0
	box.Find("a, span, em, b").Each(func(_ int, s *goquery.Selection) {
		if n, err := strconv.Atoi(strings.Trim(squeeze(s.Text()), "[]()")); err == nil && n <= maxParts {
			best = max(best, n)
		}
	})
	return best
}

package page

import (
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"yiyuan/extract/stamp"
)

// readHead reads everything but the body.
func readHead(doc *goquery.Document, opt Options) Article {
	blocks := layout(doc.Nodes[0])
	tags := metaTags(doc)
	title, at := headline(doc, tags, blocks)
	zone := blocks[min(at, len(blocks)):bodyStart(blocks, at)]
	a := Article{Title: title, Profile: generic}

	seen := visible(zone, blocks, at, opt.FetchedAt)
	a.PublishedAt, a.PublishedWhere = published(doc, tags, seen, opt.FetchedAt)
	a.Author = seen.Author
	if !isCategory(seen.Publisher) {
		a.Publisher = seen.Publisher
	}
	a.fillPublisher(doc, tags, zone, blocks)
	if a.Author == "" {
		a.Author = byline(blocks, at)
	}
	if a.Author == a.Publisher || a.Author != "" && strings.HasSuffix(a.Author, "整理") {
		a.Author = ""
	}
	return a
}

// metaTags are the <meta> of a page by name, property or itemprop in lower case; the first that says anything stands.
func metaTags(doc *goquery.Document) map[string]string {
	tags := map[string]string{}
	doc.Find("meta[content]").Each(func(_ int, s *goquery.Selection) {
		value := strings.TrimSpace(s.AttrOr("content", ""))
		for _, key := range []string{"name", "property", "itemprop"} {
			if k := strings.ToLower(strings.TrimSpace(s.AttrOr(key, ""))); k != "" && value != "" && tags[k] == "" {
				tags[k] = value
			}
		}
	})
	return tags
}

func first(tags map[string]string, keys ...string) string {
	for _, k := range keys {
		if v := tags[k]; v != "" {
			return v
		}
	}
	return ""
}

const zoneBlocks = 14 // between headline and first paragraph

// bodyStart is the index of the first paragraph after the headline, or of where it can no longer be.
func bodyStart(blocks []block, at int) int {
	for i := at + 1; i < len(blocks) && i <= at+zoneBlocks; i++ {
		if blocks[i].isProse() {
			return i
		}
	}
	return min(at+1+zoneBlocks, len(blocks))
}

// visible reads the stamp: below the headline, else just above it, else wherever a line says 发布时间.
func visible(zone, blocks []block, at int, now time.Time) stamp.Stamp {
	out := stampOf(zone, now)
	if out.PublishedAt.IsZero() {
		above := stampOf(blocks[max(0, min(at, len(blocks))-5):min(at, len(blocks))], now)
		out.Fill(above)
	}
	if !out.PublishedAt.IsZero() && out.Publisher != "" {
		return out
	}
	for _, b := range blocks {
		if b.runes > 80 || b.linked*2 > b.runes || !strings.ContainsAny(b.text, "：:") {
			continue
		}
		if s, ok := stamp.Line(b.text, time.Time{}); ok && strings.Contains(b.text, "发布") {
			out.Fill(s)
		}
	}
	return out
}

// stampOf reads blocks one by one, then, for dates printed in pieces, as one line.
func stampOf(zone []block, now time.Time) stamp.Stamp {
	var out stamp.Stamp
	var joined strings.Builder
	for i, b := range zone {
		if i > 0 && b.linked*2 > b.runes && b.runes > 12 {
			continue
		}
		if s, ok := stamp.Line(b.text, now); ok && i > 0 {
			out.Fill(s)
		}
		if i > 0 && b.runes <= 60 {
			joined.WriteString(b.text + "  ")
		}
	}
	if s, ok := stamp.Line(joined.String(), now); ok {
		out.Fill(s)
	} else if m, ok := stamp.Find(joined.String(), now); ok && out.PublishedAt.IsZero() {
		out.PublishedAt, out.Clock, out.Abridged = m.Time, m.Clock, m.Abridged
	}
	return out
}

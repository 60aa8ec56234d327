package page

import (
	_ "embed"
	"encoding/csv"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

const generic = "generic"

//go:embed profiles.csv
var profilesCSV string

// profile says where a site, or every site of one publishing system (no host), prints its articles.
type profile struct{ name, host, body, drop string }

var profiles = sync.OnceValue(func() []profile {
	rows, err := csv.NewReader(strings.NewReader(profilesCSV)).ReadAll()
	if err != nil {
		panic("page: profiles.csv: " + err.Error())
	}
	var out []profile
	for _, r := range rows[1:] {
		out = append(out, profile{r[0], r[1], r[2], r[3]})
	}
	return out
})

const profileRunes = 80 // a container with less text is not the article

// containerOf finds the container by the caller's selector, or by a profile where that finds none.
func containerOf(doc *goquery.Document, host, selector string) (string, *html.Node) {
	if selector != "" {
		if found := longest(doc.Find(selector)); found != nil {
			return "given", found.Nodes[0]
		}
	}
	return profileOf(doc, host)
}

// profileOf finds the container of the article by the first profile that fits; host is empty where it is not known.
func profileOf(doc *goquery.Document, host string) (string, *html.Node) {
	for _, p := range profiles() {
		if p.host != "" && host != p.host && !strings.HasSuffix(host, "."+p.host) {
			continue
		}
		found := longest(doc.Find(p.body))
		if found == nil {
			continue
		}
		if p.drop != "" {
			found.Find(p.drop).Remove()
		}
		return p.name, found.Nodes[0]
	}
	return "", nil
}

// longest is the match with the most text: editors leave empty boxes and banners of the same name on a page. A match
// inside another has less.
func longest(matches *goquery.Selection) *goquery.Selection {
	matched := map[*html.Node]bool{}
	for _, n := range matches.Nodes {
		matched[n] = true
	}
	best, most := -1, profileRunes-1
	for i, n := range matches.Nodes {
		if insideOf(n, matched) {
			continue
		}
		if size := textRunes(n); size > most {
			best, most = i, size
		}
	}
	if best < 0 {
		return nil
	}
	return matches.Eq(best)
}

func insideOf(n *html.Node, matched map[*html.Node]bool) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if matched[p] {
			return true
		}
	}
	return false
}

func textRunes(n *html.Node) int {
	if n.Type == html.TextNode {
		return utf8.RuneCountInString(strings.TrimSpace(n.Data))
	}
	size := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += textRunes(c)
	}
	return size
}

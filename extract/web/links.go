package web

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"net/url"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"
	"github.com/mmcdole/gofeed"

	"yiyuan/extract/charset"
	"yiyuan/extract/page"
	"yiyuan/extract/web/address"
	"yiyuan/extract/web/sitemap"
)

// link is an address that an index names, with what the index says of it.
type link struct {
	url   *url.URL
	title string
	date  time.Time
	kind  string // of the visit; empty for an article
}

// digest takes from a page that was fetched what leads on, and writes it together with the visit: after a kill either
// both are there or neither.
func (r *run) digest(v *visit, body []byte) error {
	if v.Kind == visitArticle && r.sources[v.Source].More == "" {
		return r.journal.write(entry{Visit: v})
	}
	if v.Kind == visitArticle && body == nil {
		return r.journal.write(entry{Visit: v})
	}
	base, err := url.Parse(v.URL)
	if err != nil {
		return nil
	}
	p := r.sources[v.Source]
	links, next, err := p.leads(v.Kind, base, body, v.Page)
	if err != nil {
		return r.fail(v, KindUnparsed, err.Error())
	}
	return r.follow(v, p, links, next)
}

func (r *run) follow(v *visit, p *Profile, links []link, next *url.URL) error {
	limit := r.limits.Links
	if v.Kind == Sitemap {
		limit = max(limit, sitemap.MaxEntries)
	}
	var fresh []entry
	var onward []string
	seen := map[string]bool{}
	fromThisRun, named, elsewhere, unkept := 0, 0, 0, 0
	room := r.limits.Waiting - r.journal.waitingOf(v.Source)
	for _, l := range links {
		if named >= limit {
			break
		}
		s := l.url.String()
		if seen[s] || s == v.URL {
			continue
		}
		seen[s] = true
		if kind := orDefault(l.kind, visitArticle); kind == visitArticle && !p.isArticle(l.url) || !p.covers(l.url) {
			elsewhere++
			continue
		}
		named++
		known := r.journal.visit(s)
		if known == nil {
			if room--; room < 0 {
				unkept++
				continue
			}
		}
		fresh = r.meet(fresh, visit{URL: s, Source: v.Source, Kind: orDefault(l.kind, visitArticle), Title: l.title, Date: l.date, Listed: l.modified(v.Kind)})
		onward = append(onward, s)
		if known == nil || known.Found == r.n {
			fromThisRun++
		}
	}
	if next != nil && fromThisRun > 0 && v.Page < min(r.limits.Pages, p.maxPages()) && p.covers(next) {
		fresh = r.meet(fresh, visit{URL: next.String(), Source: v.Source, Kind: v.Kind, Page: v.Page + 1})
		onward = append(onward, next.String())
	}
	if unkept > 0 {
		v.State = stateQueued // to be read again when there is room
	}
	if err := r.journal.write(append(fresh, entry{Visit: v})...); err != nil {
		return err
	}
	if unkept > 0 {
		r.leave(v, KindLimit, fmt.Sprintf("%d addresses of %s wait already; what else its lists name is left till there are fewer", r.limits.Waiting, v.Source))
	}
	r.tally(func(s *Summary) {
		s.Elsewhere += elsewhere
		if v.isIndex() {
			y := s.Yields[v.Source]
			y.Lists++
			y.Links += named
			s.Yields[v.Source] = y
		}
	})
	for _, s := range onward {
		if known := r.journal.visit(s); known != nil && (r.isDue(known) || known.Page > 1 && known.Visited != r.n) {
			r.push(known)
		}
	}
	if v.isIndex() && named == 0 && v.Page <= 1 {
		return r.fail(v, KindNoLinks, fmt.Sprintf("no links to articles on the page; look at it, then correct links: and match: of the source (yiyuan doctor %s)", v.Source))
	}
	return nil
}

// modified is the time of the last change, which only sitemaps give.
func (l link) modified(kind string) time.Time {
	if kind == Sitemap {
		return l.date
	}
	return time.Time{}
}

func (p *Profile) maxPages() int {
	if p.MaxPages > 0 {
		return p.MaxPages
	}
	return 1 << 20
}

// leads reads what an index, or an article in parts, links to.
func (p *Profile) leads(kind string, base *url.URL, body []byte, number int) (links []link, next *url.URL, err error) {
	switch kind {
	case RSS:
		links, err = feedLinks(base, decode(body, p.Encoding))
	case Sitemap:
		links, err = mapLinks(base, body)
	case visitArticle, visitPart:
		doc, err := parseHTML(body, p.Encoding)
		if err != nil {
			return nil, nil, nil // the article is read in its own way, and fails there if it must
		}
		if u := hrefOf(doc.Find(p.More).First(), baseOf(doc, base)); u != nil {
			links = []link{{url: u, kind: visitPart}}
		}
		return links, nil, nil
	default:
		return p.listLinks(base, body, number)
	}
	return links, nil, err
}

func (p *Profile) listLinks(base *url.URL, body []byte, number int) (links []link, next *url.URL, err error) {
	doc, err := parseHTML(body, p.Encoding)
	if err != nil {
		return nil, nil, err
	}
	at := baseOf(doc, base)
	selector := p.Links
	if selector == "" {
		selector = "a[href]"
	}
	doc.Find(selector).EachWithBreak(func(i int, s *goquery.Selection) bool {
		if !s.Is("a") {
			s = s.Find("a[href]").First()
		}
		if u := hrefOf(s, at); u != nil {
			links = append(links, link{url: u, title: title(s)})
		}
		return i < 50_000
	})
	switch {
	case p.Next != "":
		next = hrefOf(doc.Find(p.Next).First(), at)
	case p.Pages != "":
		next, _ = address.Resolve(p.url, strings.ReplaceAll(p.Pages, "{n}", strconv.Itoa(number)))
	}
	return links, next, nil
}

const maxTitle = 300

func title(a *goquery.Selection) string {
	t := strings.Join(strings.Fields(a.AttrOr("title", a.Text())), " ")
	if len(t) > maxTitle {
		return ""
	}
	return t
}

func parseHTML(body []byte, encoding string) (*goquery.Document, error) {
	if bytes.Count(body, []byte("<")) > page.MaxTags {
		return nil, fmt.Errorf("the page has more than %d tags; look at it, then correct url of the source", page.MaxTags)
	}
	doc, err := page.Tree(decode(body, encoding))
	if err != nil {
		return nil, fmt.Errorf("the page is no HTML that can be read (%v)", err)
	}
	return doc, nil
}

// decode makes text of a page: by the profile where it says how, else by the bytes.
func decode(body []byte, encoding string) string {
	name, bom := charset.Of(body)
	if encoding != "" && bom == 0 {
		name = encoding
	}
	return charset.Decode(body[bom:], name)
}

func baseOf(doc *goquery.Document, page *url.URL) *url.URL {
	if href, ok := doc.Find("base[href]").First().Attr("href"); ok {
		if u, err := address.Resolve(page, href); err == nil {
			return u
		}
	}
	return page
}

func hrefOf(a *goquery.Selection, base *url.URL) *url.URL {
	href, ok := a.Attr("href")
	if !ok || strings.HasPrefix(strings.TrimSpace(href), "#") {
		return nil
	}
	u, err := address.Resolve(base, href)
	if err != nil {
		return nil
	}
	return u
}

const maxFeedDepth = 100

var prologue = regexp.MustCompile(`^\s*<\?xml[^>]*>`)

// feedLinks reads a feed, decoded by its bytes: the encoding it declares is taken off, and so is what may stand in no XML.
func feedLinks(base *url.URL, text string) ([]link, error) {
	text = prologue.ReplaceAllString(strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, text), "")
	if strings.Count(text, "<") > page.MaxTags || depth(text) > maxFeedDepth {
		return nil, errors.New("a feed of too many tags, or nested too deeply; look at it in a browser and correct url")
	}
	feed, err := gofeed.NewParser().ParseString(text)
	if err != nil {
		return nil, fmt.Errorf("not a feed (%v); look at it in a browser and correct url", err)
	}
	var out []link
	for _, item := range feed.Items {
		u, err := address.Resolve(base, item.Link)
		if err != nil {
			continue
		}
		l := link{url: u}
		if len(item.Title) <= maxTitle {
			l.title = strings.TrimSpace(item.Title)
		}
		if item.PublishedParsed != nil {
			l.date = item.PublishedParsed.UTC()
		}
		out = append(out, l)
	}
	return out, nil
}

// depth is how deep the elements of a feed are nested. gofeed goes down into them by recursion, and a stack that overflows
// ends the program.
func depth(text string) (deepest int) {
	d := xml.NewDecoder(strings.NewReader(text))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // gofeed reads on behind a declaration too
	for at := 0; ; {
		token, err := d.RawToken()
		if err != nil {
			return deepest
		}
		switch token.(type) {
		case xml.StartElement:
			if at++; at > deepest {
				deepest = at
			}
		case xml.EndElement:
			at = max(0, at-1)
		}
	}
}

func mapLinks(base *url.URL, body []byte) ([]link, error) {
	m, err := sitemap.Parse(body)
	if err != nil {
		return nil, err
	}
	var out []link
	for _, e := range m.Entries {
		u, err := address.Resolve(base, e.URL)
		if err != nil {
			continue
		}
		l := link{url: u, date: e.Modified}
		if m.Index {
			l.kind = Sitemap
		}
		out = append(out, l)
	}
	return out, nil
}

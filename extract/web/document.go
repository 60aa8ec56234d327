package web

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"

	"github.com/PuerkitoBio/goquery"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/extract/archive"
	"yiyuan/extract/charset"
	"yiyuan/extract/page"
	"yiyuan/extract/stamp"
)

// Reading says which documents of an archive are wanted.
type Reading struct {
	Config Config
	// Unchanged reports that a document is known with these bytes; it is handed on by its name alone, and its page not read.
	Unchanged func(docID, sha256 string) bool
}

// Documents hands on the articles of the archive in the order of their addresses, each as it was last seen whole and
// readable, and asks no site; before them the failures of fetching that stand. One whose last version cannot be read is a failure beside its
// document; pages that have become one notice are given as they were before it. A page that stands under several addresses is one document, under the shortest of them.
func (rd Reading) Documents(ctx context.Context, yield func(yiyuan.Source) error, fail func(extract.Failure)) (extract.Counts, error) {
	var counts extract.Counts
	store, err := archive.Open(rd.Config.Archive)
	if err != nil {
		return counts, err
	}
	defer store.Close()
	state, err := readJournal(rd.Config.Archive)
	if err != nil {
		return counts, err
	}
	for _, f := range rd.failures(state, store) {
		counts.Failed++
		fail(f)
	}
	articles, _ := articlesOf(state, store)
	for _, v := range articles {
		if err := ctx.Err(); err != nil {
			return counts, err
		}
		src, err := rd.document(store, v)
		if err != nil {
			counts.Failed++
			fail(extract.Failure{DocID: v.URL, Path: v.URL, Kind: kindOf(err), Message: err.Error()})
			var readable bool
			if src, readable = rd.earlier(store, v); !readable {
				continue
			}
		}
		counts.Read++
		if err := yield(src); err != nil {
			return counts, err
		}
	}
	return counts, nil
}

// failures are those of the journal, so that a rebuilt database has them too. None is a page of which the archive holds a
// version of an earlier day, nor what robots.txt closes, unless it is a whole source; and what has failed too often to be
// asked again is forgotten.
func (rd Reading) failures(state *journal, store *archive.Archive) (out []extract.Failure) {
	for _, u := range sortedKeys(state.visits) {
		if v := state.visits[u]; rd.hasFailed(v, store) {
			out = append(out, extract.Failure{DocID: u, Path: u, Kind: v.Kept, Message: v.Message})
		}
	}
	return out
}

func (rd Reading) hasFailed(v *visit, store *archive.Archive) bool {
	if _, ours := rd.Config.Source(v.Source); !ours {
		return false
	}
	if v.isIndex() {
		return v.State == stateFailed || v.State == stateRefused
	}
	_, _, known := store.Latest(v.URL)
	failed := v.State == stateFailed || v.State == stateRefused && v.Kept != KindRobots
	return failed && !known && v.Attempts < maxAttempts
}

// Settled returns the addresses that are no documents and have not failed: lists that were read, pages that moved. A
// failure that an earlier run had with one of them is over. Copies are the addresses of pages that go by another: what was
// read of one before the other was found is to go, or the archive would give another database than the runs did.
func (rd Reading) Settled() (settled, copies []string, err error) {
	store, err := archive.Open(rd.Config.Archive)
	if err != nil {
		return nil, nil, err
	}
	defer store.Close()
	state, err := readJournal(rd.Config.Archive)
	if err != nil {
		return nil, nil, err
	}
	for _, u := range sortedKeys(state.visits) {
		v := state.visits[u]
		_, _, known := store.Latest(u)
		if (v.isIndex() || !known) && !rd.hasFailed(v, store) {
			settled = append(settled, u)
		}
	}
	_, copies = articlesOf(state, store)
	return settled, copies, nil
}

var errPDF = errors.New("a PDF; save it and make text of it with: pdftotext -layout")

// article is a visit with the capture that stands for it.
type article struct {
	*visit
	capture archive.Capture
	since   time.Time
}

func articlesOf(state *journal, store *archive.Archive) (out []article, copies []string) {
	var all []article
	for _, u := range sortedKeys(state.visits) {
		v := state.visits[u]
		if v.Kind != visitArticle {
			continue
		}
		if c, since, ok := store.Latest(u); ok {
			all = append(all, article{v, c, since})
		}
	}
	withoutNotices(all, store)
	best := map[string]string{} // of each content, the address it goes by
	for _, a := range all {
		if b, met := best[a.capture.Digest]; !met || len(a.URL) < len(b) {
			best[a.capture.Digest] = a.URL
		}
	}
	for _, a := range all {
		if best[a.capture.Digest] == a.URL {
			out = append(out, a)
		} else {
			copies = append(copies, a.URL)
		}
	}
	return out, copies
}

// withoutNotices puts pages back to what they were that have become one and the same: the site is being mended, or says
// that they are gone, and says it with status 200. One page that has become as another is a copy; it takes two that had
// each a content of its own.
func withoutNotices(all []article, store *archive.Archive) {
	holders := map[string][]int{}
	for i, a := range all {
		holders[a.capture.Digest] = append(holders[a.capture.Digest], i)
	}
	if len(holders) == len(all) {
		return
	}
	versions, addresses := make([][]article, len(all)), map[string]int{}
	for i, a := range all {
		versions[i] = versionsOf(store.History(a.URL))
		met := map[string]bool{}
		for _, v := range versions[i] {
			if d := v.capture.Digest; !met[d] {
				met[d] = true
				addresses[d]++
			}
		}
	}
	for _, of := range holders {
		before := map[int]article{}
		for _, i := range of {
			for _, v := range versions[i][:len(versions[i])-1] {
				if addresses[v.capture.Digest] == 1 {
					before[i] = article{all[i].visit, v.capture, v.since}
				}
			}
		}
		if len(before) < 2 {
			continue
		}
		for i, a := range before {
			all[i] = a
		}
	}
}

func (rd Reading) document(store *archive.Archive, v article) (yiyuan.Source, error) {
	p, ok := rd.Config.Source(v.Source)
	if !ok {
		p = Profile{Name: v.Source, Corpus: v.Source}
	}
	body, err := store.Content(v.capture)
	if err != nil {
		return yiyuan.Source{}, err
	}
	parts, err := partsOf(store, p, v.URL, body)
	if err != nil {
		return yiyuan.Source{}, err
	}
	sum := digestOf(parts)
	if rd.Unchanged != nil && rd.Unchanged(v.URL, sum) {
		return yiyuan.Source{DocID: v.URL, SHA256: sum}, nil
	}
	src, err := p.read(v.URL, v.since, parts)
	if err != nil {
		return yiyuan.Source{}, err
	}
	src.DocID, src.Corpus, src.URL, src.FetchedAt, src.SHA256 = v.URL, p.Corpus, v.URL, v.since, sum
	if src.Title == "" {
		src.Title = v.Title
	}
	if src.PublishedAt.IsZero() && !v.Date.IsZero() {
		src.PublishedAt = stamp.Wall(v.Date)
	}
	return src, nil
}

const maxEarlier = 5

// earlier is the last version of a page that can be read, where the one that stands there now cannot. It is what a database
// that was filled from run to run holds, and so it is what the archive gives.
func (rd Reading) earlier(store *archive.Archive, v article) (yiyuan.Source, bool) {
	all := versionsOf(store.History(v.URL))
	for i := len(all) - 2; i >= max(0, len(all)-1-maxEarlier); i-- {
		if src, err := rd.document(store, article{v.visit, all[i].capture, all[i].since}); err == nil {
			return src, true
		}
	}
	return yiyuan.Source{}, false
}

// versionsOf are the whole captures of a page, of those that follow each other with the same content the last, and since
// when it was there.
func versionsOf(history []archive.Capture) (out []article) {
	for _, c := range history {
		switch n := len(out) - 1; {
		case !c.Whole():
		case n >= 0 && out[n].capture.Digest == c.Digest:
			out[n].capture = c
		default:
			out = append(out, article{capture: c, since: c.At})
		}
	}
	return out
}

// digestOf names the content of an article: the page's own digest where it is one page.
func digestOf(parts [][]byte) string {
	h := sha256.New()
	for _, p := range parts {
		h.Write(p)
	}
	return hex.EncodeToString(h.Sum(nil))
}

const maxParts = 50

// partsOf collects the further pages of an article as far as they are in the archive.
func partsOf(store *archive.Archive, p Profile, u string, body []byte) ([][]byte, error) {
	parts := [][]byte{body}
	if p.More == "" {
		return parts, nil
	}
	seen := map[string]bool{u: true}
	for len(parts) < maxParts {
		base, err := url.Parse(u)
		if err != nil {
			return parts, nil
		}
		links, _, err := p.leads(visitPart, base, parts[len(parts)-1], 0)
		if err != nil || len(links) == 0 || seen[links[0].url.String()] {
			return parts, nil
		}
		u = links[0].url.String()
		seen[u] = true
		c, _, ok := store.Latest(u)
		if !ok {
			return parts, nil
		}
		if body, err = store.Content(c); err != nil {
			return nil, err
		}
		parts = append(parts, body)
	}
	return parts, nil
}

// read makes a source of the pages of an article.
func (p *Profile) read(u string, fetched time.Time, parts [][]byte) (yiyuan.Source, error) {
	var src yiyuan.Source
	var text []string
	for i, body := range parts {
		a, err := p.readPage(u, fetched, body)
		if err != nil {
			if i == 0 {
				return src, err
			}
			break
		}
		if i == 0 {
			src = yiyuan.Source{Title: a.Title, Publisher: a.Publisher, Author: a.Author, PublishedAt: a.PublishedAt, Parts: a.Parts}
		}
		text = append(text, a.Body)
	}
	src.Body, src.Charset = []byte(strings.Join(text, "\n")), charset.UTF8
	src.Parts = max(src.Parts, len(parts))
	return src, nil
}

func (p *Profile) readPage(u string, fetched time.Time, body []byte) (page.Article, error) {
	if strings.HasPrefix(string(body[:min(len(body), 5)]), "%PDF-") {
		return page.Article{}, errPDF
	}
	if p.Encoding != "" {
		body = []byte(decode(body, p.Encoding))
	}
	a, err := page.Read(body, page.Options{URL: u, FetchedAt: fetched, Body: p.Body})
	if err != nil {
		return a, err
	}
	if p.Title == "" && p.Date == "" && p.Publisher == "" {
		return a, nil
	}
	doc, err := parseHTML(body, "")
	if err != nil {
		return a, nil
	}
	if t := textOf(doc, p.Title); t != "" {
		a.Title = t
	}
	if t := textOf(doc, p.Date); t != "" {
		if m, ok := stamp.Find(t, fetched); ok {
			a.PublishedAt = m.Time
		}
	}
	if t := stamp.Publisher(textOf(doc, p.Publisher)); t != "" {
		a.Publisher = t
	}
	return a, nil
}

func textOf(doc *goquery.Document, selector string) string {
	if selector == "" {
		return ""
	}
	return strings.Join(strings.Fields(doc.Find(selector).First().Text()), " ")
}

func kindOf(err error) string {
	switch {
	case errors.Is(err, page.ErrTooLarge):
		return extract.KindTooLarge
	case errors.Is(err, page.ErrNoText):
		return extract.KindEmpty
	case errors.Is(err, page.ErrCharset):
		return extract.KindEncoding
	case errors.Is(err, errPDF):
		return "pdf"
	case errors.Is(err, archive.ErrMissing):
		return extract.KindNotFound
	}
	return extract.KindCorrupt
}

// Version is one state of a page in the archive.
type Version struct {
	Capture archive.Capture
	Text    string // of the first capture that had this content
}

// History returns every capture of a document, oldest first; the text where the content changed.
func (rd Reading) History(docID string) ([]Version, error) {
	store, err := archive.Open(rd.Config.Archive)
	if err != nil {
		return nil, err
	}
	defer store.Close()
	captures := store.History(docID)
	if len(captures) == 0 {
		return nil, fmt.Errorf("%s: %w", docID, archive.ErrMissing)
	}
	state, err := readJournal(rd.Config.Archive)
	if err != nil {
		return nil, err
	}
	var p Profile
	if v := state.visits[docID]; v != nil {
		p, _ = rd.Config.Source(v.Source)
	}
	var out []Version
	last := ""
	for _, c := range captures {
		v := Version{Capture: c}
		if c.Whole() && c.Digest != last {
			last = c.Digest
			body, err := store.Content(c)
			if err != nil {
				return nil, err
			}
			if a, err := p.readPage(docID, c.At, body); err == nil {
				v.Text = a.Body
			}
		}
		out = append(out, v)
	}
	return out, nil
}

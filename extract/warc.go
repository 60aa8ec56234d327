package extract

import (
	"bufio"
	"errors"
	"io"
	"net/http"
	"strings"
	"unicode"

	"yiyuan"
	"yiyuan/extract/charset"
	"yiyuan/extract/page"
	"yiyuan/extract/warc"
)

const leastHan = 20 // of a page in Chinese; archives of the news hold every language

// warcFile reads the pages of a WARC file, such as those of CC-NEWS. A page goes by its address; what is not a page in
// Chinese is counted and left.
func (r *reader) warcFile(in *bufio.Reader, at origin) error {
	records := warc.NewReader(in)
	records.MaxBlock = 2 * page.MaxBytes
	for {
		rec, err := records.Next()
		if err == io.EOF {
			return r.ctx.Err()
		}
		if err != nil {
			return r.failWith(at, failure{KindCorrupt, err.Error() + "; what stands before is read"})
		}
		if rec.Type() != warc.TypeResponse || !strings.HasPrefix(rec.Target(), "http") {
			continue
		}
		if err := r.capture(rec, at); err != nil {
			return err
		}
	}
}

func (r *reader) capture(rec *warc.Record, at origin) error {
	resp, err := warc.ParseResponse(rec.Block, page.MaxBytes)
	at.docID = rec.Target()
	_, again := r.ids[at.docID]
	switch {
	case rec.Block == nil, errors.Is(err, warc.ErrTooLarge):
		return r.failWith(at, pageFailure(page.ErrTooLarge))
	case err != nil:
		return r.failWith(at, failure{KindCorrupt, err.Error()})
	case resp.Status != http.StatusOK, rec.Header.Get(warc.FieldTruncated) != "":
		r.counts.skip(at.path, "no page", "")
		return nil
	case again:
		r.counts.skip(at.path, "captured again", "")
		return nil
	case !mayBeChinese(resp.Body):
		r.counts.skip(at.path, "not Chinese", "")
		return nil
	}
	a, err := page.Read(resp.Body, page.Options{URL: at.docID, FetchedAt: rec.Date()})
	if err != nil {
		return r.failWith(at, pageFailure(err))
	}
	if han(a.Body) < leastHan {
		r.counts.skip(at.path, "not Chinese", "")
		return nil
	}
	return r.hand(at, yiyuan.Source{
		DocID: at.docID, URL: at.docID, Title: a.Title, Publisher: a.Publisher, Author: a.Author, PublishedAt: a.PublishedAt,
		FetchedAt: rec.Date(), Charset: charset.UTF8, Body: []byte(a.Body), Parts: a.Parts, SHA256: digest(resp.Body),
	})
}

// mayBeChinese looks at the bytes alone, since most pages of such a file are not and reading one takes long.
func mayBeChinese(body []byte) bool {
	name, bom := charset.Of(body)
	switch name {
	case charset.Unknown:
		return false
	case charset.UTF8:
		n := 0
		for _, c := range body[bom:] {
			if c >= 0xe4 && c <= 0xe9 { // the first bytes of the hanzi
				if n++; n >= leastHan {
					return true
				}
			}
		}
		return false
	}
	return true
}

func han(s string) (n int) {
	for _, c := range s {
		if unicode.Is(unicode.Han, c) {
			n++
		}
	}
	return n
}

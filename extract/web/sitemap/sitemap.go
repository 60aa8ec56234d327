// Package sitemap reads sitemaps: urlset, sitemapindex, and plain text with an address to a line.
//
// The tokens are read one by one and nothing is built of them: a file may have fifty thousand entries and fifty megabytes,
// and one that is damaged gives what stands before the damage.
package sitemap

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"yiyuan/extract/charset"
	"yiyuan/extract/warc"
)

const (
	// MaxBytes is the size of a sitemap when unpacked, as sitemaps.org has it.
	MaxBytes = 50 << 20
	// MaxEntries is how many entries are read, likewise.
	MaxEntries = 50_000

	maxToken = 1 << 20 // bytes of a tag with all its attributes
	maxDepth = 64      // extensions nest; what is deeper is an attack
)

// ErrFormat is a file that is no sitemap.
var ErrFormat = errors.New("not a sitemap; look at it in a browser and correct url in yiyuan.yaml")

// Entry is one address, with the time of its last change where it is given.
type Entry struct {
	URL      string
	Modified time.Time
}

// Map is a sitemap, or an index of others.
type Map struct {
	Index   bool
	Entries []Entry
	Cut     bool // there were more entries than are read, or the file is damaged
}

// Parse reads a sitemap, compressed or not.
func Parse(body []byte) (Map, error) {
	if bytes.HasPrefix(body, []byte("\x1f\x8b")) {
		plain, err := warc.Inflate(bytes.NewReader(body), "gzip", MaxBytes)
		if err != nil {
			return Map{}, fmt.Errorf("unpack a sitemap: %w", err)
		}
		body = plain
	}
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	if bytes.HasPrefix(trimmed, []byte("http")) {
		return lines(trimmed), nil
	}
	return elements(trimmed)
}

func lines(body []byte) (m Map) {
	for line := range bytes.Lines(body) {
		if len(m.Entries) == MaxEntries {
			m.Cut = true
			break
		}
		if s := strings.TrimSpace(string(line)); strings.HasPrefix(s, "http") {
			m.Entries = append(m.Entries, Entry{URL: s})
		}
	}
	return m
}

func elements(body []byte) (m Map, err error) {
	in := &rationed{r: bytes.NewReader(body)}
	if name, bom := charset.Of(body); name != charset.UTF8 && name != charset.Unknown {
		in.r = strings.NewReader(charset.Decode(body[bom:], name))
	}
	d := xml.NewDecoder(in)
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil } // the bytes are trusted, as everywhere
	var (
		root, text string
		at         Entry
		depth      int
	)
	for {
		in.left = maxToken
		token, err := d.Token()
		if err != nil {
			m.Cut = m.Cut || err != io.EOF
			break
		}
		switch t := token.(type) {
		case xml.StartElement:
			if depth++; depth == 1 {
				root = t.Name.Local
				if root != "urlset" && root != "sitemapindex" {
					return m, ErrFormat
				}
			}
			text = ""
		case xml.CharData:
			if depth == 3 && len(text) < 4096 {
				text += string(t[:min(len(t), 4096)])
			}
		case xml.EndElement:
			switch {
			case depth == 3 && t.Name.Local == "loc":
				at.URL = strings.TrimSpace(text)
			case depth == 3 && t.Name.Local == "lastmod":
				at.Modified = when(strings.TrimSpace(text))
			case depth == 2:
				if at.URL != "" {
					m.Entries = append(m.Entries, at)
				}
				at = Entry{}
			}
			depth--
		}
		if len(m.Entries) == MaxEntries || depth > maxDepth {
			m.Cut = true
			break
		}
	}
	if root == "" {
		return m, ErrFormat
	}
	m.Index = root == "sitemapindex"
	return m, nil
}

// rationed gives the decoder so much for each token: a tag of fifty megabytes of attributes would become gigabytes.
type rationed struct {
	r    io.Reader
	left int
}

var errToken = errors.New("a tag or text of more than 1 MiB")

func (r *rationed) Read(p []byte) (int, error) {
	if r.left <= 0 {
		return 0, errToken
	}
	n, err := r.r.Read(p[:min(len(p), r.left)])
	r.left -= n
	return n, err
}

// when reads the W3C times of lastmod.
func when(s string) time.Time {
	for _, layout := range []string{time.RFC3339, "2006-01-02T15:04Z07:00", time.DateTime, time.DateOnly, "2006-01"} {
		if t, err := time.Parse(layout, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}

package web

import (
	"context"
	"fmt"
	"net/netip"
	"os"
	"time"
	"unicode/utf8"

	"code.dny.dev/ssrf"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/extract/archive"
)

// Finding is one thing that was looked at. Wrong says what is wrong and what to do; it is empty where all is well.
type Finding struct{ Looked, Found, Wrong string }

// Diagnosis is what doctor found.
type Diagnosis struct {
	Source   string
	Findings []Finding
	Verified bool // a list and articles were read over a connection to a public address
}

// Well reports that nothing is wrong.
func (d Diagnosis) Well() bool {
	for _, f := range d.Findings {
		if f.Wrong != "" {
			return false
		}
	}
	return true
}

const (
	sampleArticles = 3
	leastRunes     = 100 // of an article that deserves the name
)

// Doctor reads the list of a source and a few of its articles, as a run would, into an archive that is thrown away, and
// says what it got. A source that it could read is marked as verified in the archive of the configuration.
func (c Crawler) Doctor(ctx context.Context, source string) (Diagnosis, error) {
	d := Diagnosis{Source: source}
	p, ok := c.Config.Source(source)
	if !ok {
		return d, fmt.Errorf("%w: no source %q", ErrConfig, source)
	}
	home := c.Config.Archive
	dir, err := os.MkdirTemp("", "yiyuan-doctor-")
	if err != nil {
		return d, fmt.Errorf("look at a source: %w", err)
	}
	defer os.RemoveAll(dir)
	c.Config.Archive, c.Only = dir, source
	if c.Limits == (Limits{}) {
		c.Limits = DefaultLimits()
	}
	c.Limits.Requests, c.Limits.Pages, c.Limits.Retries = 1+sampleArticles, 1, 1
	if p.Kind == Sitemap {
		c.Limits.Requests++
	}
	s, err := c.Run(ctx)
	if err != nil {
		return d, err
	}
	d.site(s)
	d.list(p, s.Yields[source])
	if err := d.articles(ctx, c.Config); err != nil {
		return d, err
	}
	if d.Verified = d.Well() && isPublic(dir); d.Verified {
		return d, markVerified(home, source, time.Now())
	}
	return d, nil
}

func (d *Diagnosis) add(looked, found, wrong string) {
	d.Findings = append(d.Findings, Finding{looked, found, wrong})
}

func (d *Diagnosis) site(s Summary) {
	wrong := 0
	for _, f := range s.Failures {
		if f.Kind == KindLimit {
			continue
		}
		wrong++
		d.add(f.Path, f.Kind, f.Message)
	}
	if wrong == 0 {
		d.add("the site", fmt.Sprintf("%d requests were answered", s.Requests), "")
	}
}

func (d *Diagnosis) list(p Profile, y Yield) {
	if p.Kind == Addresses || y.Lists == 0 {
		return
	}
	wrong := ""
	if y.Links == 0 {
		wrong = "no links to articles; correct links: and match: of the source"
	}
	d.add("the "+p.Kind+" "+p.URL, fmt.Sprintf("%d links to articles", y.Links), wrong)
}

func (d *Diagnosis) articles(ctx context.Context, c Config) error {
	n := 0
	_, err := Reading{Config: c}.Documents(ctx, func(src yiyuan.Source) error {
		n++
		d.article(src)
		return nil
	}, func(f extract.Failure) { d.add(f.Path, f.Kind, f.Message) })
	if n == 0 && err == nil {
		d.add("the articles", "none was read", "see above; without a list there are no articles")
	}
	return err
}

func (d *Diagnosis) article(src yiyuan.Source) {
	runes := utf8.RuneCount(src.Body)
	found := fmt.Sprintf("%s · %s · %s · %d characters", orDefault(src.Title, "no title"), date(src.PublishedAt), orDefault(src.Publisher, "no publisher"), runes)
	switch {
	case src.Title == "":
		d.add(src.URL, found, "no title; give its selector as title:")
	case src.PublishedAt.IsZero():
		d.add(src.URL, found, "no date; give its selector as date:")
	case runes < leastRunes:
		d.add(src.URL, found, "hardly any text; give the selector of the article as body:")
	default:
		d.add(src.URL, found, "")
	}
}

func date(t time.Time) string {
	if t.IsZero() {
		return "no date"
	}
	return t.Format(time.DateOnly)
}

// isPublic reports that every answer came from a public address: a site on one's own machine verifies nothing.
func isPublic(dir string) bool {
	store, err := archive.Open(dir)
	if err != nil {
		return false
	}
	defer store.Close()
	addresses := store.Servers()
	for _, s := range addresses {
		ip, err := netip.ParseAddr(s)
		if err != nil || ssrf.New().SafeAddr(ip.Unmap()) != nil {
			return false
		}
	}
	return len(addresses) > 0
}

func markVerified(dir, source string, now time.Time) error {
	store, err := archive.OpenWriter(dir, "")
	if err != nil {
		return err
	}
	defer store.Close()
	j, err := openJournal(dir)
	if err != nil {
		return err
	}
	defer j.close()
	return j.write(entry{Verified: source, At: now.UTC()})
}

// Unverified returns the sources with a profile of the house that doctor has not read from here.
func Unverified(c Config) []string {
	j, err := readJournal(c.Archive)
	if err != nil {
		return nil
	}
	var out []string
	for _, p := range c.Sources {
		if p.Profile != "" && j.verified[p.Name].IsZero() {
			out = append(out, p.Name)
		}
	}
	return out
}

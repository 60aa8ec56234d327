package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"log"
	"os"
	"strings"
	"time"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/extract/archive"
	"yiyuan/extract/web"
)

const defaultConfig = "yiyuan.yaml"

// configFlagText is the flag of every command that speaks of the sources.
const configFlagText = "the configuration `FILE` that names the sources"

const maxWarnings = 10 // of single addresses; the table failures has all that cost a document

// sourcesOf reads the configuration. Without one, and without having been told of one, there are no sources.
func sourcesOf(file string) (web.Config, error) {
	c, err := web.Load(file)
	if errors.Is(err, fs.ErrNotExist) && file == defaultConfig {
		return web.Config{}, nil
	}
	return c, err
}

// needSources is sourcesOf for commands that make no sense without.
func needSources(file string) (web.Config, error) {
	c, err := sourcesOf(file)
	if err == nil && len(c.Sources) == 0 {
		return c, fmt.Errorf("no sources in %s; name them there, as docs/sources.md shows", file)
	}
	return c, err
}

// limits are what a site can cost.
var limits = web.DefaultLimits()

// crawler speaks to sites in the name of this version. What net/http prints by itself can hold bytes of a site.
func crawler(c web.Config) web.Crawler {
	log.SetOutput(io.Discard)
	return web.Crawler{Config: c, Limits: limits, Version: revision()}
}

// sites is a run over the sources of the configuration: what was fetched, then what the archive holds.
type sites struct {
	config web.Config
	fetch  web.Summary
	gauge  *web.Gauge
}

// fetchSites asks the sites, unless the run is offline.
func fetchSites(ctx context.Context, c web.Config, offline bool) (*sites, error) {
	s := &sites{config: c, gauge: web.NewGauge(nil)}
	if offline {
		return s, nil
	}
	if left := web.Unverified(c); len(left) > 0 {
		messages.Warn(fmt.Sprintf("not verified from here: %s; look first with: yiyuan doctor %s", strings.Join(left, ", "), left[0]))
	}
	crawl := crawler(c)
	fetched, err := crawl.Run(ctx)
	switch {
	case errors.Is(err, archive.ErrLocked):
		return nil, exit(statusLocked, "%w", err)
	case ctx.Err() != nil:
		return nil, exit(statusNothing, "interrupted while fetching: what came is in %s; run again to go on where this run stopped", c.Archive)
	case err != nil:
		return nil, exit(statusNothing, "%w", err)
	}
	s.fetch, s.gauge = fetched, web.NewGauge(fetched.Yields)
	fmt.Fprintf(os.Stderr, "asked %d times: %d new pages, %d changed, %d unchanged, %d closed by robots.txt, %d left for a later run\n",
		fetched.Requests, fetched.New, fetched.Changed, fetched.Unchanged, fetched.Refused, fetched.Left)
	for i, f := range fetched.Failures {
		if i == maxWarnings {
			messages.Warn(fmt.Sprintf("and %d more", len(fetched.Failures)-i))
			break
		}
		messages.Warn(fmt.Sprintf("%s: %s", harmless(f.Path), harmless(f.Message)))
	}
	return s, nil
}

// source hands on what the archive holds: the failures of fetching that stand, and the documents.
func (s *sites) source(unchanged func(docID, sha256 string) bool) source {
	return func(ctx context.Context, yield func(yiyuan.Source) error, fail func(extract.Failure)) (extract.Counts, error) {
		return web.Reading{Config: s.config, Unchanged: unchanged}.Documents(ctx, yield, fail)
	}
}

// settle names what is no document and has not failed, and what is none any more.
func (s *sites) settle(saw, gone func(id string)) error {
	if s == nil {
		return nil
	}
	settled, copies, err := web.Reading{Config: s.config}.Settled()
	for _, id := range settled {
		saw(id)
	}
	for _, id := range copies {
		gone(id)
	}
	return err
}

// left is how many addresses wait for a later run.
func (s *sites) left() int {
	if s == nil {
		return 0
	}
	return s.fetch.Left
}

// measured counts what is read of each source. Where no site was asked there is nothing to measure.
func (s *sites) measured(transform func(yiyuan.Source) (yiyuan.Reading, error)) func(yiyuan.Source) (yiyuan.Reading, error) {
	if s == nil {
		return transform
	}
	names := map[string]string{}
	for _, p := range s.config.Sources {
		names[p.Corpus] = p.Name
	}
	return func(src yiyuan.Source) (yiyuan.Reading, error) {
		r, err := transform(src)
		if err == nil {
			s.gauge.Add(names[src.Corpus], r)
		}
		return r, err
	}
}

// alarms prints what of the sources is out of the usual. A run that did not ask them says nothing of them.
func (s *sites) alarms() error {
	if s == nil || s.fetch.Run == 0 {
		return nil
	}
	alarms, err := s.gauge.Close(s.config.Archive, time.Now())
	for _, a := range alarms {
		messages.Warn(a)
	}
	return err
}

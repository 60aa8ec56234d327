// Package transform turns one source into one reading: clean text, every figure of it, and the facts they state.
//
// It is a pure function. No package below it touches the network, the disk, the clock or a database, so the same bytes
// give the same rows on any machine and a thousand documents can be read by as many goroutines.
package transform

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"yiyuan"
	"yiyuan/transform/figure"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// ErrNoText is the failure of a source in which nothing is left to read once its furniture is gone.
var ErrNoText = errors.New("no text left after restoration; look at it with: yiyuan restore FILE --explain")

// ErrTooManyFigures is the failure of a source that is a data set rather than a text.
var ErrTooManyFigures = fmt.Errorf("holds more than %d figures; split it, one article to a file", figure.MaxFigures)

// Transform reads one source. It fails only where the source holds no text that can be read.
func Transform(src yiyuan.Source) (yiyuan.Reading, error) {
	c := clean(src)
	if strings.TrimSpace(c.Clean) == "" {
		return yiyuan.Reading{}, ErrNoText
	}
	title := c.Title
	if title == "" {
		title = src.Title
	}
	written := period.ReadReport(title, c.Clean)
	report := written.Stamped(src.PublishedAt)
	home, _ := place.Home(title, c.Clean, src.Publisher)
	dating := written.Reference(title, c.Clean, src.PublishedAt)
	home = place.InYear(home, dating.Day.Year, c.Clean)
	headline := title
	if strings.Contains(c.Clean[:min(len(c.Clean), len(title)+60)], title) {
		headline = "" // the text begins with it
	}
	out := figure.Read(figure.Input{
		Title: headline, Headed: strings.HasPrefix(c.Clean, title+"\n"), Text: c.Clean,
		Home: home, Town: cmp.Or(place.TownAbout(title, c.Clean, home), place.TownOfPublisher(src.Publisher, c.Clean)), Reference: dating.Day, Told: dating.Told, Report: report,
		Suspect: c.suspect, NoFacts: c.noFacts(),
	})
	reading := yiyuan.Reading{
		Document: yiyuan.Document{
			DocID: src.DocID, Corpus: src.Corpus, URL: src.URL, Title: title, Publisher: src.Publisher, Author: src.Author,
			PublishedAt: src.PublishedAt, FetchedAt: src.FetchedAt, ReferenceDate: dating.Day, ReferenceEvidence: dating.Evidence,
			Charset: src.Charset, SHA256: src.SHA256, Parts: max(1, src.Parts), SourceText: c.Source, Text: c.Clean,
			Restored: c.Counts, RulesVersion: RulesVersion(),
		},
		Repairs: c.Repairs, Facts: out.Facts, Mentions: out.Mentions,
	}
	if len(out.Mentions) <= figure.MaxFigures {
		settle(&reading)
	}
	if len(reading.Mentions) > figure.MaxFigures {
		return yiyuan.Reading{}, ErrTooManyFigures
	}
	return reading, nil
}

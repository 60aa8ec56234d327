// Package transform turns one source into one reading: clean text, every figure of it, and the facts they state.
//
// It is a pure function. No package below it touches the network, the disk, the clock or a database, so the same bytes
// give the same rows on any machine and a thousand documents can be read by as many goroutines.
package transform

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/figure"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// Transform reads one source. It fails only where the source holds no text that can be read.
func Transform(src yiyuan.Source) (yiyuan.Reading, error) {
	doc := yiyuan.Document{
		DocID: src.DocID, Corpus: src.Corpus, URL: src.URL, Title: src.Title, Publisher: src.Publisher, Author: src.Author,
		PublishedAt: src.PublishedAt, FetchedAt: src.FetchedAt, Charset: src.Charset, SHA256: src.SHA256, Parts: max(1, src.Parts),
		RulesVersion: RulesVersion(),
	}
	doc.SourceText = string(src.Body)
	doc.Text = doc.SourceText
	reading := yiyuan.Reading{Document: doc}
	report := period.ReadReport(doc.Title, doc.Text)
	home, _ := place.Home(doc.Title, head(doc.Text))
	reading.Document.ReferenceDate, reading.Document.ReferenceEvidence = period.Reference(doc.Title, doc.Text, doc.PublishedAt)
	out := figure.Read(figure.Input{
		DocID: doc.DocID, Text: doc.Text, Home: home, Reference: reading.Document.ReferenceDate, Report: report,
	})
	reading.Facts, reading.Mentions = out.Facts, out.Mentions
	settle(&reading)
	return reading, nil
}

// head is the opening of a text, where it says what it is.
func head(text string) string {
	const enough = 3000
	if len(text) <= enough {
		return text
	}
	if i := strings.LastIndexByte(text[:enough], '\n'); i > 0 {
		return text[:i]
	}
	return strings.ToValidUTF8(text[:enough], "")
}

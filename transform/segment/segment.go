// Package segment cuts clean text into lines, sentences, clauses and words.
//
// Lines carry what a report says by its layout: headings and their depth, list numbers (which are no figures), table
// rows. Sentences end where a reader would stop; clauses are what a quote is made of. All three are byte scanners: every
// mark they look for is found by its first byte, so they run at memory speed over all of the text, and a regular
// expression, forty times slower, is not needed for rules this local.
//
// Words are gse's: its most frequent words, its prices, the same cut of every clause, found with a search of our own that
// takes a quarter of the time (lexicon). They still cost ten times as much as the rest. They are meant for clauses that
// carry a figure, and the dictionary is loaded when the first one asks.
//
// Offsets are bytes, half open, relative to the string given. Code points come in only where a fact is written down.
package segment

// Span is a half-open byte range of the string it was cut from.
type Span struct{ Start, End int }

// Of returns the words the span covers.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

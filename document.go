// Package yiyuan holds the nouns every room of the house speaks of: what is read (Source), what is stored (Document,
// Repair, Mention, Fact) and the two value types they share (Date, Decimal). It has no behaviour of its own beyond
// printing and imports no other package of the project, so that extract, transform and load meet here and nowhere else.
//
// The fields are those of the tables in docs/design.md; their meaning is fixed by the guideline that the gold files are
// annotated by. Empty strings, zero dates and nil decimals are NULL in the tables and absent in JSON.
package yiyuan

import "time"

// Source is one document as extract hands it over: bytes, the charset they are in, and what is known of their origin.
type Source struct {
	DocID       string
	Corpus      string
	URL         string
	Title       string
	Publisher   string
	Author      string
	PublishedAt time.Time // wall clock of the page (Asia/Shanghai), zero where unknown
	FetchedAt   time.Time
	Charset     string // of Body: "utf-8" (or empty), "gb18030", "big5", "utf-16le", "utf-16be"
	Body        []byte // plain text: HTML has been reduced to its body by then
	SHA256      string // lower-case hex of the stored bytes this came from
	Parts       int    // pages the article was printed on, 1 where it is whole
}

// Document is a source after restoration: its clean text and what 今年 means in it.
type Document struct {
	DocID             string
	Corpus            string
	URL               string
	Title             string
	Publisher         string
	Author            string
	PublishedAt       time.Time
	FetchedAt         time.Time
	ReferenceDate     Date
	ReferenceEvidence string
	Charset           string
	SHA256            string
	Parts             int
	SourceText        string         // decoded, before restoration
	Text              string         // clean, valid UTF-8
	Restored          map[string]int // repairs counted by filter
	StoryID           string
	RulesVersion      string
}

// Repair is one change that restoration made. Start and End are code points of Document.Text.
type Repair struct {
	Start, End int
	Before     string
	Filter     string
}

// Mention is one figure of the text, whether or not a fact was made of it. Start and End are code points of
// Document.Text, End exclusive; mentions never overlap and together cover every digit.
type Mention struct {
	MentionID   string
	Start, End  int
	Text        string
	Kind        string   // amount, count, percent, rank, date, name, …
	Value       *Decimal // in the canonical unit, nil where none was read
	Unit        string
	Disposition string // fact, qualifier, date, name, ordinal, furniture, unread
	Reason      string
}

// Fact is one statement of a quantity. Codes and wording are those of the gold guideline.
type Fact struct {
	FactID        string
	MentionID     string
	PartOf        string // the FactID of the whole this is 其中 or a share of
	Indicator     string
	IndicatorText string
	Measure       string // level growth share rank multiple change
	Base          string
	Value         Decimal // canonical unit; percent keeps its printed number
	ValueLow      *Decimal
	ValueHigh     *Decimal
	Unit          string
	Counter       string
	ValueText     string
	Bound         string
	Subject       string
	SubjectKind   string
	RegionCode    string // GB/T 2260, six digits
	RegionName    string
	Industry      string
	Qualifier     string
	PeriodKind    string // during as_of none
	PeriodStart   Date
	PeriodEnd     Date
	Status        string // actual target planned forecast
	PriceBasis    string // nominal real
	Quote         string
	Sentence      string
	Start, End    int // of ValueText in Document.Text, code points, End exclusive
	Rule          string
	Confidence    *float64 // nil where the rule has too few cases to tell
}

// Reading is all that transform makes of one source.
type Reading struct {
	Document Document
	Repairs  []Repair
	Mentions []Mention
	Facts    []Fact
}

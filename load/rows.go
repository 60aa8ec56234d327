package load

import (
	"database/sql/driver"
	"time"

	"yiyuan"
)

// The columns of each table in the order of the migrations; the row functions below return their values in this order.
var (
	documentColumns = []string{
		"doc_id", "corpus", "url", "title", "publisher", "author", "published_at", "fetched_at", "reference_date",
		"reference_evidence", "charset", "sha256", "n_parts", "source_text", "text", "restored", "story_id",
		"rules_version", "run_id",
	}
	mentionColumns = []string{
		"mention_id", "doc_id", "char_start", "char_end", "mention_text", "kind", "value", "unit", "disposition", "reason",
	}
	factColumns = []string{
		"fact_id", "mention_id", "doc_id", "part_of", "indicator", "indicator_text", "measure", "base", "value",
		"value_low", "value_high", "unit", "counter", "value_text", "bound", "subject", "subject_kind", "region_code",
		"region_name", "industry", "qualifier", "period_kind", "period_start", "period_end", "status", "price_basis",
		"quote", "sentence", "char_start", "char_end", "rule", "confidence", "rules_version", "run_id",
	}
)

// row is filled anew for each line of a table, so that a hundred thousand rows need one slice. Its values are what the
// appender takes, or, where printed is set, what appendObject prints.
type row struct {
	values  []driver.Value
	printed bool
}

func (w *row) start() *row        { w.values = w.values[:0]; return w }
func (w *row) any(v driver.Value) { w.values = append(w.values, v) }
func (w *row) int(n int)          { w.any(int32(n)) }

func (w *row) year(n int) {
	if n == 0 {
		w.any(nil)
		return
	}
	w.int(n)
}

func (w *row) value(n *yiyuan.Decimal) {
	switch {
	case n == nil:
		w.any(nil)
	case w.printed:
		w.any(n)
	default:
		v, err := unscaled(n)
		if err != nil { // Check has refused it
			panic(err)
		}
		w.any(v)
	}
}

// text: an empty string is what is not known.
func (w *row) text(s string) {
	if s == "" {
		w.any(nil)
		return
	}
	w.any(s)
}

func (w *row) texts(all ...string) {
	for _, s := range all {
		w.text(s)
	}
}

func (w *row) date(d yiyuan.Date) {
	switch {
	case d.IsZero():
		w.any(nil)
	case w.printed:
		w.any(d.String())
	default:
		w.any(d.Time())
	}
}

func (w *row) time(t time.Time) {
	switch {
	case t.IsZero():
		w.any(nil)
	case w.printed:
		w.any(t.Format(stampLayout))
	default:
		w.any(wallClock(t))
	}
}

// wallClock keeps what the clock showed and drops the zone: the columns are TIMESTAMP without one.
func wallClock(t time.Time) time.Time {
	y, m, d := t.Date()
	return time.Date(y, m, d, t.Hour(), t.Minute(), t.Second(), t.Nanosecond(), time.UTC)
}

func (w *row) document(d *yiyuan.Document, run string) []driver.Value {
	w.start().texts(d.DocID, d.Corpus, d.URL, d.Title, d.Publisher, d.Author)
	w.time(d.PublishedAt)
	w.time(d.FetchedAt)
	w.date(d.ReferenceDate)
	w.texts(d.ReferenceEvidence, d.Charset, d.SHA256)
	w.int(d.Parts)
	w.texts(d.SourceText, d.Text)
	if len(d.Restored) > 0 {
		w.any(d.Restored)
	} else {
		w.any(nil)
	}
	w.texts(d.StoryID, d.RulesVersion, run)
	return w.values
}

func (w *row) repair(doc string, p *yiyuan.Repair) []driver.Value {
	w.start().text(doc)
	w.int(p.Start)
	w.int(p.End)
	w.texts(p.Before, p.Filter)
	return w.values
}

func (w *row) mention(doc string, m *yiyuan.Mention) []driver.Value {
	w.start().texts(m.MentionID, doc)
	w.int(m.Start)
	w.int(m.End)
	w.texts(m.Text, m.Kind)
	w.value(m.Value)
	w.texts(m.Unit, m.Disposition, m.Reason)
	return w.values
}

func (w *row) fact(d *yiyuan.Document, f *yiyuan.Fact, run string) []driver.Value {
	w.start().texts(f.FactID, f.MentionID, d.DocID, f.PartOf, f.Indicator, f.IndicatorText, f.Measure, f.Base)
	w.value(&f.Value)
	w.value(f.ValueLow)
	w.value(f.ValueHigh)
	w.texts(f.Unit, f.Counter, f.ValueText, f.Bound, f.Subject, f.SubjectKind, f.RegionCode, f.RegionName, f.Industry,
		f.Qualifier, f.PeriodKind)
	w.date(f.PeriodStart)
	w.date(f.PeriodEnd)
	w.texts(f.Status, f.PriceBasis, f.Quote, f.Sentence)
	w.int(f.Start)
	w.int(f.End)
	w.text(f.Rule)
	if f.Confidence != nil {
		w.any(*f.Confidence)
	} else {
		w.any(nil)
	}
	w.texts(d.RulesVersion, run)
	return w.values
}

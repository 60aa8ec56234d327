package load

import (
	"fmt"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/load/story"
)

// KindIdentity is the kind of the failure that a reading becomes when it breaks one of the identities.
const KindIdentity = "identity"

// dispositionFact is the disposition of a mention that facts were made of; dispositionUnread of one nobody understood.
const (
	dispositionFact   = "fact"
	dispositionUnread = "unread"
)

// Checked is a reading that keeps the identities, and the sketch of its text. Only Check makes one.
type Checked struct {
	reading *yiyuan.Reading
	sketch  story.Sketch
}

// Check reports the first identity that r breaks:
//
//   - every text is valid UTF-8, and the clean text is there;
//   - mentions are in order, do not overlap, say what stands at their offsets, and cover every digit of the text;
//   - a fact's value_text is what stands at its offsets, and its mention is one of disposition fact;
//   - every mention of disposition fact has a fact;
//   - ids are unique, and part_of names a fact of the document;
//   - values fit DECIMAL(28,6).
//
// It is linear in the text and needs no database, so the workers that transform can check as well.
func Check(r *yiyuan.Reading) (Checked, error) {
	c := checker{r: r}
	for _, identity := range []func() error{c.encoding, c.mentions, c.facts, c.repairs} {
		if err := identity(); err != nil {
			return Checked{}, err
		}
	}
	return Checked{r, story.Of(r.Document.Text)}, nil
}

type checker struct {
	r       *yiyuan.Reading
	at      []uint32 // byte offset of each code point of the text, and of its end
	pending map[string]bool
}

// slice is text[start:end] in code points.
func (c *checker) slice(start, end int) (string, bool) {
	if start < 0 || end <= start || end >= len(c.at) {
		return "", false
	}
	return c.r.Document.Text[c.at[start]:c.at[end]], true
}

func (c *checker) encoding() error {
	d := &c.r.Document
	if d.DocID == "" {
		return fmt.Errorf("the document has no doc_id")
	}
	if d.Text == "" {
		return fmt.Errorf("the clean text is empty")
	}
	fields := []struct{ name, value string }{
		{"doc_id", d.DocID}, {"corpus", d.Corpus}, {"url", d.URL}, {"title", d.Title}, {"publisher", d.Publisher},
		{"author", d.Author}, {"reference_evidence", d.ReferenceEvidence}, {"charset", d.Charset}, {"sha256", d.SHA256},
		{"source_text", d.SourceText}, {"text", d.Text}, {"story_id", d.StoryID}, {"rules_version", d.RulesVersion},
	}
	for _, f := range fields {
		if !utf8.ValidString(f.value) {
			return fmt.Errorf("%s is not valid UTF-8", f.name)
		}
	}
	return nil
}

func isDigit(r rune) bool { return r >= '0' && r <= '9' || r >= '０' && r <= '９' }

// mentions walks the text once, noting where code points begin and that no digit lies outside a mention.
func (c *checker) mentions() error {
	mentions := c.r.Mentions
	if err := ordered(mentions); err != nil {
		return err
	}
	text := c.r.Document.Text
	c.at = make([]uint32, 0, len(text)/2+2)
	next := 0
	for i, r := range text {
		pos := len(c.at)
		c.at = append(c.at, uint32(i))
		if !isDigit(r) {
			continue
		}
		for next < len(mentions) && mentions[next].End <= pos {
			next++
		}
		if next == len(mentions) || pos < mentions[next].Start {
			return fmt.Errorf("the digit %q at %d lies in no mention: …%s…", r, pos, around(text, i))
		}
	}
	c.at = append(c.at, uint32(len(text)))
	return c.mentionTexts()
}

func ordered(mentions []yiyuan.Mention) error {
	end := 0
	for i := range mentions {
		m := &mentions[i]
		if m.Start < end || m.End <= m.Start {
			return fmt.Errorf("mention %q at [%d,%d) overlaps the one before, which ends at %d, or is empty", m.Text, m.Start, m.End, end)
		}
		end = m.End
	}
	return nil
}

func (c *checker) mentionTexts() error {
	c.pending = make(map[string]bool, len(c.r.Mentions))
	for i := range c.r.Mentions {
		m := &c.r.Mentions[i]
		if got, ok := c.slice(m.Start, m.End); !ok || got != m.Text {
			return fmt.Errorf("mention %q is not what stands at [%d,%d): %q", m.Text, m.Start, m.End, got)
		}
		if _, twice := c.pending[m.MentionID]; twice || m.MentionID == "" {
			return fmt.Errorf("mention id %q of %q is missing or not unique", m.MentionID, m.Text)
		}
		c.pending[m.MentionID] = m.Disposition == dispositionFact
		if m.Disposition == "" {
			return fmt.Errorf("mention %q at %d has no disposition", m.Text, m.Start)
		}
		if err := fits("mention", m.Text, m.Value); err != nil {
			return err
		}
		if !utf8.ValidString(m.Kind) || !utf8.ValidString(m.Unit) || !utf8.ValidString(m.Reason) {
			return fmt.Errorf("a field of mention %q is not valid UTF-8", m.Text)
		}
	}
	return nil
}

func (c *checker) facts() error {
	ids := make(map[string]struct{}, len(c.r.Facts))
	read := make(map[string]struct{}, len(c.r.Facts))
	for i := range c.r.Facts {
		f := &c.r.Facts[i]
		if err := c.fact(f); err != nil {
			return err
		}
		if _, twice := ids[f.FactID]; twice || f.FactID == "" {
			return fmt.Errorf("fact id %q of %q is missing or not unique", f.FactID, f.ValueText)
		}
		ids[f.FactID] = struct{}{}
		read[f.MentionID] = struct{}{}
	}
	for i := range c.r.Facts {
		if f := &c.r.Facts[i]; f.PartOf != "" {
			if _, ok := ids[f.PartOf]; !ok {
				return fmt.Errorf("fact %q at %d is part of %q, which is no fact of the document", f.ValueText, f.Start, f.PartOf)
			}
		}
	}
	for i := range c.r.Mentions {
		m := &c.r.Mentions[i]
		if _, ok := read[m.MentionID]; !ok && m.Disposition == dispositionFact {
			return fmt.Errorf("mention %q at %d is said to be a fact but has none", m.Text, m.Start)
		}
	}
	return nil
}

func (c *checker) fact(f *yiyuan.Fact) error {
	if got, ok := c.slice(f.Start, f.End); !ok || got != f.ValueText {
		return fmt.Errorf("fact %q is not what stands at [%d,%d): %q", f.ValueText, f.Start, f.End, got)
	}
	isFact, known := c.pending[f.MentionID]
	if !known {
		return fmt.Errorf("fact %q at %d belongs to no mention of the document", f.ValueText, f.Start)
	}
	if !isFact {
		return fmt.Errorf("fact %q at %d belongs to a mention of another disposition", f.ValueText, f.Start)
	}
	for _, v := range []*yiyuan.Decimal{&f.Value, f.ValueLow, f.ValueHigh} {
		if err := fits("fact", f.ValueText, v); err != nil {
			return err
		}
	}
	for _, s := range factTexts(f) {
		if !utf8.ValidString(s) {
			return fmt.Errorf("a field of fact %q at %d is not valid UTF-8: %q", f.ValueText, f.Start, s)
		}
	}
	return nil
}

func factTexts(f *yiyuan.Fact) [20]string {
	return [...]string{
		f.Indicator, f.IndicatorText, f.Measure, f.Base, f.Unit, f.Counter, f.Bound, f.Subject, f.SubjectKind,
		f.RegionCode, f.RegionName, f.Industry, f.Qualifier, f.PeriodKind, f.Status, f.PriceBasis, f.Quote, f.Sentence,
		f.Rule, f.FactID,
	}
}

func (c *checker) repairs() error {
	for i := range c.r.Repairs {
		p := &c.r.Repairs[i]
		if p.Start < 0 || p.End < p.Start || p.End >= len(c.at) {
			return fmt.Errorf("repair by %s at [%d,%d) lies outside the text", p.Filter, p.Start, p.End)
		}
		if !utf8.ValidString(p.Before) || p.Filter == "" {
			return fmt.Errorf("repair at [%d,%d) has no filter, or its text is not valid UTF-8", p.Start, p.End)
		}
	}
	return nil
}

func fits(what, text string, v *yiyuan.Decimal) error {
	if v == nil {
		return nil
	}
	if _, err := unscaled(v); err != nil {
		return fmt.Errorf("value of %s %q: %w", what, text, err)
	}
	return nil
}

// around is a piece of text near byte i, for messages.
func around(text string, i int) string {
	from, to := max(0, i-24), min(len(text), i+24)
	for from < i && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return text[from:to]
}

package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/unit"
)

var sectors = phrases("three sectors")

// readRatio reads 三次产业比重16.1∶50.4∶33.5: three shares of the gross product. Other ratios are no shares of a known whole.
func (r *reader) readRatio(s *site, i, rest int) {
	q := s.tok.q
	if times, ok := r.timesOne(s); ok {
		s.tok.q = times
		switch s.measure, s.rule = "level", "level"; {
		case times.Kind == "times":
			s.measure, s.rule = "multiple", "times"
		case s.arrived:
			s.rule = "change.to"
		}
		r.state(s, i, rest)
		return
	}
	if len(q.Ratio) != 3 || !r.sectorsNamed(s) {
		r.mention(s.tok, "unread", "ratio of unknown parts")
		return
	}
	st := statement{known: true, code: "value_added", form: "rate", time: "flow", text: "三次产业比重", head: "三次产业比重", sector: true}
	if !s.arrived && r.followedByNewRatio(s) && !r.datedItself(s) {
		// 由x∶y∶z调整为a∶b∶c without a year: the first is of the year before.
		defer r.restorePeriod()()
		r.yearBefore()
	}
	whole := "地区生产总值"
	if r.home == "100000" {
		whole = "国内生产总值"
	}
	if strings.Contains(join(s.left), "贡献率") {
		st.code, st.text, st.head, whole = "gdp", "贡献率", "贡献率", "经济增长"
	}
	for k, part := range q.Parts {
		one := *s
		one.base = whole
		single := unit.Quantity{Kind: "percent", Bound: "exact", Unit: unit.Unit{Code: "percent", Kind: "percent"}, Start: part[0], End: part[1], Arabic: true}
		single.Value.Set(&q.Ratio[k])
		start := s.tok.start + part[0] - q.Start
		one.tok = token{start: start, end: start + part[1] - part[0], kind: figure, q: &single}
		one.tok.text = r.text[one.tok.start:one.tok.end]
		st.industry = sectors().words[k]
		r.emit(&one, st)
	}
}

// timesOne reads 城乡居民收入比2.36∶1: how many times the one is of the other.
func (r *reader) timesOne(s *site) (*unit.Quantity, bool) {
	q := s.tok.q
	if len(q.Ratio) != 2 || yiyuan.Plain(&q.Ratio[1]) != "1" {
		return nil, false
	}
	if !r.namesRatio(s) && !r.comparesSums(s) {
		return nil, false
	}
	times := unit.Quantity{Kind: "bare", Bound: q.Bound, Start: q.Start, End: q.End, Arabic: true}
	if times.Bound == "" {
		times.Bound = "exact"
	}
	times.Value.Set(&q.Ratio[0])
	if r.comparesSums(s) {
		times.Kind, times.Unit = "times", unit.Unit{Code: "times", Kind: "times"}
	}
	return &times, true
}

// namesRatio tells of a name that is a ratio, or that was told before.
func (r *reader) namesRatio(s *site) bool {
	named, ok := indicator.Head(join(trimReach(withoutBrackets(s.nounPhrase))))
	return ok && named.Entry.Form == "ratio" || !ok && r.current != nil && r.current.form == "ratio"
}

// comparesSums reads 加工业产值与农业总产值之比达到2.2∶1, and what it goes on to: how many times the one sum is the other.
func (r *reader) comparesSums(s *site) bool {
	name := trimReach(withoutBrackets(s.nounPhrase))
	for len(name) > 0 && standings[name[len(name)-1].text] {
		name = name[:len(name)-1] // 之比由0.9∶1
	}
	if last := r.lastInSentence(); s.arrived && len(name) == 0 && last != nil {
		return last.Measure == "multiple" && last.Rule == "times" && strings.HasSuffix(last.ValueText, "1")
	}
	at := slices.IndexFunc(name, func(t token) bool { return t.is(conj) })
	if at <= 0 || !endsWithAny(join(name), namesOfRatios()) {
		return false
	}
	hit, ok := indicator.Head(join(name[:at]))
	return ok && money[hit.Entry.Code]
}

// namesOfRatios are how the names of ratios end.
var namesOfRatios = phrases("names of ratios")

func (r *reader) sectorsNamed(s *site) bool {
	before := r.saidBefore(s)
	for _, name := range sectorsTogether().words {
		if strings.Contains(before, name) {
			return true
		}
	}
	return false
}

// sectorsTogether are words before the parts that the three sectors have.
var sectorsTogether = phrases("sectors together")

func (r *reader) followedByNewRatio(s *site) bool {
	for _, t := range r.toks {
		if t.start > s.tok.end && t.kind == figure && t.q.Kind == "ratio" {
			return true
		}
	}
	return false
}

// datedItself tells of a time right before the figure: 由2016年的16.1∶50.4∶33.5.
func (r *reader) datedItself(s *site) bool {
	for j := len(r.leftTokens) - 1; j >= 0 && j > len(r.leftTokens)-4; j-- {
		if t := r.leftTokens[j]; t.kind == time && ruling[t.e.Role] {
			return j > 0 || r.sentence.period.Start.Year == r.sentence.period.End.Year
		}
	}
	return false
}

// yearBefore puts the year before the span in force, or that from which the paragraph has told of a change to it.
func (r *reader) yearBefore() {
	p, ok := r.inForce()
	if !ok || p.End.IsZero() {
		return
	}
	year := p.End.Year
	if p.Kind == period.During && !p.Start.IsZero() {
		year = p.Start.Year
	}
	if year--; r.line.from > 0 && r.line.from < year {
		year = r.line.from
	}
	r.sentence.period, r.sentence.has = period.Year(year), true
}

func (r *reader) restorePeriod() func() {
	was := r.sentence
	return func() { r.sentence = was }
}

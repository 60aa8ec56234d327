package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
)

// A sentence often tells a quantity once and then goes through it part by part, each told by no more than its name: 利润41亿元，下降8%，其中炼铝26亿元；
// 石油加工业29亿元. This file gives the parts the quantity.

// nextPart is what the sentence goes through, of the part that the figure names, where it names no more than that.
func (r *reader) nextPart(st statement, own bool, s *site) (statement, bool) {
	if !own && r.current != nil && !r.current.of("", "other") || !r.inSums(s) {
		return st, false
	}
	name := partNameOf(s)
	if name == "" || utf8.RuneCountInString(name) > longestPart || own && !r.namesPart(st, name, s) {
		return st, false
	}
	whole := r.goneThrough(s)
	if whole == nil || !fits(whole.code, s.tok.q.Unit.Code) {
		return st, false
	}
	part := *whole
	part.region, part.subject, part.subjectKind = st.region, st.subject, st.subjectKind
	part.industry, part.sector, part.qualifier = st.industry, st.sector, st.qualifier
	if st.industry == "" && !onlyPlaces(withoutDuns(trimReach(withoutBrackets(s.nounPhrase)))) {
		part.qualifier = strings.TrimPrefix(name, "其中")
	}
	return part, true
}

// withoutDuns drops the marks between the members of a list.
func withoutDuns(toks []token) []token {
	return slices.DeleteFunc(slices.Clone(toks), func(t token) bool { return t.kind == dun || t.kind == comma })
}

// inSums tells of money, of power used, or of how one of them has grown: what is weighed or counted says by its unit what it is of.
func (r *reader) inSums(s *site) bool {
	return s.measure == "growth" || s.tok.q.Kind == "amount" || s.tok.q.Unit.Code == "kWh"
}

// longestPart is how many characters the name of such a part has at most.
const longestPart = 14

// partNameOf is what stands before a figure in its clause, "" where a verb is among it.
func partNameOf(s *site) string {
	toks := trimReach(withoutBrackets(s.nounPhrase))
	for _, t := range toks {
		switch {
		case t.kind == where, t.kind == dun, t.kind == quote, t.kind == comma, t.kind == note, t.kind == blank:
		case t.kind != word, t.is(event|newness|up|down) && !t.is(among), t.text == "的":
			return ""
		case strings.HasPrefix(t.pos, "v") && t.pos != "vn" && !t.is(among) && !isName(t.text):
			return ""
		}
	}
	return strings.Trim(join(toks), "、，,")
}

// namesPart tells of the name of a branch, a good, a place or a group, and of no quantity.
func (r *reader) namesPart(st statement, name string, s *site) bool {
	branch := st.form == "sector" || st.form == "growthname"
	if st.known && !branch && !st.of("other") || !branch && !st.of("", "other", "output_value") {
		return false
	}
	if len(indicator.Terms(name)) > 0 && !branch {
		return false
	}
	if branch || namesTrade(name) || endsWithAny(name, partsTold()) || onlyPlaces(trimReach(withoutBrackets(s.nounPhrase))) {
		return true
	}
	if goods := tradesIn(name); len(goods) > 0 && goods[len(goods)-1].end == len(name) {
		return true
	}
	return strings.HasPrefix(name, "其中") || namesTradeOf(name)
}

// partsTold end the names of the parts that statistics tell quantities by.
var partsTold = phrases("parts told")

// goneThrough is the quantity that a sentence goes through, nil where there is none.
func (r *reader) goneThrough(s *site) *statement {
	if s.measure == "growth" {
		return r.goneThroughGrowing()
	}
	if s.measure != "level" {
		return nil
	}
	if lead := r.quantityOfList(s); lead != nil {
		return lead
	}
	told := r.told
	if len(told) == 0 && r.opensOnParts(r.text[r.start:r.end]) {
		told = r.toldEarlier
	} else if !r.toldIn(s.tok.q.Unit.Code) {
		return nil
	}
	for i := len(told) - 1; i >= 0; i-- {
		if fits(told[i].code, s.tok.q.Unit.Code) {
			if !toldByParts[told[i].code] {
				return nil
			}
			return &told[i]
		}
	}
	return nil
}

// opensOnParts tells of a sentence that goes through the parts of what was told before it.
func (r *reader) opensOnParts(text string) bool {
	return startsWithAny(text, partsOfBefore()) || r.start > r.lineStart && startsWithAny(text, partsOfSentence())
}

// partsOfSentence open such a sentence within a paragraph.
var partsOfSentence = phrases("parts of the sentence before")

// quantityOfList is the quantity that a colon leads from to its parts, nil where there is none: 分县市完成增加值：甲县15亿元，乙县14亿元.
func (r *reader) quantityOfList(s *site) *statement {
	lead, _, found := strings.Cut(r.text[r.start:s.tok.start], "：")
	if !found {
		return nil
	}
	lead = lead[max(strings.LastIndex(lead, "，"), 0):]
	hit, ok := indicator.Head(lead)
	if !ok || hit.End != len(lead) || hit.Entry.Form != "level" || !toldByParts[hit.Entry.Code] {
		return nil
	}
	return &statement{known: true, code: hit.Entry.Code, form: "level", time: hit.Entry.Time, text: hit.Entry.Text, head: hit.Entry.Text}
}

// goneThroughGrowing is that where the parts are told by their growth alone: two of them have been told before.
func (r *reader) goneThroughGrowing() *statement {
	last := r.lastInSentence()
	if last == nil || !toldByParts[last.Indicator] || last.Measure != "growth" && last.Measure != "level" || len(r.told) == 0 {
		return nil
	}
	whole := &r.told[len(r.told)-1]
	if whole.code != last.Indicator {
		return nil
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		f := &r.out.Facts[i]
		if f.Indicator == last.Indicator && (f.Industry != last.Industry || f.Qualifier != last.Qualifier) {
			return whole
		}
	}
	return nil
}

// toldByParts are the quantities that statistics go through by branch, good, place or group.
var toldByParts = map[string]bool{
	"profit": true, "revenue": true, "tax": true, "exports": true, "imports": true, "foreign_trade": true, "retail_sales": true,
	"resident_income": true, "energy": true, "value_added": true, "output_value": true, "loans": true, "deposits": true, "fdi": true,
	"fiscal_revenue": true, "fiscal_expenditure": true, "fixed_asset_investment": true,
}

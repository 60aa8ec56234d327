package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file finds what a figure is of where its own phrase does not say: its unit, what stands behind it, the clause before, or the thing
// told last.

// earners are words before an income that is a person's.
var earners = phrases("earners")

// namedByUnit is what a unit that is itself a noun counts, and what the clause before says that the figure counts some of.
func (r *reader) namedByUnit(s *site) (statement, bool) {
	q := s.tok.q
	if noun, ok := unitNoun(q); ok && namedByUnitAlone(s, noun) {
		_, st := r.leading(withoutBrackets(s.nounPhrase))
		st.known, st.code, st.form, st.time, st.text, st.head, st.counter = true, noun.Code, "level", "count", noun.Text, noun.Text, noun.Text
		if noun.Code == "population" {
			st.happened = r.eventAround(s)
			if i := strings.Index(join(s.right), noun.Text); i > 0 && i <= 18 && !strings.HasSuffix(s.tok.text, noun.Text) {
				r.modifiers(&st, s.right, join(s.right)[:i])
			}
		}
		return st, true
	}
	if q.Unit.Code == "person" && nativesIn(s.right) > 0 {
		_, lead := r.leading(withoutBrackets(s.nounPhrase))
		if st, did := r.peopleWho(s, lead); did {
			return st, true // 80000多福建人在外从业
		}
	}
	if r.current == nil && q.Unit.Surface == "户" && len(s.right) > 0 && s.right[0].kind == figure && s.noNameBefore() {
		lead, _ := r.nameOf(s.nounPhrase, q)
		if st, did := r.peopleWho(s, lead); did {
			return st, true // 任务已完成，410户1300人喜迁新居
		}
	}
	if len(s.right) > 0 && s.right[0].kind == word && !s.right[0].is(event|copula) && !strings.HasPrefix(s.right[0].pos, "v") {
		if told, ok := r.toldBefore(s); ok {
			return told, true // 20件实事有17件圆满完成
		}
	}
	return statement{}, false
}

// namedByUnitAlone tells of a unit that is all there is to say what a figure counts, or that is a noun for people or places: 60万岗位, 42国.
func namedByUnitAlone(s *site, noun indicator.Noun) bool {
	if noun.Code == "population" || noun.Code == "region_count" || noun.Text != s.tok.q.Unit.Surface {
		return true
	}
	return s.noNameBefore() || s.nounPhrase[len(s.nounPhrase)-1].text == "等"
}

// namedElsewhere is what is named behind a figure, in the clause before, or by what was told last; st is what the phrase before it still says.
func (r *reader) namedElsewhere(s *site, st statement) (statement, bool) {
	q := s.tok.q
	if q.Kind == "amount" || q.Kind == "physical" || q.Kind == "duration" || q.Kind == "percent" {
		if after, ok := r.namedAfter(s, st); ok {
			return after, true
		}
	}
	if own, ok := r.ownName(s.nounPhrase, q); ok && q.Kind == "count" && s.measure == "level" {
		own.happened = own.happened || r.eventAround(s)
		return own, true
	} else if !ok {
		st.happened = st.happened || own.happened
	}
	// The name may stand in the clause before: 工业总产值，去年达5亿元.
	moved := s.rule == "rate" && clauseEnd(s.right) == 0 && len(trimReach(withoutBrackets(s.nounPhrase))) == 0 // 净息差继续扩大，至2.5%
	if (r.current == nil || s.measure == "level" || s.measure == "rank" || moved) && !sharesByName(s) {
		st2, ok := r.clauseBefore(s)
		if ok && s.measure == "level" && r.countsOther(s, st2.counter) {
			st = countedAs(countedBy(q), measureOf(q), q, st)
			st.happened, st.existing = st.happened || st2.happened || r.eventAround(s), st.existing || st2.existing
			return st, true
		}
		if ok && (r.current == nil || !moved || st2.form == "rate") {
			return st2, true
		}
	}
	if s.measure == "growth" && r.current != nil && (r.lastMeasured < 0 || hasWord(s.left, paces().words...)) {
		if topic, ok := r.clauseBefore(s); ok && topic.known {
			return topic, true // 其中，制造业用电量扭转下降态势，增长2%; 居民消费价格涨幅回落，全年涨幅为5.6%
		}
	}
	if given, ok := r.given(s, st); ok {
		return given, true
	}
	if own, ok := r.ownName(s.nounPhrase, q); ok {
		own.happened = own.happened || r.eventAround(s)
		return own, true
	}
	if told, ok := r.toldBefore(s); ok {
		return told, true
	}
	if r.current == nil {
		return r.peopleWho(s, st)
	}
	return st, false
}

// sharesByName tells of a share with a name of its own, which is not of what the clause before tells: 畜牧业提质，规模化养殖比例达到70%. That of a
// part is: 在零售总额中，个体经济所占比重为60%.
func sharesByName(s *site) bool {
	if len(s.left) == 0 || hasWord(s.left, "所占", "占") || endsWithAny(s.r.text[s.r.start:s.left[0].start], ofWholeBefore()) {
		return false
	}
	return s.rule == "share.named" && utf8.RuneCountInString(join(trimReach(withoutBrackets(s.nounPhrase)))) > 2
}

// ofWholeBefore are how a clause ends on the whole of a share in the next.
var ofWholeBefore = phrases("of the whole before")

// toldBefore reads 已有28个建成, which leaves what it counts to the clauses before: the last thing they name that is counted
// by that measure word.
func (r *reader) toldBefore(s *site) (statement, bool) {
	q := s.tok.q
	made := madeBefore(s)
	if q.Kind != "count" || !q.Unit.Measure || s.measure != "level" || !doneNext(s.right) && !made {
		return statement{}, false
	}
	exists, stands := made, false
	for i := len(s.left) - 1; i >= 0 && !exists; i-- {
		t := s.left[i]
		if t.kind != time && !t.is(exist|reach) {
			return statement{}, false
		}
		stands = t.is(exist)
		exists = stands || strings.HasSuffix(t.text, "有")
	}
	hits := indicator.Nouns(r.saidBefore(s))
	for i := len(hits) - 1; exists && i >= 0; i-- {
		if n := hits[i].Entry; n.Code != "region_count" && strings.Contains(n.Measures, q.Unit.Surface) {
			st := countedAs(n.Code, n.Text, q, statement{known: true, head: n.Text})
			st.existing, st.happened = stands, !stands && r.eventAround(s)
			return st, true
		}
	}
	return statement{}, false
}

// madeBefore tells of a figure that closes its clause behind a verb for making, with no more than a time before it: 目前已经设立了21个.
func madeBefore(s *site) bool {
	left := withoutBrackets(s.left)
	for len(left) > 0 && (left[0].kind == time || left[0].kind == comma || left[0].is(exist|reach) && !madeThere().has(left[0].text)) {
		left = left[1:]
	}
	if len(s.right) > 0 || len(left) == 0 || len(left) > 2 || !madeThere().has(left[0].text) {
		return false
	}
	return len(left) == 1 || left[1].text == "了" || left[1].is(reach)
}

// doneNext tells of a verb behind a figure, with no more than an adverb before it: 27件圆满完成, 104家已启动搬迁.
func doneNext(right []token) bool {
	for i, t := range right {
		if t.kind != word || i > 2 {
			return false
		}
		if t.is(event) || strings.HasPrefix(t.pos, "v") {
			return true
		}
		if !t.is(reach|exist) && !strings.HasPrefix(t.pos, "d") && !strings.HasPrefix(t.pos, "a") {
			return false
		}
	}
	return false
}

// unitNoun is the noun that a number stands right before, without a measure word: 60万岗位.
func unitNoun(q *unit.Quantity) (indicator.Noun, bool) {
	if q.Kind != "count" || q.Unit.Measure {
		return indicator.Noun{}, false
	}
	if s := q.Unit.Surface; s == "国" || s == "地" {
		return indicator.Noun{Text: s, Code: "region_count", Unit: "count"}, true // alone they end too many other words to be in the table
	}
	hit, ok := indicator.Counted(q.Unit.Surface, "")
	measured := hit.Start > 0 && hit.Start < len(q.Unit.Surface) && strings.Contains(hit.Entry.Measures, q.Unit.Surface[:hit.Start]) // 张床位
	return hit.Entry, ok && (hit.Start == 0 || measured) && hit.End == len(q.Unit.Surface) && hit.Entry.Text != "人次"
}

// giving are verbs whose object a sum measures: 提供了9006亿元风险保障.
var giving = phrases("giving sums")

// given reads the thing that was given in a sum where no table knows its name: what stands behind the sum names it then, and
// not what the sentence spoke of before.
func (r *reader) given(s *site, st statement) (statement, bool) {
	left := trimReach(withoutBrackets(s.left))
	if s.tok.q.Kind != "amount" || s.measure != "level" || len(left) == 0 || len(s.right) == 0 {
		return st, false
	}
	verb := left[len(left)-1]
	if verb.kind != word {
		return st, false
	}
	if verb.text == "了" && len(left) > 1 {
		verb = left[len(left)-2]
	}
	if !startsWithAny(verb.text, giving()) {
		return st, false
	}
	noun := headWord(s.right)
	if noun == "" || !strings.HasPrefix(s.right[0].pos, "n") && s.right[0].text != "的" {
		return st, false
	}
	st.known, st.form, st.time, st.text, st.happened = true, "level", "flow", noun, true
	return st, true
}

// namedAfter reads 1600余万元奖补资金: the name behind an amount.
func (r *reader) namedAfter(s *site, st statement) (statement, bool) {
	var toks []token
	for i, t := range s.right {
		if i == 0 && s.tok.q.Kind == "amount" && t.kind == figure && t.q.Kind == "duration" {
			continue // 300亿元7天期逆回购
		}
		if t.kind == figure || t.kind == dun || t.kind == word && t.is(up|down|upto|share|rank|resp) {
			break
		}
		toks = append(toks, t)
	}
	phrase := join(withoutBrackets(toks))
	hits := indicator.Terms(phrase)
	if len(hits) == 0 {
		return st, false
	}
	h := hits[0]
	for _, x := range hits[1:] {
		if x.Start == h.End || x.Start > h.End && strings.HasPrefix(phrase[h.End:], "的") {
			h = x
		}
	}
	if s.tok.q.Kind == "duration" && !fits(h.Entry.Code, s.tok.q.Unit.Code) {
		return st, false
	}
	if s.tok.q.Kind == "amount" && h.Entry.Code == "capacity" && h.End == len(phrase) {
		return st, false // 3亿元用于年产2万吨项目
	}
	t := h.Entry
	st.known, st.code, st.form, st.time, st.text, st.head = true, t.Code, t.Form, t.Time, t.Text, t.Text
	st.industry, st.qualifier = t.Industry, t.Qualifier
	if st.code == "revenue" && t.Text == "收入" && earnedByPeople(join(s.left)) {
		st.code = "resident_income" // 为农民带来3亿元收入
	}
	r.modifiers(&st, withoutBrackets(toks), phrase[:h.Start])
	if left := trimReach(s.left); st.code == "length" && len(left) > 0 && building().has(strings.TrimSuffix(join(left[max(0, len(left)-1):]), "了")) {
		st.happened = true // 五年间建设了12万公里的农村公路
	}
	return st, true
}

// earnedByPeople tells of a 收入 that is people's income, by the words before it: 为农民带来.
func earnedByPeople(text string) bool {
	return holdsAny(text, earners())
}

// clauseBefore reads the noun phrase of a clause before, where no figure stands between.
func (r *reader) clauseBefore(s *site) (statement, bool) {
	first := 0
	for first < len(r.toks) && r.toks[first].start < s.tok.start {
		first++
	}
	j := first - 1
	for j >= 0 && r.toks[j].kind != comma {
		if r.toks[j].kind == semi || r.toks[j].kind == stop || r.toks[j].kind == figure && r.counts(j) {
			return statement{}, false
		}
		j--
	}
	if j <= 0 {
		return statement{}, false
	}
	for range farthestClause {
		k := j
		for k > 0 && !r.toks[k-1].kind.pauses() {
			if r.toks[k-1].kind == figure && r.counts(k-1) {
				return statement{}, false
			}
			k--
		}
		if clause := join(r.toks[k:j]); strings.HasSuffix(clause, "影响") && strings.Contains(clause, "受") {
			return statement{}, false // 受矿石进口减少影响，完成2230万吨
		}
		if s.measure != "level" && endsWithAny(join(r.toks[k:j]), outlooksGiven()) {
			return statement{}, false // 某研究院预计，明年涨幅为3%
		}
		if castsAsRole().has(r.toks[k].text) {
			return statement{}, false // 作为出口商品的主力，机电产品成交9亿美元
		}
		st, ok := r.nameOf(r.toks[k:j], s.tok.q)
		if (!st.known || st.code == "region_count") && dividesBefore(r.text[r.toks[k].start:s.tok.start]) {
			return statement{}, false // 分地区看，甲市50家
		}
		if ok || s.measure != "growth" && s.measure != "change" || k == 0 || r.toks[k-1].kind != comma {
			return st, ok
		}
		j = k - 1
	}
	return statement{}, false
}

// farthestClause is how many clauses without a figure may stand between the name of what grew and by how much.
const farthestClause = 3

// castsAsRole begin a clause on the part that what comes next plays.
var castsAsRole = phrases("casting in a part")

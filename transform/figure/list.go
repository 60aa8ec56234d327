package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file hands a list of figures out to what is named before it.

// hasResp tells whether the figure stands behind a 分别.
func (r *reader) hasResp(s *site, rest int) bool {
	for _, t := range s.left {
		if t.kind == word && t.is(resp) {
			return true
		}
	}
	return false
}

// plansOfEach tells of the shares of their plans that are done of several sums told right before, with no 分别: 投资90亿元、零售额40亿元，为年度计划的102%和101%.
func (r *reader) plansOfEach(s *site, i int) bool {
	if s.rule != "share.plan" || !plansOnly(s) {
		return false
	}
	n, levels := r.followers(i), 0
	for k := len(r.out.Facts) - 1; k >= 0 && r.out.Facts[k].Start >= r.start && r.out.Facts[k].Measure == "level"; k-- {
		levels++
	}
	return n > 1 && (levels == n && len(r.told) >= n || len(r.list) == n)
}

// followers counts the figures of the same unit that go on with the list begun at token i: 7.5%、9.5%和8%.
func (r *reader) followers(i int) int {
	n := 1
	code := r.toks[i].q.Unit.Code
	grows := i > 0 && r.toks[i-1].is(up|down) && (r.toks[i].q.Kind == "percent" || r.toks[i].q.Kind == "multiple")
	for j := i + 1; j < len(r.toks); j++ {
		t := r.toks[j]
		switch {
		case t.kind == dun, t.kind == note, t.kind == blank, t.kind == word && t.is(conj):
		case t.kind == word && (t.is(reach) || t.text == "以上" || t.text == "左右") && !t.is(up|down|rank):
		case t.kind == comma && j+1 < len(r.toks) && r.toks[j+1].kind == figure && r.toks[j+1].q.Unit.Code == code:
		case t.kind == figure && (t.q.Unit.Code == code || grows && (t.q.Kind == "multiple" || t.q.Kind == "percent")): // 分别增长16%和2.3倍
			n++
		case r.turnsInList(j, code): // 分别增长5%和下降3%
		default:
			return n
		}
	}
	return n
}

// turnsInList tells of a word right behind a mark or 和 for which way the next member of a list has gone.
func (r *reader) turnsInList(j int, code string) bool {
	t, before := r.toks[j], r.toks[j-1]
	if !t.is(up|down) || before.kind != dun && !before.is(conj) || j+1 == len(r.toks) {
		return false
	}
	return r.toks[j+1].kind == figure && r.toks[j+1].q.Unit.Code == code
}

// itemises tells of a sum that stands alone in brackets behind its name and is of what the paragraph has named last, where its sentence
// names nothing: 石化（363亿元）、冶金（187亿元）.
func (r *reader) itemises(s *site, i int) bool {
	alone := i > 0 && r.toks[i-1].kind == open && i+1 < len(r.toks) && r.toks[i+1].kind == shut
	told, now := r.lineTold, r.current
	if !alone || s.measure != "level" || told == nil || !fits(told.code, s.tok.q.Unit.Code) {
		return false
	}
	return now == nil || now.code == "" || !money[now.code] || now.code == told.code && now.text == told.text
}

// nameBeforeBracket is what stands before the bracket of token i, back to the mark before it.
func (r *reader) nameBeforeBracket(i int) string {
	from := i - 1
	for from > 0 && (r.toks[from-1].kind == word || r.toks[from-1].kind == where) {
		from--
	}
	return join(r.toks[from : i-1])
}

// respItems hands out the members of a list: 传统、重化、高新产业投资总额分别达… gives three statements.
func (r *reader) respItems(s *site, i, rest int) []statement {
	n := r.followers(i)
	if n < 2 {
		return nil
	}
	np := make([]token, 0, rest)
	var behind []token // what stands between 分别 and the figure: 茶产业、竹产业分别实现产值30亿元、15亿元
	for k, t := range s.nounPhrase {
		if t.kind == word && t.is(resp) {
			behind = s.nounPhrase[k+1:]
			break
		}
		np = append(np, t)
	}
	for n := len(np); n > 1 && (np[n-1].text == "同比" || np[n-1].kind == time && startsWithAny(np[n-1].text, []string{"比", "较"})); n-- {
		np = np[:n-1]
	}
	if items := r.placeItems(np, behind, s, n); items != nil {
		return items
	}
	if timesCompared(behindInTurn(s.left)) == n && r.current != nil {
		st, named := r.nameOf(withoutBrackets(np), s.tok.q)
		if !named || !st.known || st.code == "" {
			st, s.inherited = *r.current, true
		}
		return slices.Repeat([]statement{st}, n)
	}
	np, lead := r.leading(withoutBrackets(r.withSummed(np, s, n)))
	if len(np) == 0 || onlyReach(np) || comparesOnly(np) || comparesThing(np) {
		return r.respToldBefore(s, behind, i, n)
	}
	if items := r.sectorItems(np, behind, s, lead, n); items != nil {
		return items
	}
	parts := splitConj(np)
	if len(parts) != n {
		parts = splitDun(np)
	}
	if phrase := join(np); n == 2 && strings.Contains(phrase, "存、贷款") {
		parts = townAndCountry(np)
	}
	if len(parts) != n {
		if two := townAndCountry(np); two != nil && n == 2 {
			parts = two
		} else {
			if st, named := r.nameOf(append(np, withoutVerbs(behind)...), s.tok.q); named && st.known {
				if items := r.placesBefore(&st, s, n); items != nil {
					return items
				}
			}
			return r.commaItems(s, n)
		}
	}
	if head := withoutVerbs(behind); len(head) > 0 {
		for k := range parts {
			parts[k] = append(append([]token(nil), parts[k]...), head...)
		}
	}
	items := r.members(parts, s, lead)
	if items == nil && r.growsWithPartner(statement{}, s) {
		for _, part := range parts {
			items = append(items, r.partOfCurrent("对"+join(part))) // 对越南、泰国分别增长9%、4%
		}
	}
	return items
}

// behindInTurn is what stands behind a 分别.
func behindInTurn(left []token) []token {
	at := slices.IndexFunc(left, func(t token) bool { return t.kind == word && t.is(resp) })
	return left[at+1:]
}

// timesCompared is how many times stand listed behind a 分别 as those that one thing is compared with: 增速分别比上月末和上年同期低0.2个和1.6个百分点.
func timesCompared(behind []token) int {
	n := 0
	for i, t := range behind {
		switch {
		case t.kind == time && (n > 0 || startsWithAny(t.text, comparingBefore()) || i > 0 && comparingBefore().has(behind[i-1].text)):
			n++
		case n == 0 && comparingBefore().has(t.text), n > 0 && (t.kind == dun || t.is(conj)):
		case n == 0 || t.kind == figure || t.kind == where:
			return 0
		}
	}
	return n
}

// respToldBefore hands out what has been told before a 分别 that has no names of its own before it: 产值、税收两项指标，分别增长5%、8%.
func (r *reader) respToldBefore(s *site, behind []token, i, n int) []statement {
	if items := r.clauseItems(s, n); items != nil {
		return items
	}
	if items := r.foremostPlaces(s, n); items != nil {
		return items
	}
	told := r.current
	if told == nil {
		told = &statement{} // 各县中，甲县、乙县居前，分别为20万人次和14万人次
	}
	if items := r.placesBefore(told, s, n); items != nil {
		return items
	}
	if items := r.groupItems(behind, s, n); items != nil {
		return items
	}
	if len(r.list) == n {
		return append([]statement(nil), r.list...)
	}
	if s.measure == "rank" && n == 2 && r.previous != nil && r.current != nil && r.toldGrowths(n) {
		return []statement{*r.previous, *r.current} // 产值增长5%，税收增长8%，分列全省第4位和第6位
	}
	if items := r.coupled(s, n); items != nil {
		return items
	}
	if len(r.told) >= n && n > 1 && s.measure != "level" {
		return r.asPlaced(append([]statement(nil), r.told[len(r.told)-n:]...))
	}
	if len(r.told) == 0 && len(r.toldEarlier) == n && s.measure == "growth" && startsWithAny(r.text[r.start:r.end], comparing()) {
		return append([]statement(nil), r.toldEarlier...) // …3起，死亡5人。与去年同期相比，分别下降4%、6%
	}
	if s.tok.q.Kind == "pp" && r.current != nil && len(r.timesListed(i)) != n {
		return r.asPlaced(slices.Repeat([]statement{*r.current}, n)) // 分别高于全市1.2和2.3个百分点
	}
	return nil
}

// comparing are words that open a sentence on how what was told before it has grown.
var comparing = phrases("opening a comparison")

// coupled hands out what figures right behind each other count of one thing: 起诉300件500人，同比分别下降5%、6%.
func (r *reader) coupled(s *site, n int) []statement {
	first := len(r.out.Facts) - n
	if s.measure == "level" || r.current == nil || first < 0 {
		return nil
	}
	items := make([]statement, n)
	for k, f := range r.out.Facts[first:] {
		if f.Start < r.start || f.Measure != "level" || k > 0 && f.Start != r.out.Facts[first+k-1].End {
			return nil
		}
		items[k] = *r.current
		items[k].code = f.Indicator
	}
	return items
}

// toldGrowths tells whether the last n figures of the sentence told how something grew.
func (r *reader) toldGrowths(n int) bool {
	facts := r.out.Facts
	if len(facts) < n {
		return false
	}
	return !slices.ContainsFunc(facts[len(facts)-n:], func(f yiyuan.Fact) bool { return f.Start < r.start || f.Measure != "growth" })
}

// comparesOnly tells of a phrase that says of which span or with what is compared and names nothing: 单季度环比, 当月同比, 单月.
func comparesOnly(toks []token) bool {
	phrase := join(toks)
	span := trimAny(phrase, "同比", "环比")
	return span == "" && phrase != "" || spans[span]
}

// comparesThing tells of a phrase that says no more than with what other time or event something is compared: 较上届, 比春季展.
func comparesThing(toks []token) bool {
	return len(toks) > 1 && len(toks) <= 4 && (toks[0].text == "较" || toks[0].text == "比") && endsWithAny(join(toks), comparedEvents())
}

// comparedEvents end what such a phrase compares with.
var comparedEvents = phrases("compared events")

// spans are the spans whose growth is compared, as a bulletin names them.
var spans = map[string]bool{
	"单季度": true, "单季": true, "当季": true, "季度": true, "单月": true, "当月": true, "月度": true, "单日": true, "当日": true,
	"单周": true, "单年": true, "当期": true,
}

// oneEachWay hands out how far each of two things told before has moved where the clause before says that they went each its own way:
// 所得税和增值税5亿元和9亿元，一降一升，幅度分别为12%和5%.
func (r *reader) oneEachWay(s *site, i int) []statement {
	ofBoth := r.followers(i) == 1 && hasWord(s.left, "均", "都")
	if s.tok.q.Kind != "percent" || !hasWord(s.left, "幅度") || r.followers(i) != 2 && !ofBoth {
		return nil
	}
	told := r.told
	if len(r.list) == 2 {
		told = r.list
	}
	if len(told) == 1 && r.levelsBehind(r.start) == 2 {
		told = slices.Repeat(told, 2) // 出口7.6万吨、8640万美元，一降一升
	}
	if len(told) < 2 {
		return nil
	}
	before := r.text[r.start:s.left[0].start]
	for k, way := range [2]int{1, -1} {
		if !endsWithAny(before, waysApart[k]()) {
			continue
		}
		items := r.asPlaced(append([]statement(nil), told[len(told)-2:]...))
		items[0].turned, items[1].turned = way, -way
		s.measure, s.base, s.rule, s.sign = "growth", "yoy", "growth", way
		return items
	}
	return nil
}

// waysApart end clauses that say that the first of two has risen and the second fallen, and the other way round.
var waysApart = [2]func() *phraseList{phrases("first up then down"), phrases("first down then up")}

// plainItems reads a list that hands out without a 分别: 城镇、农村居民收入3.1万元、1.4万元，增长8.3%、9%.
func (r *reader) plainItems(s *site, i, rest int) []statement {
	q := s.tok.q
	toPlaces := q.Kind == "count" && !madeAndSold(s.nounPhrase) // 甲市、乙市新备案企业19家和7家
	listed := toPlaces || q.Kind == "amount" || q.Kind == "physical" || q.Kind == "percent" || q.Kind == "pp" || q.Kind == "count" && madeAndSold(s.nounPhrase)
	if !listed || s.driver || s.nounAfter || s.measure == "rank" || i+2 >= len(r.toks) ||
		r.toks[i+1].kind != dun && !r.toks[i+1].is(conj) || r.toks[i+2].kind != figure || r.toks[i+2].q.Unit.Code != q.Unit.Code {
		return nil
	}
	n := r.followers(i)
	if items := r.placeItems(withoutBrackets(s.nounPhrase), nil, s, n); items != nil || toPlaces {
		return items
	}
	np, lead := r.leading(withoutBrackets(s.nounPhrase))
	if len(np) == 0 {
		if len(r.list) == n && r.listAt >= len(r.list) {
			return append([]statement(nil), r.list...)
		}
		if len(r.told) == n && n > 1 && s.measure == "growth" && r.toldLevelsOnly() {
			return append([]statement(nil), r.told...) // 接待游客9万人次，实现旅游收入3亿元，同比增长12%和13%
		}
		if told := r.told[r.partAt:]; r.partAt > 0 && len(told) == n && n > 1 && s.measure == "growth" && r.levelsBehind(r.semiAt) == n {
			return append([]statement(nil), told...) // of this part of the sentence
		}
		return nil
	}
	parts := splitConj(np)
	if two := townAndCountry(np); len(parts) != n && two != nil {
		parts = two
	}
	if len(parts) != n || n < 2 {
		return nil
	}
	return r.members(parts, s, lead)
}

// toldLevelsOnly tells of a sentence that has told a level of each of its quantities and nothing else.
func (r *reader) toldLevelsOnly() bool { return r.levelsBehind(r.start) == len(r.told) }

// levelsBehind counts the facts from a place of the text on, -1 where they are not levels alone.
func (r *reader) levelsBehind(start int) int {
	n := 0
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= start; i-- {
		if r.out.Facts[i].Measure != "level" {
			return -1
		}
		n++
	}
	return n
}

// lastComma is the token of the last comma before a figure, 0 where there is none.
func (r *reader) lastComma(s *site) int {
	at := 0
	for i, t := range r.toks {
		if t.start < s.tok.start && t.kind == comma {
			at = i
		}
	}
	return at
}

// clauseItems reads the members of a list that the clause before names: 运输收入和利润，比上年分别增长….
func (r *reader) clauseItems(s *site, n int) []statement {
	to := r.lastComma(s)
	from := to
	for from > 0 && !r.toks[from-1].kind.pauses() {
		if r.toks[from-1].kind == figure {
			return nil
		}
		from--
	}
	parts := splitConj(r.toks[from:to])
	if len(parts) != n {
		return nil
	}
	items := make([]statement, n)
	for k, part := range parts {
		hit, ok := indicator.Head(join(part))
		st, named := r.nameOf(part, s.tok.q)
		if !ok || !named || !st.known || hit.End != len(join(part)) {
			return nil
		}
		items[k] = st
	}
	return items
}

// groupItems hands out a quantity to the groups of which the clause before tells how they went: 健康险和意外险快速增长，分别实现保费收入8亿元和3亿元.
func (r *reader) groupItems(behind []token, s *site, n int) []statement {
	to := r.lastComma(s)
	from := to
	for from > 0 && !r.toks[from-1].kind.pauses() {
		from--
	}
	for from < to && (r.toks[from].is(among) || r.toks[from].kind == time || strings.HasSuffix(r.toks[from].text, "是")) {
		from++ // 三是健康险和意外险快速增长
	}
	toks := r.toks[from:to]
	end := slices.IndexFunc(toks, func(t token) bool { return t.text == "等" || howTheyWent().has(t.text) })
	if r.Report.Kind != "" || end < 0 || slices.ContainsFunc(toks, func(t token) bool { return t.kind == figure }) {
		return nil
	}
	parts := splitConj(toks[:end])
	if len(parts) != n {
		return nil
	}
	st, ok := r.nameOf(withoutVerbs(behind), s.tok.q)
	if !ok && r.current != nil && money[r.current.code] && s.measure == "growth" {
		st, ok, s.inherited = *r.current, true, true
	}
	items := make([]statement, n)
	for k, part := range parts {
		name := join(trimReach(part))
		if !ok || len(indicator.Terms(name)) > 0 || utf8.RuneCountInString(name) > longestGoods {
			return nil
		}
		items[k] = st
		items[k].qualifier = name
	}
	return items
}

// howTheyWent are words for how groups fared.
var howTheyWent = phrases("how groups went")

// commaItems reads the members of a list that commas part: 营业收入，增加值，利润总额分别增长….
func (r *reader) commaItems(s *site, n int) []statement {
	to := slices.IndexFunc(s.left, func(t token) bool { return t.kind == word && t.is(resp) })
	if to < 0 {
		return nil
	}
	to = slices.IndexFunc(r.toks, func(t token) bool { return t.start == s.left[to].start })
	for to > 0 && (r.toks[to-1].kind == time || r.toks[to-1].text == "同比") {
		to--
	}
	items := make([]statement, n)
	for k := n - 1; k >= 0; k-- {
		from := to
		for from > 0 && (r.toks[from-1].kind == word || r.toks[from-1].kind == where) && !r.toks[from-1].is(conj) {
			from--
		}
		part := r.toks[from:to]
		if i := slices.IndexFunc(part, func(t token) bool { return t.text == "比" || t.text == "较" }); i >= 0 && k == n-1 {
			part = part[:i]
		}
		part = trimReach(part)
		hit, ok := indicator.Head(join(part))
		st, named := r.nameOf(part, s.tok.q)
		if !ok || !named || !st.known || hit.End != len(join(part)) {
			return nil
		}
		items[k] = st
		if to = from - 1; k > 0 && (to < 0 || r.toks[to].kind != comma && r.toks[to].kind != dun && !r.toks[to].is(conj)) {
			return nil
		}
	}
	return items
}

// changeGoesOn lets each member of a list share what the first is told to have changed by, and which way: 分别减少3亿元、2亿元和1亿元.
func (r *reader) changeGoesOn(s *site) {
	last := r.lastInSentence()
	if last == nil || last.Measure != "change" || s.measure != "level" && s.rule != "points" || !r.inOneBreath() {
		return
	}
	if counted := s.tok.q.Kind == "count" && countsThings(last.Indicator); last.Unit != s.tok.q.Unit.Code && !counted {
		return // 减少6起、56人
	}
	s.measure, s.base, s.rule = last.Measure, last.Base, last.Rule
	if last.Value.Negative {
		s.sign = -1
	}
}

// fromList gives the next member where a list is being handed out.
func (r *reader) fromList(s *site) (statement, bool) {
	if r.list == nil || r.listAt >= len(r.list) || !r.inUnitOfList(s.tok.q) {
		return statement{}, false
	}
	first := r.listSite
	turned := false
	for _, t := range s.left {
		switch {
		case t.kind == dun || t.kind == note || t.kind == blank || t.kind == word && t.is(conj|reach):
		case t.is(up|down) && (first.measure == "growth" || first.measure == "change"):
			turned = true // 分别增长5%和下降3%
		default:
			return statement{}, false
		}
	}
	st := r.list[r.listAt]
	r.listAt++
	if q := s.tok.q; q.BoundAfter && r.listAt == len(r.list) {
		r.shareBound(q.Bound, len(r.list)-1)
	}
	if turned && s.measure == first.measure {
		s.base, s.inherited = first.base, first.inherited
		return st, true
	}
	if s.tok.q.Bound == "exact" && boundsAll(first.tok.q) && behindResp(first) {
		s.sharedBound = first.tok.q.Bound // 分别超85%、90%
	}
	s.measure, s.base, s.sign = first.measure, first.base, first.sign
	if st.turned != 0 {
		s.sign = st.turned
	}
	s.predicate, s.arrived, s.inherited = first.predicate, first.arrived, first.inherited
	if s.tok.q.Kind != "multiple" || first.tok.q.Kind == "multiple" {
		s.rule = first.rule
	}
	return st, true
}

// inUnitOfList tells of a figure in the unit of the list that is being handed out. Multiples and percents go on with each other: 分别增长80%和1.2倍.
func (r *reader) inUnitOfList(q *unit.Quantity) bool {
	return r.listUnit == "" || q.Unit.Code == r.listUnit || r.listUnit == "percent" && q.Kind == "multiple" || r.listUnit == "times" && q.Kind == "percent" && r.listSite.measure == "growth"
}

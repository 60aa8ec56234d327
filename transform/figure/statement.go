package figure

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// This file finds what a figure is of: the name in its own phrase, behind it, in the clause before, or told before and carried on.

// statementOf reads the noun phrase before the figure, or behind it where a measure word stands before its noun.
func (r *reader) statementOf(s *site) (statement, bool) {
	q := s.tok.q
	s.nounPhrase = withoutComparison(withoutBasis(s.nounPhrase))
	if q.Kind == "amount" {
		s.nounPhrase = withoutPaidFor(s.nounPhrase)
	}
	if st, ok := r.rateInBrackets(s); ok {
		return st, true
	}
	if np := s.nounPhrase; q.Kind == "amount" && s.measure == "level" && len(np) > 1 && np[0].kind == word && np[0].is(share) && np[1].kind == where {
		s.nounPhrase, s.ofWhole = np[1:], true // 占全国销售总额9000亿元的50%
	}
	if s.measure == "rank" {
		s.nounPhrase = withoutRivals(s.nounPhrase)
	}
	if s.nounAfter {
		return r.nounBehind(s)
	}
	if st, ok := r.namedByUnit(s); ok {
		return st, true
	}
	if st, ok := r.namedByCount(s); ok {
		return st, true
	}
	if st, ok := r.namedByContest(s); ok {
		return st, true
	}
	if kind, ok := extends(s); ok {
		_, lead := r.leading(withoutBrackets(s.nounPhrase))
		lead.known, lead.code, lead.form, lead.time, lead.text, lead.head = true, "length", "level", "stock", kind, kind
		return lead, true
	}
	st, ok := r.namedByPhrase(s)
	if ok {
		return st, true
	}
	return r.namedElsewhere(s, st)
}

// withoutRivals drops the group that something has a place in from before the place: 在全省产业集群里排第五 is of what was told before.
func withoutRivals(toks []token) []token {
	n := len(toks)
	for n > 0 && (toks[n-1].is(rank) || toks[n-1].is(reach)) {
		n--
	}
	at := n - 1
	for at >= 0 && toks[at].text != "在" && toks[at].kind != comma {
		at--
	}
	if at < 0 || toks[at].text != "在" || n-at < 3 || !slices.Contains([]string{"中", "里", "内", "之中"}, toks[n-1].text) {
		return toks
	}
	group := join(toks[at+1 : n-1])
	if holdsAny(join(toks[n:]), contests()) || holdsAny(join(toks), []string{"综合", "考核", "评价"}) {
		return toks
	}
	hit, ok := indicator.Counted(group, "")
	if endsWithAny(group, kindsOfRivals()) || ok && hit.End == len(group) && sharers[hit.Entry.Code] {
		return toks[:at]
	}
	return toks
}

// kindsOfRivals are groups that no table counts.
var kindsOfRivals = phrases("kinds of rivals")

// withoutPaidFor is the name of a price without what it is paid for, behind it: 均价每平方米, 中标价格为每吨.
func withoutPaidFor(toks []token) []token {
	for i := max(1, len(toks)-longestPer); i < len(toks); i++ {
		if strings.HasPrefix(toks[i].text, "每") && endsWithAny(join(trimReach(toks[:i])), quotedPrices()) {
			return toks[:i]
		}
	}
	return toks
}

// namedByContest is the contest or appraisal that a rank is won in: 全省营商环境评价第2名.
func (r *reader) namedByContest(s *site) (statement, bool) {
	toks := withoutBrackets(s.nounPhrase)
	if n := len(toks); n > 1 && toks[n-1].text == "中" {
		toks = toks[:n-1]
	}
	if s.measure != "rank" || len(toks) == 0 || !slices.Contains(contests(), toks[len(toks)-1].text) {
		return statement{}, false
	}
	toks, st := r.leading(toks)
	st.becomes("other", "rate", "flow")
	st.text, st.head = join(toks), join(toks)
	return st, true
}

// nounBehind is what the noun behind a figure measures, which the next may share.
func (r *reader) nounBehind(s *site) (statement, bool) {
	st, ok := r.sharedNoun(s)
	if s.rule == "fall.object" || s.rule == "share.stake" || s.rule == "growth.pace.of" {
		s.base = ""
	}
	if st.counter != "" {
		keep := st
		keep.time = "count"
		r.lastCount = &keep
	}
	return st, ok
}

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

// noNameBefore tells of a figure with no name right before it.
func (s *site) noNameBefore() bool { return len(trimReach(withoutBrackets(s.nounPhrase))) == 0 }

// clauseBehind is what stands behind a figure to the end of its clause.
func (s *site) clauseBehind() string { return join(s.right[:clauseEnd(s.right)]) }

// namedByCount is what stands behind a number of things.
func (r *reader) namedByCount(s *site) (statement, bool) {
	q := s.tok.q
	if q.Kind != "count" || s.measure != "level" && s.measure != "change" || len(s.right) > 0 && startsWithAny(s.right[0].text, marks()) {
		return statement{}, false
	}
	toks, lead := r.leading(withoutBrackets(s.nounPhrase))
	if st, ok := r.madeEach(s); ok {
		return st, true
	}
	if st, ok := r.someOf(toks, q, lead); ok {
		return st, true
	}
	if r.groupHas(toks, s) {
		if st, ok := r.someOf(append(slices.Clone(toks), token{kind: word, text: "的"}), q, lead); ok {
			return st, true // 10个地区中有6个地处中西部
		}
	}
	if n := len(s.nounPhrase); n > 0 && s.nounPhrase[n-1].text == "等" {
		lead.region = ""
	} else if n > 0 && s.nounPhrase[n-1].kind == where && lead.region == "" && endsInOnePlace(s.nounPhrase) {
		lead.region = r.regionOf(s.nounPhrase[n-1].at)
	} else if at := placeOfNext(s.nounPhrase); at != nil && lead.region == "" && r.countedAtPlace() {
		lead.region = r.regionOf(at)
	}
	joined := len(toks) > 0 && len(s.right) > 0 && s.right[0].is(conj) && r.sameThings(s.right, q) == nil // 企业59家和商标31件
	if st, ok := r.afterFigure(s.right, q, lead); ok && !joined && (st.known || len(toks) == 0 || q.Unit.Code == "count") {
		st.happened = st.happened || r.eventAround(s) && !r.groupsActed(st.code, s)
		if st.code == "project_count" && r.onOneDay() && holdsAny(r.saidBefore(s), []string{"签约", "开工"}) {
			st.happened = true
		}
		if subj, kind := r.entityIn(toks); subj != "" {
			st.subject, st.subjectKind = subj, kind
		}
		return st, true
	}
	return statement{}, false
}

// groupHas tells of how many of a group before the figure do what stands behind it: 10个地区中有6个地处中西部, 18个乡镇里有15个种茶.
func (r *reader) groupHas(toks []token, s *site) bool {
	n := len(toks)
	if n < 2 || toks[n-1].text != "中" && toks[n-1].text != "里" || !hasWord(s.left, "有") || len(s.right) == 0 {
		return false
	}
	return s.right[0].text != "是" && !strings.HasPrefix(s.right[0].pos, "n")
}

// endsInOnePlace tells of the place at the end of a phrase that is neither where things go to nor the last of several: 广西, not 向广西, 广东和广西.
func endsInOnePlace(toks []token) bool {
	n := len(toks)
	if n > 1 && isTo[toks[n-2].text] {
		return false
	}
	return !(n > 2 && (toks[n-2].kind == dun || toks[n-2].is(conj)) && toks[n-3].kind == where)
}

// groupsActed tells of what groups that stand did in no time told for it: 39个县实现生产总值….
func (r *reader) groupsActed(code string, s *site) bool {
	return standing[code] && !r.eventIn(s.left) && hasWord(s.right, actsOfGroups()...) && !r.ofTheYear() && !r.onOneDay()
}

// actsOfGroups are verbs for what groups do and remain what they are.
var actsOfGroups = phrases("acts of groups")

// placeOfNext is the one place whose things are counted next in a list, nil where there is none: 北京的7个区和张家口市的10个县.
func placeOfNext(toks []token) *place.Match {
	n := len(toks)
	if n < 3 || toks[n-1].text != "的" || toks[n-2].kind != where || toks[n-3].kind != dun && !toks[n-3].is(conj) {
		return nil
	}
	if n > 3 && toks[n-4].kind == where {
		return nil
	}
	return toks[n-2].at
}

// countedAtPlace tells of news whose last figure counts the units of a place, and not of the country: 31个省和….
func (r *reader) countedAtPlace() bool {
	last := r.lastInSentence()
	return r.Report.Kind == "" && last != nil && last.Indicator == "region_count" && last.RegionCode != "" && last.RegionCode != "100000"
}

// someOf reads 50强物流企业中的12家, whose group before the figure says what is counted.
func (r *reader) someOf(toks []token, q *unit.Quantity, lead statement) (statement, bool) {
	n := len(toks)
	if n < 3 || toks[n-1].text != "的" || toks[n-2].text != "中" && toks[n-2].text != "里" || !q.Unit.Measure {
		return lead, false
	}
	hit, ok := indicator.Counted(join(toks[:n-2]), measureOf(q))
	if !ok || hit.End != len(join(toks[:n-2])) || !strings.Contains(hit.Entry.Measures, measureOf(q)) {
		return lead, false
	}
	return r.countedOf(toks[:n-2], q, lead)
}

// namedByPhrase is what the noun phrase before a figure names.
func (r *reader) namedByPhrase(s *site) (statement, bool) {
	q := s.tok.q
	if s.measure == "growth" || s.measure == "change" {
		s.nounPhrase = withoutRival(s.nounPhrase)
	}
	s.nounPhrase = r.partNamed(s.nounPhrase, q)
	if q.Kind == "count" && s.measure == "level" && r.timeBefore(s) {
		s.nounPhrase = withoutBoundOfYear(s.nounPhrase, s.left)
	}
	if q.Kind == "percent" && endsWithAny(join(s.nounPhrase), begunWorks()) {
		s.nounPhrase = withoutThreshold(s.nounPhrase)
	}
	st, ok := r.nameOf(s.nounPhrase, q)
	if whole := wholePlace[join(trimReach(withoutBrackets(s.nounPhrase)))]; ok && whole && oneByOne[q.Unit.Surface] && len(s.right) > 0 {
		switch { // what is told one by one is in a place and not of it: 全省共有350名选调生
		case q.Unit.Code == "person":
			st.code, st.time, st.text, st.counter, st.measureWord = "count_other", "count", headWord(s.right), headWord(s.right), measureOf(q)
		case s.right[0].kind == word:
			return st, false
		}
	}
	if s.rule == "contribution.to" || strings.HasPrefix(s.rule, "pull") {
		if code := contributedTo(join(s.nounPhrase)); code != "" {
			st, ok = statement{known: true, code: code, form: "level", time: "flow", text: join(s.nounPhrase)}, true
		}
	}
	if s.driver && ok {
		toks, lead := r.leading(withoutBrackets(s.captured("driver")))
		st.qualifier = strings.TrimPrefix(join(toks), "、")
		if lead.region != "" {
			st.region = lead.region
		}
		return st, true
	}
	if ok && s.rule == "share.plan" && strings.HasSuffix(st.code, "_count") && strings.Contains(s.base, "投资") {
		st.code, st.form, st.time, st.qualifier, st.text, st.counter = "investment", "rate", "flow", st.text, "投资", "" // 6个项目完成年度投资计划的80%
	}
	if ok {
		if subj, kind := r.entityIn(s.nounPhrase); subj != "" {
			st.subject, st.subjectKind = subj, kind
		}
		st.happened = st.happened || r.eventAround(s)
		if r.clause.kind == "industry" && st.subject == "" {
			st.subject, st.subjectKind, st.industry = r.clause.subject, r.clause.kind, r.clause.subject
		}
		return st, true
	}
	return st, false
}

// withoutBoundOfYear drops the word that says how nearly the number of a year is meant from behind what it counts: 企业从2012年的仅300家.
func withoutBoundOfYear(toks, left []token) []token {
	n := len(toks)
	for n > 0 && nearly[toks[n-1].text] {
		n--
	}
	bound := n < len(toks) || len(left) > 0 && endsWithAny(left[len(left)-1].text, []string{"仅", "只有", "仅有", "仅为"})
	if n > 1 && bound && toks[n-1].text == "的" {
		return toks[:n-1]
	}
	return toks
}

// withoutThreshold drops the threshold of a group from before its name: 产值在1亿元以上的企业复工比例.
func withoutThreshold(toks []token) []token {
	for i := len(toks) - 3; i > 0; i-- {
		if toks[i-1].kind == figure && (toks[i].text == "以上" || toks[i].text == "以下") && toks[i+1].text == "的" {
			return toks[i+2:]
		}
	}
	return toks
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
	if s.measure == "growth" && r.current != nil && (r.lastMeasured < 0 || hasWord(s.left, "涨幅", "增幅", "增速", "降幅")) {
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
	if len(s.left) == 0 || hasWord(s.left, "所占", "占") || endsWithAny(s.r.text[s.r.start:s.left[0].start], []string{"中，", "里，", "内，"}) {
		return false
	}
	return s.rule == "share.named" && utf8.RuneCountInString(join(trimReach(withoutBrackets(s.nounPhrase)))) > 2
}

// rateInBrackets is the rate that a share is named by in the bracket behind its name: 占总人口比重（城镇化率）为60%.
func (r *reader) rateInBrackets(s *site) (statement, bool) {
	left := trimReach(r.leftTokens)
	n := len(left)
	if s.tok.q.Kind != "percent" || n < 3 || left[n-1].kind != shut {
		return statement{}, false
	}
	from := n - 2
	for from > 0 && left[from].kind == word {
		from--
	}
	name := left[from+1 : n-1]
	hit, ok := indicator.Head(join(name))
	if left[from].kind != open || !ok || hit.Entry.Form != "rate" || hit.End != len(join(name)) {
		return statement{}, false
	}
	return r.nameOf(name, s.tok.q)
}

// withoutComparison drops the 同比 and 环比 that close a phrase.
func withoutComparison(toks []token) []token {
	if comparesOnly(toks) && (len(toks) > 1 || spans[toks[0].text]) {
		return nil
	}
	for n := len(toks); n > 1 && (endsWithAny(toks[n-1].text, []string{"同比", "环比"}) || toks[n-1].kind == blank || comparesLast(toks)); n-- {
		toks = toks[:n-1]
	}
	return toks
}

// comparesLast tells of a word at the end of a name by which its growth is compared with another time: 电话户数比上年末, 参保人数分别比上年.
func comparesLast(toks []token) bool {
	n := len(toks)
	t, before := toks[n-1], toks[n-2]
	compares := func(t token) bool { return t.text == "比" || t.text == "较" }
	return compares(t) || t.is(resp) || t.kind == time && (startsWithAny(t.text, []string{"比", "较"}) || n > 2 && compares(before))
}

// perTime begins what is made, or could be, in each span of time.
var perTime = []string{"年产", "月产", "日产"}

// madeEach reads 年产30万尾 and 月产能4万片, whose name before the figure tells what is made or could be, whatever noun follows.
func (r *reader) madeEach(s *site) (statement, bool) {
	phrase := join(trimReach(withoutBrackets(s.nounPhrase)))
	if !holdsAny(phrase, perTime) {
		return statement{}, false
	}
	st, ok := r.nameOf(s.nounPhrase, s.tok.q)
	if !ok || !startsWithAny(st.head, perTime) || !strings.HasSuffix(phrase, st.head) {
		return st, false
	}
	if made := headWord(s.right); made != "" && s.right[0].text != "的" {
		st.industry, st.sector, st.counter = made, true, made
	} else if verb := st.head == "年产" || st.head == "月产" || st.head == "日产"; verb && len(indicator.Industries(st.industry)) == 0 {
		st.industry = "" // it names the maker
	}
	return st, true
}

// contributedTo is what is contributed to where its name is no name of a quantity: 工业增长, 小镇经济.
func contributedTo(thing string) string {
	thing = strings.TrimSuffix(thing, "的")
	if holdsAny(thing, []string{"工业经济", "农业经济"}) {
		return "value_added"
	}
	if hit, ok := indicator.Head(thing); ok && hit.End == len(thing) && hit.Entry.Form != "growthname" {
		return ""
	}
	thing = trimAny(thing, "增长", "增速", "发展")
	switch hits := indicator.Industries(thing); {
	case strings.HasSuffix(thing, "经济"):
		return "gdp"
	case strings.HasSuffix(thing, "工业"), len(hits) > 0 && hits[len(hits)-1].End == len(thing):
		return "value_added"
	}
	return ""
}

// partNamed drops the whole a part is a share of, where the share moves: 民营经济增加值占GDP比重提高….
func (r *reader) partNamed(toks []token, q *unit.Quantity) []token {
	for i, t := range toks {
		if i > 0 && (q.Kind == "pp" || q.Kind == "rank") && t.is(share) {
			if st, ok := r.nameOf(toks[:i], q); ok && st.known {
				return toks[:i]
			}
		}
	}
	return toks
}

// withoutRival drops what a growth is compared with: 合作项目较上届.
func withoutRival(toks []token) []token {
	for i, t := range toks {
		if t.text != "比" && t.text != "较" || i > 0 && toks[i-1].kind == where {
			continue
		}
		if i > 0 || len(indicator.Terms(join(toks))) == 0 { // 较试点面积扩大 names the quantity with its rival
			return trimReach(toks[:i])
		}
	}
	return toks
}

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
	for len(left) > 0 && (left[0].kind == time || left[0].kind == comma || left[0].is(exist|reach) && !slices.Contains(madeThere(), left[0].text)) {
		left = left[1:]
	}
	if len(s.right) > 0 || len(left) == 0 || len(left) > 2 || !slices.Contains(madeThere(), left[0].text) {
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

// extends reads 98公里长的岸线 and 30米高的坝, which say behind the figure how a thing is measured, or what thing it is.
func extends(s *site) (string, bool) {
	phrase := trimReach(withoutBrackets(s.nounPhrase))
	if n := len(phrase); n > 0 && slices.Contains(running(), phrase[n-1].text) && len(s.right) > 0 && s.right[0].text == "的" {
		phrase = nil // 在长达300公里的海岸线上
	}
	if c := s.tok.q.Unit.Code; c != "km" && c != "m" || len(s.right) == 0 || s.measure != "level" || len(phrase) > 0 {
		return "", false
	}
	if w := s.right[0].text; w == "长" || w == "宽" || w == "高" || w == "深" {
		return w, true
	}
	line := lineBehind(s.right)
	return line, line != ""
}

// running are words for how far a thing runs.
var running = phrases("running")

// lineBehind is what a length is the length of where that stands behind it: 12公里的海底电缆.
func lineBehind(right []token) string {
	name := ""
	for i, t := range right {
		if i > 5 || t.kind != word && t.kind != where || t.class != 0 {
			return ""
		}
		if name += strings.TrimPrefix(t.text, "的"); endsWithAny(name, lines()) {
			return name
		}
	}
	return ""
}

// lines are what is measured by its length.
var lines = phrases("lines")

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

// incomeGrades are words that sort people by what they earn.
var incomeGrades = phrases("people by their income")

// holdsSharers tells of a noun that only restricts those whose share is told right behind it: 一半的农产品加工企业, 半数的国家制造业创新中心.
func holdsSharers(n, last indicator.Hit[indicator.Noun]) bool {
	if n.Entry.Code != "count_other" && n.Entry.Code != "region_count" || n.Entry.Unit == "person" && last.Start != n.End {
		return false
	}
	return sharers[last.Entry.Code] && last.Entry.Code != "region_count" && last.Start >= n.End && last.Start-n.End <= len("高新技术")
}

// sharedNoun reads what a share is of where it stands behind it: 超过六成的工业营业收入, 96%的县域.
func (r *reader) sharedNoun(s *site) (statement, bool) {
	var toks []token
	for i, t := range s.right {
		if slices.Contains(puttingTo(), t.text) && sharesSpent(s.rule, toks) {
			break
		}
		if endsSharers(toks, s.right, i) {
			if !t.is(conj) && t.kind != dun || !joinsOwners(toks, s.right[i+1:]) {
				break
			}
		}
		if t.kind == word && (t.text == "的" || t.text == "以上" || t.text == "以下") && len(toks) == 0 {
			continue
		}
		toks = append(toks, t)
	}
	s.base = join(toks)
	hits := withoutGrades(indicator.Nouns(s.base), s.base)
	if len(hits) > 1 && livedIn[s.base[:hits[0].End]] && hits[1].Entry.Unit == "person" {
		hits = hits[1:] // 农村外出务工劳动力
	}
	named, found := indicator.Head(s.base)
	found = found && !(len(hits) > 0 && endsWithAny(s.base[:named.End], incomeGrades())) // 75%的低收入农户
	if n := len(hits); n > 0 && found && sharersRightBehind(named.End, hits[n-1]) && !strings.HasPrefix(s.rule, "share.given") {
		found, hits = false, hits[n-1:] // 七成的规上工业企业
	}
	quantity := len(hits) == 0 || found && s.rule == "share.given" && named.End == len(s.base)
	if !quantity && found { // the name of a quantity that begins before that of a thing, or goes on behind it
		first := hits[0]
		quantity = named.Start < first.Start || named.Start == first.Start && named.End > first.End
	}
	if quantity {
		if st, ok := r.nameOf(toks, s.tok.q); ok && st.known {
			return st, true
		}
	}
	if len(hits) == 0 {
		return statement{code: "other", text: s.base}, true
	}
	n := hits[0]
	if last := hits[len(hits)-1]; holdsSharers(n, last) {
		n = last
	}
	s.base = s.base[:n.End]
	st := statement{known: true, code: n.Entry.Code, form: "rate", time: "stock", text: s.base, head: n.Entry.Text, counter: n.Entry.Text}
	r.modifiers(&st, toks, s.base[:n.Start])
	if before := strings.Index(join(s.right), s.base); st.qualifier == "" && before >= 0 {
		st.qualifier = predicateAfter(s.right, before+len(s.base)) // 96%的县域已制定规划
	}
	return st, true
}

// sharesSpent tells of a share whose use is told behind it, of what no name of a quantity says: 将六成的资金用于….
func sharesSpent(rule string, toks []token) bool {
	return rule == "share.spent" || rule == "share.over" && len(toks) > 0 && len(indicator.Terms(join(toks))) == 0
}

// endsSharers tells of what stands behind the name of those whose share is told: 超过六成的企业实现了增长.
func endsSharers(toks, right []token, i int) bool {
	t := right[i]
	if t.kind == figure || t.kind == dun {
		return true
	}
	if t.kind != word || len(toks) == 0 || !t.is(conj|up|down|event|reach|rank|newness) {
		return false
	}
	return !isName(t.text) && !livedIn[toks[0].text] && !modifies(t, right, i)
}

// sharersRightBehind tells of those whose share is told right behind the name of a quantity that restricts them: 规上工业企业.
func sharersRightBehind(end int, last indicator.Hit[indicator.Noun]) bool {
	return sharers[last.Entry.Code] && last.Start >= end && last.Start-end <= len("业")
}

// withoutGrades leaves out the places that only make the grade of what stands behind them: 省 of 省级许可事项.
func withoutGrades(hits []indicator.Hit[indicator.Noun], phrase string) []indicator.Hit[indicator.Noun] {
	for len(hits) > 1 && hits[0].Entry.Code == "region_count" && strings.HasPrefix(phrase[hits[0].End:], "级") {
		hits = hits[1:]
	}
	return hits
}

// joinsOwners tells of places or grades whose bodies are named once behind the last of them: 社区和乡镇医疗机构, 省级和市级许可事项.
func joinsOwners(toks, rest []token) bool {
	if len(toks) == 0 || len(rest) < 2 || !owner(join(toks)) || !owner(rest[0].text) {
		return false
	}
	hits := indicator.Nouns(join(rest[1:max(1, clauseEnd(rest))]))
	return len(hits) > 0 && hits[0].Start <= len("行政许可") && hits[0].Entry.Code != "region_count"
}

// owner tells of a word for places of a sort, or for the grade they make.
func owner(word string) bool { return namesPlaces(strings.TrimSuffix(word, "级")) }

// livedIn are where those live who stand behind it.
var livedIn = map[string]bool{"农村": true, "乡村": true, "城镇": true}

// standing are the groups that stand whatever they did: 39个县实现生产总值….
var standing = map[string]bool{
	"region_count": true, "park_count": true, "enterprise_count": true, "institution_count": true, "chain_count": true, "cluster_count": true,
}

func (r *reader) eventIn(toks []token) bool {
	for _, t := range toks {
		if t.kind == word && t.is(event|newness) && !t.is(exist) && !attributive[t.text] {
			return true
		}
	}
	return false
}

// onOneDay tells of the news of a day.
func (r *reader) onOneDay() bool { return r.Report.Kind == "" && r.sentence.oneDay() }

// listOn tells whether the list of counts goes on at a figure behind: 54个县512个乡镇遭受暴雨, 36个国家和7个国际组织参加.
func (r *reader) listOn(s *site, i int) bool {
	switch s.right[i].q.Kind {
	case "name", "grade", "bare":
		return true // 186家世界500强企业参会
	}
	if i == 0 || s.right[i].q.Kind != "count" {
		return false
	}
	before := s.right[i-1]
	if before.kind == dun || before.is(conj) || before.text == "等" {
		return true
	}
	return before.kind == word && strings.HasPrefix(before.pos, "n") && before.end == s.right[i].start
}

// ofTheYear tells of a 全年 in the figure's clause: 全年3万家企业完成改造.
func (r *reader) ofTheYear() bool {
	for _, t := range r.leftTokens {
		if t.kind == time && strings.HasSuffix(t.text, "全年") {
			return true
		}
	}
	return false
}

// actsOnNext tells of a verb that begins the next member of a list and is of its figure.
func actsOnNext(toks []token) bool {
	if len(toks) == 0 || !toks[0].is(event|newness) {
		return false
	}
	for _, t := range toks {
		if t.kind == figure || t.kind == comma || t.kind == dun {
			return t.kind == figure
		}
	}
	return false
}

func (r *reader) eventAround(s *site) bool {
	if r.eventIn(s.left) || r.opensWithDeed(s) {
		return true
	}
	if holdsAny(join(s.right), underWay()) {
		return false
	}
	for i, t := range s.right {
		if r.leavesCounted(s, i) || t.kind == dun && actsOnNext(s.right[i+1:]) {
			break // 入园企业49家、开工项目12个
		}
		if t.kind == word && tellsEvent(s.right, i) {
			return true // 5个景区进入省级名单
		}
	}
	return false
}

// leavesCounted tells of a pause or a figure that what stands behind is no longer of the things counted: 入园企业49家，投资30亿元.
func (r *reader) leavesCounted(s *site, i int) bool {
	if s.right[i].kind != figure {
		return s.right[i].kind == comma
	}
	return !r.listOn(s, i) && !(i == 0 && len(s.right) > 1 && sizedAbove(s.right, 1)) && !sumsOf(s.right, i)
}

// tellsEvent tells of a word for what became of the things counted: 12个村完成改造, 5个景区进入省级名单.
func tellsEvent(right []token, i int) bool {
	t := right[i]
	if t.is(event) && !t.is(exist) || strings.HasPrefix(t.text, "完成") {
		return true
	}
	return t.text == "进入" && endsWithAny(strings.TrimRight(firstClause(join(right[i:])), "。；"), listsOfHonour())
}

// opensWithDeed tells of a clause of a report that opens with a verb for what a year has done about what it counts: 消除积水点12个.
func (r *reader) opensWithDeed(s *site) bool {
	if r.Report.Kind != period.WorkReport || s.measure != "level" || s.tok.q.Kind != "count" {
		return false
	}
	clause := r.clauseSoFar(s)
	for i := range clause {
		if clause[i].kind == figure {
			return false // what comes behind may be there
		}
	}
	return len(clause) > 0 && slices.Contains(verbsOfReview(), clause[0].text)
}

// verbsOfReview are such verbs.
var verbsOfReview = phrases("verbs of a review")

// listsOfHonour are lists that things are put on.
var listsOfHonour = phrases("lists of honour")

// namedAfter reads 1600余万元奖补资金: the name behind an amount.
func (r *reader) namedAfter(s *site, st statement) (statement, bool) {
	var toks []token
	for _, t := range s.right {
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
	t := h.Entry
	st.known, st.code, st.form, st.time, st.text, st.head = true, t.Code, t.Form, t.Time, t.Text, t.Text
	st.industry, st.qualifier = t.Industry, t.Qualifier
	if st.code == "revenue" && t.Text == "收入" && earnedByPeople(join(s.left)) {
		st.code = "resident_income" // 为农民带来3亿元收入
	}
	r.modifiers(&st, withoutBrackets(toks), phrase[:h.Start])
	return st, true
}

// earnedByPeople tells of a 收入 that is people's income, by the words before it: 为农民带来.
func earnedByPeople(text string) bool {
	return holdsAny(text, earners()) && !holdsAny(text, takersOfRevenue())
}

// takersOfRevenue are those whose 收入 is no income of people.
var takersOfRevenue = phrases("takers of revenue")

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
		if st, ok := r.nameOf(r.toks[k:j], s.tok.q); ok || s.measure != "growth" && s.measure != "change" || k == 0 || r.toks[k-1].kind != comma {
			return st, ok
		}
		j = k - 1
	}
	return statement{}, false
}

// farthestClause is how many clauses without a figure may stand between the name of what grew and by how much.
const farthestClause = 3

// newInList tells of one more member of a list that opened with what is new: 新增绿地20万平方米、停车位300个.
func (r *reader) newInList(st *statement, s *site) bool {
	c := r.current
	if len(s.left) == 0 || s.left[0].kind != dun || st.newness || st.existing {
		return false
	}
	if c == nil || !c.toldNew() {
		return false
	}
	if st.time != "stock" && (st.time != "count" || st.happened || r.partOf >= 0) {
		return false
	}
	return !hasWord(s.left, comingToAll()...)
}

// comingToAll are words for how many there are in all, comingToAllNow also those that say it is so by now.
var comingToAll, comingToAllNow = phrases("coming to all"), phrases("coming to all")

// carry gives a statement what its sentence has said before and does not repeat: the verb of the first of several
// counts, and which projects a sum is the investment of.
func (r *reader) carry(st *statement, s *site) {
	was := r.lastCount
	if r.newLikeLast(st, s) {
		st.newness, st.qualifier = true, newnessOf(r.current.qualifier)+st.qualifier
	}
	if r.newInList(st, s) {
		st.newness, st.qualifier = true, newnessOf(r.current.qualifier)+st.qualifier
	}
	if r.goesOnOfFirms(st, s) {
		st.qualifier = scaleOf(r.current.qualifier)
		if st.industry == "" {
			st.industry, st.sector = r.current.industry, r.current.sector
		}
	}
	if was != nil && was.code == "project_count" && st.head == "资金" && strings.Contains(r.saidBefore(s), "引进") {
		st.code = "investment"
	}
	if st.time == "count" {
		defer func() { keep := *st; r.lastCount = &keep }()
	}
	if was == nil {
		if c := r.current; c != nil && st.time == "stock" && c.happened && c.code == st.code && (c.newness || !wholeLength()[st.head]) {
			st.happened = true
		}
		return
	}
	if st.time == "count" && r.goesOnCounting(st, s) && st.untold() && !r.timeBefore(s) && !hasWord(s.left, comingToAllNow()...) {
		st.happened, st.existing = was.happened, was.existing
		switch {
		case !was.newness || r.partOf >= 0 || newnessOf(st.qualifier) != "":
		case r.actsItself(s):
			st.happened = true
		default:
			st.newness = true
			st.qualifier = newnessOf(was.qualifier) + st.qualifier
		}
	}
	if was.time == "count" && was.code == "project_count" && st.sumLaidOut(s) {
		if s.tok.q.Unit.Code == "USD" && strings.HasPrefix(st.head, "合同") && holdsAny(was.qualifier, []string{"外资", "外商"}) {
			st.code = "fdi" // 批准外资项目9个，合同金额3000万美元
		}
		if st.qualifier == "" || strings.HasPrefix(st.head, st.qualifier) {
			st.qualifier = joinQualifiers(was.qualifier+was.counter, "", true)
		}
		st.existing, st.happened = was.existing && !was.happened, was.happened
		if st.industry == "" {
			st.industry, st.sector = was.industry, was.sector
		}
	}
}

// goesOnCounting tells of a count to which the verb of the one before it can be carried: 新建天桥5座、泵站3座.
func (r *reader) goesOnCounting(st *statement, s *site) bool {
	if len(s.right) == 0 || s.right[0].kind != word {
		return true
	}
	return r.memberOf(s) || r.countsOn(s) || r.lastCount.code == st.code && r.besideLast(s)
}

// untold tells of things of which it is not said whether they are new, there already or were dealt with.
func (st *statement) untold() bool { return !st.newness && !st.existing && !st.happened }

// newLikeLast tells of what is new as that is which the sentence has told last: 新增道路12公里，桥梁45座.
func (r *reader) newLikeLast(st *statement, s *site) bool {
	c := r.current
	if c == nil || !c.newness || r.lastCount != nil || !st.untold() || r.partOf >= 0 {
		return false
	}
	return (st.time == "count" || c.code == st.code && st.time == "stock") && r.namesOnly(s)
}

// sumLaidOut tells of a sum that the projects told before it take: 项目42个，总投资90亿元.
func (st *statement) sumLaidOut(s *site) bool {
	return (st.code == "investment" || st.code == "other" && s.tok.q.Kind == "amount") && st.head != "完成投资"
}

// actsItself tells of a clause that opens with a verb of its own before what is counted, which is not new by the one before it: 新建天桥5座，
// 迁移电杆80处.
func (r *reader) actsItself(s *site) bool {
	if len(s.left) < 2 || s.left[0].kind != word || !endsWithAny(r.text[r.start:s.left[0].start], []string{"，", "；", "、"}) {
		return false
	}
	t := s.left[0]
	return t.pos == "v" && !t.is(verbal|exist|reach) && s.left[1].text != "式" && s.left[1].text != "型"
}

// toldNew tells of what is new by its verb or by its own name: 城镇新增就业.
func (st *statement) toldNew() bool { return st.newness || strings.Contains(st.head, "新增") }

// goesOnOfFirms tells of what the firms that the sentence has told of did besides: 规上工业企业实现营业收入50亿元，实现利润4亿元.
func (r *reader) goesOnOfFirms(st *statement, s *site) bool {
	c := r.current
	if c == nil || len(s.left) == 0 || st.qualifier != "" && st.qualifier != "利税" {
		return false
	}
	if !earnedByFirms[st.code] || !earnedByFirms[c.code] || scaleOf(c.qualifier) == "" {
		return false
	}
	return (s.left[0].is(event) || strings.HasPrefix(s.left[0].text, "实现")) && holdsAny(r.saidBefore(s), []string{"企业", "单位"})
}

// earnedByFirms are the sums that statistics tell of firms of a size.
var earnedByFirms = map[string]bool{"revenue": true, "profit": true, "tax": true, "output_value": true, "rd_spending": true}

// scaleOf is the word for the size of firms that a restriction begins with.
func scaleOf(qualifier string) string {
	for _, w := range sizesOfFirms() {
		if strings.HasPrefix(qualifier, w) {
			return w
		}
	}
	return ""
}

// sizesOfFirms are such words.
var sizesOfFirms = phrases("sizes of firms")

// namesOnly tells of a member of a list that is a name and a figure and nothing else: 新增道路12公里，桥梁45座.
func (r *reader) namesOnly(s *site) bool {
	name := s.left
	if len(name) > 1 && name[0].kind == dun {
		name = name[1:]
	}
	if len(name) == 0 || len(name) > 3 || len(s.right) > 0 {
		return false
	}
	for _, t := range name {
		if t.kind != word || !strings.HasPrefix(t.pos, "n") || t.is(event|newness|reach|exist|up|down) {
			return false
		}
	}
	return true
}

// wholeLength are names of how long the ways of a place are together, whatever was built of them.
var wholeLength = phraseSet("whole length of ways")

// besideLast tells of a count that follows the noun of the one before without a pause: 出台10项政策60条措施.
func (r *reader) besideLast(s *site) bool {
	if r.lastMeasured < 0 {
		return false
	}
	between := r.text[r.toks[r.lastMeasured].end:s.tok.start]
	if between == "" || between != join(s.left) || strings.Contains(between, "的") {
		return false
	}
	return !slices.ContainsFunc(s.left, func(t token) bool { return t.kind != word || t.class != 0 })
}

// memberOf tells of a figure that goes on with a list: 建设10个中心和35个食堂.
func (r *reader) memberOf(s *site) bool {
	n := len(s.left)
	if n == 0 || s.left[n-1].kind != dun && !s.left[n-1].is(conj) || r.eventIn(s.left) {
		return false
	}
	return s.left[0].kind == word && s.left[0].start > r.start && r.lastMeasured >= 0 && r.toks[r.lastMeasured].end == s.left[0].start
}

// countsOn tells of a clause that goes on counting with a number and what it counts and nothing else: 获得6枚金牌，4枚银牌.
func (r *reader) countsOn(s *site) bool {
	n := clauseEnd(s.right)
	if len(s.left) > 0 || n == 0 || n < len(s.right) && s.right[n].kind == figure || r.lastInSentence() == nil {
		return false
	}
	if !endsWithAny(r.text[r.start:s.tok.start], []string{"，", ","}) || !endsInNoun(join(s.right[:n])) {
		return false
	}
	for i, t := range s.right[:n] {
		if t.kind != word && t.kind != quote || t.is(reach|event|exist|up|down|upto|downto|share|rank|aim|expect) {
			return false
		}
		if modifier := i == 0 && n > 1 && t.pos == "v"; !modifier && !startsWithAny(t.pos, inNouns) { // 3个健身中心
			return false
		}
	}
	return true
}

// inNouns are the parts of speech of the words that what is counted is called by.
var inNouns = []string{"n", "b", "a", "x", "j", "l", "i", "vn"}

// newnessOf is the verb of newness a qualifier begins with.
func newnessOf(q string) string {
	for _, w := range newVerbs() {
		if strings.HasPrefix(q, w) {
			return w
		}
	}
	if strings.HasPrefix(q, "新") {
		return "新"
	}
	return ""
}

// newVerbs are the verbs of newness that begin with 新, the longest first.
var newVerbs = sync.OnceValue(func() []string {
	var verbs []string
	for w, parts := range vocabulary() {
		if parts&newness != 0 && strings.HasPrefix(w, "新") {
			verbs = append(verbs, w)
		}
	}
	slices.SortFunc(verbs, func(a, b string) int { return cmp.Or(len(b)-len(a), strings.Compare(a, b)) })
	return verbs
})

// sumsUpNew lets what the new ones told before have come to be all there are: 新认定高新技术企业150家，达到690家.
func (r *reader) sumsUpNew(st *statement, s *site) {
	if st.newness && s.tok.q.Kind == "count" && measureOf(s.tok.q) == st.measureWord && r.justReached() && s.noNameBefore() {
		st.newness, st.happened, st.existing = false, false, true
		st.qualifier = strings.TrimPrefix(st.qualifier, newnessOf(st.qualifier))
	}
}

// inherit lets a predicate without a noun phrase of its own speak of the statement before it.
func (r *reader) inherit(st statement, s *site) statement {
	out := *r.current
	if out.code == "region_count" && r.measuresPlaces(s) {
		out = r.measuredByPlace()
	}
	if out.code == "region_count" && s.measure == "level" && s.peopleOrFamilies() {
		if who, did := r.peopleWho(s, statement{region: out.region}); did && who.code != "population" {
			return who // 来自42个国家的1400多人参会
		}
		return statement{known: true, code: "population", form: "level", time: "stock", unit: "household", region: out.region} // those who live there
	}
	part := strings.TrimPrefix(join(trimReach(withoutBrackets(s.nounPhrase))), "其中")
	if next := strings.Trim(part, "、和与及"); s.measure == "level" && s.tok.q.Kind == "count" && out.ofGrade(next) {
		return out
	}
	if half(part, s.tok.q) {
		out.qualifier = part
	}
	if st.region != "" {
		out.region = st.region
	}
	if out.leavesNumberTo(s) {
		return countedOnItsOwn(s, st, out)
	}
	if s.measure == "level" && r.countsOther(s, out.counter) {
		other := countedOnItsOwn(s, st, out)
		other.counter = measureOf(s.tok.q)
		return other
	}
	if s.measure == "change" && !fits(out.code, s.tok.q.Unit.Code) {
		return statement{region: out.region, subject: out.subject, subjectKind: out.subjectKind}
	}
	if s.measure == "level" {
		return r.inheritLevel(out, st, s)
	}
	return out
}

// inheritLevel lets a level speak of the statement before it as far as its unit can be of that.
func (r *reader) inheritLevel(out, st statement, s *site) statement {
	r.sumsUpNew(&out, s)
	out.existing = out.existing || st.existing || s.arrived
	out.happened = out.happened || st.happened
	if st.qualifier != "" {
		out.qualifier = st.qualifier
	}
	if fits(out.code, s.tok.q.Unit.Code) {
		return out
	}
	if s.tok.q.Kind == "count" && r.lastCount != nil {
		keep := *r.lastCount
		keep.region = out.region
		return keep
	}
	if sum := r.sumTold(s); sum != nil {
		keep := *sum
		keep.region = out.region
		return keep
	}
	if r.extentOfCounted(s) {
		long := *r.lastCount
		long.known, long.code, long.form, long.counter, long.measureWord = true, "length", "level", "", ""
		return long
	}
	if r.sumOfProjects(s, &out) {
		return out
	}
	return statement{
		region: out.region, subject: out.subject, subjectKind: out.subjectKind,
		qualifier: out.qualifier, industry: out.industry, sector: out.sector,
	}
}

// measuresPlaces tells of a growth, or of the rank of one, which is not of how many places there are: 28个城市中，甲市下降25%，排名第一.
func (r *reader) measuresPlaces(s *site) bool {
	if s.measure != "rank" {
		return s.measure == "growth"
	}
	last := r.lastInSentence()
	return last != nil && last.Measure == "growth"
}

// peopleOrFamilies tells of a number of people or of families: 1400人, 320户.
func (s *site) peopleOrFamilies() bool {
	return s.people() || s.tok.q.Unit.Code == "household" || s.tok.q.Unit.Surface == "户"
}

// leavesNumberTo tells of a number that stands right before a word, and is of that and not of what was told: 3个平台，服务80家企业.
func (st *statement) leavesNumberTo(s *site) bool {
	if s.measure != "level" || s.tok.q.Kind != "count" || len(s.right) == 0 || st.measureWord == measureOf(s.tok.q) {
		return false
	}
	switch next := s.right[0]; {
	case next.kind != word, next.is(conj), next.is(up|down) && endsInTime(s.left), st.code == "population" && s.people():
		return false
	case boundWords[next.text] && st.of("visitor_count", "employment"):
		return !s.peopleOrVisits() // 参会客商800人以上
	}
	return true
}

// countedOnItsOwn is a number that has from the one before it only what became of the things counted.
func countedOnItsOwn(s *site, st, was statement) statement {
	return statement{
		code: countedBy(s.tok.q), time: "count", form: "level", region: st.region,
		happened: st.happened || was.happened, existing: st.existing,
	}
}

// ofGrade makes what was counted of another grade, where that is all a member of a list says: 国家级示范社3家、省级20家.
func (st *statement) ofGrade(grade string) bool {
	if !slices.Contains(ladder(), grade) {
		return false
	}
	for _, was := range ladder() {
		if strings.Contains(st.qualifier, was) {
			swap := strings.NewReplacer(was+"以上", grade, was, grade)
			st.qualifier, st.text = swap.Replace(st.qualifier), swap.Replace(st.text)
			return true
		}
	}
	return false
}

// ladder are the grades that bodies of the state award, from the highest down.
var ladder = phrases("ladder of grades")

// sumOfProjects reads the sum of projects told before, of which it says only that it is one: 42个项目签约，总额90亿元.
func (r *reader) sumOfProjects(s *site, st *statement) bool {
	named := ""
	for _, t := range s.left {
		if worth()[t.text] {
			named = t.text
		}
	}
	if s.tok.q.Kind != "amount" || st.code != "project_count" || named == "" {
		return false
	}
	st.known, st.code, st.form, st.time, st.text, st.head = true, "investment", "level", "flow", named, named
	if holdsAny(r.saidBefore(s), []string{"贷款", "授信", "融资"}) {
		st.code = "financing"
	}
	st.qualifier, st.counter, st.measureWord = st.qualifier+st.counter, "", ""
	return true
}

// countsOther tells of a measure word of one sort of things, which does not count those told before: 出版工程…，将出版30卷.
func (r *reader) countsOther(s *site, counter string) bool {
	m := measureOf(s.tok.q)
	hit, ok := indicator.Counted(counter, "")
	if !ok || s.tok.q.Kind != "count" || !thingMeasures[m] && !prints[m] {
		return false
	}
	return hit.Entry.Measures != "" && !strings.Contains(hit.Entry.Measures, m)
}

// prints are the measure words of what is printed, shown or sung.
var prints = map[string]bool{"卷": true, "册": true, "部": true, "篇": true, "首": true, "集": true, "幅": true}

// measuredByPlace is what a sentence that has counted places tells of one of them: 浓度…, 28个城市中，甲市下降25%，排名第一. How many there are has not
// grown.
func (r *reader) measuredByPlace() statement {
	for i := len(r.told) - 1; i >= 0; i-- {
		if !strings.HasSuffix(r.told[i].code, "_count") {
			return r.told[i]
		}
	}
	return statement{}
}

// extentOfCounted tells of how long the things counted right before are together: 硬化道路9条6公里, 道路9条共6公里.
func (r *reader) extentOfCounted(s *site) bool {
	last, code := r.lastFact(), s.tok.q.Unit.Code
	if code != "m" && code != "km" || r.lastCount == nil {
		return false
	}
	if last == nil || last.Unit != "count" || last.Measure != "level" {
		return false
	}
	between := r.text[last.End:s.tok.start]
	return between == "" || slices.Contains(altogether(), between)
}

// altogether stand between how many things there are and how long they are together.
var altogether = phrases("altogether")

// goesToPark lets a park that stands alone before its figure take over what was said of another: 甲开发区营收490亿元；乙工业园120亿元，全省第38位.
func (r *reader) goesToPark(s *site) {
	named := trimReach(withoutBrackets(s.nounPhrase))
	if s.measure != "level" || len(named) != 1 || named[0].kind != where || named[0].at.Kind != "park" || r.current.subjectKind != "park" {
		return
	}
	moved := *r.current
	moved.subject, moved.region = named[0].text, r.regionOf(named[0].at)
	r.current = &moved
}

// endsInTime tells of the time that a level is only compared with: 较2016年2.3万头增长9%.
func endsInTime(toks []token) bool {
	return len(toks) > 0 && toks[len(toks)-1].kind == time
}

// sumTold is the sum that the sentence has told of others: 拨付甲省3亿元，拨付乙、丙等8省5亿元.
func (r *reader) sumTold(s *site) *statement {
	for i := len(r.told) - 1; i >= 0 && s.tok.q.Kind == "amount"; i-- {
		if t := &r.told[i]; money[t.code] && len(s.left) == 0 {
			return t
		}
	}
	return nil
}

// entityIn finds the name that a noun phrase begins with.
func (r *reader) entityIn(toks []token) (name, kind string) {
	for len(toks) > 0 && (toks[0].kind != word && toks[0].kind != where && toks[0].kind != quote || toks[0].is(among|conj|reach|aim|expect|event)) {
		toks = toks[1:]
	}
	if len(toks) == 0 || toks[0].start == 0 && toks[0].end == 0 {
		return "", ""
	}
	for i := range r.toks {
		if r.toks[i].start != toks[0].start {
			continue
		}
		name, kind, next := r.entityAt(i)
		if name == "" || kind != "enterprise" && kind != "institution" && kind != "park" {
			return "", ""
		}
		if next < len(r.toks) && !actsNext(r.toks[next], kind) || r.countedBehind(next) {
			return "", ""
		}
		return name, kind
	}
	return "", ""
}

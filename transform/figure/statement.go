package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// This file finds what a figure is of: the name in its own phrase first, before it or behind its measure word.

// statementOf reads the noun phrase before the figure, or behind it where a measure word stands before its noun.
func (r *reader) statementOf(s *site) (statement, bool) {
	q := s.tok.q
	s.nounPhrase = withoutComparison(withoutBasis(s.nounPhrase))
	if q.Kind == "count" {
		s.nounPhrase = withoutFirstPlan(s.nounPhrase)
		if len(s.nounPhrase) > 0 && standingAgainst().has(s.nounPhrase[0].text) {
			s.nounPhrase = nil // 其中6个高于全省平均水平、3个低于全省平均水平
		}
	}
	if q.Kind == "amount" {
		s.nounPhrase = withoutPaidFor(s.nounPhrase)
	}
	if st, ok := r.rateInBrackets(s); ok {
		return st, true
	}
	if st, ok := r.paceBehindBracket(s); ok {
		return st, true
	}
	if np := s.nounPhrase; q.Kind == "amount" && s.measure == "level" && len(np) > 1 && np[0].kind == word && np[0].is(share) && np[1].kind == where {
		s.nounPhrase, s.ofWhole = np[1:], true // 占全国销售总额9000亿元的50%
	}
	if n := len(s.nounPhrase); n > 1 && s.nounPhrase[n-1].text == "以" && ranksBehind(s.right) {
		s.nounPhrase = s.nounPhrase[:n-1] // 其中甲银行以90亿元居首
	}
	s.nounPhrase = namedBehindNumber(s)
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
	if measured, ok := r.measuredAlone(s); ok {
		return measured, true
	}
	return r.namedElsewhere(s, st)
}

// namedBehindNumber puts back before a number the quantity that stands behind it where a standing follows: 甲厂以30万辆的销量居首.
func namedBehindNumber(s *site) []token {
	n := len(s.nounPhrase)
	if s.tok.q.Kind != "count" || s.measure != "level" || n == 0 || len(s.right) < 2 || s.right[0].text != "的" {
		return s.nounPhrase
	}
	if s.tok.q.Unit.Surface == "人次" {
		if name := s.right[1 : 1+clauseEnd(s.right[1:])]; endsInName(join(name)) {
			return name // 有10万人次的日均客流量
		}
	}
	if s.nounPhrase[n-1].text != "以" || len(s.right) < 3 {
		return s.nounPhrase
	}
	for k := 1; k < len(s.right) && k < 4 && s.right[k].kind == word; k++ {
		if name := s.right[1 : k+1]; endsInName(join(name)) && ranksBehind(s.right[k+1:]) {
			return slices.Concat(s.nounPhrase[:n-1], name)
		}
	}
	return s.nounPhrase
}

// endsInName tells of a phrase that a known quantity ends.
func endsInName(phrase string) bool {
	hit, ok := indicator.Head(phrase)
	return ok && hit.End == len(phrase)
}

// ranksBehind tells of words that begin with a standing, but for light ones before it: 继续居首.
func ranksBehind(right []token) bool {
	for i := range right {
		if t := &right[i]; t.is(rank) || t.kind == figure && t.q.Unit.Code == "rank" {
			return true
		} else if t.kind != word || !t.is(reach) {
			return false
		}
	}
	return false
}

// withoutFirstPlan drops the 原计划 between the things and how many of them there were to be: 航班原计划136个.
func withoutFirstPlan(toks []token) []token {
	if n := len(toks); n > 2 && toks[n-1].text == "计划" && toks[n-2].text == "原" {
		return toks[:n-2]
	}
	if n := len(toks); n > 1 && (toks[n-1].text == "原计划" || toks[n-1].text == "原定") {
		return toks[:n-1]
	}
	return toks
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
	if at < 0 || toks[at].text != "在" || n-at < 3 || !insideGroups().has(toks[n-1].text) {
		return toks
	}
	group := join(toks[at+1 : n-1])
	if holdsAny(join(toks), appraising()) {
		return toks
	}
	hit, ok := indicator.Counted(group, "")
	if ok && hit.End == len(group) && sharers[hit.Entry.Code] {
		return toks[:at]
	}
	return toks
}

// appraising are words of contests and appraisals that a place is won in.
var appraising = phrases("appraising")

// insideGroups are words behind the group that something has a place in.
var insideGroups = phrases("inside groups")

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
	if s.measure != "rank" || len(toks) == 0 || !contests().has(toks[len(toks)-1].text) {
		return statement{}, false
	}
	toks, st := r.leading(toks)
	st.becomes("other", "rate", "flow")
	st.text, st.head = join(toks), join(toks)
	return st, true
}

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
	if st, ok := r.someOfToldGroup(s, lead); ok {
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

// someOfToldGroup is what the group counts that the clause before ends with, where what stands behind the number says only how they fare: 29个在建平台中，
// 5个土建竣工.
func (r *reader) someOfToldGroup(s *site, lead statement) (statement, bool) {
	last := r.lastInSentence()
	if last == nil || last.Measure != "level" || last.Counter == "" || r.current == nil || r.current.code != last.Indicator || last.Indicator == "visitor_count" {
		return lead, false
	}
	between := r.text[last.End:s.tok.start]
	if !endsWithAny(between, []string{"中，", "里，"}) || strings.HasSuffix(between, "其中，") || !strings.HasSuffix(last.ValueText, s.tok.q.Unit.Surface) {
		return lead, false
	}
	behind := join(s.right[:clauseEnd(s.right)])
	if hit, known := indicator.Counted(behind, ""); behind == "" || known && strings.Contains(hit.Entry.Measures, measureOf(s.tok.q)) {
		return lead, false
	}
	st := *r.current
	st.newness, st.happened = false, false
	return st, true
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
	return standing[code] && !r.eventIn(s.left) && hasWord(s.right, actsOfGroups().words...) && !r.ofTheYear() && !r.onOneDay()
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
	if whole := wholePlace()[join(trimReach(withoutBrackets(s.nounPhrase)))]; ok && whole && oneByOne[q.Unit.Surface] && len(s.right) > 0 {
		switch { // what is told one by one is in a place and not of it: 全省共有350名选调生
		case q.Unit.Code == "person":
			st.code, st.time, st.text, st.counter, st.measureWord = "count_other", "count", headWord(s.right), headWord(s.right), measureOf(q)
		case s.right[0].kind == word:
			return st, false
		}
	}
	if s.rule == "contribution.to" || strings.HasPrefix(s.rule, "pull") {
		if code := cmp.Or(contributedTo(join(s.nounPhrase)), r.incomesRise(s)); code != "" {
			st, ok = statement{known: true, code: code, form: "level", time: "flow", text: strings.TrimSuffix(join(s.nounPhrase), "的")}, true
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
	bound := n < len(toks) || len(left) > 0 && endsWithAny(left[len(left)-1].text, onlyWords())
	if n > 1 && bound && toks[n-1].text == "的" {
		return toks[:n-1]
	}
	return toks
}

// onlyWords are words for no more than so many.
var onlyWords = phrases("only")

// withoutThreshold drops the threshold of a group from before its name: 产值在1亿元以上的企业复工比例.
func withoutThreshold(toks []token) []token {
	for i := len(toks) - 3; i > 0; i-- {
		if toks[i-1].kind == figure && (toks[i].text == "以上" || toks[i].text == "以下") && toks[i+1].text == "的" {
			return toks[i+2:]
		}
	}
	return toks
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
	toks = toks[:comparedEventFrom(toks)]
	for n := len(toks); n > 1 && (endsWithAny(toks[n-1].text, []string{"同比", "环比"}) || toks[n-1].kind == blank || comparesLast(toks)); n-- {
		toks = toks[:n-1]
	}
	return toks
}

// comparedEventFrom is where a phrase begins to tell with which event of which time its growth is compared, its end where it does not: 到会客商比去年春季举行的第二届博览会.
func comparedEventFrom(toks []token) int {
	n := len(toks)
	if n < 2 || !endsWithAny(toks[n-1].text, gatherings()) && !endsWithAny(toks[n-1].text, comparedEvents()) {
		return n
	}
	for k := n - 2; k >= 0; k-- {
		t := &toks[k]
		if t.kind == time && (startsWithAny(t.text, []string{"比", "较"}) || k > 0 && (toks[k-1].text == "比" || toks[k-1].text == "较")) {
			if !startsWithAny(t.text, []string{"比", "较"}) {
				k--
			}
			return k
		}
		if t.kind == comma || t.is(up|down) {
			break
		}
	}
	return n
}

// comparesLast tells of a word at the end of a name by which its growth is compared with another time: 电话户数比上年末, 参保人数分别比上年.
func comparesLast(toks []token) bool {
	n := len(toks)
	t, before := toks[n-1], toks[n-2]
	compares := func(t token) bool { return t.text == "比" || t.text == "较" }
	return compares(t) || t.is(resp) || t.kind == time && (startsWithAny(t.text, []string{"比", "较"}) || n > 2 && compares(before))
}

// incomesRise is the income of people where what drives the 增收 is a kind of it, or it is a farmer's: 工资性收入对增收的贡献率.
func (r *reader) incomesRise(s *site) string {
	thing := strings.TrimSuffix(join(s.nounPhrase), "的")
	if !strings.HasSuffix(thing, "增收") || strings.Contains(thing, "财政") || strings.Contains(thing, "税") {
		return ""
	}
	clause := r.clauseAround(s.tok.start, s.tok.end)
	if holdsAny(clause, whoEarn()) || holdsAny(clause, kindsOfEarning()) {
		return "resident_income"
	}
	return ""
}

// whoEarn are those whose income is a household's, kindsOfEarning the kinds of it.
var whoEarn, kindsOfEarning = phrases("people who earn"), phrases("kinds of earning")

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
		if next < len(r.toks) && !actsNext(r.toks[next], kind) || r.countedBehind(next) || r.announces(next, kind) {
			return "", ""
		}
		return name, kind
	}
	return "", ""
}

// statement is what a sentence is speaking of: a quantity and whose it is. It stays in force until the next noun
// phrase, so that 增长5.5% after a comma knows what grew.
type statement struct {
	code, form, time string
	text             string // indicator_text
	head             string // the name itself
	industry         string
	sector           bool
	qualifier        string
	counter          string
	measureWord      string
	unit             string // of the noun counted, where it sets one: household, person
	newness          bool   // 新增, 新登记: a flow
	existing         bool   // 现有, 在建, 累计: a stock
	happened         bool   // an event verb governs it
	cumulative       bool   // 累计: from the beginning to the date
	subject          string
	subjectKind      string
	region           string
	known            bool   // the indicator was found, not guessed
	turned           int    // which way it went, where a list is told of things that went apart
	plan             string // it is what a plan was, "told", or how much of it is "done"
}

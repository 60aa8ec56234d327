package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file finds the noun that a number counts, before it or behind it.

// countedOf reads 新增规上工业企业 before 270家.
func (r *reader) countedOf(toks []token, q *unit.Quantity, st statement) (statement, bool) {
	for n := len(toks); n > 1 && toks[n-1].kind == time && toks[n-1].e.Role == "base"; n-- {
		toks = toks[:n-1] // 电话用户较上年底增加
	}
	phrase := join(toks)
	if bareShare[phrase] || strings.HasSuffix(phrase, "的") {
		return st, false
	}
	if q.Unit.Code == "person" && namesSector(phrase) {
		st.form, st.text, st.industry, st.sector = "sector", phrase, phrase, true
		return st, true
	}
	if q.Unit.Code == "person" && strings.HasSuffix(phrase, "一行") {
		return countedAs("count_other", phrase, q, st), true // 局长一行3人
	}
	if r.sortOfCounted(phrase, q) || r.kindOfWorks(phrase, toks, q) {
		part := *r.lastCount
		part.text, part.qualifier, part.industry = phrase, phrase, ""
		return part, true
	}
	hit, ok := indicator.Counted(phrase, measureOf(q))
	if measureOf(q) == "条" && (!ok || hit.End < len(phrase)) && !endsWithAny(phrase, longThings()) && r.issued(toks) {
		return countedAs("policy_count", phrase, q, st), true
	}
	if named, found := indicator.Head(phrase); found && !holdsAny(phrase[named.End:], []string{"以上", "以下"}) {
		if fits(named.Entry.Code, q.Unit.Code) && (!ok || named.End > hit.End || named.End == hit.End && named.Start <= hit.Start) {
			t := named.Entry
			st.known, st.code, st.form, st.time, st.text, st.head = true, t.Code, t.Form, t.Time, t.Text, t.Text
			st.industry, st.qualifier = t.Industry, t.Qualifier
			r.modifiers(&st, toks, phrase[:named.Start])
			if q.Unit.Surface == "人次" {
				st.counter = "人次"
			} else if n, isNoun := indicator.Counted(t.Text, ""); isNoun {
				st.counter = n.Entry.Text
			}
			return st, true
		}
	}
	if last, _ := indicator.Counted(phrase, ""); ok && last.End == len(phrase) && !(noPapers[measureOf(q)] && laidDown(last.Entry)) {
		hit = last // before its figure a noun stands last
	}
	if !ok {
		return st, false
	}
	return r.countedAsNoun(hit, phrase, toks, q, st)
}

// countedAsNoun is a number of what the last noun that the tables know in a phrase names, unless what it counts is something else.
func (r *reader) countedAsNoun(
	hit indicator.Hit[indicator.Noun], phrase string, toks []token, q *unit.Quantity, st statement,
) (statement, bool) {
	if r.nextPlace(toks, q) {
		return st, false
	}
	if noPlaces(hit, phrase, q) {
		st = countedAs(timesOf(phrase, q), phrase, q, st)
		st.counter = counterOf(toks, q)
		return st, !happens[measureOf(q)] || bodiesCounted[hit.Entry.Code]
	}
	if (q.Unit.Code == "person" || q.Unit.Code == "household") && (wholePlace[phrase] || hit.Entry.Code == "region_count" && hit.End == len(phrase)) {
		st.known, st.code, st.form, st.time, st.text = true, "population", "level", "stock", phrase
		return st, true
	}
	n := hit.Entry
	if madeInPlace(hit, phrase, q) {
		return st, false // 生态公园，城区已建成5个
	}
	if n.Code == "region_count" && (q.Unit.Code == "person" || q.Unit.Code == "household" || noPlace[measureOf(q)]) {
		return st, false
	}
	st.known, st.code, st.form, st.time, st.head, st.unit = true, n.Code, "level", "count", n.Text, n.Unit
	st.counter, st.measureWord = n.Text, measureOf(q)
	st.text = phrase
	if countsCases(n, q) {
		st.code = "case_count" // 办理事项4000件
	}
	if q.Unit.Surface == "人次" {
		st.counter = "人次"
		if n.Code == "policy_count" {
			st.code = "case_count" // 处理违反规定40人次
		}
	}
	r.modifiers(&st, toks, phrase[:hit.Start])
	return st, true
}

// madeInPlace tells of a verb for making behind the place that has what is counted: 生态公园，城区已建成 before 5个.
func madeInPlace(hit indicator.Hit[indicator.Noun], phrase string, q *unit.Quantity) bool {
	if hit.Entry.Code != "region_count" || hit.End == len(phrase) || q.Unit.Surface != "个" {
		return false
	}
	return slices.Contains(madeThere(), trimAhead(phrase[hit.End:], "已经", "已", "共", "累计", "就"))
}

// countsCases tells of a measure word of cases behind what they are about: 办理事项 before 4000件.
func countsCases(n indicator.Noun, q *unit.Quantity) bool {
	if countedBy(q) != "case_count" || n.Measures == "" || strings.Contains(n.Measures, measureOf(q)) {
		return false
	}
	return n.Code == "count_other" || n.Code == "policy_count"
}

// sortOfCounted tells of one sort of the projects or firms that have just been counted: 项目12个，其中产业发展类7个.
func (r *reader) sortOfCounted(phrase string, q *unit.Quantity) bool {
	was := r.lastCount
	if q.Kind != "count" || was == nil || !limited[was.code] || was.measureWord != measureOf(q) || !strings.HasSuffix(phrase, "类") {
		return false
	}
	return strings.Contains(r.text[r.start:r.start+q.Start], "其中")
}

// kindOfWorks tells of works whose 项目 the member of the list before has named: 结构减排项目12个、管理减排7个.
func (r *reader) kindOfWorks(phrase string, toks []token, q *unit.Quantity) bool {
	was, last := r.lastCount, r.lastInSentence()
	if was == nil || last == nil || was.code != "project_count" || was.measureWord != measureOf(q) || !endsWithAny(phrase, kindsOfWorks()) {
		return false
	}
	return r.text[last.End:toks[0].start] == "、"
}

// noPapers are measure words that never count plans and rules: 实施企业倍增计划，净增40户.
var noPapers = map[string]bool{"户": true, "家": true}

// laidDown tells of a paper and of a plan or campaign, which stand before what they bring about.
func laidDown(n indicator.Noun) bool {
	return n.Code == "policy_count" || plansAndCampaigns()[n.Text]
}

// plansAndCampaigns are those that are no measures themselves.
var plansAndCampaigns = phraseSet("plans and campaigns")

// longThings end the names of things that 条 counts.
var longThings = phrases("long things")

// issued tells of a member of a list of what has been issued: 出台稳外贸12条、促消费8条.
func (r *reader) issued(toks []token) bool {
	if len(toks) == 0 || toks[0].start < r.start {
		return false
	}
	before := r.text[r.start:toks[0].start]
	for _, verb := range issuing() {
		if at := strings.LastIndex(before, verb); at >= 0 && !strings.ContainsAny(before[at:], "，,；;") {
			return true
		}
	}
	return false
}

// oneByOne are the measure words of what is told one by one, which never count a whole place or all of its people.
var oneByOne = map[string]bool{"个": true, "名": true, "位": true, "家": true, "处": true, "座": true}

// madeThere are verbs for what a place has had made.
var madeThere = phrases("made there")

// noPlace are measure words that never count places.
var noPlace = map[string]bool{"口": true, "套": true, "项": true, "件": true, "条": true, "台": true, "支": true, "场": true, "次": true}

// afterFigure reads 在建重点项目 behind 255个.
func (r *reader) afterFigure(right []token, q *unit.Quantity, st statement) (statement, bool) {
	if n := clauseEndsIn(right, q); n > 0 {
		if whole, ok := r.afterFigure(right[n:], q, st); ok && whole.known {
			if whole.qualifier == "" && n < 8 {
				whole.qualifier = strings.TrimPrefix(join(right[:n-1]), "以上")
			}
			return whole, true
		}
	}
	if len(right) > 0 && right[0].text == "的" && holdsAny(join(r.leftTokens), yearlyFlows()) {
		return st, false // 年产服装90万件的加工项目
	}
	if done := serviceBehind(right, q); done != "" {
		st = countedAs("case_count", done, q, st)
		st.known = true
		return st, true
	}
	if behind := r.sameThings(right, q); behind != nil {
		return r.afterFigure(behind, q, st)
	}
	if len(right) > 1 && right[0].kind == figure && sizes(right[0]) && (right[1].kind == dun || right[1].is(conj)) {
		if whole, ok := r.headOfNext(right[1:], q, st); ok {
			whole.qualifier = right[0].text // 3个千亿、5个百亿产业集群
			return whole, true
		}
	}
	size := sizeOfCounted(right, q)
	toks, first := r.nounWords(right[size:], q)
	if len(toks) == 0 && size > 0 {
		return r.headOfNext(right[size:], q, st) // 5座500千伏、15座220千伏变电站
	}
	if len(toks) == 0 {
		return deedBehind(right, q, st)
	}
	if n := levelsBefore(right); n > 0 && namesPlaces(join(toks)) {
		return r.behindLevels(right, n, q, st)
	}
	return r.nounAmong(withoutBrackets(toks), first, size, right, q, st)
}

// nounAmong is what a number counts among the words behind it, of which the first noun ends behind the first ones and size tell how large
// the things are.
func (r *reader) nounAmong(toks []token, first, size int, right []token, q *unit.Quantity, st statement) (statement, bool) {
	phrase := join(toks)
	hit, ok := indicator.Counted(phrase, measureOf(q))
	if first > 0 && first <= len(toks) && (!ok || undergone()[hit.Entry.Text] && hit.End == len(phrase)) && namesPlaces(toks[first-1].text) {
		phrase = join(toks[:first]) // 6个县空气质量, 8个村饮水问题
		hit, ok = indicator.Counted(phrase, measureOf(q))
	}
	if (!ok || hit.Entry.Unit != "person") && q.Unit.Code == "person" {
		return peopleAfter(right, q, st)
	}
	if ok && q.Unit.Code == "household" && hit.Entry.Unit != q.Unit.Code {
		return st, false
	}
	if house, found := houseFor(hit, right, q, st); ok && found {
		return house, true
	}
	if !ok || noPlaces(hit, phrase, q) {
		if whole, elided := r.elidedHead(right, q, phrase, st); elided {
			return whole, true
		}
		return unknownNoun(toks, right, q, st)
	}
	if code, noun := otherNoun(hit, phrase, toks, q); code != "" {
		return countedAs(code, noun, q, st), true
	}
	n := hit.Entry
	st.known, st.code, st.form, st.time, st.head, st.unit = true, n.Code, "level", "count", n.Text, n.Unit
	st.counter, st.measureWord = n.Text, measureOf(q)
	st.text = phrase[:hit.End]
	newly := st.qualifier
	r.modifiers(&st, toks, phrase[:hit.Start])
	if size > 0 && right[0].kind == word {
		st.qualifier = newly + strings.TrimSuffix(join(right[:size]), "的") + strings.TrimPrefix(st.qualifier, newly) // 新增投资超10亿元
	}
	if st.qualifier == "" {
		st.qualifier = predicateAfter(right, hit.End)
	}
	return st, true
}

// undergone is what places go through or have, and is not counted where they are.
var undergone = phraseSet("undergone by places")

// houseFor reads the body counted by 家 behind the people that it is for: 40家残疾人托养机构, 60家退役军人就业合作签约企业.
func houseFor(people indicator.Hit[indicator.Noun], right []token, q *unit.Quantity, st statement) (statement, bool) {
	const houses = "家"
	if people.Entry.Unit != "person" || measureOf(q) != houses || strings.Contains(people.Entry.Measures, houses) {
		return st, false
	}
	for n, t := range right {
		if t.kind != word || n > longestClause {
			break
		}
		phrase := join(right[:n+1])
		if hit, ok := indicator.Counted(phrase, houses); ok && hit.End == len(phrase) && strings.Contains(hit.Entry.Measures, houses) {
			st = countedAs(hit.Entry.Code, hit.Entry.Text, q, st)
			st.known, st.head, st.unit, st.qualifier = true, hit.Entry.Text, hit.Entry.Unit, phrase[:hit.Start]
			return st, true
		}
	}
	return st, false
}

// deedBehind reads 12场培训 and 20项服务, whose noun is the name of what is done and closes its clause, or has a verb of its own: 6项工作获表彰.
func deedBehind(right []token, q *unit.Quantity, st statement) (statement, bool) {
	if len(right) == 0 || !happens[measureOf(q)] && !deeds[measureOf(q)] {
		return st, false
	}
	if len(right) > 1 && !right[1].kind.pauses() && right[1].kind != dun && !(right[0].pos == "vn" && right[1].pos == "v") {
		return st, false
	}
	t := right[0]
	names := t.is(verbal) || t.pos == "vn" || happens[measureOf(q)] && (t.is(event|basis) || strings.HasPrefix(t.pos, "v")) // 10项合作, not 2条完工
	if t.kind != word || utf8.RuneCountInString(t.text) < 2 || t.is(up|down|upto|downto|reach|newness) || !names {
		return st, false
	}
	return countedAs("count_other", t.text, q, st), true
}

// leadsToCounted tells of words before a noun that say how large the things are or about how many: 5000万元以上, 多 of 20多个.
func leadsToCounted(right []token, n int) bool {
	t := right[n]
	return t.text == "的" && n > 0 && comesTo(right, n-1) || n < 2 && sizedAbove(right, n) || t.kind == word && boundWords[t.text]
}

// figureInNoun tells of a figure that is part of the name of what is counted: 9条千亿产业链, 8所九年一贯制学校.
func (r *reader) figureInNoun(right []token, n int) bool {
	t := right[n]
	if ofName(t) || sizes(t) || limits(right, n) || yearsOfSchool(right, n) {
		return true
	}
	return n == 0 && t.q.Kind == "ordinal" && nameAround(r.text[r.start:r.end], t.start-r.start, t.end-r.start)
}

// nounWords are the words behind a number that may hold what it counts, and how many of them there are to the end of the first noun.
func (r *reader) nounWords(right []token, q *unit.Quantity) (toks []token, first int) {
	for n, t := range right {
		switch {
		case first == 0 && comesTo(right, n):
			toks = toks[:0]
			continue
		case t.text == "其中":
			return toks, first // 农机28万台其中收割机3000台
		case len(toks) == 0 && leadsToCounted(right, n):
			continue
		case t.kind.pauses() || t.kind == time || t.kind == figure && !r.figureInNoun(right, n):
			return toks, first
		}
		if first > 0 && t.is(conj) && n+1 < len(right) && strings.HasSuffix(right[n+1].text, "级") {
			first = 0 // 国家和省级农业产业园
		}
		if t.kind == dun && (first > 0 || len(toks) == 0) {
			return toks, first
		}
		if first > 0 && t.is(conj) && t.text != "、" && endsInNoun(join(toks)) && !joinsThings(toks, right[n:], q) {
			return toks, first
		}
		if first > 0 && (r.goesOnToHead(toks, right[n:], q) || t.is(conj) && joinsThings(toks, right[n:], q)) {
			toks = append(toks, t)
			continue
		}
		if first == 0 && len(toks) == 0 && t.kind == word && t.is(up|down|upto|downto|event|rank) && !t.is(exist) && !namesNext(right[n:], q) {
			return nil, 0
		}
		if r.endsNoun(toks, right, n, first > 0) {
			return toks, first
		}
		toks = append(toks, t)
		if first == 0 && heads(join(toks), measureOf(q), right[n+1:]) {
			first = len(toks)
		}
		if first > 0 && wholeHeads()[t.text] && (n+1 == len(right) || !indicator.Graded(right[n+1].text)) || len(toks) > 16 {
			return toks, first
		}
	}
	return toks, first
}

// endsNoun tells of a word that the words of a noun end before: what the things counted do or have, and what they are parts of.
func (r *reader) endsNoun(toks, right []token, n int, found bool) bool {
	t := right[n]
	switch {
	case found && t.text == "综合" && n+1 < len(right) && right[n+1].kind == word && startsWithAny(right[n+1].pos, []string{"n", "vn"}):
		return false // 35个乡镇综合文化站
	case found && t.kind == word && actsOrOwns(t) && !modifies(t, right, n):
		return true
	case (t.text == "内" || t.text == "里") && n+1 < len(right) && right[n+1].is(event|exist) && endsInNoun(join(toks)):
		return true // 25家产业集群内聚集了2.5万家企业
	case found && t.text == "在" && n+1 < len(right) && right[n+1].kind == where:
		return true // 53项精品在全国获奖
	case found && startsWithAny(t.text, []string{"完成", "每", "部分"}):
		return true // 7个项目完成年度投资, 12个县每县建一所, 5个村部分村民
	case t.text == "不同" && n+1 < len(right) && right[n+1].text == "程度":
		return true // 8个乡镇不同程度受灾
	case strings.HasPrefix(t.text, "之") && endsInNoun(join(toks)):
		return true // 三大产业集群之一
	case found && strings.HasPrefix(t.text, "试点") && triesOut(right, n):
		return true // 754个县试点建设县域医共体, 30个城市试点以房养老
	case found && t.text == "发展" && namesPlaces(right[n-1].text) && n+1 < len(right):
		return endsWithAny(join(right[n+1:n+1+clauseEnd(right[n+1:])]), lineTails()) // 3个村发展茶产业, not 3个村发展规划
	case found && t.text == "计划" && !ofYear()[right[n-1].text] && n+1 < len(right):
		return right[n+1].is(event|newness|net) || strings.HasPrefix(right[n+1].pos, "v") // 24个试点县计划整合资金
	}
	return false
}

// actsOrOwns tells of a word for what the things before it do, come to or are more of, and of a 的 behind them: 项目开工.
func actsOrOwns(t token) bool {
	return t.text == "的" || t.pos == "v" && !t.is(verbal) ||
		t.is(reach|exist|up|down|upto|downto|resp|aim|expect|event|net|pull|share|rank|newness)
}

// triesOut tells of places that try something, and not of the name of what is tried: 30个城市试点以房养老, not 30个城市试点项目.
func triesOut(right []token, n int) bool {
	if n == 0 || n+1 == len(right) || !namesPlaces(right[n-1].text) {
		return false
	}
	tried := right[n+1:]
	return tried[0].is(event) ||
		tried[0].kind == word && !tried[0].is(verbal) && len(indicator.Nouns(join(tried[:clauseEnd(tried)]))) == 0
}

// lineTails end the names of lines of business that places take up.
var lineTails = phrases("taken up by places")

// namesPlaces tells of a word that is a noun for places and nothing more.
func namesPlaces(word string) bool {
	hit, ok := indicator.Counted(word, "")
	return ok && hit.Start == 0 && hit.End == len(word) && hit.Entry.Code == "region_count"
}

// unknownNoun names things counted by the last noun of a phrase that the tables do not know.
func unknownNoun(toks, right []token, q *unit.Quantity, st statement) (statement, bool) {
	noun := headWord(toks)
	if noun == "" || namesSum(noun) && !papers[q.Unit.Surface] || toks[0].text == "的" || strings.HasPrefix(toks[0].pos, "v") {
		if noun = inPieces(right, q); noun == "" {
			return deedBehind(right, q, st)
		}
	}
	st = countedAs(timesOf(noun, q), noun, q, st)
	if text := join(right); strings.Contains(text, noun) {
		st.qualifier = predicateAfter(right, strings.Index(text, noun)+len(noun))
	}
	return st, true
}

// inPieces is all that stands behind a number of things to the end of its clause, where that is the name of one which no dictionary
// has and the words of it are bits: 充电 枪, 取 餐 柜, 排污 口.
func inPieces(right []token, q *unit.Quantity) string {
	n := clauseEnd(right)
	if !oneByOne[q.Unit.Surface] && !thingMeasures[q.Unit.Surface] || n < 2 || n > 4 || utf8.RuneCountInString(right[n-1].text) > 1 {
		return ""
	}
	for _, t := range right[:n] {
		if t.kind != word || t.class != 0 && !t.is(verbal) || !bitOfName(t) {
			return ""
		}
	}
	return join(right[:n])
}

// bitOfName tells of a word that such a name may be broken into.
func bitOfName(t token) bool {
	return !startsWithAny(t.pos, notInNames) && !closers()[t.text] && !boundWords[t.text]
}

// notInNames are the parts of speech of words that such names have none of.
var notInNames = []string{"d", "p", "u", "r", "a"}

// otherNoun is the last noun of a phrase, and what it is counted as, where its measure word counts that and not the noun the tables
// know: 4条地震断裂带, 3场企业路演.
func otherNoun(hit indicator.Hit[indicator.Noun], phrase string, toks []token, q *unit.Quantity) (code, noun string) {
	n, m := hit.Entry, measureOf(q)
	phrase = strings.TrimRight(phrase, "、")
	if n.Measures == "" || strings.Contains(n.Measures, m) {
		return "", ""
	}
	if thingMeasures[m] && n.Unit == "count" && hit.End < len(phrase) && len(toks) < 6 {
		if noun := headWord(toks); noun != "" && strings.HasSuffix(phrase, noun) && !strings.Contains(phrase[:hit.End], noun) {
			return countedBy(q), noun
		}
	}
	if happens[m] {
		noun := headWord(toks)
		return timesOf(noun, q), noun
	}
	return "", ""
}

// countedAs is a statement of so many things of a name.
func countedAs(code, noun string, q *unit.Quantity, st statement) statement {
	st.code, st.form, st.time, st.text, st.counter, st.measureWord = code, "level", "count", noun, noun, measureOf(q)
	return st
}

// clauseEndsIn is where the noun begins behind a clause that only tells which things are counted: 18项支持联盟发展的举措, 90家来自33个国家的企业;
// 0 where there is no such clause.
func clauseEndsIn(right []token, q *unit.Quantity) int {
	if len(right) > 0 && boundWords[right[0].text] {
		if n := clauseEndsIn(right[1:], q); n > 0 {
			return n + 1 // 100个以上具有行业特色的平台
		}
		return 0
	}
	if len(right) == 0 || right[0].kind != word || right[0].is(reach|copula|up|down|upto|downto) && !doneByWhom[right[0].text] {
		return 0
	}
	acts := right[0].is(event|neg) || startsWithAny(right[0].pos, []string{"v", "p"}) || right[0].text == "与" || doneByWhom[right[0].text]
	for n, t := range right[:min(len(right), longestClause)] {
		if t.kind.pauses() && t.kind != dun {
			return 0
		}
		if t.text != "的" || n == 0 || n+1 == len(right) {
			continue
		}
		if !acts && !(n > 1 && right[n-1].pos == "a") { // 1600多个产业兴旺、生态宜居的村庄
			return 0
		}
		end := n + 1
		for end < len(right) && inNounPhrase(right[end]) {
			end++
		}
		phrase := join(right[n+1 : end])
		if hit, ok := indicator.Counted(phrase, measureOf(q)); ok && strings.Contains(hit.Entry.Measures, measureOf(q)) {
			return n + 1
		}
		return 0
	}
	return 0
}

// levelsBefore is how many words before a noun only tell of which levels of government the works are: 120个省、市重点项目, 36个省市在建项目;
// 0 where there are none.
func levelsBefore(right []token) int {
	n := 0
	for n < len(right) && (governmentLevels()[right[n].text] || n > 0 && (right[n].kind == dun || right[n].is(conj))) {
		n++
	}
	if n == 0 || n == len(right) || !governmentLevels()[right[n-1].text] {
		return 0
	}
	hit, ok := indicator.Counted(right[n].text, "")
	if works := ok && hit.Start == 0 && hit.Entry.Code == "project_count"; works || worksOfNote()[right[n].text] {
		return n
	}
	return 0
}

// inNounPhrase tells of a word that the noun behind such a clause is, or that restricts it: 典型 案例.
func inNounPhrase(t token) bool {
	return t.kind == word && (t.is(verbal) || startsWithAny(t.pos, inNounPhrases))
}

// inNounPhrases are the parts of speech of such words.
var inNounPhrases = []string{"n", "a", "b", "m", "r", "vn"}

// behindLevels reads the noun behind n words for levels of government, which restrict it.
func (r *reader) behindLevels(right []token, n int, q *unit.Quantity, st statement) (statement, bool) {
	works, ok := r.afterFigure(right[n:], q, st)
	levels := join(right[:n])
	if works.text == works.counter {
		works.qualifier = "" // of what was done with them
	}
	works.qualifier, works.text = levels+works.qualifier, levels+works.text
	return works, ok
}

var governmentLevels, worksOfNote = phraseSet("levels of government"), phraseSet("works of note")

// doneByWhom are the words for who does what such a clause tells of the things counted: 40个由专家牵头的体系.
var doneByWhom = map[string]bool{"由": true, "经": true, "被": true}

// longestClause is how many words such a clause has at most.
const longestClause = 16

// thingMeasures are the measure words that point to one sort of things and so do not count a noun that only stands before the one they count.
var thingMeasures = map[string]bool{
	"条": true, "座": true, "台": true, "艘": true, "架": true, "列": true, "幅": true, "张": true,
	"棵": true, "株": true, "本": true, "枚": true, "辆": true, "栋": true, "幢": true,
}

// papers are the measure words of papers, which may have the name of the sum printed on them: 3万张消费券.
var papers = map[string]bool{"张": true, "份": true, "枚": true}

// namesSum tells of the name of a sum, which is never counted: 7个预期GDP增速在10%以上.
func namesSum(noun string) bool {
	hit, ok := indicator.Head(noun)
	return ok && hit.End == len(noun) && money[hit.Entry.Code]
}

// namesNext tells of a verb that restricts the noun close behind it: 832个脱贫县, 71家挂牌公司, 65个升级改造项目, 5个新增物流功能区.
func namesNext(toks []token, q *unit.Quantity) bool {
	if !toks[0].is(event) {
		return false
	}
	quoted, reach := false, 4
	if deeds[measureOf(q)] {
		reach = 7 // 18条支持中小微企业发展措施
	} else if toks[0].is(verbal) || toks[0].text == "出口" {
		reach = 6 // 35个出口食品农产品质量安全示范基地
	}
	for i := 1; i < min(len(toks), 8) && (toks[i].kind == word && (quoted || i < reach) || toks[i].kind == quote); i++ {
		if toks[i].kind == quote {
			quoted = true
			continue
		}
		noun := toks[i].text
		hit, ok := indicator.Counted(noun, "")
		if ok && hit.Start == 0 && (hit.End == len(noun) || toks[i].is(expect)) && strings.Contains(hit.Entry.Measures, measureOf(q)) {
			return true
		}
		if !quoted && reach < 7 && breaksOff(toks[i]) {
			return false
		}
	}
	return false
}

// breaksOff tells of a word that the noun restricted by a verb does not stand behind: 和, 已经.
func breaksOff(t token) bool {
	return t.is(conj) || !t.is(event) && !startsWithAny(t.pos, []string{"n", "a", "b"}) && utf8.RuneCountInString(t.text) > 1
}

// noPlaces tells of a figure whose measure word counts no counties or towns, though the phrase names some, and of a 区 that ends
// another word: 省级行政职权下放市县60项, 噪声达标区12个.
func noPlaces(hit indicator.Hit[indicator.Noun], phrase string, q *unit.Quantity) bool {
	n := hit.Entry
	if (n.Code == "institution_count" || n.Code == "enterprise_count") && goods()[q.Unit.Surface] && hit.End < len(phrase) {
		return true // 银行布设终端500台
	}
	if bodiesCounted[n.Code] && countsDeeds(q) && hit.End < len(phrase) && !strings.Contains(n.Measures, measureOf(q)) {
		return true // 向开发区下放权限90项, 与企业洽谈300场
	}
	if m := measureOf(q); laidDown(n) && thingMeasures[m] && m != "条" && hit.End < len(phrase) && !strings.Contains(n.Measures, m) {
		return true // 今年计划育苗40万株
	}
	if n.Code != "region_count" || !q.Unit.Measure || q.Unit.Code != "count" || q.Unit.Surface == "户" {
		return false
	}
	if !strings.Contains(n.Measures, measureOf(q)) {
		return true
	}
	return n.Text == "区" && hit.Start > 0 && !endsWithAny(phrase[:hit.Start], beforeDistricts())
}

// beforeDistricts are what stands before a 区 that is a place.
var beforeDistricts = phrases("before districts")

// countsDeeds tells of the measure words of what bodies do, and of how often: 90项, 300场, 20人次.
func countsDeeds(q *unit.Quantity) bool {
	return deeds[q.Unit.Surface] || trips[q.Unit.Surface] && !startsWithAny(q.Unit.Surface, []string{"家", "户"})
}

// bodiesCounted are codes of bodies that do things, and deeds the measure words of what they do.
var (
	bodiesCounted = map[string]bool{"enterprise_count": true, "institution_count": true, "park_count": true, "platform_count": true}
	deeds         = map[string]bool{
		"项": true, "件": true, "条": true, "场": true, "场次": true, "次": true, "批": true, "批次": true, "款": true, "本": true, "张": true,
		"份": true, "方面": true,
	}
)

// wholeHeads are nouns that never stand before another as its modifier.
var wholeHeads = phraseSet("whole heads")

// elidedHead reads the noun of a list's last member for one that only tells its grade or its branch: 2个国家级、3个省级示范基地,
// 35个水电、94个风电、90个光伏基地, 40个设备更新、12个节能项目, 20条稳增长和15条促消费政策.
func (r *reader) elidedHead(right []token, q *unit.Quantity, grade string, st statement) (statement, bool) {
	grade = strings.Trim(grade, "、和与及")
	works, papers := endsWithAny(grade, kindsOfWorks()), grade != "" && measureOf(q) == "条"
	if !strings.HasSuffix(grade, "级") && !works && !papers && (grade == "" || branchIn(grade) != grade) {
		return st, false
	}
	whole, ok := r.headOfNext(right, q, st)
	switch {
	case !ok || works && whole.code != "project_count" || papers && whole.code != "policy_count":
		return st, false
	case works || papers || strings.HasSuffix(grade, "级"):
		whole.qualifier = grade
	default:
		whole.industry = grade
	}
	return whole, true
}

// kindsOfWorks end the names of works before which 项目 may be left out.
var kindsOfWorks = phrases("kinds of works")

// headOfNext reads the noun behind the next member of a list counted by the same measure word.
func (r *reader) headOfNext(right []token, q *unit.Quantity, st statement) (statement, bool) {
	for n, t := range right {
		switch {
		case nextMember(right, n, q):
			behind := right[n+1:]
			if t.q.Vague && len(behind) > 0 && behind[0].text == "批" {
				behind = behind[1:] // 300个省级和一大批市级示范园
			}
			whole, ok := r.afterFigure(behind, q, st)
			return whole, ok && whole.known
		case t.kind.pauses():
			return st, false
		}
	}
	return st, false
}

// nextMember tells of the figure of the next member of a list, counted by the same measure word: 3个 of 2个国家级、3个省级示范基地.
func nextMember(right []token, n int, q *unit.Quantity) bool {
	t := right[n]
	if n == 0 || t.kind != figure || t.q.Kind != "count" || measureOf(t.q) != measureOf(q) && !t.q.Vague {
		return false
	}
	return right[n-1].kind == dun || right[n-1].is(conj)
}

// endsInNoun tells of a phrase whose counted noun stands at its end: what 和 joins to it is another thing.
func endsInNoun(phrase string) bool {
	hit, ok := indicator.Counted(phrase, "")
	return ok && hit.End == len(phrase)
}

// heads tells whether a phrase already holds what is counted: a noun that its measure word can point to.
func heads(phrase, measure string, next []token) bool {
	hit, ok := indicator.Counted(phrase, measure)
	if !ok || hit.End == len(phrase) && len(next) > 0 && joinsNext(hit.Entry, phrase, next[0]) {
		return false
	}
	if sumName(phrase[hit.End:], next) {
		return false // 年主营业务收入超亿元的村
	}
	if measure == "" || measure == "个" || hit.Entry.Measures == "" || strings.Contains(hit.Entry.Measures, measure) {
		return true
	}
	return hit.Entry.Unit != "count" && hit.Entry.Unit != "vehicle"
}

// joinsNext tells of a noun at the end of a phrase that makes one name with the word behind it: 国家级, 农村电商.
func joinsNext(n indicator.Noun, phrase string, next token) bool {
	switch {
	case n.Code == "region_count" && (next.text == "控" || next.text == "考"):
		return true // 20个国控断面
	case indicator.Graded(next.text):
		return true // 3个省级园区
	case n.Text == "乡村" && next.kind == word && next.text != "建设":
		return true // 5个乡村振兴示范点
	case n.Text == "国家" && strings.HasPrefix(next.text, "扶贫"):
		return true // 4个国家扶贫开发重点县
	case strings.HasSuffix(phrase, "农村") && !strings.HasSuffix(phrase, "新农村"):
		return !next.kind.pauses() && !next.is(exist|reach|up|down) // 12个农村电商站点
	}
	return false
}

// sumName tells of words that make the name of a sum of a noun: 收入 behind 主营业务, with what it reaches behind it.
func sumName(rest string, next []token) bool {
	if rest == "" && len(next) > 0 {
		rest, next = next[0].text, next[1:]
	}
	return startsWithAny(rest, extents()) && len(next) > 0 && (next[0].is(reach) || next[0].kind == figure)
}

// sizes tells of a figure between a measure word and its noun that only tells the size meant: 9条千亿产业链.
func sizes(t token) bool {
	switch q := t.q; q.Kind {
	case "grade", "name":
		return true
	case "rank":
		return q.Magnitude || strings.HasSuffix(t.text, "强")
	case "amount":
		return q.Magnitude || !q.Arabic && q.Bound == "exact"
	case "bare":
		return q.Magnitude || !q.Arabic
	}
	return t.q.Magnitude
}

// limits tells of a sum that only tells which things are counted: 47个投资10亿元以上的项目.
func limits(right []token, n int) bool {
	if sumsOf(right, n) {
		return true
	}
	sum := right[n].q.Kind == "amount" && n > 0 || right[n].q.Kind == "physical"
	return sum && n+2 < len(right) && right[n+1].text == "以上" && right[n+2].text == "的"
}

// yearsOfSchool tells of the years that a kind of school is called by: 8所九年一贯制学校.
func yearsOfSchool(right []token, n int) bool {
	return right[n].q.Unit.Code == "year" && n+1 < len(right) && startsWithAny(right[n+1].text, []string{"一贯制", "制"})
}

// comesTo tells of the sum or size that the things counted, which are named behind it, have: 55个总投资14亿元的水利项目, 6条总长120公里的公路.
func comesTo(right []token, n int) bool {
	if n == 0 || n+1 >= len(right) || right[n].kind != figure || right[n+1].text != "的" && !(right[n].q.Arabic && headsLongName(right[n+1:])) {
		return false
	}
	q, name := right[n].q, right[n-1]
	if n > 1 && name.is(reach) {
		name = right[n-2] // 546个总投资约9500亿元的项目
	}
	sum := q.Kind == "amount" || q.Kind == "physical" || q.Kind == "bare" && strings.HasSuffix(right[n].text, "亿")
	return sum && endsWithAny(name.text, extents())
}

// goesOnToHead tells of a thing at the head of a longer name, whose last word is what is counted: 21个地理标志运用促进工程. Firms and places act,
// and do not begin such a name, nor do people whom the measure word counts: 43个村民安置区项目, 60处群众身边的运动场地.
func (r *reader) goesOnToHead(toks, rest []token, q *unit.Quantity) bool {
	first, ok := indicator.Counted(join(toks), measureOf(q))
	switch {
	case !ok:
		return false
	case first.Entry.Unit == "person":
		return !strings.Contains(first.Entry.Measures, measureOf(q)) && headedByCounted(rest, q)
	case first.Entry.Code != "count_other" || first.Entry.Unit != "count" || q.Unit.Surface != "个" && q.Unit.Surface != "项":
		return false
	}
	return headsLongName(rest)
}

// headedByCounted tells of words up to the end of their phrase whose last the measure word counts. 个 counts people too, and they own what
// stands behind a 的 of theirs.
func headedByCounted(rest []token, q *unit.Quantity) bool {
	ends := []string{"了"}
	if q.Unit.Surface == "个" {
		ends = append(ends, "的")
	}
	tail := restOfName(rest, ends...)
	last, ok := indicator.Counted(tail, measureOf(q))
	return ok && last.End == len(tail) && strings.Contains(last.Entry.Measures, measureOf(q))
}

// joinsThings tells of a 与 between things that works are named by together: 8个城市道路与排水管网改造项目.
func joinsThings(toks, rest []token, q *unit.Quantity) bool {
	last, ok := indicator.Counted(toks[len(toks)-1].text, "")
	if !ok || last.Entry.Code != "count_other" || last.Entry.Unit != "count" {
		return false
	}
	return (q.Unit.Surface == "个" || q.Unit.Surface == "项") && headsLongName(rest)
}

// headsLongName tells of words up to the end of their phrase whose last is the head of a long name.
func headsLongName(rest []token) bool {
	tail := restOfName(rest, "的", "了")
	last, ok := indicator.Counted(tail, "")
	return ok && last.End == len(tail) && longNames[last.Entry.Code]
}

// restOfName is what may be left of a name before the next pause, number or word that ends it.
func restOfName(rest []token, ends ...string) string {
	var b strings.Builder
	for i, t := range rest {
		if t.kind.pauses() || t.kind == figure || i > 9 || slices.Contains(raises(), t.text) || slices.Contains(ends, t.text) {
			break
		}
		b.WriteString(t.text)
	}
	return b.String()
}

// longNames are what is counted under names that whole clauses stand in.
var longNames = map[string]bool{
	"project_count": true, "platform_count": true, "policy_count": true, "cluster_count": true, "institution_count": true, "park_count": true,
}

// sizedAbove tells of the sum from which on things are counted, right behind how many they are: 141个5000万元以上项目, and of their size:
// 两条350公里的城际线路.
func sizedAbove(right []token, n int) bool {
	if n == 1 {
		switch {
		case right[0].kind != figure:
			return false
		case right[1].text == "以上" || right[1].text == "以下":
			return right[0].q.Kind == "amount"
		}
		return right[1].text == "的" && ofSize(right[0])
	}
	return ofSize(right[0]) && len(right) > 2 && sizedAbove(right, 1)
}

// ofSize tells of a sum or a size.
func ofSize(t token) bool {
	return t.kind == figure && (t.q.Kind == "amount" || t.q.Kind == "physical")
}

var extents = phrases("extents")

// predicateAfter is what the things counted did or had done, where that alone tells which are meant: 71个县域制定规划.
func predicateAfter(right []token, from int) string {
	used, first := 0, 0
	var b strings.Builder
	verb, named, limited := false, false, false
	for _, t := range right {
		if t.kind == figure && t.q.Kind == "amount" && t.q.Bound == "over" && named && verb {
			limited = true
			b.WriteString(t.text)
			continue
		}
		if t.kind == figure || t.kind.pauses() || t.kind == time {
			break
		}
		if used >= from {
			if b.Len() == 0 && leadsPredicate(t) || t.text == "了" && b.Len() == first {
				used += len(t.text)
				continue
			}
			if b.Len() == 0 {
				first = len(t.text)
				verb = t.kind == word && (t.pos == "v" && !saysLittle[t.text] || t.text == "被")
			}
			b.WriteString(t.text)
			verb = verb || t.is(event|reach|net|newness|up|down)
			if b.Len() == len(t.text) && !verb {
				named = true
			}
		}
		used += len(t.text)
	}
	if b.Len() > 60 || named && !limited || bareDeed(b.String()) {
		return ""
	}
	return strings.Trim(b.String(), "“”、")
}

// leadsPredicate tells of a word before a predicate that does not say what was done: 全部, 已, 被迫.
func leadsPredicate(t token) bool {
	return t.kind == word && (t.pos == "d" || t.text == "已" || t.text == "被迫" || t.text == "的")
}

// saysLittle are verbs that say nothing of what the things counted did.
var saysLittle = map[string]bool{"涵盖": true, "进行": true, "涉及": true, "包括": true, "分布": true, "位于": true}

// bareDeed tells of a predicate that only says that a thing was done: 建设顺利推进, 全部完成.
func bareDeed(predicate string) bool {
	p := predicate
	for _, w := range sayingDone() {
		p = strings.ReplaceAll(p, w, "")
	}
	return p == "" && predicate != ""
}

// sayingDone are the words of such predicates.
var sayingDone = phrases("saying done")

// modifies tells of a verb that stands before the noun as its modifier: 转型升级示范基地.
func modifies(t token, right []token, n int) bool {
	if t.is(event) && n > 0 && n+1 < len(right) {
		noun, ok := indicator.Counted(right[n+1].text, "")
		group, known := indicator.Counted(right[n-1].text, "")
		if ok && noun.Entry.Code == "project_count" && known && !standing[group.Entry.Code] {
			return true // 科技成果转化项目
		}
	}
	for n++; t.is(verbal) && n+1 < len(right) && right[n].is(verbal); n++ {
	} // 提升改造工程
	return t.is(verbal) && n < len(right) && right[n].kind == word && len(indicator.Nouns(right[n].text)) > 0
}

// happens are measure words of events: what stands behind them is what happened, not a thing counted.
var happens = map[string]bool{"次": true, "场": true, "轮": true, "届": true, "期": true, "批": true, "类": true, "种": true}

// countedBy is what a measure word counts where its noun is in no table.
func countedBy(q *unit.Quantity) string {
	switch q.Unit.Surface {
	case "家":
		return "enterprise_count"
	case "所":
		return "institution_count"
	case "起", "件", "宗", "例", "笔":
		return "case_count"
	case "棒":
		return "output_volume" // only fungi grow by the stick
	}
	return "count_other"
}

// timesOf is what is counted under a name that no table has: services where its measure word says how many times one was done.
func timesOf(noun string, q *unit.Quantity) string {
	if (q.Unit.Surface == "次" || q.Unit.Surface == "人次" || q.Unit.Surface == "家次" || q.Unit.Surface == "户次") && endsWithAny(noun, doneForOthers()) {
		return "case_count"
	}
	if q.Unit.Surface == "件" && endsWithAny(noun, parcels()) {
		return "count_other"
	}
	return countedBy(q)
}

// parcels are what is carried by the piece, which is no case.
var parcels = phrases("parcels")

// serviceBehind is the service or check behind how many times it was done, which makes up the rest of its clause: 6次联合督查.
func serviceBehind(right []token, q *unit.Quantity) string {
	n := min(clauseEnd(right), len(right))
	for i, t := range right[:n] {
		if t.kind.pauses() {
			n = i
			break
		}
		if t.kind != word || i > 3 {
			return ""
		}
	}
	if done := join(right[:n]); q.Unit.Surface == "次" && endsWithAny(done, doneForOthers()) {
		return done
	}
	return ""
}

// doneForOthers are services and checks, which are told by how many times they were done.
var doneForOthers = phrases("services done so many times")

// closers are words of one character that close a phrase of time or place and name nothing.
var closers = phraseSet("closers of time and place")

func headWord(toks []token) string {
	last, done, named := "", false, false
	for n, t := range toks {
		if last == "" && t.kind == word && t.pos == "a" && n+2 < len(toks) && toks[n+1].text == "的" {
			continue // 20个新的系统
		}
		done = done || t.kind == word && t.is(event) && !t.is(verbal)
		if t.text == "的" && last != "" && !named && n+1 < len(toks) && strings.HasPrefix(toks[n+1].pos, "n") {
			last = "" // 80间闲置的民房
			continue
		}
		if namesNothing(t) || t.pos == "v" && last != "" {
			if last != "" {
				break
			}
			continue
		}
		if last != "" && startsWithAny(t.pos, []string{"i", "l"}) {
			break // 90艘渔船整装待发
		}
		if t.pos == "v" && done {
			break // 9件已落实到位
		}
		last, named = t.text, named || strings.HasPrefix(t.pos, "n") && !likeness()[t.text]
	}
	return last
}

// namesNothing tells of a word that is no noun nor part of one: 等, 多, 三, 新近.
func namesNothing(t token) bool {
	switch t.pos {
	case "ad", "r", "d", "p", "t":
		return true
	}
	if t.kind != word || t.class != 0 || t.text == "的" || t.text == "等" {
		return true
	}
	return boundWords[t.text] || closers()[t.text] || strings.HasPrefix(t.pos, "m")
}

// likeness are words that say what things are like, before the 的 of their noun.
var likeness = phraseSet("describing things")

func measureOf(q *unit.Quantity) string {
	return q.Unit.Surface
}

// sameThings is where the noun stands that a figure shares with the one behind it: 12件30项实事, 废止6件、修改11件地方性法规; nil where it shares none.
func (r *reader) sameThings(right []token, q *unit.Quantity) []token {
	next := func(n int) bool {
		return n+1 < len(right) && right[n].kind == figure && right[n].q.Kind == "count" && right[n].q.Unit.Measure && right[n+1].kind == word
	}
	switch {
	case next(0) && measureOf(right[0].q) != measureOf(q) && deeds[measureOf(q)] && deeds[measureOf(right[0].q)] && right[0].start == q.End+r.start:
		return right[1:]
	case next(2) && right[0].kind == dun && dealsWith(right[1]) && measureOf(right[2].q) == measureOf(q) && r.onlyActsBefore(q):
		return right[3:]
	}
	return nil
}

// onlyActsBefore tells of a figure right behind the verb for what was done with the things, which are not named before it.
func (r *reader) onlyActsBefore(q *unit.Quantity) bool {
	n := len(r.leftTokens)
	return n > 0 && dealsWith(r.leftTokens[n-1]) && !endsInNoun(join(r.leftTokens)) && deeds[measureOf(q)]
}

// dealsWith tells of a verb for what is done with things: 废止, 修改.
func dealsWith(t token) bool { return t.is(event) || t.pos == "v" }

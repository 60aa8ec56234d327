package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/idiom"
	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file finds the noun that a number counts behind it: past what only tells which things they are, and for a member of a list that
// leaves it out.

// afterFigure reads 在建重点项目 behind 255个.
func (r *reader) afterFigure(right []token, q *unit.Quantity, st statement) (statement, bool) {
	if shuts := slices.IndexFunc(right, func(t token) bool { return t.kind == shut }); shuts >= 0 && !slices.ContainsFunc(right[:shuts], func(t token) bool { return t.kind == open }) {
		right = right[:shuts] // （国家级1处、省级1处）、可移动文物982件
	}
	if len(right) > 0 && right[0].text == "没有" && !hasWord(right, "的") && q.Unit.Code == "count" && r.lastCount != nil && r.lastCount.known && r.lastInSentence() != nil {
		return *r.lastCount, true // 3000多家企业查询，有506个没有享受到优惠
	}
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
	if len(right) > 0 && standingAgainst().has(right[0].text) && !strings.Contains(join(right), "的") {
		return st, false // 其中6个高于全省平均水平
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
	if places, ok := placesMeasured(right, q, st); ok {
		return places, true
	}
	if places, ok := placesPriced(right, q, st); ok {
		return places, true
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

// saidOfFirms begin what is told of a number of firms that no noun names.
var saidOfFirms = phrases("said of firms")

// lentTo tells of loans that no measure word of firms counts, and of how much of them a number of firms was given.
func lentTo(hit indicator.Hit[indicator.Noun], right []token) bool {
	if strings.Contains(hit.Entry.Measures, "家") {
		return false
	}
	end := clauseEnd(right)
	return end < len(right) && right[end].kind == figure && right[end].q.Kind == "amount"
}

// standingAgainst are words for how many stand against a mean.
var standingAgainst = phrases("standing against")

// placesMeasured reads how many places have come to so much of what is told behind them: 9个县高技术产业增加值超30亿元, 20个村集体经济收入超过50万元.
func placesMeasured(right []token, q *unit.Quantity, st statement) (statement, bool) {
	end := clauseEnd(right)
	to := end
	for to > 0 && (boundWords()[right[to-1].text] || passingSums().has(right[to-1].text)) {
		to--
	}
	if end == len(right) || to == 0 || to == end || q.Kind != "count" {
		return st, false
	}
	place, measured := right[0].text, join(right[1:to])
	if at := strings.Index(place, "集体"); at > 0 {
		place, measured = place[:at], place[at:]+measured
	}
	terms := indicator.Terms(measured)
	if (place == "省" || place == "市") && len(terms) > 0 && terms[0].Start > 0 {
		return st, false // 30个省重点项目完成投资超9亿元
	}
	if !namesPlaces(place) || len(terms) == 0 || terms[len(terms)-1].End != len(measured) || strings.Contains(measured, "的") {
		return st, false
	}
	st = countedAs("region_count", place, q, st)
	st.known, st.qualifier = true, measured+join(right[to:end+1])
	return st, true
}

// placesPriced reads in how many places goods have the price that is told behind them: 36个大中城市食用农产品价格上涨0.4%.
func placesPriced(right []token, q *unit.Quantity, st statement) (statement, bool) {
	if q.Kind != "count" || len(right) < 3 || !namesPlaces(right[0].text) {
		return st, false
	}
	to := 1
	for to < len(right) && right[to].kind == word && !right[to].is(up|down|reach) && !comparingBefore().has(right[to].text) {
		to++
	}
	if to == len(right) || right[to].kind.pauses() || !quotedPrices().has(right[to-1].text) {
		return st, false
	}
	st = countedAs("region_count", right[0].text, q, st)
	st.known = true
	return st, true
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
	if ok && q.Unit.Surface == "家" && hit.Entry.Code == "case_count" && lentTo(hit, right) {
		st = countedAs("enterprise_count", "企业", q, st)
		st.known = true
		return st, true // 为213家发放贷款5.9亿元
	}
	if ok && q.Unit.Surface == "家" && !strings.Contains(hit.Entry.Measures, "家") && hit.Start > 0 && startsWithAny(phrase, saidOfFirms()) {
		st = countedAs("enterprise_count", "企业", q, st) // 18家做新材料, 26家正在安装设备
		if like := r.lastCount; like != nil && like.measureWord == "家" && like.known {
			st.code, st.counter = like.code, like.counter
		}
		st.known = true
		return st, true
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
	newly, at := st.qualifier, st.region
	r.modifiers(&st, toks, phrase[:hit.Start])
	if st.region == "100000" {
		st.region = at // 5个全国历史文化名村, whose name that only grades
	}
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
	if len(right) == 0 || !happens()[measureOf(q)] && !deeds[measureOf(q)] {
		return st, false
	}
	if len(right) > 1 && !right[1].kind.pauses() && right[1].kind != dun && !(right[0].pos == "vn" && right[1].pos == "v") {
		return st, false
	}
	t := right[0]
	names := t.is(verbal) || t.pos == "vn" || happens()[measureOf(q)] && (t.is(event|basis) || strings.HasPrefix(t.pos, "v")) // 10项合作, not 2条完工
	if t.kind != word || utf8.RuneCountInString(t.text) < 2 || t.is(up|down|upto|downto|reach|newness) || !names {
		return st, false
	}
	return countedAs("count_other", t.text, q, st), true
}

// leadsToCounted tells of words before a noun that say how large the things are or about how many: 5000万元以上, 多 of 20多个.
func leadsToCounted(right []token, n int) bool {
	t := right[n]
	return t.text == "的" && n > 0 && comesTo(right, n-1) || n < 2 && sizedAbove(right, n) || t.kind == word && boundWords()[t.text]
}

// figureInNoun tells of a figure that is part of the name of what is counted: 9条千亿产业链, 8所九年一贯制学校.
func (r *reader) figureInNoun(right []token, n int) bool {
	t := right[n]
	if ofName(&t) || sizes(t) || limits(right, n) || yearsOfSchool(right, n) {
		return true
	}
	return n == 0 && t.q.Kind == "ordinal" && idiom.Around(r.text[r.start:r.end], t.start-r.start, t.end-r.start)
}

// tellsAmong tells of a 中 that parts a number from what is told of some of those: 员工400人中研发人员占四成.
func tellsAmong(right []token, n int) bool {
	return (right[n].text == "中" || right[n].text == "里") && hasWord(right[n+1:], "占")
}

// nounWords are the words behind a number that may hold what it counts, and how many of them there are to the end of the first noun.
func (r *reader) nounWords(right []token, q *unit.Quantity) (toks []token, first int) {
	for n, t := range right {
		switch {
		case first == 0 && comesTo(right, n):
			toks = toks[:0]
			continue
		case t.text == "其中", tellsAmong(right, n):
			return toks, first // 农机28万台其中收割机3000台, 员工400人中研发人员占四成
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
		if first == 0 && t.is(conj) && t.text != "、" && join(toks) == "乡" && n+1 < len(right) && !strings.HasPrefix(right[n+1].text, "乡") {
			return toks, first // 14个乡和河店、柳林等6个镇
		}
		if first > 0 && r.goesOnToHead(toks, right[n:], q) {
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
	case found && startsWithAny(t.text, endingNouns()):
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

// endingNouns are words that no noun counted goes on over.
var endingNouns = phrases("ending nouns")

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
	if !oneByOne[q.Unit.Surface] && !thingMeasures()[q.Unit.Surface] || n < 2 || n > 4 || utf8.RuneCountInString(right[n-1].text) > 1 {
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
	return !startsWithAny(t.pos, notInNames) && !closers()[t.text] && !boundWords()[t.text]
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
	if thingMeasures()[m] && n.Unit == "count" && hit.End < len(phrase) && len(toks) < 6 {
		if noun := headWord(toks); noun != "" && strings.HasSuffix(phrase, noun) && !strings.Contains(phrase[:hit.End], noun) {
			return countedBy(q), noun
		}
	}
	if happens()[m] {
		noun := headWord(toks)
		return timesOf(noun, q), noun
	}
	return "", ""
}

// clauseEndsIn is where the noun begins behind a clause that only tells which things are counted: 18项支持联盟发展的举措, 90家来自33个国家的企业;
// 0 where there is no such clause.
func clauseEndsIn(right []token, q *unit.Quantity) int {
	if len(right) > 0 && boundWords()[right[0].text] {
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
		if t.kind == figure && hasWord(right[:n], "都", "均") {
			return 0 // 12个县都已培育起2至3个优势突出、带动力强的产业
		}
		if t.kind == figure && n > 0 && namesPlaces(right[n-1].text) && (t.q.Unit.Surface == "户" || t.q.Unit.Code == "person") {
			return 0 // 13个建档立卡贫困村2200户的饮水问题
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
		if t.kind.pauses() || t.kind == figure || i > 9 || raises().has(t.text) || slices.Contains(ends, t.text) {
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

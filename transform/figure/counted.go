package figure

import (
	"cmp"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file finds the noun that a number counts before it, and what a measure word counts.

// countedOf reads 新增规上工业企业 before 270家.
func (r *reader) countedOf(toks []token, q *unit.Quantity, st statement) (statement, bool) {
	for n := len(toks); n > 1 && toks[n-1].kind == time && toks[n-1].e.Role == "base"; n-- {
		toks = toks[:n-1] // 电话用户较上年底增加
	}
	if them, code, some := r.someOfThem(toks, q); some {
		toks, st.region = them, cmp.Or(code, st.region)
	}
	if len(toks) == 1 && toks[0].kind == where && strings.HasSuffix(r.text[r.start:max(r.start, toks[0].start)], "中，") {
		return st, false // 摘帽的贫困县中，西藏自治区有25个
	}
	phrase := join(toks)
	if bareShare()[phrase] || strings.HasSuffix(phrase, "的") {
		return st, false
	}
	if q.Unit.Code == "person" && strings.HasSuffix(phrase, "一行") {
		return countedAs("count_other", phrase, q, st), true // 局长一行3人
	}
	if r.sortOfCounted(phrase, q) || r.kindOfWorks(phrase, toks, q) {
		part := *r.lastCount
		part.text, part.qualifier, part.industry = phrase, phrase, ""
		return part, true
	}
	if part, ok := r.branchCounted(phrase, q); ok {
		return part, true
	}
	if r.subscribersIn(phrase, q) {
		part := *r.lastCount
		part.qualifier = phrase
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

// someOfThem parts the things counted from the place that some of them are of, whose code it gives: 百强县中江苏占25席.
func (r *reader) someOfThem(toks []token, q *unit.Quantity) (them []token, code string, some bool) {
	n := len(toks)
	for n > 0 && toks[n-1].kind == word && (toks[n-1].is(share) || toks[n-1].text == "有") {
		n--
	}
	if n > 2 && isRegion(&toks[n-1]) {
		code = r.regionOf(toks[n-1].at)
		n--
	}
	if n < 2 || toks[n-1].text != "中" {
		return toks, "", false
	}
	name := join(toks[:n-1])
	hit, ok := indicator.Counted(name, "")
	seats := hit.Entry.Code != "region_count" || q.Unit.Surface == "席" // 三省中辽宁占52个 are not provinces
	return toks[:n-1], code, ok && hit.End == len(name) && seats
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
		return st, !happens()[measureOf(q)] || bodiesCounted[hit.Entry.Code]
	}
	if (q.Unit.Code == "person" || q.Unit.Code == "household") && (wholePlace()[phrase] || hit.Entry.Code == "region_count" && hit.End == len(phrase)) {
		st.known, st.code, st.form, st.time, st.text = true, "population", "level", "stock", phrase
		return st, true
	}
	n := hit.Entry
	if madeInPlace(hit, phrase, q) {
		return st, false // 生态公园，城区已建成5个
	}
	if n.Code == "region_count" && (q.Unit.Code == "person" || q.Unit.Code == "household" || noPlace()[measureOf(q)]) {
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
	return madeThere().has(trimAhead(phrase[hit.End:], "已经", "已", "共", "累计", "就"))
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

// subscribersIn tells of the subscribers of town or country, of whom all have just been counted: 宽带用户8万户，其中城镇5万户，乡村3万户.
func (r *reader) subscribersIn(phrase string, q *unit.Quantity) bool {
	was, last := r.lastCount, r.lastInSentence()
	if was == nil || last == nil || q.Unit.Surface != "户" || was.code != "count_other" || householdOrCount(*was) != "count" {
		return false
	}
	return last.Indicator == was.code && strings.HasSuffix(last.ValueText, "户") && halves()[phrase]
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
	for _, verb := range issuing().words {
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
var noPlace = phraseSet("measures of no places")

// countedAs is a statement of so many things of a name.
func countedAs(code, noun string, q *unit.Quantity, st statement) statement {
	st.code, st.form, st.time, st.text, st.counter, st.measureWord = code, "level", "count", noun, noun, measureOf(q)
	return st
}

// ofBuildings are the measure words of buildings.
var ofBuildings = phraseSet("measures of buildings")

// thingMeasures are the measure words that point to one sort of things and so do not count a noun that only stands before the one they count.
var thingMeasures = phraseSet("measures of things")

// noPlaces tells of a figure whose measure word counts no counties or towns, though the phrase names some, and of a 区 that ends
// another word: 省级行政职权下放市县60项, 噪声达标区12个.
func noPlaces(hit indicator.Hit[indicator.Noun], phrase string, q *unit.Quantity) bool {
	n := hit.Entry
	if (n.Code == "institution_count" || n.Code == "enterprise_count") && goods()[q.Unit.Surface] && hit.End < len(phrase) {
		return true // 银行布设终端500台
	}
	if bodiesCounted[n.Code] && countsDeeds(q) && hit.End < len(phrase) {
		return true // 向开发区下放权限90项, 与企业洽谈300场
	}
	if m := measureOf(q); laidDown(n) && thingMeasures()[m] && m != "条" && hit.End < len(phrase) && !strings.Contains(n.Measures, m) {
		return true // 今年计划育苗40万株
	}
	if n.Code != "region_count" || !q.Unit.Measure || q.Unit.Code != "count" || q.Unit.Surface == "户" || q.Unit.Surface == "席" {
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
	return deeds[q.Unit.Surface] || trips()[q.Unit.Surface] && !startsWithAny(q.Unit.Surface, []string{"家", "户"})
}

// bodiesCounted are codes of bodies that do things, and deeds the measure words of what they do.
var (
	bodiesCounted = map[string]bool{"enterprise_count": true, "institution_count": true, "park_count": true, "platform_count": true}
	deeds         = map[string]bool{
		"项": true, "件": true, "条": true, "场": true, "场次": true, "次": true, "批": true, "批次": true, "款": true, "本": true, "张": true,
		"份": true, "方面": true, "票": true,
	}
)

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

// happens are measure words of events: what stands behind them is what happened, not a thing counted.
var happens = phraseSet("measures of events")

// countedBy is what a measure word counts where its noun is in no table.
func countedBy(q *unit.Quantity) string {
	switch q.Unit.Surface {
	case "家":
		return "enterprise_count"
	case "所":
		return "institution_count"
	case "起", "件", "宗", "例", "笔", "票":
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
	return boundWords()[t.text] || closers()[t.text] || strings.HasPrefix(t.pos, "m")
}

// likeness are words that say what things are like, before the 的 of their noun.
var likeness = phraseSet("describing things")

func measureOf(q *unit.Quantity) string {
	return q.Unit.Surface
}

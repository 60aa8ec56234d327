package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
)

// This file finds the figures that limit what is counted: 亿元以上项目, 占比达5%以上的企业.

// limitsByRate tells of the rate from which on things are meant: 贫困发生率超过18%的贫困县, 占比达5%以上的企业.
func (r *reader) limitsByRate(i int) bool {
	if r.toks[i].q.Kind != "percent" || i+2 >= len(r.toks) {
		return false
	}
	next := r.toks[i+1:]
	if boundWords()[next[0].text] {
		next = next[1:]
	}
	if len(next) < 2 || next[0].text != "的" || next[1].kind != word {
		return false
	}
	hit, ok := indicator.Counted(next[1].text, "")
	if !ok || hit.End != len(next[1].text) || !limited[hit.Entry.Code] && hit.Entry.Code != "region_count" {
		return false
	}
	left := trimReach(withoutBrackets(r.leftOf(i)))
	if n := len(left); n > 1 && left[n-1].is(faster|slower) {
		left = left[:n-1]
	}
	return len(left) > 0 && endsInRate(join(left)) && startsWithAny(r.text[left[len(left)-1].end:r.toks[i].start], passingBounds())
}

// passingBounds are words for reaching or passing a bound.
var passingBounds = phrases("passing a bound")

// limitsInhabited tells of how many people a place has at least that is meant: 人口20万以上的城市, 百万人口城市.
func (r *reader) limitsInhabited(i int) bool {
	q, behind := r.toks[i].q, r.toks[i+1:]
	inhabited := strings.HasSuffix(q.Unit.Surface, "人口")
	if !inhabited && (q.Unit.Code != "person" && q.Kind != "bare" || i == 0 || !strings.HasSuffix(r.toks[i-1].text, "人口")) {
		return false
	}
	if len(behind) > 0 && boundWords()[behind[0].text] {
		behind = behind[1:]
		if len(behind) > 0 && behind[0].text == "的" {
			behind = behind[1:]
		}
	} else if !inhabited {
		return false
	}
	return len(behind) > 0 && owner(behind[0].text)
}

var linesInRate = phrases("lines in a rate")

// threshold finds figures that limit what is counted: 亿元以上项目, 年产值超十亿元工业企业, 超千亿元16个.
func (r *reader) threshold(i int) (string, bool) {
	const limit = "threshold of what is counted"
	q := r.toks[i].q
	switch {
	case q.Kind == "count" && (q.Unit.Surface == "户" || q.Unit.Surface == "人") && r.sizesGroup(i):
		return limit, true
	case q.Unit.Code == "person" && q.Magnitude && i > 0 && r.toks[i-1].kind == figure && r.toks[i-1].q.Magnitude && startsWithAny(r.text[r.toks[i].end:r.end], sizedWorks()):
		return limit, true // 千吨万人项目29个
	case q.Unit.Code == "person" && i > 1 && r.toks[i-1].text == "死亡" && strings.HasSuffix(r.text[r.start:r.toks[i-1].start], "一次"):
		return limit, true // 一次死亡10人以上事故
	case r.sizesPieces(i):
		return limit, true
	case r.laysOutAtLeast(i):
		return "", false
	case r.liesWithin(i), r.limitsCounted(i), r.limitsRest(i), r.limitsByRate(i), r.limitsInhabited(i), r.tellsClass(i):
		return limit, true
	case i > 0 && r.toks[i-1].kind == figure && sizeOfCounted(r.toks[i:], r.toks[i-1].q) > 1:
		return limit, true
	case q.Kind == "percent" && endsWithAny(r.text[r.start:r.toks[i].start], reckonedAt()):
		return limit, true // 化肥（折100%）
	case q.Kind == "percent" && startsWithAny(strings.TrimPrefix(r.text[r.toks[i].end:r.end], "的"), linesInRate()):
		return "line that a rate lies above or below", true // 位于50%的临界点以上
	case q.Kind == "count" && byTheHead[q.Unit.Surface] && r.sizesKeeper(i):
		return limit, true
	case q.Kind != "amount" && q.Kind != "rank" && q.Kind != "duration" && startsWithAny(r.text[r.toks[i].end:r.end], []string{"以上的，", "及以上的，"}) && r.earnsReward(i):
		return limit, true // 对连片种植50亩以上的，每亩奖补600元
	case q.Kind != "amount" && q.Kind != "physical":
		return "", false
	case q.Kind == "amount" && (r.limitsThose(i) || r.namesTier(i) || r.earnsReward(i)):
		return limit, true
	case !q.Magnitude && (q.Bound == "nearly" || q.Bound == "approx" || strings.ContainsAny(r.toks[i].text, "多余")):
		return "", false // 近3000万元项目资金 measures, it does not limit
	}
	if reason, round := r.roundOf(i); round {
		return reason, true
	}
	switch {
	case r.sizesNext(i), r.sizesCount(i), r.surveyedAbove(i), r.passedBy(i), r.sizesPlant(i):
		return limit, true
	case i+1 < len(r.toks) && r.toks[i+1].text == "的" && r.passedByOneOf(i):
		return limit, true
	case q.Bound == "exact" && !q.Magnitude && !strings.HasPrefix(r.text[q.End+r.start:], "级") && !(i > 0 && r.toks[i-1].text == "过"):
		return "", false
	}
	if next := r.nextLimit(i); next > 0 {
		return r.threshold(next)
	}
	return limit, r.limitedBehind(i)
}

// earnsReward tells of a sum that those come to who are given what the next clause tells: 对产值首次突破1亿元、5亿元的企业，分别给予20万元、50万元奖励.
func (r *reader) earnsReward(i int) bool {
	clause := r.text[r.start:r.toks[i].start]
	if !strings.HasPrefix(clause[lastPause(clause):], "对") {
		return false
	}
	those, then, ok := strings.Cut(r.text[r.toks[i].end:r.end], "，")
	return ok && strings.Contains(those, "的") && startsWithAny(trimAhead(then, "分别", "一次性", "再", "按规定", "每亩", "每家", "每户", "每人"), givingReward())
}

// givingReward are verbs for what a rule gives to those who have come so far.
var givingReward = phrases("giving a reward")

// namesTier tells of a sum that names those who have come so far, or is what one of them is a first of: 2000亿元梯队, 首个10万亿元的省份.
func (r *reader) namesTier(i int) bool {
	behind := r.text[r.toks[i].end:r.end]
	if startsWithAny(trimAhead(behind, "以上", "级"), tiers()) {
		return true
	}
	place, of := strings.CutPrefix(behind, "的")
	if !of || !startsWithAny(place, sortsOfPlaces()) {
		return false
	}
	before := strings.TrimSuffix(strings.TrimRight(r.text[r.start:r.toks[i].start], "超过破突达到"), "GDP")
	return endsWithAny(before, oneInOrder())
}

// tiers are words for those who have come to a sum, oneInOrder words that one of them is numbered by, sortsOfPlaces what it is.
var tiers, oneInOrder, sortsOfPlaces = phrases("tiers"), phrases("one in order"), phrases("sorts of places")

// sizesPieces tells of the power of each of the machines counted behind their name: 60千瓦逆变器3台.
func (r *reader) sizesPieces(i int) bool {
	if r.toks[i].q.Unit.Code != "kW" {
		return false
	}
	for j := i + 1; j < len(r.toks) && j < i+6; j++ {
		switch t := &r.toks[j]; {
		case t.kind == figure:
			return j > i+1 && t.q.Kind == "count" && piecesOfPower().has(t.q.Unit.Surface)
		case t.kind != word || t.text == "的" || t.is(event|reach|up|down|exist|conj):
			return false
		}
	}
	return false
}

// piecesOfPower are measure words of machines that give or turn power.
var piecesOfPower = phrases("pieces of power")

// sizedWorks are works by how much water they give to how many.
var sizedWorks = phrases("works by their size")

// laysOutAtLeast tells of a sum that is spent or set aside and has a bound: 每年安排不少于3000万元的专项资金.
func (r *reader) laysOutAtLeast(i int) bool {
	if r.toks[i].q.Kind != "amount" || r.toks[i].q.Magnitude || r.toks[i].q.BoundAfter {
		return false
	}
	left := r.leftOf(i)
	for len(left) > 0 && left[len(left)-1].is(reach) {
		left = left[:len(left)-1]
	}
	return len(left) > 0 && settingAside().has(left[len(left)-1].text)
}

// settingAside are verbs for laying out money.
var settingAside = phrases("setting money aside")

// reckonedAt are words before the strength that a fertiliser is reckoned at.
var reckonedAt = phrases("reckoned at a strength")

// liesWithin tells of how far from somewhere that lies which the clause goes on to tell of: 沿江1公里内的134家企业, 岸线5公里内禁止建设.
func (r *reader) liesWithin(i int) bool {
	t := r.toks[i]
	if t.q.Kind != "physical" || t.q.Unit.Code != "km" {
		return false
	}
	after := r.text[t.end:max(t.end, r.end)]
	place := trimAhead(after, "以内", "之内", "范围内", "内")
	return place != after && firstClause(place) != ""
}

// byTheHead are the measure words of animals that are kept.
var byTheHead = map[string]bool{"头": true, "只": true, "羽": true}

// sizesKeeper tells of how many animals at least those have who are counted behind: 20头以上大户28户, 500头以上的养猪场12家.
func (r *reader) sizesKeeper(i int) bool {
	behind, limits := r.cutBoundBehind(i)
	if !limits {
		return false
	}
	keepers := behind
	if at := strings.IndexAny(behind, "0123456789，,；。"); at >= 0 {
		keepers = behind[:at]
	}
	keepers = strings.TrimPrefix(keepers, "已")
	for _, verb := range comeTo().words {
		keepers = strings.TrimSuffix(strings.TrimSuffix(keepers, verb), "已")
	}
	return endsWithAny(keepers, keepersOfAnimals())
}

// keepersOfAnimals end the names of those who keep animals.
var keepersOfAnimals = phrases("keepers of animals")

// roundOf tells of an 亿元 that something is reckoned for, and of one that a slogan names a step by.
func (r *reader) roundOf(i int) (reason string, round bool) {
	if !r.toks[i].q.Magnitude {
		return "", false
	}
	if i+1 < len(r.toks) {
		switch n := r.toks[i+1]; {
		case n.kind == word && isName(n.text) && len(undated(r.leftOf(i))) == 0:
			return "per so many", true // 亿元生产总值能耗
		case startsWithAny(n.text, []string{"台阶", "新台阶"}), n.text == "俱乐部", n.text == "新" && i+2 < len(r.toks) && r.toks[i+2].text == "台阶":
			return "round figure of a slogan", true
		}
	}
	return "per so many", r.consumedPer(i)
}

// limitedBehind tells whether the words behind a limit come to those it is for, or to their number, before they come to a verb.
func (r *reader) limitedBehind(i int) bool {
	var after strings.Builder
	for j := i + 1; j < len(r.toks) && j < i+10; j++ {
		n := r.toks[j]
		switch {
		case n.kind == figure:
			return n.q.Kind == "count" && r.numbersLimited(i, j, after.String())
		case n.kind == open && j+1 < len(r.toks) && r.toks[j+1].text == "人民币":
			return false
		case n.kind == open || n.kind == shut || n.kind == quote:
			continue
		case n.kind != word && n.kind != where, endsLimit(n, after.Len() > 0):
			return false
		}
		after.WriteString(n.text)
		for _, h := range indicator.Nouns(after.String()) {
			if limited[h.Entry.Code] && h.Start <= 36 {
				return !r.costsOne(i)
			}
		}
	}
	return false
}

// costsOne tells of what the one project cost that the clause goes on to say was begun or signed: 总投资超30亿元的钛材加工项目开工. Where its name is
// but what sort it is of, the sum limits those that are meant: 总投资超亿元的工业项目.
func (r *reader) costsOne(i int) bool {
	q := r.toks[i].q
	if q.Kind != "amount" || q.Magnitude || q.BoundAfter || !strings.HasSuffix(join(trimReach(withoutBrackets(r.leftOf(i)))), "投资") {
		return false
	}
	named, ok := strings.CutPrefix(firstClause(r.text[r.toks[i].end:r.end]), "的")
	at := strings.LastIndex(named, "项目")
	if !ok || at < 0 {
		return false
	}
	does := trimAhead(named[at+len("项目"):], "今天", "昨天", "近日", "日前", "已", "也", "正式", "顺利", "成功")
	if !startsWithAny(does, startsOfWorks()) && !(strings.HasPrefix(does, "在") && endsWithAny(does, startsOfWorks())) {
		return false
	}
	named = named[:at]
	for sort := ""; sort != named; {
		sort, named = named, trimAny(trimAhead(named, sortsOfProjects().words...), sortsOfProjects().words...)
	}
	return len(named) >= len("水电站") && !strings.ContainsAny(named, "0123456789、")
}

// sortsOfProjects are words for what sort projects are of.
var sortsOfProjects = phrases("sorts of projects")

// numbersLimited tells of the count at token j of those that the limit at token i is for: behind it, behind their noun or behind 以上.
func (r *reader) numbersLimited(i, j int, between string) bool {
	if (j == i+1 || boundWords()[between]) && !startsWithAny(r.text[r.toks[j].end:r.end], marks()) {
		return true
	}
	if len(indicator.Nouns(between)) > 0 {
		return true
	}
	if of, above := strings.CutPrefix(between, "以上的"); above && (of == "有" || of == "达" || of == "共" || of == "就有") {
		return true // 1000万元以上的企业12家，5000万元以上的有5家
	}
	_, comes, above := strings.Cut(between, "以上")
	if above && r.lastCount != nil && r.lastCount.measureWord == measureOf(r.toks[j].q) && comeTo().has(comes) {
		return true // 产值百亿元以上企业达到5家，50亿元以上达到9家
	}
	return strings.HasPrefix(between, "以上") && j <= i+4 && strings.HasPrefix(r.toks[j-1].pos, "n")
}

// comeTo are verbs for the number that things come to.
var comeTo = phrases("numbers come to")

// endsLimit tells of a verb with which the words behind a limit go on to something else.
func endsLimit(n token, begun bool) bool {
	if n.kind != word || n.text == "以上" || n.text == "以下" || n.text == "级" {
		return false
	}
	return n.is(up|down|upto|downto|rank|share|aim|net) || n.is(event) && !n.is(exist) && !stage[n.text] && begun
}

// surveyedAbove tells of the size from which a survey takes in what is invested: 500万元以上固定资产投资完成17亿元.
func (r *reader) surveyedAbove(i int) bool {
	if r.toks[i].q.Kind != "amount" || i+2 >= len(r.toks) || r.toks[i+1].text != "以上" || !isName(r.toks[i+2].text) {
		return false
	}
	hit, _ := indicator.Head(r.toks[i+2].text)
	for _, t := range r.toks[i+3:] {
		if t.kind == figure || t.kind == comma || t.kind == stop {
			return t.kind == figure && t.q.Kind == "amount" && hit.Entry.Code == "fixed_asset_investment"
		}
	}
	return false
}

// passedByOneOf tells of a sum that one more of a row has passed: 第三个超千亿元的产业.
func (r *reader) passedByOneOf(i int) bool {
	before := trimAny(r.text[r.start:r.toks[i].start], exceeding().words...)
	return slices.ContainsFunc(r.toks[:i], func(t token) bool {
		return t.kind == figure && t.q.Kind == "ordinal" && t.end == r.start+len(before)
	})
}

// limitsCounted tells of a limit that only those within it are counted by, which a number follows: 增幅在60%以上的港口有4个,
// 收入低于4000元的仅剩下800户.
func (r *reader) limitsCounted(i int) bool {
	switch q := r.toks[i].q; {
	case q.Bound == "exact" || q.Bound == "nearly" || q.Bound == "approx":
		return false
	case q.Kind != "amount" && q.Kind != "physical" && q.Kind != "percent" && (q.Kind != "count" || q.Magnitude):
		return false
	case len(trimReach(withoutBrackets(r.leftOf(i)))) == 0 && !(q.Magnitude && q.Kind == "amount"):
		return false // 超过94%的投资额 is a share
	}
	j := i + 1
	for j < len(r.toks) && (boundWords()[r.toks[j].text] || r.toks[j].text == "之间") {
		j++
	}
	if j >= len(r.toks) || r.toks[j].text != "的" && r.toks[i].q.Low == nil {
		return false
	}
	if r.toks[j].text == "的" {
		j++
	}
	for ; j < len(r.toks) && j < i+9; j++ {
		switch t, last := r.toks[j], r.toks[j-1]; {
		case t.kind == figure:
			return last.text == "的" && i+4 > j && r.boundsSum(i) && countsThose(&t) || numbersThoseWithin(&t, &last)
		case t.kind != word || last.is(share) || t.is(event|up|down|upto|downto|rank|aim|conj):
			return false
		}
	}
	return false
}

// boundsSum tells of a sum that is a bound: 500亿元以上, 不足1亿元.
func (r *reader) boundsSum(i int) bool {
	q := r.toks[i].q
	return q.Kind == "amount" && (q.BoundAfter || endsWithAny(join(r.leftOf(i)), belowWords()))
}

// belowWords are words for less than so much.
var belowWords = phrases("below")

// countsThose tells of the number of those within a bound: 市值500亿元以上的280家公司.
func countsThose(t *token) bool {
	return t.q.Kind == "count" || t.q.Kind == "bare" && endsWithAny(t.text, []string{"万", "亿"})
}

// numbersThoseWithin tells of a number or share behind a verb for how many there are: 1亿元以上的有12家, 以上的占30%.
func numbersThoseWithin(t, verb *token) bool {
	switch t.q.Kind {
	case "percent":
		return verb.is(share)
	case "count":
		return verb.is(reach|exist) && verb.text != "在" || strings.HasSuffix(verb.text, "有") || startsWithAny(verb.text, []string{"剩", "余下"})
	}
	return false
}

// limitsRest tells of a limit that stands alone before the number of those within it, which were counted by another: 超300万元的有8个，
// 超500万元的有3个.
func (r *reader) limitsRest(i int) bool {
	q := r.toks[i].q
	if r.lastCount == nil || q.Kind != "amount" && q.Kind != "physical" {
		return false
	}
	passed := i > 0 && r.toks[i-1].text == "过"
	if !passed && (q.Bound == "exact" || len(trimReach(withoutBrackets(r.leftOf(i)))) > 0) {
		return false
	}
	j := i + 1
	for j < len(r.toks) && boundWords()[r.toks[j].text] {
		j++
	}
	if j+2 >= len(r.toks) || r.toks[j].text != "的" {
		return false
	}
	if j++; r.toks[j].is(exist) || strings.HasSuffix(r.toks[j].text, "有") {
		j++
	}
	return j < len(r.toks) && r.toks[j].kind == figure && r.toks[j].q.Kind == "count"
}

// nextLimit is the sum in words that a list of limits goes on with, 0 where none does: 30亿元以上、百亿元的项目.
func (r *reader) nextLimit(i int) int {
	j := i + 1
	for j < len(r.toks) && j < i+3 && boundWords()[r.toks[j].text] {
		j++
	}
	if j+1 < len(r.toks) && (r.toks[j].kind == dun || r.toks[j].is(conj)) && r.toks[j+1].kind == figure && r.toks[j+1].q.Kind == "amount" {
		if next := r.toks[j+1].q; next.Magnitude || next.Bound == r.toks[i].q.Bound {
			return j + 1
		}
	}
	return 0
}

package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// This file finds the sizes that only say which plants or firms are meant.

// sizesPlant tells of a size below or above which plants are meant, and which states no quantity of its own: 关停9万吨以下煤矿,
// 10万吨以上的兼并重组 behind such a one.
func (r *reader) sizesPlant(i int) bool {
	if q := r.toks[i].q; q.Kind != "physical" && q.Kind != "amount" {
		return false
	}
	behind, limits := r.cutBoundBehind(i)
	if !limits {
		return false
	}
	clause := firstClause(behind)
	for _, plant := range sizedPlants().words {
		if at := strings.Index(clause, plant); at >= 0 && at <= len("的燃煤小") {
			return true
		}
	}
	return strings.HasPrefix(behind, "的") && len(indicator.Nouns(clause)) == 0 && r.sizedBefore(i)
}

// sizedBefore tells of plants whose size has been told before in the sentence.
func (r *reader) sizedBefore(i int) bool {
	for j := range r.toks[:i] {
		if r.toks[j].kind == figure && r.toks[j].q.Unit.Code == r.toks[i].q.Unit.Code && r.sizesPlant(j) {
			return true
		}
	}
	return false
}

// cutBoundBehind is what stands behind a figure and the 以上 or 以下 that follows it.
func (r *reader) cutBoundBehind(i int) (string, bool) {
	behind := r.text[r.toks[i].end:r.end]
	for _, bound := range boundsBehind().words {
		if rest, ok := strings.CutPrefix(behind, bound); ok {
			return rest, true
		}
	}
	return behind, false
}

// boundsBehind are words of a bound behind a figure, longest first.
var boundsBehind = phrases("bounds behind")

var sizedPlants, passingSums = phrases("plants by their size"), phrases("passing a sum")

// passedBy tells of a sum, or of several, that the things named behind have passed: 过100亿元的项目, 收入超1亿元、5亿元的企业分别达到30家和4家.
func (r *reader) passedBy(i int) bool {
	first, last := r.runOfSums(i)
	if last+2 >= len(r.toks) || r.toks[last+1].text != "的" {
		return false
	}
	before := r.text[r.start:r.toks[first].start]
	passes := strings.HasSuffix(before, "过") || first < last && (r.toks[first].q.Bound == "over" || endsWithAny(before, passingSums()))
	hit, ok := indicator.Counted(r.toks[last+2].text, "")
	return passes && ok && limited[hit.Entry.Code]
}

// limitsThose tells of a sum that those lie within or have passed who are counted right behind it, or behind their names: 产值10亿元至50亿元的4家,
// 收入过亿元的有甲、乙、丙3个县.
func (r *reader) limitsThose(i int) bool {
	q := r.toks[i].q
	if i+2 >= len(r.toks) || r.toks[i+1].text != "的" || q.Bound != "range" && q.Bound != "over" {
		return false
	}
	next := r.toks[i+2]
	if next.kind == figure {
		ofAll := endsWithAny(strings.TrimRight(r.text[r.start:r.toks[i].start], "超过逾约近达"), sumsOfAll())
		return next.q.Kind == "count" && oneByOne[next.q.Unit.Surface] && (!ofAll || q.Bound == "range")
	}
	if q.Bound != "over" || next.text != "有" && next.text != "包括" {
		return false
	}
	for _, t := range r.toks[i+3:] {
		switch {
		case t.kind == figure:
			return t.q.Kind == "count"
		case t.kind.pauses():
			return false
		}
	}
	return false
}

// sumsOfAll name what all of those counted behind come to together: 总投资超千亿元的90个项目.
var sumsOfAll = phrases("sums of all")

// runOfSums is from which to which token sums are listed around one.
func (r *reader) runOfSums(i int) (first, last int) {
	joins := func(at, other int) bool {
		return at > 0 && other >= 0 && other < len(r.toks) && (r.toks[at].kind == dun || r.toks[at].is(conj)) && r.toks[other].kind == figure && r.toks[other].q.Kind == "amount"
	}
	first, last = i, i
	for joins(first-1, first-2) {
		first -= 2
	}
	for last+2 < len(r.toks) && joins(last+1, last+2) {
		last += 2
	}
	return first, last
}

// sumsOf tells of a sum behind a measure word that only tells which works are counted: 80个投资3000万元以上项目.
func sumsOf(right []token, n int) bool {
	if n == 0 || n+2 >= len(right) || right[n].q.Kind != "amount" || !slices.Contains([]string{"以上", "以下"}, right[n+1].text) {
		return false
	}
	hit, ok := indicator.Counted(right[n+2].text, "")
	return endsWithAny(right[n-1].text, extents()) && ok && hit.End == len(right[n+2].text) && limited[hit.Entry.Code]
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

// sizesPriced tells of how much one of the goods weighs or holds that a price right behind is of: 15公斤仔猪均价21元, 50公斤装尿素出厂价85元.
func (r *reader) sizesPriced(i int) bool {
	q := r.toks[i].q
	if q.Kind != "physical" || !q.Arabic || q.Bound != "exact" || i > 0 && r.toks[i-1].kind == word && r.toks[i-1].class != 0 {
		return false
	}
	if i > 0 && r.toks[i-1].kind == word && strings.HasPrefix(r.toks[i-1].pos, "v") {
		return false // 收购100公斤小麦
	}
	for j := i + 1; j < len(r.toks) && j < i+6; j++ {
		switch t := &r.toks[j]; {
		case t.kind == figure:
			name := strings.TrimSpace(r.text[r.toks[i].end:t.start])
			return j > i+1 && t.q.Kind == "amount" && pricedGoods(trimBehind(name, reachingTo().words...)) != ""
		case t.kind != word || t.text == "的":
			return false
		}
	}
	return false
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

// sizesGroup tells of how many people or households a village, school or firm has at least: 20户以上自然村.
func (r *reader) sizesGroup(i int) bool {
	if i+2 >= len(r.toks) || r.toks[i+1].text != "以上" && r.toks[i+1].text != "以下" {
		return false
	}
	j := i + 2
	if r.toks[j].text == "的" && j+1 < len(r.toks) {
		j++
	}
	for first, to := j, min(j+3, len(r.toks)); j < to && r.toks[j].kind == word && r.toks[j].class == 0; j++ {
		hit, ok := indicator.Counted(r.toks[j].text, "")
		if !ok || hit.Start > 0 {
			continue
		}
		if hit.Entry.Code == "enterprise_count" && r.toks[i].q.Unit.Surface == "户" {
			return false // 引进6户以上企业
		}
		if code := hit.Entry.Code; code == "region_count" || code == "institution_count" || j == first && limited[code] {
			return true
		}
	}
	return false
}

// sizeOfCounted is how many words at the head of toks only tell the size of the things that the number of a measure word before them counts,
// 0 for none: 34所20人以下小学, 3座110千伏变电站. 300户900人以上 tells of both.
func sizeOfCounted(toks []token, q *unit.Quantity) int {
	switch {
	case len(toks) < 2 || q.Kind != "count" || !q.Unit.Measure:
		return 0
	case altogether().has(toks[0].text) && sizesAltogether(toks):
		return 2
	case q.Unit.Surface == "户":
		return 0
	case toks[0].kind == word:
		return outlayOfCounted(toks)
	case toks[0].kind != figure:
		return 0
	case toks[0].q.Kind == "physical" && toks[0].q.Unit.Surface == "千伏":
		return 1
	case len(toks) < 3 || toks[1].text != "以上" && toks[1].text != "以下" && toks[1].text != "以内":
		return 0
	}
	if thing := toks[2]; thing.kind != word || thing.is(event|up|down|conj|reach) && !thing.is(exist) {
		return 0
	}
	switch toks[0].q.Kind {
	case "amount", "physical", "count", "duration":
		return 2
	}
	return 0
}

// sizesAltogether tells of how long or large the things are together that a number counts: 27条共320公里通村公路.
func sizesAltogether(toks []token) bool {
	if len(toks) < 3 {
		return false
	}
	size, thing := &toks[1], &toks[2]
	return size.kind == figure && size.q.Kind == "physical" && thing.kind == word && thing.text != "的"
}

// outlayOfCounted is how many words at the head of toks tell by what sum each of the things counted is large: 20个投资超10亿元项目,
// 3个过50亿元的项目, 60个总投资20亿元以上特大项目.
func outlayOfCounted(toks []token) int {
	n, named := 0, endsWithAny(toks[0].text, outlays())
	if named {
		n++
	}
	exceeds := n < len(toks) && exceeding().has(toks[n].text)
	if exceeds {
		n++
	}
	if !exceeds && (!named || n+1 >= len(toks) || toks[n+1].text != "以上") {
		return 0
	}
	if n == len(toks) || toks[n].kind != figure || toks[n].q.Kind != "amount" {
		return 0
	}
	for n++; n < len(toks) && (toks[n].text == "以上" || toks[n].text == "的"); n++ {
	}
	if n == len(toks) || toks[n].kind != word || toks[n].is(event|up|down|conj|reach) {
		return 0
	}
	return n
}

// outlays end the names of sums by which things are large, exceeding are verbs for being larger than that.
var outlays, exceeding = phrases("outlays"), phrases("exceeding")

// usedPerOutput ends the names of what so much output uses up or gives off.
var usedPerOutput = phrases("used per output")

// consumedPer tells of 万元 before what is made and what that uses up: 万元工业增加值电耗.
func (r *reader) consumedPer(i int) bool {
	after := ""
	for j := i + 1; j < len(r.toks) && j < i+7 && (r.toks[j].kind == word || r.toks[j].kind == where); j++ {
		if after += r.toks[j].text; endsWithAny(after, usedPerOutput()) {
			return true
		}
	}
	return false
}

// sizesNext tells of a sum in words between a count's noun phrase and its head: 两个乡村产业十亿元镇.
func (r *reader) sizesNext(i int) bool {
	if q := r.toks[i].q; q.Kind != "amount" || q.Arabic || i == 0 || i+1 >= len(r.toks) {
		return false
	}
	if before := &r.toks[i-1]; before.kind != word || !strings.HasPrefix(before.pos, "n") {
		return false
	}
	hit, ok := indicator.Counted(r.toks[i+1].text, "")
	return ok && hit.End == len(r.toks[i+1].text) && limited[hit.Entry.Code]
}

// sizesCount tells of a sum that says how large those counted beside it are: 6个亿元产业, 超千亿元的4个, 实施500万元投资项目15个.
func (r *reader) sizesCount(i int) bool {
	counted := func(j int) bool {
		return j >= 0 && j < len(r.toks) && r.toks[j].kind == figure && r.toks[j].q.Kind == "count"
	}
	q := r.toks[i].q
	switch {
	case q.Kind != "amount" || i+1 >= len(r.toks):
		return false
	case q.Magnitude && counted(i-1) && r.toks[i+1].kind == word:
		return !startsWithAny(r.toks[i+1].text, marks())
	case r.toks[i+1].text == "的":
		return q.Bound == "over" && counted(i+2) && strings.Trim(join(trimReach(r.leftOf(i))), "、其中") == ""
	}
	for j := i + 1; j < len(r.toks) && j <= i+4; j++ {
		if counted(j) {
			return strings.HasSuffix(r.toks[j-1].text, "项目") && !hasWord(r.leftOf(i), moneyOfProject().words...)
		}
		t := &r.toks[j]
		if t.kind != where && (t.kind != word || !beforeProject[t.text] && !endsWithAny(t.text, limitedEnds())) {
			return false // 6000万美元外资项目1个, 3000万元工业项目5个
		}
	}
	return false
}

// limitedEnds are ends of words between the size of projects and their number.
var limitedEnds = phrases("ends of what is limited")

// beforeProject are words between the size of projects and what is counted of them: 亿元以上的投资类项目.
var beforeProject = map[string]bool{"投资": true, "建设": true, "类": true, "级": true, "以上": true, "的": true}

// limited are the things counted that texts limit by size.
var limited = map[string]bool{
	"enterprise_count": true, "project_count": true, "cluster_count": true, "chain_count": true, "park_count": true, "region_count": true,
	"population": true,
}

// moneyOfProject are words for what a project costs.
var moneyOfProject = phrases("money of a project")

package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/place"
)

// This file passes over what a place is called before its name, and takes the places named in one breath as one: 皖北小城界首, 全国最大的小商品市场浙江义乌.

// breathOf is the first of the places named in one breath with that of token i: 浙江温州洞头区, 皖北小城界首.
func (r *reader) breathOf(i int) int {
	for i > 0 && r.toks[i-1].end == r.toks[i].start {
		switch {
		case r.toks[i-1].kind == where:
			i--
		default:
			return i
		}
	}
	return i
}

// narrows lets the smaller place named in the same breath as the one that opens the clause take its place: 安徽淮北.
func (r *reader) narrows(i int, code string) bool {
	first := r.breathOf(i)
	if code == "" || first == i || !r.opens(first) || r.listed(i) {
		return false
	}
	wider := r.clause.region
	if r.sameLevel(i, wider, code) {
		code = holderOf(wider, code) // 太原忻州一体化经济区
		r.clause.region, r.sentence.region = code, code
		return true
	}
	if wider == "" || wider == code || !place.Contains(wider, code) {
		return false
	}
	r.clause.region = code
	if r.sentence.region == wider {
		r.sentence.region = code
	}
	if r.line.region == wider {
		r.line.region = code
	}
	return true
}

// sameLevel tells of two cities of one province named in one breath, the second by token i.
func (r *reader) sameLevel(i int, first, second string) bool {
	if r.Report.Kind != "" || !isCity(first) || !isCity(second) || first == second || first[:2] != second[:2] {
		return false
	}
	before := &r.toks[i-1]
	return before.kind == where && r.regionOf(before.at) == first && r.toks[i].at.Kind == place.KindRegion
}

// isCity tells of the code of a city of a province.
func isCity(code string) bool {
	return strings.HasSuffix(code, "00") && !strings.HasSuffix(code, "0000")
}

// opens tells whether token i begins a clause, time expressions, quotes and light verbs aside, and what a place is called before its name
// (煤炭大省山西).
func (r *reader) opens(i int) bool {
	if r.Report.Kind == "" && r.toks[i].kind == where && strings.HasSuffix(r.text[r.start:r.toks[i].start], "——") {
		return true // 重大工程之一——福建莆田的工程
	}
	if r.toks[i].kind == where && (r.wholeOfIt(i) || r.mostOfAll(i)) {
		return true
	}
	for j := min(r.epithetFrom(i), r.describedFrom(i)) - 1; j >= 0; j-- {
		switch t := &r.toks[j]; t.kind {
		case comma, semi, stop:
			return true
		case time, blank, note, quote:
		case shut:
			for j > 0 && r.toks[j].kind != open {
				j-- // 截至上周末（4月9日）全国库存
			}
			if r.Report.Kind != "" || j == 0 {
				return false
			}
		case dun:
			return j > 0 && r.toks[j-1].kind == figure // 甲县突破450亿元、乙县突破380亿元
		case word:
			switch {
			case t.is(rank | copula | share):
				return false
			case t.is(among | conj | reach), light().has(t.text), t.text == "于", r.liesIn(j, i), r.pointsAtLying(j, i):
			default:
				return false
			}
		default:
			return false
		}
	}
	return true
}

// liesIn tells of the words from token j of the news on that the thing behind the place of token i lies there: 位于眉山的这家工厂, 坐落于绵阳城郊的.
func (r *reader) liesIn(j, i int) bool {
	if r.Report.Kind != "" || !startsWithAny(r.toks[j].text, lyingIn()) && !comingHere().has(r.toks[j].text) {
		return false
	}
	behind, in := r.text[r.toks[j].end:], r.toks[i].text
	if !strings.HasPrefix(behind, in) {
		return false
	}
	for k := i + 1; k < len(r.toks) && k <= i+3; k++ {
		if r.toks[k].text == "的" {
			return true
		}
	}
	return false
}

// pointsAtLying tells of a 这座 at token j before the words that say where the thing lies: 这座位于宁波的电站.
func (r *reader) pointsAtLying(j, i int) bool {
	return j+1 < i && pointingAtOne().has(r.toks[j].text) && (r.liesIn(j+1, i) || r.pointsAtLying(j+1, i))
}

// comingHere lead to the place that people come to: 来西安旅游的客人.
var lyingIn, pointingAtOne, comingHere = phrases("lying in"), phrases("pointing at one"), phrases("coming to a place")

// describedFrom is where the words begin that tell at the head of a clause of the news what the place is like that owns it, i where there are
// none: 位于长江中游的江西是, 作为龙头的上海坚持.
func (r *reader) describedFrom(i int) int {
	if r.largestOf(i) {
		return r.clauseStart(i)
	}
	if r.Report.Kind != "" || i < 2 || !isRegion(&r.toks[i]) || r.toks[i-1].text != "的" || i+1 >= len(r.toks) {
		return i
	}
	if holder := &r.toks[i-2]; isRegion(holder) && place.Contains(r.regionOf(holder.at), r.regionOf(r.toks[i].at)) {
		return r.breathOf(i - 2) // 宁夏吴忠市的红寺堡区
	}
	if aiding().has(r.toks[i-2].text) {
		from := r.clauseStart(i)
		if !slices.ContainsFunc(r.toks[from:i], func(t token) bool { return receiving[t.text] }) {
			return from // 辽宁医疗队接管的武汉某医院
		}
	}
	next := r.toks[min(placesFrom(r.toks, i), len(r.toks)-1)]
	if next.kind != time && !(next.kind == word && (next.is(copula|reach) || next.text == "与" || startsWithAny(next.pos, []string{"v", "d"}))) {
		return i
	}
	from := r.clauseStart(i)
	words := r.text[r.toks[from].start:r.toks[i].start]
	if startsWithAny(words, describing()) || strings.HasSuffix(words, "所在的") || onlyDeeds(r.toks[from:i-1]) {
		return from
	}
	return i
}

// isRegion tells of a place of the table of places, and not of a park or several.
func isRegion(t *token) bool {
	return t.kind == where && t.at.Kind == place.KindRegion
}

// largestOf tells of words of the news before the place of token i that say of what it is the largest: 全国最大的小商品市场浙江义乌有.
func (r *reader) largestOf(i int) bool {
	if r.Report.Kind != "" || r.toks[i].kind != where || r.toks[i].at.Kind != place.KindRegion {
		return false
	}
	from := r.clauseStart(i)
	if i < from+3 || !strings.HasPrefix(r.toks[i-1].pos, "n") {
		return false
	}
	field, rest, said := strings.Cut(r.text[r.toks[from].start:r.toks[i].start], "最")
	return said && fieldsOfAll()[field] && strings.Contains(rest, "的")
}

// fieldsOfAll are what a thing is the largest of.
var fieldsOfAll = phraseSet("fields of all")

// aiding are verbs for what people of one place do for another.
var aiding = phrases("helping another place")

// onlyDeeds tells of words for what has been done, and by nobody else than the place they stand before: 刚刚脱贫摘帽 of 刚刚脱贫摘帽的黑龙江海伦市.
func onlyDeeds(toks []token) bool {
	return len(toks) > 0 && !slices.ContainsFunc(toks, func(t token) bool {
		return t.kind != word && t.kind != time && t.kind != blank || !t.is(event|verbal|exist) && !startsWithAny(t.pos, []string{"v", "d"})
	})
}

var describing = phrases("describing places")

// epithetFrom is where the noun phrase begins that a place is called by before its name, i where there is none.
func (r *reader) epithetFrom(i int) int {
	if r.toks[i].kind != where {
		return i
	}
	from := i
	for from > 0 {
		t := r.toks[from-1]
		describes := t.kind == word && (startsWithAny(t.pos, []string{"n", "a", "b"}) || strings.HasPrefix(t.pos, "vn"))
		does := t.is(event|verbal) && endsWithAny(r.toks[max(i-1, 0)].text, levelsOfPlaces())
		if !describes && !does && t.text != "第一" {
			break
		}
		from-- // 花椒种植第一大省
	}
	if from == i || !endsWithAny(r.text[r.toks[from].start:r.toks[i].start], epithets()) {
		return i
	}
	if from > 0 && r.toks[from-1].kind == where && ofNation().has(r.toks[from-1].text) {
		from-- // 我国枸杞主产区中宁县
	}
	return from
}

// levelsOfPlaces end what a place is called by what it makes: 花椒种植第一大省.
var levelsOfPlaces = phrases("levels of places")

var epithets = phrases("epithets of places")

package figure

import (
	"strings"
)

// This file tells the 一斤 of 一斤卖6毛钱, which says what is paid for, from a quantity of its own.

// perOne tells of one measure of a good, a field or a hand in words, whose price or yield the clause goes on to give: 一斤只卖6毛钱, 一亩葡萄投入2.5万元.
func (r *reader) perOne(i int) bool {
	t := r.toks[i]
	if t.q.Kind != "physical" || t.q.Unit.Code == "other" || !isOne(t.text, t.q.Unit.Surface) {
		return false
	}
	if i > 0 && r.toks[i-1].kind == figure && r.toks[i-1].q.Kind == "amount" && r.toks[i-1].end == t.start {
		return true // 卖到3万元一吨
	}
	own := r.text[r.toks[r.clauseStart(i)].start:t.start]
	if strings.HasPrefix(own, "每") && len(own) <= len("每多用") && !strings.ContainsAny(own, "天日周月季年") || !t.q.Arabic && strings.Trim(own, "“") == "" && !strings.HasPrefix(r.text[t.end:r.end], "多") {
		return true // 每进1吨鲜虾; 一斤枸杞做成饮片
	}
	if !t.q.Arabic && workedByOne().has(strings.Trim(own, "“")) && strings.Contains(upToStop(r.text[t.end:r.end]), "元") {
		return true // 种一亩地，肥料要花300元
	}
	left := trimReach(r.leftOf(i))
	if t.q.Arabic && (len(left) == 0 || !picked().has(left[len(left)-1].text)) {
		return false // only 卖1公斤 is of each: 1公斤 by itself may be what there was
	}
	if len(left) > 0 && left[len(left)-1].is(event|up|down|upto|downto|exist) && !holdsAny(left[len(left)-1].text, picked()) {
		return false // 新增一亩
	}
	for _, n := range r.rightOf(i) {
		switch {
		case n.kind == figure:
			return n.q.Kind == "amount" || n.q.Kind == "bare" || n.q.Kind == "physical" && n.q.Unit.Code != t.q.Unit.Code || n.q.Unit.Surface == "块"
		case n.kind == dun || n.is(conj):
			return false
		}
	}
	return false
}

// workedByOne are verbs for what is done to one measure at a time.
var workedByOne = phrases("worked by one")

// outweighs tells of a saying on one measure that is worth several: 一亩顶三亩.
func (r *reader) outweighs(i int) bool {
	t := &r.toks[i]
	if startsWithAny(r.text[t.end:r.end], worthSeveral()) && isOne(t.text, t.q.Unit.Surface) {
		return true
	}
	before := r.text[r.start:t.start]
	for _, w := range worthSeveral().words {
		if one, ok := strings.CutSuffix(before, w); ok && strings.HasSuffix(one, "一"+t.q.Unit.Surface) {
			return true
		}
	}
	return false
}

// worthSeveral are verbs for being worth several.
var worthSeveral = phrases("worth several")

// picked are verbs for what is picked or sold one measure at a time: 摘一斤花卖16块.
var picked = phrases("picked by the measure")

// isOne tells of a figure printed as 一 and its unit.
func isOne(text, surface string) bool {
	one, ok := strings.CutSuffix(text, surface)
	return ok && (one == "一" || one == "1")
}

// outOfEvery tells of how many out of so many do something: 每3台里有2台空运, 每十张砂布有四张出自通城.
func (r *reader) outOfEvery(i int) bool {
	t := r.toks[i]
	if t.q.Kind != "count" && t.q.Kind != "physical" || t.q.Unit.Code == "person" {
		return false
	}
	for j := i - 1; j >= 0 && !r.toks[j].kind.pauses(); j-- {
		if first := &r.toks[j]; first.kind == figure {
			between := r.text[first.end:t.start]
			return first.q.Unit.Surface == t.q.Unit.Surface && strings.HasSuffix(r.text[r.start:first.start], "每") && endsWithAny(between, []string{"有", "有近", "有约", "是"}) && !strings.HasSuffix(between, "拥有")
		}
	}
	return false
}

// gaugesOf tells of how thick or wide the goods are that stand right behind, by which they are called: 182毫米硅片, 12英寸晶圆.
func (r *reader) gaugesOf(i int) bool {
	t := r.toks[i]
	if t.q.Kind != "physical" || !gauges().has(t.q.Unit.Surface) || i+1 >= len(r.toks) {
		return false
	}
	next := &r.toks[i+1]
	return next.kind == word && next.start == t.end && strings.HasPrefix(next.pos, "n") && !strings.ContainsAny(next.text, "雨雪水冰土路宽长高厚深")
}

// gauges are the units that goods are called by.
var gauges = phrases("gauges of goods")

package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
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
	for _, plant := range sizedPlants() {
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
	for _, bound := range []string{"及以上", "及以下", "以上", "以下"} {
		if rest, ok := strings.CutPrefix(behind, bound); ok {
			return rest, true
		}
	}
	return behind, false
}

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

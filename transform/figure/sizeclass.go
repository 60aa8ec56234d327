package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
)

// This file finds the sizes, prices and rates by which things are told apart, and which state no quantity of their own: 90平方米以下户型, 5—6万吨船型.

// tellsClass tells of a size or a price that only says which class of things is meant.
func (r *reader) tellsClass(i int) bool {
	q := r.toks[i].q
	switch {
	case q.Kind == "percent":
		return r.ratesThose(i)
	case q.Kind == "count":
		return q.Magnitude && r.passedByCounted(i)
	case q.Kind != "amount" && q.Kind != "physical":
		return false
	}
	return r.namesModel(i) || r.partOfThose(i)
}

// namesModel tells of a size, a range or a bound that stands right before a word for a model or a class: 2000元至2999元机型, 4000米以上的路段.
func (r *reader) namesModel(i int) bool {
	behind, bounded := r.cutBoundBehind(i)
	if !bounded && r.toks[i].q.Low == nil {
		return false
	}
	behind = strings.TrimPrefix(strings.TrimPrefix(behind, "之间"), "的")
	return startsWithAny(behind, modelsBySize())
}

// modelsBySize are what is told apart by how large, dear or high it is.
var modelsBySize = phrases("models by their size")

// partOfThose tells of a size with its bounds of which a share is told right behind it: 90平方米及以下占28.5%, 90至144平方米占六成.
func (r *reader) partOfThose(i int) bool {
	behind, bounded := r.cutBoundBehind(i)
	if !bounded && r.toks[i].q.Low == nil {
		return false
	}
	if !startsWithAny(strings.TrimPrefix(behind, "的"), []string{"占", "仅占", "约占"}) {
		return false
	}
	next := slices.IndexFunc(r.toks[i+1:], func(t token) bool { return t.kind == figure || t.kind.pauses() })
	return next >= 0 && r.toks[i+1+next].kind == figure && r.toks[i+1+next].q.Kind == "percent"
}

// ratesThose tells of the rate from which on those are meant whose number stands right behind: 增幅超10%的48家.
func (r *reader) ratesThose(i int) bool {
	j := i + 1
	if j < len(r.toks) && boundWords()[r.toks[j].text] {
		j++
	}
	if r.toks[i].q.Bound == "exact" || j+1 >= len(r.toks) || r.toks[j].text != "的" || r.toks[j+1].kind != figure {
		return false
	}
	next := r.toks[j+1].q
	if next.Kind != "count" || !next.Unit.Measure || len(r.toks) > j+2 && r.toks[j+2].text == "的" {
		return false
	}
	left := trimReach(withoutBrackets(r.leftOf(i)))
	return len(left) > 0 && (left[len(left)-1].is(up|down|share|shareword) || endsInRate(join(left)))
}

// passedByCounted tells of a round number that those have passed who are named behind it: 突破万辆的企业.
func (r *reader) passedByCounted(i int) bool {
	if i+2 >= len(r.toks) || r.toks[i+1].text != "的" || !endsWithAny(r.text[r.start:r.toks[i].start], passingSums()) {
		return false
	}
	hit, ok := indicator.Counted(r.toks[i+2].text, "")
	return ok && hit.End == len(r.toks[i+2].text) && limited[hit.Entry.Code]
}

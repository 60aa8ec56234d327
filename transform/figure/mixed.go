package figure

import (
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/unit"
)

// A list behind a 分别 may be printed in a unit for each member: 游客人数和旅游收入分别达到500万人次、60亿元.

// mixedItems are the members of such a list, the first of whose figures is at token i.
func (r *reader) mixedItems(s *site, i int) []statement {
	figures := r.figuresListed(i)
	n := len(figures)
	if n < 2 || s.measure != "level" {
		return nil
	}
	np, lead := r.leading(withoutBrackets(beforeResp(s.nounPhrase)))
	parts := splitConj(np)
	if len(parts) != n {
		parts = splitDun(np)
	}
	if len(parts) != n {
		return nil
	}
	last, ok := r.nameOf(parts[n-1], r.toks[figures[n-1]].q)
	if !ok {
		return nil
	}
	items := make([]statement, n)
	for k, part := range parts {
		st, own := last, *s
		if own.tok = r.toks[figures[k]]; k < n-1 {
			st = r.member(part, parts[n-1], last, true, &own)
		}
		if !st.known || own.tok.q.Kind == "percent" || !printedIn(st.code, own.tok.q.Unit.Code) {
			return nil
		}
		if st.region == "" {
			st.region = lead.region
		}
		if k > 0 && st.industry == "" {
			st.industry, st.sector = items[0].industry, items[0].sector // 旅游人次、收入
		}
		items[k] = st
	}
	return items
}

// unlikeItems hands figures that follow each other, all in other units, out to as many names before them: 完成货物周转量、旅客发送量和邮件量78亿吨公里、41万人和8万吨.
func (r *reader) unlikeItems(s *site, i int) []statement {
	if s.measure != "level" || i+2 >= len(r.toks) || r.toks[i+1].kind != dun && !r.toks[i+1].is(conj) || r.toks[i+2].kind != figure {
		return nil
	}
	figures := r.figuresListed(i)
	for k, at := range figures {
		if kind := r.toks[at].q.Kind; kind != "count" && kind != "amount" && kind != "physical" {
			return nil
		}
		for _, other := range figures[:k] {
			if r.toks[at].q.Unit.Code == r.toks[other].q.Unit.Code {
				return nil
			}
		}
	}
	return r.mixedItems(s, i)
}

// changesInTurn are the levels that a sentence has told, where a 分别 hands out what each has changed by, in its own unit: 项目50个、总投资90亿元，
// 分别比上年增加6个、12亿元.
func (r *reader) changesInTurn(s *site, i int) []statement {
	figures := r.figuresListed(i)
	n := len(figures)
	if n < 2 || s.measure != "change" || len(r.told) < n || len(r.out.Facts) < n {
		return nil
	}
	last, mixed := r.out.Facts[len(r.out.Facts)-n:], false
	for k, j := range figures {
		f, unit := &last[k], r.toks[j].q.Unit.Code
		if f.Start < r.start || f.Measure != "level" || f.Unit != unit {
			return nil
		}
		mixed = mixed || unit != last[0].Unit
	}
	if !mixed {
		return nil
	}
	return append([]statement(nil), r.told[len(r.told)-n:]...)
}

// countsListed reads 旅游人次、收入分别达到500万、60亿元, whose first number has no unit and is none of the money behind it.
func (r *reader) countsListed(i int) {
	t := &r.toks[i]
	if t.q.Kind != "amount" || !endsWithAny(t.text, []string{"万", "亿"}) {
		return
	}
	left := withoutBrackets(r.leftOf(i))
	first := firstListed(left)
	if len(first) == len(left) {
		return
	}
	switch hit, _ := indicator.Head(join(first)); hit.Entry.Code {
	case "visitor_count":
		r.measureAs(i, "count", unit.Unit{Surface: "人次", Code: "count", Kind: "count", Factor: t.q.Unit.Factor})
	case "population", "employment":
		r.measureAs(i, "count", unit.Unit{Code: "person", Kind: "count", Factor: t.q.Unit.Factor})
	}
}

// figuresListed are the figures of a list that begins at token i, whatever their units are.
func (r *reader) figuresListed(i int) []int {
	listed := []int{i}
	for j := i + 1; j < len(r.toks); j++ {
		switch t := r.toks[j]; {
		case t.kind == figure && r.toks[j-1].kind != figure:
			listed = append(listed, j)
		case t.kind == dun, t.kind == blank, t.is(conj), t.kind == word && t.is(reach) && !t.is(up|down|rank):
		default:
			return listed
		}
	}
	return listed
}

// beforeResp is what stands before the 分别 of a phrase, all of it where there is none.
func beforeResp(toks []token) []token {
	for k, t := range toks {
		if t.kind == word && t.is(resp) {
			return toks[:k]
		}
	}
	return toks
}

// firstListed is the first of the names before a 分别 that each name a quantity of their own, all of the phrase elsewhere.
func firstListed(toks []token) []token {
	before := beforeResp(toks)
	if len(before) == len(toks) {
		return toks
	}
	parts := splitConj(before)
	if len(parts) < 2 {
		return toks
	}
	first := join(parts[0])
	if hit, ok := indicator.Head(first); !ok || hit.End != len(first) {
		return toks
	}
	return parts[0]
}

// madeAndSold tells of a phrase for what is made of a thing and what is sold: 汽车产销, 产量和销量.
func madeAndSold(toks []token) bool {
	phrase := join(toks)
	return strings.Contains(phrase, "产销") && !strings.Contains(phrase, "产销率") || strings.Contains(phrase, "产量") && strings.Contains(phrase, "销量")
}

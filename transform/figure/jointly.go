package figure

import (
	"slices"
	"strings"

	"yiyuan/transform/indicator"
)

// This file reads one figure that is said of several quantities: of each (财政总收入和地方级收入均增长15%) or of their sum.

// jointly reads one figure said of several quantities, 财政总收入和地方级收入增长15%: one statement for each.
func (r *reader) jointly(s *site, own bool) []statement {
	if !own && r.current != nil && s.measure == "level" && len(s.left) > 0 && saidOfEach(s.left) == 0 {
		return r.placesBefore(r.current, s, 0) // 甲省、乙省位列其后，均超过4万元
	}
	rates := (s.measure == "share" || s.measure == "rate") && saidOfEach(s.left) < len(s.left)
	if !own || s.driver || s.nounAfter || s.tok.q.Kind == "count" || !rates && !saidJointly[s.measure] {
		return nil
	}
	np, lead := r.leading(withoutBrackets(s.nounPhrase))
	parts := splitConj(np)
	two := townAndCountry(np[:saidOfEach(np)])
	if two != nil && saidOfEach(s.left) < len(s.left) && (len(parts) == 1 || strings.Contains(join(np), "存、贷款")) {
		return r.members(two, s, lead) // 存贷款余额均突破7000亿元
	}
	if listed := r.indicatorsListed(np); listed != nil {
		parts = listed
	}
	if len(parts) == 2 && halves()[join(trimReach(parts[0]))] {
		if two := r.members(parts, s, lead); two != nil && two[0].code == "resident_income" && two[1].code == "resident_income" {
			return two // 城镇和农村居民收入均增长8%
		}
	}
	if n := len(parts); n > 1 {
		parts[n-1] = withoutPace(parts[n-1])
	}
	if len(parts) < 2 || len(parts) > 6 {
		return nil
	}
	items := make([]statement, len(parts))
	for k, part := range parts {
		phrase := join(trimReach(part))
		if strings.Contains(phrase, "等") {
			return nil
		}
		hit, ok := indicator.Head(phrase)
		if hit.Entry.Text == "贸易" && k+1 < len(parts) {
			return nil // it shares the name of the last: 国内贸易和技术合作成交额
		}
		if rates && !endsInRate(phrase) {
			return nil
		}
		if rates {
			hit.End, ok = len(phrase), true // 办复率和满意率均为100%
		}
		if !ok || hit.End != len(phrase) || hit.Entry.Form == "growthname" || !fits(hit.Entry.Code, s.tok.q.Unit.Code) {
			return nil
		}
		st, named := r.nameOf(part, s.tok.q)
		if !named || !st.known {
			return nil
		}
		if k > 0 && threeSectors[items[k-1].text] && st.code != items[k-1].code {
			return nil // 第二产业和第三产业资产总计
		}
		if st.region == "" {
			st.region = lead.region
		}
		items[k] = st
	}
	return items
}

// saidJointly are the measures that one figure may tell of several quantities. A rate or share needs a word for it: 均为5%.
var saidJointly = map[string]bool{"growth": true, "change": true, "level": true, "rank": true, "multiple": true}

// sumsUp tells of money that several things named before it come to together, and not each: 发放贷款和补贴8亿元. Aggregates that pass a mark do so each.
func (r *reader) sumsUp(s *site, items []statement) bool {
	if s.measure != "level" || s.tok.q.Kind != "amount" || saidOfEach(s.left) < len(s.left) || hasWord(s.left, "突破") {
		return false
	}
	for _, st := range items {
		if macro[st.code] && st.code != items[0].code || macro[items[0].code] && st.code != items[0].code {
			return false
		}
	}
	return true
}

// togetherOf is what the things named before a sum are together.
func togetherOf(items []statement) statement {
	sum := items[0]
	for _, st := range items[1:] {
		if !strings.Contains(sum.text, st.text) {
			sum.text += "、" + st.text
		}
		if !strings.Contains(sum.qualifier, st.qualifier) {
			sum.qualifier = joinQualifiers(sum.qualifier, st.qualifier, false)
		}
		if st.industry != sum.industry {
			sum.industry, sum.sector = "", false
		}
	}
	return sum
}

// saidOfEach is where the 均 or 双双 stands that says a figure of each thing named before it, behind the last word where there is none.
func saidOfEach(toks []token) int {
	if i := slices.IndexFunc(toks, func(t token) bool { return t.kind == word && (t.is(each) || strings.HasPrefix(t.text, "均")) }); i >= 0 {
		return i
	}
	return len(toks)
}

// withoutPace drops the 每年都以 between what grows and its pace.
func withoutPace(toks []token) []token {
	for n := len(toks); n > 1 && (toks[n-1].text == "以" || toks[n-1].text == "每年" || toks[n-1].kind == time || toks[n-1].is(each)); n-- {
		toks = toks[:n-1]
	}
	return toks
}

// indicatorsListed are the names before the number of indicators that a figure is said of: 产值、税收、利润三项指标均居第一.
func (r *reader) indicatorsListed(np []token) [][]token {
	if len(np) == 0 || np[0].text != "指标" {
		return nil
	}
	return r.summedBefore(slices.IndexFunc(r.toks, func(t token) bool { return t.start == np[0].start }))
}

// summedBefore are the names before a number right before a token that counts them: 产值、税收、利润三项.
func (r *reader) summedBefore(at int) [][]token {
	if at < 2 || r.toks[at-1].kind != figure || r.toks[at-1].q.Kind != "count" {
		return nil
	}
	from, to := at-1, at-1
	if r.toks[to-1].text == "等" {
		to--
	}
	for from > 0 && r.toks[from-1].kind != comma && r.toks[from-1].kind != semi && r.toks[from-1].kind != stop && r.toks[from-1].kind != figure {
		from--
	}
	parts := splitConj(r.toks[from:to])
	if n, err := r.toks[at-1].q.Value.Int64(); err != nil || int(n) != len(parts) {
		return nil
	}
	return parts
}

// withSummed puts the names that a number right before sums up before what is told of each: 工业、商业两项税收分别增长5%、4%.
func (r *reader) withSummed(np []token, s *site, n int) []token {
	at := slices.IndexFunc(r.toks, func(t token) bool { return len(s.left) > 0 && t.start == s.left[0].start })
	parts := r.summedBefore(at)
	if n < 2 || len(parts) != n {
		return np
	}
	if len(np) > 0 && summedThings().has(np[0].text) {
		np = np[1:] // 煤炭、化工两个行业增加值
	} else if st, named := r.nameOf(np, s.tok.q); len(np) > 0 && (!named || !st.known || st.time == "count" || st.of("", "other")) {
		return np // 文具、灯具两类传统产品, 甲、乙两个景区
	}
	names := r.toks[slices.IndexFunc(r.toks, func(t token) bool { return t.start == parts[0][0].start }) : at-1]
	if strings.HasSuffix(join(names), join(np)) {
		np = nil // 经营净收入、转移净收入两项收入
	}
	return slices.Concat(names, np)
}

// summedThings are words for what a number sums up that name no quantity.
var summedThings = phrases("things summed up")

// trimReach drops the words of reaching and of each that close a phrase: 均, 都, 达到.
func trimReach(toks []token) []token {
	for len(toks) > 0 && toks[len(toks)-1].kind == word && toks[len(toks)-1].is(reach|each) {
		toks = toks[:len(toks)-1]
	}
	return toks
}

func onlyReach(toks []token) bool {
	for _, t := range toks {
		if t.kind == word && t.class == 0 {
			return false
		}
	}
	return true
}

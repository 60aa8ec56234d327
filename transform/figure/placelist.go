package figure

import (
	"strings"

	"yiyuan/transform/indicator"
)

// This file hands a list of figures out to the places named before it: 江苏、浙江和山东出口分别增长….

// asPlaced gives the members of a list the places of the figures before it, where those are of several: 甲市上涨6%，乙市上涨7%，分别回落0.4和0.7个百分点.
func (r *reader) asPlaced(items []statement) []statement {
	told := r.out.Facts[max(0, len(r.out.Facts)-len(items)):]
	several := len(told) == len(items) && r.Report.Kind == ""
	for k := range told {
		several = several && told[k].Start >= r.start && told[k].RegionCode != "" && (k == 0 || told[k].RegionCode != told[0].RegionCode)
	}
	for k := range items {
		if several && items[k].region == "" {
			items[k].region = told[k].RegionCode
		}
	}
	return items
}

// placeItems hands out what is told of several places: 江苏、浙江和山东出口分别增长…, 其中贵阳、遵义分别下降….
func (r *reader) placeItems(np, behind []token, s *site, n int) []statement {
	for len(np) > 0 && (np[0].is(among) || np[0].kind == time || np[0].kind == blank || np[0].text == "除" || np[0].text == "除了") {
		np = np[1:]
	}
	var regions []string
	for len(np) > 0 && np[0].kind == where {
		code := r.regionOf(np[0].at)
		if code == "" || code == "100000" {
			return nil
		}
		regions = append(regions, code)
		if np = np[1:]; len(np) == 0 || np[0].kind != dun && !np[0].is(conj) {
			break
		}
		np = np[1:]
	}
	if len(regions) != n || n < 2 {
		return nil
	}
	if len(np) > 0 && np[0].text == "的" && (len(np) == 1 || paces().has(np[1].text)) {
		np = np[1:] // 甲省、乙省的增速分别为9.3%和9.2%
	}
	name := append(append([]token(nil), np...), withoutVerbs(behind)...)
	st, ok := r.nameOf(name, s.tok.q)
	if !ok && len(trimReach(name)) > 0 {
		st, ok = unknownMember(name), true
	}
	if !ok && s.tok.q.Kind == "count" {
		st, ok = r.nounBehindLast(s, n)
	}
	if !ok && r.current != nil {
		st, s.inherited = *r.current, true
		if limit, is := limitOf(st.text, s); is && strings.HasSuffix(st.code, "_count") {
			st = limit
		}
	}
	if told := r.lastOfSums(false); told != nil && told.SubjectKind == "region" && s.measure == "growth" && st.of("", "other") && (st.text == "" || paces().has(st.text)) {
		st.becomes(told.Indicator, "level", "flow") // 全省GDP增长7%。甲市、乙市增速分别为9%和8%
		st.text = told.IndicatorText
	}
	items := make([]statement, n)
	for k, code := range regions {
		items[k] = st
		items[k].region = code
	}
	return items
}

// nounBehindLast is what the n numbers from this on count, where only the last of them has it behind: 甲县、乙县分别有6家和3家企业入选.
func (r *reader) nounBehindLast(s *site, n int) (statement, bool) {
	for j := range r.toks {
		t := &r.toks[j]
		if t.start < s.tok.start || t.kind != figure || t.q.Unit.Code != s.tok.q.Unit.Code {
			continue
		}
		if n--; n == 0 {
			st, ok := r.afterFigure(r.rightOf(j), t.q, statement{})
			return st, ok && st.known
		}
	}
	return statement{}, false
}

// ratesByPlace reads a list that tells the growth of places one by one: 财政收入增速依次为：甲县24%，乙县11%.
func (r *reader) ratesByPlace(s *site) (statement, bool) {
	if s.rule != "rate" && s.rule != "growth" || s.tok.q.Kind != "percent" {
		return statement{}, false
	}
	var own []token
	for _, t := range trimReach(s.left) {
		if t.kind != blank && !t.is(up|reach) {
			own = append(own, t)
		}
	}
	if len(own) != 1 || own[0].kind != where && !endsWithAny(own[0].text, zonesAmongDistricts()) {
		return statement{}, false
	}
	head := r.saidBefore(s)
	colon := strings.LastIndexAny(head, "：:")
	if colon < 0 || !holdsAny(head[:colon], growthBeforeList()) {
		return statement{}, false
	}
	hits := indicator.Terms(head[:colon])
	for i := len(hits) - 1; i >= 0; i-- {
		if t := hits[i].Entry; money[t.Code] && (t.Form == "level" || t.Form == "growth") {
			s.measure = "growth"
			return statement{known: true, code: t.Code, form: t.Form, time: t.Time, text: t.Text, head: t.Text, qualifier: t.Qualifier}, true
		}
	}
	return statement{}, false
}

// growthBeforeList are words before a colon for the growths of places behind it.
var growthBeforeList = phrases("growth before a list")

var zonesAmongDistricts = phrases("zones among districts")

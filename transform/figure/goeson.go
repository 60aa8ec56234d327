package figure

import (
	"strings"

	"yiyuan"
)

// This file lets what is told by a pace, a pronoun or a trade alone go on with what the paragraph has told before it.

// paceGoesOn gives a pace without a name, or one of what was told first or last, to the quantity told before it: 零售额增长6%。四季度力争增速达到5%; 进出口额
// 分别为6亿元、3亿元，前者增长7%.
func (r *reader) paceGoesOn(st *statement, s *site) bool {
	kind := s.tok.q.Kind
	if kind != "percent" && kind != "multiple" && kind != "rank" || !st.of("", "other") {
		return false
	}
	if st.of("other") && isName(st.text) {
		return false
	}
	name := join(trimReach(withoutBrackets(s.left)))
	points := startsWithAny(name, formerOrLatter()) && s.measure == "growth"
	places := !points && kind != "multiple" && r.Report.Kind == "" && onlyPlacesGrow(s.left)
	if !points && !places && !onlyPaces(s.left) {
		return false
	}
	told := r.lastOfSums(points)
	if told == nil || places && told.SubjectKind != "region" {
		return false
	}
	st.becomes(told.Indicator, "level", "flow")
	if places {
		st.text = told.IndicatorText
	}
	if kind == "percent" && !points && s.measure != "change" {
		s.measure = "growth"
	}
	return true
}

// onlyPlacesGrow tells of words that say no more than that some places grow, or come first: 全国增长7%。甲省、乙省的增速分别为.
func onlyPlacesGrow(left []token) bool {
	placed := false
	for _, t := range trimReach(withoutBrackets(left)) {
		switch {
		case isRegion(&t), t.text == "中国", t.text == "我国":
			placed = true
		case t.kind == word && !t.is(up|down|reach|conj|resp|among|rank) && t.text != "的" && t.text != "同比" && t.text != "以" && !paces().has(t.text):
			return false
		case t.kind != word && t.kind != dun && t.kind != blank && t.kind != time:
			return false
		}
	}
	return placed
}

// onlyPaces tells of words that end in a pace before which nothing but times, places and how it is aimed at stands: 甲县四季度力争增速.
func onlyPaces(left []token) bool {
	toks := trimReach(withoutBrackets(left))
	for i := range toks {
		if barePaces().has(join(toks[i:])) {
			return true
		}
		if t := &toks[i]; t.kind == word && !t.is(aim|expect|plan|reach|up|down) {
			return false
		}
	}
	return false
}

// lastOfSums is the last level, or growth, that the paragraph has told of a sum or an amount, nil where it has told of something else since.
func (r *reader) lastOfSums(level bool) *yiyuan.Fact {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		f := &r.out.Facts[i]
		switch {
		case !portioned[f.Indicator] && f.Indicator != "value_added" && f.Indicator != "gdp":
			return nil
		case f.Measure == "level" || f.Measure == "growth" && !level:
			return f
		}
	}
	return nil
}

// barePaces end names that say how fast something moves and not what, formerOrLatter point back at what has been told.
var barePaces, formerOrLatter = phrases("bare paces"), phrases("former or latter")

// tradesShort takes people told by a trade or a place alone for those at work that the sentence has begun to list: 缺工较多的是制鞋3000人、缝纫2000人.
func (r *reader) tradesShort(st *statement, s *site) bool {
	last := r.lastInSentence()
	if !s.people() || s.measure != "level" || !st.of("", "count_other", "other") {
		return false
	}
	if last == nil || last.Indicator != "employment" || last.Unit != "person" || last.End > s.tok.start {
		return false
	}
	between := r.text[last.End:s.tok.start]
	switch {
	case strings.HasPrefix(between, "、"), strings.HasPrefix(between, "和"):
	default:
		return false
	}
	if len(s.right) > 0 && s.right[0].kind == word || r.eventIn(s.left) || strings.ContainsAny(between, "，；。") {
		return false
	}
	st.becomes("employment", "level", "count")
	return true
}

// stagesGoOn takes a number that only a stage of works, or the one place that has so many, is told of for more of what the paragraph has
// counted last by the same measure word: 安排项目50个，总投资3亿元。已开工40个; 签约外资项目30宗，单是开发区就签了8宗.
func (r *reader) stagesGoOn(st *statement, s *site) {
	if s.tok.q.Kind != "count" || s.measure != "level" || s.clauseBehind() != "" {
		return
	}
	clause := r.clauseBeforeFigure(s)
	alone := startsWithAny(clause, onlyThere()) && strings.Contains(clause, "就")
	if !alone && (st.known || !endsWithAny(trimAny(clause, "了", "的有", "的"), stagesOfWorks())) {
		return
	}
	last := r.countedInLine(measureOf(s.tok.q), s)
	if last == nil || alone && bodiesCounted[last.Indicator] && !strings.HasSuffix(last.Indicator, "enterprise_count") {
		return
	}
	st.becomes(last.Indicator, "level", "flow")
	st.text, st.counter, st.happened, st.existing = last.IndicatorText, last.Counter, true, false
}

// countedInLine is the last number of projects or firms that the paragraph has counted by a measure word.
func (r *reader) countedInLine(measure string, s *site) *yiyuan.Fact {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		f := &r.out.Facts[i]
		if f.Measure != "level" || f.Unit != "count" {
			continue
		}
		if f.Indicator != "project_count" && f.Indicator != "enterprise_count" || !strings.HasSuffix(f.ValueText, measure) {
			return nil
		}
		return f
	}
	return nil
}

// stagesOfWorks end what is said of works before how many have come to it, onlyThere begin what is said of the one place that has so many.
var stagesOfWorks, onlyThere = phrases("stages of works"), phrases("only there")

package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file finds what a number counts that no word beside it names: what the paragraph has counted in the same measure word, or the works
// that its verb and the words before it speak of.

// countsUnsaid gives such a number of the news its thing: 集中签约仪式举行，此次签约28个; 新登记企业900户。东城新登记500户.
func (r *reader) countsUnsaid(s *site, st *statement) bool {
	if r.Report.Kind != "" || s.tok.q.Kind != "count" || s.measure != "level" || s.inherited || st.known || st.text != "" || st.counter != "" {
		return false
	}
	if last := r.countedLike(s); last != nil && len(s.left) > 0 && s.left[len(s.left)-1].is(newness|event) {
		*st = countedAs(last.Indicator, last.IndicatorText, s.tok.q, *st)
		st.counter, st.known = last.Counter, true
		return true
	}
	if last := r.restOf(s); last != nil {
		*st = countedAs(last.Indicator, last.IndicatorText, s.tok.q, *st)
		st.counter, st.known, st.unit = last.Counter, true, last.Unit
		return true
	}
	if measuresOfWorks().has(s.tok.q.Unit.Surface) && r.startsWorks(s) {
		*st = countedAs("project_count", "项目", s.tok.q, *st)
		st.known, st.happened = true, true
		return true
	}
	if !strings.ContainsAny(s.tok.text, "0123456789") || noThings()[s.tok.q.Unit.Surface] || s.headsName() {
		return false
	}
	code, noun := countedBy(s.tok.q), s.tok.q.Unit.Surface
	if last := r.likeLast(s); last != nil {
		code, noun = last.Indicator, ""
	}
	if s.people() && holdsAny(r.clauseAround(s.tok.start, s.tok.end), inWork()) {
		code = "employment"
	}
	*st = countedAs(code, "", s.tok.q, *st)
	st.counter, st.known = noun, true
	st.happened = len(s.left) > 0 && s.left[len(s.left)-1].is(newness|event)
	return true
}

// countsAgain takes a number that would have its name from a sum or a weight for one of what the paragraph has counted in its measure word: 关闭小煤矿97处、
// 减产15万吨的任务，截至5月末已关停22处.
func (r *reader) countsAgain(st *statement, s *site) bool {
	if code := r.sameAsBefore(st, s); code != "" {
		st.becomes(code, "level", "flow")
		return true
	}
	last := r.lastFact()
	if r.Report.Kind != "" || s.tok.q.Unit.Surface == "个" || s.tok.q.Unit.Surface == "人次" {
		return false // which count things of any kind
	}
	if !s.inherited || s.measure != "level" || s.tok.q.Kind != "count" || last == nil || last.Unit == s.tok.q.Unit.Code || s.people() {
		return false
	}
	like := r.likeLast(s)
	if like == nil || like.Indicator == st.code || countsThings(st.code) {
		return false
	}
	st.becomes(like.Indicator, "level", "count")
	st.happened = like.PeriodKind == period.During
	return true
}

// sameAsBefore is what pieces are of that a paragraph tells by place or by kind, where the one before has told of all of them: 快递业务量29亿件。分县域看，
// 甲市22亿件. It is "" where there is nothing like that.
func (r *reader) sameAsBefore(st *statement, s *site) string {
	if r.Report.Kind != "" || s.measure != "level" || s.tok.q.Kind != "count" || !st.of("case_count", "count_other", "") || !r.opensOnKinds() {
		return ""
	}
	for i := len(r.out.Facts) - 1; i >= 0 && i > len(r.out.Facts)-latelyTold; i-- {
		f := &r.out.Facts[i]
		if f.Measure != "level" || f.Start >= r.lineStart && f.Indicator != "other" || !strings.HasSuffix(trimAny(f.ValueText, "（件）", "(件)"), s.tok.q.Unit.Surface) {
			continue
		}
		if f.Indicator == "other" || f.Indicator == "count_other" {
			return f.Indicator
		}
		return ""
	}
	return ""
}

// opensOnKinds tells of a paragraph that begins with a word for telling something by kind or place.
func (r *reader) opensOnKinds() bool {
	return startsWithAny(strings.TrimLeft(r.text[r.lineStart:], " 　"), toldByKind())
}

// toldByKind are such words.
var toldByKind = phrases("told by kind")

// noThings are measure words of what is no number of things: times over, batches, points, heat.
var noThings = phraseSet("measure words of no things")

// headsName tells of a number that a name stands right behind, which it may be part of: 5500大卡动力煤, 500万人计划.
func (s *site) headsName() bool {
	return len(s.right) > 0 && (s.right[0].kind == quote || s.right[0].kind == word && strings.HasPrefix(s.right[0].pos, "n"))
}

// likeLast is what the paragraph has last counted in the measure word of a number, nil where it has counted nothing so.
func (r *reader) likeLast(s *site) *yiyuan.Fact {
	return r.lastSince(r.lineStart, func(f *yiyuan.Fact) bool {
		return f.Measure == "level" && f.Unit == s.tok.q.Unit.Code && strings.HasSuffix(f.ValueText, s.tok.q.Unit.Surface)
	})
}

// countedLike is what the paragraph has last counted in a measure word, where it counts firms or works: 户, 家, 个.
func (r *reader) countedLike(s *site) *yiyuan.Fact {
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		f := &r.out.Facts[i]
		if f.Measure != "level" || f.Unit != "count" || !strings.HasSuffix(f.ValueText, s.tok.q.Unit.Surface) {
			continue
		}
		if f.Indicator != "enterprise_count" && f.Indicator != "project_count" {
			return nil
		}
		return f
	}
	return nil
}

// restOf is what the paragraph has last counted in the same unit, where a word before the number says that it is the rest of that: 贫困人口12万人。剩余的7361人.
func (r *reader) restOf(s *site) *yiyuan.Fact {
	left := trimReach(s.left)
	if n := len(left); n > 0 && left[n-1].text == "的" {
		left = left[:n-1]
	}
	if len(left) == 0 || !endsWithAny(left[len(left)-1].text, restsTold()) {
		return nil
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		if f := &r.out.Facts[i]; f.Measure == "level" && f.Unit == s.tok.q.Unit.Code {
			return f
		}
	}
	return nil
}

// restsTold are words for the rest of what has been counted.
var restsTold = phrases("rests told")

// startsWorks tells of a verb for beginning, ending or signing works right before a number, where the headline or the paragraph speaks of such.
func (r *reader) startsWorks(s *site) bool {
	left := trimReach(s.left)
	if len(left) == 0 || !endsWithAny(left[len(left)-1].text, startsOfWorks()) {
		return false
	}
	return strings.Contains(r.text[r.lineStart:s.tok.start], "项目") || strings.Contains(r.headline(), "项目")
}

// startsOfWorks are verbs for that, measuresOfWorks the measure words of works.
var startsOfWorks, measuresOfWorks = phrases("starts of works"), phrases("measures of works")

// startedToo tells of some of the works that the paragraph says were begun or signed on the day in force: 8日动工46个，…；制造业项目31个.
func (r *reader) startedToo(f *yiyuan.Fact, s *site, st statement, p period.Period, has bool) bool {
	if !has || r.Report.Kind != "" || f.Indicator != "project_count" || p.Kind != period.During || p.Start != p.End || st.existing || s.arrived {
		return false
	}
	if r.status() != "actual" || hasWord(s.left, soFar().words...) || hasWord(s.left, "已", "在建", "现有") {
		return false
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.lineStart; i-- {
		of := &r.out.Facts[i]
		if of.Indicator != f.Indicator || of.Measure != "level" {
			continue
		}
		if of.PeriodKind != p.Kind || of.PeriodStart != p.Start || of.PeriodEnd != p.End {
			return false
		}
		if f.Value.Cmp(&of.Value) < 0 {
			return true
		}
	}
	return false
}

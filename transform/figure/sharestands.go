package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells whether a share or a rate is dated as what stands at a day, by what it is of.

// yields are words for what is made within a span, of which a share is of the span too.
var yields = phrases("yields")

// shareOfStanding tells of a share that goes on with the level before it, which stands: 已储备种子5万吨，占需要量的50%.
func (r *reader) shareOfStanding(s *site, last *yiyuan.Fact) bool {
	if !s.inherited || s.rule == "share.plan" || last == nil {
		return false
	}
	return last.Measure == "level" && last.PeriodKind == period.AsOf && !r.timeBefore(s)
}

// sharesStanding tells of a share that the news dates by nothing and whose whole no table knows, but for what is done over a span.
func (r *reader) sharesStanding(f *yiyuan.Fact, st statement) bool {
	return f.Indicator == "other" && f.Base != "" && !st.happened && st.time != "flow" && !endsWithAny(st.text, flowRates())
}

// toldNow tells of what the news says has come about or stands by now: 目前，产值超过5亿元, 截至目前，派出检查组200个.
func (r *reader) toldNow(p period.Period, has bool) bool {
	return r.Report.Kind == "" && r.sentence.now && has && p == r.sentence.period && r.status() == "actual"
}

// turnsRate tells of a rate that is no share of a flow, or a price, that the news says has come from one to another and now is so much: 利用率由年初的
// 63%回升至82%, 单价从1.1元涨到1.5元.
func (r *reader) turnsRate(f *yiyuan.Fact, s *site, st statement) bool {
	switch {
	case f.Measure == "share" && f.Base == "" && strings.HasSuffix(st.text, "率") && !endsWithAny(st.text, ratesOfFlows()):
	case f.Measure == "level" && f.Unit == "CNY" && endsWithAny(st.text, paidForOne()) && !r.fromYear(s):
	default:
		return false
	}
	return r.startsFromTo(s) || s.arrived && r.fromBefore(s)
}

// fromYear tells of a movement that sets out from a year as a whole, and so is told of years: 收购价由去年的每公斤9元跌到6元.
func (r *reader) fromYear(s *site) bool {
	t := r.lastTime(s.tok.start)
	return t != nil && strings.HasSuffix(t.text, "年") && r.begins(t)
}

// ratesOfFlows are rates of what comes about in a span, paidForOne end the names of prices and pay.
var ratesOfFlows, paidForOne = phrases("rates of flows in a span"), phrases("paid for one")

// sinceOlderYear tells of a change of the news against a year that is over, of what stands or not: 比2015年提高10个百分点.
func (r *reader) sinceOlderYear(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Measure != "change" && f.Measure != "growth" || f.Indicator == "urbanization_rate" {
		return false
	}
	return strings.HasSuffix(f.Base, "年") && baseYear(f.Base, r.Reference) > 0
}

// shareStands tells whether a share stands, where its whole or its aim tells that.
func (r *reader) shareStands(f *yiyuan.Fact, st statement, p period.Period, has bool) (stands, told bool) {
	if f.Measure != "share" {
		return false, false
	}
	aim := r.Report.Kind == "" && r.status() != "actual"
	switch {
	case r.Report.Kind == "" && endsWithAny(st.text, atWork()):
		return true, true // 3月1日，复工率达到90%
	case strings.HasSuffix(st.text, "亏损面") && has && p.Kind == period.During && !r.sentence.now && !(r.status() == "target" || r.status() == "planned"):
		last := r.lastInSentence()
		return last != nil && last.PeriodKind == period.AsOf, true // 亏损户60家，亏损面两成
	case endsWithAny(st.text, ratiosOfBuildings()):
		return true, true // 全线桥隧比81%
	case r.status() == "actual" && has && (endsWithAny(st.text, ratesOfWork()) || r.Report.Kind == "" && holdsAny(r.clauseAround(f.Start, f.End), cameToByRule())) && !r.sentence.now && !strings.Contains(r.text[r.start:f.Start], "，已"):
		return false, true // 全年支出率96%
	case aim && f.Indicator == "other" && strings.HasSuffix(st.text, "率") && (st.time != "flow" || r.aimsUpTo(f)):
		return true, true // 到2025年，达标率达到95%
	case aim && r.sentence.has && r.sentence.stock:
		return true, true // 年底前占比达到50%
	case !r.sentence.has && has && r.sinceYears(p) && st.time != "flow" && (f.Indicator == "other" || f.Indicator == "count_other"):
		return true, true // 十年来，…。优良水体占比超过九成
	case r.shareOfLevel(f) == period.AsOf:
		return true, true // “十三五”以来，…；年产能780万吨，占全国的八成
	case has && p.Kind == period.During && p.Start != p.End && r.shareOfLevel(f) == period.During:
		return false, true // 通行班列8912列，占全国的一半
	case r.sentence.since && f.Indicator != "population" || holdsAny(f.Base, yields()):
		return false, true
	case has && p.Kind == period.AsOf && (standing[f.Indicator] || f.Indicator == "project_count"):
		return true, true // 截至6月1日，复工率78.9%
	case r.Report.Kind == "" && r.partOfSpan(), f.Indicator == "market_share" && r.soldInMonths(p):
		return false, true
	case has && f.Base == "" && r.partOfWhatStands():
		return true, true
	}
	return false, false
}

// aimsUpTo tells of an aim that is set to the end of a span: 到“十三五”末，利用率达到65%.
func (r *reader) aimsUpTo(f *yiyuan.Fact) bool {
	t := r.lastTime(f.Start)
	return t != nil && (startsWithAny(t.text, upToYears()) || t.e.Now()) // 由目前的35%提高到70%
}

// shareOfLevel is how the level is dated that a sentence of the news has just told and a clause with 占 gives the share of, "" where there is none.
func (r *reader) shareOfLevel(f *yiyuan.Fact) string {
	said := r.text[r.start:max(r.start, f.Start)]
	if r.Report.Kind != "" || !startsWithAny(said[lastPause(said):], []string{"占", "约占", "已占"}) {
		return ""
	}
	for i := len(r.out.Facts) - 1; i >= 0 && r.out.Facts[i].Start >= r.start; i-- {
		if last := &r.out.Facts[i]; last.Measure == "level" {
			if last.Indicator != f.Indicator {
				return ""
			}
			return last.PeriodKind
		}
	}
	return ""
}

// partOfSpan tells of a part of what the sentence has told of a span: 新签约项目90个，其中制造业项目占七成.
func (r *reader) partOfSpan() bool {
	if r.partOf < 0 || r.whole < 0 {
		return false
	}
	whole := r.wholeFact()
	return whole != nil && whole.PeriodKind == period.During && whole.Measure == "level" && whole.Start >= r.start
}

// soldInMonths tells of a sentence of the news on the market in months of one year: 1—9月…，其中重卡市场占有率达到27%.
func (r *reader) soldInMonths(p period.Period) bool {
	if r.Report.Kind != "" || r.sentence.running || !withinOneYear(p) || !wholeMonths(p) {
		return false
	}
	return r.sentence.has || strings.HasPrefix(r.text[r.start:r.end], "其中")
}

// ratiosOfBuildings end the names of what a thing built is made of, ratesOfWork those of how well the work of a span went.
var ratiosOfBuildings, ratesOfWork = phrases("ratios of buildings"), phrases("rates of work")

// atWork are shares of those that are at work or in use at a day.
var atWork = phrases("at work")

package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file finds the fact before that a figure says more of, whose time is then its own.

// sameTime is the fact before that the figure says more of, whose time is its own; nil where there is none.
func (r *reader) sameTime(f *yiyuan.Fact, s *site, st statement) *yiyuan.Fact {
	last := r.lastFact()
	if last == nil {
		return nil
	}
	if _, turns := r.beforeTurn(s); turns || slices.ContainsFunc(s.left, func(t token) bool { return t.is(turnto) }) {
		return nil // 货运量780万吨，由上年同期下降4%转为增长3%
	}
	if done := r.comeOfPlan(f); done != nil && (startsWithAny(f.Base, yearsOfTasks()) || !r.timeBefore(s)) {
		return done
	}
	if n := len(r.out.Facts); n > 1 && s.inherited && r.out.Facts[n-2].Start >= r.start && last.Indicator == f.Indicator {
		if first := &r.out.Facts[n-2]; first.Indicator == f.Indicator && movesRate(f, first) && r.onlyCompared(last) {
			return first // 6月，渗透率达31%，较上年同期的19%提升12个百分点
		}
	}
	switch {
	case r.turns == nil && last.Unit == f.Unit && last.Measure == f.Measure && r.inOneBreath() && !standsBeforeFlow(f, last, st):
		// 从2011年的1.9万元和6100元
	case f.Measure == "rank" && r.Report.Kind != "" && r.startsFromTo(s):
		return nil // 通车里程4556公里，由全国第8位跃居第1位
	case s.inherited && last.Start >= r.start && !r.movesQuote(f, last) && r.saysMoreOf(f, last, s, st) && !r.timeBefore(s):
	case r.moneyOfCounted(f, last, st) && !r.timeBefore(s): // 目前，签约项目88个，合同投资2900亿元
	case r.convertsLast(f, last): // 70亿元（折合10亿美元）
	case r.livesIn(f, last) && last.PeriodKind != "none": // 带动2万户6万人, 退捕渔民90户、200人
	case f.Indicator == "area" && r.areaBehindCount(f, last, st):
	default:
		return nil
	}
	return last
}

// comeOfPlan is what the sentence has told that a share of a plan says how far it has come: 化解债务5亿元，占年度任务的104%.
func (r *reader) comeOfPlan(f *yiyuan.Fact) *yiyuan.Fact {
	if f.Measure != "share" || !endsWithAny(f.Base, planNames()) {
		return nil
	}
	return r.lastSince(r.start, func(of *yiyuan.Fact) bool {
		done := of.Status == "actual" || of.Status == "forecast"
		return done && of.Measure == "level" && of.Indicator == f.Indicator && (strings.HasSuffix(of.IndicatorText, f.IndicatorText) || strings.HasSuffix(f.IndicatorText, of.IndicatorText))
	})
}

// livesIn tells of people whose number stands right behind that of their households.
func (r *reader) livesIn(f, last *yiyuan.Fact) bool {
	beside := last.End == f.Start || r.Report.Kind == "" && last.End+len("、") == f.Start
	return beside && last.Unit == "household" && f.Unit == "person"
}

// standsBeforeFlow tells of a flow behind something else that stands at a day.
func standsBeforeFlow(f, last *yiyuan.Fact, st statement) bool {
	return last.Indicator != f.Indicator && last.PeriodKind == period.AsOf && st.time == "flow"
}

// areaBehindCount tells of the area of what has been counted right before: 累计改造棚户区3万户、200万平方米, 改造小区12个、面积30万平方米.
func (r *reader) areaBehindCount(f, last *yiyuan.Fact, st statement) bool {
	if f.Measure != "level" || last.Measure != "level" || last.Indicator == "area" || last.Start < r.start || last.End > f.Start {
		return false
	}
	between := r.text[last.End:f.Start]
	return between == "、" && st.text == "" || last.Unit == "count" && areasOfCounted().has(between)
}

// convertsLast tells of the sum told last in other money.
func (r *reader) convertsLast(f, last *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Measure != "level" || last.Start < r.start || last.End > f.Start {
		return false
	}
	return convertsTo(r.text[last.End:f.Start])
}

// saysMoreOf tells of a figure without a name of its own by what it says of the one before: its growth, rank or rate, of the same span.
func (r *reader) saysMoreOf(f, last *yiyuan.Fact, s *site, st statement) bool {
	news := r.Report.Kind == ""
	if last.Indicator != f.Indicator {
		return news && f.Measure == "rank" && last.Measure == "share" // 占有率达到27%，居首位
	}
	moves, overYear, overMonths := f.Measure == "growth" || f.Measure == "change", f.Base == "yoy", f.Base == "mom" || f.Base == "qoq"
	switch {
	case news && s.rule == "share.recovered" && last.Measure == "level": // 日均航班1.5万班，恢复到2019年同期的九成八
	case s.rule == "share.plan": // 新增就业5万人，完成年度任务的95%
	case strings.HasPrefix(s.rule, "gap.") && (last.Base == "cagr" || strings.HasPrefix(last.Rule, "gap.")):
		// 年均增长12%，高于全国2.5个百分点
	case (overYear || news && overMonths) && s.rule != "change.net" && r.grows(f, last, st): // 交付住宅面积30万平方米，比上年增长8%
	case overYear && f.Measure == "growth" && r.growsByChange(f, last, st): // 面积增加7万公顷，增长1.5%
	case overMonths && last.PeriodKind == period.During && r.turns == nil && !r.onlyCompared(last) && (last.Measure == "level" || last.Measure == "growth"):
		// 吞吐量300万标箱，日均环比增长7%
	case moves && last.Measure == "level" && endsWithAny(f.Base, comparedMarks()) && onlyComma(r.text[last.End:f.Start]):
		// 发生洪水21次，较常年偏多1.6倍
	case (news || last.PeriodKind == period.During && endsWithAny(f.Base, fiveYearPlans())) && f.Measure == "multiple" && last.Measure == "level" && onlyComma(r.text[last.End:f.Start]):
		// 收回租金9亿元，是上年同期的1.7倍; 五年累计投资90亿元，是“九五”时期的2.6倍
	case f.Measure == "rank" && last.Measure == "level" && last.PeriodKind == period.AsOf && !r.startsFromTo(s): // 面积26万亩，居全国之首
	case news && f.Measure == "rank" && !r.startsFromTo(s) && (ranksFlow(last) || last.Measure == "share"): // 人均GDP达到7万元，居全省第二
	case news && movesRate(f, last) && !r.onlyCompared(last) && r.yearsGrown(s) < 2: // 利率4.74%，同比下降0.57个百分点
	default:
		return false
	}
	return true
}

// growsByChange tells of a growth that says once more by how much what came in a span, or an area, has changed.
func (r *reader) growsByChange(f, last *yiyuan.Fact, st statement) bool {
	if last.Measure != "change" || f.Base != last.Base || !onlyComma(r.text[last.End:f.Start]) {
		return false
	}
	return st.time == "flow" || f.Indicator == "area"
}

// onlyComma tells of a stretch between two figures in which one comma pauses and nothing else.
func onlyComma(between string) bool {
	return strings.Count(between, "，")+strings.Count(between, ",") == 1 && !strings.ContainsAny(between, "、；;")
}

// convertsTo tells of what leads from a sum to the same in other money.
func convertsTo(between string) bool {
	return startsWithAny(between, converting()) && utf8.RuneCountInString(between) < 8
}

// areasOfCounted lead from what has been counted to its area.
var areasOfCounted = phrases("areas of counted")

// converting stand before a sum in other money.
var converting = phrases("converting")

// ranksFlow tells of a level or growth of months of one year, or up to a day, which what is said of its rank is of too.
func ranksFlow(f *yiyuan.Fact) bool {
	told := f.Measure == "level" || f.Measure == "growth" && f.Base != "cagr"
	return told && f.PeriodKind == period.During && (f.PeriodStart.IsZero() || f.PeriodStart.Year == f.PeriodEnd.Year)
}

// onlyCompared tells of a figure of an earlier time that the next is compared with: the 20% of 较上年同期的20%下降9个百分点.
func (r *reader) onlyCompared(f *yiyuan.Fact) bool {
	end := r.Reference
	if p, has := r.inForce(); has {
		end = p.End
	}
	return f.PeriodEnd.Before(end) && endsWithAny(r.text[r.start:f.Start], ofEarlierTime())
}

// ofEarlierTime end the time that a figure compared with is of.
var ofEarlierTime = phrases("of an earlier time")

// movesRate tells of the points that a rate told last has moved since the year, quarter or month before.
func movesRate(f, last *yiyuan.Fact) bool {
	switch f.Base {
	case "", "yoy", "mom", "qoq":
		return f.Measure == "change" && f.Unit == "pp" && last.Unit == "percent" && last.Measure != "growth"
	}
	return false
}

// grows tells of how much the level told last has grown over the year in force: it is dated as that level is. What was lent or added to a
// stock is told of a span, and grows as it stands.
func (r *reader) grows(f, last *yiyuan.Fact, st statement) bool {
	p, has := r.inForce()
	if last.PeriodKind == period.During && (st.newness && st.time == "stock" || f.Indicator == "loans" || f.Indicator == "deposits") {
		return false
	}
	if !has || r.turns != nil || f.Measure != "growth" && f.Measure != "change" || last.Measure != "level" {
		return false
	}
	return last.PeriodKind != "none" && last.PeriodEnd == p.End && (p.Kind == period.AsOf || p.Start.Year == p.End.Year)
}

// moneyOfCounted tells of what the projects cost that the news has counted right before.
func (r *reader) moneyOfCounted(f, last *yiyuan.Fact, st statement) bool {
	if r.Report.Kind != "" || f.Indicator != "investment" || f.Measure != "level" {
		return false
	}
	if last.Start < r.start || last.Indicator != "project_count" || last.Measure != "level" || last.PeriodKind != period.During && !r.sentence.now {
		return false
	}
	return last.Status == r.status() && endsWithAny(st.text, costsOfProjects()) && !strings.Contains(st.text+st.qualifier, "完成")
}

// costsOfProjects are words for what the projects cost together that were signed or begun.
var costsOfProjects = phrases("costs of projects")

package figure

import (
	"strings"
	clock "time"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file dates what has no time of its own, and ends with the day of the news what the news tells as of the running year.

// settleUndated dates what the text does not.
func (r *reader) settleUndated(f *yiyuan.Fact, s *site, st statement, asOf, has bool) {
	f.PeriodKind = "during"
	news := r.Report.Kind == ""
	yielded := aggregate[f.Indicator] || yielding[f.Indicator]
	switch {
	case !has && f.Base == "cagr" && r.ofPlanNamed(f):
	case !r.everyYear() && r.ofLead(f, st, asOf):
	case news && !has && r.status() == "target" && r.aimTime.Kind == period.During && !r.everyYear():
		f.PeriodStart, f.PeriodEnd = r.aimTime.Start, r.aimTime.End // the aims of one text are for one time
	case news && !has && r.status() == "target" && holdsAny(r.text[r.start:r.end], comparedYears()):
		year := period.Year(r.Reference.Year) // 县里的安排是，扩种2万亩，比上年提高3个百分点
		f.PeriodStart, f.PeriodEnd = year.Start, year.End
	case news && !has && (r.status() == "actual" || r.status() == "forecast") && f.Indicator == "output_volume" && r.harvested(st):
		year := period.Year(r.Reference.Year) // a crop is of its year
		f.PeriodStart, f.PeriodEnd = year.Start, year.End
	case news && !has && r.status() == "forecast" && r.cropForeseen(f, st):
		year := period.Year(r.Reference.Year) // 大棚里的香菇正陆续上市，预计产值2亿元
		f.PeriodStart, f.PeriodEnd = year.Start, year.End
	case news && !has && r.status() == "actual" && r.Reference.Month > clock.June && r.reapedBefore(f):
		year := period.Year(r.Reference.Year) // 种了42亩棉花，亩产230公斤
		f.PeriodStart, f.PeriodEnd = year.Start, year.End
	case f.Indicator != "capacity" && r.everyYear():
		f.PeriodKind = "none"
	case r.holiday.Kind != "" && r.status() == "actual" && (yielded || (!asOf || r.wentBy(f, s, st)) && r.onHoliday(f)):
		f.PeriodStart, f.PeriodEnd = r.holiday.Start, r.holiday.End
	case asOf && news && !r.sentence.now && r.habitualHere() && (endsWithAny(s.tok.q.Unit.Surface, passingUnits()) || r.comesDaily(f, s)):
		f.PeriodKind = "none" // 每周开行三趟
	case asOf && news && !has && r.status() != "actual" && (f.Measure == "level" || f.Measure == "share"):
		f.PeriodKind = "none" // 下一步，将安置3900户: what is to come does not stand on the day of the news
	case !has && f.Indicator == "output_volume" && f.Measure != "change" && r.inMonthsBefore() && r.lineBefore.period != period.Year(r.lineBefore.period.End.Year):
		f.PeriodStart, f.PeriodEnd = r.lineBefore.period.Start, r.lineBefore.period.End // 5月零售31万辆。某厂9.4万辆，居第一
	case asOf && news && !has && r.status() == "actual" && r.startsFromTo(s) && !r.startsNow(s):
		f.PeriodKind = "as_of" // where it began, and nothing says when
	case asOf:
		f.PeriodKind, f.PeriodEnd = "as_of", r.Reference
	case !has && news && r.status() == "forecast" && holdsAny(r.text[r.start:r.end], comparedYears()):
		p := period.Year(r.yearReported().End.Year)
		f.PeriodStart, f.PeriodEnd = p.Start, p.End // 预计人均纯收入达4900元，同比增加400元
	case f.Indicator == "duration" && !hasWord(s.left, timeTaken().words...),
		!has && r.status() == "forecast", f.Measure != "share" && r.habitual(s), r.habitualHere():
		f.PeriodKind = "none"
	case r.inMonthsBefore() && (aggregate[f.Indicator] || f.Indicator == "revenue" || f.Indicator == "profit" || endsWithAny(st.text, soldInAll())) && f.Measure != "multiple":
		f.PeriodStart, f.PeriodEnd = r.lineBefore.period.Start, r.lineBefore.period.End
	case news && r.status() == "actual" && r.storySpan.Kind != "" && yielded:
		f.PeriodStart, f.PeriodEnd = r.storySpan.Start, r.storySpan.End
	case news && r.status() == "actual" && !has && (f.Measure == "share" || f.Measure == "rank"):
		f.PeriodKind, f.PeriodEnd = "as_of", r.Reference
	case news && r.status() == "actual" && f.Indicator == "investment" && f.Measure == "level" && r.costOfProject(f, st):
		f.PeriodKind, f.PeriodEnd = "as_of", r.Reference
	case news && r.status() == "actual":
		r.datedUpToNews(f, s, st)
	}
	if week := r.week; week.Kind != "" && news && r.status() == "actual" && f.PeriodKind == period.During && f.PeriodEnd == r.Reference && f.PeriodStart.IsZero() {
		f.PeriodStart, f.PeriodEnd = week.Start, week.End // 一周快报（9月14日—20日）
	}
	if r.Reference.IsZero() && f.PeriodEnd.Year < 1 {
		f.PeriodStart, f.PeriodEnd = yiyuan.Date{}, yiyuan.Date{} // of the year of a story that nothing dates
	}
}

// soldInAll end the names of how much of something was sold in a span.
var soldInAll = phrases("sold in all")

// wentBy tells of what passed by day by day, and of how much more of it there was: 自驾车辆日均1.2万台次，比平日多一倍.
func (r *reader) wentBy(f *yiyuan.Fact, s *site, st statement) bool {
	if f.Measure == "level" {
		return endsWithAny(s.tok.q.Unit.Surface, passingUnits())
	}
	return endsWithAny(st.measureWord, passingUnits())
}

// harvested tells of a crop in the news of a day by which the year's may be in.
func (r *reader) harvested(st statement) bool {
	foreseen := r.status() == "forecast" && holdsAny(st.text, annualCrops())
	return r.Reference.Month > clock.June && (foreseen || holdsAny(st.text, harvests())) && !strings.Contains(st.text, "亩产")
}

// cropForeseen tells of what is expected of a crop that stands or is being brought in, and not of one that bears in later years.
func (r *reader) cropForeseen(f *yiyuan.Fact, st statement) bool {
	if f.Indicator != "output_volume" && f.Indicator != "output_value" && f.Indicator != "revenue" && f.Indicator != "resident_income" {
		return false
	}
	return !strings.HasPrefix(st.text, "年") && r.cropInHand()
}

// cropInHand tells of a sentence on a crop that stands or is being brought in.
func (r *reader) cropInHand() bool {
	sentence := r.text[r.start:r.end]
	return holdsAny(sentence, cropsInHand()) && !holdsAny(sentence, bearingLater())
}

// cropsInHand are words for a crop that stands or is being brought in, bearingLater for one that bears in years to come.
var cropsInHand, bearingLater = phrases("crops in hand"), phrases("bearing later")

// comesDaily tells of how many things come every day, and not of how many there are by now: 每天往返的车辆300辆.
func (r *reader) comesDaily(f *yiyuan.Fact, s *site) bool {
	if s.tok.q.Kind != "count" || f.Unit == "person" || f.Measure != "level" {
		return false
	}
	return hasWord(r.leftTokens, "每天", "每日") && !hasWord(r.leftTokens, nowWords().words...)
}

// costOfProject tells of what a project costs, and not of what those signed together do or what was laid out: 总投资5亿元的某某项目, 该工程投资4亿元.
func (r *reader) costOfProject(f *yiyuan.Fact, st statement) bool {
	if endsWithAny(r.text[r.start:f.Start], costsOfStages()) {
		return true // 一期投资2亿元
	}
	return !r.worksTogether(r.start, f) && endsWithAny(st.text, investedIn()) && !holdsAny(r.clauseAround(f.Start, f.End), givenMoney())
}

// investedIn end the names of what a project costs, givenMoney are words of a clause on money that was promised or given.
var investedIn, givenMoney = phrases("invested in a project"), phrases("money promised or given")

// costStands is the day at which the news says what a project that is named costs, whatever its sentence tells of it, zero where it tells no such: 投资
// 2亿元的花市3月8日开业, 该工程投资4亿元，已完成三成. What is signed or begun that day is of that.
func (r *reader) costStands(f *yiyuan.Fact, s *site, st statement) yiyuan.Date {
	if r.Report.Kind != "" || f.Indicator != "investment" || f.Measure != "level" || r.status() != "actual" || r.timeBefore(s) || r.planned(f) {
		return yiyuan.Date{}
	}
	if r.worksTogether(r.lineStart, f) {
		return yiyuan.Date{}
	}
	if !strings.HasSuffix(st.text, "投资") || strings.Contains(st.text, "完成") || hasWord(s.left, "完成", "累计") {
		return yiyuan.Date{}
	}
	if behind := r.text[f.End:r.end]; !startsWithAny(behind, costedProjects()) && !strings.HasSuffix(st.text, "总投资") && !hasWord(s.left, thisProject().words...) {
		return yiyuan.Date{}
	}
	switch p, day := r.sentence.period, r.line.period; {
	case !r.sentence.has && r.line.oneDay():
		return r.noLaterThanDay(day.End)
	case !r.sentence.has || p.End.IsZero():
		return r.Reference
	case p.Kind == period.AsOf || p.Start == p.End:
		return r.noLaterThanDay(p.End)
	case daysOf(p) <= longestMonth:
		return yiyuan.Date{} // 总投资6亿元的药厂10月投产
	}
	return r.Reference
}

// worksTogether tells of money that is of works begun or signed, or counted, in the text from a place on up to the part of the sentence that tells what
// comes once they run.
func (r *reader) worksTogether(from int, f *yiyuan.Fact) bool {
	behind := upToStop(r.text[f.End:max(f.End, r.end)])
	for _, w := range onceBuilt().words {
		behind, _, _ = strings.Cut(behind, w)
	}
	return r.massStart || r.sentence.near || holdsAny(r.text[from:max(from, f.Start)], begunOrSigned()) || holdsAny(behind, begunOrSigned()) || r.countedWorks()
}

// countedWorks tells of a sentence that has counted projects, which its money is of.
func (r *reader) countedWorks() bool {
	return r.lastSince(r.start, func(f *yiyuan.Fact) bool { return f.Indicator == "project_count" || f.Indicator == "enterprise_count" }) != nil
}

// costedProjects stand between what a project costs and its name, thisProject point at one, begunOrSigned are words for works that are begun or signed.
var costedProjects, thisProject, begunOrSigned = phrases("costed projects"), phrases("this project"), phrases("begun or signed")

// costsOfStages name what one stage of a project costs.
var costsOfStages = phrases("costs of stages")

// datedUpToNews dates what has come about by the day of the news, since when is told or not.
func (r *reader) datedUpToNews(f *yiyuan.Fact, s *site, st statement) {
	f.PeriodEnd = r.Reference
	if holdsAny(r.text[r.start:r.end], comparedYears()) && !holdsAny(r.text[r.start:r.end], gatherings()) && r.topic.fair == "" && !endsWithAny(st.text, struckAreas()) {
		p := r.yearReported()
		f.PeriodStart, f.PeriodEnd = p.Start, p.End
	}
	if r.line.ofYear && r.line.now && st.happened {
		f.PeriodStart = period.Year(r.Reference.Year).Start // 今年的任务…。目前…。其中，开工80万平方米
	}
	if year := baseYear(f.Base, r.Reference); year >= 1949 && year < r.Reference.Year && (f.Measure == "growth" || f.Measure == "change") {
		f.PeriodStart = yiyuan.NewDate(year+1, 1, 1) // 房价比2006年上涨8%
		if year+2 == r.Reference.Year && r.Reference.Month <= clock.March {
			f.PeriodEnd = period.Year(year + 1).End
		}
	}
	if !r.Reference.IsZero() && r.lastYearOver(s, f) && strings.Contains(r.saidBefore(s), "以来") {
		year := period.Year(r.Reference.Year - 1) // 党的十八大以来，生产总值突破7万亿元
		f.PeriodStart, f.PeriodEnd = year.Start, year.End
	}
	if !r.storyDay.IsZero() && st.happened && !(r.reaches() && s.tok.q.Kind == "count") && !hasWord(r.leftTokens, soFar().words...) {
		f.PeriodStart, f.PeriodEnd = r.storyDay, r.storyDay
	}
}

// yearReported is the year that the news compares with the one before it and does not name: the last one at the beginning of the next, the
// running one so far when half of it is over. In between it may be either, and since when is not told.
func (r *reader) yearReported() period.Period {
	p := period.Period{Kind: period.During, End: r.Reference}
	switch {
	case r.Reference.IsZero():
	case r.Reference.Month < clock.March:
		return period.Year(r.Reference.Year - 1)
	case r.Reference.Month > clock.June:
		p.Start = period.Year(r.Reference.Year).Start
	}
	return p
}

// noLaterThanNews keeps what the news says stands from standing at a day to come.
func (r *reader) noLaterThanNews(p period.Period) period.Period {
	if r.Report.Kind != "" || r.status() != "actual" || p.Kind != period.AsOf {
		return p
	}
	if r.Reference.Before(p.End) && !r.Reference.IsZero() {
		p.End = r.Reference // a tunnel opened yesterday is 4 km long today
	}
	return p
}

// yielding are flows that 目前 tells of the year so far.
var yielding = map[string]bool{"revenue": true, "profit": true, "output_volume": true, "visitor_count": true}

// ofYearsPlan tells of the sum that the plan of a year sets apart for it, on whatever day that is told: 年度计划投资80亿元.
func ofYearsPlan(st statement) bool { return holdsAny(st.qualifier+st.text, yearsPlan()) }

var yearsPlan = phrases("year's plan")

// throughYear lets what the news says is to come about in the running year do so by the end of it.
func (r *reader) throughYear(f *yiyuan.Fact) {
	year := period.Year(r.Reference.Year)
	if r.Report.Kind != "" || f.Status == "actual" {
		return
	}
	end := f.PeriodEnd
	midMonth := end.Year == year.End.Year && yiyuan.NewDate(end.Year, end.Month, end.Day+1).Day > 1
	toDate := end == r.Reference || f.Status == "forecast" && !r.sentence.has && midMonth
	if f.PeriodKind == period.During && f.PeriodStart == year.Start && toDate {
		f.PeriodEnd = year.End // 截至11月15日收购41万吨。预计总产210万吨
	}
}

// harvests are quantities told once of a crop.
var harvests = phrases("harvests")

// setApart tells of a clause on what a budget sets apart, or of one behind it on what that is for: 财政安排3亿元奖补资金，支持建设118个示范村.
func setApart(told string) bool {
	clause := lastPause(told)
	if strings.Contains(told[clause:], "安排") || strings.Contains(told[clause:], "财政") && holdsAny(told[clause:], budgeting()) {
		return true
	}
	before := strings.TrimRight(told[:clause], "，,；;")
	return startsWithAny(told[clause:], outlaidFor()) && strings.Contains(before[lastPause(before):], "安排")
}

// budgeting are verbs for what a treasury does with the money of a year.
var budgeting = phrases("budgeting")

// outlaidFor are words for what money is for.
var outlaidFor = phrases("money is for")

// doneOfYear is up to when the news tells of what has been done of the plan for the running year, named before it: 全年计划实施项目26个，已开工22个.
func (r *reader) doneOfYear(p period.Period, f *yiyuan.Fact, s *site) (yiyuan.Date, bool) {
	if r.Report.Kind != "" || p != period.Year(r.Reference.Year) || !r.stillToEnd(p) || r.status() != "actual" {
		return p.End, false
	}
	plan, done, ok := strings.Cut(r.saidBefore(s), "，已")
	for _, of := range plansDoneOf().words {
		if !ok {
			plan, done, ok = strings.Cut(r.saidBefore(s), of) // 全年2亿吨的目标已完成82%
		}
	}
	if !ok || strings.Contains(done, "。") || !holdsAny(plan, yearsPlan()) && !holdsAny(plan, []string{"全年"}) {
		return p.End, false
	}
	if lead := r.lead; lead.YearToDate() && lead.End.Year == p.End.Year {
		return lead.End, true
	}
	if told := r.line.period; r.line.has && told.Kind == period.During && told.Start == p.Start && told.End.Year == p.End.Year {
		return told.End, true
	}
	return r.Reference, true
}

// plansDoneOf stand before how much of a plan has been done.
var plansDoneOf = phrases("plans done of")

// upToNews ends 今年 with the day of the news that tells what has happened in it.
func (r *reader) upToNews(p period.Period, f *yiyuan.Fact, s *site, st statement) period.Period {
	running := r.sentence.running || !r.sentence.has && r.line.running
	if end, ok := r.doneOfYear(p, f, s); ok {
		p.End = end
		return p
	}
	if st.cumulative && p == period.Year(r.Reference.Year) && r.Report.Kind == "" {
		running = true // 2023年累计开行1万列
	}
	if year, ok := r.yearOfCrop(p, running, f, s, st); ok {
		return year
	}
	if running && f.Measure == "level" && setApart(r.text[r.start:s.tok.start]) {
		return p // what a budget sets apart for the year
	}
	running = running || r.Report.Kind == "" && overWinter(p)
	if !running || !r.stillToEnd(p) || p.Start.Year != r.Reference.Year && !overWinter(p) {
		return p
	}
	if r.status() == "actual" && !st.planned() {
		p.End = r.Reference
	}
	return p
}

// overWinter tells of a winter and the spring behind it: 去冬今春.
func overWinter(p period.Period) bool {
	return p.Start.Month == clock.December && p.Start.Day == 1 && p.End == yiyuan.NewDate(p.Start.Year+1, clock.May, 31)
}

// upToTold dates what stands or is summed up as of a text that bears no date by the last day it tells of, and not by the day it may have been
// written on: the stocks of a text whose last figures are those of 2016 stood at its end.
func (r *reader) upToTold(f *yiyuan.Fact) {
	if r.Told.IsZero() || f.PeriodEnd != r.Reference {
		return
	}
	if f.PeriodEnd = r.Told; f.PeriodKind == period.During && (f.PeriodStart.IsZero() || r.Told.Before(f.PeriodStart)) {
		f.PeriodStart = period.Year(r.Told.Year).Start
	}
}

// timeTaken are words for how long a thing has taken, nowWords for now.
var timeTaken, nowWords = phrases("time taken"), phrases("only now")

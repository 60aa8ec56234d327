package figure

import (
	"slices"
	"strconv"
	"strings"
	clock "time"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
)

// sumsUpYear lets a bare year at the head of a headline over what that year has brought rule what is listed under it: 2022年货成绩单.
func (r *reader) sumsUpYear(headline string) bool {
	head := strings.TrimLeft(headline, " 　【“《✔★▲●")
	if r.Report.Kind != "" || len(head) < 5 || !holdsAny(head, scorecards()) || isDigit(head[4]) || strings.HasPrefix(head[4:], "年") {
		return false
	}
	n, err := strconv.Atoi(head[:4])
	if err != nil || n < 1949 || n > r.Reference.Year {
		return false
	}
	year := period.Year(n)
	if r.Reference.Before(year.End) {
		year.End = r.Reference
	}
	r.heading.period, r.heading.has = year, true
	return true
}

// scorecards are words of a headline over what a year has brought.
var scorecards = phrases("scorecards of a year")

// repeated gives a figure of a headline that the story under it says again the time of that, and its place and quantity where the
// headline leaves them open: 某省农业总产值破万亿元 over 2020年，农业总产值达到10170亿元. A headline has no room for these, and
// what is in force above it belongs to another story.
func (r *reader) repeated(lines []segment.Line) {
	next := 0
	for i, l := range lines {
		if l.Kind != segment.Heading {
			continue
		}
		end := len(r.text)
		for _, after := range lines[i+1:] {
			if after.Kind == segment.Heading {
				end = after.Start
				break
			}
		}
		for ; next < len(r.out.Facts) && r.out.Facts[next].Start < l.End; next++ {
			f := &r.out.Facts[next]
			if f.Start < l.Start {
				continue
			}
			if told := r.toldAgain(f, l.End, end); told != nil {
				r.takeOver(f, told, r.text[l.Start:l.End])
			}
		}
	}
}

// toldAgain is the fact between from and to whose value the headline's is a rounding of, nil where there is none.
func (r *reader) toldAgain(f *yiyuan.Fact, from, to int) *yiyuan.Fact {
	for i := range r.out.Facts {
		b := &r.out.Facts[i]
		if b.Start >= to {
			break
		}
		if b.Start >= from && b.Unit == f.Unit && b.Measure == f.Measure && rounds(f, b) {
			return b
		}
	}
	return nil
}

// rounds tells whether the value of a headline is that of the text, with some of its digits left out.
func rounds(f, b *yiyuan.Fact) bool {
	if f.Value.String() == b.Value.String() {
		return true
	}
	short, _ := f.Value.Float64()
	long, _ := b.Value.Float64()
	if short*long <= 0 {
		return false
	}
	if f.Indicator == b.Indicator {
		switch f.Bound {
		case "over":
			return short <= long && long < 1.1*short // 班列突破3000列 over 3003列
		case "nearly":
			return 0.9*short < long && long <= short
		}
	}
	return len(f.ValueText) < len(b.ValueText) && 0.97 < short/long && short/long < 1.03
}

// upToPart is a headline up to the end of the part, closed by a space, that has a value.
func upToPart(headline, value string) string {
	before, after, ok := strings.Cut(headline, value)
	if !ok {
		return headline
	}
	if i := strings.IndexAny(after, " 　"); i >= 0 {
		after = after[:i]
	}
	return before + value + after
}

func (r *reader) takeOver(f, b *yiyuan.Fact, headline string) {
	if !slices.ContainsFunc(period.Scan(upToPart(headline, f.ValueText)), func(e period.Expr) bool { return e.Role != period.Compared && e.Role != "base" }) {
		datedLike(f, b)
	}
	if b.RegionCode != "" && !ofNationAlone(headline) && (f.RegionCode == "100000" || place.Contains(f.RegionCode, b.RegionCode) && r.holderOfNames(headline) == "") {
		f.RegionCode, f.RegionName = b.RegionCode, b.RegionName
	}
	if f.Indicator != b.Indicator && b.Indicator != "other" {
		f.Indicator = b.Indicator
	}
	if f.Status == "actual" && b.Status != "actual" && f.Indicator == b.Indicator && holdsAny(headline, comingInHeadlines()) {
		f.Status = b.Status // 年内再添公厕12座 over 今年将新建公厕12座
		datedLike(f, b)
	}
}

// comingInHeadlines are words of a headline on what is still to come.
var comingInHeadlines = phrases("coming in headlines")

// ofNationAlone tells of a headline that begins, a colon aside, with the whole country: 农业部：全国早稻收获过七成, not 全国首个试验区, 全国生态日.
func ofNationAlone(headline string) bool {
	clause := strings.TrimLeft(headline[lastPause(headline):], " 　*#")
	after, ok := strings.CutPrefix(clause, "全国")
	return ok && opensOnNation(clause) && !startsWithAny(after, firstOfAll()) && !strings.ContainsAny(firstRunes(after, 4), "日节赛会")
}

// announcesAims lets the years of a plan that are not over rule what stands under a line that announces its aims: “十四五”发展目标确定,
// 全省“十一五”时期的主要目标是：.
func (r *reader) announcesAims(line string, e *period.Expr) bool {
	intended := startsWithAny(strings.TrimLeft(line[e.End:], "”"), intentsOfPlan())
	if !intended && !holdsAny(line, announcedAims()) || holdsAny(line, aimsMet()) {
		return false
	}
	p, ok := e.Resolve(r.periodContext())
	if !ok || p.Kind != period.During || p.End.Year-p.Start.Year < 2 || p.End.Before(r.Reference) {
		return false
	}
	r.heading.period, r.heading.has, r.heading.status = p, true, "target"
	return true
}

// intentsOfPlan are what a heading calls what is meant for the years that it names: “十四五”打算.
var intentsOfPlan = phrases("intents of a plan")

// listsDeeds lets a headline that names the deeds a government does for its people in a year, 2016年为民办实事, rule the list of them: what is
// to be done where that year has but begun and the list does not measure how they go, what has been done where it says so.
func (r *reader) listsDeeds(headline string) bool {
	deeds := strings.Index(headline, "实事")
	if r.Report.Kind != "" || deeds < 0 || !holdsAny(headline[:deeds], yearsDeeds()) && !numbered(headline[:deeds]) {
		return false
	}
	year := period.Year(r.Reference.Year)
	told := holdsAny(headline[deeds:], deedsDone())
	for _, e := range period.Scan(headline) {
		if p, ok := e.Resolve(r.periodContext()); ok && p == period.Year(p.Start.Year) {
			year = p
		}
	}
	switch {
	case told && r.Reference.Before(year.End):
		year.End = r.Reference
	case !told && r.Reference.Before(year.End) && endsWithAny(strings.TrimSpace(headline), lists()) && !holdsAny(r.text, []string{"完成率", "已完成"}):
		r.heading.status = "target"
	case !told:
		return false
	}
	r.heading.period, r.heading.has = year, true
	return true
}

// listsDeedsBelow lets a line of the news that opens the list of the deeds a government means to do, 10件民生实事具体包括：, rule the lines behind it.
func (r *reader) listsDeedsBelow(line string) {
	head, list, ok := strings.Cut(strings.ReplaceAll(line, ":", "："), "：")
	if r.Report.Kind != "" || !ok || !strings.Contains(head, "实事") || !endsWithAny(head, opensList()) || holdsAny(head, deedsDone()) || strings.ContainsAny(head, "。；") {
		return
	}
	if year := period.Year(r.Reference.Year); !holdsAny(list, deedsDone()) && r.Reference.Before(year.End) {
		r.heading.period, r.heading.has, r.heading.status = year, true, "target"
	}
}

var opensList = phrases("opening a list")

// numbered tells of the number of deeds before their name: 十件实事, not 一件件实事.
func numbered(before string) bool {
	number, ok := strings.CutSuffix(before, "件")
	return ok && endsWithAny(number, []string{"十", "二", "五", "六", "八", "九", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9"})
}

var (
	yearsDeeds = phrases("deeds of a year")
	deedsDone  = phrases("deeds done")
	lists      = phrases("lists of deeds")
)

// lowestRank is below the rank of every numbered heading.
const lowestRank = 9

// meetAimsHeading lets a short heading over the aims of a plan rule what is told up to the next of its rank: 二、目标任务.
func (r *reader) meetAimsHeading(l segment.Line) {
	if r.planFor.has {
		return // all of it is on aims
	}
	if r.aimsLevel > 0 && l.Level <= r.aimsLevel {
		r.aimsLevel, r.heading.status = 0, "actual"
	}
	line := r.text[l.Mark:l.End]
	announced := holdsAny(line, announcedAims()) || l.Level > 0 && aimsAlone()[strings.Trim(line, " 　*")] || l.Level > 0 && holdsAny(line, aimsOverPart())
	if announced && utf8.RuneCountInString(line) <= 12 && !holdsAny(line, aimsMet()) {
		r.aimsLevel, r.heading.status = l.Level, "target"
		if l.Level == 0 {
			r.aimsLevel = lowestRank // a line without number ends with the next heading of any rank
		}
	}
}

// opensAims tells of a sentence that names aims before its first figure, and so of what its paragraph goes on to tell: 今年的主要预期目标是：….
func (r *reader) opensAims() bool {
	for i := range r.toks {
		if r.toks[i].kind == figure {
			lead := r.text[r.start:r.toks[i].start]
			return holdsAny(lead, announcedAims()) && holdsAny(lead, leadingToAim()) && !holdsAny(lead, aimsMet())
		}
	}
	return false
}

// leadingToAim are marks and words between the name of aims and the first of them.
var leadingToAim = phrases("leading to an aim")

var (
	announcedAims = phrases("announced aims")
	aimsOverPart  = phrases("aims over a part")
	aimsAlone     = phraseSet("aims alone")
	aimsMet       = phrases("aims met")
)

const longestTopic = 18

// meetTitle lets a headline rule the story under it.
func (r *reader) meetTitle(l segment.Line) {
	if l.Kind != segment.Heading {
		return
	}
	if r.gathered && l.Start > 0 {
		r.heading.period, r.heading.has = period.Period{}, false // of another story
	}
	r.meetHeadPlace(r.text[l.Start:l.End])
	r.meetAimsHeading(l)
	was, above := r.holiday, strings.TrimRight(r.text[:l.Start], " \n\u3000")
	r.ruledBy(r.text[l.Mark:l.End])
	if r.holiday.Kind == "" && r.lastHeading != "" && strings.HasSuffix(above, r.lastHeading) {
		r.holiday = was // the second line of a headline
	}
	r.ruledByBulletin(r.text[l.Start:l.End])
}

// meetMonth keeps the month, just over, whose figures a headline of the news says that it gives: 某汽车10月产销快报. A 本月 under it is that.
func (r *reader) meetMonth(headline string, exprs []period.Expr) {
	if r.Report.Kind != "" || !holdsAny(headline, monthlyReports()) {
		return
	}
	for i := range exprs {
		p, ok := r.resolveTime(&exprs[i])
		if ok && monthLong(p) && !r.Reference.Before(p.End) && p.End.Time().AddDate(0, 2, 0).After(r.Reference.Time()) {
			r.month = p
		}
	}
}

// monthlyReports are words of a headline over the figures of a month.
var monthlyReports = phrases("monthly reports")

// ruledBy lets the first span of a quarter or more that a headline names be in force under it.
func (r *reader) ruledBy(headline string) {
	exprs := period.Scan(headline)
	r.holiday = period.Period{}
	r.meetMonth(headline, exprs)
	if r.listsDeeds(headline) || r.sumsUpYear(headline) {
		return
	}
	r.meetWeek(exprs)
	for i := range exprs {
		if p, ok := r.resolveTime(&exprs[i]); ok && exprs[i].Holiday() && !r.Reference.Before(p.End) {
			r.holiday = p
		}
		if r.yearOfFair(exprs[i].Text, headline[exprs[i].End:min(len(headline), exprs[i].End+longestFair)]) {
			continue // 2021年服贸会首日亮点纷呈
		}
		if before := headline[:exprs[i].Start]; endsWithAny(before, outdoingTimes()) || endsWithAny(before, setAgainstTime()) || strings.HasSuffix(before, "超") {
			continue // 春茶形势好于去年
		}
		if r.announcesAims(headline, &exprs[i]) || holdsAny(headline[exprs[i].End:], oneDayEvents()) {
			return
		}
		if startsWithAny(strings.TrimLeft(headline[exprs[i].End:], " “”"), holidays()) {
			return // 今年黄金周
		}
		p, ok := r.resolveTime(&exprs[i])
		if ok && p.Kind == period.During && !p.Start.IsZero() && p.End.Time().Sub(p.Start.Time()) > 80*24*clock.Hour {
			r.heading.period, r.heading.has = p, true
			return
		}
	}
	r.meetBareHoliday(headline)
}

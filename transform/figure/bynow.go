package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells of what is there or has been done by now, whatever time another clause or paragraph names.

// thereByNow tells of what the news says is there by now, where the time in force is a span that is over and of something else: of the headline or the
// paragraph (全市现有快递企业143家，分支机构312个), or a year that another part of the sentence names (去年新增商标41件；园区可容纳企业60家，已有49家签约).
func (r *reader) thereByNow(s *site, p period.Period) bool {
	if r.Report.Kind != "" || p.Kind != period.During || s.tok.start < r.start || !p.End.Before(r.Reference) {
		return false
	}
	said := r.saidBefore(s)
	if r.sentence.has {
		part := said[max(strings.LastIndex(said, "；"), strings.LastIndex(said, ";"), 0):]
		if holdsAny(part[lastPause(part):], alreadyThere()) && p == period.Year(p.Start.Year) && r.onlySaysWhich(s) && r.status() == "actual" {
			return true
		}
		if part == said || p != period.Year(p.Start.Year) || r.namesYear(p.Start.Year, s.tok.start-len(part), s.tok.start) {
			return false
		}
		said = part[lastPause(part):]
	}
	return holdsAny(said, turnsToNow()) && r.status() == "actual"
}

// doneByNow tells of those counted that the news says something has been done with by now, whatever time another clause tells of: 江苏的施工队9月进场，已
// 完工新居148套.
func (r *reader) doneByNow(s *site, st statement, p period.Period) bool {
	if r.Report.Kind != "" || st.newness || s.tok.q.Kind != "count" || s.measure != "level" || s.tok.start < r.start || p.Kind != period.During || r.timeBefore(s) {
		return false
	}
	if r.status() != "actual" || r.sentence.has && r.sentence.since || !r.Reference.IsZero() && r.Reference.Before(p.End) {
		return false
	}
	said := r.saidBefore(s)
	from := lastPause(said)
	if t := r.lastTime(s.tok.start); t != nil && t.start >= r.start && t.end <= r.start+from && strings.Trim(r.text[t.end:r.start+from], "，,") == "" {
		return false // 1至2月，已有70家开工
	}
	owner, _, done := strings.Cut(said[from:], "已")
	return done && len(owner) <= longestOfDone && !holdsDigits(owner) && !hasWord(s.left, "累计") && !holdsAny(said[from:], struck())
}

// doneSinceBegun tells of what works have come to by the day of the news, in a sentence that tells no other time than that they were begun at:
// 项目于2006年8月开工，已完成投资1.2亿元，占总投资的六成.
func (r *reader) doneSinceBegun(f *yiyuan.Fact, s *site, p period.Period) bool {
	if r.Report.Kind != "" || r.Reference.IsZero() || !r.sentence.has || p.Kind != period.During || !p.End.Before(r.Reference) || r.status() != "actual" || r.timeBefore(s) {
		return false
	}
	t := r.lastTime(s.tok.start)
	if t == nil || t.start < r.start || f.Measure != "level" && f.Measure != "share" {
		return false
	}
	begun := firstClause(r.text[t.end:s.tok.start])
	if holdsDigits(begun) || !endsWithAny(strings.TrimSuffix(begun, "建设"), onceBegun()) || t.end+len(begun) >= s.tok.start {
		return false
	}
	return strings.Contains(r.text[t.end+len(begun):s.tok.start], "已")
}

// onceBegun are verbs for how works begin.
var onceBegun = phrases("works begun once")

// struck are words for what a disaster has done.
var struck = phrases("struck by a disaster")

// longestOfDone is how many bytes there are at most before the 已 of what has been done by now.
const longestOfDone = 30

// thereSinceThen tells of what there is now beside a day or month that was over long before, of which only an event is told: 去年10月回乡办厂，现有工人36名.
func (r *reader) thereSinceThen(s *site, p period.Period) bool {
	if r.Report.Kind != "" || s.tok.start < r.start || p.End.IsZero() || r.timeBefore(s) || r.status() != "actual" {
		return false
	}
	long := yiyuan.NewDate(p.End.Year, p.End.Month+monthsTold, p.End.Day).Before(r.Reference)
	edge := r.sentence.has && r.sentence.edge || !r.sentence.has && r.line.edge
	if !long || p.Kind == period.AsOf && !edge || p.Kind == period.During && (daysOf(p) == 0 || daysOf(p) > longestMonth) {
		return false
	}
	return holdsAny(r.saidBefore(s), existingNow())
}

// monthsTold is how many months after a month the news still sums it up, longestMonth how many days one has.
const monthsTold, longestMonth = 2, 31

// existingNow are words for what there is on the day of the news.
var existingNow = phrases("existing now")

// namesYear tells of a stretch of the sentence that names a time of a year.
func (r *reader) namesYear(year, from, to int) bool {
	return slices.ContainsFunc(r.toks, func(t token) bool {
		return t.kind == time && t.start > from && t.start < to && r.yearOf(&t) == year
	})
}

// alreadyThere are words for what has been done by now of what a time gone by says which it is.
var alreadyThere = phrases("already there")

// onlySaysWhich tells of a time in force that a clause before that of the figure names to say which things it counts: 去年谈成的9个项目，已动工7个.
func (r *reader) onlySaysWhich(s *site) bool {
	counted := -1
	for i := range r.toks {
		t := &r.toks[i]
		switch {
		case t.start >= s.tok.start:
			return counted >= 0 && strings.Contains(r.text[r.toks[counted].end:s.tok.start], "，")
		case t.kind == time && ruling[t.e.Role]:
			counted = -1
		case t.kind == figure && counted < 0:
			if i < 2 || r.toks[i-1].text != "的" || r.toks[i-2].kind == time || !r.timeHeads(i) {
				return false
			}
			counted = i
		}
	}
	return false
}

// doneOfThose tells of how many of those have been done by now.
func (r *reader) doneOfThose(s *site, p period.Period, has bool) bool {
	return has && p.Kind == period.AsOf && !r.sentence.now && p.End == r.Reference && r.Report.Kind == "" && r.onlySaysWhich(s)
}

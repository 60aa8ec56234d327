package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// Those whom money has gone to are counted over the span that it went to them in, those chosen to be looked at are there.

// paidToThem tells of those whom the money told right before has reached in a span, or a sum right behind them is for: 拨付补贴2亿元，惠及企业30家;
// 为86家企业争取信贷23亿元.
func (r *reader) paidToThem(s *site) bool {
	if s.tok.q.Kind != "count" || r.sentence.now || hasWord(s.left, soFar().words...) {
		return false
	}
	if last := r.lastInSentence(); last != nil && last.Unit == "CNY" && endsWithAny(join(s.left), reachedByMoney()) {
		return last.PeriodKind == period.During && last.Status == "actual"
	}
	if !endsWithAny(withoutNearly(r.saidBefore(s)), forWhom()) {
		return false
	}
	end := clauseEnd(s.right)
	return end > 1 && end < len(s.right) && s.right[end].kind == figure && s.right[end].q.Unit.Code == "CNY"
}

// didInSpan tells of people whom the news counts by what they became or had done in months that it names: 前10个月，1.7万户居民搬进新居. Firms and places
// are there whatever they did.
func (r *reader) didInSpan(s *site, st statement, p period.Period, has bool) bool {
	if r.Report.Kind != "" || !has || p.Kind != period.During || r.sentence.now || r.status() != "actual" || st.existing || r.heldUp(s) || r.comesTo(s) {
		return false
	}
	unit := s.tok.q.Unit.Code
	return (unit == "person" || unit == "household" || s.tok.q.Unit.Surface == "户" && !standing[st.code]) && r.theyDid(s, st)
}

// heldUp tells of words beside those counted that sum them up, or say that they had done so before.
func (r *reader) heldUp(s *site) bool {
	return hasWord(s.left, byThisDay().words...) || hasWord(s.right[:clauseEnd(s.right)], "已")
}

// rateOfDeal tells of the rate of what was lent or issued in a span, and not of what is still owed: 发放贷款3亿元，平均利率4.1%.
func (r *reader) rateOfDeal(f *yiyuan.Fact, st statement) bool {
	if f.Unit != "percent" && f.Unit != "pp" {
		return false
	}
	said := r.text[r.start:f.Start]
	return holdsAny(st.qualifier+st.text+said[lastPause(said):], ratesOfDeals()) && !holdsAny(r.clauseAround(f.Start, f.End), stillOwed())
}

// chosenBy tells of those who are chosen to be looked at: 纳入监测的35家景区接待游客80万人次.
func (r *reader) chosenBy(s *site) bool {
	return s.tok.q.Kind == "count" && endsWithAny(r.saidBefore(s), chosen())
}

// chosenWithRank tells of how many were chosen, where the number is ranked: 入选12个，居全国第三.
func (r *reader) chosenWithRank(s *site) bool {
	if !hasWord(s.left, choosing().words...) && !hasWord(s.right[:clauseEnd(s.right)], choosing().words...) {
		return false
	}
	_, next, ok := strings.Cut(r.text[s.tok.end:r.end], "，")
	return ok && startsWithAny(next, rankingNumber()) && holdsAny(firstClause(next), rankedBy())
}

// choosing are verbs for how some are chosen from many, rankingNumber how a clause begins that ranks their number, rankedBy words for how it does.
var choosing, rankingNumber, rankedBy = phrases("choosing"), phrases("ranking a number"), phrases("ranked by")

var (
	reachedByMoney = phrases("reached by money")
	forWhom        = phrases("for whom")
	ratesOfDeals   = phrases("rates of deals")
	stillOwed      = phrases("still owed")
	chosen         = phrases("chosen by")
)

// byThisDay are words for all that came up to a day.
var byThisDay = phrases("by this day")

package figure

import (
	"strings"

	"yiyuan"
)

// What a standing rule of the news grants, allows or asks for has no date, whatever day the rule was made on: 规定每人自付不超过3000元, 可享受最高5%的补助.

// byRule tells of it.
func (r *reader) byRule(f *yiyuan.Fact) bool {
	if r.Report.Kind != "" || f.Measure == "rank" || f.Measure == "change" || r.status() != "actual" {
		return false
	}
	before, clause := r.text[r.start:max(r.start, f.Start)], r.clauseAround(f.Start, f.End)
	if holdsAny(before, grantedByRule()) || ruledBefore(before) || holdsAny(clause, byDefinition()) {
		return true
	}
	if f.Unit != "CNY" && f.Unit != "percent" && f.Indicator != "duration" {
		return false
	}
	if f.Unit == "percent" && (f.Measure == "level" || f.Measure == "share") && holdsAny(upToFigure(before), taxRates()) {
		return true // 税率分别从14%和8%下调到1%
	}
	if f.Unit == "CNY" && f.Measure == "level" && (eachIsGiven(before) || perUnitByRule(before, clause)) || r.paidByPaper(f, clause) {
		return true
	}
	if f.Indicator == "subsidy" && f.Measure == "level" && r.grantsThose(before) {
		return true
	}
	if f.Unit == "percent" && strings.Contains(clause, "报销") && !holdsAny(clause, []string{"实际", "了"}) && !(r.sentence.has && holdsAny(clause, cameToByRule())) {
		return true
	}
	if f.Measure != "growth" && mayHaveAtMost(before, r.text[f.End:r.end], clause) {
		return true
	}
	return holdsAny(clause, limitsOfRules()) || f.Unit == "CNY" && strings.HasPrefix(r.text[f.End:], "不等") && holdsAny(clause, awarded()) ||
		f.Measure == "level" && strings.Contains(clause, "给予") && strings.Contains(clause, "最高")
}

// grantsThose tells of what a rule gives to those who do or are something: 对首次入选的企业，分别奖励20万元、50万元.
func (r *reader) grantsThose(before string) bool {
	said := upToFigure(before)
	if !strings.HasPrefix(said, "对") || tellsDone(said) || holdsAny(said, paidOut()) {
		return false
	}
	return !r.sentence.has || !r.sentence.period.End.Before(r.Reference)
}

// mayHaveAtMost tells of the most that a rule grants or lends, and not of the most that was: 发放最高80万元的创业贷款, 最高20%的补贴.
func mayHaveAtMost(before, after, clause string) bool {
	return endsWithAny(before, theMost()) && startsWithAny(strings.TrimPrefix(after, "的"), havable()) && !tellsDone(clause) && !holdsAny(clause, paidOut())
}

// theMost stand before the most that one may have, havable behind it.
var theMost, havable = phrases("the most one may have"), phrases("what one may have")

// taxRates are words for rates of taxes and duties that are set.
var taxRates = phrases("rates of taxes set")

// awarded are words of a clause on what a rule pays.
var awarded = phrases("awarded")

// ruledBefore tells of a 规定 that says what is to be, and not of one that something is by: 按照规定.
func ruledBefore(before string) bool {
	i := strings.LastIndex(before, "规定")
	if i < 0 || strings.ContainsAny(before[i:], "。；") {
		return false
	}
	lead := before[:i]
	lead = lead[lastPause(lead):]
	return !holdsAny(lead, byOrAgainstRules()) && !startsWithAny(before[i+len("规定"):], onFromRule())
}

// onFromRule are what goes on behind a 规定 that lays nothing down.
var onFromRule = phrases("going on from a rule")

// byOrAgainstRules are words before a 规定 that something is by or against.
var byOrAgainstRules = phrases("by or against a rule")

// grantedByRule are words for what one may have by a rule, limitsOfRules for how much.
var grantedByRule, limitsOfRules = phrases("granted by a rule"), phrases("limits of rules")

// upToFigure is what has been said since the last semicolon or full stop.
func upToFigure(before string) string {
	return before[strings.LastIndexAny(before, "；。")+1:]
}

// eachIsGiven tells of what a rule gives to each: 每个演出团体，政府都会给10万元启动资金，每场还有最低1000元的补助.
func eachIsGiven(before string) bool {
	said := upToFigure(before)
	at := max(strings.LastIndex(said, "，每"), 0)
	each := strings.TrimPrefix(said[at:], "，")
	return startsWithAny(each, eachOne()) && holdsAny(each, givenToEach()) && !tellsDone(each)
}

// perUnitByRule tells of what is paid by the piece of what it is paid for: 对新建冻库每立方米补贴80元, 每车次通行费补贴由200元提高到300元.
func perUnitByRule(before, clause string) bool {
	said := before[lastPause(before):]
	whom, each, ok := strings.Cut(said, "每")
	if !ok || strings.HasSuffix(whom, "平均") || holdsDigits(each) || startsWithAny(each, timesEach()) {
		return false
	}
	return holdsAny(each, paidByPiece()) && !tellsDone(clause) && !holdsAny(clause, paidOut())
}

// timesEach go on with a 每 that tells how often, paidByPiece are words for a standing payment, paidOut for one that has been made.
var timesEach, paidByPiece, paidOut = phrases("times each"), phrases("paid by the piece"), phrases("paid out")

// paidByPaper tells of what the measures that a text bears the name of pay, in a sentence without a time: 《…若干措施》, 通过认定的，奖励5万元.
func (r *reader) paidByPaper(f *yiyuan.Fact, clause string) bool {
	if r.sentence.has || f.Indicator == "duration" || !holdsAny(clause, grantedByPaper()) || tellsDone(clause) || holdsAny(clause, paidOut()) {
		return false
	}
	title := r.headline()
	if title == "" {
		if title, _, _ = strings.Cut(r.text, "\n"); len(title) > longestPaper || strings.Contains(title, "。") {
			return false
		}
	}
	return holdsAny(title, papersOfRules())
}

// longestPaper is how many bytes the title of such a paper has at most.
const longestPaper = 120

// papersOfRules name what lays such payments down, grantedByPaper are words for them.
var papersOfRules, grantedByPaper = phrases("papers of rules"), phrases("granted by a paper")

// eachOne are words for each of those that a rule is for, givenToEach for what it gives them, byDefinition for what is so by the meaning of a word.
var eachOne, givenToEach, byDefinition = phrases("each one"), phrases("given to each"), phrases("by definition")

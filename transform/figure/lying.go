package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
)

// This file tells of what is there or comes about by what its clause says of it: goods lying in store, works that produce, firms that stopped.

// liesThere tells of a level that is there at a day: what one costs to build, goods in store, what is owed, firms and land that produce, sums of
// what was added.
func (r *reader) liesThere(f *yiyuan.Fact, s *site, st statement) bool {
	own := r.ownWords(s)
	switch {
	case r.addedUp(f, s, own), holdsAny(own, sumsOpen()) && !holdsAny(r.text[r.start:f.Start], addedBefore()):
		return true
	case st.newness || r.Report.Kind != "":
		return false
	case f.Unit == "CNY" && endsWithAny(st.text, worthOfOne()):
		return true // 一艘船造价46万元
	case r.status() == "actual" && (holdsAny(own, lyingThere()) && !holdsAny(own, readings()) || startsWithAny(join(s.right), lyingBehind())):
		return true // 仓库里压了3万副, 8万吨压在站台上
	}
	return r.produces(f, s, st, own)
}

// addedUp tells of how many there are with those that the clause before has told were added: 新增上市公司2家，累计12家.
func (r *reader) addedUp(f *yiyuan.Fact, s *site, own string) bool {
	last := r.lastInSentence()
	if !strings.HasPrefix(own, "累计") || s.tok.q.Kind != "count" && f.Indicator != "area" || last == nil || last.End > s.tok.start-len(own) || last.Measure != "level" || last.Unit != f.Unit {
		return false
	}
	return holdsAny(r.text[r.start:last.Start], addedBefore())
}

// produces tells of the firms and the land that yield by now: 投产企业23家, not 竣工投产88个.
func (r *reader) produces(f *yiyuan.Fact, s *site, st statement, own string) bool {
	if f.Indicator != "enterprise_count" && f.Indicator != "area" || r.status() != "actual" || r.timeBefore(s) && !strings.Contains(own, "现") && f.Indicator == "area" {
		return false
	}
	words := own + firstClause(join(s.right))
	return strings.Contains(words, "投产") && !holdsAny(words, justBuilt())
}

// ranInSpan tells of how many in a span did well or badly, or had to stop: 20个行业中9个实现增长, 上半年曾有4户企业停产.
func (r *reader) ranInSpan(f *yiyuan.Fact, s *site, p period.Period, has bool) bool {
	if !has || p.Kind != period.During || p.Start == p.End || r.Report.Kind != "" || r.status() != "actual" {
		return false
	}
	behind := firstClause(join(s.right))
	if endsWithAny(strings.TrimRight(r.saidBefore(s), "，有"), tradesCounted()) && holdsAny(behind, grewOrFell()) {
		return true
	}
	if last := r.lastInSentence(); startsWithAny(behind, grewOrFell()) && last != nil && last.Unit == f.Unit && last.Measure == "level" && last.PeriodKind == period.During && last.Indicator == f.Indicator {
		return true // 8个利润增加，2个持平，5个减少
	}
	return f.Indicator == "enterprise_count" && holdsAny(behind, hadToStop()) && !holdsAny(r.text[r.start:f.Start]+behind, stillStopped())
}

// countsDeeds tells of how many orders, cases or lots there were, or how many shares rose or fell: 卖出217单, 投资案例842起, 上涨的仅318只.
func (r *reader) countsDeeds(s *site, st statement, has bool) bool {
	if !has || r.Report.Kind != "" || r.status() != "actual" || st.existing || strings.HasSuffix(st.text, "量") || strings.Contains(r.ownWords(s), "累计") {
		return false // 累计开行5.7万列, 点击量9亿次
	}
	return deedsCounted().has(s.tok.q.Unit.Surface) || r.sharesMoved(s)
}

// sharesMoved tells of how many shares rose or fell, which the news tells of a day of trade.
func (r *reader) sharesMoved(s *site) bool {
	return r.Report.Kind == "" && s.tok.q.Unit.Surface == "只" && (holdsAny(r.ownWords(s), roseOrFell()) || startsWithAny(join(s.right), roseBehind()))
}

// builtInSpan tells of the works of a span, by verbs that name what is done and not what comes of it: 1999年，…打机井43眼.
func (r *reader) builtInSpan(s *site, st statement, p period.Period, has bool) bool {
	if !has || p.Kind != period.During || r.Report.Kind != "" || r.status() != "actual" || st.existing || r.sentence.now {
		return false
	}
	own := r.ownWords(s)
	return holdsAny(own, handWorks()) && !holdsAny(own, byThisDay())
}

var (
	// deedsCounted are measure words of what is done and over, roseOrFell and roseBehind are words for shares on a day of trade.
	deedsCounted, roseOrFell, roseBehind = phrases("deeds counted"), phrases("rose or fell"), phrases("rose behind")
	// handWorks are verbs for works done in a span.
	handWorks = phrases("works by hand")
	// worthOfOne end the names of what one thing costs or is worth.
	worthOfOne = phrases("worth of one")
	// sumsOpen are names of sums that are there to be drawn or that all add up to.
	sumsOpen = phrases("sums open")
	// lyingThere are words before what lies in store or is owed, lyingBehind such words behind it.
	lyingThere, lyingBehind = phrases("lying there"), phrases("lying behind")
	// readings name what is reckoned of a store over a month.
	readings = phrases("readings of stores")
	// addedBefore are words for what was added, justBuilt for what has just begun to produce.
	addedBefore, justBuilt = phrases("added before the sum"), phrases("just built")
	// tradesCounted are words for trades of which some do well, grewOrFell for how they do.
	tradesCounted, grewOrFell = phrases("trades counted"), phrases("grew or fell")
	// hadToStop are words for firms that stopped in a span, stillStopped for those that are stopped at its end.
	hadToStop, stillStopped = phrases("had to stop"), phrases("still stopped")
)

package figure

import (
	"strings"

	"yiyuan/transform/period"
)

// This file lets the accounts that the news says a firm has published rule what is told of them: 发布2018年年度报告。全年实现营业收入45亿元.

// meetAccounts keeps the span of accounts that a sentence says were published, for all that the news tells without a time of its own.
func (r *reader) meetAccounts(text string, exprs []period.Expr) {
	if r.Report.Kind != "" || !holdsAny(text, accounts()) {
		return
	}
	for i := range exprs {
		e := &exprs[i]
		if !startsWithAny(text[e.End:], accounts()) || !holdsAny(text, madePublic()) {
			continue
		}
		p, ok := e.Resolve(r.periodContext())
		if !ok || p.Kind != period.During || !p.End.Before(r.Reference) || r.Reference.Year-p.End.Year > 1 || !wholeMonths(p) {
			continue
		}
		if strings.HasPrefix(text[e.End:], "半年") {
			p.End.Month, p.End.Day = 6, 30
		}
		r.heading.period, r.heading.has = p, true
		r.line.period, r.line.has, r.line.now, r.line.running = p, true, false, false
		return
	}
}

var (
	accounts   = phrases("accounts of a span")
	madePublic = phrases("made public")
)

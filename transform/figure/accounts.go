package figure

import (
	"strings"

	"yiyuan/transform/period"
)

// This file lets the accounts that the news says a firm has published rule what is told of them: 发布2018年年度报告。全年实现营业收入45亿元.

// meetAccounts keeps the span of accounts that a sentence says were published, for all that the news tells without a time of its own.
func (r *reader) meetAccounts(text string, exprs []period.Expr) {
	if r.Report.Kind != "" || !holdsAny(text, madePublic()) {
		return
	}
	for i := range exprs {
		e := &exprs[i]
		if !namesAccounts(e.Text, text[e.End:]) {
			continue
		}
		p, ok := e.Resolve(r.periodContext())
		if !ok || p.Kind != period.During || !p.End.Before(r.Reference) || r.Reference.Year-p.End.Year > 1 || !wholeMonths(p) {
			continue
		}
		r.heading.period, r.heading.has = p, true
		r.line.period, r.line.has, r.line.now, r.line.running = p, true, false, false
		return
	}
}

// namesAccounts tells of a span that the name of accounts goes on from: 2020年|年度报告, 2020年半年|报.
func namesAccounts(span, after string) bool {
	return startsWithAny(after, accounts()) || strings.HasSuffix(span, "半年") && strings.HasPrefix(after, "报")
}

var (
	accounts   = phrases("accounts of a span")
	madePublic = phrases("made public")
)

package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// This file keeps the ledger of mentions: who owns each stretch of the sentence, and what has been entered.

// marks decides who owns each stretch of the sentence where recognisers overlap: a date before a bare number, a place
// before a numeral that is part of its name, the longer before the shorter. Dates and names go into the ledger at once.
func (r *reader) marks(text string, exprs []period.Expr, quantities []unit.Quantity, places []place.Match) []mark {
	out := slices.Grow(r.marked[:0], len(exprs)+len(quantities)+len(places))
	for i := range exprs {
		e := &exprs[i]
		if q := holder(e, quantities); q != nil {
			continue
		}
		k := time
		out = append(out, mark{e.Start, e.End, token{kind: k, e: e}})
	}
	for i := range quantities {
		q := &quantities[i]
		if overlapsExpr(q, exprs) && !outgrows(q, exprs) {
			continue
		}
		if !q.Arabic && overlapsPlace(q, places) {
			continue
		}
		k := figure
		if strings.HasPrefix(text[max(0, q.Start-1):], "[") && strings.HasPrefix(text[q.End:], "]") {
			k = note
			out = append(out, mark{q.Start - 1, q.End + 1, token{kind: k, q: q}})
			continue
		}
		out = append(out, mark{q.Start, q.End, token{kind: k, q: q}})
	}
	for i := range places {
		m := &places[i]
		out = append(out, mark{m.Start, m.End, token{kind: where, at: m}})
	}
	slices.SortStableFunc(out, func(a, b mark) int { return cmp.Or(a.start-b.start, b.end-a.end) })
	r.marked = out
	return out
}

// holder returns the quantity that holds the whole expression and more: 3年 inside 3年期.
func holder(e *period.Expr, quantities []unit.Quantity) *unit.Quantity {
	for i := range quantities {
		q := &quantities[i]
		if q.Start <= e.Start && e.End <= q.End && q.End-q.Start > e.End-e.Start && q.Kind != "date" && q.Kind != "bare" {
			return q
		}
	}
	return nil
}

func overlapsExpr(q *unit.Quantity, exprs []period.Expr) bool {
	for i := range exprs {
		if exprs[i].Start < q.End && q.Start < exprs[i].End {
			return true
		}
	}
	return false
}

func outgrows(q *unit.Quantity, exprs []period.Expr) bool {
	for i := range exprs {
		if exprs[i].Start < q.End && q.Start < exprs[i].End && holder(&exprs[i], []unit.Quantity{*q}) == nil {
			return false
		}
	}
	return true
}

func overlapsPlace(q *unit.Quantity, places []place.Match) bool {
	for i := range places {
		if places[i].Start < q.End && q.Start < places[i].End {
			return true
		}
	}
	return false
}

// dates enters the time expressions that are printed in digits.
func (r *reader) dates(base int, exprs []period.Expr, quantities []unit.Quantity) {
	for i := range exprs {
		e := &exprs[i]
		if strings.ContainsAny(e.Text, "0123456789０１２３４５６７８９") && holder(e, quantities) == nil {
			r.mention(token{start: base + e.Start, end: base + e.End, text: e.Text}, "date", "time of the figures beside it")
		}
	}
}

// mention enters a figure in the ledger.
func (r *reader) mention(t token, disposition, reason string) {
	m := yiyuan.Mention{Start: t.start, End: t.end, Text: t.text, Disposition: disposition, Reason: reason}
	if t.q != nil {
		m.Kind = t.q.Kind
		m.Unit = t.q.Unit.Code
		if disposition == "fact" || disposition == "qualifier" || disposition == "unread" {
			v := t.q.Value
			m.Value = &v
		}
	} else {
		m.Kind = "date"
	}
	if r.out.Mentions == nil {
		r.out.Mentions = make([]yiyuan.Mention, 0, min(mostAhead, len(r.text)/perMention+1))
	}
	r.out.Mentions = append(r.out.Mentions, m)
}

package figure

import (
	"sort"
	"strings"

	"yiyuan"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// marks decides who owns each stretch of the sentence where recognisers overlap: a date before a bare number, a place
// before a numeral that is part of its name, the longer before the shorter. Dates and names go into the ledger at once.
func (r *reader) marks(text string, exprs []period.Expr, quantities []unit.Quantity, places []place.Match) []mark {
	var out []mark
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
		if !q.Number.Arabic && overlapsPlace(q, places) {
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
	sort.SliceStable(out, func(i, j int) bool {
		if out[i].start != out[j].start {
			return out[i].start < out[j].start
		}
		return out[i].end > out[j].end
	})
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

// noFact gives disposition and reason of a figure that states nothing.
func (r *reader) noFact(i int) ([2]string, bool) {
	t := r.toks[i]
	q := t.q
	if r.NoFacts != "" {
		return [2]string{"unread", r.NoFacts}, true
	}
	for _, s := range r.Suspect {
		if s[0] < t.end && t.start < s[1] {
			return [2]string{"unread", "restoration touched the figure"}, true
		}
	}
	switch q.Kind {
	case "bare":
		return [2]string{"name", "number without a unit"}, true
	case "name":
		return [2]string{"name", "number in a name"}, true
	case "date":
		return [2]string{"date", "date"}, true
	}
	if q.Vague {
		return [2]string{"name", "一 as an article"}, true
	}
	if reason, is := r.threshold(i); is {
		return [2]string{"qualifier", reason}, true
	}
	if reason, is := r.slogan(i); is {
		return [2]string{"name", reason}, true
	}
	return [2]string{}, false
}

// threshold finds figures that limit what is counted: 亿元以上项目, 年产值超十亿元工业企业.
func (r *reader) threshold(i int) (string, bool) {
	t := r.toks[i]
	q := t.q
	if q.Kind != "amount" && q.Kind != "physical" && q.Kind != "count" {
		return "", false
	}
	limit := q.BoundAfter && (q.Bound == "over" || q.Bound == "at_most") || q.Number.Magnitude || strings.HasPrefix(r.text[q.End:min(len(r.text), q.End+3)], "级")
	if !limit {
		return "", false
	}
	if i+1 >= len(r.toks) {
		return "", false
	}
	// The noun it limits is followed by its own count.
	for j := i + 1; j < len(r.toks) && j < i+10; j++ {
		n := r.toks[j]
		if n.kind == figure && n.q.Kind == "count" {
			return "threshold of what is counted", j > i+1
		}
		if n.kind != word && n.kind != where && n.kind != quote || n.is(up|down|reach) {
			break
		}
	}
	return "", false
}

// slogan finds figures inside quotation marks that are a slogan's, not the economy's: “六个一”, “十问三解决”.
func (r *reader) slogan(i int) (string, bool) {
	t := r.toks[i]
	if t.q.Number.Arabic || i == 0 || i+1 >= len(r.toks) {
		return "", false
	}
	opened := -1
	for j := i - 1; j >= 0 && j > i-4; j-- {
		if r.toks[j].kind == quote {
			opened = j
			break
		}
	}
	if opened < 0 || r.toks[opened].text != "“" && r.toks[opened].text != "‘" {
		return "", false
	}
	for j := i + 1; j < len(r.toks) && j < i+5; j++ {
		if r.toks[j].kind == quote && (r.toks[j].text == "”" || r.toks[j].text == "’") {
			return "slogan in quotation marks", true
		}
	}
	return "", false
}

// mention enters a figure in the ledger.
func (r *reader) mention(t token, disposition, reason string) {
	m := yiyuan.Mention{Start: t.start, End: t.end, Text: t.text, Disposition: disposition, Reason: reason}
	if t.q != nil {
		m.Kind = t.q.Kind
		m.Unit = t.q.Unit.Code
		if m.Kind != "bare" && m.Kind != "name" && m.Kind != "date" {
			v := t.q.Value
			m.Value = &v
		}
	} else {
		m.Kind = "date"
	}
	r.out.Mentions = append(r.out.Mentions, m)
}

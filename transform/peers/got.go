package peers

import (
	"unicode/utf8"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/number"
	"yiyuan/transform/unit"
)

// readings returns what we read in the input of a key, as entities of its kind.
func readings(c figures) []entity {
	qs := unit.Scan(c.input)
	if c.kind == "number" {
		return numbers(c.input, qs)
	}
	out := []entity{}
	for i := range qs {
		if q := &qs[i]; belongs(c, q) {
			if c.kind == "range" && q.Unit.Surface == "分之" { // the suites hold a quarter as 0.25
				q.Value = *hundredth(&q.Value)
			}
			out = append(out, quantity(c.input, q))
		}
	}
	return out
}

// belongs tells the quantities of a case's kind. The JioNLP parser is only given money, so it may leave 元 out.
func belongs(c figures, q *unit.Quantity) bool {
	switch c.kind {
	case "percent":
		return q.Kind == "percent" || q.Kind == "pp"
	case "currency":
		return q.Kind == "amount" || c.file == "money_parser" && q.Kind == "bare"
	case "dimension":
		return q.Kind == "physical"
	}
	return !q.Vague && (q.Bound != "exact" || q.Low != nil)
}

func quantity(text string, q *unit.Quantity) entity {
	e := entity{text: text[q.Start:q.End], value: &q.Value, low: q.Low, high: q.High, unit: q.Unit.Code}
	e.place(text, q.OuterStart, q.OuterEnd)
	if q.Low == nil {
		switch q.Bound {
		case "over", "at_least":
			e.low = &q.Value
		case "at_most":
			e.high = &q.Value
		}
	}
	return e
}

func (e *entity) place(text string, start, end int) {
	e.start = utf8.RuneCountInString(text[:start])
	e.end = e.start + utf8.RuneCountInString(text[start:end])
}

// numbers returns the numerals of text that are numbers of their own: none of an ordinary word, of a currency, or of a
// lone scale word; a fraction is one number.
func numbers(text string, qs []unit.Quantity) []entity {
	out := []entity{}
	done := 0
	for _, n := range number.Scan(text) {
		if n.Start < done || n.Word || n.Magnitude && n.End-n.Start == len("万") {
			continue
		}
		e := entity{text: text[n.Start:n.End], value: &n.Value, low: n.Low, high: n.High}
		e.place(text, n.Start, n.End)
		if q := around(qs, n.Start); q != nil {
			if q.Kind == "amount" || q.Unit.Surface == "折" {
				continue
			}
			if q.Unit.Surface == "分之" {
				e.text, e.value = text[q.Start:q.End], hundredth(&q.Value)
				e.place(text, q.Start, q.End)
				done = q.End
			}
		}
		out = append(out, e)
	}
	return out
}

func around(qs []unit.Quantity, at int) *unit.Quantity {
	for i := range qs {
		if qs[i].Start <= at && at < qs[i].End {
			return &qs[i]
		}
	}
	return nil
}

func hundredth(d *yiyuan.Decimal) *yiyuan.Decimal {
	v := *d
	v.Exponent -= 2
	return &v
}

// meet reports whether every expected entity meets a reading and no reading is left.
func meet(kind string, want, got []entity) bool {
	used := make([]bool, len(got))
	for _, w := range want {
		if !w.met(kind, got, used) {
			return false
		}
	}
	for i := range used {
		if !used[i] {
			return false
		}
	}
	return true
}

// met marks the readings that make up w: one, or for an interval the two that give its ends.
func (w entity) met(kind string, got []entity, used []bool) bool {
	for i, g := range got {
		if !used[i] && w.touches(g) && w.equals(kind, g) {
			used[i] = true
			return true
		}
	}
	if w.low == nil || w.high == nil {
		return false
	}
	low, high := -1, -1
	for i, g := range got {
		if used[i] || !w.touches(g) {
			continue
		}
		if g.high == nil && same(w.low, g.low) {
			low = i
		}
		if g.low == nil && same(w.high, g.high) {
			high = i
		}
	}
	if low < 0 || high < 0 {
		return false
	}
	used[low], used[high] = true, true
	return true
}

func (w entity) touches(g entity) bool {
	return w.start < 0 || w.start < g.end && g.start < w.end
}

func (w entity) equals(kind string, g entity) bool {
	if w.unit != "" && g.unit != "" && w.unit != g.unit && !(w.unit != "CNY" && w.unit != "USD" && w.unit != "HKD" && g.unit == "other") {
		return false
	}
	switch {
	case w.value == nil && w.low == nil && w.high == nil:
		return w.text == g.text || w.start == g.start && w.end == g.end
	case w.value != nil:
		return same(w.value, g.value)
	case kind == "currency" && w.low != nil && w.high != nil && g.high == nil && g.low != nil:
		return same(w.low, g.low) // 3000多欧元 as [3000, 4000]
	}
	return same(w.low, g.low) && same(w.high, g.high)
}

// same compares to fifteen digits, which is what the suites print.
func same(a, b *yiyuan.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	var x, y yiyuan.Decimal
	fifteen := apd.BaseContext.WithPrecision(15)
	if _, err := fifteen.Round(&x, a); err != nil {
		return false
	}
	if _, err := fifteen.Round(&y, b); err != nil {
		return false
	}
	return x.Cmp(&y) == 0
}

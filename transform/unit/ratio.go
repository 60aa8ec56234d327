package unit

import (
	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/number"
)

// ratio reads 16.1∶50.4∶33.5. With two members a plain colon must not look like a time of day.
func (r *reader) ratio(n *number.Number) bool {
	k, end := r.k, n.End
	own := false
	for k+1 < len(r.nums) && k-r.k < longest {
		m := &r.nums[k+1]
		colon := skipBlank(r.s, end)
		w := hasAny(r.s, colon, "∶", ":", "：", "︰", "﹕")
		if w == 0 || m.Start != skipBlank(r.s, colon+w) || !m.Arabic || m.Scale != 0 {
			break
		}
		own = own || has(r.s, colon, "∶")
		end = m.End
		k++
	}
	parts := k - r.k + 1
	if parts < 2 || n.Scale != 0 || r.looksLikeTime(r.nums[r.k:k+1], own) || r.dateEnd(&r.nums[k]) > 0 || r.unitFollows(end) {
		return false
	}
	q := Quantity{Start: n.Start, End: end, Arabic: true, Kind: "ratio", Value: n.Value}
	for _, m := range r.nums[r.k : k+1] {
		q.Ratio = append(q.Ratio, m.Value)
		q.Parts = append(q.Parts, [2]int{m.Start, m.End})
	}
	r.add(q)
	return true
}

// looksLikeTime reports whether the members joined by colons read as hours, minutes and seconds. Shares add up to a hundred.
func (r *reader) looksLikeTime(ms []number.Number, own bool) bool {
	if own {
		return false
	}
	var sum yiyuan.Decimal
	for i := range ms {
		m := &ms[i]
		if m.Value.Exponent != 0 || i > 0 && m.End-m.Start != 2 {
			return false
		}
		wide.Add(&sum, &sum, &m.Value)
		if v, err := m.Value.Int64(); err != nil || v >= 60 || i == 0 && v > 24 {
			return false
		}
	}
	return len(ms) < 3 || sum.Cmp(apd.New(99, 0)) < 0 || sum.Cmp(apd.New(101, 0)) > 0
}

// fraction reads 三分之一, 3分之1, 1/4 and 一半 as percent.
func (r *reader) fraction(n *number.Number) bool {
	if !n.Arabic && r.s[n.Start:n.End] == "一" && has(r.s, n.End, "半") && hasAny(r.s, n.End+3, "导", "年", "月", "径", "天") == 0 {
		r.half(n.Start, n.End+len("半"))
		return true
	}
	if r.k+1 >= len(r.nums) {
		return false
	}
	m := &r.nums[r.k+1]
	num, den := m, n
	j := skipBlank(r.s, n.End)
	switch {
	case has(r.s, j, "分"):
		j = skipBlank(r.s, j+len("分"))
		if !has(r.s, j, "之") || skipBlank(r.s, j+len("之")) != m.Start {
			return false
		}
	case m.Start == n.End+hasAny(r.s, n.End, "/", "／") && m.Start > n.End && r.slashed(n, m):
		num, den = n, m
	default:
		return false
	}
	if den.Value.Sign() <= 0 || num.Low != nil {
		return false
	}
	q := Quantity{Start: n.Start, End: m.End, Arabic: n.Arabic || m.Arabic, Kind: "percent",
		Unit: Unit{Surface: "分之", Code: "percent", Kind: "percent", Factor: *apd.New(1, 0)}}
	q.Value = share(&num.Value, &den.Value)
	r.bounds(&q, m)
	r.add(q)
	return true
}

// share is num of den in percent, rounded to two decimals.
func share(num, den *yiyuan.Decimal) yiyuan.Decimal {
	var x, y yiyuan.Decimal
	h := *num
	if !h.IsZero() {
		h.Exponent += 2
	}
	if _, err := wide.Quo(&x, &h, den); err != nil {
		return *num
	}
	if _, err := wide.Quantize(&y, &x, -2); err != nil {
		return x
	}
	y.Reduce(&y)
	return y
}

// slashed tells a fraction from a date or a code: 1/4, 2/3, with nothing of theirs around.
func (r *reader) slashed(n, m *number.Number) bool {
	a, err1 := n.Value.Int64()
	b, err2 := m.Value.Int64()
	if err1 != nil || err2 != nil || n.Scale+m.Scale != 0 || a < 1 || a >= b || r.s[n.Start] == '0' || b > 10 || m.End-m.Start > 2 {
		return false
	}
	return hasAny(r.s, m.End, "/", "月", "-", "．", ".") == 0 && !r.ends(n.Start, "/") && !r.unitFollowsShare(m.End)
}

// unitFollowsShare reports whether a unit stands at i; the 强 of 1/5强 says a good fifth.
func (r *reader) unitFollowsShare(i int) bool {
	e, _ := lookup(r.s, i)
	return e != nil && e.Surface != "强"
}

// half hands out 一半, 半数, 过半.
func (r *reader) half(start, end int) {
	q := Quantity{Start: start, End: end, Value: *apd.New(50, 0), Kind: "percent",
		Unit: Unit{Surface: "半", Code: "percent", Kind: "percent", Factor: *apd.New(1, 0)}}
	var none number.Number
	r.bounds(&q, &none)
	r.add(q)
}

package unit

import (
	"yiyuan"
	"yiyuan/transform/number"
)

// integer is the whole number that d is, if it is one. Int64 tells of any other in words, which costs more than all else here.
func integer(d *yiyuan.Decimal) (int64, bool) {
	if d.Exponent > 0 || d.Negative || !d.Coeff.IsInt64() {
		v, err := d.Int64()
		return v, err == nil
	}
	v := d.Coeff.Int64()
	for e := d.Exponent; e < 0; e++ {
		if v%10 != 0 {
			return 0, false
		}
		v /= 10
	}
	return v, true
}

// yearLike reports whether n is printed as a year: four digits between 1000 and 2200, no mark and no scale.
func yearLike(n *number.Number, s string) bool {
	if n.Scale != 0 || n.Value.Exponent != 0 {
		return false
	}
	v, ok := integer(&n.Value)
	if !ok || v < 1000 || v > 2200 {
		return false
	}
	w := n.End - n.Start
	return n.Arabic && (w == 4 || w == 12 && s[n.Start] >= 0xE0) || !n.Arabic && w == 12 && !contains(s[n.Start:n.End], "千")
}

// calendar hands out n as a date where what follows makes one of it: 2024年, 3月, 5日, 8点, 90年代, 21世纪.
func (r *reader) calendar(n *number.Number) bool {
	e := r.dateEnd(n)
	if e == 0 {
		return false
	}
	if !n.Arabic && !yearLike(n, r.s) {
		r.pass(n)
		return true
	}
	r.add(Quantity{Start: n.Start, End: e, Value: n.Value, Arabic: n.Arabic, Kind: "date"})
	return true
}

// dateEnd returns where the date that n begins ends, 0 where it begins none.
func (r *reader) dateEnd(n *number.Number) int {
	if n.Low != nil && n.Scale == 0 && has(r.s, n.End, "年代") {
		return n.End + len("年代") // 六七十年代
	}
	if n.Scale != 0 || n.Low != nil || n.Inner != "" || n.Magnitude {
		return 0
	}
	v, ok := integer(&n.Value)
	if !ok || v < 0 {
		return 0
	}
	i := skipBlank(r.s, n.End)
	switch {
	case has(r.s, i, "年代"), has(r.s, i, "世纪"):
		return i + 6
	case has(r.s, i, "年级"):
		return 0
	case has(r.s, i, "年"):
		if yearLike(n, r.s) {
			return i + 3
		}
		if w := n.End - n.Start; n.Arabic && w == 2 && (r.s[n.Start] == '0' || v >= 78 && hasAny(r.s, i+3, "来", "以", "内", "间", "期", "多", "历", "的") == 0) {
			return i + 3
		}
	case has(r.s, i, "月"):
		if v >= 1 && v <= 12 {
			return i + 3 + hasAny(r.s, i+3, "份")
		}
	case has(r.s, i, "日"):
		if v >= 1 && v <= 31 && hasAny(r.s, i+3, "内", "元", "币", "均") == 0 {
			return i + 3
		}
	case has(r.s, i, "季度"), n.Arabic && has(r.s, i, "季") && v <= 4:
		if v >= 1 && v <= 4 {
			return i + len("季") + hasAny(r.s, i+3, "度")
		}
	case has(r.s, i, "时"):
		if v <= 24 && hasAny(r.s, i+3, "期", "速", "代", "长", "段", "间", "限") == 0 {
			return i + 3
		}
	case has(r.s, i, "点"):
		if v <= 24 && hasAny(r.s, i+3, "建", "意", "要", "希", "多", "名", "体", "做", "思") == 0 {
			return i + 3
		}
	case has(r.s, i, "分") && v < 60 && hasAny(r.s, i+3, "钟", "之", "别", "制") == 0:
		if last := r.last(); last != nil && last.Kind == "date" && last.End == n.Start && hasSuffixAny(r.s[:last.End], "时", "点") {
			return i + 3
		}
	case has(r.s, i, "个") || !n.Arabic:
	default:
		if last := r.last(); last != nil && last.Kind == "date" && last.End == n.Start && v <= 31 && hasSuffixAny(r.s[:last.End], "月") && hasAny(r.s, i, "号") > 0 {
			return i + 3
		}
	}
	return 0
}

func (r *reader) last() *Quantity {
	if len(r.out) == 0 {
		return nil
	}
	return &r.out[len(r.out)-1]
}

// calendarRange hands out 2023—2025年, 1-11月, 5-6日, 2021-2025 as one date.
func (r *reader) calendarRange(n, m *number.Number, hasUnit bool) bool {
	e := r.dateEnd(m)
	years := yearLike(n, r.s) && yearLike(m, r.s)
	if e == 0 && years && !hasUnit {
		e = m.End
	}
	if e == 0 || n.Scale != 0 || n.Value.Exponent != 0 {
		return false
	}
	if yearLike(m, r.s) && has(r.s, skipBlank(r.s, m.End), "年") && !years {
		return false
	}
	if !n.Arabic {
		return false
	}
	r.add(Quantity{Start: n.Start, End: e, Value: m.Value, Arabic: true, Kind: "date"})
	return true
}

// longest is how many numbers joined by one mark are looked at together, so that a hostile row costs no square.
const longest = 16

// dotted hands out 2024.3.5, 2024-03-05, 2024/3 as one date and longer rows of joined digits (telephones, versions) as a name.
func (r *reader) dotted(n *number.Number) bool {
	end, parts, k := n.End, 1, r.k
	first := ""
	for k+1 < len(r.nums) && r.nums[k+1].Arabic && parts < longest {
		if r.nums[k+1].Start < end || r.nums[k+1].Start-end > 3 {
			break
		}
		sep := r.s[end:r.nums[k+1].Start]
		if sep != "." && sep != "-" && sep != "/" && sep != "．" && sep != "－" {
			break
		}
		if first != "" && sep != first {
			break
		}
		first = sep
		parts++
		k++
		end = r.nums[k].End
	}
	if parts == 1 {
		return false
	}
	if yearLike(n, r.s) && parts <= 3 && r.monthLike(&r.nums[r.k+1]) && (first != "-" && first != "－" || parts == 3 || leadingZero(r.s, &r.nums[r.k+1])) && (first != "/" || parts == 3 || r.nums[r.k+1].End-r.nums[r.k+1].Start <= 2) {
		r.add(Quantity{Start: n.Start, End: end, Value: n.Value, Arabic: true, Kind: "date"})
		return true
	}
	if parts == longest || parts >= 3 && !r.unitFollows(end) || parts == 2 && (first == "-" || first == "－") && leadingZero(r.s, n) && n.Value.Exponent == 0 {
		r.add(Quantity{Start: n.Start, End: end, Value: n.Value, Arabic: true, Kind: "name"})
		return true
	}
	return false
}

func (r *reader) unitFollows(i int) bool {
	e, _ := lookup(r.s, skipBlank(r.s, i))
	return e != nil
}

func (r *reader) monthLike(n *number.Number) bool {
	v, err := n.Value.Int64()
	return err == nil && v >= 1 && v <= 12 && n.Scale == 0 && n.Value.Exponent == 0
}

// clock hands out 8:30 and 08：30：15 as a date.
func (r *reader) clock(n *number.Number) bool {
	end, k := n.End, r.k
	for k+1 < len(r.nums) && k-r.k < 3 {
		m := &r.nums[k+1]
		w := hasAny(r.s, end, ":", "：")
		if w == 0 || m.Start != end+w || m.End-m.Start != 2 || m.Value.Exponent != 0 {
			break
		}
		end = m.End
		k++
	}
	if k == r.k {
		return false
	}
	v, err := n.Value.Int64()
	if err != nil || v > 24 || n.End-n.Start > 2 || n.Scale != 0 {
		return false
	}
	r.add(Quantity{Start: n.Start, End: end, Value: n.Value, Arabic: true, Kind: "date"})
	return true
}

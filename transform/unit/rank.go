package unit

import (
	"strings"

	"github.com/cockroachdb/apd/v3"
	"yiyuan/transform/number"
)

var rankUnit = Unit{Surface: "位", Code: "rank", Kind: "rank", Factor: *apd.New(1, 0)}

// rank reads 第4, 第七位, 前三, 前3位. What 第 merely numbers (第一批, 第三产业) is an ordinal, what 前 limits in time (前三季度) none.
func (r *reader) rank(n *number.Number) bool {
	i := r.blankBefore(n.Start)
	switch {
	case r.ends(i, "第"):
		return r.ordinal(n, i-len("第"))
	case r.ends(i, "前") && !n.Word && !r.precededBy(i-3, []string{"目", "之", "此", "以", "当", "提", "日", "眼", "年", "超", "空", "月", "天", "生", "面", "午", "史", "事"}):
		return r.top(n, i-len("前"))
	case !n.Arabic && r.precededBy(i, places()):
		return r.listedPlaces(n)
	}
	return false
}

// places are the verbs behind which several places are told without a 第: 分列二、三位.
var places = phrases("listing places")

// listedPlaces reads such places, each a rank of its own: 分列二三位, 列二、三位.
func (r *reader) listedPlaces(n *number.Number) bool {
	if n.Inner != "" || n.Scale != 0 {
		return false
	}
	first := Quantity{Start: n.Start, End: n.End, Value: n.Value, Unit: rankUnit, Kind: "rank", Ordinal: true}
	if w := hasAny(r.s, n.End, "位", "名"); w > 0 && n.Low != nil && n.End-n.Start == 2*len("二") {
		second := first
		first.Value, first.End = *n.Low, n.Start+len("二")
		second.Value, second.Start, second.End = *n.High, first.End, n.End+w
		r.add(first)
		r.add(second)
		return true
	}
	rest := r.ranksListed()
	if n.Low != nil || len(rest) == 0 || rest[len(rest)-1].End == r.nums[r.k+len(rest)].End {
		return false // without a 位 at the end
	}
	r.add(first)
	for _, q := range rest {
		r.add(q)
	}
	return true
}

func (r *reader) ordinal(n *number.Number, start int) bool {
	if n.Inner != "" || n.Value.Exponent < 0 || r.milestone(n) {
		return false
	}
	q := Quantity{Start: start, End: n.End, Value: n.Value, Low: n.Low, High: n.High, Unit: rankUnit, Kind: "rank", Ordinal: true, Arabic: n.Arabic}
	if rest := r.ranksListed(); len(rest) > 0 {
		r.add(q)
		for _, q := range rest {
			r.add(q)
		}
		return true
	}
	if w := hasAny(r.s, n.End, "位", "名"); w > 0 && hasAny(r.s, n.End+w, "单", "录") == 0 {
		q.End += w
		if hasAny(r.s, q.End, "党员", "书记") > 0 {
			q.Kind = "ordinal"
		}
	} else if w := hasAny(r.s, n.End, "梯队", "方阵"); w > 0 {
		q.End += w
	} else if !r.ranks(n, start) {
		q.Kind, q.Unit = "ordinal", Unit{}
		if w := hasAny(r.s, n.End, "个", "批", "届", "次", "期", "号"); w > 0 {
			q.End += w
		}
	}
	if q.Low != nil {
		q.Bound = "range"
	}
	if !n.Arabic && n.Word && q.Kind == "ordinal" && q.End == n.End && n.Value.IsZero() {
		return false
	}
	r.add(q)
	return true
}

// milestone tells of the thing or visitor by which so many have been made or have come: 第240万辆整车下线, 第100万名游客.
func (r *reader) milestone(n *number.Number) bool {
	return n.Scale >= 4 && n.Low == nil && r.ends(r.blankBefore(n.Start), "第") && hasAny(r.s, n.End, milestones()...) > 0
}

// milestones are the measure words that so many are counted by.
var milestones = phrases("milestones")

// ranksListed are the ranks behind the first of a list that says 第 and 位 but once: 第一、三、七位.
func (r *reader) ranksListed() []Quantity {
	var rest []Quantity
	end := r.nums[r.k].End
	for _, n := range r.nums[r.k+1:] {
		if r.s[end:n.Start] != "、" || n.Inner != "" || n.Low != nil || n.Scale != 0 {
			return nil
		}
		end = n.End
		q := Quantity{Start: n.Start, End: end, Value: n.Value, Unit: rankUnit, Kind: "rank", Ordinal: true, Arabic: n.Arabic}
		if w := hasAny(r.s, end, "位", "名"); w > 0 {
			q.End += w
			return append(rest, q)
		}
		rest = append(rest, q)
	}
	return nil
}

// ranks tells 居全省第一 from 第一产业 by what touches it on both sides.
func (r *reader) ranks(n *number.Number, start int) bool {
	i := skipBlank(r.s, n.End)
	if r.opens(start) && !r.closesPlaces(start) {
		last := r.last()
		return last != nil && last.Kind == "rank" && r.s[last.End:start] == "、"
	}
	if has(r.s, i, "、第") && r.ofNamed(i) {
		return false
	}
	if next := r.k + 1; next < len(r.nums) && r.s[i:r.nums[next].Start] == "、" && hasAny(r.s, r.nums[next].End, "期", "批", "届", "次", "轮") > 0 {
		return false // 第一、二期
	}
	if i >= len(r.s) || hasAny(r.s, i, "，", "。", "；", "、", ",", ";", "）", ")", "！", "\n", "”", "：", ".", "|", "》") > 0 {
		return true
	}
	if hasAny(r.s, i, "的", "大", "和", "及", "至", "—", "-", "上升", "提升", "跃", "升", "，", "且") > 0 {
		return true
	}
	if r.ofNamed(i) {
		return false
	}
	return r.precededBy(start, beforePlace())
}

// beforePlace is what stands right before a place among others.
var beforePlace = phrases("before a place")

// closesPlaces tells of the bracket that ends the name of a sort of places right before byte i: 全省县（市、区）第一.
func (r *reader) closesPlaces(i int) bool {
	return hasSuffixAny(r.s[:r.blankBefore(i)], "（市）", "（区）", "区）", "市）", "旗）", "（县）", "（州）", "(市)", "(区)")
}

// ofNamed tells of an ordinal, or of the first of a row of them, before what ordinals name: 第二、第三人民医院.
func (r *reader) ofNamed(i int) bool {
	rest := r.s[i:]
	for strings.HasPrefix(rest, "、第") {
		rest = strings.TrimLeft(rest[len("、第"):], "一二三四五六七八九十百0123456789")
	}
	return hasAny(rest, 0, numbered()...) > 0
}

// numbered are what ordinals name.
var numbered = phrases("numbered by ordinals")

// opens reports whether a clause begins at i: 第一， there opens a list.
func (r *reader) opens(i int) bool {
	b := r.blankBefore(i)
	return b == 0 || hasSuffixAny(r.s[:b], "。", "；", "，", "：", "\n", "*", "“", "、", "！", "？", "#", "-", "|", "）", "—", "\u3000", "\r")
}

// top reads 前三, 前10名, 前3位. A unit of time, weight or share behind the number is no rank.
func (r *reader) top(n *number.Number, start int) bool {
	if n.Value.Exponent < 0 || n.Scale != 0 || n.Inner != "" || n.Magnitude && n.Value.Exponent == 0 && !n.Arabic && has(r.s, n.Start, "千") {
		return false
	}
	q := Quantity{Start: start, End: n.End, Value: n.Value, Unit: rankUnit, Kind: "rank", Ordinal: true, Arabic: n.Arabic, Bound: "at_most"}
	i := skipBlank(r.s, n.End)
	if w := hasAny(r.s, i, "位", "名", "强", "列"); w > 0 {
		q.End = i + w
	} else if hasAny(r.s, i, "月", "季", "日", "年", "时", "号", "排", "后", "期", "届", "次", "轮", "批") > 0 {
		return false
	} else if e, _ := lookup(r.s, i); e != nil {
		return false
	} else if joins(r.s, i) >= 0 && n.Arabic {
		return false
	}
	r.add(q)
	return true
}

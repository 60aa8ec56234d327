package unit

import (
	"github.com/cockroachdb/apd/v3"
	"yiyuan/transform/number"
)

// trigger returns the next 首, 半, 翻 or 头把 in s[from:to], which may be a figure without a numeral, or -1.
func (r *reader) trigger(from, to int) int {
	for i := from; i < to; {
		b := r.s[i]
		if b < 0x80 {
			i++
			continue
		}
		// 首 E9 A6 96, 半 E5 8D 8A, 翻 E7 BF BB
		if i+2 < to {
			switch {
			case b == 0xE9 && r.s[i+1] == 0xA6 && r.s[i+2] == 0x96,
				b == 0xE5 && r.s[i+1] == 0x8D && r.s[i+2] == 0x8A,
				b == 0xE7 && r.s[i+1] == 0xBF && r.s[i+2] == 0xBB:
				return i
			case b == 0xE5 && r.s[i+1] == 0xA4 && r.s[i+2] == 0xB4 && has(r.s, i, firstChair):
				return i
			}
		}
		if b >= 0xE0 && b < 0xF0 {
			i += 3
		} else {
			i++
		}
	}
	return -1
}

// firstChair is what the first of a field sits on.
const firstChair = "头把交椅"

// word reads the figure that the trigger at byte i begins, if it does.
func (r *reader) word(i int) {
	r.pos = i + 3
	switch {
	case has(r.s, i, "首"):
		r.first(i)
	case has(r.s, i, "半"):
		r.halfOf(i)
	case has(r.s, i, "头"):
		r.add(Quantity{Start: i, End: i + len(firstChair), Value: *apd.New(1, 0), Unit: rankUnit, Kind: "rank", Ordinal: true})
	default:
		r.doubled(i)
	}
}

// first reads 首位, 首个, 榜首.
func (r *reader) first(i int) {
	end := i + len("首")
	start := i
	if w := hasAny(r.s, end, "位", "个", "家", "条", "座", "例", "份", "台", "套", "艘", "架", "项", "所", "只", "支", "款", "张", "部", "笔", "单", "宗", "列", "颗", "株", "片", "处", "名"); w > 0 {
		if hasAny(r.s, end, "部曲", "家庭", "条道", "位置", "单位", "列车", "名单", "项任务") > 0 {
			return
		}
		end += w
	} else if r.ends(i, "榜") || r.ends(i, "居") || r.ends(i, "之") {
		start = i - len("榜")
		if hasAny(r.s, end, "批", "次", "期", "届", "先", "富", "要", "都", "选") > 0 {
			return
		}
	} else {
		return
	}
	r.add(Quantity{Start: start, End: end, Value: *apd.New(1, 0), Unit: rankUnit, Kind: "rank", Ordinal: true})
}

// halfOf reads 半个月, 半年, 半数, 过半, 半个百分点.
func (r *reader) halfOf(i int) {
	end := i + len("半")
	switch {
	case r.ends(i, "上"), r.ends(i, "下"), r.ends(i, "前") && !r.ends(i, "提前"), r.ends(i, "后"):
		return
	case has(r.s, end, "数"):
		r.half(i, end+len("数"))
		return
	case r.ends(i, "过") && !r.ends(i-3, "超") && (r.closes(end) || hasAny(r.s, end, "的", "以") > 0) && !r.ends(i-3, "经"):
		r.add(Quantity{Start: i - 3, End: end, Value: *apd.New(50, 0), Kind: "percent", Bound: "over",
			Unit: Unit{Surface: "半", Code: "percent", Kind: "percent", Factor: *apd.New(1, 0)}})
		return
	case r.ends(i, "近") && (r.closes(end) || hasAny(r.s, end, "企业", "公司", "上市公司", "行业", "城市", "省份", "受访") > 0):
		r.half(i, end)
		return
	}
	if hasAny(r.s, end, "年", "天", "小时", "个", "月", "日", "成") == 0 || hasAny(r.s, end, "年度", "月谈", "月板", "成品", "日制", "年报", "个人", "天然") > 0 {
		return
	}
	e, uend := lookup(r.s, end)
	if has(r.s, end, "月") {
		e, uend = lookupAs(r.s, end, end, "月")
	}
	if e == nil || e.Measure || e.Kind == "money" {
		return
	}
	q := Quantity{Start: i, End: uend, Value: e.times(apd.New(5, -1)), Unit: e.Unit, Kind: kindOf(e.Unit)}
	var none number.Number
	r.bounds(&q, &none)
	r.add(q)
}

// doubled reads 翻番, 翻一番, 翻了两番, 翻倍: n times 番 is 2 to the n.
func (r *reader) doubled(i int) {
	j := i + len("翻")
	j += hasAny(r.s, j, "了")
	times := int64(1)
	if n, ok := number.At(r.s, j); ok && has(r.s, n.End, "番") {
		v, err := n.Value.Int64()
		if err != nil || v < 1 || v > 40 || n.Low != nil {
			return
		}
		times, j = v, n.End
	}
	w := hasAny(r.s, j, "番", "倍")
	if w == 0 || has(r.s, j, "番茄") {
		return
	}
	q := Quantity{Start: i, End: j + w, Value: *apd.New(1<<times, 0), Kind: "multiple",
		Unit: Unit{Surface: r.s[j : j+w], Code: "times", Kind: "times", Factor: *apd.New(1, 0)}}
	var none number.Number
	r.bounds(&q, &none)
	r.add(q)
}

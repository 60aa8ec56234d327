// Package unit turns the numerals of a text into quantities: value in the canonical unit, bound, kind and span.
//
// It walks the numerals that package number finds and looks at what touches them: units and measure words (units.csv),
// percent and fraction words before, ranges and ratios to the next numeral, ranks (第, 前, 首), bound words on both sides.
// Every decision is taken from characters that touch the figure or its unit; what needs the sentence is left to package
// figure. Regular expressions over the alternation of all units were not taken: the units are hashed by their first
// character, and only the handful that begin with it are compared.
//
// Every ASCII or full-width digit of the text comes out inside exactly one quantity, be it a date, a name (G5, 5号线) or
// a bare number, so that a caller can account for each of them.
package unit

import (
	"slices"
	"strings"
	"sync"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/number"
)

// Unit is one row of units.csv.
type Unit struct {
	Surface string // as printed: 亿元 belongs to the number and the unit is 元
	Code    string // CNY percent pp count person … of the guideline
	Kind    string // money percent pp count physical rank times duration age index
	Factor  yiyuan.Decimal
	Measure bool // a measure word such as 个 家 条, behind which the noun counted follows
}

// Quantity is one figure: its number or numbers, its unit and the bound words that touch it.
type Quantity struct {
	// Start and End are the bytes of the figure as the guideline cuts it: number and unit with inner 多, 余, 第, without
	// 近, 超, 约, 左右, 以上. Outer is the same with the bound words.
	Start, End           int
	OuterStart, OuterEnd int

	Value     yiyuan.Decimal // in the canonical unit
	Low, High *yiyuan.Decimal
	Unit      Unit
	Bound     string // exact approx nearly over at_least at_most range
	// BoundAfter tells that the bound comes from a trailing 左右 or 以上, which a list under one verb shares.
	BoundAfter bool
	Ordinal    bool // 第4, 首位, 前三
	Vague      bool // 一个, 一批: seldom a figure
	Magnitude  bool // 百亿, 万 as a number of their own
	Arabic     bool
	// Kind is amount count percent pp rank multiple physical duration ratio, or for what is no figure of the economy
	// date name ordinal age grade per, or bare where nothing but the number is known.
	Kind  string
	Ratio []yiyuan.Decimal
	Parts [][2]int // the bytes of each member of Ratio

	unit *entry // nil where none was printed
	tens int    // of 万 and 亿, which a list lends backwards
}

// Scan returns the quantities of text in order and without overlap.
func Scan(text string) []Quantity {
	in := rooms.Get().(*room)
	in.nums = number.AppendScan(in.nums[:0], text)
	r := reader{s: text, nums: in.nums, out: in.out[:0]}
	r.scan()
	out := slices.Clone(r.out)
	clear(r.out)
	in.out = r.out
	rooms.Put(in)
	return out
}

// room is where the numerals and quantities of a text are kept while it is scanned. It is kept from text to text.
type room struct {
	nums []number.Number
	out  []Quantity
}

var rooms = sync.Pool{New: func() any { return new(room) }}

func (r *reader) scan() {
	for r.k < len(r.nums) {
		n := &r.nums[r.k]
		if n.Start < r.pos {
			r.k++
			continue
		}
		if at := r.trigger(r.pos, n.Start); at >= 0 {
			r.word(at)
			continue
		}
		r.pos = n.Start
		r.number()
	}
	for {
		at := r.trigger(r.pos, len(r.s))
		if at < 0 {
			return
		}
		r.word(at)
	}
}

// reader walks the numerals of s; everything before pos is done.
type reader struct {
	s     string
	nums  []number.Number
	k     int
	pos   int
	floor int // end of the last quantity with its bound words: no word before it belongs to the next
	out   []Quantity
}

// add hands out a quantity and moves on behind it.
func (r *reader) add(q Quantity) {
	if q.Bound == "" {
		q.Bound = "exact"
	}
	if q.OuterEnd < q.End {
		q.OuterStart, q.OuterEnd = q.Start, q.End
	}
	r.share(&q)
	r.out = append(r.out, q)
	r.pos, r.floor = q.End, q.OuterEnd
	for r.k < len(r.nums) && r.nums[r.k].Start < q.End {
		r.k++
	}
}

// share lends the unit of q, and its 万 or 亿, to the bare numbers listed before it: 30、50、80亿元; 11.5和31.2个百分点; 4.1/4.6/5.2亿元. A 个
// before 个百分点 is the half of that unit: 18.7个和16.9个百分点.
func (r *reader) share(q *Quantity) {
	if q.unit == nil || !q.Arabic || q.Kind == "date" || q.Kind == "name" {
		return
	}
	next := q.Start
	for i := len(r.out) - 1; i >= 0; i-- {
		p := &r.out[i]
		half := p.Kind == "count" && p.Unit.Surface == "个" && q.Unit.Code == "pp"
		if half && r.halfUnit(p, next) {
			p.scale(q.unit)
			p.Unit, p.Kind, p.unit, p.tens = q.Unit, q.Kind, q.unit, q.tens
			next = p.Start
			continue
		}
		if p.Kind != "bare" && !half || !p.Arabic || p.End > next || p.Start == 0 || hasSuffixAny(r.s[:p.Start], "\n", "*", "（", "(", "【") {
			return
		}
		switch r.s[p.End:next] {
		case "、", "和", "与", "及":
		case "/":
			if q.Kind != "amount" {
				return // 1/6 may be a part or a day
			}
		default:
			return
		}
		if p.tens == 0 && q.tens > 0 && p.Low == nil {
			p.Value.Exponent += int32(q.tens)
		}
		p.scale(q.unit)
		p.Unit, p.Kind, p.unit, p.tens = q.Unit, q.Kind, q.unit, q.tens
		next = p.Start
	}
}

// halfUnit tells of a broken number before a bare 个, which counts nothing, where a 个百分点 follows close by: 低于全国8.3个、全省4.8个百分点.
func (r *reader) halfUnit(p *Quantity, next int) bool {
	const farthest = len("，低于全省平均")
	return p.Arabic && strings.Contains(r.s[p.Start:p.End], ".") && next-p.End <= farthest && !strings.ContainsAny(r.s[p.End:next], "。；\n")
}

// pass leaves a numeral that is no figure.
func (r *reader) pass(n *number.Number) {
	r.pos = n.End
	r.k++
}

// number reads the numeral r.nums[r.k].
func (r *reader) number() {
	n := &r.nums[r.k]
	if n.Arabic {
		if r.name(n) || r.dotted(n) || r.ratio(n) || r.clock(n) {
			return
		}
	} else if n.Word && r.percentWords(n.Start) == n.Start {
		if !r.rank(n) {
			r.pass(n)
		}
		return
	}
	if r.fraction(n) || r.span(n) || r.rank(n) {
		return
	}
	r.single(n)
}

// single reads one number with its unit, the common case.
func (r *reader) single(n *number.Number) {
	if r.figures(n) || r.perMany(n) {
		return
	}
	start := r.percentWords(n.Start)
	u, end, ok := r.unitAfter(n, start)
	if !ok {
		r.unitless(n)
		return
	}
	if r.calendar(n) {
		return
	}
	if u.Surface == "成" && (n.Value.Cmp(ten) > 0 || n.Start > 0 && isLetter(r.s[n.Start-1])) {
		r.unitless(n) // the road G42 from 成都
		return
	}
	if u.Surface == "折" && n.Value.Cmp(ten) > 0 {
		u = hundredth // 85折
	}
	q := Quantity{Start: start, End: end, Value: n.Value, Low: n.Low, High: n.High, Unit: u.Unit, Arabic: n.Arabic, Magnitude: n.Magnitude}
	q.scale(u)
	q.unit, q.tens = u, n.Scale
	q.Kind = kindOf(u.Unit)
	r.halfBehind(&q, u)
	r.cents(&q)
	r.minutes(&q)
	if !n.Arabic && !r.plausible(n, u, &q) {
		r.pass(n)
		return
	}
	if n.Low != nil {
		q.Bound = "range"
	}
	r.bounds(&q, n)
	r.finish(&q)
	if r.milestone(n) {
		q.Start = r.blankBefore(n.Start) - len("第")
		q.OuterStart = min(q.OuterStart, q.Start)
	}
	r.add(q)
}

// manys are the numbers of people that a rate of births or deaths is told for, with the part of a percent that one in so many is.
var manys = []struct {
	surface string
	part    *apd.Decimal
}{{"/10万", apd.New(1, -3)}, {"/十万", apd.New(1, -3)}, {"/万", apd.New(1, -2)}}

// perMany reads 17.6/10万: a rate, like one in ‰.
func (r *reader) perMany(n *number.Number) bool {
	for _, m := range manys {
		if !has(r.s, n.End, m.surface) {
			continue
		}
		q := Quantity{Start: n.Start, End: n.End + len(m.surface), Value: n.Value, Low: n.Low, High: n.High, Arabic: n.Arabic, Kind: "percent",
			Unit: Unit{Surface: m.surface, Code: "percent", Kind: "percent", Factor: *m.part}}
		q.scale(&entry{Unit: q.Unit})
		r.bounds(&q, n)
		r.add(q)
		return true
	}
	return false
}

// figures reads 两位数 and 三位数 of growth: at least ten, at least a hundred percent.
func (r *reader) figures(n *number.Number) bool {
	surface := "位数"
	if hasAny(r.s, n.End, "位增长", "位增幅", "位增速") > 0 {
		surface = "位"
	} else if !has(r.s, n.End, surface) {
		return false
	}
	v, err := n.Value.Int64()
	if err != nil || v < 2 || v > 3 || n.Scale != 0 {
		return false
	}
	r.add(Quantity{Start: n.Start, End: n.End + len(surface), Value: *apd.New(1, int32(v-1)), Arabic: n.Arabic, Kind: "percent", Bound: "at_least",
		Unit: Unit{Surface: surface, Code: "percent", Kind: "percent", Factor: *apd.New(1, 0)}})
	return true
}

// finish tells figures from what only looks like them.
func (r *reader) finish(q *Quantity) {
	switch {
	case q.Unit.Kind == "rank":
		q.Bound, q.Ordinal = "at_most", true
	case has(r.s, q.End, "级") && (q.Unit.Kind == "physical" || q.Unit.Kind == "money"):
		q.Kind = "grade"
	case r.ends(q.Start, "每"):
		q.Kind = "per"
	case q.Unit.Kind == "duration" && q.Unit.Surface == "周" && r.ends(q.Start, "第"):
		q.Kind = "date"
	}
}

// unitless reads a number behind which no unit stands: every Arabic one, and of the Chinese those that can only be a figure.
func (r *reader) unitless(n *number.Number) {
	if r.calendar(n) {
		return
	}
	q := Quantity{Start: n.Start, End: n.End, Value: n.Value, Low: n.Low, High: n.High, Arabic: n.Arabic, Magnitude: n.Magnitude, Kind: "bare", tens: n.Scale}
	switch {
	case has(r.s, n.End, "级") && (n.Arabic || n.Scale >= 4):
		q.Kind = "grade"
		q.End += len("级")
	case n.Arabic:
		if r.numbered(n) {
			q.Kind = "name"
			r.add(q)
			return
		}
		if has(r.s, n.End, "届") {
			q.Kind, q.End = "ordinal", n.End+len("届")
			r.add(q)
			return
		}
		if has(r.s, n.End, "周年") {
			q.Kind, q.End = "ordinal", n.End+len("周年")
			r.add(q)
			return
		}
	case n.Scale >= 8 && n.End-n.Start == len("亿"):
		if w, _ := r.boundBefore(&q, n); w == "" {
			r.pass(n)
			return
		}
	case n.Scale >= 8, n.Scale >= 4 && !n.Magnitude && n.Inner != "", n.Inner != "" && n.Scale == 0 && r.closes(n.End):
	case n.Scale >= 4 && !n.Magnitude, r.compared(&q, n):
	case r.roughly(&q, n):
	default:
		r.pass(n)
		return
	}
	if n.Low != nil {
		q.Bound = "range"
	}
	r.bounds(&q, n)
	r.add(q)
}

// roughly reports whether a round number alone is one of people (上千农民) or ends its clause (费用超千万).
func (r *reader) roughly(q *Quantity, n *number.Number) bool {
	if !n.Magnitude || n.Word || n.Value.Cmp(apd.New(1000, 0)) < 0 {
		return false
	}
	if w, _ := r.boundBefore(q, n); w == "" {
		return false
	}
	return n.Scale >= 4 && n.End-n.Start > len("万") && r.closes(n.End) ||
		hasAny(r.s, n.End, byThousands()...) > 0
}

// compared reports whether a Chinese numeral without unit is measured against: 大于二十, 五百以上.
func (r *reader) compared(q *Quantity, n *number.Number) bool {
	if n.Magnitude {
		return false
	}
	if hasAny(r.s, n.End, "以上", "以下", "或者更多") > 0 {
		return true
	}
	i := r.blankBefore(n.Start)
	for _, f := range []string{"了", "为", "有", "是"} {
		if r.ends(i, f) {
			i -= len(f)
			break
		}
	}
	return r.precededBy(i, measuredAgainst())
}

// byThousands are people whom a round number alone is of, measuredAgainst stand before what something is measured against, and numberedMeetings behind a
// 次 that counts nothing.
var byThousands, measuredAgainst, numberedMeetings = phrases("told of by thousands"), phrases("measured against"), phrases("numbered meetings")

// closes reports whether the clause ends at i.
func (r *reader) closes(i int) bool {
	return i >= len(r.s) || hasAny(r.s, i, "，", "。", "；", "、", "\n", "）", "！") > 0
}

// plausible tells whether a Chinese numeral before a unit counts or measures. 二 does not count things (二级, 二期), 一 with a
// measure word is mostly an article, and 百 千 万 alone before one mostly a turn of speech.
func (r *reader) plausible(n *number.Number, u *entry, q *Quantity) bool {
	text := r.s[n.Start:n.End]
	if u.only == "arabic" && !countsLoosely(n, r.s) && !(u.Measure && countsHundreds(n, r.s)) && !u.saysPrice(n, r.s, q.End) {
		return false
	}
	if n.Scale == 0 && n.Low == nil && n.End-n.Start >= 6 && u.Kind != "percent" && !strings.ContainsAny(text, "十百千拾佰仟廿卅点") {
		return false // 七二五所: digits read out are a name
	}
	if u.Surface == "次" && hasAny(r.s, q.End, numberedMeetings()...) > 0 {
		return false // 十届六次会议
	}
	switch text {
	case "二":
		if u.Measure || u.Kind == "duration" {
			return false
		}
	case "一":
		if u.Surface == "分钱" {
			return false // 没花一分钱
		}
		q.Vague = u.Measure || u.Code == "person" || u.Surface == "年" || u.Surface == "天" || u.Surface == "周"
	case "零", "〇", "○":
		return u.Kind != "duration" && u.Kind != "times"
	}
	if n.Magnitude && u.Surface == "倍" && strings.Trim(text, "百千万亿") == "" {
		return false // 信心百倍, 投资千亿倍增
	}
	if n.Magnitude && n.Scale == 0 && u.Kind == "duration" {
		return false // 百年, 千年
	}
	if u.Kind == "percent" && u.Surface == "成" && n.Scale == 0 {
		v, err := n.Value.Int64()
		return err != nil || v <= 10
	}
	return true
}

var ten = apd.New(10, 0)

func kindOf(u Unit) string {
	switch u.Kind {
	case "money":
		return "amount"
	case "times":
		return "multiple"
	case "index":
		return "physical"
	}
	return u.Kind
}

func (r *reader) ends(i int, word string) bool { return strings.HasSuffix(r.s[r.low(i):i], word) }

// low is the floor for looking back from i.
func (r *reader) low(i int) int { return min(r.floor, i) }

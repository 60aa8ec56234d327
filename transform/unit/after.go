package unit

import (
	"strings"
	"unicode/utf8"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/number"
)

var (
	hundredth = &entry{Unit: Unit{Surface: "百分之", Code: "percent", Kind: "percent", Factor: *apd.New(1, 0)}, plain: true}
	permille  = &entry{Unit: Unit{Surface: "千分之", Code: "percent", Kind: "percent", Factor: *apd.New(1, -1)}, tens: -1, plain: true}
	tenMille  = &entry{Unit: Unit{Surface: "万分之", Code: "percent", Kind: "percent", Factor: *apd.New(1, -2)}, tens: -2, plain: true}
)

// percentWords returns where 百分之, 千分之 or 万分之 before byte i begins, i itself where none stands there.
func (r *reader) percentWords(i int) int {
	j := i
	for j > r.low(i) && r.s[j-1] == ' ' {
		j--
	}
	for _, w := range []string{"百分之", "千分之", "万分之", "百分"} {
		if r.ends(j, w) && (w != "百分" || has(r.s, i, "百")) {
			return j - len(w)
		}
	}
	return i
}

// unitAfter returns the unit of the number n and where it ends. start is before n where the unit is 百分之.
func (r *reader) unitAfter(n *number.Number, start int) (*entry, int, bool) {
	if start < n.Start {
		switch {
		case has(r.s, start, "千"):
			return permille, n.End, true
		case has(r.s, start, "万"):
			return tenMille, n.End, true
		}
		return hundredth, n.End, true
	}
	i := skipBlank(r.s, n.End)
	e, end := r.unitAt(i, n)
	if e == nil {
		return nil, 0, false
	}
	return e, end, true
}

// unitAt reads the unit at byte i for n: one of the table, 个多月 and 个亿, a currency named behind 元, a rate such as 元/吨.
func (r *reader) unitAt(i int, n *number.Number) (*entry, int) {
	if has(r.s, i, "个") {
		if w := hasAny(r.s, i+3, "多", "半"); w > 0 {
			if e, end := lookup(r.s, i+3+w); e != nil && (e.Kind == "duration" || e.Code == "pp") {
				return e, end
			}
			if e, end := lookup(r.s, i); e != nil && end > i+3+w {
				return e, end
			}
			if e, end := lookupAs(r.s, i, i+3+w, "月"); e != nil {
				return e, end
			}
		}
		if has(r.s, i, "个亿") && hasAny(r.s, i+len("个亿"), "元以上", "元级", "以上", "级", "吨", "方", "立方", "千瓦", "斤", "公斤") == 0 && !sized(r.s, i+len("个亿")) { // 1300多个亿元以上项目, 3个亿吨级煤矿
			return r.yi(i)
		}
	}
	e, end := lookup(r.s, i)
	if e == nil || !e.fits(r.s, n) || e.noun && n.Scale >= 8 && !boxes[e.Surface] || e.Surface == "大" && has(r.s, i, "大关") {
		return nil, 0 // 产值过100亿企业 are not so many firms
	}
	if e.Kind == "money" && e.Code == "CNY" {
		e, end = r.currency(e, n, end)
	}
	return r.rate(e, i, end)
}

// boxes are the nouns that a port counts by the hundred million.
var boxes = map[string]bool{"标箱": true, "个标箱": true, "标准箱": true, "个标准箱": true, "国际标准箱": true, "个国际标准箱": true, "TEU": true}

// sized tells of the 亿元 of 6个亿元企业, which says how large each of them is.
func sized(s string, i int) bool {
	if !has(s, i, "元") {
		return false
	}
	return hasAny(s, i+len("元"), sizedBySum()...) > 0
}

// sizedBySum begin what such a sum tells the size of.
var sizedBySum = phrases("sized by a sum")

// lookupAs reads 个多月 as 个月.
func lookupAs(s string, i, j int, word string) (*entry, int) {
	if !has(s, j, word) {
		return nil, 0
	}
	e, _ := lookup("个"+word, 0)
	if e == nil {
		return nil, 0
	}
	return e, j + len(word)
}

// yi reads 个亿 as a scale of money: 三个亿, 2个亿元.
func (r *reader) yi(i int) (*entry, int) {
	end := i + len("个亿")
	e := &entry{Unit: Unit{Surface: "个亿", Code: "CNY", Kind: "money", Factor: *apd.New(1, 8)}, tens: 8, plain: true}
	if has(r.s, end, "元") {
		end += len("元")
	}
	return e, end
}

// fits applies the column only.
func (e *entry) fits(s string, n *number.Number) bool {
	if e.Kind == "rank" && n.Scale != 0 {
		return false // 百亿强县
	}
	switch e.only {
	case "scaled":
		return n.Scale >= 4 && !n.Magnitude
	case "medal":
		return n.Arabic && n.Scale == 0 && n.Value.Exponent >= 0 && medals(s, n.End+len(e.Surface))
	case "index":
		return n.Arabic && (n.Value.Exponent < 0 || n.Value.Cmp(day) > 0)
	case "arabic":
		return (n.Arabic || countsLoosely(n, s) || e.Measure && countsHundreds(n, s) || e.saysDimes(n, s)) && !(e.Surface == "国" && yearLike(n, s))
	}
	return true
}

// saysPrice reports a price in words below one yuan, or one that a 多 ends.
func (e *entry) saysPrice(n *number.Number, s string, end int) bool {
	return e.Kind == "money" && (has(s, end, "多") || e.saysDimes(n, s))
}

// saysDimes reports a price in words below one yuan, which cents or a 多 end: 一角二分, 两毛多, not 一角 of a park.
func (e *entry) saysDimes(n *number.Number, s string) bool {
	if e.Surface != "角" && e.Surface != "毛" || n.Word || n.End-n.Start != len("一") {
		return false
	}
	end := n.End + len(e.Surface)
	if has(s, end, "多") {
		return hasAny(s, end+len("多"), "一", "每", "，", "。", "；", "、", "钱") > 0 || end+len("多") == len(s)
	}
	digit := hasAny(s, end, "一", "二", "三", "四", "五", "六", "七", "八", "九")
	if digit > 0 && has(s, end+digit, "分") {
		return !has(s, end+digit, "分之")
	}
	if e.Surface != "毛" && !hasSuffixAny(s[:n.Start], dearerOrCheaper()...) {
		return false
	}
	if closes := hasAny(s, end+digit, endsOfPrices()...) > 0 || end+digit == len(s); !closes {
		return false
	}
	return digit > 0 || n.Value.Cmp(one) > 0 && n.Start > 0 && !hasSuffixAny(s[:n.Start], "第", "老", "十", "百", "、", "，", "。", "；", "：", "\n")
}

// endsOfPrices stand behind a price that people tell in 毛, dearerOrCheaper before one.
var endsOfPrices, dearerOrCheaper = phrases("ends of prices"), phrases("dearer or cheaper")

// one is what a price of 毛 in words is more than: 降了两毛, and no name as 一毛.
var one = apd.New(1, 0)

// countsHundreds reports a Chinese numeral of so many hundreds, thousands or myriads, which is no part of a word or a name as smaller ones
// are: 三百口, 五千门, 二十万头.
func countsHundreds(n *number.Number, s string) bool {
	text := s[n.Start:n.End]
	digit, size := utf8.DecodeRuneInString(text)
	return len(text) > size && strings.ContainsRune("一二三四五六七八九两", digit) && strings.ContainsAny(text[size:], "百千万")
}

// countsLoosely reports a Chinese numeral with 余 or 多 at its end, or a round one that is passed or all but reached. It counts (百余部影片,
// 近千部影片) where the bare one is mostly a word or
// a name (十部, 三国, 七里).
func countsLoosely(n *number.Number, s string) bool {
	if n.Magnitude && hasSuffixAny(s[:n.Start], "近", "逾", "超", "超过", "上") && !hasSuffixAny(s[:n.Start], "以上", "附近", "之上") {
		return true
	}
	if n.End-n.Start >= longNumeral && strings.Count(s[n.Start:n.End], "百")+strings.Count(s[n.Start:n.End], "千")+strings.Count(s[n.Start:n.End], "万") > 0 {
		return true // 案件二百一十八起
	}
	return n.Inner == "over" && (strings.HasSuffix(s[:n.End], "余") || strings.HasSuffix(s[:n.End], "多"))
}

// longNumeral is how many bytes a number in words has at least that is no turn of speech.
const longNumeral = 4 * len("二")

// day is the last hour: 24点 is a time, 25点 a reading of an index.
var day = apd.New(24, 0)

// medals reports whether the tally of a games goes on or ends at i: 3金1银2铜.
func medals(s string, i int) bool {
	return i >= len(s) || s[i]-'0' <= 9 || hasAny(s, i, "，", "、", "。", "；", "的", "”", " ") > 0
}

// currency reads the name of a currency behind 元 or before the number: 9000元日币, 港币2960元.
func (r *reader) currency(e *entry, n *number.Number, end int) (*entry, int) {
	if f, fend := lookup(r.s, end); f != nil && f.Kind == "money" && f.Surface != "元" && f.Surface != "角" && f.Surface != "圆" {
		return f, fend
	}
	j := n.Start
	for j > r.low(n.Start) && r.s[j-1] == ' ' {
		j--
	}
	for _, name := range currencies() {
		if r.ends(j, name) {
			f, _ := lookup(name, 0)
			return f, end
		}
	}
	return e, end
}

// currencies are names that stand before the number.
var currencies = phrases("currencies before a sum")

// rate reads what stands behind a slash: 元/吨 stays money, 万吨/年 and 公斤/亩 a weight; any other quotient is other.
func (r *reader) rate(e *entry, start, end int) (*entry, int) {
	w := hasAny(r.s, end, "/", "／")
	if w == 0 || e.Kind == "percent" {
		return e, end
	}
	j := end + w
	j += hasAny(r.s, j, "百", "万", "千", "亿", "每")
	f, fend := lookup(r.s, j)
	if f == nil {
		if fw := hasAny(r.s, j, "年", "月", "日", "天", "次", "年·人", "人", "辆", "标煤", "秒", "时", "a", "d", "h", "s"); fw > 0 {
			f, fend = &entry{Unit: Unit{Kind: "duration"}}, j+fw
		} else {
			return e, end
		}
	}
	if w := hasAny(r.s, fend, "/月", "/年", "/日", "/天", "/次", "／月", "／年"); w > 0 {
		fend += w // 610元/人/月
	}
	out := *e
	out.Surface = r.s[start:fend]
	out.Measure = false
	yield := (e.Code == "tonne" || e.Code == "kg") && (f.Code == "mu" || f.Code == "ha")
	if e.Kind != "money" && f.Kind != "duration" && !yield {
		out.Code = "other"
		out.Factor, out.tens, out.plain = *apd.New(1, 0), 0, true
		if e.Code == "count" || e.Code == "person" {
			out.Kind = "physical"
		}
	}
	return &out, fend
}

// halfBehind adds the half of 一年半, 三成半, 两个半月, 三个月半 to q.
func (r *reader) halfBehind(q *Quantity, e *entry) {
	half := false
	if inner := r.s[q.Start:q.End]; e.Code == "month" || e.Code == "hour" || e.Code == "pp" {
		half = contains(inner, "个半")
	}
	if !half && has(r.s, q.End, "半") && hasAny(r.s, q.End+3, "导", "程", "径", "山", "岛", "成品", "年", "月", "数", "小", "日") == 0 {
		switch e.Kind {
		case "duration", "times", "percent":
			if e.Surface == "年" || e.Surface == "个月" || e.Surface == "成" || e.Surface == "倍" || e.Surface == "天" || e.Surface == "小时" {
				half = true
				q.End += len("半")
			}
		case "physical":
			if halved := e.Surface == "亩" || e.Surface == "公里" || e.Surface == "里" || e.Surface == "吨" || e.Surface == "斤"; halved && hasAny(r.s, q.End+3, "旱", "坡", "荒", "干", "湿") == 0 {
				half = true // 两亩半
				q.End += len("半")
			}
		}
	}
	if half {
		h := e.times(apd.New(5, -1))
		q.plus(&h)
		return
	}
	if e.Surface == "成" {
		r.tenthBehind(q)
	}
}

// tenthBehind reads the second digit of 七成六.
func (r *reader) tenthBehind(q *Quantity) {
	if r.k+1 >= len(r.nums) {
		return
	}
	m := &r.nums[r.k+1]
	if m.Arabic || m.Word || m.Start != skipBlank(r.s, q.End) || m.End-m.Start != 3 || m.Magnitude || m.Start > q.End && !r.closes(m.End) {
		return
	}
	if e, _ := lookup(r.s, m.End); e != nil {
		return
	}
	if v, err := m.Value.Int64(); err == nil && v > 0 && v < 10 {
		q.plus(apd.New(v, 0))
		q.End = m.End
	}
}

// cents adds 角 and 分 behind 元: 五元三毛.
func (r *reader) cents(q *Quantity) {
	r.tenthSaid(q)
	exp := int32(-1)
	switch q.Unit.Surface {
	case "元", "块":
	case "角", "毛":
		exp = -2 // 一角二分
	default:
		return
	}
	for k := r.k + 1; k < len(r.nums) && r.nums[k].Start == q.End; k++ {
		m := &r.nums[k]
		w := 0
		if exp == -1 {
			w = hasAny(r.s, m.End, "角", "毛")
		}
		if w == 0 {
			w = hasAny(r.s, m.End, "分")
			exp = -2
		}
		v, err := m.Value.Int64()
		if w == 0 || err != nil || v < 0 || v > 9 {
			return
		}
		q.plus(apd.New(v, exp))
		q.End = m.End + w
		exp--
	}
}

// tenthSaid adds the digit that people end a price with: 4块5, 6毛2.
func (r *reader) tenthSaid(q *Quantity) {
	dime := q.Unit.Surface == "毛"
	yuan, _ := lookup("块钱", 0)
	if q.Unit.Surface == "块" && has(r.s, q.End, "多") && hasAny(r.s, q.End+len("多"), "，", "。", "；", "、", "钱") > 0 {
		q.Unit, q.unit, q.Kind = yuan.Unit, yuan, kindOf(yuan.Unit) // 高出1块多
		return
	}
	if !dime && q.Unit.Surface != "块" || r.k+1 >= len(r.nums) || r.nums[r.k+1].Start != q.End {
		return
	}
	m := &r.nums[r.k+1]
	v, err := m.Value.Int64()
	if err != nil || v < 1 || v > 9 || m.Magnitude || !r.closes(m.End) && hasAny(r.s, m.End, "”", "一", "每", "的", " ", "涨", "跌", "降", "升", "左右", "上下") == 0 {
		return
	}
	exp := int32(-1)
	if dime {
		exp = -2
	}
	q.plus(apd.New(v, exp))
	q.Unit, q.unit, q.End, q.Kind = yuan.Unit, yuan, m.End, kindOf(yuan.Unit)
}

// minutes adds the minutes behind hours: 2小时41分钟 is 161 of them.
func (r *reader) minutes(q *Quantity) {
	if q.Unit.Code != "hour" || !strings.HasSuffix(q.Unit.Surface, "小时") || q.Low != nil || r.k+1 >= len(r.nums) || r.nums[r.k+1].Start != q.End {
		return
	}
	m := &r.nums[r.k+1]
	w := hasAny(r.s, m.End, "分钟")
	if w == 0 && hasAny(r.s, m.End, "分之", "分数", "分布") == 0 {
		w = hasAny(r.s, m.End, "分")
	}
	v, err := m.Value.Int64()
	if w == 0 || err != nil || v < 0 || v > 59 {
		return
	}
	minute, _ := lookup("分钟", 0)
	var hours yiyuan.Decimal
	wide.Mul(&hours, &q.Value, apd.New(60, 0))
	q.Value, q.Unit, q.unit, q.End = hours, minute.Unit, minute, m.End+w
	q.plus(apd.New(v, 0))
}

func (q *Quantity) plus(d *yiyuan.Decimal) {
	var v yiyuan.Decimal
	wide.Add(&v, &q.Value, d)
	q.Value = v
}

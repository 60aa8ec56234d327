package unit

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/number"
)

// boundWord is a word that touches a figure and says how exactly it is meant. A figure may stand between some and a filler
// (超过了, 约为). Not: characters before it that make another word of it (附近, 赶超).
type boundWord struct {
	word, bound string
	not         []string
}

// tags are what an HTML tag may end in: its > is no bound.
var tags = strings.Split("abcdefghijklmnopqrstuvwxyz/\"", "")

// boundsEnding are the words of boundsBefore by their last byte.
var boundsEnding = func() (by [256][]*boundWord) {
	for i := range boundsBefore {
		w := boundsBefore[i].word
		by[w[len(w)-1]] = append(by[w[len(w)-1]], &boundsBefore[i])
	}
	return by
}()

// peaks stand before a 最高 or 最长 that tells what was reached and bounds nothing: 单日最高4.6万人次.
var peaks = phrases("reached at most")

// The longest words come first.
var boundsBefore = []boundWord{
	{"大于或者等于", "at_least", nil}, {"小于或者等于", "at_most", nil}, {"大于或等于", "at_least", nil}, {"小于或等于", "at_most", nil},
	{"大于等于", "at_least", nil}, {"小于等于", "at_most", nil},
	{"不得低于", "at_least", nil}, {"不得少于", "at_least", nil}, {"不得超过", "at_most", nil}, {"不得高于", "at_most", nil},
	{"不会低于", "at_least", nil}, {"不会少于", "at_least", nil}, {"不会超过", "at_most", nil}, {"不会高于", "at_most", nil}, {"不会多于", "at_most", nil},
	{"不低于", "at_least", nil}, {"不少于", "at_least", nil}, {"不小于", "at_least", nil}, {"不下于", "at_least", nil}, {"不下", "at_least", nil}, {"不亚于", "at_least", nil},
	{"不超过", "at_most", nil}, {"不高于", "at_most", nil}, {"不大于", "at_most", nil}, {"不多于", "at_most", nil}, {"不超", "at_most", nil}, {"未超过", "at_most", nil},
	{"至少", "at_least", nil}, {"最少", "at_least", nil}, {"最低", "at_least", nil}, {"起码", "at_least", nil},
	{"至多", "at_most", nil}, {"顶多", "at_most", nil}, {"最长", "at_most", nil}, {"最迟", "at_most", nil}, {"最晚", "at_most", nil}, {"不及", "at_most", nil},
	{"不过", "at_most", []string{"，", "。", "；", ",", "\n", "“", "只", "超", "想", "越", "通", "经", "再", "难", "莫", "瞒", "好"}},
	{"少说也有", "at_least", nil}, {"少说", "at_least", nil}, {"不止", "over", nil}, {"刚过", "over", nil}, {"刚刚过", "over", nil}, {"最多", "at_most", nil}, {"最高", "at_most", nil}, {"不足", "at_most", nil}, {"不到", "at_most", nil}, {"不满", "at_most", nil}, {"未到", "at_most", nil},
	{"跌破", "at_most", nil}, {"失守", "at_most", nil}, {"降破", "at_most", nil},
	{"低于", "at_most", []string{"高"}}, {"少于", "at_most", nil}, {"小于", "at_most", nil},
	{"大大超过", "over", nil}, {"已超过", "over", nil}, {"超过", "over", nil}, {"突破", "over", nil}, {"已过", "over", []string{"早", "经"}}, {"均过", "over", []string{"人", "平"}}, {"跨过", "over", nil}, {"要过", "over", nil}, {"将过", "over", nil}, {"能过", "over", nil}, {"跨越", "over", nil}, {"迈过", "over", nil}, {"站上", "over", nil},
	{"高于", "over", nil}, {"大于", "over", nil}, {"多于", "over", nil}, {"高出", "", nil}, {"逾", "over", nil}, {"超", "over", []string{"赶", "反", "高"}}, {"破", "over", []string{"突", "打", "爆", "侦"}},
	{"将近", "nearly", nil}, {"接近", "nearly", nil}, {"近乎", "nearly", nil}, {"几乎", "nearly", nil},
	{"近", "nearly", []string{"附", "邻", "临", "靠", "最", "亲", "新", "相", "远", "就", "贴", "较", "拉", "渐"}},
	{"大约", "approx", nil}, {"大概", "approx", nil}, {"损失约", "approx", nil}, {"约", "approx", []string{"节", "集", "签", "公", "条", "预", "合", "制", "契", "违", "特", "续", "简", "邀", "履", "失", "立", "解", "相"}},
	{"大致", "approx", nil},
	{">=", "at_least", nil}, {"<=", "at_most", nil}, {"≥", "at_least", nil}, {"≤", "at_most", nil}, {">", "over", tags}, {"<", "at_most", nil}, {"＞", "over", nil}, {"＜", "at_most", nil}, {"≈", "approx", nil},
	{"高达", "exact", nil}, {"多达", "exact", nil},
}

// sums end the names of quantities before a 过 that says that they have passed a mark.
var sums = phrases("sums passing a mark")

// fillers may stand between a bound word and the figure.
var fillers = []string{"了", "为", "有", "是", "达到", "达", "到", "占"}

type afterWord struct{ word, bound string }

var boundsAfter = []afterWord{
	{"（含）以上", "at_least"}, {"(含)以上", "at_least"}, {"及以上", "at_least"}, {"或以上", "at_least"}, {"或者更多", "at_least"}, {"及其以上", "at_least"},
	{"（含）以下", "at_most"}, {"(含)以下", "at_most"}, {"及以下", "at_most"}, {"或以下", "at_most"}, {"或者更少", "at_most"},
	{"还挂零", "over"}, {"挂零", "over"}, {"还多", "over"}, {"还出头", "over"}, {"封顶", "at_most"}, {"左右", "approx"}, {"上下", "approx"}, {"前后", "approx"}, {"以上", "over"}, {"之上", "over"}, {"以内", "at_most"}, {"之内", "at_most"}, {"以下", "at_most"}, {"之下", "at_most"},
	{"有余", "over"}, {"之多", "exact"}, {"出头", "over"}, {"开外", "over"},
}

// bounds finds the bound of q: the word before decides, then the word behind, then 多 and its like inside.
func (r *reader) bounds(q *Quantity, n *number.Number) {
	many := r.manyBehind(q)
	q.OuterStart, q.OuterEnd = q.Start, q.End
	bound := ""
	if w, at := r.boundBefore(q, n); at >= 0 {
		bound, q.OuterStart = w, at
	}
	after, end := r.boundAfter(q)
	if end > q.End {
		q.OuterEnd = end
		if bound == "" || bound == "exact" {
			bound = after
			q.BoundAfter = after != "" && after != "exact"
		}
	}
	if bound == "" || (bound == "approx" || bound == "exact") && n.Inner == "over" {
		bound = n.Inner // 约200多家
	}
	if bound == "" {
		bound = r.compares(q)
	}
	if bound == "" && r.nextStep(q) {
		bound = "over"
	}
	if bound == "" && (many || contains(r.s[q.Start:q.End], "个多")) {
		bound = "over"
	}
	if q.Bound == "range" {
		return
	}
	q.Bound = bound
}

// pastOtherMeasure is where a figure ends with the bracket that names another measure word for the same things: 600万头（只）以上.
func (r *reader) pastOtherMeasure(q *Quantity) int {
	for _, b := range []struct{ open, shut string }{{"（", "）"}, {"(", ")"}} {
		inner, ok := strings.CutPrefix(r.s[q.End:], b.open)
		if word, _, closed := strings.Cut(inner, b.shut); ok && closed && q.Unit.Measure && utf8.RuneCountInString(word) == 1 && word != "含" {
			return q.End + len(b.open+word+b.shut)
		}
	}
	return q.End
}

// nextStep reads the second of two marks that one verb passes: 跨越3000亿、5000亿两大台阶.
func (r *reader) nextStep(q *Quantity) bool {
	last := r.last()
	if last == nil || last.Bound != "over" || last.End > q.Start || r.s[last.End:q.Start] != "、" {
		return false
	}
	after := r.s[q.End:min(len(r.s), q.End+len("两个大台阶"))]
	return contains(after, "台阶") || contains(after, "大关")
}

func (r *reader) boundBefore(q *Quantity, n *number.Number) (string, int) {
	i := r.blankBefore(q.Start)
	if w, at := r.boundWordBefore(i, q, n); at >= 0 {
		return w, at
	}
	for _, f := range fillers {
		if r.ends(i, f) {
			return r.boundWordBefore(r.blankBefore(i-len(f)), q, n)
		}
	}
	return "", -1
}

func (r *reader) boundWordBefore(i int, q *Quantity, n *number.Number) (string, int) {
	var ending []*boundWord
	if i > 0 {
		ending = boundsEnding[r.s[i-1]]
	}
	for _, b := range ending {
		if !r.ends(i, b.word) {
			continue
		}
		at := i - len(b.word)
		if r.precededBy(at, b.not) || strings.HasPrefix(b.word, "最") && r.precededBy(at, peaks()) {
			return "", -1
		}
		if b.word == "近" && q.Unit.Kind == "duration" && !r.precededBy(at, []string{"时", "达", "间", "了", "过", "隔", "期", "续"}) {
			return "", -1 // 近五年 is a time, not a figure
		}
		return b.bound, at
	}
	if n != nil && r.ends(i, "过") && r.precededBy(i-len("过"), sums()) {
		return "over", i - len("过") // 贷款余额过6亿元, 占比过四成
	}
	if n != nil && n.Magnitude {
		switch {
		case r.ends(i, "过") && !r.precededBy(i-3, []string{"经", "通", "不", "度"}):
			return "over", i - 3
		case r.ends(i, "上") && !r.precededBy(i-3, []string{"以", "网", "线", "市", "海", "岸", "地", "水", "身", "晚", "早", "加", "之", "规"}):
			return "over", i - 3
		}
	}
	return "", -1
}

// compares reads 比四分之一大, 比50小.
func (r *reader) compares(q *Quantity) string {
	if q.Kind != "bare" && q.Unit.Kind != "percent" || !r.ends(q.Start, "比") {
		return ""
	}
	w := hasAny(r.s, q.End, "大", "小", "高", "低", "多", "少")
	if w == 0 || !r.closes(q.End+w) && hasAny(r.s, q.End+w, "的", " ") == 0 {
		return ""
	}
	q.OuterStart, q.OuterEnd = q.Start-len("比"), q.End+w
	if hasAny(r.s, q.End, "大", "高", "多") > 0 {
		return "over"
	}
	return "at_most"
}

// manyBehind takes the 多 of 一年多 and 三公里多 into q.
func (r *reader) manyBehind(q *Quantity) bool {
	switch q.Unit.Kind {
	case "duration", "times", "percent", "physical", "money":
	default:
		return false
	}
	if !has(r.s, q.End, "多") || hasAny(r.s, q.End+3, "个", "家", "元化", "种", "项", "样", "点", "方", "云", "条", "次", "维", "边", "层", "功", "式", "渠", "于", "多") > 0 {
		return false
	}
	q.End += len("多")
	q.Vague = false
	return true
}

func (r *reader) precededBy(i int, words []string) bool {
	for _, w := range words {
		if r.ends(i, w) {
			return true
		}
	}
	return false
}

func (r *reader) blankBefore(i int) int {
	for i > r.low(i) && r.s[i-1] == ' ' {
		i--
	}
	return i
}

func (r *reader) boundAfter(q *Quantity) (string, int) {
	i := skipBlank(r.s, r.pastOtherMeasure(q))
	for _, b := range boundsAfter {
		if has(r.s, i, b.word) {
			if b.word == "上下" && hasAny(r.s, i+len(b.word), "游", "班", "级", "联", "车", "册", "水", "楼", "半") > 0 {
				return "", 0
			}
			if b.word == "前后" && q.Unit.Kind != "money" && q.Unit.Kind != "percent" || b.word == "之下" && q.Unit.Kind == "" {
				return "", 0
			}
			return b.bound, i + len(b.word)
		}
	}
	switch q.Unit.Kind {
	case "duration":
		if has(r.s, i, "内") && hasAny(r.s, i+3, "部", "外", "容", "需", "生") == 0 {
			return "at_most", i + len("内")
		}
	case "money":
		if has(r.s, i, "起") && r.closes(i+len("起")) {
			return "at_least", i + len("起") // 月薪2200元起
		}
	case "percent":
		if (q.Unit.Surface == "分之" || q.Unit.Surface == "成") && has(r.s, i, "强") && hasAny(r.s, i, "强化", "强于", "强制", "强势", "强劲", "强的") == 0 {
			return "over", i + len("强")
		}
	}
	return "", 0
}

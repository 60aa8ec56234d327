package period

import "unicode/utf8"

// The gate keeps the scan fast: most characters that can open an expression open none (一个, 和企业, 上市), and the
// character behind tells. pairs lists for each opener what may follow; # stands for a numeral, _ for a blank.
var pairs = [...]struct{ open, next string }{
	{"〇○零一二三四五六七八九十两仨", "#_年月日号季个世至到—–－～―─-~、和与多余来半后前内间0O"},
	{"今", "年明后天日晚晨早"}, {"昨", "天日晚夜"}, {"去", "年今冬"}, {"前", "#_年半天"}, {"明", "年"}, {"后", "年半"}, {"本", "年月季届世周星"},
	{"上", "#年月半个上世季周星制榨"}, {"周", "一二三四五六日涨跌出成均销"}, {"双", "1十"}, {"下", "#年月半个下季"}, {"当", "年月前季"}, {"次", "年月"}, {"翌", "年"}, {"是", "年"}, {"全", "年月季周"},
	{"这", "#个"}, {"该", "年"}, {"年", "底末初内终均平"}, {"岁", "末初"}, {"月", "末底初均平"}, {"首", "季月#"}, {"第", "#"},
	{"头", "#"}, {"新", "世年时"}, {"开", "年"}, {"截", "至止"}, {"目", "前"}, {"现", "在今"}, {"眼", "下"}, {"如而", "今"}, {"迄", "今"}, {"至", "今"},
	{"环", "比"}, {"同", "年月比期"}, {"近", "#_年几"}, {"最", "近"}, {"过", "去"}, {"未", "来"}, {"往", "年后"}, {"以", "往"},
	{"多", "年"}, {"历", "年"}, {"长", "期"}, {"连", "续"}, {"每", "年月天日季个周"}, {"日", "均平"}, {"半", "年"}, {"平", "均"},
	{"相", "比"}, {"其", "间"}, {"“‘＂「\"", "#"}, {"“", "春清端中国元大文"}, {"自", "从"}, {"比", "较"}, {"较", "之于"}, {"到", "目"}, {"元", "旦月"}, {"除", "夕"}, {"大", "年跃"}, {"正", "月"}, {"春", "节运"}, {"清", "明"}, {"端", "午"}, {"中", "秋报"}, {"国", "庆民"}, {"文", "化革"}, {"劳", "动"}, {"Q", "1234１２３４"},
}

// leads are the words of one character before an expression; what stands behind them must pass the gate itself.
const leads = "到至从自由比较与和跟同"

// closers are the characters behind a run of digits that is part of a time.
const closers = "年月日号季个世至到—–－～―─-~/.、和与多余来半后前内间天 \t\u00a0\u3000"

const han = "〇○零一二三四五六七八九十两仨几0123456789０１２３４５６７８９"

type runeSet [1024]uint64

func (s *runeSet) set(r rune) { s[r>>6] |= 1 << (r & 63) }

func (s *runeSet) add(words string) {
	for _, r := range words {
		s.set(r)
	}
}

// headsOf are the characters that words begin with. At most places of a text none of them stands, and no word has to be looked for.
func headsOf(words ...string) *runeSet {
	s := &runeSet{}
	for _, w := range words {
		s.set(runeAt(w, 0))
	}
	return s
}

func (s *runeSet) has(r rune) bool { return r < 1<<16 && s[r>>6]&(1<<(r&63)) != 0 }

var (
	opens, leading, closes runeSet
	// followed holds the pairs hashed into 64K bits; a collision only costs a vain attempt.
	followed runeSet
)

func pairHash(a, b rune) rune { return (a*31 + b*7) & 0xFFFF }

func init() {
	leading.add(leads)
	opens.add(leads)
	closes.add(closers)
	for _, p := range pairs {
		opens.add(p.open)
		for _, a := range p.open {
			for _, b := range p.next {
				switch b {
				case '#':
					for _, n := range han {
						followed.set(pairHash(a, n))
					}
				case '_':
					for _, n := range " \t\u00a0\u3000" {
						followed.set(pairHash(a, n))
					}
				default:
					followed.set(pairHash(a, b))
				}
			}
		}
	}
}

// gate reports whether an expression may open with the character r of width w at i.
func gate(s string, i int, r rune, w int) bool { return gateBehind(s, i, r, w, 3) }

// gateBehind is gate where at most so many more leads stand in a row: 至至至… opens nothing.
func gateBehind(s string, i int, r rune, w, leads int) bool {
	j := i + w
	next, nw := utf8.DecodeRuneInString(s[j:])
	if followed.has(pairHash(r, next)) {
		return true
	}
	if !leading.has(r) || leads == 0 {
		return false
	}
	for next == ' ' || next == '\u3000' {
		j += nw
		next, nw = utf8.DecodeRuneInString(s[j:])
	}
	if next >= '0' && next <= '9' || next >= '０' && next <= '９' {
		return digitsGate(s, j)
	}
	return opens.has(next) && gateBehind(s, j, next, nw, leads-1)
}

// digitsGate reports whether the run of digits at i may be part of a time.
func digitsGate(s string, i int) bool {
	j, digits := i, 0
	for {
		_, w := digitAt(s, j)
		if w == 0 {
			break
		}
		j += w
		digits++
	}
	if n := j - i; n == 8 || j == len(s) {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s[j:])
	return closes.has(r) && (r != '.' || digits == 4) // 2023.5.1, not a fraction
}

package segment

import (
	"strings"
	"unicode/utf8"
)

// Kind says what a line is by its layout.
type Kind uint8

const (
	Paragraph Kind = iota
	Heading        // stands alone and rules what follows
	Item           // opens with a list mark: 1. ① —— •
	Row            // of a table, or numbers in columns
	RowHead        // the column heads of a table
)

func (k Kind) String() string {
	return [...]string{"paragraph", "heading", "item", "row", "row head"}[k]
}

// Line is one line that holds text. Text[Start:Mark] is its list mark (（一）, 3., ##, ——), whose digits are an ordinal;
// text[Mark:Lead] the heading a paragraph opens with (**强化创新主体地位。**), empty where there is none; text[Lead:End]
// the rest. A line of kind Heading is all head: Lead is End.
type Line struct {
	Start, Mark, Lead, End int
	Kind                   Kind
	// Level is the depth of a heading, or of the numbered heading a paragraph opens with: 0 the title and the lines
	// about it, 1 for 一、 2 for （一） 3 for 1. 4 for （1）. It is -1 where a line heads nothing. A heading without number
	// takes the depth at which its style (#, bold, 【】, plain) was first met.
	Level int
}

// Lines returns the lines of text that are not blank, in order. Rules made of dashes are left out.
func Lines(text string) []Line {
	lines := make([]Line, 0, 1+len(text)/150)
	o := outline{front: true}
	for pos := 0; pos < len(text); {
		next := len(text)
		if n := strings.IndexByte(text[pos:], '\n'); n >= 0 {
			next = pos + n + 1
		}
		start, end := withinBars(text, pos, next)
		pos = next
		if start == end {
			continue
		}
		if ruled(text[start:end]) {
			if n := len(lines); n > 0 && text[start] == '|' && lines[n-1].Kind == Row {
				lines[n-1].Kind = RowHead
			}
			continue
		}
		l := o.read(text, start, end)
		if l.Kind == Row {
			head(text, lines)
		}
		lines = append(lines, l)
	}
	return folded(text, lines)
}

// withinBars trims a line, and takes off the bars of a row whose only cell holds sentences: an article that its page has laid out as a table.
func withinBars(text string, from, to int) (start, end int) {
	start, end = trim(text, from, to)
	s := text[start:end]
	if len(s) < 2 || s[0] != '|' || s[len(s)-1] != '|' || strings.IndexByte(s[1:len(s)-1], '|') >= 0 {
		return start, end
	}
	if inner := s[1 : len(s)-1]; !longer(inner, longestPlain) || !stopsIn(inner) {
		return start, end
	}
	return trim(text, start+1, end-1)
}

// head turns the lines right before a first row into the head of its table.
func head(text string, lines []Line) {
	for n := len(lines) - 1; n >= 0 && n >= len(lines)-headLines && headsColumns(text, lines[n]); n-- {
		lines[n].Kind, lines[n].Level, lines[n].Lead = RowHead, -1, lines[n].Mark
	}
}

// headLines is how many lines the head of a table has at most: its unit, and heads of columns that go on in a second and third line.
const headLines = 3

// headsColumns reports whether the line before a row names its columns (指标 绝对数 比上年增长%) or its unit (单位：亿元).
func headsColumns(text string, l Line) bool {
	s := text[l.Mark:l.End]
	if l.Kind == Row || l.Kind == RowHead || len(s) > 240 || stopsIn(s) || hasClauses(s) {
		return false
	}
	return strings.HasPrefix(s, "单位") || l.Kind == Item && strings.HasPrefix(s, "其中") || l.Level != 0 && l.Kind == Item && strings.ContainsAny(s, " \u3000")
}

// Headings no longer than this many code points stand alone; longer ones are sentences.
const (
	longestPlain    = 40
	longestNumbered = 60
	longestItem     = 30
)

// outline is what has been seen of the document's headings.
type outline struct {
	front    bool // nothing but title lines so far
	depth    int  // of the last numbered heading
	styles   [styleCount]int
	ordinals [5]int // the last number of each level, to tell 44.15分钟生活圈 from 44.15
}

type style uint8

const (
	plain style = iota
	bold
	boxed // 【】
	hashed
	styleCount = hashed + 6
)

func (o *outline) read(text string, start, end int) Line {
	l := Line{Start: start, Mark: start, Lead: start, End: end, Level: -1}
	s := text[start:end]
	if barred(s) {
		l.Kind, o.front = Row, false
		return l
	}
	m := o.mark(s)
	l.Mark = start + m.n
	l.Lead = l.Mark
	body := s[m.n:]
	switch {
	case columns(s):
		l.Kind, o.front = Row, false
		return l
	case o.front && m.dashed && standsAlone(body, mark{style: bold}):
		l.Kind, l.Level, l.Lead = Heading, 0, end
		return l
	case standsAlone(body, m):
		l.Kind, l.Level, l.Lead = Heading, o.place(m), end
		return l
	}
	if n := leadIn(body, m); n > 0 && (m.level > 0 || m.style != plain) {
		l.Lead = l.Mark + n
		l.Level = o.place(m)
	}
	if m.item {
		l.Kind = Item
	}
	if longer(body, longestPlain) {
		o.front = false
	}
	return l
}

// place gives a heading its depth and remembers it.
func (o *outline) place(m mark) int {
	if m.level > 0 {
		o.front = false
		o.depth = m.level
		return m.level
	}
	if o.front {
		return 0
	}
	if o.styles[m.style] == 0 {
		o.styles[m.style] = min(o.depth+1, 4)
	}
	o.depth = o.styles[m.style]
	return o.depth
}

// standsAlone reports whether a line is a heading: short, and no sentence.
func standsAlone(body string, m mark) bool {
	body = strings.TrimRight(body, "*")
	limit := longestPlain
	if m.level > 0 || m.style != plain {
		limit = longestNumbered
	}
	if longer(body, limit) || !han(body) {
		return false
	}
	inner := body
	if m.level == 1 || m.level == 2 || m.style >= hashed {
		inner = strings.TrimSuffix(body, "。")
	}
	if m.bullet || stopsIn(inner) || m.level == 0 && m.style == plain && endsOpen(inner) {
		return false
	}
	if m.level == 0 && numeric(body) {
		return false
	}
	return m.level < 3 || !m.item || !longer(body, longestItem)
}

// han reports a character of the CJK range. A picture's address or a lone sign heads nothing.
func han(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0xE4 && s[i] <= 0xE9 {
			return true
		}
	}
	return false
}

// longer reports more than n code points, without counting those of a long line.
func longer(s string, n int) bool {
	return len(s) > n*utf8.UTFMax || utf8.RuneCountInString(s) > n
}

// stopsIn reports a full stop or semicolon: what has one is prose. Question and exclamation marks are met in headings.
func stopsIn(s string) bool {
	return strings.Contains(s, "。") || strings.Contains(s, "；") || strings.IndexByte(s, ';') >= 0
}

// endsOpen reports an ending that announces more, or that closes a sentence or speech.
func endsOpen(s string) bool {
	for _, c := range [...]string{"：", ":", "，", ",", "！", "!", "、", "……"} {
		if strings.HasSuffix(s, c) {
			return true
		}
	}
	return strings.HasSuffix(s, "”") && strings.HasPrefix(s, "“")
}

// leadIn returns the length of the heading a paragraph opens with: what is bold, or a first sentence short enough.
func leadIn(body string, m mark) int {
	if m.style == bold {
		if n := strings.Index(body, "**"); n > 0 && !longer(body[:n], longestNumbered) {
			n += 2
			if strings.HasPrefix(body[n:], "。") {
				n += len("。")
			}
			return n
		}
		return 0
	}
	if m.style == boxed {
		return 0
	}
	n := strings.Index(body, "。")
	if n <= 0 || longer(body[:n], longestPlain) || n+len("。") == len(body) {
		return 0
	}
	if strings.Contains(body[:n], "；") || figured(body[:n]) {
		return 0
	}
	return n + len("。")
}

// figured reports an Arabic digit: a first sentence with a figure is content, not a heading.
func figured(s string) bool {
	for i := 0; i < len(s); i++ {
		if digit(s[i]) || wideDigit(s, i) {
			return true
		}
	}
	return false
}

// barred reports a table row whose cells stand between bars or tabs.
func barred(s string) bool {
	return s[0] == '|' && strings.Count(s, "|") > 1 || strings.IndexByte(s, '\t') > 0 && !stopsIn(s) || barsWithin(s)
}

// barsWithin reports a row with bars only between its cells, of which all but the first hold numbers and few words: 失业率（%） | 5.2 | 5.5以内.
func barsWithin(s string) bool {
	if strings.IndexByte(s, '|') <= 0 || len(s) > 240 {
		return false
	}
	cells := strings.Split(s, "|")
	numbers := 0
	for _, cell := range cells[1:] {
		switch cell = strings.Trim(cell, " \u3000〔〕[]≥≤<>"); {
		case numeric(strings.TrimSuffix(strings.TrimSuffix(cell, "以内"), "以上")):
			numbers++
		case figured(cell):
			return false
		}
	}
	return len(cells) > 2 && numbers > 0
}

// columns reports a row that lost its bars: words, then a number after a blank; or a number alone.
func columns(s string) bool {
	last := strings.TrimRight(s, "*")
	if len(last) > 240 {
		return false
	}
	i := strings.LastIndexAny(last, " \u3000")
	if i < 0 {
		return numeric(last)
	}
	_, n := utf8.DecodeRuneInString(last[i:])
	cell := last[i+n:]
	if factor, ok := strings.CutSuffix(cell, "倍"); ok && followsNumber(last[:i]) {
		cell = factor // a growth of 1.4倍 among percentages
	}
	return numeric(cell) && !stopsIn(s) && !hasClauses(s)
}

// hasClauses reports a line with a comma that does not part the digits of a number: 钢材 2，208 万吨 has none.
func hasClauses(s string) bool {
	for from := 0; ; {
		i := strings.Index(s[from:], "，")
		if i < 0 {
			return false
		}
		i += from
		from = i + len("，")
		if !groupsDigits(s, i, from) {
			return true
		}
	}
}

// groupsDigits reports a comma from i up to end that stands between a digit and three more.
func groupsDigits(s string, i, end int) bool {
	return i > 0 && digit(s[i-1]) && end+3 <= len(s) && digit(s[end]) && digit(s[end+1]) && digit(s[end+2]) && (end+3 == len(s) || !digit(s[end+3]))
}

// followsNumber reports a row that has a cell of digits before its unit: 彩色电视机 129 万部.
func followsNumber(s string) bool {
	fields := strings.Fields(s)
	return len(fields) > 2 && (numeric(fields[len(fields)-2]) || len(fields) > 3 && numeric(fields[len(fields)-3]))
}

// numeric reports a cell that holds a number and nothing else: -3.7, 12．0, 8.5%, (9．4), 128.
func numeric(s string) bool {
	s = strings.Trim(s, " \u3000*()（）")
	digits := 0
	for i := 0; i < len(s); {
		switch c := s[i]; {
		case digit(c):
			digits++
			i++
		case c == '.' || c == ',' || c == '%' || c == '-' || c == '+' || c == ' ':
			i++
		case wideDigit(s, i):
			digits++
			i += 3
		case strings.HasPrefix(s[i:], "，") && groupsDigits(s, i, i+len("，")):
			i += len("，")
		case strings.HasPrefix(s[i:], "．"), strings.HasPrefix(s[i:], "％"), strings.HasPrefix(s[i:], "－"), strings.HasPrefix(s[i:], "\u3000"):
			i += 3
		default:
			return false
		}
	}
	return digits > 0
}

// ruled reports a line of dashes, bars and blanks alone: --- or | --- | :-: |.
func ruled(s string) bool {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '-', '|', ':', ' ', '=', '_', '\t':
		case '*':
		default:
			return false
		}
	}
	return true
}

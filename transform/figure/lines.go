package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
)

// lineKept is what the industry that a figure's own phrase has named tells of, "" where it tells nothing.
func (r *reader) lineKept(f *yiyuan.Fact, t *tradesOfText) string {
	switch name := lineNamed(f.Industry); {
	case name == "" || r.namedInPassing(f, name):
		return ""
	case r.tellsOfTheme(f, name, t):
		return t.theme
	default:
		return name
	}
}

// lineNamed is what a name of an industry tells of one, "" where it tells nothing: 板栗 of 年板栗, none of 重点产业.
func lineNamed(name string) string {
	if name == "" || noLine().has(name) || endsWithAny(name, noLineEnds()) {
		return ""
	}
	if !startsWithAny(name, noLineBegins()) && name[0] >= utf8.RuneSelf {
		return name
	}
	if named := tradesIn(name); len(named) > 0 {
		return named[len(named)-1].trade
	}
	if name[0] < utf8.RuneSelf && (name[0] < '0' || name[0] > '9') {
		return name // LED
	}
	return ""
}

var noLine, noLineBegins, noLineEnds = phrases("no line"), phrases("no line begins"), phrases("no line ends")

// namedInPassing tells of an industry that the sentence knows only from the name of a body, or that says nothing of what is counted:
// 农业银行贷款余额, 新型工业化示范基地2个.
func (r *reader) namedInPassing(f *yiyuan.Fact, name string) bool {
	if f.SubjectKind == "industry" {
		return false
	}
	if name == "工业" && (f.Indicator == "count_other" || f.Indicator == "platform_count") {
		return true
	}
	sentence := r.text[r.sentenceStart(f.Start):f.Start]
	if strings.HasSuffix(name, "保险") && f.Indicator == "count_other" && holdsAny(sentence, []string{"参保", "参加"}) {
		return true
	}
	named := false
	for rest := sentence; ; {
		_, after, found := strings.Cut(rest, name)
		if !found {
			return named
		}
		if !startsWithAny(after, bodyEnds()) && !strings.HasPrefix(after, "银行") {
			return false
		}
		named, rest = true, after
	}
}

// tellsOfTheme tells of a figure of a wide branch that in a story of one good is of that: 实现农业产值 in a story of tea.
func (r *reader) tellsOfTheme(f *yiyuan.Fact, name string, t *tradesOfText) bool {
	if !t.ofGoods || f.Indicator == "fixed_asset_investment" {
		return false
	}
	switch name {
	case "农业", "物流", "铁路", "公路":
		return true
	case "工业":
		start := r.sentenceStart(f.Start)
		before := t.within(start, f.Start)
		return len(before) > 0 && sizeOf(before, t.theme) > 0 && !strings.Contains(r.text[start:f.Start], t.theme+"工业") && !strings.Contains(f.Qualifier, "规模以上")
	}
	return false
}

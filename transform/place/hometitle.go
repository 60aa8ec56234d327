package place

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// This file takes the place of a text from its title.

// fromTitle takes the first place of the title, or the smaller one named in the same breath (福建福清, 福建：福清).
func fromTitle(title, head, about string) (string, string) {
	code, end := "", 0
	matches := Learn(head).Scan(title)
	if code := holderOfListed(title, matches); code != "" {
		return code, "title: " + title
	}
	for _, m := range matches {
		if m.Kind == KindGroup || namesNatives(title, &m) {
			continue
		}
		if strings.HasPrefix(title[m.End:], "等地") {
			return "", "" // one of many
		}
		c := Resolve(m, about, code)
		if short := lookup(c).Short; short != "" && (m.Kind == KindPark || !m.Full) && strings.HasPrefix(m.Text, short) {
			c = meantBy(head, short, c)
		}
		switch {
		case c == "":
		case code == "" && c == "100000":
		case code == "":
			code, end = c, m.End
		case Contains(code, c) && utf8.RuneCountInString(strings.Trim(title[end:m.Start], " 　:：|丨·—()（）[]【】0123456789年")) == 0:
			code, end = c, m.End
		}
	}
	switch {
	case code == "":
		return "", ""
	case about != code && Contains(about, code) && speaksFor(head, about) && (namesBeside(title, matches, code, about)):
		return about, "title: " + title // 绵竹、什邡重建回访, of the city that holds both
	case about != code && Contains(code, about) && speaksFor(title, about) && !speaksFor(title, code):
		return about, "title: " + title // 省里来我市检查浙商江西行活动
	}
	return code, "title: " + title
}

// meantBy is the place that a short name of the title means: the county in whose breath the text tells of it, where that holds no place of that
// name. 老城 of 澄迈县老城经济开发区.
func meantBy(head, short, code string) string {
	for _, m := range Scan(head) {
		if m.Kind != KindRegion || !m.Full || !strings.HasPrefix(head[m.End:], short) {
			continue
		}
		if c := Resolve(m, ""); levelOf(c) == County && !Contains(c, code) && !Contains(code, c) {
			return c
		}
	}
	return code
}

// holderOfListed is the smallest place that holds three or more that the title lists, 督察组进驻辽宁 吉林 山西; "" where it lists none.
func holderOfListed(title string, matches []Match) string {
	var listed []string
	for i, m := range matches {
		code := Resolve(m, "")
		if i > 0 {
			if between := title[matches[i-1].End:m.Start]; between != "、" && between != " " && between != "　" && between != "和" {
				listed = nil
			}
		}
		if m.Kind != KindRegion || code == "" || code == "100000" {
			return ""
		}
		if len(listed) > 0 && Contains(listed[len(listed)-1], code) {
			return ""
		}
		if listed = append(listed, code); len(listed) > 2 {
			break
		}
	}
	if len(listed) < 3 {
		return ""
	}
	holder := listed[0]
	for _, code := range listed[1:] {
		for !Contains(holder, code) {
			holder = parent(holder)
		}
	}
	return holder
}

// fromShortName takes the place whose short name the title begins with, where the text says it again. Where it is an everyday word the
// text speaks of the place as its unit besides (莱阳梨喜获丰收, 该市), or the title calls it up: 富锦：千亩稻田开镰.
func fromShortName(title, head, about string) (string, string) {
	for runes := 3; runes >= 2; runes-- {
		short := firstRunes(title, runes)
		n := names().byText[short]
		numbered := n != nil && strings.HasPrefix(title[len(short):], "第") && strings.Contains(title, "届") // 永新第十六届人民代表大会
		if n == nil || n.trust == never || n.full || !numbered && !strings.Contains(strings.Replace(head, title, "", 1), short) {
			continue
		}
		code := ""
		for _, c := range n.codes {
			if c = inForce(c); code != "" && code != c {
				return "", ""
			}
			code = c
		}
		told := n.trust == near || strings.HasPrefix(title[len(short):], "：") || strings.HasPrefix(title[len(short):], ":")
		if code != "" && (told || speaksFor(head, code)) && (about == "" || Contains(about, code)) {
			return code, "title: " + title
		}
	}
	return "", ""
}

func firstRunes(s string, n int) string {
	for i := range s {
		if n == 0 {
			return s[:i]
		}
		n--
	}
	return s
}

// fromTown takes the county of a town that the title begins with and that no place of the text speaks against.
func fromTown(title, _, about string) (string, string) {
	_, county := TownOf(title)
	if county == "" || about != "" && !Contains(about, county) && !Contains(county, about) {
		return "", ""
	}
	return county, "title: " + title
}

// fromFirm takes the place where the text says that the firm is which its title begins with: 位于山西孝义的某某焦化, 西安上市公司某某电气.
func fromFirm(title, head, _ string) (string, string) {
	name := firstRunes(title, shortestFirm)
	if utf8.RuneCountInString(name) < shortestFirm {
		return "", ""
	}
	within, end := "", 0 // the places named in one breath
	for _, m := range Scan(head) {
		if m.Start != end {
			within = ""
		}
		c := Resolve(m, within, within)
		if m.Kind != KindRegion || c == "" {
			continue
		}
		within, end = c, m.End
		if slices.ContainsFunc(firmsAt(), func(w string) bool {
			return strings.HasPrefix(head[end:], w) && strings.HasPrefix(head[end+len(w):], name)
		}) {
			return c, "seat: " + m.Text
		}
	}
	return "", ""
}

// shortestFirm is how many characters of a title are the name of its firm at least.
const shortestFirm = 4

// firmsAt stand between a place and the name of a firm there.
var firmsAt = phrases("firms at")

// fromComparison takes the country for a story whose headline compares places before it names one, and which names several provinces: 31省份居民收入出炉，上海居首.
func fromComparison(title, head string) (string, string) {
	named := len(title)
	for _, m := range Scan(title) {
		if m.Kind == KindRegion {
			named = m.Start
			break
		}
	}
	if !containsOneOf(title[:named], placesCompared()) || provincesIn(head) < comparedAtLeast {
		return "", ""
	}
	return "100000", "compares places: " + title
}

// provincesIn is in how many provinces the places lie that a text names and nothing else is called by.
func provincesIn(head string) int {
	seen := map[string]bool{}
	for _, m := range Scan(head) {
		if m.Kind == KindRegion && len(m.Candidates) == 1 && m.Candidates[0] != "100000" {
			seen[m.Candidates[0][:2]] = true
		}
	}
	return len(seen)
}

func containsOneOf(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(s, w) })
}

// comparedAtLeast is of how many provinces a story tells at least that compares places.
const comparedAtLeast = 4

// placesCompared are words of a headline for the places of the country that are compared.
var placesCompared = phrases("places compared")

// fromNation knows what the whole country's government publishes: it names no place because it needs none.
func fromNation(title, head, _ string) (string, string) {
	for _, name := range nationInTitles() {
		before, after, named := strings.Cut(title, name)
		if named && !endsAny(before, measuredBy()) && !(startsAny(after, standings()) && !startsAny(after, []string{"平均", "同期", "百强"})) {
			return "100000", "title: " + title // and not 一张网织出“全国第一”
		}
	}
	if strings.Contains(title, "中欧班列") && !strings.Contains(title, "我市") && !strings.Contains(title, "我省") {
		return "100000", "title: " + title // all of them: those of one city are told by its name
	}
	for i, line := range strings.SplitN(head, "\n", 9) {
		line = strings.Trim(line, "*# 　\r")
		if i < 8 && utf8.RuneCountInString(line) <= 20 && signedByNation(line) {
			return "100000", "signed: " + line
		}
	}
	return "", ""
}

// nationInTitles are the names of the country and of who publishes for it.
var nationInTitles = phrases("the nation in titles")

func signedByNation(line string) bool {
	return strings.HasPrefix(line, "国务院总理") || strings.HasPrefix(line, "国家统计局") || strings.HasPrefix(line, "中华人民共和国国家统计局")
}

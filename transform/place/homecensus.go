package place

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"yiyuan/transform/search"
)

// This file counts the places that the first page of a text names, and finds the one that most of them lie in.

// census counts the places a text names, each for the places that hold it too.
type census struct {
	named, held map[string]int
	opening     []Match
}

func count(text string) census { return countNear(text, "") }

// countNear counts for a paper of a place, in which a short name is that of a place of its own.
func countNear(text, paper string) census {
	matches := Learn(text).Scan(text)
	c := census{map[string]int{}, map[string]int{}, openingOf(text, matches)}
	guests := guestsAt(text, matches)
	var recent []string
	for k, m := range matches {
		code := Resolve(m, "", recent...)
		if code == "" && paper != "" && m.Kind == KindRegion {
			code = inPaper(&m, paper)
		}
		if guests != "" && Contains(guests, code) || namesNatives(text, &m) {
			continue
		}
		if code == "" || filedByNation(code, text[:m.Start], text[m.End:]) || amongCountries(code, text[:m.Start], text[m.End:]) {
			continue // the national press sits there, or it is a partner of trade
		}
		if code == "100000" {
			if yardstick(text[:m.Start], text[m.End:]) {
				continue
			}
			c.named[code] += 2
			c.held[code] += 2
			continue
		}
		if levelOf(code) == Province && !m.Full && opensFirm(text[m.End:]) && namesWithin(matches, code) {
			continue // 青海某某公司 in a county's story
		}
		if onlyHeld(code, recent, text[:m.Start], text[m.End:]) || hailsFrom(text[:m.Start], text[m.End:]) {
			continue // 浏阳…，居湖南第二
		}
		recent = append([]string{code}, recent[:min(3, len(recent))]...)
		code = placeBehind(matches[k:], code)
		weight := shortName
		if m.Full {
			weight = fullName
		}
		c.named[code] += weight
		for at := code; at != ""; at = parent(at) {
			c.held[at] += weight
		}
	}
	c.addTold(withoutMatches(text, matches))
	for _, w := range nationNamed() {
		n := 2 * search.Count(text, w)
		c.named["100000"] += n
		c.held["100000"] += n
	}
	return c
}

// BeyondCustoms tells of a region of China that is a customs territory of its own, whose trade with the rest is told as foreign: Taiwan, Hong Kong, Macao.
func BeyondCustoms(code string) bool { return code == "710000" || code == "810000" || code == "820000" }

// amongCountries tells of a region with an economy of its own that is listed with countries: 韩国46%；香港24%；日本9%.
func amongCountries(code, before, after string) bool {
	if !BeyondCustoms(code) {
		return false
	}
	before = before[len(before)-min(len(before), nearBy):]
	return slices.ContainsFunc(countriesListed(), func(country string) bool {
		return search.Holds(before, country) || search.Holds(after[:min(len(after), nearBy)], country)
	})
}

// nearBy is how many bytes the next member of a list stands off at most.
const nearBy = 30

// countriesListed are countries that trade and invest.
var countriesListed = phrases("countries listed")

// namesNatives tells of a place that only says where the members of a chamber are from, which sits elsewhere: 某省浙江商会.
func namesNatives(text string, m *Match) bool {
	return startsAny(text[m.End:], clubsOfNatives()) && endsAny(text[:m.Start], seatsOfClubs())
}

// clubsOfNatives stand behind the place that their members are from, seatsOfClubs end the place where they sit.
var clubsOfNatives, seatsOfClubs = phrases("clubs of natives"), phrases("seats of clubs")

// opensFirm tells of what goes on from a place as the name of a firm.
func opensFirm(after string) bool {
	name := after[:cut(after, longestFirm)]
	end := strings.Index(name, "公司")
	return end > 0 && strings.IndexFunc(name[:end], func(c rune) bool {
		return !unicode.Is(unicode.Han, c) || strings.ContainsRune("的在是和与等了有", c)
	}) < 0
}

// longestFirm is how many bytes the name of a firm has at most behind its province.
const longestFirm = 45

// namesWithin tells of a text that names a smaller place of a province.
func namesWithin(matches []Match, province string) bool {
	return slices.ContainsFunc(matches, func(m Match) bool {
		code := Resolve(m, province)
		return m.Kind == KindRegion && code != province && Contains(province, code)
	})
}

// addTold counts the short names of cities that are words besides, where a text that names their province has one of them twice or more.
func (c census) addTold(text string) {
	for _, n := range toldWords() {
		code := n.codes[0]
		if levelOf(code) != Prefecture || c.held[above(code, Province)] == 0 {
			continue
		}
		times := search.Count(text, n.text)
		if times < 2 {
			continue
		}
		c.named[code] += shortName * times
		for at := code; at != ""; at = parent(at) {
			c.held[at] += shortName * times
		}
	}
}

// inPaper is the place below a province of its paper that a short name which is not believed alone means, "" where it is of none.
func inPaper(m *Match, paper string) string {
	code := Resolve(*m, paper)
	if levelOf(code) > Province && Contains(paper, code) {
		return code
	}
	return ""
}

// placeBehind is the city or county whose name goes on from that of its province, which only says where it lies: 江苏张家港, 山东莱芜. Else, and where
// both lead to a smaller place, it is the place itself.
func placeBehind(matches []Match, code string) string {
	if len(matches) < 2 || levelOf(code) != Province || !goesOn(matches[0], matches[1]) {
		return code
	}
	inner := Resolve(matches[1], code)
	if levelOf(inner) <= Province || !Contains(code, inner) || len(matches) > 2 && levelOf(inner) == Prefecture && goesOn(matches[1], matches[2]) {
		return code
	}
	return inner
}

// goesOn tells of a place that stands right behind another.
func goesOn(m, next Match) bool { return m.End == next.Start && next.Kind == KindRegion }

// guestsAt is the place outside its own that the text says people of its province, city or county have gone to: 我省代表团赴某省考察.
func guestsAt(text string, matches []Match) string {
	for _, m := range matches {
		before, gone := strings.CutSuffix(text[:m.Start], "赴")
		if !gone {
			continue
		}
		for _, unit := range ourPlace() {
			at := strings.LastIndex(before, unit)
			if at < 0 || len(before)-at > guestsNamed || strings.ContainsAny(before[at:], "。，,；;：:、\n") {
				continue
			}
			if code := Resolve(m, ""); code != "" {
				return code
			}
		}
	}
	return ""
}

// hailsFrom tells of a place that only someone or something told of comes from: 来自洛阳的学徒; not of news from there.
func hailsFrom(before, after string) bool {
	return strings.HasSuffix(before, "来自") && strings.HasPrefix(after, "的") && !startsAny(after, newsFrom())
}

// newsFrom go on from a place whose news a text brings.
var newsFrom = phrases("news from a place")

// onlyHeld tells of a place that holds one named shortly before, where that is only ranked in it or measured by it, or has a grade of it: 居湖南第二,
// 江苏省级高新区.
func onlyHeld(code string, recent []string, before, after string) bool {
	inside := func(c string) bool { return c != code && Contains(code, c) }
	return slices.ContainsFunc(recent, inside) && (startsAny(after, []string{"省级", "市级"}) || yardstick(before, after))
}

// yardstick tells of a country that another place is only measured by: 低于全国平均水平, 居全国第三, 占全国的8%.
func yardstick(before, after string) bool {
	return endsAny(before, measuredBy()) ||
		startsAny(after, standings()) || wholeOfShare(before, after)
}

// wholeOfShare tells of a country that only is the whole of a share, by what stands behind its name: 全省的三分之二、全国的五分之一, 全国七成的毛笔,
// 全国每5件就有1件.
func wholeOfShare(before, after string) bool {
	whole := strings.TrimPrefix(after, "的")
	if each, ok := strings.CutPrefix(whole, "每"); ok {
		return startsWithNumeral(each) && strings.Contains(each[:cut(each, farthestPart)], "就有")
	}
	if len(whole) == len(after) && !followsHan(before) {
		return false // 全国80.6%的中小学实现网络接入
	}
	share := strings.TrimLeft(whole, "0123456789.一二三四五六七八九十近约")
	return share != whole && (strings.HasPrefix(share, "%") || strings.HasPrefix(share, "分之") || strings.HasPrefix(share, "/") || strings.HasPrefix(share, "成") || strings.HasPrefix(share, "半"))
}

func followsHan(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return unicode.Is(unicode.Han, last)
}

// farthestPart is within how many bytes behind 每 it is told how many of so many are meant.
const farthestPart = 60

func startsWithNumeral(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return strings.ContainsRune("0123456789一二两三四五六七八九十", first)
}

// dominant is the smallest place that holds most of what a text names: from the country down, as long as one place holds
// three fifths of what its parent does and is named in the opening: the last item of a digest is not what all of it is about. 全国 and 我国 count for the country; where they are two fifths and no place is as
// much, the text is about the country. Where that ends above the unit that the text speaks as (我市, 全市), it is the
// unit of that kind that is named most, if it is named twice as often as any other.
func dominant(text, paper string) string {
	c := countNear(text, paper)
	at := c.descend("100000")
	level, ok := speaksAs(text)
	switch {
	case ok && levelOf(at) < level:
		if code := c.mostNamed(at, level); code != "" {
			return code
		}
		if code := c.holderOfNamed(at, level); code != "" {
			return code
		}
	case ok && levelOf(at) > level && search.Holds(text, "代表省人民政府"):
		return above(at, level)
	}
	if ok && at == "100000" && level > Country && 3*c.named[at] < 2*c.held[at] {
		return "" // 我市, 全市 of a place it does not name
	}
	if at == "100000" && (c.held[at] == 0 || 5*c.named[at] < 2*c.held[at]) {
		return ""
	}
	return at
}

func (c census) descend(at string) string {
	for code, n := range c.held {
		if code != at && parent(code) == at && 5*n >= 3*c.held[at] && c.opensWith(code) { // no two can hold three fifths
			return c.descend(code)
		}
	}
	return at
}

// openingOf keeps what names a place, and not one of several, in the first third of a text or its first hundred characters.
func openingOf(text string, matches []Match) []Match {
	var out []Match
	for _, m := range matches {
		if m.Start <= max(300, len(text)/3) && !strings.HasSuffix(text[:m.Start], "、") && !strings.HasPrefix(text[m.End:], "、") {
			out = append(out, m)
		}
	}
	return out
}

func (c census) opensWith(code string) bool {
	for _, m := range c.opening {
		if Contains(code, Resolve(m, code)) {
			return true
		}
	}
	return false
}

func (c census) mostNamed(in string, level Level) string {
	best, first, second := "", 0, 0
	for code, n := range c.named {
		switch {
		case levelOf(code) != level || !Contains(in, code):
		case n > first:
			best, first, second = code, n, first
		case n > second:
			second = n
		}
	}
	inFull := first == fullName && second == 0 // 全县, after one county named by its full name
	if first < 2*shortName && !inFull || first < 2*second {
		return ""
	}
	return best
}

// holderOfNamed is the unit that four fifths of the names lie in, where they are of three units in it or more: 全州 of a text that
// only names counties.
func (c census) holderOfNamed(in string, level Level) string {
	for code, n := range c.held {
		if levelOf(code) != level || !Contains(in, code) || 5*n < 4*(c.held[in]-c.named[in]) {
			continue
		}
		inside := 0
		for at := range c.named {
			if Contains(code, at) {
				inside++
			}
		}
		if inside >= 3 {
			return code
		}
	}
	return ""
}

// speaksAs is the level of the unit that the text says 全 and 我 of most.
func speaksAs(text string) (Level, bool) {
	best, most := Country, 0
	for _, u := range []struct {
		unit  string
		level Level
	}{{"省", Province}, {"自治区", Province}, {"市", Prefecture}, {"州", Prefecture}, {"县", County}} {
		if n := search.Count(text, "全"+u.unit) + search.Count(text, "我"+u.unit) + search.Count(text, "代表"+u.unit+"人民政府"); n > most {
			best, most = u.level, n
		}
	}
	return best, most >= 2
}

// guestsNamed is how long, in bytes, the name of those who go may be.
const guestsNamed = 60

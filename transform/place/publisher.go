package place

import (
	"slices"
	"strings"

	"yiyuan/transform/search"
)

// This file takes the place of a text from who publishes it.

// paperPlace is the place of a publisher: the one that its name names before what it is (鹰潭日报, 三峡宜昌网, 商河县人民政府, 今日桐庐), or that
// of a paper which names none (羊城晚报).
func paperPlace(publisher string) string {
	if code := placesOfPapers()[publisher]; code != "" {
		return code
	}
	name, today := publisher, false
	for _, w := range aheadOfPlaces() {
		if rest, ok := strings.CutPrefix(publisher, w); ok {
			name, today = rest, true
			break
		}
	}
	matches := Scan(name)
	for k, m := range matches {
		if k+1 < len(matches) && matches[k+1].Start == m.End {
			if code := Resolve(m, ""); code != "" {
				if within := Resolve(matches[k+1], code); within != code && Contains(code, within) && matches[k+1].End < len(name) {
					return within // 沈阳市铁西区人社局
				}
			}
		}
		switch {
		case m.Kind != KindRegion || m.End == len(name) && !today || m.Start > 0 && !startsAny(name[m.End:], publishes()):
		case len(m.Candidates) == 1:
			return m.Candidates[0]
		default:
			return Resolve(m, "")
		}
	}
	return shortBeforeMedium(name, today)
}

// aheadOfPlaces begin the names of publishers that are called by the place alone behind them: 今日桐庐, 云上竹山.
var aheadOfPlaces = phrases("ahead of the place of a publisher")

// shortBeforeMedium is the place whose short name, a word of every day besides, stands before what a publisher is, 中宁融媒, or is all that is left of
// its name.
func shortBeforeMedium(name string, alone bool) string {
	for runes := 3; runes >= 2; runes-- {
		short := firstRunes(name, runes)
		n := names().byText[short]
		if n == nil || n.full || n.trust == never || len(n.codes) != 1 || !startsAny(name[len(short):], publishes()) && !(alone && name == short) {
			continue
		}
		return inForce(n.codes[0])
	}
	return ""
}

// publishes stand behind the place in the name of a publisher.
var publishes = phrases("publishes")

// ofItsPaper tells of a text that names its paper's place, or no place at all and tells of that as its own: of a city or a county, or by the bodies
// of its unit (市工商局, 省统计局). What names no place and speaks of the country is of the country.
func ofItsPaper(text, paper string) bool {
	held := count(text).held
	if held[paper] > 0 {
		return true
	}
	for _, times := range held {
		if times > 0 {
			return false
		}
	}
	if tellsOfNation(text) {
		return false
	}
	if levelOf(paper) == Prefecture && slices.ContainsFunc(ownTowns(), func(w string) bool { return strings.Contains(text, w) }) {
		return true // a village that the paper of a city names without its county is of that city
	}
	return speaksFor(text, paper) || speaksOfOwnBodies(text, unitOf(paper)) || levelOf(paper) == County
}

// ownTowns are words of a story on a town or village.
var ownTowns = phrases("own towns")

// ownPaper tells of a publisher that is a firm or a body and no medium, whose text is of itself: 某港口集团, 某市医疗保障局.
func ownPaper(publisher string) bool {
	return slices.ContainsFunc(ownPapers(), func(end string) bool { return strings.HasSuffix(publisher, end) })
}

// namesNoPlace tells of a text that names no place and does not speak of the country.
func namesNoPlace(text string) bool {
	for _, times := range count(text).held {
		if times > 0 {
			return false
		}
	}
	return !tellsOfNation(text)
}

// ownPapers end the names of such publishers.
var ownPapers = phrases("publishers of their own")

// speaksOfOwnBodies tells of a text on the bodies and people of a place by its unit alone: 昨日，市工商局通报.
func speaksOfOwnBodies(text, unit string) bool {
	for rest, found := text, true; found; {
		var after string
		_, after, found = search.Cut(rest, unit)
		if found && startsAny(after, itsOwn()) {
			return true
		}
		rest = after
	}
	return false
}

var itsOwn = phrases("its own")

// fromCountyOfPaper takes the county of the city whose paper it is that the text opens with and speaks as, by a short name that is a word of
// every day besides: 安平丝网调查, in a paper of 衡水.
func fromCountyOfPaper(title, head, paper string) (code, evidence string) {
	if paper == "" || levelOf(paper) == County {
		return "", ""
	}
	text := title + "\n" + head
	for _, r := range regions().all {
		if r.Level != County || r.ValidTo != 0 || r.Short == "" || !Contains(paper, r.Code) || search.Count(text, r.Short) < 2 {
			continue
		}
		if !strings.Contains(text[:cut(text, leadSize)], r.Short) || !speaksFor(text, r.Code) && !speaksWithin(text, r.Code) {
			continue
		}
		if code != "" {
			return "", ""
		}
		code, evidence = r.Code, "short name: "+r.Short
	}
	return code, evidence
}

// publishers are media as a text names them behind their place.
var publishers = phrases("publishers")

// fromPublisher reads 来源：福州日报.
func fromPublisher(head string) (string, string) {
	for _, m := range Scan(head) {
		after := strings.TrimLeft(head[m.End:], "市省县区")
		for _, p := range publishers() {
			if m.Kind == KindRegion && strings.HasPrefix(after, p) {
				code := Resolve(m, "")
				if code == "" && len(m.Candidates) == 1 {
					code = m.Candidates[0] // what stands before 日报 is a place, however seldom its short name is
				}
				if code != "" {
					return code, "publisher: " + head[m.Start:m.End] + p
				}
			}
		}
	}
	return "", ""
}

// fromHost takes the place in the address of the government that published a text which names none: fgw.xiaogan.gov.cn.
func fromHost(publisher string) (code, evidence string) {
	before, _, ok := strings.Cut(publisher, ".gov.cn")
	if !ok {
		return "", ""
	}
	for before != "" {
		at := strings.LastIndexFunc(before, func(c rune) bool { return c < 'a' || c > 'z' })
		if code := hosts()[before[at+1:]]; code != "" {
			return code, "publisher: " + publisher
		}
		before = before[:max(at, 0)]
	}
	return "", ""
}

func startsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s, w) })
}

func endsAny(s string, words []string) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s, w) })
}

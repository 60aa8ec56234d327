package place

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// This file tells of whom a text speaks as: a paper of its own place, a story of several counties of their city, a survey of the provinces of
// the country.

// speaksForWider tells of a paper that speaks as its own place where most places named lie elsewhere, or in a part of it only: 我市 in a paper of
// Beijing on a race off Qingdao, 全省 in a paper of a province on the lake shore of one city.
func speaksForWider(paper, about, title, head string) bool {
	switch {
	case paper == "" || about == "" || paper == about || Contains(about, paper):
		return false
	case !Contains(paper, about):
		text := title + "\n" + head
		return strings.Contains(text, "我"+unitOf(paper)) || levelOf(paper) == County && strings.Contains(text, "本"+unitOf(paper))
	case unitOf(paper) == "市" && levelOf(paper) == Prefecture && unitOf(about) == "市":
		return strings.Contains(head, "我市") // the city's paper, in one of its towns that are cities themselves
	}
	return speaksTwice(head, paper) && unitOf(paper) != unitOf(about) && !speaksFor(title+"\n"+head, about)
}

// unitOf is the last character of the name of a place: 省, 市, 县.
func unitOf(code string) string {
	name := lookup(code).Name
	_, size := utf8.DecodeLastRuneInString(name)
	return name[len(name)-size:]
}

// speaksTwice tells of a text that speaks as a place two times or more, and not only of where another stands in that: 全省第一.
func speaksTwice(text, code string) bool {
	times := 0
	for _, who := range []string{"全", "我"} {
		w := who + unitOf(code)
		for before, after, found := strings.Cut(text, w); found; before, after, found = strings.Cut(after, w) {
			if !yardstick(before, after) || who == "全" && strings.HasSuffix(strings.TrimRight(before, " \u3000"), "\n") {
				times++
			}
		}
	}
	return times > 1
}

// namesBeside tells of a title that names, behind the place read from it, another that the text is about, or beside it one that lies in that: 绵竹、什邡.
func namesBeside(title string, matches []Match, code, about string) bool {
	met := false
	for i, m := range matches {
		c := Resolve(m, about, code)
		switch {
		case c == code:
			met = true
		case m.Kind != KindRegion || !met:
		case c == about:
			return true
		case i > 0 && Contains(about, c) && levelOf(c) == levelOf(code):
			if slices.Contains([]string{"、", "和", "与", " "}, title[matches[i-1].End:m.Start]) {
				return true
			}
		}
	}
	return false
}

// tellsOfNation tells of a text that speaks of the whole country, and not only of where a place stands in it.
func tellsOfNation(text string) bool {
	for _, w := range []string{"我国", "全国"} {
		for before, after, found := strings.Cut(text, w); found; before, after, found = strings.Cut(after, w) {
			if !yardstick(before, after) {
				return true
			}
		}
	}
	return false
}

// fromItsProvinces takes a text that speaks of the whole country and goes through three provinces of it or more, none of them most of what it
// names, for one of the country: 全国发行债券4万亿元。分省份看，广东….
func fromItsProvinces(head string) (code, evidence string) {
	c := count(head)
	most, provinces := 0, 0
	for code, n := range c.held {
		if levelOf(code) == Province {
			provinces++
			most = max(most, n)
		}
	}
	if provinces < 3 || 2*most > c.held["100000"] || !tellsOfNation(head) {
		return "", ""
	}
	return "100000", "provinces named, and the country"
}

// namesProvinceMore tells of a story sent from a city that tells of its province: 新华社南宁12月20日电 … 广西外贸进出口总值…. Beside the dateline, and
// the bodies that serve the province from it, the city is hardly named, and nothing is said of all of it.
func namesProvinceMore(head, city string) bool {
	province := above(city, Province)
	if city == province || levelOf(city) != Prefecture || speaksFor(head, city) {
		return false
	}
	inCity, ofProvince := 0, 0
	for _, m := range Scan(head) {
		switch Resolve(m, city) {
		case city:
			if !startsAny(head[m.End:], servingBodies()) {
				inCity++
			}
		case province:
			ofProvince++
		}
	}
	return ofProvince > 1 && ofProvince > inCity
}

// servesProvince tells of a title that names a city only for a body that serves its province from there: 南宁海关：前11月广西外贸增长.
func servesProvince(title, city string) bool {
	return slices.ContainsFunc(Scan(title), func(m Match) bool {
		return Resolve(m, "") == city && startsAny(title[m.End:], servingBodies())
	})
}

var servingBodies = phrases("serving bodies")

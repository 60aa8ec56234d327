package figure

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"

	"yiyuan/transform/place"
	"yiyuan/transform/segment"
)

// A digest gives each firm or town a line of its own that begins with its name and a colon or a blank: ◎某某股份：预计净利润3亿元, 大站镇：引进项目9宗. All
// of the line is of that.

// meetDigest lets the name that a line of a digest begins with own it.
func (r *reader) meetDigest(l segment.Line) {
	if r.Report.Kind != "" || l.Kind == segment.Heading {
		return
	}
	line := strings.TrimLeft(r.text[l.Start:l.End], digestMarks)
	name := line
	bracketed := r.ofFirms && bracketedAtHead.MatchString(line)
	for i, c := range line {
		if c == '：' || bracketed && (c == '（' || c == '(') || c == ':' || c == ' ' || c == '　' {
			name = line[:i]
			break
		}
		if !unicode.Is(unicode.Han, c) || i > longestDigestName {
			return
		}
	}
	n := utf8.RuneCountInString(name)
	if n < 3 || len(name) == len(line) || isCounted(name) {
		return
	}
	marked := line != strings.TrimLeft(r.text[l.Start:l.End], " 　")
	switch kind := kindOfName(name); {
	case endsWithAny(name, townUnits()) && n <= 5 && len(r.known.Scan(name)) == 0:
		r.line.subject, r.line.kind = name, "region"
	case kind == "enterprise" || kind == "institution" && endsWithAny(name, serving()) || kind == "park" || kind == "platform":
		r.line.subject, r.line.kind = name, kind
	case n <= 6 && (endsWithAny(name, tradesAlone()) || (marked || bracketed) && r.ofFirms || r.ofFirms && r.namesPlaceFirst(name)):
		r.line.subject, r.line.kind = name, "enterprise"
	}
	if kind := r.line.kind; r.line.subject == name && kind != "region" {
		r.keepName(name, kind)
	}
}

// bracketedAtHead is a name at the head of a line with where it is, or its code, in brackets: 某某精工（常州）：.
var bracketedAtHead = regexp.MustCompile(`^[\p{Han}]{3,8}[（(][\p{Han}0-9.A-Z]{2,9}[）)][：:]`)

// namesPlaceFirst tells of a name that begins with a place and goes on: 衢州某某.
func (r *reader) namesPlaceFirst(name string) bool {
	places := r.known.Scan(name)
	return len(places) > 0 && places[0].Start == 0 && places[0].End < len(name) && places[0].Kind == place.KindRegion
}

// digestMarks are what may stand before a name at the head of a line.
const digestMarks = " 　*#●◎▲△■□★☆◆◇○•·※►▶-—"

// longestDigestName is how many bytes into a line the name at its head ends at most.
const longestDigestName = 30

package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/segment"
)

// In an interview the one who answers speaks of his firm or zone, which only the line that says who is asked names: ——对话某某家电董事长某某某.

// interviewed is the firm or zone of the one whom the first lines of the news say they ask.
func (r *reader) interviewed(lines []segment.Line) (name, kind string) {
	for _, l := range lines[:min(len(lines), linesOfHead)] {
		line := r.text[l.Start:l.End]
		for _, asks := range askingSomeone().words {
			_, whom, found := strings.Cut(line, asks)
			if !found {
				continue
			}
			if name, kind = ledBy(whom); name != "" {
				return name, kind
			}
		}
	}
	return "", ""
}

// linesOfHead is how many lines of a text may say whom it asks, longestAsked how many characters the name of a firm has there at most.
const linesOfHead, longestAsked = 6, 20

// ledBy is the firm or zone that a text names first, before the title of the one who leads it: 某某家电董事长某某某.
func ledBy(text string) (name, kind string) {
	for _, title := range headsOfFirms().words {
		if name, _, found := strings.Cut(text, title); found && namesAsked(name) {
			if kind := kindOfName(name); kind == "park" || kind == "platform" || kind == "institution" {
				return name, kind
			}
			return name, "enterprise"
		}
	}
	for _, title := range headsOfZones().words {
		if name, _, found := strings.Cut(text, title); found && namesAsked(name) && kindOfName(name) == "park" {
			return name, "park"
		}
	}
	return "", ""
}

func namesAsked(name string) bool {
	n := utf8.RuneCountInString(name)
	return n > 2 && n <= longestAsked && !strings.ContainsAny(name, "，。：:、；“” 　—") && !isCounted(name) && !namesSort(name)
}

// askingSomeone are words for an interview, before the one who is asked; headsOfFirms and headsOfZones are the titles of those.
var askingSomeone, headsOfFirms, headsOfZones = phrases("asking someone"), phrases("heads of firms"), phrases("heads of zones")

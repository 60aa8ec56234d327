package figure

import (
	_ "embed"
	"strings"

	"yiyuan/transform/place"
	"yiyuan/transform/segment"
	"yiyuan/transform/tables"
)

// This file finds where a fair or conference is held: what is signed and shown there is told of that place.

// meetEvent keeps where a fair or conference is held: what is signed and shown there is told of that place. 消博会今天在海口闭幕.
func (r *reader) meetEvent(text string) {
	r.meetHost(text)
	if !holdsAny(text, held()) || !holdsAny(text, gatherings()) {
		return
	}
	code := ""
	for _, m := range r.known.Scan(text) {
		at := r.resolve(&m)
		switch {
		case m.Kind != place.KindRegion || at == "" || at == "100000":
		case code != "" && place.Contains(code, at), strings.HasSuffix(text[:m.Start], "在"):
			code = at
		case code == "" && holdsAny(text[m.End:min(len(text), m.End+60)], gatherings()):
			code = at
		}
	}
	if name := activity.FindString(text); code == "" && name != "" {
		code = r.toured(name)
	}
	if code == "" && holdsAny(text, heldInPeking()) {
		code = "110000"
	}
	if code != "" && (r.local() || place.Contains(r.home, code)) {
		r.event = code
	}
}

// heldInPeking are words for what is held in Peking, by its short name.
var heldInPeking = phrases("held in Peking")

// meetHost keeps the county whose government holds a fair, in the news of its city or province: 由高淳区人民政府主办.
func (r *reader) meetHost(text string) {
	if r.local() || r.topic.fair == "" || !holdsAny(text, []string{"主办", "承办"}) {
		return
	}
	code := ""
	for _, m := range r.known.Scan(text) {
		at := r.resolve(&m)
		if m.Kind != place.KindRegion || at == r.home || !place.Contains(r.home, at) || !startsWithAny(text[m.End:], []string{"人民政府", "政府"}) {
			continue
		}
		if code != "" && code != at {
			return // of several
		}
		code = at
	}
	if code != "" {
		r.event, r.hosted = code, true
	}
}

// foretellEvent finds where a fair is held before the paragraph that tells it at its end is read.
func (r *reader) foretellEvent(line string) {
	if r.Report.Kind != "" || !r.local() || r.event != "" || !holdsAny(line, held()) || !holdsAny(line, gatherings()) {
		return
	}
	for _, s := range segment.Sentences(line) {
		r.meetEvent(line[s.Start:s.End])
	}
}

// toured is the place that firms are led to by an event of that name: “名企江苏行”活动.
func (r *reader) toured(name string) string {
	for _, m := range r.known.Scan(name) {
		if code := r.resolve(&m); m.Kind == place.KindRegion && code != "100000" && strings.HasPrefix(name[m.End:], "行”") {
			return code
		}
	}
	return ""
}

// meetFairPlace takes the place in the name of a fair for where it is held, where nothing else tells it: 第九届长春农博会.
func (r *reader) meetFairPlace() {
	if r.event != "" || !r.local() {
		return
	}
	code := ""
	for _, m := range r.known.Scan(r.topic.fair) {
		at := r.resolve(&m)
		if m.Kind != place.KindRegion || at == "" || at == "100000" {
			continue
		}
		if code != "" && !place.Contains(code, at) {
			return
		}
		code = at
	}
	if code == "" {
		code = cityOfFair(r.topic.fair)
	}
	r.event = code
}

//go:embed fairs.csv
var fairsCSV string

func init() { tables.Register("fairs.csv", &fairsCSV) }

// cityOfFair is where a fair of the table is held every time.
func cityOfFair(fair string) string {
	for row := range tables.Rows(fairsCSV, 2) {
		if strings.Contains(fair, row[0]) {
			return row[1]
		}
	}
	return ""
}

var (
	held       = phrases("held")
	gatherings = phrases("gatherings")
)

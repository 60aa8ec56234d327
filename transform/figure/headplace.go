package figure

import (
	"strings"

	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

// This file lets the place that a headline or an item of a digest opens with own what stands under it.

// meetHeadPlace lets the place that a headline opens with own the items under it, in a digest that is of no one place:
// 贵州：60万岗位促就业.
func (r *reader) meetHeadPlace(line string) {
	r.heading.region = ""
	r.topic = topic{villageLine: -1}
	if name := r.villageOfTitle(line); name != "" {
		r.topic.title, r.topic.village = name, name
	} else if m := inTitle.FindStringSubmatch(line); m != nil {
		r.topic.title, r.topic.village = m[1], m[1]
	}
	if r.local() {
		r.heading.period, r.heading.has, r.scene, r.event = period.Period{}, false, "", ""
	}
	end := 0
	places := r.known.Scan(line)
	for k, m := range places {
		opens := strings.Trim(line[:m.Start], " 　*#【[视频]】") == ""
		code := r.regionOf(&m)
		switch {
		case r.heading.region != "":
			if between := line[end:m.Start]; between == "至" || between == "到" {
				r.heading.region = holderOf(r.heading.region, code) // of a line that goes on to another place
				return
			}
			if m.Start == end && place.Contains(r.heading.region, code) {
				r.heading.region = code
			}
			return
		case code == "" || m.Kind == place.KindGroup:
		case r.local() && (opens || settledIn(code, line[:m.Start], line[m.End:])):
			r.heading.region, end = code, m.End
			continue
		case opens && m.Kind == place.KindRegion && r.headsSection(line, places[k:]):
			last := lastInBreath(places[k:])
			r.heading.region = r.resolve(&last)
		case opens && m.Kind == place.KindRegion && strings.HasPrefix(line[m.End:], "：") && r.elsewhere(code):
			r.heading.region = code
		}
		if !r.local() {
			return
		}
	}
}

// settledIn tells of the one place that the words before it say something has settled or happened in: 百亿项目落户某市.
func settledIn(code, before, behind string) bool {
	if code >= "700000" || code == "100000" {
		return false
	}
	return endsWithAny(before, []string{"在", "落户"}) && !strings.HasPrefix(behind, "、")
}

// elsewhere tells of a place that neither holds the one the news is of nor lies in it.
func (r *reader) elsewhere(code string) bool {
	return !place.Contains(code, r.home) && !place.Contains(r.home, code)
}

// lastInBreath is the last of the places named in one breath with the first.
func lastInBreath(places []place.Match) place.Match {
	last := places[0]
	for _, m := range places[1:] {
		if m.Start == last.End {
			last = m
		}
	}
	return last
}

// headsSection tells of a headline within the news of one place that begins with another, in one breath, and a colon: 宁夏盐池：.
func (r *reader) headsSection(line string, places []place.Match) bool {
	last := lastInBreath(places)
	code := r.resolve(&last)
	return last.End > places[0].End && strings.HasPrefix(line[last.End:], "：") && code != "" && r.elsewhere(code)
}

func (r *reader) atLineStart() bool {
	if r.start == 0 {
		return true
	}
	before := strings.Trim(r.text[strings.LastIndexByte(r.text[:r.start], '\n')+1:r.start], " *\u3000！：，")
	return before == "" || before == "各位代表"
}

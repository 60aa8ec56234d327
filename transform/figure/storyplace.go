package figure

import (
	"strings"

	"yiyuan"
	"yiyuan/transform/place"
	"yiyuan/transform/segment"
)

// Where the news gathers the stories of many places, each under a headline of its own, what a story tells without a place is of the place that its
// headline names, wherever that stands in it, if the story goes to no other province and does not speak of the whole country: 松花江某市段开江。
// 水位升至79.7米.

// placeOfStory is the smallest place that holds all that the headline of a story names; "" where it names none, or the story is of more than that.
func (r *reader) placeOfStory(lines []segment.Line) string {
	if !r.gathered || !r.local() {
		return ""
	}
	end := len(r.text)
	for _, l := range lines[1:] {
		if l.Kind == segment.Heading {
			end = l.Start
			break
		}
	}
	story := r.text[lines[0].Start:end]
	if tellsOfNation(story) {
		return ""
	}
	named := r.holderOfNames(r.text[lines[0].Start:lines[0].End])
	if named == "" || r.holderOfNames(story) == "" {
		return ""
	}
	return named
}

// countyOfStory is the county in which all lies that a story of an outlet of the whole country names, which tells of a village before it says where that
// is; "" for any other.
func (r *reader) countyOfStory() string {
	if r.gathered || !r.local() || r.Report.Kind != "" || !holdsAny(r.text, villageLife()) || tellsOfNation(withoutMarkets.Replace(r.text)) {
		return ""
	}
	if at := r.holderOfNames(r.text); at != "" && !strings.HasSuffix(at, "00") {
		return at
	}
	return ""
}

// withoutMarkets takes from a story of a village the words for how far its goods go.
var withoutMarkets = strings.NewReplacer("全国各地", "", "销往全国", "", "卖到全国", "", "发往全国", "")

// holderOfNames is the smallest place that holds all that a text names, "" where it names none or none holds them.
func (r *reader) holderOfNames(text string) string {
	holder := ""
	for _, m := range r.known.Scan(text) {
		code := r.resolve(&m)
		switch {
		case m.Kind == place.KindGroup || code == "" || code == "100000":
		case holder == "":
			holder = code
		default:
			if holder = holderOf(holder, code); holder == "" {
				return ""
			}
		}
	}
	return holder
}

// placedByStory places what is told without a place, or of the whole country by no word of its own, where its story is.
func (r *reader) placedByStory(f *yiyuan.Fact, st statement) {
	if r.storyAt == "" || f.RegionCode != "" && f.RegionCode != "100000" || r.clause.region != "" || r.sentence.region != "" || st.region != "" {
		return
	}
	if region, ok := place.Lookup(r.storyAt); ok {
		if f.SubjectKind == "region" {
			f.Subject = region.Name
		}
		f.RegionCode, f.RegionName = region.Code, region.Name
	}
}

package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
)

// A place is the subject under its name in force where the text has that, and else under the name that the text calls it by: 永宁县 of
// what is a district today, 甘南州. Its code and region_name are those in force.

// callAsWritten names the places that own figures as the text does.
func (r *reader) callAsWritten() {
	unnamed := map[string]bool{} // whether a place owns figures and the text does not have its name in force
	absent := false
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if _, known := unnamed[f.RegionCode]; !known && ownedByRegion(f) {
			unnamed[f.RegionCode] = !search.Holds(r.text, f.RegionName) && !strings.Contains(r.Title, f.RegionName)
			absent = absent || unnamed[f.RegionCode]
		}
	}
	if !absent {
		return
	}
	called := r.callings(unnamed)
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if name := called[f.RegionCode]; name != "" && ownedByRegion(f) {
			f.Subject = name
		}
	}
}

// ownedByRegion tells of a figure of a place of its own code.
func ownedByRegion(f *yiyuan.Fact) bool {
	return f.SubjectKind == "region" && f.RegionCode != "" && f.RegionCode != "100000" && f.Subject == f.RegionName
}

// callings are the full names that a text has most for each of the places, by code.
func (r *reader) callings(places map[string]bool) map[string]string {
	times, most := map[string]int{}, map[string]string{}
	for _, m := range r.known.Scan(r.Title + "\n" + r.text) {
		if m.Kind != place.KindRegion || !m.Full || utf8.RuneCountInString(m.Text) <= 2 && !strings.HasSuffix(m.Text, "县") {
			continue // 锡盟 is short for what has a longer name
		}
		code := place.Resolve(m, r.home)
		if !places[code] {
			continue
		}
		times[m.Text]++
		if best := most[code]; times[m.Text] > times[best] {
			most[code] = m.Text
		}
	}
	if county := onlyOne(places); county != "" && most[county] == "" && (county == r.home || r.local()) && r.speaksAsCounty() {
		most[county] = place.CountyBefore(county)
	}
	return most
}

// onlyOne is the one place that a text does not call by its name of today, "" where there are several.
func onlyOne(places map[string]bool) string {
	only := ""
	for code, unnamed := range places {
		if unnamed && only != "" {
			return ""
		}
		if unnamed {
			only = code
		}
	}
	return only
}

// speaksAsCounty tells of a text that speaks of its place as a county: 全县财政收入, 该县现有.
func (r *reader) speaksAsCounty() bool {
	return holdsAny(r.text, ownCounty())
}

var ownCounty = phrases("one's own county")

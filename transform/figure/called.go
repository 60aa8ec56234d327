package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/place"
)

// A place is the subject under its name in force where the text has that, and else under the name that the text calls it by: 永宁县 of
// what is a district today, 甘南州. Its code and region_name are those in force.

// callings are the full names that a text has most for each place whose name in force it does not have, by code.
func (r *reader) callings() map[string]string {
	text := r.Title + "\n" + r.text
	times, most := map[string]int{}, map[string]string{}
	for _, m := range r.known.Scan(text) {
		code := ""
		if m.Kind == place.KindRegion && m.Full && utf8.RuneCountInString(m.Text) > 2 {
			code = place.Resolve(m, r.home)
		}
		if code == "" || code == "100000" {
			continue
		}
		times[m.Text]++
		if best := most[code]; times[m.Text] > times[best] {
			most[code] = m.Text
		}
	}
	for code := range most {
		if region, _ := place.Lookup(code); strings.Contains(text, region.Name) {
			delete(most, code)
		}
	}
	return most
}

// callAsWritten names the places that own figures as the text does.
func (r *reader) callAsWritten() {
	called := r.callings()
	for i := range r.out.Facts {
		f := &r.out.Facts[i]
		if name := called[f.RegionCode]; name != "" && f.SubjectKind == "region" && f.Subject == f.RegionName {
			f.Subject = name
		}
	}
}

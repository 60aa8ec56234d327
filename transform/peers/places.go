package peers

import (
	"encoding/json"
	"strings"

	"yiyuan/transform/place"
)

// address is the key of a case of JioNLP's table of addresses.
type address struct{ Province, City, County *string }

func jionlpPlaces(r row) (string, key, error) {
	var k address
	err := json.Unmarshal(r.Expected, &k)
	return "place", k, err
}

// judge compares the units of the first place of an address, as far as the standard has codes. Of a county named alone
// that several cities have, any of that name will do: the key guesses one.
func (k address) judge(input string) (meets bool, want, got string) {
	want, got = k.units(), unitsOf(codeOf(input))
	return got == want || got == coded(want) || k.ambiguous(input), want, got
}

// units spells the units of the key, the greatest first.
func (k address) units() string {
	var names []string
	for _, n := range []*string{k.Province, k.City, k.County} {
		if n != nil && *n != "" && (len(names) == 0 || names[len(names)-1] != *n) {
			names = append(names, *n)
		}
	}
	return strings.Join(names, " ")
}

// ambiguous tells whether the key names a county without its province, and every place it may be is of that name.
func (k address) ambiguous(input string) bool {
	matches := place.Scan(input)
	if k.Province != nil || k.County == nil || len(matches) == 0 {
		return false
	}
	for _, code := range matches[0].Candidates {
		if r, _ := place.Lookup(code); r.Name != *k.County {
			return false
		}
	}
	return true
}

// coded leaves out what the standard has no codes for: what lies in Taiwan, Hong Kong and Macau.
func coded(units string) string {
	first, _, _ := strings.Cut(units, " ")
	if first == "台湾省" || strings.HasSuffix(first, "特别行政区") {
		return first
	}
	return units
}

// codeOf takes the first place of an address and goes down from it as long as smaller places follow.
func codeOf(text string) string {
	code := ""
	for _, m := range place.Scan(text) {
		c := place.Resolve(m, "", code)
		if c != "" && (code == "" || place.Contains(code, c)) {
			code = c
		}
	}
	return code
}

func unitsOf(code string) string {
	var names []string
	for r, ok := place.Lookup(code); ok && r.Level != place.Country; r, ok = place.Lookup(r.Parent) {
		names = append([]string{r.Name}, names...)
	}
	return strings.Join(names, " ")
}

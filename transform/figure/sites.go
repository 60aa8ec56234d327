package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/place"
)

// The news tells once where a sight, zone, river or laboratory lies, 莆田的木兰溪, 武汉东湖新技术开发区, and then names it alone. It lies where it was
// first told to lie.

// sited is a name that a text says again, and the place that it was told to lie in.
type sited struct{ name, code string }

// sitesOf are the sites that a text names again behind the sentence that places them.
func (r *reader) sitesOf(text string) []sited {
	var found []sited
	at := map[string]int{}
	places := r.known.Scan(text)
	for k, m := range places {
		if m.Kind != place.KindRegion || k+1 < len(places) && places[k+1].Start == m.End {
			continue
		}
		code := place.Resolve(m, r.home)
		if code == "" || strings.HasSuffix(code, "0000") && !wholeCity[code] || code == r.home {
			continue
		}
		for _, name := range []string{siteBehind(text[m.End:]), siteLyingIn(text[:breathStart(places[:k+1])])} {
			if name == "" || !strings.Contains(text[m.End:][min(len(name)+len("的"), len(text)-m.End):], name) {
				continue
			}
			if old, ok := at[name]; ok {
				if found[old].code != code && !place.Contains(found[old].code, code) {
					found[old].code = "" // of two
				}
				continue
			}
			at[name] = len(found)
			found = append(found, sited{name, code})
		}
		if len(found) > mostSites {
			break
		}
	}
	return found
}

const mostSites = 100

// breathStart is where the first of the places begins that are named in one breath with the last.
func breathStart(places []place.Match) int {
	k := len(places) - 1
	for k > 0 && places[k-1].End == places[k].Start {
		k--
	}
	return places[k].Start
}

// wholeCity are the provinces that are one city.
var wholeCity = map[string]bool{"110000": true, "120000": true, "310000": true, "500000": true}

// siteBehind is the name of a site that a text begins with, behind a 的 or not.
func siteBehind(after string) string {
	after = strings.TrimPrefix(after, "的")
	n := 0
	for i, c := range after {
		if n++; n > longestSite || c < 0x4e00 || c > 0x9fff || strings.ContainsRune(noSite, c) {
			return ""
		}
		if name := after[:i+utf8.RuneLen(c)]; n > 2 && endsWithAny(name, siteNames()) {
			if startsWithAny(name, sortsOfSiteNames()) {
				return ""
			}
			return name
		}
	}
	return ""
}

// siteLyingIn is the name that stands before the words that it lies in what follows: 下党乡位于.
func siteLyingIn(before string) string {
	before = trimAny(before, partsOfProvinces().words...)
	for _, w := range sitesLie().words {
		if name, ok := strings.CutSuffix(before, w); ok {
			name = name[lastPause(name):]
			if n := utf8.RuneCountInString(name); n > 2 && n <= longestSite && endsWithAny(name, siteNames()) && !startsWithAny(name, sortsOfSiteNames()) && !strings.ContainsAny(name, noSite) {
				return name
			}
		}
	}
	return ""
}

// sitesLie are words for where a site lies, between its name and the place.
var sitesLie = phrases("sites lie")

const (
	longestSite = 12
	noSite      = "的了在和与是及到有为这那向对从由该各全今去年月日"
)

var siteNames, sortsOfSiteNames = phrases("site names"), phrases("sorts of site names")

// siteIn is the place of the site that a sentence of the news names at the head of a clause before its first figure, "" where it names none.
func (r *reader) siteIn(text string) string {
	if len(r.sites) == 0 || strings.ContainsAny(text, "；;") {
		return "" // a list of such
	}
	code := ""
	for _, s := range r.sites {
		i := strings.Index(text, s.name)
		if i < 0 || s.code == "" {
			continue
		}
		from := lastPause(text[:i])
		lead := text[from:i]
		if strings.ContainsAny(text[:from], "0123456789") && !strings.ContainsAny(text[:from], "年月") {
			continue
		}
		like := strings.HasSuffix(lead, "的") && strings.ContainsAny(lead, "0123456789") // 全长105公里的
		if (utf8.RuneCountInString(lead) <= 4 || like) && (r.local() || place.Contains(r.home, s.code)) {
			code = s.code
		}
	}
	return code
}

// goesToSite takes the paragraph, and the story of no one place, to the site that a sentence names; its code is that of siteIn.
func (r *reader) goesToSite(text string) string {
	code := r.siteIn(text)
	if code != "" && r.local() {
		r.scene, r.sceneAt = code, r.lineStart
	}
	r.goesOnTo(code)
	return code
}

package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// The news calls a firm by where it is from, a name of two or three characters and its trade, with no word for a firm: 宁波某某海运. Where the news has once
// told of a firm somewhere, it is there again when a later paragraph names it or says 公司.

// placeFirmAt is the firm of such a name that begins with the place at token i, "" where none does.
func (r *reader) placeFirmAt(i int) string {
	t := &r.toks[i]
	if r.Report.Kind != "" || t.kind != where || t.at.Kind != place.KindRegion || t.at.Full || i+1 >= len(r.toks) || r.toks[i+1].kind != word {
		return ""
	}
	rest := r.text[t.end:min(r.end, t.end+longestPlaceFirm)]
	for _, trade := range tradesOfFirms().words {
		own := strings.Index(rest, trade)
		if own < 2*len("某") || own > 3*len("某") || !r.unknownUpTo(i+1, t.end+own) {
			continue
		}
		end := t.end + own + len(trade)
		next := i + 1
		for next < len(r.toks) && r.toks[next].start < end {
			next++
		}
		if r.toks[next-1].end == end && next < len(r.toks) && r.actsAsFirm(next) {
			return r.text[t.start:end]
		}
	}
	return ""
}

// bareFirmAt is the firm of such a name that begins at token i with no place, and ends in a trade that seldom stands for more than a firm: 宏岳绒业.
func (r *reader) bareFirmAt(i int) string {
	t := &r.toks[i]
	if r.Report.Kind != "" || t.kind != word || t.class != 0 || len(t.text) > 3*len("某") {
		return ""
	}
	rest := r.text[t.start:min(r.end, t.start+longestPlaceFirm)]
	for _, trade := range tradesAlone().words {
		own := strings.Index(rest, trade)
		if own < 2*len("某") || own > 3*len("某") || strings.ContainsAny(rest[:own], noNames) || !r.unknownUpTo(i, t.start+own) {
			continue
		}
		end := t.start + own + len(trade)
		next := i + 1
		for next < len(r.toks) && r.toks[next].start < end {
			next++
		}
		name := rest[:own+len(trade)]
		if r.toks[next-1].end != end || next == len(r.toks) || !r.actsAsFirm(next) || isCounted(name) || namesSort(name) {
			continue
		}
		if nationalBodies().has(name) {
			return ""
		}
		if hits := indicator.Industries(name); len(hits) == 0 || hits[0].Start > 0 || hits[0].End < len(name) {
			return name
		}
	}
	return ""
}

// noNames are characters that the name which a firm gives itself seldom has.
const noNames = "上下内外中前后大小老旧高低多少全各本该其这那一二三四五六七八九十两几和与及在的是有为将年月日区县市省镇乡村"

// tradesAlone end such names.
var tradesAlone = phrases("trades alone")

// longestPlaceFirm is how many bytes of such a name stand behind the place at most.
const longestPlaceFirm = 24

// tradesOfFirms end such names, onWithFirms go on with a longer one.
var tradesOfFirms, onWithFirms = phrases("trades of firms"), phrases("going on from firms")

// roomsOfFirms are the parts of a firm that are told of as its own, behind its name and 的: 某某种业的育苗车间.
var roomsOfFirms = phrases("rooms of firms")

// unknownUpTo tells of words from token i up to a place in the text that no dictionary knows: the name that a firm gave itself.
func (r *reader) unknownUpTo(i, end int) bool {
	for ; i < len(r.toks) && r.toks[i].start < end; i++ {
		t := &r.toks[i]
		if t.kind != word || t.class != 0 || t.end > end || breaksName().has(t.text) || t.text == "的" {
			return false
		}
		if utf8.RuneCountInString(t.text) > 1 && !properPOS[t.pos] {
			return false
		}
	}
	return i < len(r.toks) && r.toks[i].start == end
}

// actsAsFirm tells of what goes on behind the name of a firm: a verb, a mark, a figure or a quantity of its own.
func (r *reader) actsAsFirm(i int) bool {
	if r.toks[i].text == "所在" {
		return false // 某某纺织所在的工业区
	}
	t := &r.toks[i]
	if startsWithAny(t.text, onWithFirms()) {
		return false
	}
	if t.text == "的" && i+1 < len(r.toks) {
		next := r.toks[i+1].text
		return isName(next) || len(indicator.Terms(next)) > 0 || startsWithAny(r.text[r.toks[i+1].start:r.end], roomsOfFirms())
	}
	return actsNext(*t, "enterprise") || t.kind == word && (strings.HasPrefix(t.pos, "v") || strings.HasPrefix(t.pos, "d"))
}

// meetPlaceFirm lets such a firm own what is told of it.
func (r *reader) meetPlaceFirm(i int) bool {
	name := r.placeFirmAt(i)
	if name == "" {
		if name = r.bareFirmAt(i); name != "" {
			r.nameSubject(name, "enterprise")
			r.keepName(name, "enterprise")
		}
		return name != ""
	}
	r.nameSubject(name, "enterprise")
	r.keepName(name, "enterprise")
	at := r.regionOf(r.toks[i].at)
	if !r.local() && place.Contains(at, r.home) {
		at = r.home // 上海某某微电子 in the news of a district of it
	}
	r.firmsTold = append(r.firmsTold, firmTold{name: name, short: name[len(r.toks[i].text):], at: at})
	return true
}

// firmTold is a firm that the news has told of, how it is called without its place, and where it is.
type firmTold struct{ name, short, at string }

// meetToldFirm lets a firm that the news has told of with its place own the clause that its short name opens.
func (r *reader) meetToldFirm(i int) bool {
	for _, firm := range r.firmsTold {
		if after, told := strings.CutPrefix(r.text[r.toks[i].start:r.end], firm.short); told && firm.short != "" && !strings.HasPrefix(after, "所在") {
			r.nameSubject(firm.name, "enterprise")
			return true
		}
	}
	return false
}

// meetLastFirm lets the firm that the news has named last own the clause that its name opens again, where no word of it tells that it is a firm.
func (r *reader) meetLastFirm(i int) bool {
	after, again := strings.CutPrefix(r.text[r.toks[i].start:r.end], r.lastFirm)
	if r.lastFirm == "" || !again || r.Report.Kind != "" || kindOfName(r.lastFirm) != "" || utf8.RuneCountInString(r.lastFirm) < 3 || strings.HasPrefix(after, "所在") {
		return false
	}
	for j := i; j < len(r.toks) && r.toks[j].start < r.toks[i].start+len(r.lastFirm); j++ {
		if r.toks[j].end == r.toks[i].start+len(r.lastFirm) && j+1 < len(r.toks) && r.actsAsFirm(j+1) {
			r.nameSubject(r.lastFirm, "enterprise")
			return true
		}
	}
	return false
}

// atFirm places what the news tells of a firm where that was told of first, if the words of the figure name no place.
func (r *reader) atFirm(f *yiyuan.Fact, placed bool) {
	if r.Report.Kind != "" || f.SubjectKind != "enterprise" || f.RegionCode == "" {
		return
	}
	for k := range r.firmsTold {
		firm := &r.firmsTold[k]
		if firm.name != f.Subject {
			continue
		}
		if region, ok := place.Lookup(firm.at); ok && !placed && firm.at != f.RegionCode {
			f.RegionCode, f.RegionName = firm.at, region.Name
		}
		return
	}
	if region, ok := place.Lookup(f.RegionCode); ok && region.Short != "" && f.RegionCode != "100000" && strings.HasPrefix(f.Subject, region.Short) {
		r.firmsTold = append(r.firmsTold, firmTold{name: f.Subject, at: f.RegionCode})
	}
}

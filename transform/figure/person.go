package figure

import (
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/place"
)

// The news tells of one farmer, weaver or shopkeeper by name what he grows, sells and earns: 果农薛某某的5亩园子收了3万斤. That is his, to the end of
// the paragraph, and again where a later one says 他.

// meetPerson lets one who is named behind what he does, or told of as 他 again, own what his sentence and paragraph go on to tell.
func (r *reader) meetPerson(i int) {
	if r.Report.Kind != "" {
		return
	}
	t := &r.toks[i]
	switch {
	case r.person != "" && (isPronounOfOne(t.text) && r.stillTellsOf(i) || strings.HasPrefix(r.text[t.start:r.end], r.person)) && r.opens(i):
		r.nameSubject(r.person, "other")
	case i == 0 && r.person != "" && r.line.subject == r.person && !goesOnOfOne()[t.text]:
		r.line.subject = "" // 像他这样的农户，全村有35户; 县里有企业26家
	case peopleByTrade().has(t.text) && (i == 0 || r.toks[i-1].kind != figure):
		r.tellsOf(personAt(r.text[t.end:r.end]))
	case t.text == "家" && i > 0:
		r.tellsOf(r.householdBefore(i))
	}
}

// tellsOf lets a person own what comes, and what he has said in the quotation that the paragraph begins with.
func (r *reader) tellsOf(name string) {
	if name == "" {
		return
	}
	r.person, r.personAt = name, r.start
	if r.clause.subject != "" {
		return // 某银行把贷款送到种粮大户某某家里
	}
	r.nameSubject(name, "other")
	r.hasSaid(name, "other", "", r.start)
}

// hasSaid lets someone own what he says in the quotation that the paragraph begins with and that ends there.
func (r *reader) hasSaid(name, kind, at string, end int) {
	said := strings.TrimSpace(r.text[r.lineStart:end])
	if before := strings.TrimSpace(r.text[r.lineStart:r.start]); strings.HasSuffix(before, "”") {
		said = before
	}
	if !strings.HasSuffix(said, "”") || strings.Count(said, "“") != 1 {
		return
	}
	quote := r.lineStart + strings.Index(r.text[r.lineStart:end], "“")
	for k := len(r.out.Facts) - 1; k >= 0 && r.out.Facts[k].Start > quote; k-- {
		f := &r.out.Facts[k]
		if f.SubjectKind != "region" && !(kind == "enterprise" && f.Subject == r.heading.subject) || ofMany[f.Indicator] {
			continue
		}
		f.Subject, f.SubjectKind = name, kind
		if region, ok := place.Lookup(at); ok && at != f.RegionCode && (f.RegionCode == "" || place.Contains(f.RegionCode, at)) {
			f.RegionCode, f.RegionName = at, region.Name
		}
	}
}

// meetSpeaker lets the firm whose head speaks own what he says and what is told behind: 肃州区某某叶片公司财务总监罗敏说, 公司经理介绍.
func (r *reader) meetSpeaker(i int) {
	if t := &r.toks[i]; r.Report.Kind == "" && speakersOfFirms().has(t.text) {
		r.firmSpeaks(t.text, t.start, t.end)
	}
}

// passSpeaker does so in a sentence without figures: “…。”某某纺织总经理某某说。
func (r *reader) passSpeaker(text string, start int) {
	if r.Report.Kind != "" || !holdsAny(text, says()) {
		return
	}
	for _, who := range listOfSpeakers().words {
		if at := strings.Index(text, who); at >= 0 && r.firmSpeaks(who, start+at, start+at+len(who)) {
			return
		}
	}
}

// firmSpeaks lets the firm own that is named before who speaks for it, which stands from start to end.
func (r *reader) firmSpeaks(who string, start, end int) bool {
	behind := r.text[end:r.end]
	if !startsWithAny(behind, says()) && (personAt(behind) == "" || !holdsAny(firstClause(behind), says())) {
		return false
	}
	from := r.start + lastPause(r.text[r.start:start])
	if i := strings.LastIndex(r.text[from:start], "”"); i >= 0 {
		from += i + len("”")
	}
	name, at := trimAny(strings.Trim(r.text[from:start], " 　\n"), departments().words...), ""
	for _, m := range r.known.Scan(name) {
		if code := r.resolve(&m); m.Start == 0 && m.Kind == place.KindRegion && code != "100000" {
			at = code
			if m.Full {
				name = name[m.End:]
			}
		}
		break
	}
	if name == "" || standsFor()[name] == "enterprise" {
		name = r.lastFirm
	}
	kind := kindOfName(name)
	if kind == "" && who != "负责人" {
		kind = "enterprise"
	}
	if kind != "enterprise" && kind != "park" || !namesAsked(name) || generic().has(name) {
		return false
	}
	r.nameSubject(name, kind)
	r.keepName(name, kind)
	r.hasSaid(name, kind, at, from)
	return true
}

// speakersOfFirms are those who speak for a firm, departments what they lead in it.
var speakersOfFirms, listOfSpeakers = phraseWords("speakers of firms"), phrases("speakers of firms")

var departments, says = phrases("departments of firms"), phrases("says")

// peopleByTrade are words for one of those who live by a crop, a craft or a shop.
var peopleByTrade = phraseWords("one of a trade")

func isPronounOfOne(word string) bool {
	return word == "他" || word == "她" || word == "他家" || word == "她家" || word == "自家"
}

// goesOnOfOne are words that a sentence begins with which goes on to tell of the one before it.
var goesOnOfOne = phraseSet("going on of one")

// stillTellsOf tells of a 他 at token i that means the person told of last: no one who leads or manages has come since.
func (r *reader) stillTellsOf(i int) bool {
	if i+1 < len(r.toks) && (r.toks[i+1].text == "这样" || r.toks[i+1].text == "们" || r.toks[i+1].text == "所在") {
		return false
	}
	return !holdsAny(r.text[min(r.personAt, r.start):r.toks[i].start], thoseInCharge())
}

// thoseInCharge are words for those who speak for a place, a body or a firm.
var thoseInCharge = phrases("those in charge")

// personAt is the name of a person that a text begins with, by the surname and what stands behind it, "" where it begins with none.
func personAt(text string) string {
	if dot := strings.Index(text, "·"); dot > 0 && dot <= longestGiven {
		return text[:dot] + "·" + firstRunes(text[dot+len("·"):], 3)
	}
	surname := firstRunes(text, 1)
	if !place.Surname(surname) {
		return ""
	}
	end := len(surname)
	for n := 0; n < 2; n++ {
		c, size := utf8.DecodeRuneInString(text[end:])
		if c < 0x4E00 || c > 0x9FFF || noGiven()[text[end:end+size]] || startsWithAny(text[end:], moodsOfSpeakers()) || n > 0 && startsWithAny(text[end:], says()) {
			break // 孙明透露
		}
		end += size
	}
	if end == len(surname) {
		return ""
	}
	return text[:end]
}

// longestGiven is how many bytes a name of other nations has before its dot at most.
const longestGiven = 18

// noGiven are characters of words that stand behind a name and in none, moodsOfSpeakers words of two for how one says something.
var noGiven, moodsOfSpeakers = phraseSet("not in given names"), phrases("moods of speakers")

// householdBefore is the name of a person that stands before the 家 at token i, behind where he lives: 元马镇的周某某家.
func (r *reader) householdBefore(i int) string {
	before := r.text[r.start:r.toks[i].start]
	for runes := 3; runes >= 2; runes-- {
		at := len(before)
		for n := 0; n < runes && at > 0; n++ {
			_, size := utf8.DecodeLastRuneInString(before[:at])
			at -= size
		}
		name := before[at:]
		if personAt(name) == name && name != "" && endsWithAny(before[:at], homesOfPeople()) {
			return name
		}
	}
	return ""
}

// homesOfPeople end what stands before the name of one who lives there.
var homesOfPeople = phrases("homes of people")

// ofMany are counts and statistics that no one person has.
var ofMany = map[string]bool{
	"enterprise_count": true, "project_count": true, "park_count": true, "chain_count": true, "cluster_count": true, "region_count": true,
	"institution_count": true, "platform_count": true, "policy_count": true, "talent_count": true, "urbanization_rate": true,
	"unemployment_rate": true, "foreign_trade": true, "fixed_asset_investment": true, "value_added": true, "fdi": true,
}

// ownedByMany gives back to its place what one person told of before cannot have: how many firms there are, what all of a village has.
func (r *reader) ownedByMany(f *yiyuan.Fact, clause string) {
	if r.person == "" || f.Subject != r.person {
		return
	}
	if ofMany[f.Indicator] || ofWholePlace(f) && f.Indicator != "resident_income" || holdsAny(clause, wholeVillages()) {
		r.placeIn(f, f.RegionCode)
	}
}

// wholeVillages are words for all of a village, a town or those in it.
var wholeVillages = phrases("whole villages")

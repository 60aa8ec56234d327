package figure

import (
	"cmp"
	"slices"
	"strings"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
	"yiyuan/transform/search"
)

// This file tells of the places that a sentence names and that own none of its figures: the field of a rank, what another is measured
// against, the head of a name.

// branchOfFirm tells of a place that the branch of a firm of the whole country is called by, which acts there and takes no story to it:
// 南昌局集团公司.
func (r *reader) branchOfFirm(i int) bool {
	name, kind, _ := r.entityAt(i)
	return kind == "enterprise" && startsWithAny(name[len(r.toks[i].text):], branchesOfFirms())
}

var branchesOfFirms = phrases("branches of firms")

// beginsName tells of a place that begins a longer name, of the firm or port of the headline or of a firm, and lets that be told of.
func (r *reader) beginsName(i int, code string) bool {
	t := &r.toks[i]
	h := &r.heading
	if r.ofFirms && t.start == r.lineStart {
		h = &r.line
	}
	if (h.kind == "enterprise" || h.kind == "other") && len(h.subject) > len(t.text) && strings.HasPrefix(r.text[t.start:r.end], h.subject) {
		r.nameSubject(h.subject, h.kind)
		return true
	}
	if code == "" || !r.partOfName(i, code) {
		return false
	}
	r.meetFirm(i)
	return true
}

// ownsNothing tells of a place at the head of a clause that is only held against, one of a list, or part of the name of a body.
func (r *reader) ownsNothing(i int, code string) bool {
	t := &r.toks[i]
	in := i > 0 && r.toks[i-1].text == "在"
	switch {
	case r.fieldOfRank(i, code) || r.gradeOfWider(i, code):
		return true
	case r.onlyField(code, t.end) || r.comesFrom(t, code) || r.nativesAway(&r.toks[i], code) || r.amongForeign(i, code):
		return true
	case code == "" || r.listed(i), t.at.Kind == place.KindGroup && r.onlyMeasures(i), code == "100000" && r.home != code && in:
		return true
	}
	return r.bodyAt(i, code)
}

// amongForeign tells of a place beyond the customs border in a list of countries: 外资来自韩国46%、香港24%、日本7%.
func (r *reader) amongForeign(i int, code string) bool {
	if !place.BeyondCustoms(code) || r.home == code {
		return false
	}
	return slices.ContainsFunc(r.toks, func(t token) bool { return t.kind == word && onlyForeign(t.text) })
}

// widerWhole tells of a place that is the whole of a second share, the first of which stands right before it: 占全省的60%、全国的10%.
func (r *reader) widerWhole(i int) bool {
	if i < 5 || i+2 >= len(r.toks) || r.toks[i+1].text != "的" || r.toks[i-1].kind != dun && r.toks[i-1].kind != comma || r.toks[i-2].kind != figure {
		return false
	}
	next := i + 2
	for next+1 < len(r.toks) && r.toks[next].kind == word && r.toks[next].is(reach) {
		next++
	}
	whole := &r.toks[i-4]
	return r.toks[next].kind == figure && r.toks[next].q.Unit.Code == "percent" && r.toks[i-2].q.Unit.Code == "percent" &&
		r.toks[i-3].text == "的" && (whole.kind == where || everywhere()[whole.text]) && r.toks[i-5].is(share)
}

// comesFrom tells of a place outside the one that the news is of, from which something has been got: 又从内蒙古买进240只羊.
func (r *reader) comesFrom(t *token, code string) bool {
	if r.Report.Kind != "" || r.local() || !strings.HasSuffix(r.text[r.start:t.start], "从") || code == "" || !r.elsewhere(code) {
		return false
	}
	after := firstClause(r.text[t.end:r.end])
	if at := strings.IndexAny(after, "0123456789"); at >= 0 {
		after = after[:at]
	}
	return holdsAny(after, gettingFrom())
}

// nativesAway tells of a place elsewhere where people of the one that the news is of live: 在北京的某县籍建筑工3万多人，在苏州开店的1200家.
func (r *reader) nativesAway(t *token, code string) bool {
	if r.Report.Kind != "" || r.local() || !strings.HasSuffix(r.text[r.start:t.start], "在") || code == "" || !r.elsewhere(code) {
		return false
	}
	home, ok := place.Lookup(r.home)
	return ok && search.Holds(r.text[r.start:r.end], home.Short+"籍")
}

// gettingFrom are verbs for getting things from elsewhere.
var gettingFrom = phrases("getting from elsewhere")

// bodyAt tells of the name of a firm or body that the place at token i begins, which acts for itself.
func (r *reader) bodyAt(i int, code string) bool {
	name, kind, _ := r.entityAt(i)
	switch {
	case name == "", kind == "park", kind == "area" && r.Report.Kind == "", strings.HasSuffix(name, "港"), kind == "industry" && r.Report.Kind == "":
		return false
	case i > 0 && r.toks[i-1].text == "经", kind == "institution" && r.toks[i].at.Full:
		return false
	}
	return !r.local() || code == "100000"
}

// onlyVenueElsewhere tells of a place outside the one that the news is of, where those of it only meet or show what they have: 在成都举行的某市投资说明会上.
func (r *reader) onlyVenueElsewhere(i int, code string) bool {
	if r.local() || code == "" || !r.elsewhere(code) || i == 0 {
		return false
	}
	first := r.breathOf(i)
	if first == 0 || !slices.Contains([]string{"在", "于"}, r.toks[first-1].text) {
		return false
	}
	clause := firstClause(r.text[r.toks[i].end:r.end])
	return startsWithAny(clause, meetingsHeld()) && endsWithAny(clause, atMeeting())
}

// helpsHome tells of a place elsewhere whose people help the one that the news is of, 江苏对口援建的施工队, 全国对口支援资金, or at whose border
// something of that lies: 在湖南浏阳边界.
func (r *reader) helpsHome(toks []token, code string) bool {
	if r.local() || code != "100000" && !r.elsewhere(code) || code == "" {
		return false
	}
	after := r.text[toks[placesFrom(toks, 0)-1].end:r.end]
	return startsWithAny(after, helpingHome()) || startsWithAny(after, bordersOfHome())
}

var helpingHome, bordersOfHome = phrases("helping home"), phrases("borders of home")

// speaksForHome tells of a part of the place that the news is of that only says who speaks: 来自某县的代表说, 某区代表, or that the customs of all of it are
// called by: 某市海关统计.
func (r *reader) speaksForHome(code, after string) bool {
	if r.local() || code == r.home || !place.Contains(r.home, code) {
		return false
	}
	if reports, ok := strings.CutPrefix(after, "海关"); ok {
		return startsWithAny(reports, learntFrom()) || r.newsOfCustoms() // what it reports is of all of it
	}
	who := strings.TrimPrefix(after, "的")
	spoken := trimAhead(who, deputies().words...)
	return spoken != who && !startsWithAny(spoken, noDeputies())
}

// newsOfCustoms tells of a headline that the customs of a province open, by the name of the city where they sit: 海口海关：上半年进出口增长.
func (r *reader) newsOfCustoms() bool {
	return strings.HasSuffix(r.home, "0000") && search.Holds(firstRunes(r.text, longestCustoms), "海关")
}

// longestCustoms is how many characters the name of such customs has at most.
const longestCustoms = 6

// deputies are those who speak for a place where that is only where they come from.
var deputies = phrases("deputies")

// sharesHome tells of a place whose clause only says how much of the place that the news is of it has: 昆明市保费占全省的43.9%.
func (r *reader) sharesHome(after, code string) bool {
	return !r.local() && code != r.home && place.Contains(r.home, code) && holdsAny(firstClause(after), sharesOfHome())
}

var sharesOfHome = phrases("shares of home")

// excepted tells of a place that what is told does not hold for: 除西藏外, 除个别县以外.
func (r *reader) excepted(i int) bool {
	if !strings.HasPrefix(r.text[r.toks[r.clauseStart(i)].start:], "除") {
		return false
	}
	clause := firstClause(r.text[r.toks[i].end:r.end])
	return strings.HasSuffix(clause, "外") && !strings.HasSuffix(clause, "海外")
}

// startsBody tells of a place that only begins the name of a body: 清流县中医院, 泉州市第一中学.
func startsBody(after string) bool {
	n := 0
	for i := range after {
		if n++; n > 9 {
			after = after[:i]
			break
		}
	}
	if cut := strings.IndexAny(after, "，、。；"); cut >= 0 {
		after = after[:cut]
	}
	return holdsAny(after, bodies())
}

// partOfName tells of the short name of a wider place at the head of a longer name: 福建 of 福建展化化工 in a county's story.
func (r *reader) partOfName(i int, code string) bool {
	at := r.toks[i].at
	if at.Full || at.Kind != place.KindRegion || code == r.home || !place.Contains(code, r.home) || i+1 >= len(r.toks) {
		return false
	}
	n := r.toks[i+1]
	if r.Report.Kind == "" && measuresGoods(r.toks[i+1:]) {
		return false // 新疆煤炭储量
	}
	return n.kind == word && n.class == 0 && (strings.HasPrefix(n.pos, "n") || len(n.text) == 3 && !strings.Contains("pduc", n.pos))
}

// measuresGoods tells of words that begin with the name of goods or a trade and go on to what of them is measured: 茶叶产量.
func measuresGoods(toks []token) bool {
	for _, t := range toks[:min(len(toks), longestGoodsName)] {
		hit, ok := indicator.Head(t.text)
		switch {
		case t.kind != word || t.class != 0 && !isName(t.text):
			return false
		case isName(t.text), ok && hit.Start > 0 && hit.End == len(t.text):
			return true
		case !strings.HasPrefix(t.pos, "n") || t.pos == "nz" || t.pos == "nr":
			hits := indicator.Industries(t.text)
			if len(hits) == 0 || hits[0].End < len(t.text) {
				return false
			}
		}
	}
	return false
}

// longestGoodsName is how many words such a name and what is measured take.
const longestGoodsName = 4

// gradeOfWider tells of the province or city that gives the grade of what a county or park counts, in a list of its own: 规上企业20家，江苏省
// 著名商标2件.
func (r *reader) gradeOfWider(i int, code string) bool {
	if r.Report.Kind != "" || r.local() || code == r.home || !place.Contains(code, r.home) || r.lastMeasured < 0 || i+1 >= len(r.toks) {
		return false
	}
	if before := &r.toks[max(i-1, 0)]; before.kind != comma && before.kind != dun && !before.is(among) {
		return false
	}
	thing := firstClause(r.text[r.toks[i].end:r.end])
	if n := strings.IndexAny(thing, "0123456789、"); n >= 0 {
		thing = thing[:n]
	}
	return holdsAny(thing, honours())
}

// onlyField tells of a 全国 in the news that ends there and is only the field in which a thing is the first: 全国首座, 全国最大的市场. So is the
// province of what is told: 某县在湖南率先实现.
func (r *reader) onlyField(code string, end int) bool {
	after, told := r.text[end:r.end], cmp.Or(r.sentence.region, r.at, r.home)
	switch {
	case r.Report.Kind != "":
		return false
	case startsWithAny(after, gradesOfNation()):
		return code == "100000" && told != "" && told != code // 该市有全国文明单位12个
	case startsWithAny(after, firstOfAll()), startsWithAny(after, overTheField()):
		return code == "100000" || code != told && place.Contains(code, told) // 在赣州，江西首个产业园
	}
	return false
}

// gradeOfNation tells of a 全国 that is the grade of what the news of one place counts, behind what it has counted: 其中全国重点村2个.
func (r *reader) gradeOfNation(code string, rest []token) bool {
	return code == "100000" && r.Report.Kind == "" && !r.local() && r.lastMeasured >= 0 && holdsAny(join(rest), honours())
}

// gradesOfNation are what begins the grades and titles that the country gives.
var honours, gradesOfNation = phrases("honours"), phrases("grades of the nation")

// listed tells of a place that is one of several or heads the members of a count or an area: 晋江、长乐、福安等17个县域, 四川等西部5个省份,
// 赣南等原中央苏区.
func (r *reader) listed(i int) bool {
	if i+2 < len(r.toks) && r.toks[i+1].kind == dun && r.toks[i+2].kind == where {
		return true
	}
	for j := i + 1; j+1 < len(r.toks) && r.toks[j].kind != comma && r.toks[j].kind != semi && !r.toks[j].is(event|newness|reach); j++ {
		if r.toks[j].text == "等" && r.headsSet(j+1, j == i+1) {
			return true
		}
	}
	return false
}

// headsSet tells of so many things behind 等, with no more than their sort before the number, or, right behind the place, of an area of several.
func (r *reader) headsSet(from int, besidePlace bool) bool {
	for j := from; j < min(len(r.toks), from+4); j++ {
		t := r.toks[j]
		if t.kind == figure {
			return t.q.Kind == "count"
		}
		if t.kind != word && t.kind != where || t.class != 0 && t.text != "在" {
			return false
		}
		if besidePlace && endsWithAny(t.text, areasOfSeveral()) {
			return true
		}
	}
	return false
}

var areasOfSeveral = phrases("areas of several")

// measuredByPlace goes on from a place that is only what something is held against.
var measuredByPlace = phrases("measured by a place")

// onlyMeasures tells of a 全省 that something is only held against: 全省第八, 在全省100个园区中排第五, 超过全省总量的三成.
func (r *reader) onlyMeasures(i int) bool {
	if i > 0 && outdoing().has(r.toks[i-1].text) || startsWithAny(r.text[r.toks[i].end:], measuredByPlace()) {
		return true // 省内外捐款
	}
	if i > 0 && r.toks[i-1].kind == dun && i+2 < len(r.toks) && r.toks[i+1].text == "的" {
		if part := &r.toks[i+2]; part.kind == figure && part.q.Kind == "percent" {
			return true // 占全省的三分之二、全国的五分之一
		}
	}
	among := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind.pauses():
			return false
		case t.text == "中" || t.text == "当中" || t.text == "里":
			among = i > 0 && r.toks[i-1].text == "在"
		case t.kind == figure && t.q.Kind == "rank":
			return among || t.start == r.toks[i].end
		}
	}
	return false
}

// outdoing are verbs whose object is outdone, or of which something is a part.
var outdoing = phraseWords("outdoing")

// regionOf resolves a place that may own a figure: 中国 in a name (中国驰名商标) owns none, 全国 and 我国 do.
func (r *reader) regionOf(m *place.Match) string {
	code := r.resolve(m)
	if code == "100000" && m.Text != "全国" && m.Text != "我国" && r.home != "100000" {
		return ""
	}
	return code
}

// wholeOfIt tells of a place in the news behind whose name 全省 or the like follows, where no share is of it: 春运40天河南全省客运量.
func (r *reader) wholeOfIt(i int) bool {
	if r.Report.Kind != "" || i == 0 || i+1 >= len(r.toks) || r.toks[i+1].kind != where || r.toks[i+1].start != r.toks[i].end {
		return false
	}
	before := r.toks[i-1]
	owns := !before.is(share|rank|reach|copula|conj|faster|slower) && !measuredAgainstPlace[before.text] && before.kind != dun
	return strings.HasPrefix(r.toks[i+1].text, "全") && owns && r.clauseStart(i) < i && !r.placeInClause(i)
}

// measuredAgainstPlace are words before a place that another is measured against.
var measuredAgainstPlace = map[string]bool{"比": true, "较": true, "与": true, "和": true, "同": true}

// mostOfAll tells of a place that a clause of the news names as the one with the most or least: 增幅最高的富源县达37.8%.
func (r *reader) mostOfAll(i int) bool {
	return r.Report.Kind == "" && i > 1 && r.toks[i-1].text == "的" && strings.HasPrefix(r.toks[i-2].text, "最") && !r.placeInClause(i)
}

// placeInClause tells of another place before token i in its clause.
func (r *reader) placeInClause(i int) bool {
	return slices.ContainsFunc(r.toks[r.clauseStart(i):i], func(t token) bool { return t.kind == where })
}

// fieldOfRank tells of the wider place that a rank is held in, and not of whose it is: 在全省排第二位.
func (r *reader) fieldOfRank(i int, code string) bool {
	if code == r.home && !(code == "100000" && r.toldOfPlace()) || code != r.home && !place.Contains(code, r.home) {
		return false
	}
	for _, t := range r.toks[i+1 : min(len(r.toks), i+4)] {
		if t.kind == figure {
			return t.q.Kind == "rank"
		}
		if !t.is(rank | reach | upto) {
			break
		}
	}
	return r.fieldAround(i)
}

// fieldAround tells of a wider place among whose things one is ranked: 在全省乡村产业集群里排第三.
func (r *reader) fieldAround(i int) bool {
	among := false
	for _, t := range r.toks[i+1:] {
		switch {
		case t.kind == figure:
			return among && t.q.Kind == "rank"
		case t.kind.pauses():
			return false
		case t.text == "里" || t.text == "中" || t.text == "内":
			among = true
		}
	}
	return false
}

var bodies = phrases("bodies")

// meetingsHeld begin and atMeeting end a clause on a meeting; noDeputies make another word of one for those who speak for a place: 代表团.
var meetingsHeld, atMeeting, noDeputies = phrases("meetings held"), phrases("at a meeting"), phrases("no deputies")

package figure

import (
	"slices"
	"strings"

	"yiyuan"
	"yiyuan/transform/place"
	"yiyuan/transform/unit"
)

// The news of one place hands figures out to the places inside it, sums some of them up, and tells of places outside it where its people and goods come
// from or go to. Those own nothing.

// placesBefore hands out a quantity to the n places, any number for 0, that the clause before a 分别 or 均 names: 甲县、乙县紧随其后，分别为1.3万台、1.2万台; 前两位是甲市、乙市，产值分别为….
func (r *reader) placesBefore(st *statement, s *site, n int) []statement {
	if st == nil || n == 1 {
		return nil
	}
	to := r.lastComma(s)
	from := r.clauseStart(max(to-1, 0))
	for from < to && (r.toks[from].is(among) || r.toks[from].kind == time || r.toks[from].kind == blank) {
		from++
	}
	for k := from; k < to; k++ {
		if r.toks[k].text == "是" {
			from = k + 1
		}
	}
	var regions []string
	for i := from; i < to && r.toks[i].kind == where; i += 2 {
		code := r.regionOf(r.toks[i].at)
		if code == "" || code == "100000" {
			return nil
		}
		if regions = append(regions, code); i+1 < to && r.toks[i+1].kind != dun && !r.toks[i+1].is(conj) {
			break
		}
	}
	if len(regions) < 2 || n > 0 && len(regions) != n {
		return nil
	}
	items := slices.Repeat([]statement{*st}, len(regions))
	for k, code := range regions {
		items[k].region = code
	}
	return items
}

// nextPlace tells of nothing but a place behind a figure in the same unit, of what that counts: 甲县引进企业20家，乙县10家; 上榜企业90家。苏州20家.
func (r *reader) nextPlace(toks []token, q *unit.Quantity) bool {
	if len(toks) != 1 || !isRegion(&toks[0]) || r.current == nil || r.current.code == "" {
		return false
	}
	last := r.lastFact()
	alike := last != nil && last.Measure == "level" && last.Unit == q.Unit.Code && strings.HasSuffix(last.ValueText, q.Unit.Surface)
	return alike && last.Start >= r.lineStart
}

// onlyPlacesRanked tells of a standing of places listed before it, which is in what was told last: 甲县、乙县分列三至五位.
func (r *reader) onlyPlacesRanked(s *site) bool {
	if s.measure != "rank" || r.current == nil || r.current.code == "" {
		return false
	}
	places := 0
	for _, t := range s.nounPhrase {
		if isRegion(&t) {
			places++
		}
		if !isRegion(&t) && t.kind != dun && !(t.kind == word && t.is(conj|resp|reach|rank)) {
			return false
		}
	}
	return places > 1
}

// summing are words that sum up the places listed before them, sumsOfPlaces point back at those told: 甲县、乙县合计, 两市占了全州的六成.
var summing, sumsOfPlaces = phrases("summing places up"), phraseSet("places summed up")

// eachOfPlaces is the first of the places at the head of a clause of which each has a rate that the clause tells: 甲县、乙县入学率达93%. Of a share of
// the whole they have their part together.
func (r *reader) eachOfPlaces(f *yiyuan.Fact, s *site) string {
	if r.Report.Kind != "" || f.Unit != "percent" && f.Unit != "pp" || f.Measure == "rank" {
		return ""
	}
	toks := r.clauseSoFar(s)
	for len(toks) > 0 && (toks[0].is(among) || toks[0].kind == time || toks[0].kind == blank) {
		toks = toks[1:]
	}
	if len(toks) < 4 || !isRegion(&toks[0]) || !isRegion(&toks[2]) || toks[1].kind != dun && !toks[1].is(conj) {
		return ""
	}
	first := r.regionOf(toks[0].at)
	if first == "" || first == "100000" || r.elsewhere(first) {
		return ""
	}
	for n := 2; ; n += 2 {
		if r.regionOf(toks[n].at) == "" {
			return ""
		}
		if n+2 >= len(toks) || toks[n+1].kind != dun && !toks[n+1].is(conj) {
			toks = toks[n+1:]
			break
		}
		if !isRegion(&toks[n+2]) {
			return ""
		}
	}
	rest := join(toks)
	if f.Measure == "share" && len(toks) > 0 && (sumsOfPlaces()[toks[0].text] || hasWord(toks, "贡献")) {
		return "" // 甲县、乙县、丙县三地贡献了九成
	}
	if strings.HasPrefix(rest, "等") || holdsAny(rest, summing()) || strings.Contains(strings.ReplaceAll(rest, "占比", ""), "占") {
		return ""
	}
	return first
}

// sumOfTold is what was told last, of the place that holds all those that the sentence has told of, where a word points back at them:
// 甲市131万人次，乙市89万人次，两市占了六成.
func (r *reader) sumOfTold(s *site) (statement, bool) {
	if r.Report.Kind != "" || r.current == nil || !sumsOfPlaces()[join(trimReach(s.nounPhrase))] {
		return statement{}, false
	}
	all, several := "", false
	for k := len(r.out.Facts) - 1; k >= 0 && r.out.Facts[k].Start >= r.start; k-- {
		switch code := r.out.Facts[k].RegionCode; {
		case code == "" || code == "100000" || code == r.home:
		case all == "":
			all = code
		case code != all:
			all, several = holderOf(all, code), true
		}
	}
	st := *r.current
	st.region, st.code = all, r.out.Facts[len(r.out.Facts)-1].Indicator
	return st, several && all != ""
}

// farFromHome tells of places listed behind a 在 or the like that all lie outside the one that the news is of, whose people do something there:
// 在广州、成都等地设了23个窗口.
func (r *reader) farFromHome(toks []token) bool {
	if r.Report.Kind != "" || r.local() || !endsWithAny(r.text[r.start:toks[0].start], leadingAway()) {
		return false
	}
	return !slices.ContainsFunc(toks, func(t token) bool { return t.kind == where && !r.elsewhere(r.regionOf(t.at)) })
}

var leadingAway = phrases("leading away")

// onlyEnd tells of a place outside the one that the news is of where people or goods only come from or go to: 省外去向中，浙江占32%.
func (r *reader) onlyEnd(code string, t token) bool {
	if strings.HasSuffix(t.text, "内") && code != "100000" && startsWithAny(r.text[t.end:r.end], outsideHome()) {
		return true // 省内市外21万人
	}
	if r.Report.Kind != "" || r.local() || code == "" || code == "100000" || !r.elsewhere(code) {
		return false
	}
	before := r.text[r.start:t.start]
	if i := strings.LastIndex(before, "："); i >= 0 && endsWithAny(before[:i], endsOfFlows()) {
		return true // 外资来源：香港41%；台湾25%
	}
	if i := strings.LastIndex(before, "；"); i >= 0 {
		before = before[i:]
	}
	return holdsAny(before, endsOfFlows())
}

var endsOfFlows, outsideHome = phrases("ends of flows"), phrases("outside home")

// homeOfPerson tells of a place outside the one that the news is of from which one of its people comes: 河南南阳人李国强.
func (r *reader) homeOfPerson(toks []token, code string) bool {
	if r.Report.Kind != "" || r.local() || code == "" || !r.elsewhere(code) {
		return false
	}
	after := r.text[toks[placesFrom(toks, 0)-1].end:r.end]
	rest, ok := strings.CutPrefix(after, "人")
	return strings.HasPrefix(after, "籍") || ok && strings.HasPrefix(rest, "“") || ok && !startsWithAny(rest, behindPeople())
}

var behindPeople = phrases("words begun with people")

// comesBack lets what a sentence of the news tells behind several places inside the one it is of be of that again: 甲县开行97列，乙县143列；外运煤炭4731万吨.
func (r *reader) comesBack() {
	if r.wentThroughPlaces() {
		r.sentence.region, r.line.region, r.owner, r.scene, r.at = "", "", "", "", ""
	}
}

// departsFrom lets the place that a train or ship of the news leaves own the sentence: 班列从赣州港驶往莫斯科.
func (r *reader) departsFrom(i int, code string) bool {
	if r.Report.Kind != "" || code == "" || code == "100000" || !r.local() && !place.Contains(r.home, code) {
		return false
	}
	if !r.leftFor(i) {
		return false
	}
	r.sentence.region = code
	return true
}

// leftFor tells of the place at token i that something leaves for somewhere.
func (r *reader) leftFor(i int) bool {
	first := r.breathOf(i)
	if first == 0 || r.toks[first-1].text != "从" && r.toks[first-1].text != "由" {
		return false
	}
	after := r.text[r.toks[i].end:r.end]
	for _, end := range stationsLeft().words {
		after = strings.TrimPrefix(after, end)
	}
	return startsWithAny(after, departing())
}

var departing, stationsLeft = phrases("departing"), phrases("stations left")

// opensSection tells of a line that opens a section of its own in the news of no one place, whose story has left the place of the one before:
// 【二级市场】国债期货收涨.
func (r *reader) opensSection(line string) bool {
	if r.Report.Kind != "" || !r.local() || r.lineStart == r.firstLine {
		return false
	}
	line = strings.TrimLeft(line, " 　*")
	if !strings.HasPrefix(line, "【") {
		return false
	}
	head, _, ok := strings.Cut(line, "】")
	return ok && len(r.known.Scan(head)) == 0
}

// brokenDown tells of a sentence of the news of no one place that breaks a quantity of the country down by its provinces: 分省看，山东占31%.
func (r *reader) brokenDown(text string) bool {
	return r.Report.Kind == "" && r.local() && startsWithAny(text, byPlaces())
}

var byPlaces = phrases("broken down by place")

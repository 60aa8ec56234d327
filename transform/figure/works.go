package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan"
	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
)

// What the news tells of roads, railways and what is built: 全长105公里的某某铁路, and how long the way takes once it is open.

// roads end the names of those that are called by the short names of their two ends: 京沪高铁.
var roads = phrases("roads named by their ends")

// lineAt is the name of the road or railway that ends with token i.
func (r *reader) lineAt(i int) string {
	if !roads().has(r.toks[i].text) || i == 0 {
		return ""
	}
	j := i
	for j > 0 && shortForPlace(&r.toks[j-1]) {
		j--
	}
	if j == i && namesEnds(&r.toks[i-1]) {
		j--
	}
	if n := utf8.RuneCountInString(r.text[r.toks[j].start:r.toks[i].start]); n < 2 || n > 3 {
		return ""
	}
	return r.text[r.toks[j].start:r.toks[i].end]
}

// shortForPlace tells of a word of one character that may be the short name of a place: 京, 沪.
func shortForPlace(t *token) bool {
	if t.kind != word || t.class != 0 || t.text == "无" || strings.ContainsAny(t.pos, "mup") {
		return false
	}
	return utf8.RuneCountInString(t.text) == 1
}

// namesEnds tells of a word for both ends of a road, which the dictionary may take for a number: 京沪, 沪昆, not 一条.
func namesEnds(t *token) bool {
	if t.kind != word {
		return false
	}
	return properPOS[t.pos] || t.pos == "m" && !strings.ContainsAny(t.text, "首一两二三四五六七八九十多条")
}

// rememberLine keeps the road or railway that ends with token i, if it does not only begin the name of a tunnel of it.
func (r *reader) rememberLine(i int) {
	line := r.lineAt(i)
	if line == "" {
		return
	}
	_, first := utf8.DecodeRuneInString(line)
	switch last := r.lastNamed["work"]; {
	case strings.HasPrefix(last, line):
	case strings.HasPrefix(last, line[first:]):
		r.lastNamed["work"] = line[:first] + last
	default:
		r.keepName(line, "work")
	}
}

var (
	travel = phrases("travel")
	extent = phrases("extent")
)

// ownedByWork gives the length of a road or railway, and the time its way takes, to the one that was named last.
func (r *reader) ownedByWork(f *yiyuan.Fact, s *site) {
	if r.Report.Kind != "" || f.SubjectKind != "region" || r.clause.subject != "" {
		return
	}
	r.alongTheWay(f, s)
	work, before := r.lastNamed["work"], r.saidBefore(s)
	if work == "" {
		return
	}
	for _, part := range [...]string{"桥", "隧道"} {
		if strings.Contains(before, part) && !strings.Contains(work, part) {
			return
		}
	}
	switch f.Unit {
	case "km", "m":
		part := stretchIn(r.leftTokens)
		if part != "" || holdsAny(r.clauseAround(s.tok.start, s.tok.end), extent()) {
			f.Subject, f.SubjectKind = work+part, "project"
		}
	case "hour", "minute":
		if f.Indicator == "duration" && holdsAny(before, travel()) {
			f.Subject, f.SubjectKind = lineOf(work), "project"
		}
	}
}

// lineOf is the line that a tunnel or bridge is named as of: 某某高铁 of 某某高铁东山隧道.
func lineOf(work string) string {
	for _, road := range roads().words {
		if i := strings.Index(work, road); i > 0 {
			return work[:i+len(road)]
		}
	}
	return work
}

// stretchIn is the stretch of a line that a clause is told of: 河北段.
func stretchIn(toks []token) string {
	for i, t := range toks {
		if i > 0 && toks[i-1].kind == where && strings.HasPrefix(t.text, "段") {
			return toks[i-1].text + "段"
		}
	}
	return ""
}

// sized are units of what is said of a thing before its name.
var sized = map[string]bool{"CNY": true, "USD": true, "m2": true, "km2": true, "mu": true, "ha": true, "km": true, "kW": true}

// ownerBehind is the project or park that a figure stands before as what it is like: 总投资90亿元的某某项目.
func (r *reader) ownerBehind(f *yiyuan.Fact, s *site) (name, kind string) {
	if r.Report.Kind != "" || !sized[f.Unit] || f.Measure != "level" || f.Unit == "km" && !hasWord(s.left, "全长", "总长") {
		return "", ""
	}
	for i := range r.toks {
		if r.toks[i].start < s.tok.end {
			continue
		}
		if r.toks[i].text == "左右" || r.toks[i].text == "以上" {
			i++
		}
		if i+1 >= len(r.toks) || r.toks[i].text != "的" || !ofName(&r.toks[i+1]) {
			return "", ""
		}
		name, kind, _ = r.entityAt(i + 1)
		if kind = settledKind(kind); kind != "project" && kind != "park" {
			behind := r.text[r.toks[i+1].start:r.end]
			name = projectBehind(behind)
			switch {
			case name == "" && (f.Indicator == "investment" || f.Indicator == "area"):
				name = workBehind(behind, worksInvestedIn().words)
			case !money[f.Indicator] && f.Indicator != "investment":
				name = ""
			}
			if name == "" {
				return "", ""
			}
			kind = "project"
		}
		if kind == "project" && f.Indicator == "investment" {
			r.sentence.subject, r.sentence.kind = name, kind // and what it will earn
		}
		if strings.Contains(name, "”") && !strings.Contains(name, "“") {
			name = "“" + name
		}
		return name, kind
	}
	return "", ""
}

// worksInvestedIn end what money is put into besides projects.
var worksInvestedIn = phrases("works invested in")

// siteBehind is the place of what a figure stands before as what it is like: 总投资60亿元的新疆阿克苏灌区工程.
func (r *reader) siteBehind(s *site) string {
	i := slices.IndexFunc(r.toks, func(t token) bool { return t.start >= s.tok.end })
	if s.measure != "level" || i < 0 {
		return ""
	}
	if code := r.goodsOf(i, s.tok.q.Unit.Code == "tonne" || s.tok.q.Unit.Code == "kg"); code != "" {
		return code
	}
	if !sized[s.tok.q.Unit.Code] {
		return ""
	}
	if r.toks[i].text == "左右" || r.toks[i].text == "以上" {
		i++
	}
	if i+2 >= len(r.toks) || r.toks[i].text != "的" || r.toks[i+1].kind != where {
		return ""
	}
	code := r.regionOf(r.toks[i+1].at)
	if next := r.toks[i+2]; next.kind == where && place.Contains(code, r.regionOf(next.at)) {
		code = r.regionOf(next.at)
	} else if next.kind != word || next.is(conj) {
		return ""
	}
	if code == "100000" || !r.local() && !place.Contains(r.home, code) {
		return ""
	}
	for j := i + 2; j+1 < len(r.toks) && r.toks[j].kind == word; j++ {
		if (r.toks[j].text == "至" || r.toks[j].text == "到") && r.toks[j+1].kind == where {
			return "" // of both its ends
		}
	}
	return code
}

// goodsOf is the part of the place that the news is of from which the goods at token i come that a figure counts or weighs: 20吨信丰脐橙.
func (r *reader) goodsOf(i int, weight bool) string {
	if r.local() || i+1 >= len(r.toks) || r.toks[i].start != r.toks[max(i-1, 0)].end || r.toks[i].kind != where || r.toks[i].at.Full {
		return ""
	}
	goods := &r.toks[i+1]
	if goods.kind != word || goods.class != 0 {
		return ""
	}
	code := r.regionOf(r.toks[i].at)
	if code == r.home || !place.Contains(r.home, code) {
		return ""
	}
	hits := indicator.Industries(r.text[goods.start:r.end])
	if named := len(hits) > 0 && hits[0].Start == 0; !named && !(weight && strings.HasPrefix(goods.pos, "n")) {
		return ""
	}
	return code
}

var joining = phrases("joining places")

// meetWay lets the places that a road or railway joins own the rest of its sentence in the news of no one place: the smallest that holds them.
func (r *reader) meetWay(i int) {
	before := strings.TrimSuffix(r.text[r.start:r.toks[i].start], "了")
	if r.Report.Kind != "" || !r.local() || !endsWithAny(before, joining()) {
		return
	}
	n, joined := 0, false
	for j := i; j < len(r.toks) && (r.toks[j].kind == where || r.toks[j].kind == dun || r.toks[j].is(conj) || r.toks[j].text == "至"); j++ {
		n, joined = j+1-i, joined || n > 0 && r.toks[j].kind == where && r.toks[j-1].kind != where
	}
	if code := r.holderOfAll(r.toks[i : i+n]); joined && code != "" {
		r.sentence.region = code
		if code != "100000" {
			r.line.region = code
		}
	}
}

// alongTheWay gives what runs from one place to another to the smallest that holds both, where it is no wider than a province.
func (r *reader) alongTheWay(f *yiyuan.Fact, s *site) {
	if f.Measure == "rank" {
		return
	}
	from := 0
	for i, t := range r.toks {
		switch {
		case t.start >= s.tok.end && t.kind.pauses():
			return
		case t.kind.pauses():
			from = i + 1
		case t.kind == where && i >= from+2 && r.toks[i-2].kind == where && leadsToEnd(r.toks[i-1].text) && !r.listed(i):
			a, b := r.endOf(r.toks[i-2].at), r.endOf(t.at)
			if f.RegionCode != a && f.RegionCode != "" && f.RegionCode != "100000" || a == r.home && !strings.HasSuffix(a, "00") {
				return // or of what a county does on a way that leads out of it
			}
			if region, ok := place.Lookup(holderOf(a, b)); ok {
				f.RegionCode, f.RegionName, f.Subject = region.Code, region.Name, region.Name
			}
			return
		}
	}
}

// leadsToEnd tells of a word between the two ends of a way.
func leadsToEnd(word string) bool { return word == "至" || word == "到" }

// holderOf is the smallest place below the country that holds both, "" where there is none.
func holderOf(a, b string) string {
	for a != "" && a != "100000" {
		if place.Contains(a, b) {
			return a
		}
		region, _ := place.Lookup(a)
		a = region.Parent
	}
	return ""
}

// placedByName takes the place in the name of a project, park or body for where it is, where the news tells no other.
func (r *reader) placedByName(f *yiyuan.Fact) {
	atScene := f.SubjectKind == "other" && r.sentence.subject == f.Subject && r.clause.region == "" && r.sentence.region == "" // 乙市某景区接待游客20万人次，门票收入500万元
	if r.Report.Kind != "" || !atScene && !toldOnlyWidely(f) || !liesAtItsName(f) {
		return
	}
	code := ""
	for _, m := range r.known.Scan(f.Subject) {
		at := r.resolve(&m)
		if at == "" || at == "100000" || m.Kind == place.KindGroup {
			continue
		}
		if code != "" && !place.Contains(code, at) {
			return
		}
		code = at
	}
	ofProvince := f.SubjectKind == "park" && f.RegionCode != "" && f.RegionCode != "100000" && !endsWithAny(f.Subject, serving())
	if ofProvince && strings.HasSuffix(code, "00") {
		return // a park of a county is in it, whatever the province tells
	}
	if region, ok := place.Lookup(code); ok && (f.RegionCode == "" || place.Contains(f.RegionCode, code) || atScene && place.Contains(r.home, code)) {
		f.RegionCode, f.RegionName = region.Code, region.Name
	}
}

// toldOnlyWidely tells of a fact that the news places nowhere but in the country, or in a wider place than its subject lies in.
func toldOnlyWidely(f *yiyuan.Fact) bool {
	switch {
	case f.RegionCode == "", f.RegionCode == "100000":
		return true
	case f.SubjectKind == "enterprise":
		return strings.HasSuffix(f.RegionCode, "00")
	case f.SubjectKind == "park":
		return strings.HasSuffix(f.RegionCode, "0000")
	}
	return strings.HasSuffix(f.RegionCode, "0000") && endsWithAny(f.Subject, serving())
}

// liesAtItsName tells of what lies in the place that its name holds, and not of a road or line between two.
func liesAtItsName(f *yiyuan.Fact) bool {
	switch f.SubjectKind {
	case "region", "industry":
		return false
	case "other":
		if !endsWithAny(f.Subject, serving()) {
			return false
		}
	}
	return !holdsAny(f.Subject, roads()) && !strings.Contains(f.Subject, "特高压")
}

// placedByBranch takes the place in the bracket behind the name of a body or firm for where it is: 某某大学（广州）.
func (r *reader) placedByBranch(f *yiyuan.Fact) {
	if r.Report.Kind != "" || f.SubjectKind != "institution" && f.SubjectKind != "enterprise" {
		return
	}
	_, after, named := strings.Cut(r.text, f.Subject+"（")
	branch, _, closed := strings.Cut(after, "）")
	if !named || !closed || len(branch) > longestBranch {
		return
	}
	places := r.known.Scan(branch)
	if len(places) != 1 || places[0].Kind != place.KindRegion || places[0].Start > 0 || places[0].End < len(branch) {
		return
	}
	if region, ok := place.Lookup(r.endOf(&places[0])); ok && region.Code != "100000" {
		f.RegionCode, f.RegionName = region.Code, region.Name
	}
}

// longestBranch is how many bytes the name of a place in such a bracket has at most.
const longestBranch = 18

package figure

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/indicator"
	"yiyuan/transform/place"
	"yiyuan/transform/tables"
)

//go:embed entities.csv
var entitiesCSV string

func init() { tables.Register("entities.csv", &entitiesCSV) }

// entityKind is the kind of subject that an ending of names tells.
type entityKind struct{ ending, kind string }

// entityKinds are the endings of names by their last character, the longest first.
var entityKinds = sync.OnceValue(func() *byFirst[entityKind] {
	kinds := &byFirst[entityKind]{}
	for row := range tables.Rows(entitiesCSV, 2) {
		ending, kind := row[0], row[1]
		last, _ := utf8.DecodeLastRuneInString(ending)
		kinds.add(string(last), entityKind{ending, kind})
	}
	longestFirst := func(a, b entityKind) int { return len(b.ending) - len(a.ending) }
	for _, list := range kinds.lists {
		slices.SortStableFunc(list, longestFirst)
	}
	for _, list := range kinds.other {
		slices.SortStableFunc(list, longestFirst)
	}
	return kinds
})

// kindOfName tells by its ending what a name is the name of.
func kindOfName(name string) string {
	last, _ := utf8.DecodeLastRuneInString(name)
	for _, k := range entityKinds().with(last) {
		if len(k.ending) < len(name) && ends(name, k.ending) {
			return k.kind
		}
	}
	return ""
}

// ownKind is the kind of a name that the table of owners holds whatever its ending: a bank of the state's policy is an institution.
func ownKind(name, kind string) string {
	for _, a := range areasByName().ahead(name) {
		if a.name == name {
			return a.kind
		}
	}
	return kind
}

// generic are beginnings of noun phrases that name a group, not one thing: 重点企业, 各类平台.
var generic = phraseWords("groups at large")

// ofName tells whether a token may stand in a name; 三类 of 三类县域 and 第二 of 某市第二棉纺厂 are no figures there.
func ofName(t *token) bool {
	if t.kind == figure {
		return !t.q.Arabic && (strings.HasSuffix(t.text, "类") || numbersOne(t.text))
	}
	return t.kind == word || t.kind == where || t.kind == quote
}

// numbersOne tells of the number of one among its like, with no word for what is counted: 第二 of 第二棉纺厂, not 第二届.
func numbersOne(text string) bool {
	number, is := strings.CutPrefix(text, "第")
	return is && number != "" && strings.Trim(number, "一二三四五六七八九十") == ""
}

// countedByOrder stand behind the number of one among many, which is no part of a name: 第一座水电站.
var countedByOrder = phrases("counted by order")

// meetEntity lets a name that opens a clause rule it and what follows, and lets a place do so in its stead.
func (r *reader) meetEntity(i int) {
	if !ofName(&r.toks[i]) || !r.opens(i) && !r.liesBefore(i) {
		return
	}
	if name := r.listedFirmAt(i); name != "" {
		r.nameSubject(name, "enterprise")
		r.keepName(name, "enterprise")
		return
	}
	if r.meetToldFirm(i) || r.meetLastFirm(i) || r.meetPlaceFirm(i) {
		return
	}
	name, kind, next := r.entityAt(i)
	if name == "" || r.countedBehind(next) || kind == "institution" && !r.opens(i) {
		return
	}
	if next < len(r.toks) && !actsNext(r.toks[next], kind) && !servesNext(r.toks[next], name) && !r.ownsNext(next, kind) && !r.measuredNext(next, kind) {
		return
	}
	if r.announces(next, kind) || r.Report.Kind != "" && endsWithAny(name, buildings()) {
		return
	}
	own := ownKind(name, settledKind(kind))
	r.clause.subject, r.clause.kind = name, own
	if kind = settledKind(kind); kind == "region" || kind == "industry" || kind == "cluster" || kind == "project" {
		r.sentence.subject, r.sentence.kind = name, own
		return
	}
	if r.Report.Kind != "" {
		return
	}
	r.sentence.subject, r.sentence.kind = name, own
	if kind == "other" && !r.atLineStart() {
		return
	}
	if kind != "institution" || next >= len(r.toks) || actsNext(r.toks[next], kind) {
		r.line.subject, r.line.kind = name, own
	}
}

// buildings end the names of what a report tells as built or opened and no more: 某某火车站改扩建.
var buildings = phrases("buildings of reports")

// liesBefore tells of a clause of the news that up to token i has only said where what it names lies: 位于某某镇的某某产业园.
func (r *reader) liesBefore(i int) bool {
	if r.Report.Kind != "" || i < 2 || r.toks[i-1].text != "的" {
		return false
	}
	before := r.text[r.start:r.toks[i-1].start]
	if clause := strings.TrimLeft(before[lastPause(before):], " 　"); whoseFirms().has(clause) || endsWithAny(clause, unitsOfTowns()) && clause != "" {
		return true // 镇里的某某合作社, 他的某某公司
	}
	for j := i - 2; j >= 0; j-- {
		switch t := r.toks[j]; {
		case t.text == "所在":
			return true // 某某纺织所在的某某工业区
		case lyingIn().has(t.text):
			return r.opens(j)
		case t.kind.pauses() || t.kind == figure:
			return false
		}
	}
	return false
}

// whoseFirms are words for whose a firm is.
var whoseFirms, unitsOfTowns = phraseWords("whose firms"), phrases("units of towns")

// countedBehind tells of a count at token i that nothing is behind: what stands before it is the sort of thing counted. 绿色低碳工厂379家、,
// 电商产业园达8个.
func (r *reader) countedBehind(i int) bool {
	for ; i < len(r.toks); i++ {
		if t := &r.toks[i]; t.kind != time && (t.kind != word || !t.is(reach|upto|downto|turnto) && !movesFrom[t.text]) {
			break
		}
	}
	if i == len(r.toks) || r.toks[i].kind != figure || r.toks[i].q.Kind != "count" || r.toks[i].q.Unit.Code != "count" {
		return false
	}
	return i+1 == len(r.toks) || r.toks[i+1].kind.pauses() || r.toks[i+1].kind == dun || r.toks[i+1].is(upto|downto)
}

// settledKind is the subject_kind of a name: works are projects, areas regions.
func settledKind(kind string) string {
	switch kind {
	case "area":
		return "region"
	case "work":
		return "project"
	}
	return kind
}

// ownsNext tells of the name of a firm, park or body in the news before 的 and a quantity: 某某公司的销售额.
func (r *reader) ownsNext(next int, kind string) bool {
	if r.Report.Kind != "" || next+1 >= len(r.toks) {
		return false
	}
	switch kind {
	case "enterprise", "park", "institution", "platform":
	default:
		return false
	}
	if t := r.toks[next]; t.text != "的" {
		return kind == "institution" && t.kind == word && (strings.HasPrefix(t.pos, "v") || t.pos == "f")
	}
	t := r.toks[next+1]
	return t.kind == word && (isName(t.text) || len(indicator.Terms(t.text)) > 0)
}

// measuredNext tells of a place that people or goods go through, or of works, in the news before a quantity of several words: 某某风景区门票收入1200万元,
// 某某口岸进出口货运量.
func (r *reader) measuredNext(next int, kind string) bool {
	if r.Report.Kind != "" || kind != "other" && kind != "platform" {
		return false
	}
	for i := next; i < len(r.toks) && i < next+5; i++ {
		switch t := &r.toks[i]; {
		case t.kind == figure, t.kind != word, t.text == "的", t.text == "等", strings.HasPrefix(t.pos, "v") && !isName(t.text):
			return false
		case isName(t.text) || len(indicator.Terms(t.text)) > 0:
			return true
		}
	}
	return false
}

// announces tells of a body that only makes statistics known: 中国人民银行今天发布金融统计数据. They are of whom they tell of.
func (r *reader) announces(next int, kind string) bool {
	if r.Report.Kind != "" || kind != "enterprise" && kind != "institution" {
		return false
	}
	told := false
	for ; next < len(r.toks); next++ {
		switch t := r.toks[next]; {
		case t.kind == comma, told && t.text == "的":
			return told // 某某交易所发布的运价指数
		case t.kind == figure && r.counts(next), t.kind == semi, t.kind == stop, holdsAny(t.text, accountsOfFirms()):
			return false
		case givingOut().has(t.text):
			told = true
		}
	}
	return false
}

// accountsOfFirms are words for what a firm tells of itself.
var accountsOfFirms = phrases("accounts of firms")

// actsNext tells whether what follows a name lets it be the subject: a verb, a mark, a figure or a quantity of its own.
func actsNext(t token, kind string) bool {
	switch {
	case t.text == "的" || t.text == "等" || t.is(conj) && kind != "enterprise":
		return false
	case t.kind == comma || t.kind == figure || t.kind == time || t.kind == open:
		return true
	case t.kind != word:
		return false
	case t.is(event | reach | exist | newness | up | down | net | share | rank | aim | expect | plan):
		return true
	case isName(t.text):
		return kind != "project"
	case kind == "area":
		return len(indicator.Terms(t.text)) > 0 || t.text == "数量"
	}
	if kind == "work" {
		return t.text == "线路" || strings.HasPrefix(t.pos, "v")
	}
	return kind == "enterprise" || kind == "park" || kind == "industry" && strings.HasPrefix(t.pos, "v")
}

// yearly are words between the name of a place people or goods go through and how many do: 某某机场年旅客吞吐量.
var yearly = map[string]bool{"年": true, "新": true, "每年": true, "全年": true, "日均": true}

// servesNext tells of what a place that people or goods go through does, or a court, school or hospital: 某某口岸进出口, 某某法院审结. What a
// body of the state does is most often to make known.
func servesNext(t token, name string) bool {
	return t.kind == word && (strings.HasPrefix(t.pos, "v") || t.pos == "d" || yearly[t.text]) && (endsWithAny(name, serving()) || endsWithAny(name, markets()))
}

// serving end the names of such places.
var serving = phrases("serving")

// sights end the names of places that are visited, sortsOfSights begin those of several.
var sights, sortsOfSights = phrases("sights"), phrases("sorts of sights")

// isCounted tells of a noun the tables know as something that is counted: it names a sort, not one of it.
func isCounted(name string) bool { return indicator.IsNoun(name) }

// properPOS are the parts of speech that names begin with, and what the dictionary does not know.
var properPOS = map[string]bool{"nr": true, "nrt": true, "nz": true, "ns": true, "nt": true, "x": true, "zg": true, "j": true, "eng": true}

// breaksName are words that no name holds.
var breaksName = phraseWords("breaking names")

// inNoNames are words that stand in no name: 还没下树就被合作社.
var inNoNames = phrases("in no names")

// behindNames are words that go on behind a name with what its owner does, and stand in none that has ended.
var behindNames = phrases("behind names")

// entityAt reads the name that begins at token i, and the token behind it.
func (r *reader) entityAt(i int) (name, kind string, next int) {
	p := r.toks[i].pos
	verbal := r.toks[i].kind == word && strings.HasPrefix(p, "v")
	if generic().has(r.toks[i].text) || outdoing().has(r.toks[i].text) {
		return "", "", i
	}
	if r.toks[i].kind == word && (p == "d" || p == "p") || r.toks[i].is(reach|among|event) && !verbal {
		return "", "", i
	}
	proper, singles := false, 0 // a word the dictionary does not know comes in single characters
	so := ""                    // the words up to here
	for j := i; j < len(r.toks) && j < i+14; j++ {
		t := r.toks[j]
		if !ofName(&t) && t.kind != open && t.kind != shut {
			break
		}
		if t.kind == figure && numbersOne(t.text) && (name != "" || startsWithAny(r.text[t.end:r.end], countedByOrder())) {
			break
		}
		if t.kind == word && (t.is(up|down|upto|downto|aim|expect|resp|among|share|rank) || goesOnBehindName(&t, so)) {
			break
		}
		if breaksName().has(t.text) || t.pos == "r" && t.kind == word {
			if name != "" {
				break
			}
			return "", "", i
		}
		if utf8.RuneCountInString(t.text) == 1 && t.kind == word {
			singles++
		}
		if name != "" && t.kind == word && behindNames().has(t.text) {
			break // 县农商行|已为合作社
		}
		proper = proper || t.kind == quote || t.kind == where && r.namesRegion(t.at)
		so = join(r.toks[i : j+1])
		k := kindOfName(so)
		city := k == "other" && t.kind == where && !strings.HasSuffix(t.text, "口岸") // 张家港
		sector := (k == "industry" || k == "cluster") && slices.ContainsFunc(r.toks[i:j+1], func(t token) bool { return t.kind == figure && numbersOne(t.text) })
		if k != "" && !city && !sector && !strings.Contains(so, "中有") {
			name, kind, next = so, k, j+1
		}
	}
	if name == "" || holdsAny(name, inNoNames()) {
		return "", "", i
	}
	name = strings.Trim(name, "、“”《》‘’")
	for _, w := range wholesOfPlaces().words {
		name = strings.TrimPrefix(name, w)
	}
	if at := strings.Index(name, "合资"); at > 0 && at <= len("中美日") {
		name = strings.TrimPrefix(name[at+len("合资"):], "经营") // 中美合资某某公司
	}
	size := utf8.RuneCountInString(name)
	if strings.HasSuffix(name, "地区") && next < len(r.toks) && strings.HasPrefix(r.toks[next].text, "生产总值") {
		return "", "", i // 莆田地区生产总值
	}
	found := nameFound{
		name: name, kind: kind, pos: p,
		first: i, words: next - i, size: size, singles: singles,
		proper: proper, verbal: verbal, unknown: properPOS[p],
	}
	if r.namesNoOne(&found) || !r.namesOne(&found) {
		return "", "", i
	}
	return name, kind, next
}

// nameFound is what may be the name of a firm, park, project or body, as it stands in the sentence.
type nameFound struct {
	name, kind, pos             string
	first, words, size, singles int  // its first token, how many words and characters it has, how many words of one character
	proper, verbal, unknown     bool // whether it holds a place or stands in quotation marks, begins with a verb, or with no common word
}

// goesOnBehindName tells of a verb that goes on behind a name and does not belong to it.
func goesOnBehindName(t *token, name string) bool {
	return t.is(reach|event|exist|newness) && kindOfName(name+t.text) == "" && utf8.RuneCountInString(t.text) > 1
}

// namesRegion tells of a place smaller than the country.
func (r *reader) namesRegion(m *place.Match) bool {
	code := r.regionOf(m)
	return code != "" && code != "100000"
}

// namesNoOne tells of what has the shape of a name and is that of a sort, of several or of a part of a sentence.
func (r *reader) namesNoOne(n *nameFound) bool {
	switch {
	case r.Report.Kind == "" && namesSort(n.name), strings.ContainsAny(n.name, "等【】"), strings.Contains(n.name, "从事"), beginsWithHaving(n.name), isCounted(n.name):
		return true
	case strings.ContainsAny(n.name, "(（") && !strings.ContainsAny(n.name, ")）"):
		return true
	case (n.verbal || n.pos == "a") && !r.namesBank(n.name, n.words) && !(n.kind == "area" && strings.Contains(n.name, "类")):
		return true
	case n.kind == "park" && (startsWithAny(n.name, gradesOfParks()) || endsWithAny(n.name, aroundParks())):
		return true // parks of a grade are many; 海关驻园工作点
	case n.size > 30, n.size < 3:
		return true
	}
	return n.size == 3 && n.kind != "industry" && !(n.proper && strings.HasSuffix(n.name, "港"))
}

// beginsWithHaving tells of what begins with a verb and no name: 有专业批发市场 of 全市有专业批发市场, not 有色金属产业.
func beginsWithHaving(name string) bool {
	return strings.HasPrefix(name, "有") && !startsWithAny(name, []string{"有色", "有机", "有研"})
}

// gradesOfParks begin what the parks of a grade are called together, aroundParks are verbs with a 园 that is none of a name.
var gradesOfParks, aroundParks = phrases("grades of parks"), phrases("around parks")

// namesOne tells by its kind whether a name is that of one firm, park, project or body.
func (r *reader) namesOne(n *nameFound) bool {
	split := n.unknown || n.singles > 1 // no words of the dictionary
	switch {
	case n.kind == "industry" || n.kind == "cluster":
		return !r.namesSector(n)
	case r.namedBefore(n.name, n.kind):
		return true
	case n.kind == "project" && n.unknown && n.pos != "eng" && r.Report.Kind == "" && !tendsProjects(n.name):
		return true
	case n.kind == "work" && (n.proper || n.unknown || n.singles > 1 && (n.first == 0 || n.size < 7)):
		return true
	case split && (n.kind == "park" || n.kind == "project" && n.first > 0 && r.toks[n.first-1].text == "的"):
		return true
	case endsWithAny(n.name, serving()) && r.servesByName(n):
		return true
	case n.kind == "area":
		return len(indicator.Nouns(n.name)) <= 1 && (n.proper || n.size <= 8)
	case n.proper:
		return true
	case n.kind == "enterprise":
		return split || strings.Contains(n.name, "有限") || r.namesBank(n.name, n.words)
	}
	return (n.kind == "other" || n.kind == "platform" && endsWithAny(n.name, markets())) && n.unknown
}

// tendsProjects tells of a clause that says with what zeal projects are seen to, and names none: 山阳精心抓好工业项目.
func tendsProjects(name string) bool { return holdsAny(name, seeingTo()) }

// seeingTo are words for seeing to something with zeal.
var seeingTo = phrases("seeing to works")

// markets end the names of those where goods are traded.
var markets = phrases("markets")

// servesByName tells of a short name of a place that people or goods go through, of a court, school or hospital, or of a sight.
func (r *reader) servesByName(n *nameFound) bool {
	if n.kind != "other" && n.kind != "institution" && n.kind != "platform" || n.size >= 9 {
		return false
	}
	return n.singles > 1 || endsWithAny(n.name, sights()) && !startsWithAny(n.name, sortsOfSights())
}

// namesSector tells of the name of an industry that is a sector of a place: 河南战略性新兴产业.
func (r *reader) namesSector(n *nameFound) bool {
	bare := n.name
	if t := r.toks[n.first]; t.kind == where {
		bare = strings.TrimPrefix(bare, t.text)
	}
	if bare == "产业" || bare == "行业" || sectorLists[bare] != nil {
		return true
	}
	named, ok := indicator.IndustryNamed(bare)
	return ok && named.Sector
}

// namesSort tells of a name with the shape of one thing's that is of several: 上海重点园区, 科创板上市公司.
func namesSort(name string) bool {
	return strings.HasPrefix(name, "个") || sortsOfFirms().has(name) || holdsAny(name, sortsOfThings())
}

// namesBank tells of the name of a bank in the news, of so many words, which may begin with any: 大同银行, 招商银行.
func (r *reader) namesBank(name string, words int) bool {
	return r.Report.Kind == "" && words <= 2 && strings.HasSuffix(name, "银行") && utf8.RuneCountInString(name) < 7
}

// sortsOfThings are words in what airports, parks, projects and firms are called together.
var sortsOfThings = phrases("sorts of named things")

// sortsOfFirms are what firms of one trade are called together.
var sortsOfFirms = phrases("sorts of firms")

// namedBefore tells of a name that ends one named before: 某某示范区 of 某省某某示范区.
func (r *reader) namedBefore(name, kind string) bool {
	return utf8.RuneCountInString(name) > 4 && strings.HasSuffix(r.lastNamed[kind], name)
}

// meetTopic lets a name that closes a clause as the head of 的 rule what follows: 总部位于福州的网龙公司，去年….
func (r *reader) meetTopic(i int) {
	for j := i - 1; j > 0 && j > i-8; j-- {
		if !ofName(&r.toks[j]) {
			return
		}
		if r.toks[j-1].text != "的" {
			continue
		}
		name, kind, next := r.entityAt(j)
		if name == "" || next != i {
			return
		}
		kind = settledKind(kind)
		r.sentence.subject, r.sentence.kind = name, kind
		return
	}
}

// remember keeps the last name of each kind in a paragraph of news, for 该公司 and 园区 to stand for.
func (r *reader) remember(i int) {
	if r.Report.Kind == "" {
		r.rememberLine(i)
	}
	if r.Report.Kind != "" || r.toks[i].kind != where && !(r.toks[i].kind == word && properPOS[r.toks[i].pos]) {
		if r.Report.Kind == "" && r.toks[i].kind == word && (r.opens(i) || r.toks[i-1].text == "的") {
			if name, kind, next := r.entityAt(i); kind == "work" && !slices.ContainsFunc(r.toks[i:next], describes) {
				r.keepName(name, kind) // 石牛山隧道昨天贯通
				return
			}
		}
		r.rememberFirm(i)
		return
	}
	if name, kind, _ := r.entityAt(i); name != "" {
		r.keepName(name, kind)
		return
	}
	r.rememberFirm(i)
}

// describes tells of a word that says what a thing is like and is none of its name: 国内最大直径盾构隧道, 公轨合建隧道.
func describes(t token) bool {
	return strings.HasPrefix(t.pos, "v") || strings.HasPrefix(t.text, "最")
}

// rememberFirm keeps the firm that a clause of the news comes to, by a name with no word for a firm: 村北就是某某种业的育苗车间.
func (r *reader) rememberFirm(i int) {
	if r.Report.Kind != "" || i == 0 || !leadingToFirms().has(r.toks[i-1].text) {
		return
	}
	if name := r.bareFirmAt(i); name != "" {
		r.keepName(name, "enterprise")
	}
}

// leadingToFirms are words before the firm that a clause comes to.
var leadingToFirms = phrases("leading to firms")

func (r *reader) keepName(name, kind string) {
	if strings.HasSuffix(r.lastNamed[kind], name) {
		return
	}
	if r.lastNamed == nil {
		r.lastNamed = map[string]string{}
	}
	r.lastNamed[kind] = name
	if kind == "enterprise" {
		r.lastFirm = name
	}
	if r.lastByKind == nil {
		r.lastByKind = map[string]string{}
	}
	if was, named := r.lastByKind[kind]; named && was != name && !strings.Contains(name, was) {
		name = "" // of several none is meant where another paragraph says 园区
	}
	r.lastByKind[kind] = name
}

// meetFirm reads a firm whose name has no ending that tells it, but a wider place at its head: 福建展化化工.
func (r *reader) meetFirm(i int) {
	end := r.toks[i].end
	for j := i + 1; j < len(r.toks) && j < i+5; j++ {
		t := r.toks[j]
		if t.kind != word || t.class != 0 || strings.HasPrefix(t.pos, "v") && len(t.text) > 3 || t.text == "的" || isName(t.text) {
			break
		}
		end = t.end
	}
	name := r.text[r.toks[i].start:end]
	if strings.HasSuffix(name, "类") || strings.HasSuffix(name, "型") {
		return
	}
	n := utf8.RuneCountInString(name)
	if n < 4 || n > 12 || isCounted(name) || n < 5 && len(indicator.Industries(name[len(r.toks[i].text):])) > 0 {
		return
	}
	r.nameSubject(name, "enterprise")
}

func (r *reader) nameSubject(name, kind string) {
	if kind == "enterprise" {
		name = trimAny(name, partsOfFirms().words...)
	}
	r.clause.subject, r.clause.kind = name, kind
	r.sentence.subject, r.sentence.kind = name, kind
	if r.Report.Kind == "" {
		r.line.subject, r.line.kind = name, kind
	}
}

// partsOfFirms end what is but a room or yard of a firm: 某某纺织有限公司车间.
var partsOfFirms = phrases("parts of firms")

package place

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/search"
)

// headSize is how much of a text may tell where it is from, in bytes: about the first 2,000 characters.
const headSize = 6000

// Home decides which place a document is about, and says by what: the place in its title; the people's congress that it
// was read to; the dateline; the place of its paper, where it speaks as that (我市); the place that most names of its first
// page lie in; the publisher that it names. Head is the beginning of the text, with the headline first or without; without
// a title its first line stands for one. Publisher may be empty. A place that an address
// or a company's name brings in counts like any other: that is why the congress comes before counting.
func Home(title, head, publisher string) (code, evidence string) {
	head = head[:cut(head, headSize)]
	if title == "" {
		title = firstLine(head)
	}
	paper := paperPlace(publisher)
	about := ""
	gathers := strings.Contains(title, "快讯") || strings.Contains(title, "简讯") // the news of many places is of none
	if !gathers {
		about = dominant(head, paper)
	}
	if code, evidence := fromComparison(title, head); code != "" {
		return code, evidence
	}
	if about == "" {
		if code, evidence := fromTitleOfPaper(title, head, paper); code != "" {
			return code, evidence
		}
	}
	for _, read := range []func(title, head, about string) (string, string){fromFirm, fromTitle, fromShortName, fromTown, fromTownTold, fromNation, fromCongress, fromDateline} {
		if code, evidence := read(title, head, about); code != "" {
			if servesProvince(title, code) && namesProvinceMore(head, code) {
				return above(code, Province), evidence
			}
			return ofProvince(title, code), evidence
		}
	}
	if code := fromPaper(paper, about, publisher, title, head); code != "" {
		return code, "publisher: " + publisher
	}
	if seat, evidence := fromSeat(head); about != "" && seat != about && Contains(about, seat) {
		return seat, evidence
	}
	if county := countySpoken(head, about); county != "" {
		return county, "speaks as " + lookup(county).Name
	}
	if about != "" {
		return ofProvince(title, about), "most places named: " + lookup(about).Name
	}
	return fromLittle(title, head, paper, publisher, gathers)
}

// fromPaper is the place of the paper that a story stands in, where it speaks as that or the paper is of nothing else.
func fromPaper(paper, about, publisher, title, head string) string {
	switch {
	case speaksForWider(paper, about, title, head):
		return paper
	case paper == "" || about == paper || about != "" && !Contains(about, paper):
		return ""
	case about != "" && ownPaper(publisher) && !servesProvince(publisher, paper):
		return paper
	case speaksFor(title+"\n"+head, paper):
		return ofProvince(title, paper)
	}
	return ""
}

// fromLittle decides for a text whose title and most names say nothing: by a place that calls itself by name, its publisher, the only county or towns it
// names, a national voice, and at last the address it was found at.
func fromLittle(title, head, paper, publisher string, gathers bool) (code, evidence string) {
	if !gathers && !broadcast(head) {
		for _, read := range []func(string) (string, string){fromOwnName, fromSeat} {
			if code, evidence := read(title + "\n" + head); code != "" {
				return code, evidence
			}
		}
	}
	if code, evidence := fromPublisher(head); code != "" && !gathers {
		return ofProvince(title, code), evidence
	}
	if code, evidence := fromOnlyCounty(title, head); code != "" {
		return code, evidence
	}
	if code, evidence := fromItsTowns(head); code != "" {
		return code, evidence
	}
	for _, read := range []func(string) (string, string){fromNationalVoice, fromItsProvinces, fromOnlyName} {
		if code, evidence := read(head); code != "" {
			return code, evidence
		}
	}
	if code, evidence := fromCountyOfPaper(title, head, paper); code != "" {
		return code, evidence
	}
	if paper != "" && (ofItsPaper(title+"\n"+head, paper) || ownPaper(publisher) && namesNoPlace(title+"\n"+head)) {
		return paper, "publisher: " + publisher
	}
	return fromHost(publisher)
}

// fromTitleOfPaper takes the county of a title whose name several bear for the one that the publisher is of or in: 铁西区, of 沈阳市铁西区人社局.
func fromTitleOfPaper(title, head, paper string) (code, evidence string) {
	code, evidence = fromTitle(title, head, paper)
	if levelOf(code) != County || !Contains(paper, code) {
		return "", ""
	}
	return code, evidence
}

// ofProvince widens the place of the paper to its province where a headline that names no place tells of 全省, and not of
// how another place stands in it: 全省第一.
func ofProvince(title, code string) string {
	for _, unit := range []string{"全省", "我省", "全自治区"} {
		before, after, found := strings.Cut(title, unit)
		if found && !endsInAny(before, "居在超于占列位获为") && !strings.ContainsAny(title, "第首冠前榜一") && !strings.HasPrefix(after, "的") && len(Scan(title)) == 1 {
			return above(code, Province)
		}
	}
	return code
}

func endsInAny(s, chars string) bool {
	last, _ := utf8.DecodeLastRuneInString(s)
	return strings.ContainsRune(chars, last)
}

// fromOnlyCounty takes the one county that a text which speaks of 我县 names in full.
func fromOnlyCounty(title, head string) (code, evidence string) {
	if !strings.Contains(title, "我县") && !strings.Contains(head, "我县") {
		return "", ""
	}
	return onlyNamed(head, County)
}

// fromOnlyName takes the one place below a province that a text which speaks of all of it names in full.
func fromOnlyName(head string) (code, evidence string) {
	if code, evidence = onlyNamed(head, Prefecture); code == "" || tellsOfNation(head) {
		return "", ""
	}
	for _, m := range Scan(head) {
		if m.Kind == KindGroup && len(m.Candidates) == 0 && Resolve(m, code) == code {
			return code, evidence
		}
	}
	return "", ""
}

// onlyNamed is the one place of a level or smaller that a text names in full.
func onlyNamed(text string, level Level) (code, evidence string) {
	for _, m := range Scan(text) {
		if m.Kind != KindRegion || !m.Full || len(m.Candidates) != 1 || levelOf(m.Candidates[0]) < level {
			continue
		}
		if code != "" && code != m.Candidates[0] {
			return "", ""
		}
		code, evidence = m.Candidates[0], "only name: "+m.Text
	}
	return code, evidence
}

// broadcast tells of the news of the national broadcaster, which is of the country where no place has most of it.
func broadcast(head string) bool {
	return slices.ContainsFunc(broadcasters(), func(name string) bool { return strings.Contains(head, name) })
}

var broadcasters = phrases("national broadcasters")

// fromSeat takes the place that the news of a firm says it has its seat in: 总部位于山东邹平, 公司在山东邹平的本部.
func fromSeat(text string) (code, evidence string) {
	if !search.Holds(text, "公司") {
		return "", ""
	}
	within, begins, end := "", 0, 0 // the places named in one breath
	for _, m := range Scan(text) {
		c := Resolve(m, within, within)
		if m.Kind != KindRegion || c == "" {
			continue
		}
		if m.Start != end || !Contains(within, c) {
			begins = m.Start
		}
		within, end = c, m.End
		at := endsAny(text[:begins], seatsAt())
		if at || startsAny(text[end:], seatsOf()) {
			if code != "" && !Contains(code, c) {
				return "", "" // several
			}
			code, evidence = c, "seat: "+text[begins:end]
		}
	}
	return code, evidence
}

var seatsAt, seatsOf = phrases("seats at"), phrases("seats of")

// leadSize is how much of a text names the place it is of with the first words, in bytes: about a headline and a clause.
const leadSize = 180

// fromOwnName takes the place that a text names oftener than any other twice over and speaks as, be it by nothing but its short name: 提起安岳，
// 绕不开柠檬。…覆盖全县46个乡镇. What opens a text and is named three times needs no such word.
func fromOwnName(text string) (code, evidence string) {
	times, first := namings(text)
	most, other := "", 0
	for c, n := range times {
		switch {
		case n > times[most]:
			most, other = c, times[most]
		case n > other:
			other = n
		}
	}
	if most == "" || 2*other >= times[most] {
		return "", ""
	}
	opens := strings.Contains(text[:cut(text, leadSize)], first[most])
	speaks := speaksFor(text, most) || speaksWithin(text, most)
	if speaks && (opens || times[most] > 1) || opens && times[most] > 2 {
		return most, "own name: " + first[most]
	}
	return "", ""
}

// namings counts how often a text names each place below a province, holders left aside, and tells its first name of each.
func namings(text string) (times map[string]int, first map[string]string) {
	times, first = map[string]int{}, map[string]string{}
	add := func(code, name string, n int) {
		if code = inForce(code); levelOf(code) > Province {
			if times[code] += n; first[code] == "" {
				first[code] = name
			}
		}
	}
	matches := Scan(text)
	for _, m := range matches {
		n := names().byText[m.Text]
		switch {
		case m.Kind != KindRegion:
		case n != nil && n.trust == near && n.today == 1:
			add(n.codes[0], m.Text, 1)
		default:
			add(Resolve(m, ""), m.Text, 1)
		}
	}
	rest := withoutMatches(text, matches)
	for _, n := range toldWords() {
		if k := search.Count(rest, n.text); k > 1 {
			add(n.codes[0], n.text, k)
		}
	}
	return times, first
}

// withoutMatches is a text with the names that have been found in it left out, but for those whose short names are words besides: the 西区 of 铁西区 is none of its own.
func withoutMatches(text string, matches []Match) string {
	var b strings.Builder
	from := 0
	for _, m := range matches {
		if len(m.Candidates) > 0 && tellsShortName(m) {
			continue
		}
		b.WriteString(text[from:m.Start])
		b.WriteByte(' ')
		from = m.End
	}
	b.WriteString(text[from:])
	return b.String()
}

// tellsShortName tells of a place named by its short name, or in full behind that, where the short name is a word besides: 灯塔市.
func tellsShortName(m Match) bool {
	short := lookup(m.Candidates[0]).Short
	n := names().byText[short]
	return short != "" && n != nil && n.told && strings.HasPrefix(m.Text, short)
}

// toldWords are the short names of one place that are words besides, seldom enough to be told by how often a text has them.
var toldWords = sync.OnceValue(func() []*name {
	var told []*name
	for _, n := range names().byText {
		if n.told && n.trust == word && n.today == 1 {
			told = append(told, n)
		}
	}
	slices.SortFunc(told, func(a, b *name) int { return strings.Compare(a.text, b.text) })
	return told
})

// speaksWithin tells whether a text speaks of a place as from inside: 县里 in the news of a county.
func speaksWithin(text, code string) bool {
	name := lookup(code).Name
	_, size := utf8.DecodeLastRuneInString(name)
	unit := name[len(name)-size:]
	return search.Holds(text, unit+"里") || search.Holds(text, unit+"上")
}

// fromItsTowns takes the county that the towns of a text lie in, two of them, or one and the county's short name, which alone is
// not believed. The text names no place outside it but those that hold it.
func fromItsTowns(head string) (code, evidence string) {
	var last string
	seen := map[string]bool{}
	for i, c := range head {
		if c != '镇' && c != '乡' && !(c == '道' && strings.HasSuffix(head[:i], "街")) {
			continue
		}
		name, county := townEndingAt(head, i+len(string(c)))
		if county == "" {
			continue
		}
		if code != "" && code != county {
			return "", ""
		}
		code, last, seen[name] = county, name, true
	}
	if code == "" || tellsOfNation(head) {
		return "", ""
	}
	for _, m := range Scan(head) {
		if c := Resolve(m, code); c != "" && !Contains(c, code) && !Contains(code, c) {
			return "", ""
		}
	}
	if len(seen) > 1 || strings.Contains(strings.ReplaceAll(head, last, ""), lookup(code).Short) {
		return code, "towns named: " + last
	}
	return "", ""
}

func cut(s string, size int) int {
	if len(s) <= size {
		return len(s)
	}
	for size > 0 && !utf8.RuneStart(s[size]) {
		size--
	}
	return size
}

func firstLine(s string) string {
	line, _, _ := strings.Cut(strings.TrimSpace(s), "\n")
	if utf8.RuneCountInString(line) > 40 {
		return ""
	}
	return line
}

// fromCongress reads 在泉州市第十六届人民代表大会第五次会议上.
func fromCongress(_, head, about string) (string, string) {
	opening := head[:cut(head, 1200)]
	end := strings.Index(opening, "人民代表大会")
	if end < 0 {
		return "", ""
	}
	end += len("人民代表大会")
	start := strings.LastIndex(opening[:end], "在")
	if start < 0 || utf8.RuneCountInString(opening[start:end]) > 40 {
		return "", ""
	}
	phrase := opening[start:end]
	if strings.Contains(phrase, "全国") {
		return "100000", "read to: " + phrase
	}
	code := lastPlace(phrase, about)
	if code == "" {
		return "", ""
	}
	return code, "read to: " + phrase
}

func lastPlace(text, home string) string {
	code := ""
	for _, m := range Scan(text) {
		if c := Resolve(m, home, code); c != "" {
			code = c
		}
	}
	return code
}

// papers are those that file a story, pressSeat where those of the whole nation sit: a dateline from there says nothing.
var papers, pressSeat = phrases("papers"), phrases("seat of the national press")

// filedByNation tells of a place that is only named because the national press, or that of finance, sits there.
func filedByNation(code, before, after string) bool {
	return slices.Contains(pressSeat(), code) && datelined(before, after) || slices.Contains(financialSeats(), code) && reportedFrom(before, after)
}

// financialSeats are the cities that the reporters of financial papers write from.
var financialSeats = phrases("seats of the financial press")

// reportedFrom tells of a place in the line that names the reporter of a story: 本报记者 某某 北京报道.
func reportedFrom(before, after string) bool {
	i := strings.LastIndex(before, "记者")
	if i < 0 || !strings.HasPrefix(after, "报道") {
		return false
	}
	names := before[i+len("记者"):]
	return len(names) < 45 && !strings.ContainsAny(names, "，。：；从在赴")
}

// fromDateline reads 本报福州3月5日电 and 新华社厦门电. The story is about a smaller place where most names lie in one, and about the
// province where it speaks of 我省.
func fromDateline(_, head, about string) (string, string) {
	opening := head[:cut(head, 900)]
	places := Scan(opening)
	for k, m := range places {
		before, after := opening[:m.Start], opening[m.End:]
		if m.Kind != KindRegion || !datelined(before, after) {
			continue
		}
		code := Resolve(m, about)
		if code == "" || filedByNation(code, before, after) && (about != code || !strings.HasSuffix(before, "本报")) {
			continue
		}
		line := fmt.Sprintf("dateline: %s", opening[m.Start:m.End+cut(opening[m.End:], 24)])
		ofProvince := strings.Contains(head, "我省") && !strings.Contains(head, "我市")
		if k+1 < len(places) && !ofProvince && !speaksFor(head, code) && Contains(about, code) {
			if county := opensStory(opening, code, m, places[k+1]); county != "" {
				return county, line
			}
		}
		if code != about && Contains(code, about) && !(ofProvince && speaksTwice(head, above(code, Province))) {
			return about, line
		}
		if state := parent(code); levelOf(code) == County && !speaksFor(head, code) && (unitOf(state) == "州" || unitOf(state) == "盟") && speaksFor(head, state) {
			return state, line // 中新社景洪7月6日电 云南西双版纳…全州
		}
		if place := onlyElsewhere(head[m.End:], code); place != "" {
			return place, line
		}
		if ofProvince || namesProvinceMore(head, code) {
			return above(code, Province), line
		}
		return code, line
	}
	return "", ""
}

// countySpoken is the one county of a city that a text names in full and speaks as, where it does not speak as the city: 咸宁市咸安区…全区.
func countySpoken(head, city string) string {
	if levelOf(city) != Prefecture || speaksFor(head, city) {
		return ""
	}
	only := ""
	for _, m := range Scan(head) {
		code := Resolve(m, city)
		if m.Kind != KindRegion || levelOf(code) != County {
			continue
		}
		if only != "" && code != only || parent(code) != city {
			return ""
		}
		only = code
	}
	if only == "" || !speaksFor(head, only) {
		return ""
	}
	return only
}

// onlyElsewhere is the one city or county of its province that a story sent from a city opens on and names, where it names no other place of the
// province: 新华社济南5月2日电 山东省寿光县的菜棚…. It is "" where there is none.
func onlyElsewhere(story, city string) string {
	story = story[:cut(story, 900)]
	only := ""
	for _, m := range Scan(story) {
		code := Resolve(m, only, city)
		switch {
		case m.Kind != KindRegion || code == "" || !sameProvince(code, city) || levelOf(code) == Province:
		case only == "" && (Contains(city, code) || strings.Contains(story[:m.Start], "。")), Contains(code, city):
			return ""
		case only == "" || Contains(only, code):
			only = code
		case !Contains(code, only):
			return ""
		}
	}
	return only
}

// opensStory is the county of a city from where a story was filed whose body it begins with: 毕节讯 大方供电局日前透露.
func opensStory(opening, city string, filed, next Match) string {
	code := Resolve(next, city)
	if levelOf(code) != County || parent(code) != city || strings.ContainsAny(opening[filed.End:next.Start], "，。：") || !beforeSeat(opening[next.End:]) {
		return ""
	}
	return code
}

func datelined(before, after string) bool {
	days := strings.TrimLeft(after, "0123456789〇零一二三四五六七八九十年月日 ")
	wire := strings.HasPrefix(days, "电") || strings.HasPrefix(days, "讯") || strings.HasPrefix(days, "消息")
	if !wire {
		return false
	}
	if len(days) < len(after) {
		return true
	}
	for _, p := range papers() {
		if strings.HasSuffix(before, p) {
			return true
		}
	}
	return strings.HasSuffix(before, "报") && len(before)-strings.LastIndex(before, "\n") <= longestPaper
}

// longestPaper is how many bytes into its line the name of the paper ends at most with which a story begins: 贵州电力报毕节讯.
const longestPaper = 40

// shortName and fullName are what a name of a place counts for.
const shortName, fullName = 2, 3

// nationNamed are names of the country's whole that no place of it has a part in: 中国经济.
var nationNamed = phrases("the nation named")

var (
	measuredBy = phrases("measured by a country")
	standings  = phrases("standings in a country")
)

// speaksFor tells whether a text speaks as a place: 我市 and 全市 in a city's paper.
func speaksFor(text, code string) bool {
	for _, w := range []string{"全", "我", "本", "该"} {
		if search.Holds(text, w+unitOf(code)) {
			return true
		}
	}
	return false
}

// nationalVoices are who speaks of the whole country: its statisticians, ministries and broadcasters.
var nationalVoices = phrases("national voices")

// voiceAt is where a national body is first named in a text, -1 where only the departments (教育部门) of a place are.
func voiceAt(text, body string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], body)
		if i < 0 {
			return -1
		}
		if end := from + i + len(body); !strings.HasPrefix(text[end:], "门") {
			return from + i
		}
		from += i + len(body)
	}
}

// Ours tells of a text that speaks as a place: 我省, 我县.
func Ours(text string) bool {
	return slices.ContainsFunc(ourPlace(), func(w string) bool { return search.Holds(text, w) })
}

// ourPlace are words for a place that a text speaks as.
var ourPlace = phrases("our place")

// fromNationalVoice takes a text that names no place of its own for one of the whole country where a national body speaks in it.
func fromNationalVoice(head string) (string, string) {
	first, voice := len(head), ""
	for _, v := range nationalVoices() {
		if i := voiceAt(head, v); i >= 0 && i < first {
			first, voice = i, v
		}
	}
	if voice == "" || Ours(head) {
		return "", ""
	}
	return "100000", "speaks: " + voice
}

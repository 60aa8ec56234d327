package place

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Kinds of Match.
const (
	KindRegion = "region"
	KindPark   = "park"  // 开发区, 高新区, 产业园 … with the place it is named after in front
	KindGroup  = "group" // 全国, 全省, 我市 …
)

// Match is a name in a text. Candidates are the codes in force of the places that bear it; the codes of a park are those
// of the places it may lie in.
type Match struct {
	Start, End int // bytes
	Text       string
	Candidates []string
	Full       bool // printed with its 县, 市, 区, 省
	Kind       string

	vouched bool // a place beside it says that it is one
}

// hit is a name found, before its neighbours have been looked at.
type hit struct {
	start, end int
	name       *name
	codes      []string
	weak       bool // needs a neighbour
	vouched    bool
	ofZone     bool // a weak name that the word for a zone follows: a place in a text about its province
}

// Scan finds the names of places in a text, in order and without overlap.
func Scan(text string) []Match { return Known(nil).Scan(text) }

// Known are the short names that a text itself tells are places, with the place each is: it names them in full (文昌市) or
// straight after a place that holds them (海南文昌, 浙江桐庐) or in the name of a zone (文昌高新区), and they are no common words.
type Known map[string]string

// Learn finds the Known of a text.
func Learn(text string) Known { return LearnOf(text, "") }

// LearnOf finds the Known of a text that is of home, in which the counties of that go by names which are words besides: 铁西成交512套；浑南398套.
func LearnOf(text, home string) Known {
	k := Known{}
	s := scanner{text: text, table: names()}
	s.find()
	if levelOf(home) == Prefecture {
		s.learnCounties(home, k)
	}
	s.vouch()
	for _, h := range s.hits {
		if h.name.trust == group || h.name.trust == zoned || len(h.codes) != 1 {
			continue
		}
		short := h.name.text
		if h.name.full {
			_, size := utf8.DecodeLastRuneInString(short)
			short = short[:len(short)-size]
		}
		if n := names().byText[short]; n != nil && (n.told || n.trust == near) && (h.name.full || h.vouched) {
			k[short] = h.codes[0]
		}
	}
	return k
}

// learnCounties keeps the counties of a city that clauses begin with by no more than a word, where what they did or had follows.
func (s *scanner) learnCounties(city string, k Known) {
	for i := range s.hits {
		h := &s.hits[i]
		if !h.weak || !h.name.told || h.name.full {
			continue
		}
		if last, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s.text[:h.start], " 　")); last >= 0x4E00 && last <= 0x9FFF {
			continue
		}
		after := s.text[h.end:]
		if after == "" || (after[0] < '0' || after[0] > '9') && !startsAny(after, countyDid()) {
			continue
		}
		county := ""
		for _, code := range h.codes {
			if Contains(city, code) {
				county = code
			}
		}
		if county != "" {
			k[h.name.text] = county
		}
	}
}

// countyDid are verbs for what a county did or had, right behind its name.
var countyDid = phrases("what a county did")

// Scan is the function Scan for a text, or a part of it, whose Known have been learnt.
func (k Known) Scan(text string) []Match {
	room := rooms.Get().(*[]hit)
	defer rooms.Put(room)
	s := scanner{text: text, table: names(), known: k, hits: (*room)[:0]}
	s.find()
	*room = s.hits
	if len(s.hits) == 0 {
		return nil
	}
	s.vouch()
	return s.matches()
}

// rooms are where the names found are kept while a text is scanned, from text to text.
var rooms = sync.Pool{New: func() any { return new([]hit) }}

type scanner struct {
	text  string
	table *nameTable
	known Known
	hits  []hit
}

// Han characters of names are three bytes that begin with E4 to E9.
const hanSize = 3

func isHanLead(b byte) bool { return b-0xE4 <= 0xE9-0xE4 }

func hanAt(s string, i int) rune {
	return rune(s[i]&0x0F)<<12 | rune(s[i+1]&0x3F)<<6 | rune(s[i+2]&0x3F)
}

func (s *scanner) find() {
	text := s.text
	for i := 0; i+2*hanSize <= len(text); {
		if !isHanLead(text[i]) {
			i++
			continue
		}
		if !isHanLead(text[i+hanSize]) {
			i += hanSize
			continue
		}
		bucket := s.table.starting(hanAt(text, i), hanAt(text, i+hanSize))
		if bucket == nil {
			i += hanSize
			continue
		}
		i = s.take(i, bucket)
	}
}

// take keeps the name that begins at i, if one does, and returns where to go on.
func (s *scanner) take(i int, bucket []candidate) int {
	h, ok := s.at(i, bucket)
	if !ok {
		return i + hanSize
	}
	if h.name.trust == never && s.fullInside(h) {
		return i + hanSize // 在建德市, where 在建 is none
	}
	if (h.weak || h.name.trust == near) && s.strongerInside(h) {
		return i + hanSize // also behind what may be a surname: 位于洪湖市, where 于洪 is none
	}
	if h.name.trust == never || !h.name.full && h.name.trust != group && !s.bare(&h) {
		return h.end
	}
	if code := s.known[h.name.text]; code != "" && (h.weak || h.name.trust == near) {
		h.narrow([]string{code})
	}
	s.hits = append(s.hits, h)
	return h.end
}

func (s *scanner) at(i int, bucket []candidate) (hit, bool) {
	rest := s.text[i:]
	third, _ := utf8.DecodeRuneInString(rest[2*hanSize:])
	for _, c := range bucket {
		if !c.begun(third) || !strings.HasPrefix(rest, c.text) {
			continue
		}
		n := c.name
		h := hit{start: i, end: i + len(n.text), name: n, codes: n.codes, weak: n.trust == word}
		if n.trust == never || s.fits(&h) {
			return h, true
		}
	}
	return hit{}, false
}

// strongerInside tells whether a name of more weight begins within h and outruns it: 安溪县 in 永安溪县.
func (s *scanner) strongerInside(h hit) bool {
	for j := h.start + hanSize; j < h.end && j+2*hanSize <= len(s.text); j += hanSize {
		if !isHanLead(s.text[j+hanSize]) {
			return false
		}
		o, ok := s.at(j, s.table.starting(hanAt(s.text, j), hanAt(s.text, j+hanSize)))
		if ok && o.end > h.end && o.name.trust == free && !o.weak && (o.name.full || h.weak && s.bare(&o)) {
			return true
		}
	}
	return false
}

// fullInside tells whether a name in full begins within h, which is none, and outruns it.
func (s *scanner) fullInside(h hit) bool {
	return strings.HasPrefix(h.name.text, "在") && s.strongerInside(h)
}

// fits tells whether the characters around a name leave it a name; it may find it weak.
func (s *scanner) fits(h *hit) bool {
	before, _ := utf8.DecodeLastRuneInString(s.text[:h.start])
	after, _ := utf8.DecodeRuneInString(s.text[h.end:])
	n := h.name
	switch {
	case s.counts(h):
		return false
	case n.trust == group:
		return groupFits(n.text, before, after)
	case n.full:
		if len(n.text) == 2*hanSize && !opens(before) && after != '籍' {
			h.weak = true
		}
		return fullFits(n.text, after)
	}
	return true
}

// counts tells of a name whose first character is the measure word of the number before it: 20名山区教师, 30项城市更新, 3台山地农机.
func (s *scanner) counts(h *hit) bool {
	first, _ := utf8.DecodeRuneInString(h.name.text)
	if !strings.ContainsRune(measureFirsts, first) {
		return false
	}
	head := s.text[:h.start]
	for _, more := range []string{"多", "余"} {
		head = strings.TrimSuffix(head, more)
	}
	last, _ := utf8.DecodeLastRuneInString(head)
	return last >= '0' && last <= '9' || last >= '０' && last <= '９' || (first == '名' || first == '项') && strings.ContainsRune("二三四五六七八九十百千万两几", last)
}

// measureFirsts begin names of places and are measure words besides.
const measureFirsts = "名项台点分克张道米元万"

// bare tells whether a short name stands for the place, and is not part of the name of a street or river.
func (s *scanner) bare(h *hit) bool {
	after, size := utf8.DecodeRuneInString(s.text[h.end:])
	next, _ := utf8.DecodeRuneInString(s.text[h.end+size:])
	return shortFits(h.name, after, next) && !s.river(h) && !s.person(h)
}

// person tells of a short name behind a surname, which are those of a person: 周秀英, 符振东. Behind the place that holds it a surname is none: 江苏东海.
func (s *scanner) person(h *hit) bool {
	if n := len(s.hits); h.name.trust != near || n > 0 && s.hits[n-1].end == h.start {
		return false
	}
	head := s.text[:h.start]
	_, size := utf8.DecodeLastRuneInString(head)
	surname := head[len(head)-size:]
	if !slices.Contains(surnames(), surname) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(head[:len(head)-size])
	return surname != "周" || !strings.ContainsRune("上本下每这", before)
}

// Surname tells of a character that is a common surname.
func Surname(c string) bool {
	return slices.Contains(surnames(), c) || slices.Contains(wordsToo(), c)
}

// surnames are the commonest of those that do not also stand before the name of a place, wordsToo those that do, as 于 and 向.
var surnames, wordsToo = phrases("surnames"), phrases("surnames that are words")

// river tells of a county whose short name is that of its river, where what is told is of the water: 细河流域, 清河两岸.
func (s *scanner) river(h *hit) bool {
	last, _ := utf8.DecodeLastRuneInString(h.name.text)
	if levelOf(h.name.codes[0]) != County || !strings.ContainsRune("河江溪湖", last) {
		return false
	}
	after := s.text[h.end:]
	if startsAny(after, riverWords()) {
		return true
	}
	next := strings.TrimLeft(after, "、和与及")
	end := strings.IndexAny(next, "河江溪湖，。")
	return next != after && end >= 0 && end < longestRiver && startsAny(next[end+hanSize:], riverWords()) // 嫩江、松花江流域
}

// longestRiver is how many bytes the name of a river has at most.
const longestRiver = len("雅鲁藏布江")

var riverWords = phrases("of a river")

// groupFits keeps 安全市场, 资本市场 and 基本县情 from being 全市, 本市 and 本县.
func groupFits(text string, before, after rune) bool {
	if strings.ContainsRune("场值域块位间", after) {
		return false
	}
	switch first, _ := utf8.DecodeRuneInString(text); first {
	case '全':
		return !strings.ContainsRune("安健完齐", before)
	case '本':
		return !strings.ContainsRune("成资日基根样版文课书原", before)
	case '省':
		return !strings.ContainsRune("节反俭", before)
	}
	return true
}

// fullFits keeps 福州市场 from being 福州市 and 清流县域 from being 清流县: the name without its last character is tried next.
func fullFits(text string, after rune) bool {
	switch last, _ := utf8.DecodeLastRuneInString(text); last {
	case '市':
		return !strings.ContainsRune("场值级", after)
	case '省':
		return after != '级' // 江苏省级高新区 is of a grade
	case '区':
		return !strings.ContainsRune("域块位划间", after)
	case '县':
		return !strings.ContainsRune("域级", after)
	}
	return true
}

// shortFits keeps the names of streets, towns, rivers and hills from being those of the place: 南京路, 北京东路, 清流镇,
// 汨罗江. What follows the word tells a name from a sentence: 福州路网, 清流镇村, 安溪山区.
func shortFits(n *name, after, next rune) bool {
	county := levelOf(n.codes[0]) == County
	if (after == '镇' || after == '乡') && levelOf(n.codes[0]) == Province {
		return true // 陕西镇安, 四川乡城: no town is called like a province
	}
	switch after {
	case '路':
		return strings.ContainsRune("网桥径灯演线段面况由港堵", next)
	case '舰':
		return false
	case '盆':
		return next != '地' || levelOf(n.codes[0]) == Province // 鄂尔多斯盆地, not 四川盆地
	case '街', '巷':
		return next == '道' && !county
	case '东', '西', '南', '北', '中', '大':
		return next != '路' && next != '街' && next != '道'
	case '镇':
		return strings.ContainsRune("村街域江海宁巴远雄坪原赉康平", next) || !county && strings.ContainsRune("安沅", next)
	case '乡':
		return strings.ContainsRune("镇村域贤宁音情亲", next)
	case '村':
		return strings.ContainsRune("镇级民居", next)
	case '江', '河', '湖', '山', '湾', '岛', '溪', '峡', '岭', '沟', '峰', '洞', '寺':
		return !county || strings.ContainsRune("区海长滨道水湖林川口南北东西", next)
	}
	return true
}

// opens tells whether a name of two characters (沙县, 和县) may begin after a character: after a stop, not within a word
// or a number (50万县).
func opens(before rune) bool {
	switch {
	case before >= '0' && before <= '9':
		return false
	case before < 0x4E00 || before > 0x9FFF:
		return true
	}
	return strings.ContainsRune("在从于对为自由到往至省市州", before)
}

// vouch lets neighbours speak for each other. A name straight after a place that holds it is that place's (杭州市西湖区);
// a weak one must follow the city it is of, for 辽宁振兴 is no place, but 湖北兴山： is. And members of a list are of one province, or all cities (沈阳、朝阳). Weak names for which no one speaks are dropped.
func (s *scanner) vouch() {
	for k := range s.hits {
		h := &s.hits[k]
		h.ofZone = h.weak && zoneOfFirms(s.text[h.end:])
		h.vouched = h.vouched || h.ofZone && h.name.told && !ofLand(h.name.text) || h.vouchable() && (beforeSeat(s.text[h.end:]) || beforeTown(s.text[h.end:], h.codes[0])) || s.goneTo(h) || s.seated(h) || s.bodyWithin(k)
	}
	for k := 1; k < len(s.hits); k++ {
		s.vouchPair(&s.hits[k-1], &s.hits[k])
	}
	for k := len(s.hits) - 1; k > 0; k-- {
		s.vouchPair(&s.hits[k-1], &s.hits[k])
	}
	s.hits = slices.DeleteFunc(s.hits, func(h hit) bool { return h.weak && !h.vouched && !h.ofZone })
}

// bodyWithin tells of a county whose name is also a word, where a body of its own follows and the name before it is that of its city: 毕节讯
// 大方供电局.
func (s *scanner) bodyWithin(k int) bool {
	h := &s.hits[k]
	if k == 0 || !h.weak || h.name.full || len(h.codes) != 1 || !beforeSeat(s.text[h.end:]) {
		return false
	}
	city := &s.hits[k-1]
	return city.strong() && len(city.codes) == 1 && city.codes[0] == parent(h.codes[0])
}

// goneTo tells of a city whose name is also a word, where a clause is no more than a 在 and it: 在日照，.
func (s *scanner) goneTo(h *hit) bool {
	before, in := strings.CutSuffix(s.text[:h.start], "在")
	if !in || !h.name.told || len(h.codes) != 1 || !strings.HasSuffix(h.codes[0], "00") || !strings.HasPrefix(s.text[h.end:], "，") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(before)
	return before == "" || last < 0x4E00 || last > 0x9FFF
}

// seated tells of a place whose name is also a word, where something sits or a story was filed: 地处大同的矿务局, 本报大同讯.
func (s *scanner) seated(h *hit) bool {
	if !h.name.told || !h.weak {
		return false
	}
	before, after := s.text[:h.start], s.text[h.end:]
	return datelined(before, after) || endsAny(before, seatsAt())
}

func (s *scanner) vouchPair(a, b *hit) {
	if a.name.trust == group || b.name.trust == group || b.start-a.end > 2*hanSize {
		return
	}
	switch gap := s.text[a.end:b.start]; gap {
	case "", " ", "　", "·":
		if a.weak && !a.vouched && !b.strong() {
			return
		}
		inner := within(b.codes, a.codes)
		if b.weak && !b.name.full && !b.name.told && !strings.HasPrefix(s.text[b.end:], "：") && !strings.HasPrefix(s.text[b.end:], ":") {
			inner = slices.DeleteFunc(inner, func(c string) bool { return !slices.Contains(a.codes, parent(c)) })
		}
		if len(inner) > 0 {
			a.narrow(holding(a.codes, inner))
			b.narrow(inner)
		}
	case "、", "和", "与", "及", "以及", "，", ",", "/":
		a.joins(b, gap)
		b.joins(a, gap)
	}
}

// vouchable tells of a short name that only one place bears and that is no everyday word.
func (h *hit) vouchable() bool { return len(h.codes) == 1 && h.name.trust == near && !h.weak }

func (h *hit) strong() bool { return !h.weak || h.vouched }

func (h *hit) narrow(codes []string) { h.codes, h.vouched = codes, true }

// joins narrows a weak member of a list to the places that stand on a level with its neighbour: in one prefecture, else,
// where the list is plainly one of places, in one province.
func (h *hit) joins(neighbour *hit, gap string) {
	if !h.weak || h.vouched || !neighbour.strong() || h.name == neighbour.name {
		return
	}
	fit := onALevel(h.codes, neighbour.codes, siblings)
	if len(fit) == 0 && (gap == "、" || h.name.full) {
		fit = onALevel(h.codes, neighbour.codes, peers)
	}
	if len(fit) > 0 {
		h.narrow(fit)
	}
}

func onALevel(codes, others []string, level func(a, b string) bool) []string {
	var fit []string
	for _, code := range codes {
		if slices.ContainsFunc(others, func(other string) bool { return code != other && level(code, other) }) {
			fit = append(fit, code)
		}
	}
	return fit
}

// siblings are counties of one prefecture, or any two prefectures.
func siblings(a, b string) bool {
	la, lb := levelOf(a), levelOf(b)
	return la == lb && (la != County || parent(a) == parent(b))
}

// peers are counties of one province, or a prefecture and a province.
func peers(a, b string) bool {
	la, lb := levelOf(a), levelOf(b)
	if la == County || lb == County {
		return la == lb && a[:2] == b[:2]
	}
	return true
}

// within lists the codes that lie in one of outer, and are not it.
func within(codes, outer []string) []string {
	var in []string
	for _, c := range codes {
		if slices.ContainsFunc(outer, func(o string) bool { return o != c && Contains(o, c) }) {
			in = append(in, c)
		}
	}
	return in
}

func holding(codes, inner []string) []string {
	var out []string
	for _, c := range codes {
		if slices.ContainsFunc(inner, func(i string) bool { return c != i && Contains(c, i) }) {
			out = append(out, c)
		}
	}
	return out
}

func (s *scanner) matches() []Match {
	out := make([]Match, 0, len(s.hits))
	done := 0
	for k := range s.hits {
		if s.hits[k].start < done {
			continue // within a park
		}
		m := s.match(k)
		m.Text = s.text[m.Start:m.End]
		done = m.End
		if m.Kind == KindPark && m.Candidates[0] == "710000" {
			continue // 台湾工业园 is a park for Taiwan's firms, and lies anywhere else
		}
		out = append(out, m)
	}
	return out
}

// countyBefore are the codes of the county whose full name stands right before the k-th name and that holds no place of that name: a zone that
// is called by it lies in the county, 澄迈县老城经济开发区.
func (s *scanner) countyBefore(k int) []string {
	if k == 0 || s.hits[k-1].end != s.hits[k].start || !s.hits[k-1].name.full && !(s.hits[k].weak && s.hits[k-1].vouchable()) {
		return nil // 泰兴滨江高新区, where 滨江 is a word besides
	}
	counties := s.hits[k-1].codes
	for _, c := range counties {
		if levelOf(c) != County || slices.ContainsFunc(s.hits[k].codes, func(o string) bool { return Contains(c, o) || Contains(o, c) }) {
			return nil
		}
	}
	return counties
}

func (s *scanner) match(k int) Match {
	h := s.hits[k]
	m := Match{Start: h.start, End: h.end, Candidates: slices.Clip(h.codes), Full: h.name.full, Kind: KindRegion, vouched: h.vouched}
	switch h.name.trust {
	case group:
		m.Kind = KindGroup
		return m
	case zoned:
		m.Kind = KindPark
		return m
	}
	limit := len(s.text)
	if k+1 < len(s.hits) {
		next := s.hits[k+1]
		if next.name.trust == zoned && next.start == h.end && slices.ContainsFunc(next.codes, func(c string) bool {
			return slices.ContainsFunc(h.codes, func(o string) bool { return Contains(o, c) })
		}) {
			m.End, m.Kind, m.Full, m.vouched, m.Candidates = next.end, KindPark, true, true, slices.Clip(next.codes)
			return m
		}
		limit = next.start
	}
	if end := parkEnd(s.text[:limit], h.end); end > 0 {
		m.End, m.Kind, m.Full, m.vouched = end, KindPark, true, h.strong()
		if county := s.countyBefore(k); county != nil {
			m.Candidates, m.vouched = slices.Clip(county), true
		}
	}
	return m
}

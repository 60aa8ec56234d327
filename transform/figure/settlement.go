package figure

import (
	"slices"
	"strings"
	"unicode/utf8"

	"yiyuan/transform/place"
)

// Villages and towns bear no code. The news names the one it speaks of once or twice, and then says 全村, 该镇 or nothing at all.

// settlementsOf are the villages and towns that a text names more than once, each behind a mark, a place or a light word, in the order of
// their first naming.
func settlementsOf(text string) []village {
	var named []village
	seen := map[string]bool{}
	for i, c := range text {
		end := i + utf8.RuneLen(c)
		if c != '村' && c != '镇' && c != '乡' && !(c == '道' && strings.HasSuffix(text[:i], "街")) {
			continue
		}
		name := settlementEndingAt(text, end)
		if name == "" || seen[name] {
			continue
		}
		if seen[name] = true; strings.Contains(text[end:], name) {
			named = append(named, village{name: name})
		}
	}
	return named
}

// settlementEndingAt is the name of a village, town or street office that ends there, "" where none does.
func settlementEndingAt(text string, end int) string {
	start := end
	for n := 0; n <= longestSettlement && start > 0; n++ {
		c, size := utf8.DecodeLastRuneInString(text[:start])
		if n > 2 && (c < 0x4e00 || c > 0x9fff || strings.ContainsRune("县市区旗镇乡的在到", c)) {
			break
		}
		if c < 0x4e00 || c > 0x9fff || n > 0 && strings.ContainsRune(noSettlement, c) || n == longestSettlement {
			return ""
		}
		start -= size
	}
	name := text[start:end]
	if of, ok := strings.CutPrefix(name, "日"); ok && endsWithDay(text[:start]) {
		name = of // 今日金乡, 23日金乡
	}
	if strings.HasSuffix(name, "乡") && strings.HasPrefix(text[end:], "村") {
		return "" // 数字乡村
	}
	if utf8.RuneCountInString(name) < 3 || strings.HasPrefix(name, "其中") || endsWithAny(name, kindsOfVillage()) || endsWithAny(name, sorts()) {
		return ""
	}
	if m := place.Scan(text[start:endOfRunes(text, end, 3)]); len(m) > 0 && m[len(m)-1].End > len(name) {
		return "" // 贵州镇宁, 江苏镇江
	}
	return name
}

// endOfRunes is where the text stands so many characters behind a place in it.
func endOfRunes(text string, at, n int) int {
	for ; n > 0 && at < len(text); n-- {
		_, size := utf8.DecodeRuneInString(text[at:])
		at += size
	}
	return at
}

// endsWithDay tells of what a 日 follows as the word for a day: 今, 5月23.
func endsWithDay(before string) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	return strings.ContainsRune("0123456789今昨近明次当本即", last)
}

// longestSettlement is how many characters such a name has at most, noSettlement lists those that do not stand in it.
const (
	longestSettlement = 6
	noSettlement      = "的了在和与是各全该本一两三四五六七八九十百千万个几每等及到有为这那向对从由多少新县市区旗镇乡村户"
)

// meetSettlement keeps the village or town that a sentence of the news names last, and whether it opens the sentence.
func (r *reader) meetSettlement(text string) {
	v, ok := r.villageIn(text)
	if !ok || endsWithAny(v.name, sorts()) {
		return
	}
	r.topic.village = v.name
	if !strings.HasSuffix(v.name, "村") {
		r.topic.town = v.name
	}
	if i := strings.Index(text, v.name); r.placesOnly(text[:i]) {
		r.topic.villageLine = r.lineStart
	}
}

// placesOnly tells of words before a name that are places it lies in: 湖北省罗田县某某镇.
func (r *reader) placesOnly(before string) bool {
	rest := strings.Trim(before, " 　在")
	if m := r.known.Scan(rest); len(m) > 0 && m[0].Start == 0 {
		rest = rest[m[len(m)-1].End:]
	}
	for _, v := range r.villages {
		rest = strings.TrimPrefix(rest, v.name)
	}
	return rest == ""
}

// settlement is the village or town that a sentence speaks of, by its name or a word for what it is, "" for none.
func (r *reader) settlement(text string, st statement) string {
	t := r.topic
	elsewhere := r.sentence.region != "" || r.clause.region != "" || st.region != ""
	switch {
	case t.village == "":
	case strings.Contains(text, t.village), r.sentence.region == "" && holdsAny(text, villageLife()):
		return t.village
	case t.town != "" && r.sentence.region == "" && r.speaksOfTown(text):
		return t.town
	case !elsewhere && (t.title != "" && t.village == t.title || t.villageLine == r.lineStart):
		return t.village
	}
	return ""
}

// speaksOfTown tells of a word for the unit that the last town is: 全乡 of a 乡.
func (r *reader) speaksOfTown(text string) bool {
	for _, unit := range townUnits().words {
		if strings.HasSuffix(r.topic.town, unit) {
			return holdsAny(text, []string{"全" + unit, "该" + unit, "这个" + unit, unit + "上", unit + "里", unit + "内"})
		}
	}
	return false
}

// townUnits are the units that a town may be.
var townUnits = phrases("units of towns")

// villageOfTitle is the village that a headline begins with, behind the places it lies in, and that the text goes on to speak of.
func (r *reader) villageOfTitle(line string) string {
	for _, v := range r.villages {
		if i := strings.Index(line, v.name); i >= 0 && r.placesOnly(strings.Trim(line[:i], " 　*#")) {
			return v.name
		}
	}
	return ""
}

// meetCooperative keeps the cooperative that a sentence of the news names last: its name begins with common words, behind its village or a
// light word.
func (r *reader) meetCooperative(text string) {
	end := strings.LastIndex(text, "合作社")
	if r.Report.Kind != "" || end < 0 {
		return
	}
	start := end
	for n := 0; start > 0; n++ {
		c, size := utf8.DecodeLastRuneInString(text[:start])
		if c < 0x4e00 || c > 0x9fff || strings.ContainsRune("村镇乡县市区的在到由与和为以了立办起建", c) {
			break
		}
		if n == longestCooperative {
			return
		}
		start -= size
	}
	for _, verb := range joiningCooperatives().words {
		start = end - len(strings.TrimPrefix(text[start:end], verb))
	}
	stem := trimBehind(text[start:end], "专业", "农民", "股份", "经济")
	if utf8.RuneCountInString(stem) < 3 || strings.ContainsAny(stem, "一两三四五六七八九十百千万个家级引") || startsWithAny(strings.TrimLeft(text[end+len("合作社"):], "达到有共 "), countsOf) {
		return
	}
	r.keepName(text[start:end+len("合作社")], "enterprise")
}

// joiningCooperatives are verbs before the name of one.
var joiningCooperatives = phrases("joining cooperatives")

const longestCooperative = 12

// countsOf begin the number of what is no name then: 食用菌专业合作社25个.
var countsOf = strings.Split("0123456789、等", "")

// trimBehind drops the words a text ends with, each once and in any order.
func trimBehind(text string, words ...string) string {
	for range words {
		before := text
		for _, w := range words {
			text = strings.TrimSuffix(text, w)
		}
		if text == before {
			break
		}
	}
	return text
}

// meetVillage keeps which county a village or town is of: 凤城市大梨树村, 全州县才湾镇毛竹山村.
func (r *reader) meetVillage(after, code string) {
	from, n := 0, 0
	for i, c := range after {
		if n++; c < 0x4e00 || c > 0x9fff || c == '的' || n > 6 {
			return
		}
		if c != '村' && c != '镇' && c != '乡' || n == 1 {
			continue
		}
		if name := after[from : i+utf8.RuneLen(c)]; !endsWithAny(name, kindsOfVillage()) {
			r.villages = append(r.villages, village{name, code})
		}
		if c == '村' {
			return
		}
		from, n = i+utf8.RuneLen(c), 0
	}
}

// kindsOfVillage are words for villages and towns that name none: 南安市乡镇企业, 赤水市美丽乡村.
var kindsOfVillage = phrases("kinds of village")

// village is a village or town of a county.
type village struct{ name, county string }

// villageIn is the village that a text names last, of those told before.
func (r *reader) villageIn(text string) (found village, ok bool) {
	last := 0
	for _, v := range r.villages {
		if i := strings.LastIndex(text, v.name); i >= last {
			last, found, ok = i, v, true
		}
	}
	return found, ok
}

// countyOf is the county that a village was last told to be of.
func (r *reader) countyOf(name string) string {
	for _, v := range slices.Backward(r.villages) {
		if v.name == name {
			return v.county
		}
	}
	return ""
}

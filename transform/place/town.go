package place

import (
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/search"
)

// towns are the counties of the towns, townships and streets whose names no other in the country bears.
var towns = sync.OnceValue(func() map[string]string {
	in := make(map[string]string, 27000)
	eachRow(townsCSV, func(f []string) {
		for name := range strings.SplitSeq(f[1], " ") {
			in[name] = f[0]
		}
	})
	return in
})

// TownOf is the town, township or street that a title begins with, and its county where only one in the country bears
// that name: 长安镇2020年工作总结, 2020年长安镇政府工作报告.
func TownOf(title string) (name, county string) {
	title = strings.TrimLeft(title, "0123456789年度《“\"（( 　")
	end := 0
	for size := 0; size < len(title); {
		c, width := utf8.DecodeRuneInString(title[size:])
		size += width
		if utf8.RuneCountInString(title[:size]) > longestTown {
			break
		}
		if (c == '镇' || c == '乡' || strings.HasSuffix(title[:size], "街道")) && utf8.RuneCountInString(title[:size]) > 2 && !notTown(title[size:]) {
			if code, ok := towns()[title[:size]]; ok {
				return title[:size], inForce(code)
			}
			if end == 0 {
				end = size
			}
		}
	}
	return title[:end], ""
}

// townEndingAt is the town whose name ends there and that no other in the country bears, and its county.
func townEndingAt(text string, end int) (name, county string) {
	if notTown(text[end:]) {
		return "", ""
	}
	start := end
	for n := 1; n <= longestTown && start > 0; n++ {
		_, size := utf8.DecodeLastRuneInString(text[:start])
		start -= size
		if code, ok := towns()[text[start:end]]; ok && n > 2 {
			name, county = text[start:end], inForce(code)
		}
	}
	return name, county
}

// fromTownTold takes the county that a text names before the town which its title tells of, or which it speaks as: 某市某区某某镇.
func fromTownTold(title, head, about string) (string, string) {
	name, unit, county := townTold(title, head, about)
	if name == "" {
		return "", ""
	}
	if strings.Contains(title, strings.TrimSuffix(name, unit)) || speaksOfTown(head, unit) > 1 && !speaksFor(head, about) {
		return county, "town: " + name
	}
	return "", ""
}

// townTold is the town that a text first names behind its county, with its unit and that.
func townTold(title, head, about string) (name, unit, county string) {
	for _, m := range Scan(head[:cut(head, len(title)+townOpening)]) {
		if m.Kind != KindRegion || !m.Full {
			continue
		}
		county = Resolve(m, about)
		if levelOf(county) != County || about != "" && !Contains(about, county) {
			continue
		}
		if name, unit = townAt(head[m.End:]); name != "" {
			return name, unit, county
		}
	}
	return "", "", ""
}

// townOpening is how far into a text, its title aside, such a town is named, in bytes.
const townOpening = 300

// townAt is the town whose name a text begins with, and its unit.
func townAt(text string) (name, unit string) {
	n := 0
	for i, c := range text {
		if n++; n > longestTown || c < 0x4E00 || c > 0x9FFF || strings.ContainsRune("的在和与是有", c) {
			return "", ""
		}
		end := i + utf8.RuneLen(c)
		for _, unit := range townUnits() {
			if n > len(unit)/hanSize && strings.HasSuffix(text[:end], unit) && !notTown(text[end:]) {
				return text[:end], unit
			}
		}
	}
	return "", ""
}

// speaksOfTown counts how often a text speaks of its town as from inside: 全镇, 镇里, 镇上.
func speaksOfTown(text, unit string) int {
	n := search.Count(text, "全"+unit)
	for _, w := range ofTowns() {
		n += search.Count(text, unit+w)
	}
	return n
}

var ofTowns = phrases("of a town")

// beforeTown tells of the short name of a town of a county, that no other in the country bears, at the head of a text: 盛泽 behind 吴江.
func beforeTown(text, county string) bool {
	for n := 2; n <= 3; n++ {
		stem := firstRunes(text, n)
		if utf8.RuneCountInString(stem) < n {
			return false
		}
		for _, unit := range townUnits() {
			if code, ok := towns()[stem+unit]; ok && inForce(code) == county {
				return true
			}
		}
	}
	return false
}

// TownAbout is the town, township or street that a document of home is about: one that its title begins with, where that
// is what made home its place or the text speaks as it (全镇, 我乡, 街道党工委).
func TownAbout(title, text, home string) string {
	if m := Scan(title); len(m) > 0 && m[0].Start == 0 && m[0].Kind == KindRegion && Resolve(m[0], home) == home && home != "" {
		title = title[m[0].End:] // 清流县龙津镇工作总结
	}
	name, county := TownOf(title)
	if first, _ := utf8.DecodeRuneInString(name); strings.ContainsRune(someTowns, first) {
		name = ""
	}
	if name == "" && home != "" {
		if told, unit, of := townTold(title, text, home); of == home && speaksOfTown(text, unit) > 1 {
			return told
		}
	}
	if name == "" || county != "" && county == home {
		return name
	}
	if county == "" && speaksAsTown(text, name) {
		return name
	}
	return ""
}

// someTowns begin words for one town or several, and no name of one: 一个镇, 这个乡.
const someTowns = "一两三四五六七八九十这那某各每几本我全"

// TownOfPublisher is the town whose own government publishes a text that speaks as it: 某市某镇人民政府.
func TownOfPublisher(publisher, text string) string {
	name := publisher
	for _, body := range bodiesOfTowns() {
		name = strings.TrimSuffix(name, body)
	}
	if name == publisher {
		return ""
	}
	for _, m := range Scan(name) {
		if m.Kind == KindRegion && m.Full && m.End < len(name) {
			name = name[m.End:]
			break
		}
	}
	if utf8.RuneCountInString(name) <= longestTown && speaksAsTown(text, name) {
		return name
	}
	return ""
}

// speaksAsTown tells of a text whose head speaks as what a town is called: 全镇, 街道党工委.
func speaksAsTown(text, town string) bool {
	head := text[:cut(text, headSize)]
	for _, unit := range townUnits() {
		if !strings.HasSuffix(town, unit) || town == unit {
			continue
		}
		for _, w := range []string{"全" + unit, "我" + unit, unit + "党工委", unit + "党委", unit + "政府", unit + "办事处"} {
			if search.Holds(head, w) {
				return true
			}
		}
	}
	return false
}

// townUnits are what the names of towns end in, bodiesOfTowns those who publish for one.
var townUnits, bodiesOfTowns = phrases("units of towns"), phrases("bodies of towns")

// longestTown is how many characters the name of a town has at most.
const longestTown = 10

// notTown tells of what follows 乡 and 镇 where they end no name: 城镇化, 城乡居民, 某某镇村.
func notTown(after string) bool {
	return startsAny(after, behindTowns())
}

// behindTowns are words before which a 乡 or 镇 is no end of a name.
var behindTowns = phrases("behind towns at large")

package restore

import (
	"strings"
	"unicode/utf8"

	"yiyuan/transform/search"
)

// sprinkledGlosses deletes the pinyin that copiers strew over simplified news to tell their copies apart, with random
// tones (月(yuè)5日, 第(dì)十二届) or doubled without any (国(guo)(guo)务(wu)院).
//
// A language lesson glosses too, and so does an editor who meets a rare character. Neither doubles; a lesson glosses most
// of what it prints or says that it teaches; an editor glosses rare characters, once. So the deed is done only where the
// glosses are many, sit on the commonest characters, and leave the same characters bare elsewhere.
var sprinkledGlosses = filter{
	name: "sprinkled glosses",
	may:  func(v *survey) bool { return v.glosses >= 3 && v.hanzi > 0 },
	edits: func(d *draft) []edit {
		s := d.now
		found := sprinkles(s)
		if !strewn(s, found, d.seen.hanzi) {
			return nil
		}
		edits := make([]edit, 0, len(found))
		for _, g := range found {
			edits = append(edits, edit{start: g.start, end: g.end})
		}
		return edits
	},
}

type sprinkle struct {
	start, end int
	on         rune
	toned      bool
	doubled    bool
}

// sprinkles finds the syllables in brackets that stand behind a hanzi; a doubled one is found whole.
func sprinkles(s string) (found []sprinkle) {
	for i := 0; i < len(s); i++ {
		if s[i] != '(' && s[i] != 0xEF {
			continue
		}
		syllable, n := readGloss(s[i:])
		if n == 0 || !isSyllable(untoned(syllable)) {
			continue
		}
		on, _ := utf8.DecodeLastRuneInString(s[:i])
		if !isHanzi(on) {
			i += n - 1
			continue
		}
		g := sprinkle{start: i, end: i + n, on: on, toned: hasTone(syllable)}
		for {
			again, m := readGloss(s[g.end:])
			if m == 0 || untoned(again) != untoned(syllable) {
				break
			}
			g.end += m
			g.doubled = true
		}
		found = append(found, g)
		i = g.end - 1
	}
	return found
}

const (
	fewestDoubled  = 3
	fewestStrewn   = 6
	densestStrewn  = 4 // of hanzi to a gloss: a lesson glosses more
	lessonMarks    = "拼音 声母 韵母 生词 注音 读音 汉字 课文 声调 多音字 普通话 汉语 读作 音节"
	commonestHanzi = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处理世府院届市县省委"
)

// strewn decides whether the glosses are a copier's.
func strewn(s string, found []sprinkle, hanzi int) bool {
	doubled, onCommon := 0, 0
	bare := 0
	for _, g := range found {
		if g.doubled {
			doubled++
		}
		if strings.ContainsRune(commonestHanzi, g.on) {
			onCommon++
		}
	}
	if doubled >= fewestDoubled {
		return true
	}
	if len(found) < fewestStrewn || len(found)*densestStrewn > hanzi || onCommon*3 < len(found)*2 {
		return false
	}
	for _, word := range strings.Fields(lessonMarks) {
		if search.Holds(s, word) {
			return false
		}
	}
	glossed := map[rune]int{}
	for _, g := range found {
		glossed[g.on]++
	}
	for r, n := range glossed {
		if search.Count(s, string(r)) > n {
			bare++
		}
	}
	return bare*2 >= len(glossed)
}

package restore

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/restore/mend"
	"yiyuan/transform/restore/script"
	"yiyuan/transform/search"
)

// A mirror is what a text tells of the site that rewrote it: which characters it glosses, and how.
type mirror struct {
	gloss map[rune]string
	heard map[string][]rune // characters by gloss, in order of code point
	wide  bool              // marks are full-width in this text
}

//go:embed glosses.txt
var glossFile string

var knownGlosses = sync.OnceValue(func() map[rune]string {
	known := map[rune]string{}
	for line := range strings.Lines(glossFile) {
		if char, gloss, ok := strings.Cut(strings.TrimSpace(line), " "); ok && char != "#" {
			r, _ := utf8.DecodeRuneInString(char)
			known[r] = gloss
		}
	}
	return known
})

const (
	fewestGlossed = 5   // different characters, below which a text comes from no mirror
	leastSteady   = 0.7 // share of the places of a glossed character at which it is glossed
	mostForeign   = 0.2 // share of glosses on characters that are the same in both scripts: more is a language lesson
)

// readMirror finds out whether a text went through such a site, and learns the entries of its list that the known list
// lacks: a traditional character followed by one and the same toned syllable at least twice.
func readMirror(s string) *mirror {
	known := knownGlosses()
	learnt := map[rune]map[string]int{}
	total, foreign := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] != '(' && s[i] != 0xEF {
			continue
		}
		syllable, n := readGloss(s[i:])
		if n == 0 || !hasTone(syllable) {
			continue
		}
		r, _ := utf8.DecodeLastRuneInString(s[:i])
		if !isHanzi(r) {
			continue
		}
		total++
		if script.Char(r) == r && known[r] != syllable {
			foreign++
			continue
		}
		if learnt[r] == nil {
			learnt[r] = map[string]int{}
		}
		learnt[r][syllable]++
	}

	m := &mirror{gloss: maps.Clone(known), heard: map[string][]rune{}}
	confirmed := 0
	for r, heard := range learnt {
		if heard[known[r]] > 0 {
			confirmed++
			continue
		}
		for syllable, n := range heard {
			if len(heard) == 1 && n >= 2 && known[r] == "" {
				m.gloss[r] = syllable
			}
		}
	}
	if confirmed < fewestGlossed || float64(foreign) > mostForeign*float64(total) || !steady(s, learnt, known) {
		return nil
	}
	for _, r := range slices.Sorted(maps.Keys(m.gloss)) {
		m.heard[m.gloss[r]] = append(m.heard[m.gloss[r]], r)
	}
	m.wide = strings.Contains(s, "，")
	return m
}

// steady reports whether the glossed characters are glossed nearly everywhere, as a byte replacement does it and a
// teacher does not.
func steady(s string, learnt map[rune]map[string]int, known map[rune]string) bool {
	glossed, places := 0, 0
	for r, heard := range learnt {
		if n := heard[known[r]]; n > 0 {
			glossed += n
			places += search.Count(s, string(r))
		}
	}
	return float64(glossed) >= leastSteady*float64(places)
}

func isHanzi(r rune) bool {
	return r >= 0x3400 && r < 0xA000 || r >= 0x20000 && r < 0x32000 || r >= 0xF900 && r < 0xFB00
}

// glosses deletes the pinyin that a mirror put behind its characters: 產(chǎn)業(yè).
var glosses = filter{
	name: "glosses",
	may:  func(v *survey) bool { return v.glosses >= fewestGlossed },
	edits: func(d *draft) (edits []edit) {
		if d.mirror == nil {
			return nil
		}
		s := d.now
		for i := 0; i < len(s); i++ {
			if s[i] != '(' && s[i] != 0xEF {
				continue
			}
			syllable, n := readGloss(s[i:])
			if n == 0 {
				continue
			}
			r, size := utf8.DecodeLastRuneInString(s[:i])
			if r >= 0x40 && r < 0x80 { // 年P(guān)M: the last byte of 年 and the P are 關
				_, trail, _ := gbBytes(lastTrue(s[:i-size]))
				r = mend.GBChar(trail, byte(r))
			}
			if d.mirror.gloss[r] == syllable {
				edits = append(edits, edit{start: i, end: i + n})
			}
			i += n - 1
		}
		return edits
	},
}

// middleDots restores the dot of a quoted name, which GBK did not have for the mirror: “政務?企服”.
var middleDots = filter{
	name: "middle dot",
	may:  func(v *survey) bool { return v.questions > 0 },
	edits: func(d *draft) (edits []edit) {
		if d.mirror == nil {
			return nil
		}
		s := d.now
		for open := strings.Index(s, "“"); open >= 0; {
			open += len("“")
			shut := strings.Index(s[open:], "”")
			if shut < 0 {
				break
			}
			if at := lostDot(s[open : open+shut]); at >= 0 {
				edits = append(edits, edit{start: open + at, end: open + at + 1, with: "·"})
			}
			next := strings.Index(s[open:], "“")
			if next < 0 {
				break
			}
			open += next
		}
		return edits
	},
}

// lostDot finds the one ? of a short quoted name, with hanzi and no question on either side.
func lostDot(name string) int {
	at := strings.IndexByte(name, '?')
	if at < 0 || longer(name, 20) || strings.ContainsAny(name, "\n,，。、;；:：!！") || strings.Count(name, "?") > 1 {
		return -1
	}
	before, _ := utf8.DecodeLastRuneInString(name[:at])
	after, _ := utf8.DecodeRuneInString(name[at+1:])
	if !isHanzi(before) || !isHanzi(after) || strings.ContainsAny(name[:at], "吗嗎呢么麼啥谁誰哪怎何吧啊") {
		return -1
	}
	return at
}

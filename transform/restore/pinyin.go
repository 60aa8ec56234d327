package restore

import (
	"strings"
	"unicode/utf8"
)

const toned = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ"

// readGloss reads a syllable in brackets, "(yè)" or "（yè ）", at the beginning of s.
func readGloss(s string) (syllable string, length int) {
	open := bracketAt(s, '(', '（')
	if open == 0 {
		return "", 0
	}
	syllable, n := readSyllable(s[open:])
	if n == 0 {
		return "", 0
	}
	return syllable, open + n
}

// readSyllable reads the rest of a gloss whose opening bracket is gone.
func readSyllable(s string) (syllable string, length int) {
	n := 0
	for n < len(s) && n <= 12 {
		r, size := utf8.DecodeRuneInString(s[n:])
		if !(r >= 'a' && r <= 'z' || r == 'ü' || r >= 0xC3 && strings.ContainsRune(toned, r)) {
			break
		}
		n += size
	}
	if n == 0 {
		return "", 0
	}
	syllable = s[:n]
	for n < len(s) && s[n] == ' ' {
		n++
	}
	shut := bracketAt(s[n:], ')', '）')
	if shut == 0 {
		return "", 0
	}
	return syllable, n + shut
}

func bracketAt(s string, narrow byte, wide rune) int {
	if s == "" {
		return 0
	}
	if s[0] == narrow {
		return 1
	}
	if r, n := utf8.DecodeRuneInString(s); r == wide {
		return n
	}
	return 0
}

func hasTone(syllable string) bool { return strings.ContainsAny(syllable, toned) }

// untoned strips the tone of a syllable: lǜ is lü.
func untoned(syllable string) string {
	return strings.Map(func(r rune) rune {
		if i := strings.IndexRune(toned, r); i >= 0 {
			return []rune("aeiouü")[utf8.RuneCountInString(toned[:i])/4]
		}
		return r
	}, syllable)
}

// isSyllable reports whether a word without tones is a syllable of Mandarin.
func isSyllable(s string) bool {
	s = strings.ReplaceAll(s, "ü", "v")
	for _, onset := range [...]string{"zh", "ch", "sh", "b", "p", "m", "f", "d", "t", "n", "l", "g", "k", "h", "j", "q", "x", "r", "z", "c", "s", "y", "w", ""} {
		if strings.HasPrefix(s, onset) {
			return strings.Contains(rhymes[onset], " "+s[len(onset):]+" ")
		}
	}
	return false
}

var rhymes = map[string]string{
	"b":  " a o ai ei ao an en ang eng i ie iao ian in ing u ",
	"p":  " a o ai ei ao ou an en ang eng i ie iao ian in ing u ",
	"m":  " a o e ai ei ao ou an en ang eng i ie iao iu ian in ing u ",
	"f":  " a o ei ou an en ang eng u ",
	"d":  " a e ai ei ao ou an en ang eng ong i ia ie iao iu ian ing u uo ui uan un ",
	"t":  " a e ai ao ou an ang eng ong i ie iao ian ing u uo ui uan un ",
	"n":  " a e ai ei ao ou an en ang eng ong i ie iao iu ian in iang ing u uo uan v ve ",
	"l":  " a e ai ei ao ou an ang eng ong i ia ie iao iu ian in iang ing u uo uan un v ve ",
	"g":  " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang ",
	"k":  " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang ",
	"h":  " a e ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang ",
	"j":  " i ia ie iao iu ian in iang ing iong u ue uan un ",
	"q":  " i ia ie iao iu ian in iang ing iong u ue uan un ",
	"x":  " i ia ie iao iu ian in iang ing iong u ue uan un ",
	"zh": " a e i ai ei ao ou an en ang eng ong u ua uo uai ui uan un uang ",
	"ch": " a e i ai ao ou an en ang eng ong u ua uo uai ui uan un uang ",
	"sh": " a e i ai ei ao ou an en ang eng u ua uo uai ui uan un uang ",
	"r":  " e i ao ou an en ang eng ong u ua uo ui uan un ",
	"z":  " a e i ai ei ao ou an en ang eng ong u uo ui uan un ",
	"c":  " a e i ai ao ou an en ang eng ong u uo ui uan un ",
	"s":  " a e i ai ao ou an en ang eng ong u uo ui uan un ",
	"y":  " a e i ao ou an in ang ing ong u ue uan un o ",
	"w":  " a o ai ei an en ang eng u ",
	"":   " a o e ai ei ao ou an en ang eng er ",
}

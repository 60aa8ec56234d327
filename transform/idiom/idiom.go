// Package idiom knows the fixed expressions that hold a numeral and count nothing: 一带一路, 十四五, 三农.
//
// They are data, a table of names. A numeral is looked up with what stands around it, since the one that a figure is read from may lie anywhere
// in the expression; the longest that begins at most four characters before it and reaches beyond it counts. The dictionary of number, whose words
// hold numerals too, keeps such from being read as numbers at all; here they are told apart behind the reading, where more than the clause is known.
package idiom

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"yiyuan/transform/tables"
)

//go:embed names.csv
var namesCSV string

func init() { tables.Register("names.csv", &namesCSV) }

// names is the fixed expressions that hold a numeral, and by first character the bytes of the longest.
var names = sync.OnceValue(func() nameTable {
	t := nameTable{known: map[string]bool{}, longest: map[rune]int{}}
	for _, list := range tables.Lists(namesCSV) {
		for _, n := range list {
			t.known[n] = true
			first, _ := utf8.DecodeRuneInString(n)
			t.longest[first] = max(t.longest[first], len(n))
		}
	}
	return t
})

type nameTable struct {
	known   map[string]bool
	longest map[rune]int
}

// at returns where the longest fixed expression that begins at byte i of s ends, or i.
func (t nameTable) at(s string, i int) int {
	first, _ := utf8.DecodeRuneInString(s[i:])
	for end := min(len(s), i+t.longest[first]); end > i; end-- {
		if t.known[s[i:end]] {
			return end
		}
	}
	return i
}

// Around tells whether the numeral at [start,end) is part of a fixed expression of the sentence.
func Around(sentence string, start, end int) bool {
	t := names()
	for back := 0; back <= 4 && start >= 0; back++ {
		if stop := t.at(sentence, start); stop > start && (stop >= end || back == 0) {
			return stop >= end || !countsEleven(sentence[start:stop], sentence[stop:end])
		}
		if start == 0 {
			break
		}
		_, size := utf8.DecodeLastRuneInString(sentence[:start])
		start -= size
	}
	return false
}

// countsEleven tells of the numeral that is a holiday on its own where a measure word follows: 十一元, 十一家, not 十一五, 十一届.
func countsEleven(name, rest string) bool {
	first, _ := utf8.DecodeRuneInString(rest)
	return name == "十一" && !strings.ContainsRune("五届中号期长黄", first)
}

package segment

import (
	"strings"
	"testing"

	"github.com/go-ego/gse"
	"pgregory.net/rapid"
)

// ownWords stand for the tables of other packages: words of letters, of marks, of one character, capitals, a twin.
const ownWords = "R&D经费 20000 n\nGDP 20000 n\n5G基站 5000\nA股 5000\n规上工业增加值 20000 n\n亿 5000 m\n增长 1 d\nÉcole校 9 n\n"

func loadGSE(t testing.TB) *gse.Segmenter {
	t.Helper()
	seg := &gse.Segmenter{NotLoadHMM: true, SkipLog: true, Dict: gse.NewDict()}
	seg.Init()
	if err := seg.LoadDictStr(ownWords + common()); err != nil {
		t.Fatal(err)
	}
	return seg
}

// failer is what *testing.T and *rapid.T have in common.
type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func sameAsGSE(t failer, seg *gse.Segmenter, l *lexicon, clause string) {
	t.Helper()
	var want []Word
	for _, s := range seg.Segment([]byte(clause)) {
		want = append(want, Word{Start: s.Start(), End: s.End(), Text: clause[s.Start():s.End()], POS: s.Token().Pos()})
	}
	got := l.appendCut(nil, clause)
	for i := range got {
		if got[i].Number != l.numberOf(got[i].Text) {
			t.Fatalf("%q\nhas the number %d, told %d", got[i].Text, l.numberOf(got[i].Text), got[i].Number)
		}
		got[i].Number = 0 // gse tells none
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || got[i] != want[i] {
			t.Fatalf("%q\nwords %v\ngse   %v", clause, got, want)
		}
	}
}

// gse is the judge: whatever the clause, it is cut as gse's Segmenter cuts it.
func TestWordsAreThoseOfGSE(t *testing.T) {
	seg, l := loadGSE(t), newLexicon(ownWords, common())
	for _, clause := range []string{
		"", "R&D经费支出与GDP之比", "r&d经费", "gdp Gdp", "GDPX", "5G基站A股a股", "École校école校", "\xff坏\xe4\xb8字节\xe4", "规上工业增加值增长5.3%",
		"ГОСТ与Ünïcode，½和²", "　全角１２３", "𠀀𠮷", "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", "\x00\u00a0·×",
	} {
		sameAsGSE(t, seg, l, clause)
	}
	list := strings.Fields(ownWords + common())
	piece := rapid.OneOf(rapid.SampledFrom(list), rapid.StringN(0, 3, -1), rapid.SampledFrom([]string{"，", "的", "R&", "gd", "5", "\xe4", "é"}))
	rapid.Check(t, func(rt *rapid.T) {
		sameAsGSE(rt, seg, l, strings.Join(rapid.SliceOfN(piece, 0, 12).Draw(rt, "clause"), ""))
	})
}

func TestWordsOfAReportAreThoseOfGSE(t *testing.T) {
	text := report(t)
	seg, l := loadGSE(t), newLexicon(ownWords, common())
	for _, line := range Lines(text[:len(text)/20]) {
		sameAsGSE(t, seg, l, text[line.Start:line.End])
	}
}

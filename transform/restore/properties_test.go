package restore

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

// scraps is what damaged pages are made of.
var scraps = []string{
	"产业", "產(chǎn)業(yè)", "增长", "3.5%", "１２．５％", "1,200亿元", "12万人", "萬", "百", "?", "?!", "??", "?jié)", "?ldquo;", "?/p>", "&ldquo;", "&nbsp;", "&#49;", "&amp;lt;", "<br>", "<p>", "</p>", "<td>",
	" ", "　", "\t", "\n", "\n\n", "。", "，", ",", ":", "、", "“", "”", "(guo)(guo)", "(yuè)", "區(qū)", "經(jīng)濟(jì)", "學(xué)", "國(guó)", "發(fā)", "M(jìn)", "撃苓", "备=ㄊ", "d", "P", "5", "0", "年", "月", "日",
	"责编:王 克", "首页 > 新闻 > 正文", "顶: 855踩: 17796", "- 另一条新闻标题(2022-06-08 17:35:31)", "---\n", "title: 某市报告\n", "\ufeff", "\u200b", "\r\n", "e\u0301", "\xff", "著", "乾隆", "·", "□", "A", "(", ")", "（", "）", "是",
}

func pageOf(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(scraps), 0, 60).Draw(t, "scraps"), "")
}

// No filter but those that drop whole lines lets the figures of a text come out other than they went in.
func TestDigitsAreSacred(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := newDraft(pageOf(t), rapid.SampledFrom([]string{"", "某市2024年报告"}).Draw(t, "title"))
		for i := range filters {
			f := &filters[i]
			before, repairs := d.now, len(d.repairs)
			d.run(f)
			switch f.sort {
			case words, spacing:
				if !keepsFigures(before, d.now, false) {
					t.Fatalf("%s made %q of %q", f.name, d.now, before)
				}
			case markup:
				for _, r := range d.repairs[repairs:] {
					if !keepsFigures(r.before, d.now[r.start:r.end], true) {
						t.Fatalf("%s made %q of %q", f.name, d.now[r.start:r.end], r.before)
					}
				}
			}
		}
	})
}

// The chain refuses an edit that changes a figure, whatever filter proposes it, and marks the place.
func TestChainRefusesToChangeFigures(t *testing.T) {
	for _, c := range []struct{ text, before, after string }{
		{"增长3.5%左右", "3.5%", "3.6%"},
		{"共12亿元", "亿", ""},
		{"增长%左右", "%", "5%"},
		{"投资1200万元", "万", "亿"},
		{"产业?!备", "?!备", "一百"},
		{"１２万", "１２", "21"},
	} {
		d := newDraft(c.text, "")
		at := strings.Index(c.text, c.before)
		d.run(&filter{
			name:  "rash",
			may:   func(*survey) bool { return true },
			edits: func(*draft) []edit { return []edit{{start: at, end: at + len(c.before), with: c.after}} },
		})
		got := d.text()
		if got.Clean != c.text || len(got.Repairs) > 0 {
			t.Errorf("%s became %s", c.text, got.Clean)
		}
		start := utf8.RuneCountInString(c.text[:at])
		if got.SuspectAt(start, start+1) == "" {
			t.Errorf("%s: nothing says that %s is in doubt", c.text, c.before)
		}
	}
}

func checkText(t interface {
	Fatalf(string, ...any)
}, got Text) {
	clean, source := []rune(got.Clean), []rune(got.Source)
	if !utf8.ValidString(got.Clean) {
		t.Fatalf("not valid: %q", got.Clean)
	}
	last := 0
	for i := range len(clean) + 1 {
		at := got.SourceOffset(i)
		if at < last || at > len(source) {
			t.Fatalf("%q: character %d of %q leads to %d after %d", got.Source, i, got.Clean, at, last)
		}
		last = at
	}
	for _, r := range got.Repairs {
		if r.Start < 0 || r.Start > r.End || r.End > len(clean) {
			t.Fatalf("%q: repair %+v outside %q", got.Source, r, got.Clean)
		}
	}
	end := 0
	for _, s := range got.Suspect {
		if s.Start < end || s.Start > s.End || s.End > len(clean) || s.Reason == "" {
			t.Fatalf("%q: suspect %+v", got.Source, got.Suspect)
		}
		end = s.End
	}
	if !strings.HasPrefix(got.Clean, got.Title) && !strings.Contains(got.Clean, "\n"+got.Title) {
		t.Fatalf("%q: headline %q is no line of %q", got.Source, got.Title, got.Clean)
	}
}

func TestEveryCharacterLeadsBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) { checkText(t, Restore(pageOf(t), "")) })
}

// In a sound text every character leads to itself.
func TestSoundTextLeadsToItself(t *testing.T) {
	source := "　　全市生产总值1200亿元。\n\n  比上年增长 6.5%，其中工业 增长7%。\n"
	got := Restore(source, "")
	from := []rune(source)
	for i, r := range []rune(got.Clean) {
		if at := got.SourceOffset(i); from[at] != r {
			t.Errorf("character %d, %c, leads to %d, %c", i, r, at, from[at])
		}
	}
}

func TestRepairsSayWhatWasThere(t *testing.T) {
	got := Restore("全市生产总值<b>1200</b>亿元，增长近 70%。", "")
	want := []struct {
		start, end     int
		before, filter string
	}{{6, 6, "<b>", "tags"}, {10, 10, "</b>", "tags"}, {16, 16, " ", "blanks"}}
	if len(got.Repairs) != len(want) {
		t.Fatalf("repairs %+v", got.Repairs)
	}
	for i, w := range want {
		if r := got.Repairs[i]; r.Start != w.start || r.End != w.end || r.Before != w.before || r.Filter != w.filter {
			t.Errorf("repair %+v, want %+v", r, w)
		}
	}
}

// A gloss stood behind its own character, whatever was done to its neighbours, and each character leads to its own.
func TestRepairsKeepTheirPlace(t *testing.T) {
	source := "開(kāi)發(fā)區(qū)對(duì)經(jīng)濟(jì)產(chǎn)業(yè)"
	got := Restore(source, "")
	if got.Clean != "开发区对经济产业" {
		t.Fatal(got.Clean)
	}
	at := 0
	for _, r := range got.Repairs {
		if r.Filter == "glosses" {
			if at++; r.Start != at || r.End != at {
				t.Errorf("%s stood at %d-%d, want %d", r.Before, r.Start, r.End, at)
			}
		}
	}
	from := []rune(source)
	for i, want := range []rune("開發區對經濟產業") {
		if at := got.SourceOffset(i); from[at] != want {
			t.Errorf("character %d leads to %c, want %c", i, from[at], want)
		}
	}
}

func TestHeadline(t *testing.T) {
	for _, c := range []struct{ source, title, clean, headline string }{
		{"全市增长6%。", "某市 经济向好", "某市 经济向好\n全市增长6%。", "某市 经济向好"},
		{"某市经济向好\n全市增长6%。", "某市 经济向好", "某市经济向好\n全市增长6%。", "某市经济向好"},
		{"首页 > 新闻 > 正文\n\n  某市經濟向好  \n全市增长6%。", "某市經濟向好", "某市经济向好\n全市增长6%。", "某市经济向好"},
		{"全市增长6%。", "", "全市增长6%。", ""},
		{"", "某市经济向好", "某市经济向好", "某市经济向好"},
	} {
		got := Restore(c.source, c.title)
		if got.Clean != c.clean || got.Title != c.headline {
			t.Errorf("Restore(%q, %q) = %q with headline %q", c.source, c.title, got.Clean, got.Title)
		}
	}
}

func TestLostFiguresAreDoubted(t *testing.T) {
	for _, c := range []struct {
		text, figure string
		doubted      bool
	}{
		{"营业收入230?亿元。", "230", true},
		{"燃气管道□8公里。", "8公里", true},
		{"增长\uFFFD5%。", "5%", true},
		{"占比7.5?%。", "7.5", true},
		{"增长了5%?", "5%", false},
		{"能否达到100?”他问。", "100", false},
		{"见 http://a.cn/x?id=12 一文。", "12", false},
		{"有没有捷径？2024年新增12家。", "2024", false},
	} {
		got := Restore(c.text, "")
		at := utf8.RuneCountInString(got.Clean[:strings.Index(got.Clean, c.figure)])
		if doubted := got.SuspectAt(at, at+utf8.RuneCountInString(c.figure)) != ""; doubted != c.doubted {
			t.Errorf("%s: %s doubted: %v, by %v", c.text, c.figure, doubted, got.Suspect)
		}
	}
}

func TestDigitsStripped(t *testing.T) {
	for _, c := range []struct {
		text     string
		stripped bool
	}{
		{"活动期间共卖出亿元商品，同比增长%，好评率高达%。", true},
		{"年月日，全市完成产值达亿元，增长%。", true},
		{"全市生产总值增长6%，达到1200亿元。", false},
		{"签约亿元以上项目，打造千亿元产业集群，增长百分之五。", false},
		{"单位：亿元、%。", false},
		{"大家都很高兴。", false},
	} {
		got := Restore(c.text, "")
		if stripped := len(got.Notes) > 0; stripped != c.stripped {
			t.Errorf("%s: stripped %v", c.text, stripped)
		}
	}
}

func FuzzRestore(f *testing.F) {
	f.Add("會(huì)議認(rèn)爲,展?jié)撃堋⒀a(bǔ)短板,讓產(chǎn)業(yè)鏈強(qiáng)起來(lái)?!睒I(yè)內(nèi)專(zhuān)家表示。", "")
	f.Add("国(guo)(guo)务(wu)院 &amp;ldquo;３．５％&rdquo; <br>?/p>", "标题")
	f.Add("---\ntitle: x\n---\n首页 > 正文\n\n顶: 1踩: 2\n", "")
	f.Add("\xff\xfe\u0301(ā)?ā)??", "?")
	f.Fuzz(func(t *testing.T, source, title string) {
		checkText(t, Restore(source, title))
	})
}

package script

import "testing"

func TestSimplify(t *testing.T) {
	for _, c := range []struct{ traditional, simplified string }{
		{"國內生產總值增長百分之五", "国内生产总值增长百分之五"},
		{"乾隆年間氣候乾燥", "乾隆年间气候干燥"},
		{"顯著提升，沿著這條路", "显著提升，沿着这条路"},
		{"著名作家的著作", "著名作家的著作"},
		{"瞭解情況，瞭望未來", "了解情况，瞭望未来"},
		{"計畫於明年動工", "计划于明年动工"},
		{"總部位於倫敦", "总部位于伦敦"},
		{"衞生署與衛生局", "卫生署与卫生局"},
		{"台積電與臺灣銀行", "台积电与台湾银行"},
		{"軟體業的資訊", "软体业的资讯"},
		{"一萬億元", "一万亿元"},
		{"已经是简体的文字不变，后来干部里面", "已经是简体的文字不变，后来干部里面"},
	} {
		if got := Simplify(c.traditional); got != c.simplified {
			t.Errorf("Simplify(%s) = %s, want %s", c.traditional, got, c.simplified)
		}
	}
}

func TestMarks(t *testing.T) {
	marks := TraditionalMarks()
	for _, r := range "國產業經濟營" {
		if !marks.Has(r) {
			t.Errorf("%c belongs to traditional text only", r)
		}
	}
	for _, r := range "国产业经济后干著乾A1，" {
		if marks.Has(r) {
			t.Errorf("%c does not mark traditional text", r)
		}
	}
}

func FuzzSimplify(f *testing.F) {
	f.Add("乾隆年間")
	f.Add("著\xff名")
	f.Fuzz(func(t *testing.T, s string) {
		once := Simplify(s)
		if twice := Simplify(once); len([]rune(twice)) != len([]rune(once)) {
			t.Errorf("%q then %q", once, twice)
		}
	})
}

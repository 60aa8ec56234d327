package period

import "strings"

func rateBase(word string) string {
	switch {
	case word == "同比":
		return "yoy"
	case word == "环比": // by month; where the period in force is a quarter the caller makes it qoq
		return "mom"
	case strings.HasPrefix(word, "年"), strings.HasSuffix(word, "年平均"), word == "平均每年":
		return "cagr"
	}
	return ""
}

// baseWords strips the words of comparison: 较2019年同期 is 2019年.
func (e Expr) baseWords() string {
	t := e.Text
	for _, w := range [...]string{"比较", "相比于", "相比", "比", "较之", "较于", "较", "与", "和", "同", "跟"} {
		if strings.HasPrefix(t, w) && t != w {
			t = t[len(w):]
			break
		}
	}
	for _, w := range [...]string{"相比较", "相比", "比较", "比"} {
		t = strings.TrimSuffix(t, w)
	}
	for _, w := range [...]string{"水平", "增速", "数", "同期", "同月", "全年"} {
		t = strings.TrimSuffix(t, w)
	}
	if year, _, ok := strings.Cut(t, "年第"); ok && strings.HasSuffix(t, "普查") {
		t = year + "年"
	}
	return strings.Trim(t, " \t\u3000")
}

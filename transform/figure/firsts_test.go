package figure

import "testing"

func TestLastOf(t *testing.T) {
	words := &byFirst[string]{}
	for _, w := range []string{"过去", "原来", "当初", "A股"} {
		words.add(w, w)
	}
	for text, want := range map[string]int{
		"":           -1,
		"全镇3000人":    -1,
		"过":          -1,
		"由过去8000亩":   len("由"),
		"过去和原来的8000": len("过去和"),
		"原来不如当初":     len("原来不如"),
		"从A股":        len("从"),
	} {
		if got := lastOf(text, words); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

func TestLastPause(t *testing.T) {
	for text, want := range map[string]int{
		"":              0,
		"增长5%":          0,
		"全年增长5%，其中":     len("全年增长5%，"),
		"一、二；三：四。":      len("一、二；三：四。"),
		"出口2亿元,增长3.5%、": len("出口2亿元,"),
		"，“十四五”":        len("，"),
	} {
		if got := lastPause(text); got != want {
			t.Errorf("%q: %d, want %d", text, got, want)
		}
	}
}

package indicator

import "testing"

// TestEarnings: whoever works may earn by the month, by the year or on the average.
func TestEarnings(t *testing.T) {
	for _, c := range []struct{ phrase, name string }{
		{"企业职工月收入", "职工月收入"},
		{"全县教师年平均收入", "教师年平均收入"},
		{"纺织女工人均月收入", "女工人均月收入"},
		{"外出务工人员年收入", "务工人员年收入"},
		{"从业人员人均年收入", "从业人员人均年收入"},
		{"普工月均收入", "普工月均收入"},
	} {
		h, ok := Head(c.phrase)
		if want := (Term{Text: c.name, Code: "other", Time: "flow", Form: "level"}); !ok || h.Entry != want || h.End != len(c.phrase) {
			t.Errorf("%s: %+v, want %+v at its end", c.phrase, h.Entry, want)
		}
		if !IsTerm(c.name) {
			t.Errorf("%s is no name by itself", c.name)
		}
	}
	if h, _ := Head("游客人均月收入"); h.Entry.Text != "人均月收入" {
		t.Errorf("visitors do not work: %+v", h.Entry)
	}
}

package load

import (
	"errors"
	"strings"
	"testing"

	"yiyuan"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		name  string
		spoil func(*yiyuan.Reading)
		want  string // part of the error, empty where the reading stands
	}{
		{"a sound reading", func(r *yiyuan.Reading) {}, ""},
		{"a text without figures", func(r *yiyuan.Reading) {
			*r = yiyuan.Reading{Document: yiyuan.Document{DocID: "a", Text: "一派丰收景象。"}}
		}, ""},
		{"a second fact of one mention", func(r *yiyuan.Reading) {
			f := r.Facts[0]
			f.FactID, f.PartOf = "other", r.Facts[1].FactID
			r.Facts = append(r.Facts, f)
		}, ""},
		{"a full-width digit in a mention", func(r *yiyuan.Reading) { say(r, "共", "３６", "家") }, ""},
		{"no doc_id", func(r *yiyuan.Reading) { r.Document.DocID = "" }, "no doc_id"},
		{"no text", func(r *yiyuan.Reading) { *r = yiyuan.Reading{Document: yiyuan.Document{DocID: "a"}} }, "empty"},
		{"broken bytes in the source text", func(r *yiyuan.Reading) { r.Document.SourceText += "\xe4\xb8" }, "source_text is not valid UTF-8"},
		{"broken bytes in the text", func(r *yiyuan.Reading) { r.Document.Text += "\xff" }, "text is not valid UTF-8"},
		{"broken bytes in the title", func(r *yiyuan.Reading) { r.Document.Title = "\xb9\xab" }, "title is not valid UTF-8"},
		{"broken bytes in a quote", func(r *yiyuan.Reading) { r.Facts[0].Quote = "产值\xe4" }, "not valid UTF-8"},
		{"a digit in no mention", func(r *yiyuan.Reading) { r.Document.Text += "另有5家" }, "lies in no mention"},
		{"a full-width digit in no mention", func(r *yiyuan.Reading) { r.Document.Text += "另有５家" }, "lies in no mention"},
		{"a mention gone", func(r *yiyuan.Reading) { r.Mentions = r.Mentions[1:] }, "lies in no mention"},
		{"overlapping mentions", func(r *yiyuan.Reading) { r.Mentions[1].Start = r.Mentions[0].End - 1 }, "overlaps"},
		{"mentions out of order", func(r *yiyuan.Reading) { r.Mentions[0], r.Mentions[1] = r.Mentions[1], r.Mentions[0] }, "overlaps"},
		{"an empty mention", func(r *yiyuan.Reading) { r.Mentions[0].End = r.Mentions[0].Start }, "overlaps"},
		{"a mention before the text", func(r *yiyuan.Reading) { r.Mentions[0].Start = -1 }, "overlaps"},
		{"a mention past the text", func(r *yiyuan.Reading) { last(r).End += 1000 }, "not what stands at"},
		{"a mention that says otherwise", func(r *yiyuan.Reading) { r.Mentions[0].Text = "1949年" }, "not what stands at"},
		{"a mention without disposition", func(r *yiyuan.Reading) { r.Mentions[0].Disposition = "" }, "no disposition"},
		{"one mention id twice", func(r *yiyuan.Reading) { r.Mentions[1].MentionID = r.Mentions[0].MentionID }, "not unique"},
		{"a mention without id", func(r *yiyuan.Reading) { r.Mentions[0].MentionID = "" }, "missing"},
		{"a mention's value too fine", func(r *yiyuan.Reading) { r.Mentions[1].Value = dec("0.0000001") }, "DECIMAL(28,6)"},
		{"a fact off by one", func(r *yiyuan.Reading) { r.Facts[0].Start++ }, "not what stands at"},
		{"a fact in byte offsets", func(r *yiyuan.Reading) { r.Facts[1].Start *= 3; r.Facts[1].End *= 3 }, "not what stands at"},
		{"a fact of no mention", func(r *yiyuan.Reading) { r.Facts[0].MentionID = "gone" }, "no mention"},
		{"a fact of a date", func(r *yiyuan.Reading) { r.Facts[0].MentionID = r.Mentions[0].MentionID }, "another disposition"},
		{"a figure called a fact without one", func(r *yiyuan.Reading) { r.Mentions[0].Disposition = "fact" }, "has none"},
		{"a fact gone", func(r *yiyuan.Reading) { r.Facts = r.Facts[1:] }, "has none"},
		{"one fact id twice", func(r *yiyuan.Reading) { r.Facts[1].FactID = r.Facts[0].FactID }, "not unique"},
		{"part of a fact elsewhere", func(r *yiyuan.Reading) { r.Facts[0].PartOf = "elsewhere" }, "no fact of the document"},
		{"a value too large", func(r *yiyuan.Reading) { r.Facts[0].Value = *dec("1e22") }, "DECIMAL(28,6)"},
		{"a range's end too fine", func(r *yiyuan.Reading) { r.Facts[0].ValueHigh = dec("33.3333333") }, "DECIMAL(28,6)"},
		{"a repair past the text", func(r *yiyuan.Reading) { r.Repairs[0].End = 1 << 20 }, "outside the text"},
	} {
		r := article("报告/a", 2)
		c.spoil(&r)
		_, err := Check(&r)
		if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

func TestCheckNamesTheCause(t *testing.T) {
	r := article("a", 1)
	r.Facts[0].Value = *dec("NaN")
	if _, err := Check(&r); !errors.Is(err, ErrDecimal) {
		t.Errorf("error %v is not ErrDecimal", err)
	}
}

func last(r *yiyuan.Reading) *yiyuan.Mention { return &r.Mentions[len(r.Mentions)-1] }

// say adds a sentence with one unread figure.
func say(r *yiyuan.Reading, before, figure, after string) {
	start := len([]rune(r.Document.Text + before))
	r.Mentions = append(r.Mentions, yiyuan.Mention{
		MentionID: "said", Start: start, End: start + len([]rune(figure)), Text: figure, Disposition: "unread",
	})
	r.Document.Text += before + figure + after
}

func FuzzCheck(f *testing.F) {
	f.Add("全县共有36家", 4, 6, "36")
	f.Add("共有３６家", 2, 4, "３６")
	f.Add("", 0, 0, "")
	f.Fuzz(func(t *testing.T, text string, start, end int, figure string) {
		r := yiyuan.Reading{Document: yiyuan.Document{DocID: "a", Text: text}, Mentions: []yiyuan.Mention{
			{MentionID: "m", Start: start, End: end, Text: figure, Disposition: "unread"},
		}}
		if _, err := Check(&r); err != nil {
			return
		}
		runes := []rune(text)
		if string(runes[start:end]) != figure {
			t.Errorf("%q at [%d,%d) of %q passed", figure, start, end, text)
		}
		for i, c := range runes {
			if isDigit(c) && (i < start || i >= end) {
				t.Errorf("digit %q at %d of %q lies outside [%d,%d) and passed", c, i, text, start, end)
			}
		}
	})
}

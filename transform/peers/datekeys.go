package peers

import (
	"encoding/json"
	"regexp"
	"strings"
	"time"

	"yiyuan"
	"yiyuan/transform/period"
)

// dateKind tells the kind of a case that expects one stretch of days.
func dateKind(text string, v span) string {
	switch {
	case isCounted(text):
		return "counted"
	case v.start == v.end:
		return "date"
	}
	return "period"
}

// countedForm tells the stretches counted from the day of speaking (近三年, 半年后, 下三个月), of which the suites keep the
// day and we, as statistics do, whole calendar years.
var countedForm = regexp.MustCompile(`^(前|后|上|下|近|过去|过去的|未来|今后)? ?([1-9][0-9]?|[一二两仨三四五六七八九十半]{1,3})[多 ]*个?[半多]?(年|月|个季度)半?多?((?:以|之)?[前后来内])?$`)

func isCounted(text string) bool {
	m := countedForm.FindStringSubmatch(text)
	return m != nil && m[1]+m[4] != "" // 24年 alone is none
}

// dayOf reads the day at the head of an ISO time, the zero Date where there is none.
func dayOf(s string) yiyuan.Date {
	for _, form := range []string{"2006-01-02", "2006-1-2", "2006-01", "2006-1", "2006"} {
		if t, err := time.Parse(form, strings.Trim(s[:min(len(s), 10)], " T-")); err == nil {
			return yiyuan.DateOf(t)
		}
	}
	return yiyuan.Date{}
}

// ducklingDates reads a key of Duckling: an instant with its grain, or an interval without its end.
func ducklingDates(r row) (string, key, error) {
	var x struct {
		Start, Grain string
		End          string `json:"end_exclusive"`
	}
	if err := json.Unmarshal(r.Expected, &x); err != nil {
		return "", nil, err
	}
	start := dayOf(x.Start)
	v := span{start: start, end: start}
	switch {
	case x.End != "":
		end := dayOf(x.End)
		v.end = yiyuan.NewDate(end.Year, end.Month, end.Day-1)
	case x.Grain == "month":
		v.end = yiyuan.NewDate(start.Year, start.Month+1, 0)
	case x.Grain == "year":
		v.end = period.Year(start.Year).End
	}
	spoken := yiyuan.Date{Year: 2013, Month: time.February, Day: 12}
	return dateKind(r.Input, v), wholeInput(r.Input, spoken, v), nil
}

func wholeInput(input string, ref yiyuan.Date, v span) dates {
	return dates{ref: ref, whole: true, want: []expression{{text: input, values: []span{v}}}}
}

// jionlpDates reads a key of JioNLP: the places of expressions in a sentence, or the time of one.
func jionlpDates(r row) (string, key, error) {
	ref := dayOf(r.Base)
	if ref.IsZero() {
		ref = yiyuan.Date{Year: 2021, Month: time.June, Day: 14}
	}
	var found []struct {
		Text       string
		Start, End int
	}
	if json.Unmarshal(r.Expected, &found) == nil {
		k := dates{ref: ref}
		for _, f := range found {
			k.want = append(k.want, expression{text: f.Text, start: f.Start, end: f.End})
		}
		if len(found) == 0 {
			return "nothing", k, nil
		}
		return "extract", k, nil
	}
	var p struct {
		Type string
		Time json.RawMessage
	}
	if err := json.Unmarshal(r.Expected, &p); err != nil {
		return "", nil, err
	}
	if p.Type == "time_delta" {
		k, err := jionlpLength(p.Time)
		return "length", k, err
	}
	var ends [2]string
	if err := json.Unmarshal(p.Time, &ends); err != nil {
		return "", nil, err
	}
	v := jionlpSpan(ends, ref, len(r.Base) > len("2006-01-02"))
	return dateKind(r.Input, v), wholeInput(r.Input, ref, v), nil
}

// jionlpSpan reads first and last second. A stretch that begins now (the key tells the very time of speaking) runs until
// a deadline: we give the deadline.
func jionlpSpan(ends [2]string, ref yiyuan.Date, now bool) span {
	v := span{start: dayOf(ends[0]), end: dayOf(ends[1])}
	switch {
	case ends[0] == "-inf":
		v.mod = "before"
	case ends[1] == "inf":
		v.mod = "since"
	case v.start == ref && now:
		v.mod = "until"
	}
	return v
}

// recognized is an entity of Recognizers-Text. The models print resolutions, the parsers a value, the extractors neither.
type recognized struct {
	Text, Type string
	Start, End int
	Resolution struct {
		Values []struct{ Timex, Mod, Value, Start, End string }
	}
	Value struct {
		Timex            string
		FutureResolution map[string]any
		PastResolution   map[string]any
	}
}

// kind is datetimeV2.daterange without its family.
func (x recognized) kind() string { return x.Type[strings.LastIndex(x.Type, ".")+1:] }

// timex is the value in the suite's own notation, "" from an extractor.
func (x recognized) timex() string {
	for _, v := range x.Resolution.Values {
		return v.Timex
	}
	return x.Value.Timex
}

// expression brings the entity to our form.
func (x recognized) expression() expression {
	w := expression{text: x.Text, start: x.Start, end: x.End}
	for _, v := range x.Resolution.Values {
		w.add(v.Mod, v.Value, v.Start, v.End)
	}
	for _, m := range []map[string]any{x.Value.PastResolution, x.Value.FutureResolution} {
		day, _ := m["date"].(string)
		from, _ := m["startDate"].(string)
		to, _ := m["endDate"].(string)
		w.add("", day, from, to)
	}
	return w
}

// add takes one resolution as the suite prints it: a day, or a range whose end is not in it.
func (w *expression) add(mod, day, from, to string) {
	switch {
	case from != "" || to != "":
		w.values = append(w.values, span{start: dayOf(from), end: dayOf(to), mod: mod, halfOpen: true})
	case day != "" && day != "not resolved":
		w.values = append(w.values, span{start: dayOf(day), end: dayOf(day), mod: mod})
	}
}

// recognizersDates reads a key of Recognizers-Text.
func recognizersDates(r row) (string, key, error) {
	var found []recognized
	if err := json.Unmarshal(r.Expected, &found); err != nil {
		return "", nil, err
	}
	k := dates{ref: dayOf(r.Reference)}
	if k.ref.IsZero() {
		k.ref = yiyuan.Date{Year: 2017, Month: time.March, Day: 22}
	}
	kinds := map[string]bool{}
	for _, x := range found {
		kinds[x.kind()] = true
		k.want = append(k.want, x.expression())
	}
	switch {
	case len(found) == 1 && kinds["duration"]:
		l, err := recognizersLength(found[0])
		return "length", l, err
	case len(found) == 1 && isCounted(found[0].Text):
		return "counted", k, nil
	case kinds["daterange"]:
		return "period", k, nil
	case kinds["date"]:
		return "date", k, nil
	}
	return "nothing", k, nil
}

package peers

import (
	"encoding/json"
	"fmt"
	"regexp"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
	"yiyuan/transform/unit"
)

// length is the key of a length of time (两年半, 17个多月), which is a figure to us and an expression of time to the suites.
type length struct {
	text      string          // "" where the whole input is the length
	low, high *yiyuan.Decimal // in months; nil where the suite only asks where it stands
}

// judge compares the durations of the sentence. Those that touch are one: 四年六个月.
func (k length) judge(input string) (meets bool, want, got string) {
	var all []length
	last := -1
	for _, q := range unit.Scan(input) {
		if q.Kind != "duration" {
			continue
		}
		l := months(input, q)
		if q.Start == last {
			all[len(all)-1].join(l)
		} else {
			all = append(all, l)
		}
		last = q.End
	}
	if k.text == "" {
		k.text = input
	}
	return len(all) == 1 && k.meets(all[0]), fmt.Sprint(k), fmt.Sprint(all)
}

func (k length) meets(l length) bool {
	return k.text == l.text && (k.low == nil || same(k.low, l.low) && same(k.high, l.high))
}

func (k length) String() string {
	if k.low == nil {
		return k.text
	}
	return fmt.Sprintf("%s %s-%s months", k.text, yiyuan.Plain(k.low), yiyuan.Plain(k.high))
}

// join adds a length that stands right behind.
func (k *length) join(l length) {
	k.text += l.text
	k.low, k.high = sum(k.low, l.low), sum(k.high, l.high)
}

// inMonths are the units of a length of time that statistics are told in.
var inMonths = map[string]int64{"年": 12, "年头": 12, "个季度": 3, "个月": 1}

func months(text string, q unit.Quantity) length {
	low, high := &q.Value, &q.Value
	if q.Low != nil && q.High != nil {
		low, high = q.Low, q.High
	}
	n := inMonths[q.Unit.Surface]
	return length{text: text[q.Start:q.End], low: times(low, n), high: times(high, n)}
}

func times(d *yiyuan.Decimal, n int64) *yiyuan.Decimal {
	var out yiyuan.Decimal
	_, _ = wide.Mul(&out, d, apd.New(n, 0)) // sixty digits hold every product of a figure and 12
	return &out
}

func sum(a, b *yiyuan.Decimal) *yiyuan.Decimal {
	var out yiyuan.Decimal
	_, _ = wide.Add(&out, a, b)
	return &out
}

// jionlpLength reads {"year": 4, "month": 6}, or two of it as a range.
func jionlpLength(raw json.RawMessage) (length, error) {
	var ends []json.RawMessage
	if json.Unmarshal(raw, &ends) != nil {
		ends = []json.RawMessage{raw, raw}
	}
	if len(ends) != 2 {
		return length{}, fmt.Errorf("a length of %d ends", len(ends))
	}
	low, err := jionlpMonths(ends[0])
	if err != nil {
		return length{}, err
	}
	high, err := jionlpMonths(ends[1])
	return length{low: low, high: high}, err
}

func jionlpMonths(raw json.RawMessage) (*yiyuan.Decimal, error) {
	var x struct{ Year, Month json.Number }
	if err := json.Unmarshal(raw, &x); err != nil {
		return nil, err
	}
	all := new(yiyuan.Decimal)
	for _, part := range []struct {
		printed json.Number
		months  int64
	}{{x.Year, 12}, {x.Month, 1}} {
		if part.printed == "" {
			continue
		}
		d, err := decimal(part.printed.String())
		if err != nil {
			return nil, err
		}
		all = sum(all, times(d, part.months))
	}
	return all, nil
}

// lengthForm is a length in the notation of Recognizers-Text: P3.5Y.
var lengthForm = regexp.MustCompile(`^P([0-9.]+)([YM])$`)

func recognizersLength(x recognized) (length, error) {
	k := length{text: x.Text}
	if x.timex() == "" {
		return k, nil
	}
	m := lengthForm.FindStringSubmatch(x.timex())
	if m == nil {
		return k, fmt.Errorf("%q is no length in years or months", x.timex())
	}
	d, err := decimal(m[1])
	if err != nil {
		return k, err
	}
	k.low = times(d, map[string]int64{"Y": 12, "M": 1}[m[2]])
	k.high = k.low
	return k, nil
}

package peers

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"yiyuan"
)

// entity is one figure, expected or read: a place in code points, a value or an interval, a currency or unit.
type entity struct {
	start, end int // -1 where the suite gives none
	text       string
	value      *yiyuan.Decimal
	low, high  *yiyuan.Decimal // ends of an interval, nil where open
	unit       string
}

func (e entity) String() string {
	var b strings.Builder
	b.WriteString(e.text)
	for _, d := range []*yiyuan.Decimal{e.value, e.low, e.high} {
		b.WriteByte(' ')
		if d == nil {
			b.WriteByte('-')
		} else {
			b.WriteString(yiyuan.Plain(d))
		}
	}
	return b.String() + " " + e.unit
}

// figures is the key of a case of figures.
type figures struct {
	peer, kind, file, input string
	raw                     json.RawMessage // as the suite has it
	want                    []entity
}

func (c figures) judge(input string) (meets bool, want, got string) {
	read := readings(c)
	return meet(c.kind, c.want, read), fmt.Sprint(c.want), fmt.Sprint(read)
}

// wants returns the entities a case expects.
func wants(c figures) ([]entity, error) {
	switch c.peer {
	case "Recognizers-Text":
		return recognizers(c)
	case "duckling":
		return duckling(c)
	case "JioNLP":
		return jionlp(c)
	}
	return nil, fmt.Errorf("unknown peer %q", c.peer)
}

func recognizers(c figures) ([]entity, error) {
	var rows []struct {
		Text       string
		Start, End int
		Resolution struct{ Value, Unit, IsoCurrency string }
	}
	if err := json.Unmarshal(c.raw, &rows); err != nil {
		return nil, err
	}
	out := []entity{}
	for _, r := range rows {
		e := entity{start: r.Start, end: r.End, text: r.Text}
		var err error
		switch c.kind {
		case "range":
			err = e.interval(r.Resolution.Value)
		case "dimension":
			err = e.measured(r.Resolution.Value, r.Resolution.Unit)
		default:
			e.unit = r.Resolution.IsoCurrency
			e.value, err = decimal(strings.TrimSuffix(r.Resolution.Value, "%"))
		}
		if err != nil {
			return nil, err
		}
		out = append(out, e)
	}
	return out, nil
}

var intervalForm = regexp.MustCompile(`^[\[(]([^,]*),([^,]*)[\])]$`)

// interval reads (20,35]. Whether an end belongs to it is not compared: the suites differ among themselves.
func (e *entity) interval(s string) (err error) {
	m := intervalForm.FindStringSubmatch(s)
	if m == nil {
		return fmt.Errorf("%q is no interval", s)
	}
	if m[1] != "" {
		if e.low, err = decimal(m[1]); err != nil {
			return err
		}
	}
	if m[2] != "" {
		e.high, err = decimal(m[2])
	}
	return err
}

// ours tells the code and factor in which we hold a unit of the suites.
var ours = map[string]struct{ code, factor string }{
	"Centimetre": {"m", "0.01"}, "Metre": {"m", "1"}, "Kilometre": {"km", "1"}, "Gram": {"kg", "0.001"},
	"Mu": {"mu", "1"}, "Kilogram": {"kg", "1"}, "Kilometer": {"km", "1"}, "Kilowatt": {"kW", "1"},
	"Dollar": {"CNY", "1"}, "CNY": {"CNY", "1"},
}

var wide = apd.BaseContext.WithPrecision(60)

func (e *entity) measured(value, unit string) error {
	u, ok := ours[unit]
	if !ok {
		return fmt.Errorf("unit %q has no code of ours", unit)
	}
	v, err := decimal(value)
	if err != nil {
		return err
	}
	f, _, err := apd.NewFromString(u.factor)
	if err != nil {
		return err
	}
	e.value = new(yiyuan.Decimal)
	e.unit = u.code
	_, err = wide.Mul(e.value, v, f)
	return err
}

func duckling(c figures) ([]entity, error) {
	var x struct {
		Form            string
		Unit            string
		Value, From, To float64
		Upper           float64           `json:"upper_bound"`
		Lower           float64           `json:"lower_bound"`
		AnyOf           []json.RawMessage `json:"any_of"`
	}
	if err := json.Unmarshal(c.raw, &x); err != nil {
		return nil, err
	}
	e := entity{start: -1, text: c.input}
	number := func(f float64) (*yiyuan.Decimal, error) {
		if x.Unit == "" {
			return decimal(strconv.FormatFloat(f, 'f', -1, 64))
		}
		var m entity
		err := m.measured(strconv.FormatFloat(f, 'f', -1, 64), x.Unit)
		e.unit = m.unit
		return m.value, err
	}
	var err error
	switch x.Form {
	case "ambiguous": // the first is the longest unit: 3千米 as kilometres
		c.raw = x.AnyOf[0]
		return duckling(c)
	case "under":
		e.high, err = number(x.Upper)
	case "above":
		e.low, err = number(x.Lower)
	case "between":
		if e.low, err = number(x.From); err == nil {
			e.high, err = number(x.To)
		}
	default:
		e.value, err = number(x.Value)
	}
	return []entity{e}, err
}

func jionlp(c figures) ([]entity, error) {
	if c.file == "money_extractor" {
		var rows []struct {
			Text       string
			Start, End int
		}
		if err := json.Unmarshal(c.raw, &rows); err != nil {
			return nil, err
		}
		out := []entity{}
		for _, r := range rows {
			out = append(out, entity{start: r.Start, end: r.End, text: r.Text})
		}
		return out, nil
	}
	var x struct {
		Num  json.RawMessage
		Case string
	}
	if err := json.Unmarshal(c.raw, &x); err != nil {
		return nil, err
	}
	e := entity{start: -1, text: c.input, unit: map[string]string{"元": "CNY", "港元": "HKD", "美元": "USD"}[x.Case]}
	if e.unit == "" {
		e.unit = "other"
	}
	var pair []string
	if json.Unmarshal(x.Num, &pair) == nil && len(pair) == 2 {
		var err error
		if e.low, err = decimal(pair[0]); err == nil {
			e.high, err = decimal(pair[1])
		}
		return []entity{e}, err
	}
	var one string
	if err := json.Unmarshal(x.Num, &one); err != nil {
		return nil, err
	}
	var err error
	e.value, err = decimal(one)
	return []entity{e}, err
}

func decimal(s string) (*yiyuan.Decimal, error) {
	d, _, err := apd.NewFromString(s)
	if err != nil {
		return nil, fmt.Errorf("value %q: %w", s, err)
	}
	return d, nil
}

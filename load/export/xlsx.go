package export

import (
	"cmp"
	"fmt"
	"io"
	"math/big"
	"strconv"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/cockroachdb/apd/v3"
	"github.com/duckdb/duckdb-go/v2"
	"github.com/xuri/excelize/v2"

	"yiyuan"
	"yiyuan/load"
)

// What Excel can hold.
const (
	sheetRows    = 1<<20 - 1 // beside the header
	cellLetters  = 32000     // of 32767
	stringInCall = 255       // of a formula
	exactDigits  = 15
	formats      = 160 // number formats of our own, of some 200
)

// boundMarks stand before a figure that is not exact.
var boundMarks = []struct{ bound, mark string }{
	{"approx", "约 "}, {"nearly", "近 "}, {"over", "超 "}, {"at_least", "≥ "}, {"at_most", "≤ "}, {"range", "～ "},
}

// Workbook is an answer with what a reader of it needs to know.
type Workbook struct {
	Name    string
	Meaning load.Meaning
	Units   []load.Pair       // code and name
	Links   map[string]string // doc_id to the address of the page
	About   []load.Pair       // what it was made of
}

// Write writes the rows as a workbook: sheets of cells with their types, and one that says what the columns mean. It
// returns how many cells were too long for Excel and are cut.
//
// Rows are streamed, since a table of facts has millions of cells. Links are HYPERLINK formulas: of true links Excel
// takes 65,530 a sheet and calls the file broken beyond.
func (b *Workbook) Write(w io.Writer, rows *load.Rows) (cut int, err error) {
	f := excelize.NewFile()
	defer f.Close()
	s := sheets{file: f, book: b, rows: rows, styles: map[string]int{}, units: map[string]string{}}
	for _, u := range b.Units {
		s.units[u.Key] = u.Value
	}
	for _, step := range []func() error{s.prepare, s.fill, s.define} {
		if err := step(); err != nil {
			return 0, err
		}
	}
	return s.cut, f.Write(w)
}

type sheets struct {
	file   *excelize.File
	book   *Workbook
	rows   *load.Rows
	out    *excelize.StreamWriter
	n      int // of sheets
	styles map[string]int
	units  map[string]string
	bold   int
	link   int
	day    int
	moment int
	unit   int // column of the unit and of the bound, -1 where there is none
	bound  int
	cut    int
}

func (s *sheets) prepare() (err error) {
	format := func(f string) *string { return &f }
	for _, style := range []struct {
		into *int
		is   excelize.Style
	}{
		{&s.bold, excelize.Style{Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E8EEF4"}}}},
		{&s.link, excelize.Style{Font: &excelize.Font{Color: "1155CC", Underline: "single"}}},
		{&s.day, excelize.Style{CustomNumFmt: format("yyyy-mm-dd")}},
		{&s.moment, excelize.Style{CustomNumFmt: format("yyyy-mm-dd hh:mm:ss")}},
	} {
		if *style.into, err = s.file.NewStyle(&style.is); err != nil {
			return err
		}
	}
	s.unit, s.bound = -1, -1
	for i, c := range s.rows.Columns {
		switch c {
		case "unit":
			s.unit = i
		case "bound":
			s.bound = i
		}
	}
	return nil
}

func (s *sheets) fill() error {
	if err := s.begin(); err != nil {
		return err
	}
	at := 1
	cells := make([]any, len(s.rows.Columns))
	for s.rows.Next() {
		values, err := s.rows.Values()
		if err != nil {
			return err
		}
		if at++; at > sheetRows+1 {
			if err := s.out.Flush(); err != nil {
				return err
			}
			if err := s.begin(); err != nil {
				return err
			}
			at = 2
		}
		for i, v := range values {
			if cells[i], err = s.cell(i, v, values); err != nil {
				return err
			}
		}
		if err := s.out.SetRow("A"+strconv.Itoa(at), cells); err != nil {
			return err
		}
	}
	if err := s.rows.Err(); err != nil {
		return err
	}
	return s.out.Flush()
}

// begin opens the next sheet, its header frozen.
func (s *sheets) begin() (err error) {
	s.n++
	name := sheetName(s.book.Name, s.n)
	if s.n == 1 {
		err = s.file.SetSheetName("Sheet1", name)
	} else {
		_, err = s.file.NewSheet(name)
	}
	if err != nil {
		return err
	}
	if s.out, err = s.file.NewStreamWriter(name); err != nil {
		return err
	}
	for i, c := range s.rows.Columns {
		if err := s.out.SetColWidth(i+1, i+1, width(c, s.rows.Numeric(i))); err != nil {
			return err
		}
	}
	if err := s.out.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}); err != nil {
		return err
	}
	return s.out.SetRow("A1", s.header(s.rows.Columns))
}

func (s *sheets) header(names []string) []any {
	cells := make([]any, len(names))
	for i, c := range names {
		cells[i] = excelize.Cell{StyleID: s.bold, Value: c}
	}
	return cells
}

// sheetName keeps to 31 letters and those allowed.
func sheetName(name string, n int) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`:\/?*[]'`, r) {
			return '_'
		}
		return r
	}, name)
	suffix := ""
	if n > 1 {
		suffix = fmt.Sprintf(" (%d)", n)
	}
	letters := []rune(name)
	return string(letters[:min(len(letters), 31-len(suffix))]) + suffix
}

func width(column string, numeric bool) float64 {
	switch {
	case column == "quote" || column == "sentence" || column == "says" || strings.HasSuffix(column, "_quote"):
		return 60
	case numeric:
		return 22
	}
	return 16
}

// cell gives a value its type, its unit and its link.
func (s *sheets) cell(i int, v any, row []any) (any, error) {
	switch v := v.(type) {
	case nil:
		return nil, nil
	case bool, int8, int16, int32, int64, uint8, uint16, uint32, uint64:
		return v, nil
	case float64:
		if v-v != 0 { // not a number, or beyond all of them
			return nil, nil
		}
		return v, nil
	case float32:
		return float64(v), nil
	case *big.Int:
		return s.number(i, apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(v), 0), row)
	case duckdb.Decimal:
		return s.number(i, apd.NewWithBigInt(new(apd.BigInt).SetMathBigInt(v.Value), -int32(v.Scale)), row)
	case time.Time:
		return s.time(i, v), nil
	}
	text := s.short(string(s.rows.AppendText(nil, i)))
	if address := s.address(i, text); address != "" {
		return excelize.Cell{StyleID: s.link, Formula: hyperlink(address, text), Value: text}, nil
	}
	return text, nil
}

// number: Excel keeps fifteen digits, so a figure with more of them is text.
func (s *sheets) number(i int, d *yiyuan.Decimal, row []any) (any, error) {
	plain := yiyuan.Plain(d)
	digits := strings.Trim(strings.Replace(strings.TrimPrefix(plain, "-"), ".", "", 1), "0")
	if len(digits) > exactDigits {
		return plain, nil
	}
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil {
		return nil, err
	}
	style, err := s.numberStyle(s.pattern(i, strings.Contains(plain, "."), row))
	return excelize.Cell{StyleID: style, Value: value}, err
}

// pattern shows a number with the mark of its bound and the name of its unit, both of which stand in columns too.
func (s *sheets) pattern(i int, fraction bool, row []any) string {
	number := "#,##0"
	if fraction {
		number = "#,##0.0#####"
	}
	if s.unit < 0 {
		return number
	}
	mark, unit := "", ""
	if code, ok := row[s.unit].(string); ok && code != "other" && code != "count" {
		unit = cmp.Or(s.units[code], code)
	}
	if s.bound >= 0 && s.rows.Columns[i] == "value" {
		for _, m := range boundMarks {
			if m.bound == row[s.bound] {
				mark = m.mark
			}
		}
	}
	if mark == "" && unit == "" {
		return number
	}
	mark, unit = quoted(mark), quoted(unit)
	return mark + number + unit + ";" + mark + "-" + number + unit
}

// quoted makes a literal of a number format.
func quoted(s string) string {
	if s == "" {
		return ""
	}
	return `"` + strings.ReplaceAll(s, `"`, "") + `"`
}

func (s *sheets) numberStyle(pattern string) (int, error) {
	if id, ok := s.styles[pattern]; ok {
		return id, nil
	}
	if len(s.styles) == formats {
		pattern = "#,##0.######"
	}
	id, err := s.file.NewStyle(&excelize.Style{CustomNumFmt: &pattern})
	s.styles[pattern] = id
	return id, err
}

// time: Excel's days begin in 1900; what was before is text.
func (s *sheets) time(i int, t time.Time) any {
	if t.Year() <= 1900 || t.Year() > 9999 {
		return string(s.rows.AppendText(nil, i))
	}
	style := s.moment
	if s.rows.Type(i) == "DATE" {
		style = s.day
	}
	return excelize.Cell{StyleID: style, Value: t}
}

func (s *sheets) short(text string) string {
	if len(text) <= cellLetters {
		return text
	}
	n := 0
	for i, r := range text {
		if n++; r > 0xffff {
			n++
		}
		if n > cellLetters {
			s.cut++
			return text[:i] + "…"
		}
	}
	return text
}

// address is where a cell leads: a page, if it is one of the web.
func (s *sheets) address(i int, text string) string {
	address := ""
	switch name := s.rows.Columns[i]; {
	case name == "url":
		address = text
	case name == "doc_id" || strings.HasSuffix(name, "_doc_id"):
		address = s.book.Links[text]
	}
	if !strings.HasPrefix(address, "http://") && !strings.HasPrefix(address, "https://") {
		return ""
	}
	if utf8.RuneCountInString(address) > stringInCall || utf8.RuneCountInString(text) > stringInCall {
		return ""
	}
	return address
}

func hyperlink(address, text string) string {
	quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
	return `HYPERLINK(` + quote(address) + `,` + quote(text) + `)`
}

// define writes the sheet that says what everything means.
func (s *sheets) define() error {
	const name = "definitions"
	if _, err := s.file.NewSheet(name); err != nil {
		return err
	}
	out, err := s.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for i, wide := range []float64{24, 18, 100} {
		if err := out.SetColWidth(i+1, i+1, wide); err != nil {
			return err
		}
	}
	at := 0
	add := func(cells ...any) {
		at++
		if err == nil {
			err = out.SetRow("A"+strconv.Itoa(at), cells)
		}
	}
	add(s.header([]string{s.book.Name, "", s.book.Meaning.Says})...)
	for _, p := range s.book.About {
		add(p.Key, nil, p.Value)
	}
	add()
	add(s.header([]string{"column", "type", "meaning"})...)
	for i, c := range s.rows.Columns {
		add(c, strings.ToLower(s.rows.Type(i)), s.book.Meaning.Columns[c])
	}
	if s.unit >= 0 {
		add()
		add(s.header([]string{"unit", "name", "shown after a figure of it"})...)
		for _, u := range s.book.Units {
			add(u.Key, u.Value)
		}
	}
	if s.bound >= 0 {
		add()
		add(s.header([]string{"bound", "mark", "shown before a figure that is not exact"})...)
		for _, m := range boundMarks {
			add(m.bound, strings.TrimSpace(m.mark))
		}
	}
	if err != nil {
		return err
	}
	return out.Flush()
}

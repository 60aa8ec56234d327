package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"strings"

	"yiyuan/load"
)

// byteOrderMark tells Excel that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// CSV options.
type CSV struct {
	BOM bool // begin with a byte order mark
	Raw bool // leave cells as they are that a spreadsheet would take for formulas
}

// Write writes the rows with a header. A cell of text that a spreadsheet would take for a formula is written after an
// apostrophe; numbers, negative ones too, stay as they are.
func (o CSV) Write(w io.Writer, rows *load.Rows) error {
	if o.BOM {
		if _, err := io.WriteString(w, byteOrderMark); err != nil {
			return err
		}
	}
	out := csv.NewWriter(w)
	if err := out.Write(rows.Columns); err != nil {
		return err
	}
	record := make([]string, len(rows.Columns))
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			return err
		}
		for i := range record {
			record[i] = string(rows.AppendText(nil, i))
			if !o.Raw && !rows.Numeric(i) {
				record[i] = harmless(record[i])
			}
		}
		if err := out.Write(record); err != nil {
			return err
		}
	}
	out.Flush()
	if err := out.Error(); err != nil {
		return err
	}
	return rows.Err()
}

// harmless keeps spreadsheets from taking text for a formula.
func harmless(s string) string {
	if s == "" || !strings.ContainsRune("=+-@\t\r", rune(s[0])) || s[0] == '-' && isNumber(s[1:]) {
		return s
	}
	return "'" + s
}

// isNumber: digits, with at most one point among them.
func isNumber(s string) bool {
	points := strings.Count(s, ".")
	return s != "" && s[0] != '.' && s[len(s)-1] != '.' && points <= 1 && strings.Trim(s, "0123456789.") == ""
}

// JSONL writes one object a row.
func JSONL(w io.Writer, rows *load.Rows) error {
	out := bufio.NewWriterSize(w, 1<<16)
	var b []byte
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			return err
		}
		b = append(rows.AppendJSON(b[:0]), '\n')
		if _, err := out.Write(b); err != nil {
			return err
		}
	}
	if err := rows.Err(); err != nil {
		return err
	}
	return out.Flush()
}

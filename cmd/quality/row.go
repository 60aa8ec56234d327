package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"

	"yiyuan"
)

// row is one fact as JSON prints it. A field that is absent or null is not in the map; numbers are kept as printed.
type row map[string]string

// readRows reads a file of JSON lines.
func readRows(name string) ([]row, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return rowsOf(f, name)
}

// rowsOf reads JSON lines; name is for its errors.
func rowsOf(f io.Reader, name string) ([]row, error) {
	var rows []row
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for n := 1; lines.Scan(); n++ {
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		r, err := readRow(line)
		if err != nil {
			return nil, fmt.Errorf("%s:%d: %w", name, n, err)
		}
		rows = append(rows, r)
	}
	return rows, lines.Err()
}

func readRow(line []byte) (row, error) {
	dec := json.NewDecoder(bytes.NewReader(line))
	dec.UseNumber()
	var fields map[string]any
	if err := dec.Decode(&fields); err != nil {
		return nil, err
	}
	r := make(row, len(fields))
	for k, v := range fields {
		if v != nil {
			r[k] = fmt.Sprint(v)
		}
	}
	return r, nil
}

// factRow is the fact as the tables export it.
func factRow(f *yiyuan.Fact) row {
	r := row{"value": yiyuan.Plain(&f.Value)}
	for k, v := range map[string]string{
		"quote": f.Quote, "value_text": f.ValueText, "unit": f.Unit,
		"indicator": f.Indicator, "measure": f.Measure, "base": f.Base, "bound": f.Bound, "rule": f.Rule, "status": f.Status,
		"subject": f.Subject, "subject_kind": f.SubjectKind, "region_code": f.RegionCode, "counter": f.Counter,
		"qualifier": f.Qualifier, "industry": f.Industry, "period_kind": f.PeriodKind,
		"period_start": f.PeriodStart.String(), "period_end": f.PeriodEnd.String(),
	} {
		if v != "" {
			r[k] = v
		}
	}
	return r
}

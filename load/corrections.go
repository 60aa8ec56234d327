package load

import (
	"context"
	"database/sql/driver"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/cockroachdb/apd/v3"
)

// Correction is what a person has put right in one field of a fact. The fact itself stays as it was read: a correction is
// kept in its own table, and the series are made of the facts as corrected. So a correction outlives the reading it mends,
// and taking its line out of the file takes it back.
type Correction struct{ FactID, Field, Value, Who, Why string }

// ErrCorrections: the file of corrections cannot be taken.
var ErrCorrections = errors.New("its lines are fact_id,field,value,who,why under a header of these names")

var correctionColumns = []string{"fact_id", "field", "value", "who", "why"}

// correctable are the fields of a fact that may be corrected, and what their values must be.
var correctable = map[string]func(string) error{
	"indicator": word, "indicator_text": free, "measure": oneOf("level", "growth", "share", "rank", "multiple", "change"), "base": free,
	"value": number, "value_low": numberOrNone, "value_high": numberOrNone, "unit": word, "counter": free,
	"bound":   oneOf("exact", "approx", "nearly", "over", "at_least", "at_most", "range"),
	"subject": free, "subject_kind": oneOf("region", "park", "enterprise", "industry", "cluster", "project", "platform", "institution", "other"),
	"region_code": code, "region_name": free, "industry": free, "qualifier": free,
	"period_kind": oneOf("during", "as_of", "none"), "period_start": dayOrNone, "period_end": dayOrNone,
	"status": oneOf("actual", "target", "planned", "forecast"), "price_basis": oneOf("nominal", "real", "comparable", ""), "withdrawn": oneOf("true"),
}

// ReadCorrections reads a file of corrections.
func ReadCorrections(path string) ([]Correction, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("corrections: %w", err)
	}
	defer f.Close()
	list, err := parseCorrections(io.LimitReader(f, 64<<20))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return list, nil
}

func parseCorrections(in io.Reader) ([]Correction, error) {
	r := csv.NewReader(in)
	r.FieldsPerRecord = len(correctionColumns)
	header, err := r.Read()
	if err != nil || !slices.Equal(header, correctionColumns) && strings.TrimPrefix(strings.Join(header, ","), "\ufeff") != strings.Join(correctionColumns, ",") {
		return nil, ErrCorrections
	}
	list := []Correction{}
	seen := map[[2]string]bool{}
	for {
		fields, err := r.Read()
		if errors.Is(err, io.EOF) {
			return list, nil
		}
		if err != nil {
			return nil, fmt.Errorf("%w (%v)", ErrCorrections, err)
		}
		line, _ := r.FieldPos(0)
		c := Correction{fields[0], fields[1], fields[2], fields[3], fields[4]}
		if err := c.check(); err != nil {
			return nil, fmt.Errorf("line %d: %w", line, err)
		}
		if key := [2]string{c.FactID, c.Field}; seen[key] {
			return nil, fmt.Errorf("line %d: %s of %s is corrected twice: keep one of the lines", line, c.Field, c.FactID)
		} else {
			seen[key] = true
		}
		list = append(list, c)
	}
}

func (c Correction) check() error {
	valid, known := correctable[c.Field]
	switch {
	case c.FactID == "" || c.Who == "" || c.Why == "":
		return fmt.Errorf("fact_id, who and why must not be empty")
	case !known:
		return fmt.Errorf("no field %q: take one of %s", c.Field, strings.Join(slices.Sorted(maps.Keys(correctable)), " "))
	}
	if err := valid(c.Value); err != nil {
		return fmt.Errorf("%s: %w", c.Field, err)
	}
	return nil
}

func free(string) error { return nil }

func word(s string) error {
	if s == "" || strings.ContainsFunc(s, func(r rune) bool { return r != '_' && (r < '0' || r > 'z') }) {
		return fmt.Errorf("%q is no code", s)
	}
	return nil
}

func code(s string) error {
	if len(s) != 6 || strings.Trim(s, "0123456789") != "" {
		return fmt.Errorf("%q is no six-digit code", s)
	}
	return nil
}

func oneOf(values ...string) func(string) error {
	return func(s string) error {
		if !slices.Contains(values, s) {
			return fmt.Errorf("%q is none of %s", s, strings.Join(values, " "))
		}
		return nil
	}
}

func number(s string) error {
	d, _, err := apd.NewFromString(s)
	if err != nil {
		return fmt.Errorf("%q is no number", s)
	}
	if _, err := unscaled(d); err != nil {
		return err
	}
	if strings.ContainsAny(s, "eE") {
		return fmt.Errorf("%q: write the number out", s)
	}
	return nil
}

func numberOrNone(s string) error {
	if s == "" {
		return nil
	}
	return number(s)
}

func dayOrNone(s string) error {
	if s == "" {
		return nil
	}
	if _, err := time.Parse(time.DateOnly, s); err != nil {
		return fmt.Errorf("%q is no day: write it as 2024-12-31", s)
	}
	return nil
}

// recordCorrections puts the file's corrections in place of those the tables hold; where the run was given none, these
// stay. Each is marked with what was read, and whether there is such a fact.
func (w *Writer) recordCorrections(ctx context.Context) error {
	if w.corrections != nil {
		if _, err := w.conn.ExecContext(ctx, `DELETE FROM corrections`); err != nil {
			return err
		}
		for _, c := range w.corrections {
			w.row.start().texts(c.FactID, c.Field, c.Value, c.Who, c.Why)
			w.row.any(nil)
			w.row.any(false)
			if err := w.append("corrections", append([]driver.Value(nil), w.row.values...)); err != nil {
				return err
			}
		}
		if err := w.closeAppenders(); err != nil {
			return err
		}
	}
	var any bool
	if err := w.conn.QueryRowContext(ctx, `SELECT EXISTS (FROM corrections)`).Scan(&any); err != nil || !any {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, markCorrections()); err != nil {
		return err
	}
	rows, err := w.conn.QueryContext(ctx, `SELECT DISTINCT fact_id FROM corrections WHERE NOT applied ORDER BY fact_id`)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var id string
		if err := rows.Scan(&id); err != nil {
			return err
		}
		w.warn(fmt.Sprintf("corrections: there is no fact %s; it may be of a document that is not in the file", id))
	}
	return rows.Err()
}

// markCorrections is a statement of fixed words: the fields are those of correctable.
func markCorrections() string {
	var read strings.Builder
	for _, field := range slices.Sorted(maps.Keys(correctable)) {
		if field != "withdrawn" {
			fmt.Fprintf(&read, " WHEN '%s' THEN CAST(f.%s AS VARCHAR)", field, field)
		}
	}
	return `CREATE OR REPLACE TEMP TABLE marked AS
			SELECT c.fact_id, c.field, c.value, c.who, c.why, CASE c.field` + read.String() + ` END AS before, f.fact_id IS NOT NULL AS applied
			FROM corrections c LEFT JOIN facts f USING (fact_id);
		DELETE FROM corrections;
		INSERT INTO corrections SELECT * FROM marked`
}

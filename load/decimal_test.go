package load

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/duckdb/duckdb-go/v2"

	"yiyuan"
)

// decimals are values as rules make them, 亿 and % as shifted exponents, and what the column must say of them.
var decimals = []struct {
	name, value, stored string
}{
	{"30亿元", "30e8", "3000000000"},
	{"102.87亿元", "102.87e8", "10287000000"},
	{"22.2%", "22.2", "22.2"},
	{"a fall of 0.5 points", "-0.5", "-0.5"},
	{"zero", "0", "0"},
	{"six places", "0.000001", "0.000001"},
	{"zeros after the sixth place", "1.50000000", "1.5"},
	{"one with a positive exponent", "1e3", "1000"},
	{"just past 64 bits of millionths", "9223372036854.775808", "9223372036854.775808"},
	{"the same, below zero", "-9223372036854.775808", "-9223372036854.775808"},
	{"the largest", "9999999999999999999999.999999", "9999999999999999999999.999999"},
	{"the smallest", "-9999999999999999999999.999999", "-9999999999999999999999.999999"},
	{"a coefficient longer than 64 bits", "1234567890123456789012.345678", "1234567890123456789012.345678"},
	{"1 in twenty digits of zeros", "100000000000000000000e-20", "1"},
}

func TestDecimalsAreStoredExactly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "d.duckdb")
	w := begin(t, path, "r1")
	for i, c := range decimals {
		r := article(fmt.Sprintf("%03d", i), 1)
		r.Facts[0].Value = *dec(c.value)
		r.Facts[0].ValueLow = dec(c.value)
		r.Mentions[1].Value = dec(c.value)
		put(t, w, r)
	}
	publish(t, w, Outcome{})
	rows, err := open(t, path).Query(context.Background(), `SELECT f.value, f.value_low, m.value FROM facts f JOIN mentions m USING (mention_id)
		WHERE fact_id LIKE '%-f0' ORDER BY f.doc_id`)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	for _, c := range decimals {
		if !rows.Next() {
			t.Fatal("too few rows")
		}
		values, err := rows.Values()
		if err != nil {
			t.Fatal(err)
		}
		for i, v := range values {
			if got := yiyuan.Plain(decimalOf(v.(duckdb.Decimal))); got != c.stored {
				t.Errorf("%s: %s stored as %s in column %d, want %s", c.name, c.value, got, i, c.stored)
			}
		}
	}
}

// The trap itself: what the driver does with a decimal of another scale. Should a newer driver rescale by itself, this
// fails, and unscaled can become simpler.
func TestTheAppenderIgnoresScale(t *testing.T) {
	connector, err := duckdb.NewConnector("", nil)
	if err != nil {
		t.Fatal(err)
	}
	db := sql.OpenDB(connector)
	defer db.Close()
	if _, err := db.Exec(`CREATE TABLE t (v DECIMAL(28,6))`); err != nil {
		t.Fatal(err)
	}
	conn, err := connector.Connect(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	a, err := duckdb.NewAppenderFromConn(conn, "", "t")
	if err != nil {
		t.Fatal(err)
	}
	twoPlaces := duckdb.Decimal{Width: 4, Scale: 1, Value: big.NewInt(222)}
	if err := errors.Join(a.AppendRow(twoPlaces), a.Close()); err != nil {
		t.Fatal(err)
	}
	var got string
	if err := db.QueryRow(`SELECT CAST(v AS VARCHAR) FROM t`).Scan(&got); err != nil || got != "0.000222" {
		t.Errorf("22.2 of scale 1 is stored as %s (%v), known is 0.000222", got, err)
	}
}

func TestDecimalsThatDoNotFitAreRefused(t *testing.T) {
	for _, s := range []string{
		"0.0000001", "1.23456789", "10000000000000000000000", "-10000000000000000000000", "1e22", "1e90000", "1e-90000",
		"NaN", "Infinity", "-Infinity",
	} {
		if got, err := unscaled(dec(s)); !errors.Is(err, ErrDecimal) {
			t.Errorf("unscaled(%s) = %v, %v, want it refused", s, got, err)
		}
	}
}

func begin(t testing.TB, path, rules string) *Writer {
	t.Helper()
	w, err := Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: rules, Warn: func(s string) { t.Log(s) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(w.Abandon)
	return w
}

func put(t testing.TB, w *Writer, readings ...yiyuan.Reading) {
	t.Helper()
	for _, r := range readings {
		c, err := Check(&r)
		if err == nil {
			err = w.Put(c)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
}

func publish(t testing.TB, w *Writer, o Outcome) Report {
	t.Helper()
	o.Now = time.Now()
	r, err := w.Publish(context.Background(), o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func open(t testing.TB, path string) *Reader {
	t.Helper()
	r, err := OpenReader(context.Background(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { r.Close() })
	return r
}

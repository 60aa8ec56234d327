package load

import (
	"context"
	"path/filepath"
	"testing"
	"time"
)

// BenchmarkContracts asks every contract of 500 documents with 130,000 facts and 195,000 mentions.
func BenchmarkContracts(b *testing.B) {
	w, err := Begin(context.Background(), filepath.Join(b.TempDir(), "a.duckdb"), Options{Now: time.Now(), RulesVersion: "r1"})
	if err != nil {
		b.Fatal(err)
	}
	defer w.Abandon()
	for i := range 500 {
		put(b, w, article(string(rune('a'+i/26))+string(rune('a'+i%26)), 130))
	}
	if err := w.closeAppenders(); err != nil {
		b.Fatal(err)
	}
	if err := w.recordRun(Outcome{Now: time.Now()}); err != nil {
		b.Fatal(err)
	}
	if err := w.closeAppenders(); err != nil {
		b.Fatal(err)
	}
	for _, c := range Contracts() {
		b.Run(c.Name, func(b *testing.B) {
			for b.Loop() {
				if got, err := w.ask(context.Background(), c); err != nil || got.Rows > 0 {
					b.Fatal(got, err)
				}
			}
		})
	}
}

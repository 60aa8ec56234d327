package load

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"yiyuan"
)

// BenchmarkRun writes 500 documents of 50 kB, 70,000 facts and 105,000 mentions into an empty file and publishes it.
func BenchmarkRun(b *testing.B) {
	var readings []yiyuan.Reading
	for i := range 500 {
		readings = append(readings, article(fmt.Sprintf("报告/%03d", i), 70))
	}
	b.Logf("%d bytes, %d facts a document", len(readings[0].Document.Text), len(readings[0].Facts))
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "b.duckdb")
		start := time.Now()
		w, err := Begin(context.Background(), path, Options{Now: time.Now(), RulesVersion: "r1"})
		if err != nil {
			b.Fatal(err)
		}
		opened := time.Now()
		var checking time.Duration
		for i := range readings {
			t := time.Now()
			c, err := Check(&readings[i])
			if err != nil {
				b.Fatal(err)
			}
			checking += time.Since(t)
			if err := w.Put(c); err != nil {
				b.Fatal(err)
			}
		}
		put := time.Now()
		if _, err := w.Publish(context.Background(), Outcome{Now: time.Now()}); err != nil {
			b.Fatal(err)
		}
		b.Logf("open %v, check %v, put %v, publish %v", opened.Sub(start), checking, put.Sub(opened)-checking, time.Since(put))
	}
}

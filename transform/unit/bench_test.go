package unit_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"yiyuan/transform/number"
	"yiyuan/transform/unit"
)

// reports returns the government reports that lie beside the repository, or skips.
func reports(tb testing.TB, pattern string) string {
	tb.Helper()
	files, err := filepath.Glob(filepath.Join("../../../shared/reports", pattern))
	if err != nil || len(files) == 0 {
		tb.Skipf("no texts match ../shared/reports/%s", pattern)
	}
	var b strings.Builder
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(data)
	}
	return b.String()
}

func BenchmarkScan(b *testing.B) {
	text := reports(b, "政府工作报告-省自治区/*/*.md")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		unit.Scan(text)
	}
}

func BenchmarkNumber(b *testing.B) {
	text := reports(b, "政府工作报告-省自治区/*/*.md")
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		number.Scan(text)
	}
}

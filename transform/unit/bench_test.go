package unit_test

import (
	"os"
	"path/filepath"
	"testing"

	"yiyuan/transform/number"
	"yiyuan/transform/unit"
)

// reports returns the texts of the provinces' reports that lie beside the repository and their size, or skips.
func reports(tb testing.TB) (texts []string, size int64) {
	tb.Helper()
	files, err := filepath.Glob("../../../shared/reports/政府工作报告-省自治区/*/*.md")
	if err != nil || len(files) == 0 {
		tb.Skip("the reports of ../shared are not here")
	}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		texts = append(texts, string(data))
		size += int64(len(data))
	}
	return texts, size
}

func BenchmarkScan(b *testing.B) {
	texts, size := reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			unit.Scan(text)
		}
	}
}

func BenchmarkNumber(b *testing.B) {
	texts, size := reports(b)
	b.SetBytes(size)
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			number.Scan(text)
		}
	}
}

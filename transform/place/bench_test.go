package place

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func BenchmarkScanWithoutPlaces(b *testing.B) {
	text := strings.Repeat("坚持稳中求进总基调，扩大内需、优化结构、提振信心、防范风险，居民收入增长百分之五，粮食产量再创新高。", 10000)
	Scan(text)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		Scan(text)
	}
}

func reports(b *testing.B) []string {
	files, _ := filepath.Glob("../../../shared/reports/*/*/*.md")
	if len(files) == 0 {
		b.Skip("the reports are not beside the repository")
	}
	var out []string
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			b.Fatal(err)
		}
		out = append(out, string(text))
	}
	return out
}

func BenchmarkScanReports(b *testing.B) {
	texts, size := reports(b), 0
	for _, t := range texts {
		size += len(t)
	}
	Scan("")
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, t := range texts {
			Scan(t)
		}
	}
}

func BenchmarkHome(b *testing.B) {
	texts := reports(b)
	Home("", texts[0], "")
	for b.Loop() {
		for _, t := range texts {
			Home("", t, "")
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		loadNames()
	}
}

package period

import (
	"os"
	"path/filepath"
	"testing"
)

// BenchmarkScan scans every twentieth report, or a made-up paragraph where the reports are absent.
func BenchmarkScan(b *testing.B) {
	text := "2023年，全市地区生产总值比上年增长5.3%，其中一季度增长4.1%；截至年底，规上企业达到2013家，五年来年均增长12%。"
	files, _ := filepath.Glob(shared + "/reports/*/*/*.md")
	for k := 0; k < len(files); k += 20 {
		if t, err := os.ReadFile(files[k]); err == nil {
			text += string(t)
		}
	}
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Scan(text)
	}
}

package restore

import "testing"

// Sound text: the reports, which need hardly anything done.
func BenchmarkClean(b *testing.B) {
	var texts []string
	size := 0
	for i, name := range sharedFiles(b, "reports", ".md") {
		if i%10 == 0 {
			texts = append(texts, withoutFrontMatter(sharedFile(b, name)))
			size += len(texts[len(texts)-1])
		}
	}
	b.SetBytes(int64(size))
	for b.Loop() {
		for _, text := range texts {
			Restore(text, "")
		}
	}
}

// Damaged text: the two seeds from mirror sites.
func BenchmarkRepair(b *testing.B) {
	texts := []string{sharedFile(b, "seeds/000_1cab3cc33d78dab4.txt"), sharedFile(b, "seeds/003_0c49a4553b6892ee.txt")}
	b.SetBytes(int64(len(texts[0]) + len(texts[1])))
	for b.Loop() {
		for _, text := range texts {
			Restore(text, "")
		}
	}
}

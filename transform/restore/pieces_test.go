package restore

import (
	"testing"
	"unicode/utf8"
)

// The marks stand twice, in a list and in the quick way through a text, which have to agree.
func TestMarksBeforePieces(t *testing.T) {
	for _, r := range pieceMarks {
		if size, mark := markAt(string(r)); !mark || size != utf8.RuneLen(r) {
			t.Errorf("%q is read as %d bytes, mark %v", r, size, mark)
		}
	}
	for _, r := range "经1a.:！？亿é😀" {
		if size, mark := markAt(string(r)); mark || size != utf8.RuneLen(r) {
			t.Errorf("%q is read as %d bytes, mark %v", r, size, mark)
		}
	}
}

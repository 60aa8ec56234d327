package page

import (
	"fmt"
	"strings"
	"testing"
)

// manyFormats is a page that leaves formatting elements open and then has paragraphs, each as a hostile page has it.
func manyFormats(before, tag string, formats int, after string, paragraphs int) string {
	var b strings.Builder
	b.WriteString("<html><body><p>" + before)
	for i := range formats {
		fmt.Fprintf(&b, tag, i)
	}
	b.WriteString(after)
	for range paragraphs {
		b.WriteString("</p><p>值")
	}
	return b.String()
}

// TestCopiesOfFormats: what the repair of a page would multiply is taken out first, and its words are not.
func TestCopiesOfFormats(t *testing.T) {
	for _, tt := range []struct {
		name, page string
		nodes      int // at most
	}{
		{"an honest page", manyFormats("", "<font color=red id=%d>", 5, "", 100), 1500},
		{"400 formats in 20,000 paragraphs", manyFormats("", "<b x=%d>", 400, "", 20_000), 102_000},
		{"a few in capitals", manyFormats("", "<STRONG X='%d'>", 400, "", 20_000), 102_000},
		{"in a style that is none", manyFormats("<svg><style>", "<b x=%d>", 400, "</style></svg>", 20_000), 102_000},
		{"closed in a cell, where that closes nothing", manyFormats("", "<i x=%d>", 400, "<table><td>"+strings.Repeat("</i>", 400)+"</table>", 20_000), 102_000},
		{"behind quoted marks", manyFormats("", `<u y=">" x=%d>`, 400, "", 20_000), 102_000},
		{"one with 100,000 attributes", manyFormats("", "<b "+strings.Repeat("a%[1]d ", 1)+strings.Repeat("b c=d ", 50_000)+">", 1, "", 20_000), 102_000},
		{"tags that grow together", manyFormats("", "<<b>b x=%d>", 400, "", 20_000), 102_000},
		{"tags that grow together otherwise", manyFormats("", "<b<b>x=%d>", 400, "", 20_000), 102_000},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Tree(tt.page)
			if err != nil {
				t.Skip(err)
			}
			nodes := 0
			for range doc.Nodes[0].Descendants() {
				nodes++
			}
			if nodes > tt.nodes {
				t.Errorf("%d nodes", nodes)
			}
			if n := strings.Count(doc.Text(), "值"); n != strings.Count(tt.page, "值") {
				t.Errorf("%d words are left", n)
			}
		})
	}
}

// FuzzTree: the tree of a page is in proportion to the page, whatever is left open in it.
func FuzzTree(f *testing.F) {
	f.Add("<p><b x=1><b x=2></p><p>值")
	f.Add("<svg><style><b></style><table><td></b><<b>b>")
	f.Fuzz(func(t *testing.T, page string) {
		plain := withoutFormatting(page)
		for at, end := nextTag(plain, 0, 0); at >= 0; at, end = nextTag(plain, at+1, end) {
			if tag := plain[at:end]; formatting[nameOf(tag)] {
				t.Fatalf("%q is left in %q", tag, plain)
			}
		}
		if c := copies(page); c < 0 {
			t.Fatalf("%d", c)
		}
	})
}

func BenchmarkCopies(b *testing.B) {
	page := strings.Repeat("<p><b>全市</b>地区生产总值<<", 100_000)
	b.SetBytes(int64(len(page)))
	for b.Loop() {
		copies(page)
	}
}

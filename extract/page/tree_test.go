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
		nodes      int // and attributes, at most
	}{
		{"an honest page", manyFormats("", "<font color=red id=%d>", 5, "", 100), 2000},
		{"400 formats in 20,000 paragraphs", manyFormats("", "<b x=%d>", 400, "", 20_000), 102_000},
		{"a few in capitals", manyFormats("", "<STRONG X='%d'>", 400, "", 20_000), 102_000},
		{"in a style that is none", manyFormats("<svg><style>", "<b x=%d>", 400, "</style></svg>", 20_000), 102_000},
		{"closed in a cell, where that closes nothing", manyFormats("", "<i x=%d>", 400, "<table><td>"+strings.Repeat("</i>", 400)+"</table>", 20_000), 102_000},
		{"behind quoted marks", manyFormats("", `<u y=">" x=%d>`, 400, "", 20_000), 102_000},
		{"one with 5,000 attributes", manyFormats("", "<b a%d"+attributes(5000)+">", 1, "", 20_000), 102_000},
		{"tags that grow together", manyFormats(formats(400), "<<b>b x=%d>", 400, "", 20_000), 102_000},
		{"tags that grow together otherwise", manyFormats(formats(400), "<b<b>x=%d>", 400, "", 20_000), 102_000},
	} {
		t.Run(tt.name, func(t *testing.T) {
			doc, err := Tree(tt.page)
			if err != nil {
				t.Fatal(err)
			}
			nodes := 0
			for n := range doc.Nodes[0].Descendants() {
				nodes += 1 + len(n.Attr)
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

// attributes are so many different ones.
func attributes(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, " b%d", i)
	}
	return b.String()
}

// formats are so many different ones, left open.
func formats(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "<b y=%d>", i)
	}
	return b.String()
}

// FuzzTree: no opening tag of a formatting element is left, also none that grew together of others.
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

package page

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
)

// maxCopies bounds what a browser's repair of a page may cost, in bytes of the tree.
const maxCopies = 256 << 20

// formatting are the elements that HTML opens again in every paragraph after the one they were left open in. "a" and
// "nobr" are not among them, for they close each other.
var formatting = map[string]bool{"b": true, "big": true, "code": true, "em": true, "font": true, "i": true, "s": true,
	"small": true, "strike": true, "strong": true, "tt": true, "u": true}

// Tree parses a page of any size and depth that its caller allows. Four hundred <b id=…> that are never closed are copied
// into each of a hundred thousand paragraphs, as the standard has it: three megabytes become thirty gigabytes. So where
// the copies could be so many, those elements are taken out first; the words stay.
func Tree(page string) (*goquery.Document, error) {
	if copies(page) > maxCopies {
		page = withoutFormatting(page)
	}
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		return nil, err
	}
	return goquery.NewDocumentFromNode(root), nil
}

// copies is the most that the copies can weigh, or more than maxCopies. It goes by the bytes, since where the tokenizer
// sees scripts and comments depends on the tree: that <svg><style> hides nothing.
func copies(page string) int {
	const element, attribute, longest = 150, 48, 4096
	times, weight, tags := map[string]int{}, 0, 0
	for at, end := nextTag(page, 0, 0); at >= 0; at, end = nextTag(page, at+1, end) {
		tags++
		tag := page[at:end]
		if !formatting[nameOf(tag)] {
			continue
		}
		if len(tag) > longest || hasOpenQuote(tag) { // who knows what stands behind a > that is quoted
			return maxCopies + 1
		}
		if times[tag]++; times[tag] > 3 { // the standard keeps three that are alike
			continue
		}
		weight += element
		for i := range len(tag) {
			if isSpace(tag[i]) || strings.IndexByte(`/"'`, tag[i]) >= 0 {
				weight += attribute
			}
		}
		if weight > maxCopies {
			return weight
		}
	}
	return weight * tags
}

func hasOpenQuote(tag string) bool {
	return strings.Count(tag, `"`)%2 == 1 || strings.Count(tag, "'")%2 == 1
}

// nextTag finds the next < from a place on, and the end of the > after it. The end that was found last is not looked for
// again: a page may be all < and have one >.
func nextTag(page string, from, last int) (at, end int) {
	i := strings.IndexByte(page[from:], '<')
	if i < 0 {
		return -1, last
	}
	if at = from + i; at < last {
		return at, last
	}
	if i = strings.IndexByte(page[at:], '>'); i < 0 {
		return at, len(page)
	}
	return at, at + i + 1
}

// nameOf is the name of an opening tag, in small letters; empty where the name is longer than any that matters.
func nameOf(tag string) string {
	end := 1
	for end < len(tag) && end < 10 && tag[end] != '>' && tag[end] != '/' && !isSpace(tag[end]) {
		end++
	}
	if end == 10 {
		return ""
	}
	return strings.ToLower(tag[1:end])
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f' }

// withoutFormatting puts a place where a line may break for every opening tag of a formatting element: nothing at all would
// let what stands on its two sides grow together into another.
func withoutFormatting(page string) string {
	var out strings.Builder
	kept := 0
	for at, end := nextTag(page, 0, 0); at >= 0; at, end = nextTag(page, at+1, end) {
		if at >= kept && formatting[nameOf(page[at:end])] {
			out.WriteString(page[kept:at])
			out.WriteString("<wbr>")
			kept = end
		}
	}
	out.WriteString(page[kept:])
	return out.String()
}

package figure

import (
	"slices"
	"strings"

	"yiyuan"
)

// This file gives names the number they begin with. A name is found by its words, and a number in it is a figure of its own until it is known to
// be none: 7天期逆回购, 30万千瓦级燃气轮机.

// withNumbers completes the names beside a figure that begin right behind a number.
func (r *reader) withNumbers(f *yiyuan.Fact) {
	if f.Start < r.start {
		return // of a cell
	}
	f.Subject, f.Qualifier = r.withNumber(f, f.Subject), r.withNumber(f, f.Qualifier)
}

func (r *reader) withNumber(f *yiyuan.Fact, name string) string {
	if !startsWithAny(name, behindNumber()) {
		return name
	}
	i := slices.IndexFunc(r.toks, func(t token) bool { return t.kind == figure && t.start != f.Start && strings.HasPrefix(r.text[t.end:r.end], name) })
	if i < 0 {
		return name
	}
	return r.text[r.toks[i].start:r.toks[i].end] + name
}

// behindNumber begin what is left of a name without its number.
var behindNumber = phrases("behind the number of a name")

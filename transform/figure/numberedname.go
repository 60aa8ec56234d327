package figure

import (
	"slices"
	"strings"

	"yiyuan"
)

// This file gives names the number they begin with, and takes from them that of a list. A name is found by its words, and a number in it is a
// figure of its own until it is known to be none: 7天期逆回购, 30万千瓦级燃气轮机.

// settleNumbers puts the numbers at the beginning of names right.
func (r *reader) settleNumbers(f *yiyuan.Fact) {
	if f.Start < r.start {
		return // of a cell
	}
	f.Subject, f.Qualifier = r.withNumber(f, f.Subject), r.withNumber(f, f.Qualifier)
	for _, name := range []*string{&f.Qualifier, &f.Industry, &f.IndicatorText} {
		*name = r.withoutOrdinal(*name)
	}
}

// withoutOrdinal leaves out which item of a list a name is of: 三是新建高标准农田.
func (r *reader) withoutOrdinal(name string) string {
	if rest := strings.TrimLeft(name, "0123456789"); rest != name {
		if item := strings.TrimLeft(rest, ".．、"); item != rest && !startsWithDigit(item) {
			return item // 2.新建厂房
		}
	}
	rest := strings.TrimLeft(name, "一二三四五六七八九十")
	if rest == name {
		return name
	}
	if after, ok := strings.CutPrefix(rest, "是"); ok {
		return after
	}
	if rest != "" && strings.Contains(r.text[r.start:r.end], strings.TrimSuffix(name, rest)+"是"+rest) {
		return rest
	}
	return name
}

// withNumber is the whole of a name that begins right behind a number.
func (r *reader) withNumber(f *yiyuan.Fact, name string) string {
	if !startsWithAny(name, behindNumber()) {
		return name
	}
	i := slices.IndexFunc(r.toks, func(t token) bool {
		return t.kind == figure && t.start != f.Start && strings.HasPrefix(r.text[t.end:r.end], name)
	})
	if i < 0 {
		return name
	}
	return r.text[r.toks[i].start:r.toks[i].end] + name
}

// behindNumber begin what is left of a name without its number.
var behindNumber = phrases("behind the number of a name")

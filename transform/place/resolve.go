package place

import (
	"yiyuan/transform/search"
)

// Resolve decides which place a match means, or says "". Home is the document's own place; recent are the places
// resolved before it, the nearest first. In this order it asks: is it home, in it, round it or its neighbour in one
// prefecture; is it in a place just named; is it in home's province; in the province of a place just
// named; and is there only one that bears the name today. A short county name is not believed on the last ground.
func Resolve(m Match, home string, recent ...string) string {
	home = inForce(home)
	if m.Kind == KindGroup {
		if len(m.Candidates) == 1 {
			return m.Candidates[0]
		}
		code, _ := Deictic(m.Text, home)
		return code
	}
	c := choice{codes: m.Candidates, today: len(m.Candidates)}
	believed := m.vouched
	if n := names().byText[m.Text]; n != nil {
		c.today = min(n.today, len(m.Candidates))
		believed = believed || n.trust != near && n.trust != word
	}
	if len(c.codes) == 1 && believed {
		return c.codes[0]
	}
	if code := c.byHome(home, recent); code != "" {
		return code
	}
	if !believed {
		return ""
	}
	return c.largest(c.codes[:c.today], c.codes)
}

type choice struct {
	codes []string
	today int
}

func (c choice) byHome(home string, recent []string) string {
	for _, test := range [...]func(string) bool{
		func(code string) bool { return code == home },
		func(code string) bool { return local(home) && (Contains(home, code) || Contains(code, home)) },
		func(code string) bool {
			return above(home, Prefecture) != "" && Contains(above(home, Prefecture), code)
		},
	} {
		if code := c.only(test); code != "" {
			return code
		}
	}
	for _, r := range recent {
		if code := c.only(func(code string) bool { return local(r) && Contains(r, code) }); code != "" {
			return code
		}
	}
	if code := c.only(func(code string) bool { return sameProvince(home, code) }); code != "" {
		return code
	}
	for _, r := range recent {
		if code := c.only(func(code string) bool { return sameProvince(r, code) }); code != "" {
			return code
		}
	}
	return ""
}

// local tells a place from the whole country, which holds every name.
func local(code string) bool { return code != "" && code != "100000" }

func sameProvince(a, b string) bool { return local(a) && above(a, Province) == above(b, Province) }

func (c choice) only(test func(string) bool) string {
	var fit, today []string
	for i, code := range c.codes {
		if test(code) {
			fit = append(fit, code)
			if i < c.today {
				today = append(today, code)
			}
		}
	}
	return c.largest(today, fit)
}

// largest is the one place among those that bear the name today, or else among all; of several, the one of higher rank
// (吉林 is the province), if it is one.
func (choice) largest(today, all []string) string {
	codes := today
	if len(codes) == 0 {
		codes = all
	}
	best, tie := "", false
	for _, code := range codes {
		switch {
		case best == "" || levelOf(code) < levelOf(best):
			best, tie = code, false
		case levelOf(code) == levelOf(best):
			tie = true
		}
	}
	if tie {
		return ""
	}
	return best
}

// InYear is the county that a text of that year was about where its home is a prefecture of today which was not one yet, and the
// county bore its name: 铜仁市 in 2009, unless the text is of 铜仁地区.
func InYear(home string, year int, text string) string {
	r := lookup(home)
	if r.Level != Prefecture || year == 0 || year >= r.ValidFrom || search.Holds(text, r.Short+"地区") || !search.Holds(text, r.Name) {
		return home
	}
	for _, former := range regions().all {
		if former.Name == r.Name && former.Level == County && former.ValidFrom <= year && year <= former.ValidTo {
			return former.Successor
		}
	}
	return home
}

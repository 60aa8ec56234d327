package figure

import (
	"cmp"
	"slices"
	"strings"
)

// This file hands a list of figures out to the sectors of the economy and to what drives it: 三次产业增加值分别增长….

// drivenItems hands out what several drivers contribute to one quantity: 三次产业对经济增长的贡献率分别为…, 分别拉动经济增长….
func (r *reader) drivenItems(s *site, i int) []statement {
	n := r.followers(i)
	if !s.driver || n < 2 {
		return nil
	}
	drivers := r.driversOf(s, n)
	if drivers == nil {
		return nil
	}
	st, ok := r.statementOf(s)
	if !ok {
		return nil
	}
	items := slices.Repeat([]statement{st}, n)
	for k, driver := range drivers {
		items[k].qualifier = driver
		if threeSectors[driver] && s.measure == "share" {
			items[k].qualifier, items[k].industry, items[k].sector = "", driver, true
		}
	}
	return items
}

// driversOf are the names of n drivers: those before the verb, or those that the list before was handed out to.
func (r *reader) driversOf(s *site, n int) []string {
	toks, _ := r.leading(withoutBrackets(r.withSummed(s.captured("driver"), s, n)))
	var names []string
	switch sectors, parts := sectorParts(toks, n), splitConj(toks); {
	case sectors != nil:
		for _, p := range sectors {
			names = append(names, p[0].text)
		}
	case len(parts) == n:
		for _, p := range parts {
			names = append(names, join(trimReach(p)))
		}
	case (len(toks) == 0 || onlyReach(toks)) && len(r.list) == n:
		for _, st := range r.list {
			names = append(names, cmp.Or(st.industry, st.qualifier, st.text))
		}
	case len(toks) == 0 || onlyReach(toks):
		return r.branchesGrown(n)
	}
	return names
}

// branchesGrown are the n branches whose growth the sentence has told last, one by one: 纺织业增长5%，化工业增长8%，分别拉动.
func (r *reader) branchesGrown(n int) []string {
	facts := r.out.Facts
	if len(facts) < n {
		return nil
	}
	var names []string
	for i := len(facts) - n; i < len(facts); i++ {
		f := &facts[i]
		if f.Start < r.start || f.Measure != "growth" || f.Industry == "" || slices.Contains(names, f.Industry) {
			return nil
		}
		names = append(names, f.Industry)
	}
	return names
}

// sectorLists are the words for several of the three sectors at once.
var sectorLists = map[string][]string{
	"三次产业": {"第一产业", "第二产业", "第三产业"}, "一二三产业": {"第一产业", "第二产业", "第三产业"}, "一二三次产业": {"第一产业", "第二产业", "第三产业"},
	"一二三产": {"第一产业", "第二产业", "第三产业"}, "一、二、三产": {"第一产业", "第二产业", "第三产业"}, "一产、二产、三产": {"第一产业", "第二产业", "第三产业"}, "二三产": {"第二产业", "第三产业"}, "二、三产": {"第二产业", "第三产业"},
	"一、二、三产业": {"第一产业", "第二产业", "第三产业"}, "第一、二、三产业": {"第一产业", "第二产业", "第三产业"}, "第一、第二、第三产业": {"第一产业", "第二产业", "第三产业"},
	"二三产业": {"第二产业", "第三产业"}, "二、三产业": {"第二产业", "第三产业"}, "第二、三产业": {"第二产业", "第三产业"}, "第二、第三产业": {"第二产业", "第三产业"},
	"一二产业": {"第一产业", "第二产业"}, "一、二产业": {"第一产业", "第二产业"}, "第一、二产业": {"第一产业", "第二产业"}, "第一、第二产业": {"第一产业", "第二产业"},
	"东、中、西部": {"东部", "中部", "西部"}, "东、中、西部地区": {"东部地区", "中部地区", "西部地区"}, "东中西部": {"东部", "中部", "西部"}, "东中西部地区": {"东部地区", "中部地区", "西部地区"},
	"中、西部": {"中部", "西部"}, "中、西部地区": {"中部地区", "西部地区"},
	"一三产业": {"第一产业", "第三产业"}, "一、三产业": {"第一产业", "第三产业"}, "第一、三产业": {"第一产业", "第三产业"}, "第一、第三产业": {"第一产业", "第三产业"},
}

// sectorItems hands out what is told of several sectors in one word.
func (r *reader) sectorItems(np, behind []token, s *site, lead statement, n int) []statement {
	var items []statement
	for _, part := range sectorParts(np, n) {
		st, ok := r.nameOf(r.partNamed(append(part, withoutVerbs(behind)...), s.tok.q), s.tok.q)
		if !ok {
			return nil
		}
		if st.region == "" {
			st.region = lead.region
		}
		items = append(items, st)
	}
	return items
}

// sectorParts takes 三次产业增加值 and 东、中、西部投资 apart where there are as many figures as sectors or parts of the country, nil elsewhere.
func sectorParts(np []token, n int) [][]token {
	for j := range np {
		for end := j + 1; end <= len(np) && end <= j+7; end++ {
			names := sectorLists[join(np[j:end])]
			if len(names) != n {
				continue
			}
			parts := make([][]token, n)
			for k, name := range names {
				sector := np[j]
				sector.kind, sector.text, sector.pos = word, name, "n"
				parts[k] = append([]token{sector}, np[end:]...)
			}
			return parts
		}
	}
	return nil
}

// structureItems hands out the three parts of the gross product that a structure is told by, in percent: 三次产业结构由上年的30%、26%和44%调整为29%、
// 27%和44%.
func (r *reader) structureItems(s *site, i int) []statement {
	if s.tok.q.Kind != "percent" || s.measure != "rate" && s.measure != "share" || r.followers(i) != len(sectors().words) {
		return nil
	}
	before := r.saidBefore(s)
	at := -1
	for _, name := range structuresOfSectors().words {
		at = max(at, lastIndex(before, name))
	}
	if at < 0 || strings.ContainsAny(before[at:], "；;") || strings.Contains(before[at:], "贡献") {
		return nil
	}
	s.base = "地区生产总值"
	items := make([]statement, len(sectors().words))
	for k, sector := range sectors().words {
		items[k] = statement{known: true, code: "value_added", form: "rate", time: "flow", text: "三次产业结构", head: "三次产业结构", industry: sector, sector: true}
	}
	return items
}

// structuresOfSectors are names of what the gross product is made up of by sector.
var structuresOfSectors = phrases("structures of sectors")

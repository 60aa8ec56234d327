package place

import (
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"yiyuan/transform/tables"
)

//go:embed regions.csv
var regionsCSV string

//go:embed former_names.csv
var formerNamesCSV string

//go:embed zones.csv
var zonesCSV string

//go:embed towns.csv
var townsCSV string

//go:embed aliases.csv
var aliasesCSV string

//go:embed hosts.csv
var hostsCSV string

//go:embed papers.csv
var papersCSV string

//go:embed letters.csv
var lettersCSV string

//go:embed ordinary_words.csv
var ordinaryWordsCSV string

//go:embed false_friends.csv
var falseFriendsCSV string

func init() {
	tables.Register("regions.csv", &regionsCSV)
	tables.Register("former_names.csv", &formerNamesCSV)
	tables.Register("zones.csv", &zonesCSV)
	tables.Register("towns.csv", &townsCSV)
	tables.Register("aliases.csv", &aliasesCSV)
	tables.Register("hosts.csv", &hostsCSV)
	tables.Register("papers.csv", &papersCSV)
	tables.Register("letters.csv", &lettersCSV)
	tables.Register("ordinary_words.csv", &ordinaryWordsCSV)
	tables.Register("false_friends.csv", &falseFriendsCSV)
}

type regionTable struct {
	all    []Region
	byCode map[string]int
}

var regions = sync.OnceValue(func() *regionTable {
	t := &regionTable{all: make([]Region, 0, 6500), byCode: make(map[string]int, 6500)}
	eachRow(regionsCSV, func(f []string) {
		from, _ := strconv.Atoi(f[5])
		to, _ := strconv.Atoi(f[6])
		t.byCode[f[0]] = len(t.all)
		t.all = append(t.all, Region{Code: f[0], Name: f[1], Level: levelNamed(f[2]), Parent: f[3], Short: f[4],
			ValidFrom: from, ValidTo: to, Successor: f[7]})
	})
	return t
})

// letters are what provinces are called by in names, by their codes.
var letters = sync.OnceValue(func() map[string][]string {
	of := map[string][]string{}
	eachRow(lettersCSV, func(f []string) { of[f[0]] = strings.Fields(f[1]) })
	return of
})

// Letters are the single characters that the province of a code is called by in names: 滇 of 530000.
func Letters(code string) []string {
	if len(code) < 2 {
		return nil
	}
	return letters()[code[:2]+"0000"]
}

// hosts are the places that governments write in their addresses.
var hosts = sync.OnceValue(func() map[string]string {
	in := make(map[string]string, 400)
	eachRow(hostsCSV, func(f []string) { in[f[0]] = f[1] })
	return in
})

// placesOfPapers are the places of papers and sites that do not name them.
var placesOfPapers = sync.OnceValue(func() map[string]string {
	in := make(map[string]string, 400)
	eachRow(papersCSV, func(f []string) { in[f[0]] = f[1] })
	return in
})

func levelNamed(s string) Level {
	switch s {
	case "province":
		return Province
	case "prefecture":
		return Prefecture
	case "county":
		return County
	}
	return Country
}

// eachRow calls row with the fields of every line but comments and the header. The tables quote nothing, so a comma is
// a comma: encoding/csv would cost half of the time to start.
func eachRow(table string, row func(fields []string)) {
	header := true
	var fields [8]string
	for line := range strings.Lines(table) {
		line = strings.TrimRight(line, "\r\n")
		if line == "" || line[0] == '#' {
			continue
		}
		if header {
			header = false
			continue
		}
		n := 0
		for n < len(fields)-1 {
			i := strings.IndexByte(line, ',')
			if i < 0 {
				break
			}
			fields[n], line, n = line[:i], line[i+1:], n+1
		}
		fields[n] = line
		row(fields[:n+1])
	}
}

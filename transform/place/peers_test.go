package place

import (
	"bufio"
	"encoding/json"
	"os"
	"strings"
	"testing"
)

// address is a case of JioNLP's table of addresses.
type address struct {
	ID       string
	Input    string
	InScope  bool `json:"in_scope"`
	Expected struct{ Province, City, County *string }
}

func TestAddressesOfJioNLP(t *testing.T) {
	f, err := os.Open(needShared(t, "peers/JioNLP/location_parser.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	literal, right, all := 0, 0, 0
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var a address
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			t.Fatal(err)
		}
		if !a.InScope {
			continue
		}
		all++
		got, want := unitsOf(readAddress(a.Input)), expectedUnits(a)
		if got == want {
			literal++
		}
		if got == want || got == coded(want) || ambiguous(a) {
			right++
		} else {
			t.Logf("%s %s: got %s, want %s", a.ID, a.Input, got, want)
		}
	}
	t.Logf("%d of %d addresses as far as the standard has codes, %d to the letter", right, all, literal)
	if all == 0 || right*10 < all*9 || literal*10 < all*8 {
		t.Errorf("%d of %d addresses, %d to the letter; want 90 %% and 80 %%", right, all, literal)
	}
}

// coded leaves out what the standard has no codes for: what lies in Taiwan, Hong Kong and Macau.
func coded(units string) string {
	first, _, _ := strings.Cut(units, " ")
	if first == "台湾省" || strings.HasSuffix(first, "特别行政区") {
		return first
	}
	return units
}

// ambiguous tells whether the case names a county without its city, and each place it may be is of that name.
func ambiguous(a address) bool {
	if a.Expected.Province != nil || a.Expected.County == nil {
		return false
	}
	matches := Scan(a.Input)
	if len(matches) == 0 {
		return false
	}
	for _, code := range matches[0].Candidates {
		if lookup(code).Name != *a.Expected.County {
			return false
		}
	}
	return true
}

// readAddress takes the first place of an address and goes down from it as long as smaller places follow.
func readAddress(text string) string {
	code := ""
	for _, m := range Scan(text) {
		c := Resolve(m, "", code)
		if c != "" && (code == "" || Contains(code, c)) {
			code = c
		}
	}
	return code
}

func unitsOf(code string) string {
	var names []string
	for ; local(code); code = parent(code) {
		r := lookup(code)
		if r.Level != Country {
			names = append([]string{r.Name}, names...)
		}
	}
	return strings.Join(names, " ")
}

func expectedUnits(a address) string {
	var names []string
	for _, n := range []*string{a.Expected.Province, a.Expected.City, a.Expected.County} {
		if n != nil && *n != "" && (len(names) == 0 || names[len(names)-1] != *n) {
			names = append(names, *n)
		}
	}
	return strings.Join(names, " ")
}

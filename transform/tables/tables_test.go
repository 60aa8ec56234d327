package tables

import (
	"errors"
	"strings"
	"testing"
)

func TestOverlay(t *testing.T) {
	text := "# Kept by hand.\nname,code\n清流县,350423\n"
	Register("test_places.csv", &text)
	embedded := Version()
	for _, c := range []struct {
		what, name, text, wrong string
	}{
		{"no such table", "test_nothing.csv", "a,b\n", "no such table"},
		{"empty", "test_places.csv", "", "it is empty"},
		{"other columns", "test_places.csv", "name,number\n", "its columns are name,number, not name,code"},
		{"a cell too many", "test_places.csv", "name,code\n清流县,350423,1\n", "wrong number of fields"},
		{"the same", "test_places.csv", text, ""},
	} {
		err := Overlay(c.name, c.text)
		if c.wrong == "" && err != nil || c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
			t.Errorf("%s: %v, want %q", c.what, err, c.wrong)
		}
		if Version() != embedded {
			t.Errorf("%s changed the version", c.what)
		}
	}
	if err := Overlay("test_nothing.csv", ""); !errors.Is(err, ErrUnknown) {
		t.Errorf("unknown name: %v", err)
	}
	const edited = "name,code\n永安市,350481\n"
	if err := Overlay("test_places.csv", edited); err != nil {
		t.Fatal(err)
	}
	if Text("test_places.csv") != edited || Version() == embedded {
		t.Errorf("the overlay is not in force: %q", Text("test_places.csv"))
	}
}

func TestPhrases(t *testing.T) {
	text := "# Kept by hand, and read by name.\nlist,words\n# what is built\nworks,桥梁 隧道\ngoods,茶叶\n"
	phrases := Phrases("test_phrases.csv", &text)
	if got := strings.Join(phrases("works")(), " "); got != "桥梁 隧道" {
		t.Errorf("works: %q", got)
	}
	defer func() {
		if recover() == nil {
			t.Error("a list that no table has was found")
		}
	}()
	phrases("places")()
}

func TestRows(t *testing.T) {
	const table = "# Kept by hand, with care.\r\nname,code\r\n清流县,350423\r\n\r\n永安市\r\n# 三明市,350400\r\n宁化县,350424"
	var got []string
	for row := range Rows(table, 2) {
		got = append(got, strings.Join(row, "="))
	}
	if want := "清流县=350423 宁化县=350424"; strings.Join(got, " ") != want {
		t.Errorf("rows %q, want %q", got, want)
	}
}

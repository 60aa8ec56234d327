// Package tables holds the dictionaries of the recognisers by name, so that an economist can take them out, edit them and
// read with them without a rebuild.
//
// Each recogniser embeds its own CSV files and registers where it keeps them. Overlay puts other text in their place before
// the first document is read; after that the recognisers have made their indexes and look at the text no more. A registry
// handed through every function would say the same at the price of a parameter everywhere.
package tables

import (
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
)

var registered = map[string]*string{}

var overlaid = map[string]string{}

// Register makes a recogniser's embedded table known under its file name. It is for package initialisation.
func Register(name string, text *string) {
	if registered[name] != nil {
		panic("tables: two tables are named " + name)
	}
	registered[name] = text
}

// Names are the names of all tables, sorted.
func Names() []string { return slices.Sorted(maps.Keys(registered)) }

// Text is a table as it is in force, "" where there is none of that name.
func Text(name string) string {
	if t := registered[name]; t != nil {
		return *t
	}
	return ""
}

// ErrUnknown: no table has that name.
var ErrUnknown = errors.New("no such table: write out those there are with: yiyuan tables export DIR")

// Overlay puts text in the place of a table. It must be called before the first document is read, and not by two
// goroutines at once. The columns must be those of the table it replaces.
func Overlay(name, text string) error {
	table := registered[name]
	if table == nil {
		return fmt.Errorf("%s: %w", name, ErrUnknown)
	}
	if err := sameColumns(*table, text); err != nil {
		return fmt.Errorf("%s: %w; compare it with the one of: yiyuan tables export DIR", name, err)
	}
	if text != *table {
		*table, overlaid[name] = text, text
	}
	return nil
}

// Version is a hash of the tables that were put in place of embedded ones, "" where none was.
func Version() string {
	if len(overlaid) == 0 {
		return ""
	}
	h := sha256.New()
	for _, name := range slices.Sorted(maps.Keys(overlaid)) {
		fmt.Fprintf(h, "%s %d\n%s", name, len(overlaid[name]), overlaid[name])
	}
	return hex.EncodeToString(h.Sum(nil))
}

func sameColumns(old, text string) error {
	header, err := columns(old)
	if err != nil {
		return err
	}
	r := reader(text)
	r.FieldsPerRecord = len(header)
	for first := true; ; first = false {
		row, err := r.Read()
		switch {
		case err == io.EOF && first:
			return errors.New("it is empty")
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case first && !slices.Equal(row, header):
			return fmt.Errorf("its columns are %s, not %s", strings.Join(row, ","), strings.Join(header, ","))
		}
	}
}

func columns(text string) ([]string, error) { return reader(text).Read() }

func reader(text string) *csv.Reader {
	r := csv.NewReader(strings.NewReader(strings.TrimPrefix(text, "\ufeff")))
	r.Comment, r.LazyQuotes, r.FieldsPerRecord = '#', true, -1
	return r
}

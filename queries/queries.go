// Package queries holds the named questions: one .sql file each, embedded.
//
// A file opens with a comment that is its documentation and its interface at once, so that an economist can add a
// question without Go:
//
//	-- What it answers, in a sentence or two.
//	-- param NAME = DEFAULT   what it means
//	-- example: yiyuan query NAME --param k=v
//
// The statement below uses the parameters as $NAME. They are bound, never written into the text, so no value can change
// what is asked. A parameter without a default must be given.
package queries

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

//go:embed *.sql
var files embed.FS

// ErrUnknown: no query has the name.
var ErrUnknown = errors.New("no such query: list them with: yiyuan query")

// Query is one named question.
type Query struct {
	Name    string
	Answers string
	Params  []Param
	Example string
	SQL     string
}

// Param is a parameter of a query.
type Param struct {
	Name     string
	Default  string
	Required bool
	Means    string
}

// All returns the queries in the order of their names.
func All() []Query {
	entries, err := fs.ReadDir(files, ".")
	if err != nil {
		panic(err)
	}
	var all []Query
	for _, e := range entries {
		text, err := fs.ReadFile(files, e.Name())
		if err != nil {
			panic(err)
		}
		all = append(all, parse(strings.TrimSuffix(e.Name(), ".sql"), string(text)))
	}
	return all
}

// Get returns the query of a name.
func Get(name string) (Query, error) {
	all := All()
	i := slices.IndexFunc(all, func(q Query) bool { return q.Name == name })
	if i < 0 {
		return Query{}, fmt.Errorf("%q: %w", name, ErrUnknown)
	}
	return all[i], nil
}

func parse(name, text string) Query {
	q := Query{Name: name, SQL: text}
	for line := range strings.Lines(text) {
		comment, ok := strings.CutPrefix(strings.TrimSpace(line), "--")
		if !ok {
			break
		}
		comment = strings.TrimSpace(comment)
		if param, ok := strings.CutPrefix(comment, "param "); ok {
			q.Params = append(q.Params, parseParam(param))
		} else if example, ok := strings.CutPrefix(comment, "example:"); ok {
			q.Example = strings.TrimSpace(example)
		} else {
			q.Answers = strings.TrimSpace(q.Answers + " " + comment)
		}
	}
	return q
}

func parseParam(text string) Param {
	name, means, _ := strings.Cut(text, "  ")
	name, value, optional := strings.Cut(name, "=")
	return Param{
		Name: strings.TrimSpace(name), Default: strings.TrimSpace(value), Required: !optional,
		Means: strings.TrimSpace(means),
	}
}

// Bind settles the value of every parameter, in the order of the file.
func (q Query) Bind(given map[string]string) ([]string, error) {
	for name := range given {
		if !slices.ContainsFunc(q.Params, func(p Param) bool { return p.Name == name }) {
			return nil, fmt.Errorf("query %s has no parameter %q: see: yiyuan query %s --help", q.Name, name, q.Name)
		}
	}
	values := make([]string, len(q.Params))
	for i, p := range q.Params {
		v, ok := given[p.Name]
		if !ok && p.Required {
			return nil, fmt.Errorf("query %s needs a value: %s", q.Name, q.Example)
		}
		if !ok {
			v = p.Default
		}
		values[i] = v
	}
	return values, nil
}

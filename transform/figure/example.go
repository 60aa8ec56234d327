package figure

import (
	"embed"
	"fmt"
	"io/fs"
	"strings"
)

//go:embed examples/*.txt
var exampleFiles embed.FS

// Example is a sentence and the facts it must give. The examples are the tests of the rules, and the documentation is
// printed from them.
type Example struct {
	File, Sentence string
	Facts          []ExpectedFact
	NoFacts        []string // figures that must not become facts
}

// ExpectedFact is what one figure of an example must be read as; Fields holds the columns that are stated.
type ExpectedFact struct {
	ValueText string
	Fields    map[string]string
}

// Examples reads the example files. A sentence stands at the margin; below it, indented, one line a fact:
//
//	全省地区生产总值57761亿元、增长5.5%。
//	  57761亿元  value=5776100000000 indicator=gdp measure=level
//	  5.5%       value=5.5 indicator=gdp measure=growth base=yoy rule=growth
//	  - 2024     (no fact)
//
// A ⏎ in the sentence stands for a line break: table rows need the lines above them. A ␣ in a figure is a blank.
func Examples() ([]Example, error) {
	names, err := fs.Glob(exampleFiles, "examples/*.txt")
	if err != nil {
		return nil, err
	}
	var all []Example
	for _, name := range names {
		content, err := exampleFiles.ReadFile(name)
		if err != nil {
			return nil, err
		}
		for n, line := range strings.Split(string(content), "\n") {
			switch {
			case strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#"):
			case !strings.HasPrefix(line, " "):
				all = append(all, Example{File: strings.TrimPrefix(name, "examples/"), Sentence: strings.ReplaceAll(line, "⏎", "\n")})
			case len(all) == 0:
				return nil, fmt.Errorf("%s:%d: a fact without a sentence", name, n+1)
			default:
				if err := addExpectation(&all[len(all)-1], line); err != nil {
					return nil, fmt.Errorf("%s:%d: %w", name, n+1, err)
				}
			}
		}
	}
	return all, nil
}

func addExpectation(e *Example, line string) error {
	parts := strings.Fields(line)
	if parts[0] == "-" && len(parts) > 1 {
		e.NoFacts = append(e.NoFacts, parts[1])
		return nil
	}
	fact := ExpectedFact{ValueText: strings.ReplaceAll(parts[0], "␣", " "), Fields: map[string]string{}}
	for _, p := range parts[1:] {
		key, value, ok := strings.Cut(p, "=")
		if !ok {
			return fmt.Errorf("%q is not field=value", p)
		}
		fact.Fields[key] = value
	}
	e.Facts = append(e.Facts, fact)
	return nil
}

package figure

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"yiyuan/transform/tables"
)

//go:embed phrases.csv
var phrasesCSV string

func init() { tables.Register("phrases.csv", &phrasesCSV) }

// phraseLists are the lists of phrases.csv by their names.
var phraseLists = sync.OnceValue(func() map[string][]string {
	lists := map[string][]string{}
	for row := range strings.Lines(phrasesCSV) {
		if name, list, ok := strings.Cut(row, ","); ok && !strings.HasPrefix(row, "#") && name != "list" {
			lists[name] = strings.Fields(list)
		}
	}
	return lists
})

// phrases is a list of phrases.csv, read when a text first asks for it: what reads no text does without.
func phrases(name string) func() []string {
	return sync.OnceValue(func() []string {
		list, ok := phraseLists()[name]
		if !ok {
			panic(fmt.Sprintf("figure: phrases.csv has no list %q", name))
		}
		return list
	})
}

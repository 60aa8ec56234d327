package tables

import (
	"fmt"
	"iter"
	"strings"
	"sync"
	"sync/atomic"
)

// Lists are the open lists of words of a table, each a line: its name, then its words with blanks between.
func Lists(table string) iter.Seq2[string, []string] {
	return func(yield func(string, []string) bool) {
		header := true
		for row := range strings.Lines(table) {
			name, list, ok := strings.Cut(row, ",")
			if !ok || strings.HasPrefix(row, "#") {
				continue
			}
			if !header && !yield(name, strings.Fields(list)) {
				return
			}
			header = false
		}
	}
}

// Phrases registers a table of lists and gives what finds one by its name. A list is read when a text first asks for it: what reads no text
// does without.
func Phrases(file string, table *string) func(name string) func() []string {
	Register(file, table)
	lists := sync.OnceValue(func() map[string][]string {
		lists := map[string][]string{}
		for name, words := range Lists(*table) {
			lists[name] = words
		}
		return lists
	})
	return func(name string) func() []string {
		l := &list{find: func() []string {
			words, ok := lists()[name]
			if !ok {
				panic(fmt.Sprintf("tables: %s has no list %q", file, name))
			}
			return words
		}}
		return l.all
	}
}

// list is asked for its words at every turn, which a sync.OnceValue makes dearer: once they are read they lie beside the mark that says so,
// where one look finds both.
type list struct {
	read  atomic.Bool
	words []string
	find  func() []string
	mu    sync.Mutex
}

func (l *list) all() []string {
	if !l.read.Load() {
		l.fill()
	}
	return l.words
}

func (l *list) fill() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if !l.read.Load() {
		l.words = l.find()
		l.read.Store(true)
	}
}

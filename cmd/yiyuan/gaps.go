package main

import (
	"cmp"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/transform/segment"
)

func gapsCommand() *cobra.Command {
	var top int
	c := &cobra.Command{
		Use:   "gaps",
		Short: "Print what is unread: figures by reason, and the nouns, units and verbs that stand most often beside them",
		Long: `Print the figures that no rule understood: how many for each reason, then the nouns, units and verbs that stand beside
them most often, each with a sentence. A word that comes up often is one to add to a table (yiyuan tables export DIR) or to write a rule for.`,
		Example: "  yiyuan gaps --db reports.duckdb --top 30",
		Args:    cobra.NoArgs,
	}
	db := dbFlag(c)
	c.Flags().IntVar(&top, "top", 15, "print the `N` most frequent words of each kind")
	c.RunE = func(c *cobra.Command, _ []string) error {
		if top < 0 {
			return fmt.Errorf("--top %d: take 0 or more", top)
		}
		r, err := load.OpenReader(c.Context(), *db)
		if err != nil {
			return err
		}
		defer r.Close()
		rows, err := r.Query(c.Context(), gapsQuery)
		if err != nil {
			return err
		}
		defer rows.Close()
		gaps, err := textRows(rows)
		if err != nil {
			return err
		}
		printGaps(c.OutOrStdout(), gaps, top)
		return nil
	}
	return c
}

// gapsQuery gives every unread figure with the words around it: forty characters on each side hold its clause.
const gapsQuery = `SELECT m.reason, m.mention_text AS figure, m.doc_id,
	substr(d.text, greatest(m.char_start - 39, 1), least(m.char_start, 40)) AS before, substr(d.text, m.char_end + 1, 40) AS after
	FROM mentions m JOIN documents d USING (doc_id)
	WHERE m.disposition = 'unread' ORDER BY m.doc_id, m.char_start`

// frequency counts words and keeps the first clause each was met in.
type frequency struct {
	n     map[string]int
	first map[string]string
}

func newFrequency() frequency { return frequency{map[string]int{}, map[string]string{}} }

func (t frequency) add(word, clause string) {
	if word == "" {
		return
	}
	if t.n[word]++; t.n[word] == 1 {
		t.first[word] = clause
	}
}

func printGaps(out io.Writer, gaps []map[string]string, top int) {
	reasons, nouns, units, verbs := newFrequency(), newFrequency(), newFrequency(), newFrequency()
	for _, g := range gaps {
		before, after := clauseEnd(g["before"]), clauseStart(g["after"])
		clause := before + "【" + g["figure"] + "】" + after
		reasons.add(g["reason"], clause)
		units.add(strings.TrimLeft(g["figure"], "0123456789.,%-—~～一二两三四五六七八九十百千万亿几多余 "), clause)
		noun, verb := beside(before, after)
		nouns.add(noun, clause)
		verbs.add(verb, clause)
	}
	fmt.Fprintf(out, "%d figures unread\n", len(gaps))
	reasons.print(out, "reason", len(reasons.n))
	nouns.print(out, "noun", top)
	units.print(out, "unit", top)
	verbs.print(out, "verb", top)
}

func (t frequency) print(out io.Writer, kind string, top int) {
	if len(t.n) == 0 {
		return
	}
	byCount := func(a, b string) int { return cmp.Or(t.n[b]-t.n[a], strings.Compare(a, b)) }
	most := slices.SortedFunc(maps.Keys(t.n), byCount)
	fmt.Fprintf(out, "\nby %s\n", kind)
	for _, word := range most[:min(top, len(most))] {
		fmt.Fprintf(out, "%6d  %s\n        %s\n", t.n[word], harmless(word), cell(t.first[word]))
	}
}

const clauseMarks = "，。；：！？、,;:!?\n"

func clauseEnd(s string) string {
	if i := strings.LastIndexAny(s, clauseMarks); i >= 0 {
		return strings.TrimLeft(s[i:], clauseMarks)
	}
	return s
}

func clauseStart(s string) string {
	if i := strings.IndexAny(s, clauseMarks); i >= 0 {
		return s[:i]
	}
	return s
}

// beside is the noun next to a figure, the one behind it first, and the verb before it.
func beside(before, after string) (noun, verb string) {
	for _, w := range segment.Words(after) {
		if strings.HasPrefix(w.POS, "n") {
			noun = w.Text
			break
		}
	}
	words := segment.Words(before)
	for _, w := range slices.Backward(words) {
		switch {
		case noun == "" && strings.HasPrefix(w.POS, "n"):
			noun = w.Text
		case verb == "" && strings.HasPrefix(w.POS, "v"):
			verb = w.Text
		}
	}
	return noun, verb
}

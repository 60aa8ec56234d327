package main

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"reflect"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/transform"
)

func planCommand() *cobra.Command {
	var o runOptions
	var show int
	c := &cobra.Command{
		Use:   "plan [PATH...]",
		Short: "Print what a run would change: the facts that come, go or are read otherwise; nothing is written",
		Long: `Read the inputs as run would, compare what is read with what FILE holds, and print what would change: so a changed rule or
table is looked at before it is published. Nothing is written and no site is asked.

Exit status: 0 done; 3 done, but some inputs would fail, and each is printed.`,
		Example: "  yiyuan plan reports --db reports.duckdb --tables mytables",
	}
	c.Flags().StringVar(&o.db, "db", "yiyuan.duckdb", "the database `FILE`")
	c.Flags().StringVar(&o.config, "config", defaultConfig, configFlagText)
	c.Flags().StringVar(&o.tables, "tables", "", tablesFlagText)
	c.Flags().IntVar(&show, "show", 20, "print `N` of the changes")
	c.RunE = func(c *cobra.Command, paths []string) error {
		if show < 0 {
			return fmt.Errorf("--show %d: take 0 or more", show)
		}
		if err := overlayTables(o.tables); err != nil {
			return err
		}
		p, err := planned(c.Context(), o, paths)
		if err != nil {
			return err
		}
		p.print(c.OutOrStdout(), show)
		if p.failed > 0 {
			return exit(statusFailures, "%d inputs would fail", p.failed)
		}
		return nil
	}
	return c
}

// plan is what a run would change.
type plan struct {
	read, unchanged, failed int
	come, gone, changed     int
	lines                   []string
}

func planned(ctx context.Context, o runOptions, paths []string) (*plan, error) {
	conf, err := sourcesOf(o.config)
	if err != nil {
		return nil, err
	}
	o.offline = len(paths) == 0 && len(conf.Sources) > 0 // what the archive holds is read, no site is asked
	from, _, err := inputs(ctx, o, paths)
	if err != nil {
		return nil, err
	}
	r, err := load.OpenReader(ctx, o.db)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	known, err := versions(ctx, r)
	if err != nil {
		return nil, err
	}
	p := &plan{}
	same := func(docID, sha256 string) bool { return known[docID] == [2]string{sha256, transform.RulesVersion()} }
	_, err = pipeline{
		unchanged: same,
		work:      func(j *job) { j.read(transform.Transform) },
		write: func(j *job) error {
			switch {
			case j.keep:
				p.unchanged++
			case j.failure != nil:
				p.failed++
				p.lines = append(p.lines, fmt.Sprintf("! %s  %s: %s", cmp.Or(j.failure.Path, j.failure.DocID), j.failure.Kind, j.failure.Message))
			default:
				p.read++
				return p.compare(ctx, r, j)
			}
			return nil
		},
	}.run(ctx, from(same))
	return p, err
}

// versions are the digests and rules that the documents of the file were read with.
func versions(ctx context.Context, r *load.Reader) (map[string][2]string, error) {
	rows, err := r.Query(ctx, `SELECT doc_id, sha256, rules_version FROM documents`)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	found, err := textRows(rows)
	known := make(map[string][2]string, len(found))
	for _, d := range found {
		known[d["doc_id"]] = [2]string{d["sha256"], d["rules_version"]}
	}
	return known, err
}

// compare holds the facts that the document would have against those it has.
func (p *plan) compare(ctx context.Context, r *load.Reader, j *job) error {
	var reading struct{ Facts []map[string]any }
	if err := decode(load.AppendReading(nil, j.checked), &reading); err != nil {
		return err
	}
	old, err := factsOf(ctx, r, j.source.DocID)
	if err != nil {
		return err
	}
	for _, f := range reading.Facts {
		id := fmt.Sprint(f["fact_id"])
		was, ok := old[id]
		delete(old, id)
		if !ok {
			p.come++
			p.say("+", f, "")
			continue
		}
		if diff := differences(was, f); diff != "" {
			p.changed++
			p.say("~", f, diff)
		}
	}
	for _, id := range slices.Sorted(maps.Keys(old)) {
		p.gone++
		p.say("-", old[id], "")
	}
	return nil
}

func factsOf(ctx context.Context, r *load.Reader, docID string) (map[string]map[string]any, error) {
	rows, err := r.Query(ctx, `SELECT * FROM facts WHERE doc_id = ?`, docID)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	facts := map[string]map[string]any{}
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			return nil, err
		}
		var f map[string]any
		if err := decode(rows.AppendJSON(nil), &f); err != nil {
			return nil, err
		}
		facts[fmt.Sprint(f["fact_id"])] = f
	}
	return facts, rows.Err()
}

func decode(b []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(b))
	d.UseNumber()
	return d.Decode(into)
}

// differences names the columns that would be others, but for those every run sets anew.
func differences(was, is map[string]any) string {
	var out []string
	for _, column := range slices.Sorted(maps.Keys(is)) {
		if column == "run_id" || column == "rules_version" || reflect.DeepEqual(was[column], is[column]) {
			continue
		}
		out = append(out, fmt.Sprintf("%s: %v → %v", column, was[column], is[column]))
	}
	return strings.Join(out, "; ")
}

func (p *plan) say(mark string, f map[string]any, diff string) {
	if diff == "" {
		diff = fmt.Sprintf("%v %v", f["indicator"], f["measure"])
	}
	p.lines = append(p.lines, fmt.Sprintf("%s %v  %v  %s  «%v»", mark, f["doc_id"], f["value_text"], diff, f["quote"]))
}

func (p *plan) print(out io.Writer, show int) {
	fmt.Fprintf(out, "%d documents would be read, %d are unchanged, %d would fail\n", p.read, p.unchanged, p.failed)
	fmt.Fprintf(out, "facts: %d would come, %d go, %d be read otherwise\n", p.come, p.gone, p.changed)
	for _, line := range p.lines[:min(show, len(p.lines))] {
		fmt.Fprintln(out, harmless(line))
	}
	if left := len(p.lines) - show; left > 0 {
		fmt.Fprintf(out, "and %d more; see them with --show %d\n", left, len(p.lines))
	}
}

package main

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/transform/figure"
	"yiyuan/transform/period"
	"yiyuan/transform/place"
)

func factCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "fact ID",
		Short: "Print why a figure was read so: its sentence, rule, period, place and subject",
		Long: `Print one fact with its sentence, the figure marked by 【】, the rule that read it, and where its period, its place and
its subject were found. ID is a fact_id of the table facts, or the beginning of one.`,
		Example: "  yiyuan sql \"SELECT fact_id, quote FROM facts LIMIT 5\"\n  yiyuan fact 0a1b2c3d",
		Args:    cobra.ExactArgs(1),
	}
	db := dbFlag(c)
	c.RunE = func(c *cobra.Command, args []string) error {
		r, err := load.OpenReader(c.Context(), *db)
		if err != nil {
			return err
		}
		defer r.Close()
		rows, err := r.Query(c.Context(), factQuery, args[0], args[0])
		if err != nil {
			return err
		}
		defer rows.Close()
		found, err := textRows(rows)
		switch {
		case err != nil:
			return err
		case len(found) == 0:
			return fmt.Errorf("no fact %q in %s; list some with: yiyuan sql --db %s \"SELECT fact_id, quote FROM facts LIMIT 10\"", args[0], *db, *db)
		case len(found) > 1:
			return fmt.Errorf("%q begins more than one fact_id; give more of it", args[0])
		}
		explain(c.OutOrStdout(), found[0])
		return nil
	}
	return c
}

// factQuery takes a whole id before ids that begin with it; a second row tells that the beginning is not enough.
const factQuery = `SELECT f.fact_id, f.doc_id, d.title, d.publisher, d.url, f.value_text, f.value, f.unit, f.indicator, f.indicator_text, f.measure,
	f.base, f.bound, f.status, f.price_basis, f.counter, f.industry, f.qualifier, f.subject, f.subject_kind, f.region_code, f.region_name, f.period_kind,
	f.period_start, f.period_end, f.rule, f.confidence, f.part_of, f.sentence, f.char_start, f.char_end, d.reference_date, d.reference_evidence,
	d.text, o.series_id, concat_ws(' ', o.statistic, o.qualifier, o.industry, o.outcome) AS series,
	(SELECT corrected FROM corrected_facts c WHERE c.fact_id = f.fact_id) AS corrected,
	(SELECT string_agg(concat(c.kind, CASE WHEN c.passed THEN ' passed: ' WHEN NOT c.passed THEN ' FAILED: ' ELSE ' cannot be told: ' END, says), chr(10) ORDER BY c.kind, check_id)
		FROM fact_checks c JOIN checks USING (check_id) WHERE c.fact_id = f.fact_id) AS checks
	FROM facts f JOIN documents d USING (doc_id) LEFT JOIN observations o USING (fact_id)
	WHERE starts_with(f.fact_id, ?) ORDER BY f.fact_id <> ?, f.fact_id LIMIT 2`

// textRows are the rows as text, by column.
func textRows(rows *load.Rows) ([]map[string]string, error) {
	var out []map[string]string
	for rows.Next() {
		if _, err := rows.Values(); err != nil {
			return nil, err
		}
		row := make(map[string]string, len(rows.Columns))
		for i, name := range rows.Columns {
			row[name] = string(rows.AppendText(nil, i))
		}
		out = append(out, row)
	}
	return out, rows.Err()
}

// explain prints what the fact states and where each part of it was found.
func explain(out io.Writer, f map[string]string) {
	start, end := offset(f["text"], f["char_start"]), offset(f["text"], f["char_end"])
	before := f["text"][:start]
	line := func(name, value string) {
		if value != "" {
			fmt.Fprintf(out, "%-10s %s\n", name, harmless(value))
		}
	}
	line("fact", f["fact_id"])
	line("document", strings.TrimSpace(f["doc_id"]+"  "+f["title"]))
	line("address", f["url"])
	line("sentence", marked(f["sentence"], before, f["value_text"], f["text"][end:]))
	line("states", spaced(f["indicator"], f["measure"], f["value"], f["unit"], f["bound"], f["status"], f["price_basis"]))
	line("named by", spaced(f["indicator_text"], f["counter"]))
	line("compared", f["base"])
	line("industry", f["industry"])
	line("qualifier", f["qualifier"])
	line("rule", f["rule"]+patternOf(f["rule"])+confidenceOf(f["confidence"]))
	line("period", spaced(f["period_kind"], f["period_start"], f["period_end"])+" — "+periodFrom(f))
	line("place", spaced(f["region_code"], f["region_name"])+" — "+placeFrom(f, before))
	line("subject", spaced(f["subject"], f["subject_kind"])+" — "+subjectFrom(f, before))
	line("part of", f["part_of"])
	line("series", spaced(f["series_id"], f["series"]))
	line("corrected", f["corrected"])
	for check := range strings.SplitSeq(f["checks"], "\n") {
		line("check", check)
	}
}

func spaced(parts ...string) string {
	var kept []string
	for _, p := range parts {
		if p != "" {
			kept = append(kept, p)
		}
	}
	return strings.Join(kept, " ")
}

// offset turns a number of code points into one of bytes.
func offset(text, points string) int {
	n := 0
	fmt.Sscan(points, &n)
	for i := range text {
		if n == 0 {
			return i
		}
		n--
	}
	return len(text)
}

// marked is the sentence with the figure in brackets: the occurrence that stands where the fact does.
func marked(sentence, before, value, after string) string {
	for at := 0; ; {
		i := strings.Index(sentence[at:], value)
		if i < 0 {
			return sentence
		}
		i += at
		if strings.HasSuffix(before, sentence[:i]) && strings.HasPrefix(after, sentence[i+len(value):]) {
			return sentence[:i] + "【" + value + "】" + sentence[i+len(value):]
		}
		at = i + len(value)
	}
}

func patternOf(rule string) string {
	for _, r := range figure.Rules() {
		if r.Name == rule {
			return ": " + r.Pattern
		}
	}
	return ""
}

func confidenceOf(c string) string {
	if c == "" {
		return " (too few checked readings to say how often it is right)"
	}
	return " (right in " + c + " of its checked readings)"
}

// periodFrom tells which words of the sentence say when, or what stood in for them.
func periodFrom(f map[string]string) string {
	var said []string
	for _, e := range period.Scan(f["sentence"]) {
		said = append(said, e.Text)
	}
	reference := "; the document is of " + spaced(f["reference_date"], "("+f["reference_evidence"]+")")
	switch {
	case f["period_kind"] == "none":
		return "it is of no time"
	case len(said) > 0:
		return "the sentence says " + strings.Join(said, ", ") + reference
	}
	return "the sentence names no time, so what is in force in its paragraph, its heading or the document" + reference
}

// placeFrom tells where the place was named.
func placeFrom(f map[string]string, before string) string {
	home, evidence := place.Home(f["title"], f["text"], f["publisher"])
	for _, m := range place.Scan(f["sentence"]) {
		if place.Resolve(m, home) == f["region_code"] {
			return "the sentence says " + m.Text
		}
	}
	switch {
	case f["region_code"] == "":
		return "no place could be told"
	case f["region_code"] == home:
		return "the document's own place, by its " + evidence
	}
	for _, m := range place.Scan(before) {
		if place.Resolve(m, home) == f["region_code"] {
			return "named before, as " + m.Text
		}
	}
	return "by a name that belongs to it"
}

// subjectFrom tells whether the subject stands in the sentence, stood before, or is the place.
func subjectFrom(f map[string]string, before string) string {
	switch s := f["subject"]; {
	case s == "":
		return "none could be told"
	case strings.Contains(f["sentence"], s):
		return "named in the sentence"
	case strings.Contains(before, s):
		from := strings.LastIndex(before, s)
		line := before[strings.LastIndexByte(before[:from], '\n')+1:]
		line, _, _ = strings.Cut(line, "\n")
		return "named before: " + shortened(line, 40)
	case s == f["region_name"]:
		return "the place itself, since no other is named"
	}
	return "read from the words around it"
}

func shortened(s string, points int) string {
	if utf8.RuneCountInString(s) <= points {
		return s
	}
	return string([]rune(s)[:points]) + "…"
}

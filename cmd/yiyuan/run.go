package main

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"yiyuan"
	"yiyuan/corpus"
	"yiyuan/extract"
	"yiyuan/load"
	"yiyuan/transform"
	"yiyuan/transform/place"
)

type runOptions struct {
	db      string
	config  string
	offline bool
	prune   bool
	json    bool

	corrections string
	contracts   string
	tables      string
	freshDays   int
	log         string
}

func runCommand() *cobra.Command {
	var o runOptions
	c := &cobra.Command{
		Use:   "run [PATH...]",
		Short: "Read folders, files or - (standard input) into the database and publish it",
		Long: `Read folders, files or - (standard input) into the database and publish it.

Without PATH the sources that yiyuan.yaml names are fetched, politely, into its archive, and read from there; without
sources the embedded sample is read. Documents that neither their bytes nor the rules have changed of are not read
again. Readers of the database keep what they have open; the new file takes its place in one rename.

Exit status: 0 done; 3 done, but some inputs failed (they are in the table failures); 4 another run holds the lock;
5 nothing could be done; 6 a data contract is broken and nothing was published.

A contract is a question in SQL for the rows that must not be. Those of --contracts DIR (.sql files, whose first line is
a comment that says what holds) are asked beside the program's own.`,
		Example: "  yiyuan run                                    the sources of yiyuan.yaml, else the sample\n" +
			"  yiyuan run --offline --db again.duckdb        the archive alone, no site is asked\n" +
			"  yiyuan run reports --db reports.duckdb        a folder\n" +
			"  yiyuan run reports --prune --json > run.json  documents that are gone go, the report as JSON\n" +
			"  yiyuan run reports --contracts ours           nothing is published that breaks a contract of ours/*.sql",
		RunE: func(c *cobra.Command, paths []string) error { return run(c.Context(), o, paths, c.OutOrStdout()) },
	}
	c.Flags().StringVar(&o.db, "db", "yiyuan.duckdb", "the database `FILE`")
	c.Flags().StringVar(&o.config, "config", defaultConfig, configFlagText)
	c.Flags().BoolVar(&o.offline, "offline", false, "ask no site: rebuild from the archive alone")
	c.Flags().BoolVar(&o.prune, "prune", false, "remove the documents that this run did not meet")
	c.Flags().StringVar(&o.corrections, "corrections", "", "a CSV `FILE` of readings put right (fact_id,field,value,who,why); else the one the configuration names,\nelse those the database has are kept")
	c.Flags().StringVar(&o.tables, "tables", "", tablesFlagText)
	c.Flags().BoolVar(&o.json, "json", false, "print the run's report as JSON on standard output")
	c.Flags().StringVar(&o.contracts, "contracts", "", "keep the contracts of the .sql files in `DIR` too")
	c.Flags().IntVar(&o.freshDays, "fresh", 0, "publish only where every fetched source has given something within `DAYS`")
	c.Flags().StringVar(&o.log, "log", "auto", logFlagText)
	return c
}

func run(ctx context.Context, o runOptions, paths []string, out io.Writer) error {
	if o.freshDays < 0 {
		return fmt.Errorf("--fresh %d: take 1 or more days, or leave it out", o.freshDays)
	}
	if err := setLog(cmp.Or(o.log, "auto")); err != nil {
		return err
	}
	if err := overlayTables(o.tables); err != nil {
		return err
	}
	from, fetched, err := inputs(ctx, o, paths)
	if err != nil {
		return err
	}
	corrections, err := correctionsOf(o)
	if err != nil {
		return err
	}
	warn := func(s string) { messages.Warn(s) }
	contracts, err := contractsOf(o.contracts)
	if err != nil {
		return err
	}
	w, err := load.Begin(ctx, o.db, load.Options{
		Now: time.Now(), RulesVersion: transform.RulesVersion(), Regions: regions, Corrections: corrections,
		Contracts: contracts, FreshDays: o.freshDays, Warn: warn,
	})
	if err != nil {
		return exit(statusOfBegin(err), "%w", err)
	}
	defer w.Abandon()
	if err := fetched.settle(w.Saw, w.Gone); err != nil {
		return exit(statusNothing, "%w; %s is as it was", err, o.db)
	}
	bar := progress()
	counts, err := pipeline{
		unchanged: w.Unchanged,
		work:      func(j *job) { j.read(fetched.measured(transform.Transform)) },
		write:     func(j *job) error { bar.step(); return write(w, j) },
	}.run(ctx, from(w.Unchanged))
	bar.done()
	stopped := ctx.Err() != nil && errors.Is(err, context.Canceled)
	if err != nil && !stopped {
		return exit(statusNothing, "%w; %s is as it was", err, o.db)
	}
	if w.Met() == 0 {
		return nothingRead(w, counts, paths, fetched)
	}
	report, err := w.Publish(context.WithoutCancel(ctx), load.Outcome{Now: time.Now(), Prune: o.prune && !stopped, Skipped: counts.Skipped})
	if errors.Is(err, load.ErrContract) {
		return exit(statusContract, "%w\nnothing was published, %s is as it was", err, o.db)
	}
	if err != nil {
		return exit(statusNothing, "%w; %s is as it was", err, o.db)
	}
	if err := printReport(o, report, counts, out); err != nil {
		return exit(statusFailures, "%s is published, but not its report: %w", o.db, err)
	}
	if err := fetched.alarms(); err != nil {
		warn(err.Error())
	}
	switch {
	case stopped:
		return exit(statusFailures, "interrupted: what had been read is published")
	case report.Failed == 0 && fetched.left() > 0:
		return exit(statusFailures, "%d addresses are left for a later run", fetched.left())
	case report.Failed > 0:
		return exit(statusFailures, "%d inputs failed; see them with: yiyuan sql \"SELECT * FROM failures\" --db %s", report.Failed, o.db)
	}
	return nil
}

// correctionsOf reads the file of corrections the run was given; nil where it was given none.
func correctionsOf(o runOptions) ([]load.Correction, error) {
	file := o.corrections
	if file == "" {
		c, err := sourcesOf(cmp.Or(o.config, defaultConfig))
		if err != nil || c.Corrections == "" {
			return nil, err
		}
		file = c.Corrections
	}
	return load.ReadCorrections(file)
}

// contractsOf reads the contracts that a user adds.
func contractsOf(dir string) ([]load.Contract, error) {
	if dir == "" {
		return nil, nil
	}
	all, err := load.ReadContracts(os.DirFS(dir))
	if err == nil && len(all) == 0 {
		err = fmt.Errorf("no .sql file in %s: leave --contracts out, or name the folder that holds them", dir)
	}
	return all, err
}

func write(w *load.Writer, j *job) error {
	switch {
	case j.keep:
		w.Keep(j.source.DocID)
	case j.failure != nil:
		w.Fail(*j.failure)
	default:
		return w.Put(j.checked)
	}
	return nil
}

var levels = map[place.Level]string{
	place.Country: "nation", place.Province: "province", place.Prefecture: "prefecture", place.County: "county",
}

func regions() []load.Region {
	var all []load.Region
	for _, r := range place.All() {
		all = append(all, load.Region{
			Code: r.Code, Name: r.Name, Level: levels[r.Level], Parent: r.Parent,
			ValidFrom: r.ValidFrom, ValidTo: r.ValidTo, Successor: r.Successor,
		})
	}
	return all
}

func statusOfBegin(err error) int {
	if status := statusOf(err); status == statusLocked {
		return status
	}
	return statusNothing
}

// nothingRead: a folder that is empty because it is not mounted must not empty the database.
func nothingRead(w *load.Writer, counts extract.Counts, paths []string, fetched *sites) error {
	for _, f := range w.Failures() {
		messages.Error(fmt.Sprintf("%s: %s: %s", cmp.Or(f.Path, f.DocID), f.Kind, f.Message))
	}
	if len(w.Failures()) > 0 {
		return exit(statusNothing, "none of the inputs could be read")
	}
	if fetched != nil && fetched.fetch.Run == 0 {
		return exit(statusNothing, "the archive %s holds no article yet; run without --offline", fetched.config.Archive)
	}
	if fetched != nil {
		return exit(statusNothing, "no article has come of the sources yet, and %d addresses are left for a later run; run again then, or look with: yiyuan doctor %s",
			fetched.left(), fetched.config.Sources[0].Name)
	}
	return exit(statusNothing, "no document in %s (skipped: %s); readable are .txt .md .html .jsonl, .zip and .gz of them",
		strings.Join(paths, " "), tally(counts.Skipped))
}

// inputs are the paths, else the sources of the configuration, which are fetched before the database is touched, else the
// sample.
func inputs(ctx context.Context, o runOptions, paths []string) (func(func(docID, sha256 string) bool) source, *sites, error) {
	if len(paths) > 0 {
		if o.offline {
			return nil, nil, errors.New("--offline rebuilds from the archive; it goes without PATH")
		}
		return func(func(string, string) bool) source { return sourceOf(paths) }, nil, nil
	}
	c, err := sourcesOf(o.config)
	if err != nil {
		return nil, nil, err
	}
	if len(c.Sources) == 0 {
		if o.offline {
			_, err := needSources(o.config)
			return nil, nil, err
		}
		return func(func(string, string) bool) source { return sourceOf(nil) }, nil, nil
	}
	fetched, err := fetchSites(ctx, c, o.offline)
	if err != nil {
		return nil, nil, err
	}
	return fetched.source, fetched, nil
}

func sourceOf(paths []string) source {
	return func(ctx context.Context, yield func(yiyuan.Source) error, fail func(extract.Failure)) (extract.Counts, error) {
		if len(paths) == 0 {
			return extract.FS(ctx, corpus.FS, extract.Options{Corpus: "sample"}, yield, fail)
		}
		return extract.Files(ctx, paths, extract.Options{Corpus: corpusName(paths)}, yield, fail)
	}
}

// corpusName is the name of the one folder or file that is read; several have none in common.
func corpusName(paths []string) string {
	if len(paths) != 1 || paths[0] == "-" {
		return ""
	}
	abs, err := filepath.Abs(paths[0])
	if err != nil {
		return ""
	}
	base := filepath.Base(abs)
	return strings.ToValidUTF8(strings.TrimSuffix(base, filepath.Ext(base)), "�")
}

func printReport(o runOptions, r load.Report, counts extract.Counts, out io.Writer) error {
	if o.json {
		e := json.NewEncoder(out)
		e.SetEscapeHTML(false)
		return e.Encode(r)
	}
	e := os.Stderr
	fmt.Fprintf(e, "read %d documents, %d unchanged, %d failed in %.1f s: %d figures, %d facts, %d figures unread\n",
		r.Written, r.Unchanged, r.Failed, time.Since(r.Started).Seconds(), r.Mentions, r.Facts, r.Unread)
	if o.prune {
		fmt.Fprintf(e, "pruned %d documents that were not met\n", r.Pruned)
	}
	if len(r.Skipped) > 0 {
		fmt.Fprintln(e, "skipped:", tally(r.Skipped))
	}
	for _, f := range counts.SkippedFiles {
		if f.Command != "" {
			fmt.Fprintf(e, "  %s is skipped (%s); make text of it with: %s\n", f.Path, f.Reason, f.Command)
		}
	}
	if len(r.Failures) > 0 {
		fmt.Fprintln(e, "failed:", tally(r.Failures))
	}
	fmt.Fprintf(e, "%s holds %d documents, %d figures, %d facts, %d figures unread\n",
		o.db, r.Holds.Documents, r.Holds.Mentions, r.Holds.Facts, r.Holds.Unread)
	return nil
}

func tally(counts map[string]int) string {
	if len(counts) == 0 {
		return "nothing"
	}
	var parts []string
	for _, kind := range slices.Sorted(maps.Keys(counts)) {
		parts = append(parts, fmt.Sprintf("%d %s", counts[kind], kind))
	}
	return strings.Join(parts, ", ")
}

// meter is the progress bar; it shows on terminals only.
type meter struct{ bar *progressbar.ProgressBar }

func progress() meter {
	if !term.IsTerminal(int(os.Stderr.Fd())) {
		return meter{}
	}
	return meter{progressbar.NewOptions(-1, progressbar.OptionSetWriter(os.Stderr), progressbar.OptionSetDescription("documents"),
		progressbar.OptionShowCount(), progressbar.OptionShowIts(), progressbar.OptionThrottle(100*time.Millisecond),
		progressbar.OptionClearOnFinish())}
}

func (m meter) step() {
	if m.bar != nil {
		m.bar.Add(1)
	}
}

func (m meter) done() {
	if m.bar != nil {
		m.bar.Finish()
	}
}

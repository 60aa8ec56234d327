package main

import (
	"bufio"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"yiyuan/extract/archive"
	"yiyuan/extract/web"
)

func historyCommand() *cobra.Command {
	var config string
	var show int
	c := &cobra.Command{
		Use:   "history [DOC]",
		Short: "List the captures of a page in the archive, or print an older version of it",
		Long: `List when a page was fetched, how the site answered, and whether its content had changed. DOC is the doc_id of the
document, which is its address. Without DOC the addresses of the archive are listed.

With --show N the text of the article as it stood at capture N is printed.`,
		Example: "  yiyuan history\n  yiyuan history https://www.stats.gov.cn/sj/zxfb/202401/t20240117_1946624.html --show 1",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			conf, err := needSources(config)
			if err != nil {
				return err
			}
			w := bufio.NewWriter(c.OutOrStdout())
			defer w.Flush()
			if len(args) == 0 {
				return listAddresses(w, conf)
			}
			versions, err := web.Reading{Config: conf}.History(args[0])
			if err != nil {
				return exit(statusNothing, "%w", err)
			}
			if show != 0 {
				return showVersion(w, versions, show)
			}
			listVersions(w, versions)
			return nil
		},
	}
	c.Flags().StringVar(&config, "config", defaultConfig, configFlagText)
	c.Flags().IntVar(&show, "show", 0, "print the text at capture `N`")
	return c
}

func listAddresses(w io.Writer, conf web.Config) error {
	a, err := archive.Open(conf.Archive)
	if err != nil {
		return exit(statusNothing, "%w", err)
	}
	defer a.Close()
	for _, u := range a.URLs() {
		fmt.Fprintf(w, "%d\t%s\n", len(a.History(u)), u)
	}
	return nil
}

func listVersions(w io.Writer, versions []web.Version) {
	last := ""
	for i, v := range versions {
		c := v.Capture
		what := "no page"
		switch {
		case c.Whole() && c.Digest == last:
			what = "unchanged"
		case c.Whole():
			what, last = "new", c.Digest
		case c.Truncated != "":
			what = "cut off: " + c.Truncated
		}
		fmt.Fprintf(w, "%d\t%s\t%d\t%.19s\t%s\t%s@%d\n", i+1, c.At.Format(time.RFC3339), c.Status, c.Digest, what, c.File, c.Offset)
	}
}

// showVersion prints the text that stood at a capture: that of the capture where this content came first.
func showVersion(w io.Writer, versions []web.Version, n int) error {
	if n < 1 || n > len(versions) {
		return fmt.Errorf("--show %d: there are captures 1 to %d", n, len(versions))
	}
	digest := versions[n-1].Capture.Digest
	for _, v := range versions {
		if v.Text != "" && v.Capture.Digest == digest {
			fmt.Fprintln(w, v.Text)
			return nil
		}
	}
	return exit(statusNothing, "no article was found on the page at capture %d", n)
}

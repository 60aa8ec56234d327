package main

import (
	"context"
	"io"

	"github.com/spf13/cobra"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/load"
	"yiyuan/transform"
)

func transformCommand() *cobra.Command {
	var dir string
	c := &cobra.Command{
		Use:   "transform",
		Short: "Read documents as NDJSON on standard input, write their facts and figures on standard output",
		Long: `Read documents as NDJSON on standard input: doc_id, text or html, url, title, publisher, published_at (id, source and
published are taken as such). One object a document is written on standard output, in the same order:
{"document":…,"facts":[…],"mentions":[…]}, or {"doc_id":…,"failure":…} where it could not be read (exit status 3).`,
		Example: `  echo '{"doc_id":"a","text":"全县规上工业企业达36家。"}' | yiyuan transform`,
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			if err := overlayTables(dir); err != nil {
				return err
			}
			failed, err := answerLines(c.Context(), c.InOrStdin(), c.OutOrStdout())
			if err != nil {
				return exit(statusNothing, "%w", err)
			}
			if failed > 0 {
				return exit(statusFailures, "%d documents could not be read", failed)
			}
			return nil
		},
	}
	c.Flags().StringVar(&dir, "tables", "", tablesFlagText)
	return c
}

// answerLines answers every document of in with one line on out.
func answerLines(ctx context.Context, in io.Reader, out io.Writer) (failed int, err error) {
	p := pipeline{
		unchanged: func(string, string) bool { return false },
		work: func(j *job) {
			j.read(transform.Transform)
			if j.failure == nil {
				j.printed = append(load.AppendReading(nil, j.checked), '\n')
			}
		},
		write: func(j *job) error {
			if j.failure != nil {
				failed++
				j.printed = append(load.AppendFailure(nil, *j.failure), '\n')
			}
			_, err := out.Write(j.printed)
			return err
		},
	}
	_, err = p.run(ctx, func(ctx context.Context, yield func(yiyuan.Source) error, fail func(extract.Failure)) (extract.Counts, error) {
		return extract.Counts{}, extract.NDJSON(ctx, in, extract.Options{}, yield, fail)
	})
	return failed, err
}

package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"yiyuan"
	"yiyuan/extract"
	"yiyuan/transform"
	"yiyuan/transform/restore"
)

func restoreCommand() *cobra.Command {
	var explain bool
	c := &cobra.Command{
		Use:   "restore FILE",
		Short: "Print a text as its author wrote it, or what was done to get there",
		Long: `Print the text of a file as its author wrote it: pinyin glosses, slipped bytes, broken entities, spam and page furniture
undone, traditional characters simplified. FILE is read as run reads it; - is standard input.

With --explain each repair is printed instead, one a line: offset in the clean text (code points, end exclusive), filter,
what stood there, what stands there now. Lines of "doubt" and "note" say where figures are not read, and why.`,
		Example: "  yiyuan restore article.txt\n  yiyuan restore article.txt --explain",
		Args:    cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			print := printRestored
			if explain {
				print = printRepairs
			}
			return restoreFile(c.Context(), args[0], c.OutOrStdout(), print)
		},
	}
	c.Flags().BoolVar(&explain, "explain", false, "print each repair instead of the text")
	return c
}

// restoreFile prints every document of a file; where it holds several, each under its name.
func restoreFile(ctx context.Context, path string, out io.Writer, print func(io.Writer, *restore.Text)) error {
	w := bufio.NewWriter(out)
	read, failed := 0, 0
	var first *yiyuan.Source // held back until it is known whether it is the only one
	show := func(src yiyuan.Source, named bool) {
		if named {
			fmt.Fprintf(w, "==> %s <==\n", src.DocID)
		}
		text := transform.Restore(src)
		print(w, &text)
	}
	_, err := extract.Files(ctx, []string{path}, extract.Options{}, func(src yiyuan.Source) error {
		switch read++; read {
		case 1:
			first = &src
			return nil
		case 2:
			show(*first, true)
		}
		show(src, true)
		return w.Flush()
	}, func(f extract.Failure) {
		failed++
		fmt.Fprintf(os.Stderr, "yiyuan: %s: %s\n", f.Path, f.Message)
	})
	if err == nil && read == 1 {
		show(*first, false)
	}
	if flushed := w.Flush(); err == nil {
		err = flushed
	}
	switch {
	case err != nil:
		return exit(statusNothing, "%w", err)
	case read == 0:
		return exit(statusNothing, "%s: nothing to restore", path)
	case failed > 0:
		return exit(statusFailures, "%d documents could not be read", failed)
	}
	return nil
}

func printRestored(w io.Writer, t *restore.Text) { fmt.Fprintln(w, t.Clean) }

// printRepairs quotes what it shows: a text can hold anything, and the terminal would obey it.
func printRepairs(w io.Writer, t *restore.Text) {
	clean := []rune(t.Clean)
	for _, r := range t.Repairs {
		fmt.Fprintf(w, "%d-%d\t%s\t%q\t%q\n", r.Start, r.End, r.Filter, r.Before, string(clean[r.Start:r.End]))
	}
	for _, s := range t.Suspect {
		fmt.Fprintf(w, "%d-%d\tdoubt\t%q\t%s\n", s.Start, s.End, string(clean[s.Start:s.End]), s.Reason)
	}
	for _, note := range t.Notes {
		fmt.Fprintf(w, "note\t%s\n", note)
	}
}

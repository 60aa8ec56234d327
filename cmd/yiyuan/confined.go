package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"runtime"
	"time"

	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/load/confine"
)

// question is what a child is asked.
type question struct {
	DB     string
	Query  string
	Format string
	Limit  int
	Memory int64
	Time   time.Duration
	Write  bool
}

// slack is what parsing, planning and printing may take beside what DuckDB counts.
const slack = 512 << 20

func (q question) limits() confine.Limits {
	return confine.Limits{Memory: q.Memory + slack, Time: q.Time}
}

// ask has the question answered by a child process, and prints what it says.
func (q question) ask(ctx context.Context, out io.Writer) error {
	said, status, err := confine.Run(ctx, q.limits(), []string{"confined"}, q, out)
	switch {
	case err != nil:
		return err
	case status != 0:
		return exit(status, "%s", trimmed(said))
	case said != "":
		fmt.Fprint(os.Stderr, said)
	}
	return nil
}

// confinedCommand is the child. It is not for people, so help does not list it.
func confinedCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "confined",
		Short:   "Answer one question, given as JSON on standard input, within its limits",
		Example: `  echo '{"DB":"yiyuan.duckdb","Query":"SELECT 1","Format":"table","Memory":1000000000,"Time":1000000000}' | yiyuan confined`,
		Args:    cobra.NoArgs,
		Hidden:  true,
		RunE: func(c *cobra.Command, _ []string) error {
			var q question
			if err := confine.Receive(c.InOrStdin(), &q); err != nil {
				return err
			}
			return q.answer(c.Context(), c.OutOrStdout())
		},
	}
}

func (q question) answer(ctx context.Context, out io.Writer) error {
	ctx, stop := context.WithTimeoutCause(ctx, q.Time, confine.ErrTime)
	defer stop()
	if err := q.limits().Enter(); err != nil {
		return err
	}
	r, err := load.OpenConfined(ctx, q.DB, load.Confinement{Memory: q.Memory, Threads: min(4, runtime.NumCPU()), Write: q.Write})
	if err != nil {
		return err
	}
	defer r.Close()
	if !q.Write {
		if err := confine.Seal(); err != nil {
			return err
		}
	}
	rows, err := r.Ask(ctx, q.Query)
	if err == nil {
		err = printRows(out, rows, q.Format, q.Limit)
	}
	return q.reason(ctx, err)
}

// reason says why a query ended early in the words of its limits.
func (q question) reason(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(context.Cause(ctx), confine.ErrTime):
		return confine.ErrTime
	case load.OutOfMemory(err):
		return confine.ErrMemory
	}
	return err
}

// Command yiyuan reads Chinese economic news and government reports into DuckDB tables and answers questions of them.
// Each subcommand has a file of its own, which holds its flags, its wiring and what it prints; the work is done in
// extract, transform and load.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"yiyuan/load"
)

// The exit statuses are part of the contract with whoever schedules runs.
const (
	statusUsage    = 1 // wrong usage, configuration or query
	statusFailures = 3 // done, but some inputs failed
	statusLocked   = 4 // another run holds the lock
	statusNothing  = 5 // nothing could be done
	statusContract = 6 // a data contract is broken, nothing was published
)

// exitError is an error that knows its exit status. Any other error of a command is one of usage.
type exitError struct {
	status int
	err    error
}

func (e exitError) Error() string { return e.err.Error() }
func (e exitError) Unwrap() error { return e.err }

func exit(status int, format string, args ...any) error {
	return exitError{status, fmt.Errorf(format, args...)}
}

func statusOf(err error) int {
	var e exitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &e):
		return e.status
	case errors.Is(err, load.ErrLocked):
		return statusLocked
	case errors.Is(err, load.ErrDiskFull):
		return statusNothing
	}
	return statusUsage
}

func main() { os.Exit(yiyuanMain()) }

func yiyuanMain() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop) // a second signal ends the process at once
	c, out := root(), &stdout{to: os.Stdout}
	c.SetOut(out)
	err := c.ExecuteContext(ctx)
	if status := statusOf(err); out.err != nil && (status == 0 || status == statusUsage) {
		err = exit(statusNothing, "%w", out.err)
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, "yiyuan:", err)
	}
	return statusOf(err)
}

// stdout is standard output. What a command prints line by line it does not look after, and half an answer with exit
// status 0 would be taken for a whole one: the first error of writing is kept here, and is the command's.
type stdout struct {
	to  io.Writer
	err error
}

func (s *stdout) Write(p []byte) (int, error) {
	if s.err != nil {
		return 0, s.err
	}
	n, err := s.to.Write(p)
	s.err = err
	return n, err
}

func root() *cobra.Command {
	c := &cobra.Command{
		Use:           "yiyuan",
		Short:         "Figures of Chinese economic news and government reports, as DuckDB tables",
		SilenceErrors: true,
		SilenceUsage:  true,
		Example:       "  yiyuan run reports --db reports.duckdb\n  yiyuan sql \"SELECT count(*) FROM facts\" --db reports.duckdb",
	}
	c.PersistentFlags().SortFlags = false
	c.CompletionOptions.HiddenDefaultCmd = true
	c.AddCommand(runCommand(), sqlCommand(), confinedCommand(), queryCommand(), exportCommand(), factCommand(), rulesCommand(), gapsCommand(), planCommand(), tablesCommand(), schemaCommand(), transformCommand(), restoreCommand(), digestCommand(),
		verifyCommand(), historyCommand(), doctorCommand(), versionCommand())
	pointing(c)
	return c
}

// known refuses what is no command, and says where the commands are listed.
func known(c *cobra.Command, args []string) error {
	if len(args) == 0 {
		return nil
	}
	near := ""
	if like := c.SuggestionsFor(args[0]); len(like) > 0 {
		near = "did you mean " + strings.Join(like, " or ") + "? "
	}
	return fmt.Errorf("no command %q: %slist them with: %s --help", args[0], near, c.CommandPath())
}

// pointing has every command that is given wrong flags or too many or few arguments say where its usage is. One that only
// holds others would take any word for a call for help, and end with 0.
func pointing(c *cobra.Command) {
	usage := func(c *cobra.Command, err error) error {
		if err == nil {
			return nil
		}
		return fmt.Errorf("%w; see: %s --help", err, c.CommandPath())
	}
	c.SetFlagErrorFunc(usage)
	if c.HasSubCommands() {
		c.Args, c.DisableFlagsInUseLine, c.SuggestionsMinimumDistance = known, true, 2
		c.RunE = func(c *cobra.Command, _ []string) error { return c.Help() }
	} else if args := c.Args; args != nil {
		c.Args = func(c *cobra.Command, given []string) error { return usage(c, args(c, given)) }
	}
	for _, sub := range c.Commands() {
		pointing(sub)
	}
}

// dbFlag is the flag every command that opens FILE has.
func dbFlag(c *cobra.Command) *string {
	return c.Flags().String("db", "yiyuan.duckdb", "the database `FILE`")
}

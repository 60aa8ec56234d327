// Package confine runs a part of this program in a child process that may use only so much memory and time.
//
// A query that somebody else wrote is such a part. DuckDB can be told to stay inside one file and a number of bytes, but
// what it allocates while it parses, folds constants or prints is not in that count, and a fault in C++ takes the
// whole process with it. So the query runs in a child: the kernel holds its address space and its files, the parent its
// wall time, and whatever becomes of it the parent is there to say so in one line. Checking the query's text instead
// would mean knowing every function of every version of DuckDB.
//
// The child is this program under another command, so nothing has to be installed beside it. It reads one request, JSON
// on standard input, and ends when that closes, so it cannot outlive its parent.
package confine

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"time"
)

// What ends a child early.
var (
	ErrTime   = errors.New("stopped: it took longer than --timeout allows")
	ErrMemory = errors.New("stopped: it needs more memory than --memory allows")
)

// grace is what a child has to end by itself after its time is up.
const grace = 2 * time.Second

// messageCap bounds what is kept of a child's standard error.
const messageCap = 64 << 10

// Limits of a child.
type Limits struct {
	Memory int64         // bytes on top of what the program itself takes
	Time   time.Duration // wall time, from the child's start
}

// Run starts this program again with args, hands it the request and copies its standard output to out. What the child
// said on standard error is returned with its exit status; an error tells that it was stopped or could not be run.
func Run(ctx context.Context, l Limits, args []string, request any, out io.Writer) (said string, status int, err error) {
	program, err := os.Executable()
	if err != nil {
		return "", 0, err
	}
	question, err := json.Marshal(request)
	if err != nil {
		return "", 0, err
	}
	ctx, stop := context.WithTimeoutCause(ctx, l.Time+grace, ErrTime)
	defer stop()
	stderr := &head{}
	c := exec.CommandContext(ctx, program, args...)
	c.Args[0] = os.Args[0]
	c.Env = environment()
	// Through a pipe, even where out is a file: the child may write none, and the limit of a file's size would end it.
	c.Stdout, c.Stderr = struct{ io.Writer }{out}, stderr
	c.SysProcAttr = apart()
	c.WaitDelay = grace
	in, err := c.StdinPipe()
	if err != nil {
		return "", 0, err
	}
	if err := c.Start(); err != nil {
		return "", 0, fmt.Errorf("start the child process: %w", err)
	}
	// An error of writing is one of the child, which Wait tells of. The pipe stays open: its end is the parent's.
	_, _ = in.Write(append(question, '\n'))
	err = c.Wait()
	switch {
	case ctx.Err() != nil && err != nil:
		return "", 0, context.Cause(ctx)
	case err == nil:
		return stderr.String(), 0, nil
	}
	return ended(c.ProcessState, stderr.String(), err)
}

// ended tells a child that ended by itself from one that broke. Go's runtime exits with 2 where memory is refused to it,
// C++ aborts; neither status is one of ours.
func ended(state *os.ProcessState, said string, err error) (string, int, error) {
	var exit *exec.ExitError
	if !errors.As(err, &exit) {
		return "", 0, err
	}
	if status := state.ExitCode(); status >= 0 && status != 2 {
		return said, status, nil
	}
	for _, sign := range []string{"out of memory", "cannot allocate memory", "bad_alloc", "Resource temporarily unavailable", "newosproc"} {
		if strings.Contains(said, sign) {
			return "", 0, ErrMemory
		}
	}
	return "", 0, fmt.Errorf("stopped: the child process broke (%v)", exit)
}

// environment: where the clock stands is all a query may know of the machine.
func environment() []string {
	env := []string{}
	for _, name := range []string{"TZ", "SystemRoot"} {
		if v, ok := os.LookupEnv(name); ok {
			env = append(env, name+"="+v)
		}
	}
	return env
}

// head keeps the first bytes written to it.
type head struct{ bytes.Buffer }

func (h *head) Write(p []byte) (int, error) {
	h.Buffer.Write(p[:min(len(p), max(0, messageCap-h.Len()))])
	return len(p), nil
}

// Receive is the child's first step: it reads the request and sees to it that the child ends when its parent does.
func Receive(in io.Reader, request any) error {
	d := json.NewDecoder(in)
	if err := d.Decode(request); err != nil {
		return fmt.Errorf("the child process was given no request: %w", err)
	}
	go func() {
		_, _ = io.Copy(io.Discard, in)
		os.Exit(1)
	}()
	return nil
}

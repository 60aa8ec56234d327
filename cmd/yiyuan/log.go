package main

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"os"
	"strings"
	"sync"

	"golang.org/x/term"
)

// messages are what a run says besides its report and the error it ends with: warnings, and inputs that failed. A person
// reads them as lines; what collects the output of a scheduled run reads them as JSON.
var messages = slog.New(&lines{out: os.Stderr})

const logFlagText = "how warnings are written: text, json, or auto (text on a terminal, else JSON)"

func setLog(how string) error {
	switch terminal := term.IsTerminal(int(os.Stderr.Fd())); {
	case how == "text", how == "auto" && terminal:
		messages = slog.New(&lines{out: os.Stderr})
	case how == "json", how == "auto":
		messages = slog.New(slog.NewJSONHandler(os.Stderr, nil))
	default:
		return fmt.Errorf("--log %q: take text, json or auto", how)
	}
	return nil
}

// lines writes a message as a line, the way errors are written.
type lines struct {
	mu  sync.Mutex
	out io.Writer
}

func (l *lines) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelInfo }

func (l *lines) Handle(_ context.Context, r slog.Record) error {
	var b bytes.Buffer
	b.WriteString("yiyuan: ")
	if r.Level == slog.LevelWarn {
		b.WriteString("warning: ")
	}
	b.WriteString(r.Message)
	line := strings.TrimRight(b.String(), "\n") + "\n"
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := io.WriteString(l.out, line)
	return err
}

// A message says all there is to say: none of a run has attributes or groups.
func (l *lines) WithAttrs([]slog.Attr) slog.Handler { return l }

func (l *lines) WithGroup(string) slog.Handler { return l }

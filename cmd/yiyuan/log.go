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

func setLog(how string, out io.Writer) error {
	switch terminal := term.IsTerminal(int(os.Stderr.Fd())); {
	case how == "text", how == "auto" && terminal:
		messages = slog.New(&lines{out: out})
	case how == "json", how == "auto":
		messages = slog.New(slog.NewJSONHandler(out, nil))
	default:
		return fmt.Errorf("--log %q: take text, json or auto", how)
	}
	return nil
}

// lines writes a message as a line, the way errors are written.
type lines struct {
	mu    sync.Mutex
	out   io.Writer
	attrs []slog.Attr
}

func (l *lines) Enabled(_ context.Context, level slog.Level) bool { return level >= slog.LevelInfo }

func (l *lines) Handle(_ context.Context, r slog.Record) error {
	var b bytes.Buffer
	b.WriteString("yiyuan: ")
	if r.Level == slog.LevelWarn {
		b.WriteString("warning: ")
	}
	b.WriteString(r.Message)
	add := func(a slog.Attr) bool { fmt.Fprintf(&b, " (%s %v)", a.Key, a.Value); return true }
	for _, a := range l.attrs {
		add(a)
	}
	r.Attrs(add)
	line := strings.TrimRight(b.String(), "\n") + "\n"
	l.mu.Lock()
	defer l.mu.Unlock()
	_, err := io.WriteString(l.out, line)
	return err
}

func (l *lines) WithAttrs(attrs []slog.Attr) slog.Handler {
	return &lines{out: l.out, attrs: append(append([]slog.Attr(nil), l.attrs...), attrs...)}
}

func (l *lines) WithGroup(string) slog.Handler { return l }

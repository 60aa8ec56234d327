package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/reeflective/readline"
)

// keywords that a question of these tables is made of.
const keywords = `SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT USING ON AND OR NOT NULL IS IN LIKE BETWEEN AS DISTINCT
	DESC ASC CASE WHEN THEN ELSE END WITH UNION ALL EXPLAIN DESCRIBE SUMMARIZE QUALIFY OVER PARTITION count sum avg min max
	median round year month coalesce arg_max list string_agg regexp_matches contains`

// words asks for the names of tables and columns, each with its comment.
const words = `SELECT name, first(comment ORDER BY place) AS comment FROM (
	SELECT table_name AS name, comment, 0 AS place FROM duckdb_tables() UNION ALL
	SELECT view_name, comment, 0 FROM duckdb_views() WHERE NOT internal UNION ALL
	SELECT column_name, comment, 1 FROM duckdb_columns() WHERE NOT internal)
	GROUP BY name ORDER BY min(place), name`

// atPrompt reads statements from a terminal until it is left.
func atPrompt(ctx context.Context, q question, out io.Writer) error {
	shell := readline.NewShell()
	shell.Prompt.Primary(func() string { return "yiyuan> " })
	shell.Prompt.Secondary(func() string { return "   ...> " })
	shell.AcceptMultiline = func(line []rune) bool { return complete(string(line)) }
	if file := historyFile(); file != "" {
		shell.History.AddFromFile("sql", file)
	}
	vocabulary := q.vocabulary(ctx)
	shell.Completer = func(line []rune, cursor int) readline.Completions {
		return readline.CompleteValuesDescribed(vocabulary.matching(lastWord(line[:cursor]))...)
	}
	fmt.Fprintln(os.Stderr, "SQL ended by ; — Tab completes, Ctrl-C stops a query, Ctrl-D leaves")
	for {
		line, err := shell.Readline()
		switch {
		case errors.Is(err, io.EOF):
			fmt.Fprintln(os.Stderr)
			return nil
		case errors.Is(err, readline.ErrInterrupt):
			continue
		case err != nil:
			return err
		}
		q.Query = strings.TrimSpace(line)
		switch q.Query {
		case "", ";":
			continue
		case "exit", "quit", "exit;", "quit;":
			return nil
		}
		if err := interrupted(ctx, func(ctx context.Context) error { return q.checked(ctx, out) }); err != nil {
			fmt.Fprintln(os.Stderr, "yiyuan:", err)
		}
	}
}

// complete reports whether Enter ends the statement.
func complete(statement string) bool {
	s := strings.TrimSpace(statement)
	return s == "" || s == "exit" || s == "quit" || strings.HasSuffix(s, ";")
}

// historyFile is where the lines typed are kept, by the XDG convention; none where there is no home.
func historyFile() string {
	dir := os.Getenv("XDG_STATE_HOME")
	if dir == "" {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".local", "state")
	}
	dir = filepath.Join(dir, "yiyuan")
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return ""
	}
	return filepath.Join(dir, "sql_history")
}

// lexicon is what Tab completes.
type lexicon []struct{ Name, Comment string }

// vocabulary is asked of the database; without an answer the keywords have to do.
func (q question) vocabulary(ctx context.Context) lexicon {
	var all lexicon
	q.Query, q.Format, q.Limit = words, "json", 0
	var b bytes.Buffer
	if err := q.ask(ctx, &b); err == nil {
		_ = json.Unmarshal(b.Bytes(), &all)
	}
	for _, k := range strings.Fields(keywords) {
		all = append(all, struct{ Name, Comment string }{k, ""})
	}
	return all
}

// matching returns names and comments in turn, those that begin with the word, whatever its case.
func (l lexicon) matching(word string) []string {
	var pairs []string
	for _, w := range l {
		if len(w.Name) >= len(word) && strings.EqualFold(w.Name[:len(word)], word) {
			pairs = append(pairs, w.Name, w.Comment)
		}
	}
	return pairs
}

func lastWord(line []rune) string {
	i := len(line)
	for i > 0 && (line[i-1] == '_' || line[i-1] >= '0' && line[i-1] <= '9' || line[i-1]|0x20 >= 'a' && line[i-1]|0x20 <= 'z') {
		i--
	}
	return string(line[i:])
}

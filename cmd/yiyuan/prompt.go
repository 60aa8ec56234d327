package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/peterh/liner"
)

// keywords that a question of these tables is made of.
const keywords = `SELECT FROM WHERE GROUP BY ORDER HAVING LIMIT JOIN LEFT USING ON AND OR NOT NULL IS IN LIKE BETWEEN AS DISTINCT
	DESC ASC CASE WHEN THEN ELSE END WITH UNION ALL EXPLAIN DESCRIBE SUMMARIZE QUALIFY OVER PARTITION count sum avg min max
	median round year month coalesce arg_max list string_agg regexp_matches contains`

// words asks for the names of tables and columns.
const words = `SELECT name FROM (
	SELECT table_name AS name, 0 AS place FROM duckdb_tables() UNION ALL
	SELECT view_name, 0 FROM duckdb_views() WHERE NOT internal UNION ALL
	SELECT column_name, 1 FROM duckdb_columns() WHERE NOT internal)
	GROUP BY name ORDER BY min(place), name`

// atPrompt reads statements from a terminal until it is left.
func atPrompt(ctx context.Context, q question, out io.Writer) error {
	usual, err := liner.TerminalMode()
	if err != nil {
		return err
	}
	line := liner.NewLiner()
	defer line.Close()
	typing, err := liner.TerminalMode()
	if err != nil {
		return err
	}
	line.SetCtrlCAborts(true)
	line.SetTabCompletionStyle(liner.TabPrints)
	line.SetWordCompleter(q.vocabulary(ctx).complete)
	remember := history(line)
	fmt.Fprintln(os.Stderr, "SQL ended by ; — Tab completes, Ctrl-C stops a query, Ctrl-D leaves")
	for {
		q.Query, err = statement(line.Prompt)
		switch {
		case errors.Is(err, io.EOF):
			fmt.Fprintln(os.Stderr)
			return nil
		case errors.Is(err, liner.ErrPromptAborted), err == nil && strings.Trim(q.Query, "; ") == "":
			continue
		case err != nil:
			return err
		}
		if word := strings.Trim(q.Query, "; "); word == "exit" || word == "quit" {
			return nil
		}
		remember(q.Query)
		// While a query runs the terminal is as it was found, so that Ctrl-C is a signal again.
		if err := usual.ApplyMode(); err != nil {
			return err
		}
		if err := interrupted(ctx, func(ctx context.Context) error { return q.checked(ctx, out) }); err != nil {
			fmt.Fprintln(os.Stderr, "yiyuan:", err)
		}
		if err := typing.ApplyMode(); err != nil {
			return err
		}
	}
}

// statement reads lines up to one that ends a statement.
func statement(ask func(prompt string) (string, error)) (string, error) {
	text, prompt := "", "yiyuan> "
	for {
		typed, err := ask(prompt)
		if err != nil {
			return "", err
		}
		text = strings.TrimSpace(text + "\n" + typed) // a comment ends with its line
		if complete(text) {
			return text, nil
		}
		prompt = "   ...> "
	}
}

// remembered is what the history keeps of a statement: one line, or, where a comment would swallow what stood on the next,
// its lines.
func remembered(statement string) []string {
	lines := strings.Split(statement, "\n")
	if strings.Contains(statement, "--") {
		return lines
	}
	return []string{strings.Join(lines, " ")}
}

// history recalls what was typed at earlier prompts, and returns what adds to it. A history that cannot be kept is no
// reason to leave.
func history(line *liner.State) func(string) {
	file := historyFile()
	if f, err := os.Open(file); err == nil {
		_, _ = line.ReadHistory(f)
		f.Close()
	}
	return func(statement string) {
		for _, entry := range remembered(statement) {
			line.AppendHistory(entry)
		}
		if f, err := os.OpenFile(file, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, 0o600); err == nil {
			_, _ = line.WriteHistory(f)
			f.Close()
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
type lexicon []string

// vocabulary is asked of the database; without an answer the keywords have to do.
func (q question) vocabulary(ctx context.Context) lexicon {
	q.Query, q.Format, q.Limit = words, "csv", 0
	var names bytes.Buffer
	_ = q.ask(ctx, &names)
	_, list, _ := strings.Cut(names.String(), "\n") // the header
	return append(strings.Fields(list), strings.Fields(keywords)...)
}

// complete offers the names and keywords that begin as the word before the cursor does, whatever its case.
func (l lexicon) complete(line string, pos int) (head string, offered []string, tail string) {
	letters := []rune(line)
	word := lastWord(letters[:pos])
	for _, name := range l {
		if len(name) >= len(word) && strings.EqualFold(name[:len(word)], word) {
			offered = append(offered, name)
		}
	}
	return string(letters[:pos-len(word)]), offered, string(letters[pos:])
}

// lastWord is ASCII, as names are.
func lastWord(line []rune) string {
	i := len(line)
	for i > 0 && (line[i-1] == '_' || line[i-1] >= '0' && line[i-1] <= '9' || line[i-1]|0x20 >= 'a' && line[i-1]|0x20 <= 'z') {
		i--
	}
	return string(line[i:])
}

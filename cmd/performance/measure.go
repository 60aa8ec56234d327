package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

// cost is what one run of a command took.
type cost struct {
	wall, cpu time.Duration
	memory    int64 // bytes at the peak
}

// least keeps the lower of each figure.
func (c cost) least(other cost) cost {
	return cost{min(c.wall, other.wall), min(c.cpu, other.cpu), min(c.memory, other.memory)}
}

type measurement struct {
	what string
	cost cost
}

// measure runs each command n times. The second run of the reports reads the database the first one left.
func measure(program, shared, dir string, n int) ([]measurement, error) {
	db := func(name string) string { return filepath.Join(dir, name+".duckdb") }
	in := func(name string) string { return filepath.Join(shared, name) }
	commands := []struct {
		what  string
		fresh string // database that must not be there
		args  []string
	}{
		{"`run` of the 498 reports", db("reports"), []string{"run", in("reports"), "--db", db("reports")}},
		{"`run` again, nothing changed", "", []string{"run", in("reports"), "--db", db("reports")}},
		{"`run` of the news (1,220 articles)", db("news"), []string{"run", in("news"), "--db", db("news")}},
		{"`run` of the five seeds", db("seeds"), []string{"run", in("seeds"), "--db", db("seeds")}},
		{"`sql \"SELECT 1\"` on the reports", "", []string{"sql", "SELECT 1", "--db", db("reports")}},
		{"`version`", "", []string{"version"}},
	}
	var all []measurement
	for _, c := range commands {
		var best cost
		for i := range n {
			if err := remove(c.fresh); err != nil {
				return nil, err
			}
			took, err := spend(exec.Command(program, c.args...))
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", program, strings.Join(c.args, " "), err)
			}
			if best = best.least(took); i == 0 {
				best = took
			}
		}
		all = append(all, measurement{c.what, best})
	}
	return all, nil
}

func remove(path string) error {
	if path == "" {
		return nil
	}
	if err := os.Remove(path); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func spend(c *exec.Cmd) (cost, error) {
	var said bytes.Buffer
	c.Stderr = &said
	start := time.Now()
	err := c.Run()
	took := cost{wall: time.Since(start)}
	if err != nil {
		return took, fmt.Errorf("%w: %s", err, strings.TrimSpace(said.String()))
	}
	took.cpu = c.ProcessState.UserTime() + c.ProcessState.SystemTime()
	if usage, ok := c.ProcessState.SysUsage().(*syscall.Rusage); ok {
		took.memory = usage.Maxrss << 10
	}
	return took, nil
}

// corpus is the text of the reports in one file.
type corpus struct {
	path  string
	bytes int
	files int
}

func gather(folder, to string) (corpus, error) {
	c := corpus{path: to}
	var all bytes.Buffer
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || d.Name() == "README.md" {
			return err
		}
		text, err := os.ReadFile(path)
		all.Write(text)
		c.files++
		return err
	})
	if err != nil {
		return c, fmt.Errorf("gather the reports: %w", err)
	}
	if c.files == 0 {
		return c, fmt.Errorf("%s holds no reports", folder)
	}
	c.bytes = all.Len()
	return c, os.WriteFile(to, all.Bytes(), 0o600)
}

// jieba cuts the text with the Python package of that name, nil where no Python at hand has it: ours, the first on the path, Debian's.
func jieba(text string) *cost {
	for _, python := range []string{".venv/bin/python3", "python3", "/usr/bin/python3"} {
		if exec.Command(python, "-c", "import jieba").Run() != nil {
			continue
		}
		if took, err := spend(exec.Command(python, "-m", "jieba", "-q", text)); err == nil {
			return &took
		}
	}
	return nil
}

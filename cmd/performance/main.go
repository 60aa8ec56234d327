// Command performance runs the built program over the texts people have, takes its time and memory, and writes
// docs/performance.md.
//
//	go run ./cmd/performance           after make build; make performance does both
//	go run ./cmd/performance -n 1      one run of each instead of the best of three
//
// CPU time is that of user and system together, and of each figure the least is kept: what else the machine does can only
// add. Where jieba is installed it cuts the same text, which says what a figure of another machine would be here.
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "performance:", err)
		os.Exit(1)
	}
}

func run(args []string) error {
	fl := flag.NewFlagSet("performance", flag.ContinueOnError)
	program := fl.String("program", "bin/yiyuan", "the program to run")
	shared := fl.String("shared", "../shared", "folder of the texts")
	page := fl.String("page", "docs/performance.md", "page to write")
	n := fl.Int("n", 3, "runs of each command")
	if err := fl.Parse(args); err != nil {
		return err
	}
	if _, err := os.Stat(*program); err != nil {
		return fmt.Errorf("%s is absent: build it with make", *program)
	}
	reports := filepath.Join(*shared, "reports")
	if _, err := os.Stat(reports); err != nil {
		return fmt.Errorf("%s is absent: name the folder of the texts with -shared", reports)
	}
	dir, err := os.MkdirTemp("", "performance")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	taken, err := measure(*program, *shared, dir, *n)
	if err != nil {
		return err
	}
	made, err := series()
	if err != nil {
		return err
	}
	text, err := gather(reports, filepath.Join(dir, "reports.txt"))
	if err != nil {
		return err
	}
	var b strings.Builder
	writePage(&b, taken, jieba(text.path), text)
	made.write(&b)
	fmt.Print(b.String())
	return os.WriteFile(*page, []byte(b.String()), 0o644)
}

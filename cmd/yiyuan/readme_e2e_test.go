//go:build e2e

package main_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

// TestE2EReadme runs every block of commands of the README with the binary that make build left, one block after another
// in one folder, as a reader would. Lines that build or fetch are left out.
func TestE2EReadme(t *testing.T) {
	root, err := filepath.Abs(filepath.Join("..", ".."))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(root, "bin", "yiyuan")); err != nil {
		t.Fatalf("bin/yiyuan is missing: make build (%v)", err)
	}
	readme, err := os.ReadFile(filepath.Join(root, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	blocks := commandBlocks(string(readme))
	if len(blocks) == 0 {
		t.Fatal("README.md holds no block of sh commands")
	}
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "readme.txt"), []byte(script(blocks)), 0o644); err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Files: []string{filepath.Join(dir, "readme.txt")},
		Setup: func(e *testscript.Env) error {
			return os.Symlink(filepath.Join(root, "bin"), filepath.Join(e.WorkDir, "bin"))
		},
	})
}

// script writes the blocks as files and runs them in order.
func script(blocks []string) string {
	var run, files strings.Builder
	for i, b := range blocks {
		fmt.Fprintf(&run, "exec sh -eux block%d.sh\n", i+1)
		fmt.Fprintf(&files, "-- block%d.sh --\n%s", i+1, b)
	}
	return run.String() + files.String()
}

// commandBlocks returns what the blocks fenced as sh hold, without the lines that a test cannot run.
func commandBlocks(markdown string) []string {
	var blocks []string
	var block strings.Builder
	inside := false
	for line := range strings.Lines(markdown) {
		switch fence := strings.TrimSpace(line); {
		case !inside && fence == "```sh":
			inside = true
		case inside && fence == "```":
			inside = false
			if block.Len() > 0 {
				blocks = append(blocks, block.String())
			}
			block.Reset()
		case inside && !strings.HasPrefix(line, "make") && !strings.HasPrefix(line, "git "):
			block.WriteString(line)
		}
	}
	return blocks
}

func TestE2ECommandBlocks(t *testing.T) {
	got := commandBlocks("# a\n```sh\nmake run\nbin/yiyuan run\n```\n```\nnot me\n```\n```sh\ngit clone x\n```\n")
	if len(got) != 1 || got[0] != "bin/yiyuan run\n" {
		t.Errorf("got %q", got)
	}
}

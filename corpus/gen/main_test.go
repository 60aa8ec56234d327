package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// The articles are what their drafts become: none was edited by hand.
func TestArticlesAreGenerated(t *testing.T) {
	dir := t.TempDir()
	if err := run(".", dir); err != nil {
		t.Fatal(err)
	}
	for _, d := range drafts {
		want, err := os.ReadFile(filepath.Join(dir, d.name))
		if err != nil {
			t.Fatal(err)
		}
		got, err := os.ReadFile(filepath.Join("..", "articles", d.name))
		if err != nil {
			t.Fatal(err)
		}
		if !bytes.Equal(got, want) {
			t.Errorf("corpus/articles/%s is not what its draft becomes: go generate ./corpus", d.name)
		}
	}
}

func TestMirror(t *testing.T) {
	for _, tt := range []struct{ name, draft, want string }{
		{"gloss behind a listed character", "产业", "產(chǎn)業(yè)"},
		{"a listed code across two characters", "发展潜能进", "發(fā)展?jié)撃苓M(jìn)"},
		{"characters that are not listed stay bare", "县里", "縣里"},
		{"a full stop cut in two", "放。¦”据介绍", "放?!睋?jù)介紹"},
		{"wide marks made narrow", "县，里！", "縣,里!"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := mirrored(tt.draft)
			if err != nil {
				t.Fatal(err)
			}
			if string(got) != tt.want {
				t.Errorf("%q became %q, want %q", tt.draft, got, tt.want)
			}
		})
	}
}

func TestStrewnKeepsTheFigures(t *testing.T) {
	draft, err := os.ReadFile(filepath.Join("drafts", "rongqiao-spam.txt"))
	if err != nil {
		t.Fatal(err)
	}
	damaged, err := strewn(string(draft))
	if err != nil {
		t.Fatal(err)
	}
	got := string(damaged)
	for _, p := range pieces("福清融侨开发区里长出专精特新小工厂", 3) {
		if strings.Count(got, p) <= strings.Count(string(draft), p) {
			t.Errorf("piece %q was not strewn", p)
		}
	}
	if !strings.Contains(got, slogan) || !strings.Contains(got, "188.18亿元") {
		t.Error("the slogan is missing, or a figure is")
	}
}

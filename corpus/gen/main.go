// Command gen damages the sound drafts beside it in the ways the web does, and writes them among the articles of package
// corpus. Run it with go generate ./corpus.
//
// Each damage is done forwards, step by step as the sites do it, rather than typed in: what is restored must be what
// happened, slips of single bytes included.
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"
)

// drafts are the damages, by draft.
var drafts = []struct {
	name   string
	damage func(string) ([]byte, error)
}{
	{"qingliu-mirror.txt", mirrored},
	{"rongqiao-spam.txt", strewn},
	{"xiamen-glossed.txt", sprinkled},
	{"fuzhou-2009.txt", inGBK},
}

func main() {
	log.SetFlags(0)
	if err := run("gen", "articles"); err != nil {
		log.Fatal("gen: ", err)
	}
}

func run(from, to string) error {
	for _, d := range drafts {
		draft, err := os.ReadFile(filepath.Join(from, "drafts", d.name))
		if err != nil {
			return err
		}
		damaged, err := d.damage(string(draft))
		if err != nil {
			return fmt.Errorf("damaging %s: %w", d.name, err)
		}
		if err := os.WriteFile(filepath.Join(to, d.name), damaged, 0o644); err != nil {
			return err
		}
	}
	return nil
}

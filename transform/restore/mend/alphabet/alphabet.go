// Package alphabet says which characters the bigram table of mend tells apart, and from which reports it is counted.
// The generator, the reader and the tests of the table share it, so they cannot disagree.
package alphabet

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Fold maps a character to the one that stands for its class: a digit is 0, a Latin letter A, white space a blank, and
// half-width punctuation its full-width form, as texts differ in nothing but habit there.
func Fold(r rune) rune {
	switch {
	case r >= 0x80:
		if r == '\u3000' {
			return ' '
		}
		return r
	case r >= '0' && r <= '9':
		return '0'
	case r|0x20 >= 'a' && r|0x20 <= 'z':
		return 'A'
	case r <= ' ' || r == 0x7F:
		return ' '
	}
	if i := strings.IndexByte(",;:!?()", byte(r)); i >= 0 {
		return []rune("，；：！？（）")[i]
	}
	return r
}

// Reports lists the reports of a tree by sorted path.
func Reports(tree fs.FS) ([]string, error) {
	var paths []string
	err := fs.WalkDir(tree, ".", func(p string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && path.Ext(p) == ".md" && d.Name() != "README.md" {
			paths = append(paths, p)
		}
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("listing the reports: %w", err)
	}
	slices.Sort(paths)
	return paths, nil
}

package transform

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"io/fs"
	"strings"
	"sync"

	"yiyuan/transform/tables"
)

//go:embed *.go beginnings cells figure idiom indicator number period place restore search segment tables unit
var rules embed.FS

// RulesVersion is a hash of the rules and tables this binary reads by: a document is read again when it changes. The
// sources themselves are hashed, so that no change of a rule can be forgotten; tests and large models are left
// out. Tables put in place of the embedded ones (package tables) count too.
var RulesVersion = sync.OnceValue(func() string {
	h := sha256.New()
	_ = fs.WalkDir(rules, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || strings.HasSuffix(path, "_test.go") || !strings.HasSuffix(path, ".go") && !strings.HasSuffix(path, ".csv") {
			return err
		}
		content, err := rules.ReadFile(path)
		h.Write([]byte(path))
		h.Write(content)
		return err
	})
	h.Write([]byte(tables.Version()))
	return hex.EncodeToString(h.Sum(nil))[:12]
})

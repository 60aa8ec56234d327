package extract

import (
	"path"
	"strconv"
	"strings"

	"golang.org/x/text/unicode/norm"
)

const stdinPath = "-"

// origin is where a document comes from: how the user would name it, and its path below the PATH given, NFC.
type origin struct {
	path  string
	rel   string
	docID string // where the document brings its own
}

var stdin = origin{path: stdinPath, rel: stdinPath}

func (o origin) id() string {
	if o.docID != "" {
		return o.docID
	}
	return withoutExtension(o.rel)
}

func (o origin) line(n int) origin {
	suffix := "#" + strconv.Itoa(n)
	return origin{path: o.path + suffix, rel: o.rel + suffix, docID: o.rel + suffix}
}

// below is an entry of the folder or archive o.
func (o origin) below(name string) origin {
	rel := norm.NFC.String(name)
	if o.rel != "" {
		rel = o.rel + "/" + rel
	}
	return origin{path: o.path + "/" + name, rel: rel}
}

// extensions are those a document may have. Others are not looked at.
var extensions = map[string]bool{
	".txt": true, ".text": true, ".md": true, ".markdown": true, ".jsonl": true, ".ndjson": true,
	".html": true, ".htm": true, ".shtml": true, ".xhtml": true, ".zip": true, ".gz": true, ".warc": true,
	".pdf": true, ".doc": true, ".docx": true, ".xls": true, ".xlsx": true,
}

func extension(name string) string { return strings.ToLower(path.Ext(name)) }

// withoutExtension cuts .txt, and .jsonl.gz as one. A name that only looks as if it had an extension is kept whole.
func withoutExtension(rel string) string {
	if extension(rel) == ".gz" {
		rel = rel[:len(rel)-len(".gz")]
	}
	if ext := extension(rel); extensions[ext] && len(path.Base(rel)) > len(ext) {
		return rel[:len(rel)-len(ext)]
	}
	return rel
}

// quoted makes a path safe to paste into a shell.
func quoted(p string) string {
	plain := func(r rune) bool {
		return r == '/' || r == '.' || r == '-' || r == '_' || r == '+' || r >= '0' && r <= '9' || r >= 'A' && r <= 'Z' || r >= 'a' && r <= 'z' || r > 0x2E80
	}
	if p != "" && strings.IndexFunc(p, func(r rune) bool { return !plain(r) }) < 0 {
		return p
	}
	return "'" + strings.ReplaceAll(p, "'", `'\''`) + "'"
}

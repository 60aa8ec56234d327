package extract

import (
	"bytes"
	"encoding/json"
	"strings"

	"yiyuan/extract/charset"
)

// kind is what a file is by its content.
type kind int

const (
	kindText kind = iota
	kindHTML
	kindJSONL
	kindZip
	kindGzip
	kindWARC
	kindPDF
	kindOffice // the compound files of DOC and XLS, and RTF
	kindBinary
	kindEmpty
)

// headBytes is how much of a file its kind is told by.
const headBytes = 16 << 10

// kindOf tells a file's kind by its first bytes; the extension decides only between readings of the same bytes.
func kindOf(head []byte, ext string) kind {
	switch {
	case len(head) == 0:
		return kindEmpty
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return kindGzip
	case bytes.HasPrefix(head, []byte("PK\x03\x04")), bytes.HasPrefix(head, []byte("PK\x05\x06")):
		return kindZip
	case bytes.HasPrefix(head, []byte("WARC/1.")), bytes.HasPrefix(head, []byte("WARC/0.")):
		return kindWARC
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return kindPDF
	case bytes.HasPrefix(head, []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), bytes.HasPrefix(head, []byte(`{\rtf`)):
		return kindOffice
	}
	name, bom := charset.Of(head)
	if name == charset.Unknown {
		return kindBinary
	}
	text := strings.TrimSpace(charset.Decode(head[bom:], name))
	switch {
	case text == "" && len(head) < headBytes:
		return kindEmpty
	case isJSONL(text, ext, len(head) < headBytes):
		return kindJSONL
	case isHTML(text, ext):
		return kindHTML
	}
	return kindText
}

func isJSONL(text, ext string, whole bool) bool {
	named := ext == ".jsonl" || ext == ".ndjson"
	if !strings.HasPrefix(text, "{") {
		return named && strings.Contains(text, "\n{")
	}
	line, _, complete := strings.Cut(text, "\n")
	if named {
		return true
	}
	if complete || whole {
		return json.Valid([]byte(line))
	}
	return strings.Contains(line, `"text"`) || strings.Contains(line, `"html"`)
}

var htmlStarts = []string{"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script", "<div", "<table", "<link", "<style"}

func isHTML(text, ext string) bool {
	low := strings.ToLower(text[:min(len(text), 2048)])
	if strings.HasPrefix(low, "<?xml") || strings.HasPrefix(low, "<!--") {
		return strings.Contains(low, "<html") || strings.Contains(low, "<!doctype html")
	}
	for _, start := range htmlStarts {
		if strings.HasPrefix(low, start) {
			return true
		}
	}
	switch ext {
	case ".html", ".htm", ".shtml", ".xhtml":
		return hasTag(text)
	}
	return false
}

func hasTag(text string) bool {
	for i := strings.IndexByte(text, '<'); i >= 0 && i+1 < len(text); {
		if c := text[i+1] | 0x20; c >= 'a' && c <= 'z' || text[i+1] == '/' || text[i+1] == '!' {
			return true
		}
		next := strings.IndexByte(text[i+1:], '<')
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// convertible returns why a file of such kind is skipped and the command that makes text of it.
func convertible(k kind, at origin) (reason, command string) {
	ext := extension(at.rel)
	switch {
	case k == kindPDF:
		return "pdf", "pdftotext -layout " + quoted(at.path) + " " + quoted(withoutExtension(at.path)+".txt")
	case ext == ".xls" || ext == ".xlsx":
		return strings.TrimPrefix(ext, "."), "libreoffice --headless --convert-to html " + quoted(at.path)
	case ext == ".docx":
		return "docx", "libreoffice --headless --convert-to txt:Text " + quoted(at.path)
	}
	return "doc", "libreoffice --headless --convert-to txt:Text " + quoted(at.path)
}

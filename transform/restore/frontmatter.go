package restore

import "strings"

// frontMatter drops the block of metadata that a collection keeps above the text. Its title stays as the headline where
// none is known.
var frontMatter = filter{
	name: "front matter",
	may:  func(*survey) bool { return true },
	sort: whole,
	edits: func(d *draft) []edit {
		start := 0
		if d.head[1] > 0 && d.head[0] == 0 && strings.HasPrefix(d.now[d.head[1]:], "\n---") {
			start = d.head[1] + 1
		}
		block, ok := metadata(d.now[start:])
		if !ok {
			return nil
		}
		end := start + len(block)
		if start > 0 && d.head[1] > d.head[0] && start == d.head[1]+1 {
			return []edit{{start: start, end: end}}
		}
		at, size := metaTitle(block)
		first, _, _ := strings.Cut(strings.TrimLeft(d.now[end:], "\n"), "\n")
		if size == 0 || sameLine(first, block[at:at+size]) {
			return []edit{{start: start, end: end}}
		}
		at += start
		d.head = [2]int{at, at + size}
		return []edit{{start: start, end: at}, {start: at + size, end: end, with: "\n"}}
	},
}

// metadata returns the block between two lines of ---, if every line of it reads key: value.
func metadata(s string) (string, bool) {
	const fence = "---\n"
	if !strings.HasPrefix(s, fence) {
		return "", false
	}
	at := len(fence)
	for range 40 {
		line, _, more := strings.Cut(s[at:], "\n")
		at = min(at+len(line)+1, len(s))
		switch {
		case strings.TrimRight(line, " ") == "---":
			return s[:at], true
		case !more || line != "" && !isKeyed(line):
			return "", false
		}
	}
	return "", false
}

func isKeyed(line string) bool {
	key, _, ok := strings.Cut(line, ":")
	return ok && key != "" && strings.IndexFunc(key, func(r rune) bool { return r > 0x7F || r == ' ' }) < 0
}

func metaTitle(block string) (at, size int) {
	const key = "\ntitle:"
	at = strings.Index(block, key)
	if at < 0 {
		return 0, 0
	}
	at += len(key)
	value, _, _ := strings.Cut(block[at:], "\n")
	trimmed := strings.Trim(value, " \"'")
	return at + strings.Index(value, trimmed), len(trimmed)
}

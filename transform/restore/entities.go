package restore

import (
	"html"
	"strings"
	"unicode/utf8"
)

// entities reads character references that were left in the text, whole (&ldquo;), escaped twice (&amp;ldquo;) or with
// their & lost (?ldquo;).
var entities = filter{
	name: "entities",
	may:  func(v *survey) bool { return v.ampersands > 0 || v.questions > 0 },
	sort: markup,
	edits: func(d *draft) (edits []edit) {
		s := d.now
		for i := 0; i < len(s); i++ {
			switch s[i] {
			case '&':
				if char, n := readEntity(s[i:]); n > 0 {
					edits = append(edits, edit{start: i, end: i + n, with: char})
					i += n - 1
				}
			case '?':
				if char, n := readBeheaded(s[i+1:]); n > 0 {
					edits = append(edits, edit{start: i, end: i + 1 + n, with: char, doubt: "a character before a broken entity is lost"})
					i += n
				}
			}
		}
		return edits
	},
}

// readEntity reads the reference at the beginning of s as often as it was escaped.
func readEntity(s string) (char string, length int) {
	length = entityLength(s)
	if length == 0 {
		return "", 0
	}
	char = html.UnescapeString(s[:length])
	for char == "&" {
		more := entityLength("&" + s[length:min(len(s), length+longestEntity)])
		if more == 0 {
			break
		}
		char = html.UnescapeString("&" + s[length:length+more-1])
		length += more - 1
	}
	switch char {
	case "\u00a0":
		char = " "
	case "\r", "\x00":
		char = ""
	}
	return char, length
}

const longestEntity = 12

func entityLength(s string) int {
	if len(s) < 3 || s[0] != '&' {
		return 0
	}
	n := 1
	for n < len(s) && n < longestEntity && (s[n] == '#' && n == 1 || s[n] >= '0' && s[n] <= '9' || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	if n < len(s) && s[n] == ';' && n > 1 {
		n++
	} else if strings.HasPrefix(s, "&nbsp") {
		n = len("&nbsp")
	} else {
		return 0
	}
	if plain := html.UnescapeString(s[:n]); plain == s[:n] || utf8.RuneCountInString(plain) != 1 {
		return 0
	}
	return n
}

// beheaded are the references met with their & gone; a longer list would find them in web addresses.
var beheaded = []string{"ldquo;", "rdquo;", "lsquo;", "rsquo;", "mdash;", "ndash;", "hellip;", "middot;", "nbsp;", "quot;", "bull;", "times;", "permil;", "lt;", "gt;", "amp;"}

func readBeheaded(s string) (char string, length int) {
	if s == "" || s[0] < 'a' || s[0] > 't' {
		return "", 0
	}
	for _, name := range beheaded {
		if strings.HasPrefix(s, name) {
			char, _ = readEntity("&" + name)
			return char, len(name)
		}
	}
	return "", 0
}

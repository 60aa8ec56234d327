package restore

import "strings"

// tags drops the HTML that was left in the text, and the ends of tags whose < was lost (?/p>). A cell border becomes a
// tab and a power a blank, so that two figures never grow into one. Tables written in Markdown keep their line breaks.
var tags = filter{
	name: "tags",
	may:  func(v *survey) bool { return v.angles > 0 || v.questions > 0 },
	sort: markup,
	edits: func(d *draft) (edits []edit) {
		s := d.now
		row := inTableRow(s)
		for i := 0; i < len(s); i++ {
			switch s[i] {
			case '\n':
				row = inTableRow(s[i+1:])
			case '<':
				name, n := readTag(s[i:])
				if n == 0 || name == "br" && row {
					continue
				}
				edits = append(edits, edit{start: i, end: i + n, with: standIn(name, s[:i], s[i+n:])})
				i += n - 1
			case '?':
				if strings.HasPrefix(s[i+1:], "/") {
					if name, n := readTag("<" + s[i+1:min(len(s), i+12)]); n > 0 {
						edits = append(edits, edit{start: i, end: i + n, with: standIn(name, s[:i], s[i+n:]), doubt: "a character before a broken tag is lost"})
						i += n - 1
					}
				}
			}
		}
		return edits
	},
}

const longestTag = 1000

// readTag reads a tag at the beginning of s.
func readTag(s string) (name string, length int) {
	end := strings.IndexByte(s[:min(len(s), longestTag)], '>')
	if end < 0 {
		return "", 0
	}
	body := strings.ToLower(strings.Trim(s[1:end], "/ "))
	if i := strings.IndexAny(body, " \t\n/"); i >= 0 {
		body = body[:i]
	}
	if !tagNames[body] || strings.Contains(s[1:end], "<") {
		return "", 0
	}
	return body, end + 1
}

var tagNames = func() map[string]bool {
	names := map[string]bool{}
	for _, name := range strings.Fields("p br div span a b i u s em strong font small big center img hr sub sup table thead tbody tfoot tr td th " +
		"caption ul ol li dl dt dd h1 h2 h3 h4 h5 h6 section article header footer blockquote pre code figure figcaption label mark del ins o:p wbr") {
		names[name] = true
	}
	return names
}()

func standIn(name, before, after string) string {
	switch name {
	case "td", "th":
		if before == "" || strings.ContainsRune(">\n\t ", rune(before[len(before)-1])) {
			return ""
		}
		return "\t"
	case "p", "br", "div", "tr", "li", "dt", "dd", "table", "ul", "ol", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "blockquote", "center", "figure", "figcaption", "caption":
		return "\n"
	case "sub", "sup", "img", "wbr":
		if len(before) > 0 && len(after) > 0 && ascii[before[len(before)-1]&0x7F] == digit && before[len(before)-1] < 0x80 && after[0] < 0x80 && ascii[after[0]] == digit {
			return " "
		}
	}
	return ""
}

func inTableRow(line string) bool { return strings.HasPrefix(strings.TrimLeft(line, " "), "|") }

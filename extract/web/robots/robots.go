// Package robots reads robots.txt as RFC 9309 has it: the groups of a product token are joined, the longest matching path
// decides, allow wins a draw, escapes are compared in one spelling, and a line that cannot be read spoils no other.
//
// temoto/robotstxt is not used: one malformed line makes it refuse the file, its wildcards are unanchored regular
// expressions compiled one for each line, which a hostile file of half a megabyte turns into hundreds of megabytes, and
// it takes a group for "yi" to be meant for "yiyuan".
package robots

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"time"
)

// MaxBytes is how much of a file is read; RFC 9309 asks for at least 500 KiB.
const MaxBytes = 512 << 10

// Rules say what a crawler may ask of one authority. The zero Rules allow everything.
type Rules struct {
	rules []rule
	Delay time.Duration // Crawl-delay
	Maps  []string      // Sitemap lines
	None  bool          // nothing may be asked
}

type rule struct {
	path  string
	allow bool
}

const maxMaps = 100

// Parse reads the rules for a product token.
func Parse(body []byte, agent string) Rules {
	body = bytes.TrimPrefix(body[:min(len(body), MaxBytes)], []byte("\xef\xbb\xbf"))
	p := parser{agent: strings.ToLower(agent)}
	for len(body) > 0 {
		var line []byte
		if i := bytes.IndexAny(body, "\r\n"); i >= 0 {
			line, body = body[:i], body[i+1:]
		} else {
			line, body = body, nil
		}
		p.line(string(line))
	}
	out := p.any
	if p.named {
		out = p.own
	}
	out.Maps = p.maps
	return out
}

type parser struct {
	agent    string
	own, any Rules
	named    bool // a group names the agent
	maps     []string

	inOwn, inAny bool // the group at hand
	started      bool // it has lines other than User-agent
}

func (p *parser) line(s string) {
	s, _, _ = strings.Cut(s, "#")
	key, value, ok := strings.Cut(s, ":")
	if !ok {
		return
	}
	value = strings.TrimSpace(value)
	switch strings.ToLower(strings.TrimSpace(key)) {
	case "user-agent", "useragent":
		p.userAgent(strings.ToLower(value))
	case "allow":
		p.rule(rule{normal(value), true})
	case "disallow":
		p.rule(rule{normal(value), false})
	case "crawl-delay", "crawldelay":
		p.delay(value)
	case "sitemap":
		if len(p.maps) < maxMaps {
			p.maps = append(p.maps, value)
		}
	}
}

func (p *parser) userAgent(name string) {
	if p.started {
		p.inOwn, p.inAny, p.started = false, false, false
	}
	if name == "*" {
		p.inAny = true
		return
	}
	token := name[:len(name)-len(strings.TrimLeft(name, "abcdefghijklmnopqrstuvwxyz-_"))]
	if token == p.agent {
		p.inOwn, p.named = true, true
	}
}

func (p *parser) rule(r rule) {
	p.started = true
	if r.path == "" {
		return
	}
	if p.inOwn {
		p.own.rules = append(p.own.rules, r)
	}
	if p.inAny {
		p.any.rules = append(p.any.rules, r)
	}
}

func (p *parser) delay(value string) {
	p.started = true
	seconds, err := strconv.ParseFloat(value, 64)
	if err != nil || math.IsNaN(seconds) || seconds < 0 {
		return
	}
	d := time.Duration(min(seconds, 86400) * float64(time.Second))
	if p.inOwn {
		p.own.Delay = d
	}
	if p.inAny {
		p.any.Delay = d
	}
}

// Allows reports whether the path of an address, with its query, may be asked for.
func (r Rules) Allows(path string) bool {
	if r.None {
		return false
	}
	path = normal(path)
	if path == "" {
		path = "/"
	}
	best, allow := -1, true
	for _, rule := range r.rules {
		if len(rule.path) < best || len(rule.path) == best && !rule.allow {
			continue
		}
		if match(rule.path, path) {
			best, allow = len(rule.path), rule.allow
		}
	}
	return allow
}

// match compares a path with a pattern from its start: * is any run of characters, $ at the end is the end.
func match(pattern, path string) bool {
	anchored := strings.HasSuffix(pattern, "$")
	pattern = strings.TrimSuffix(pattern, "$")
	if !strings.Contains(pattern, "*") {
		return strings.HasPrefix(path, pattern) && (!anchored || path == pattern)
	}
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	path = path[len(parts[0]):]
	last := len(parts) - 1
	for _, part := range parts[1:last] {
		i := strings.Index(path, part)
		if i < 0 {
			return false
		}
		path = path[i+len(part):]
	}
	if anchored {
		return strings.HasSuffix(path, parts[last])
	}
	return strings.Contains(path, parts[last])
}

// normal spells the escapes of a path in one way.
func normal(s string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '%' && i+2 < len(s) && isHex(s[i+1]) && isHex(s[i+2]):
			v, _ := strconv.ParseUint(s[i+1:i+3], 16, 8)
			if d := byte(v); isUnreserved(d) {
				b.WriteByte(d)
			} else {
				b.Write([]byte{'%', hex[d>>4], hex[d&15]})
			}
			i += 2
		case c <= ' ' || c >= 0x7f:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		default:
			b.WriteByte(c)
		}
	}
	return b.String()
}

func isHex(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'f' || c >= 'A' && c <= 'F'
}

func isUnreserved(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || strings.IndexByte("-._~", c) >= 0
}

// Package address writes web addresses in one way, so that a page is asked for once however it is linked.
//
// Only what cannot change the page is normalised: case of scheme and host, default ports, dots in the path, spelling of
// percent escapes, fragments, and parameters that nothing but a counter of visitors reads. Parameters are not sorted,
// nor is a last slash taken off: there are sites that answer otherwise.
package address

import (
	"errors"
	"net"
	"net/netip"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
	"golang.org/x/net/publicsuffix"
)

// MaxLen is the length an address may have.
const MaxLen = 2048

// Errors of an address.
var (
	ErrScheme = errors.New("not an http or https address")
	ErrHost   = errors.New("an address without a valid host")
	ErrLong   = errors.New("an address longer than 2048 bytes")
	ErrSyntax = errors.New("not an address")
)

// Parse normalises an absolute address.
func Parse(s string) (*url.URL, error) { return Resolve(nil, s) }

// Resolve normalises an address as it is linked on the page at base.
func Resolve(base *url.URL, s string) (*url.URL, error) {
	s = clean(s)
	if len(s) > MaxLen {
		return nil, ErrLong
	}
	u, err := url.Parse(s)
	if err != nil {
		return nil, ErrSyntax
	}
	if base != nil {
		u = base.ResolveReference(u)
	} else if u.IsAbs() {
		u = withoutDots(u)
	}
	u.Scheme = strings.ToLower(u.Scheme)
	if u.Scheme != "http" && u.Scheme != "https" || u.Opaque != "" {
		return nil, ErrScheme
	}
	host, err := hostOf(u)
	if err != nil {
		return nil, err
	}
	path := withoutSession(escape(u.EscapedPath(), pathMarks))
	if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	out := u.Scheme + "://" + host + path
	if query := withoutCounters(escape(u.RawQuery, queryMarks)); query != "" {
		out += "?" + query
	}
	if len(out) > MaxLen {
		return nil, ErrLong
	}
	if u, err = url.Parse(out); err != nil {
		return nil, ErrSyntax
	}
	return withoutDots(u), nil
}

// withoutDots resolves the dots that were hidden in escapes.
func withoutDots(u *url.URL) *url.URL {
	return u.ResolveReference(&url.URL{Path: u.Path, RawPath: u.RawPath, RawQuery: u.RawQuery})
}

// clean drops what browsers drop from a link: white space around it, tabs and line ends inside, and the fragment.
func clean(s string) string {
	s, _, _ = strings.Cut(strings.TrimSpace(s), "#")
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r':
			return -1
		case r == '\\':
			return '/'
		}
		return r
	}, strings.ToValidUTF8(strings.TrimSpace(s), "\uFFFD"))
}

func hostOf(u *url.URL) (string, error) {
	name, port := strings.TrimRight(strings.ToLower(u.Hostname()), "."), u.Port()
	if ip, err := netip.ParseAddr(name); err == nil {
		if ip.Zone() != "" {
			return "", ErrHost
		}
		name = ip.String()
	} else {
		ascii, err := idna.Lookup.ToASCII(name)
		if err != nil || !plainHost(ascii) {
			return "", ErrHost
		}
		name = ascii
	}
	if port == "" || port == "80" && u.Scheme == "http" || port == "443" && u.Scheme == "https" {
		if strings.Contains(name, ":") {
			return "[" + name + "]", nil
		}
		return name, nil
	}
	if len(port) > 5 {
		return "", ErrHost
	}
	return net.JoinHostPort(name, port), nil
}

func plainHost(s string) bool {
	if s == "" || len(s) > 253 {
		return false
	}
	for _, c := range []byte(s) {
		if !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-' || c == '.' || c == '_') {
			return false
		}
	}
	return !strings.Contains(s, "..") && s[0] != '.'
}

const (
	pathMarks  = "!$&'()*+,;=:@/-._~"
	queryMarks = pathMarks + "?[]|"
)

// escape spells percent escapes in one way: what need not be escaped is not, the rest is in capitals.
func escape(s, marks string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		c := s[i]
		escaped := false
		if c == '%' && i+2 < len(s) {
			if hi, lo := unhex(s[i+1]), unhex(s[i+2]); hi >= 0 && lo >= 0 {
				c, escaped = byte(hi<<4|lo), true
				i += 2
			}
		}
		switch {
		case isAlnum(c) || strings.IndexByte("-._~", c) >= 0, !escaped && strings.IndexByte(marks, c) >= 0:
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

func isAlnum(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9'
}

func unhex(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// withoutSession drops ;jsessionid=… from a path.
func withoutSession(path string) string {
	i := strings.Index(strings.ToLower(path), ";jsessionid=")
	if i < 0 {
		return path
	}
	rest := path[i+1:]
	if j := strings.IndexAny(rest, "/;"); j >= 0 {
		return withoutSession(path[:i] + rest[j:])
	}
	return path[:i]
}

var counters = map[string]bool{"spm": true, "gclid": true, "fbclid": true, "jsessionid": true, "phpsessid": true, "share_token": true, "from_wecom": true}

// withoutCounters drops parameters that tell a site where a visitor comes from.
func withoutCounters(query string) string {
	if query == "" {
		return ""
	}
	kept := strings.Split(query, "&")[:0]
	for part := range strings.SplitSeq(query, "&") {
		name, _, _ := strings.Cut(strings.ToLower(part), "=")
		if part != "" && !counters[name] && !strings.HasPrefix(name, "utm_") {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, "&")
}

// Authority is what politeness is owed to: scheme, host and port.
func Authority(u *url.URL) string { return u.Scheme + "://" + u.Host }

// SameSite reports whether two addresses belong to one publisher: hosts below one registered domain, or the same host
// where it is an IP address or a public suffix itself.
func SameSite(a, b *url.URL) bool { return site(a) == site(b) }

func site(u *url.URL) string {
	name := u.Hostname()
	if _, err := netip.ParseAddr(name); err == nil {
		return u.Host
	}
	if s, err := publicsuffix.EffectiveTLDPlusOne(name); err == nil && utf8.ValidString(s) {
		return s
	}
	return u.Host
}

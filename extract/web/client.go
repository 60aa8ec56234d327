package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/cookiejar"
	"net/http/httptrace"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
	"time"

	"code.dny.dev/ssrf"

	"yiyuan/extract/warc"
)

// client asks one authority over one connection. It follows no redirect, retries nothing and waits for nothing: whoever
// calls it decides, and sees every response.
type client struct {
	transport *http.Transport
	jar       *cookiejar.Jar // some sites answer nothing but themselves until a cookie comes back
	cookies   int            // that it was given
	limits    Limits
	agent     string
	clock     Clock
}

// answer is a response, its body decoded and within limits.
type answer struct {
	url       *url.URL
	at        time.Time
	ip        string
	status    int
	header    http.Header
	body      []byte
	truncated string
}

// Errors of a request, beside those of the network.
var (
	errTooLarge = errors.New("the response is larger than a page may be")
	errBlocked  = errors.New("a private, loopback or reserved address; if the source is yours, set allow_private: true")
	errCoding   = errors.New("a content coding not read here")
	errHeaders  = errors.New("the header of the response is too large")
)

// These are opened by allow_private. Link-local addresses, where clouds keep their keys, are not among them, nor are the
// shared addresses (100.64.0.0/10) where one does.
var privateV4 = []netip.Prefix{
	netip.MustParsePrefix("127.0.0.0/8"), netip.MustParsePrefix("10.0.0.0/8"),
	netip.MustParsePrefix("172.16.0.0/12"), netip.MustParsePrefix("192.168.0.0/16"),
}

var privateV6 = []netip.Prefix{netip.MustParsePrefix("::1/128"), netip.MustParsePrefix("fc00::/7")}

// metadataV6 are where clouds keep their keys within the private addresses of IPv6.
var metadataV6 = []netip.Prefix{netip.MustParsePrefix("fd00:ec2::/32"), netip.MustParsePrefix("fd20:ce::/32")}

// guard checks the address that is about to be dialled, whatever name it was looked up by and whenever: a name that
// resolves to something else a second time is checked a second time.
func guard(private bool) func(network, address string, _ syscall.RawConn) error {
	g := ssrf.New(ssrf.WithAnyPort())
	if private {
		g = ssrf.New(ssrf.WithAnyPort(), ssrf.WithAllowedV4Prefixes(privateV4...), ssrf.WithAllowedV6Prefixes(privateV6...))
	}
	return func(network, address string, c syscall.RawConn) error {
		if to, err := netip.ParseAddrPort(address); err == nil {
			for _, p := range metadataV6 {
				if p.Contains(to.Addr().WithZone("")) {
					return fmt.Errorf("%w: %s", ssrf.ErrProhibitedIP, to.Addr())
				}
			}
		}
		return g.Safe(network, address, c)
	}
}

func newClient(limits Limits, agent string, private bool, resolver *net.Resolver, clock Clock) *client {
	dialer := &net.Dialer{Timeout: limits.Connect, Control: guard(private), Resolver: resolver}
	jar, _ := cookiejar.New(nil)
	return &client{
		transport: &http.Transport{
			DialContext:            dialer.DialContext, // and no proxy: behind one the guard would see the proxy's address
			TLSHandshakeTimeout:    limits.Connect,
			MaxConnsPerHost:        1,
			MaxIdleConns:           1,
			IdleConnTimeout:        30 * time.Second,
			DisableCompression:     true, // decoded here, within limits
			MaxResponseHeaderBytes: limits.Headers,
			ForceAttemptHTTP2:      true,
		},
		jar: jar, limits: limits, agent: agent, clock: clock,
	}
}

// get asks for one address. The answer is nil where there was none; an error with an answer says why it is cut.
func (c *client) get(ctx context.Context, u *url.URL, extra http.Header, limit int64) (*answer, error) {
	ctx, cancel := context.WithTimeout(ctx, c.limits.Answer)
	defer cancel()
	a := &answer{url: u, at: c.clock.Now()}
	ctx = httptrace.WithClientTrace(ctx, &httptrace.ClientTrace{GotConn: func(info httptrace.GotConnInfo) {
		if host, _, err := net.SplitHostPort(info.Conn.RemoteAddr().String()); err == nil {
			a.ip = host
		}
	}})
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return nil, fmt.Errorf("ask for %s: %w", u, err)
	}
	for name, values := range extra {
		req.Header[name] = values
	}
	req.Header.Set("User-Agent", c.agent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Language", "zh-CN,zh;q=0.9")
	req.Header.Set("Accept-Encoding", "gzip")
	for _, cookie := range c.jar.Cookies(u) {
		req.AddCookie(cookie)
	}
	resp, err := c.transport.RoundTrip(req)
	if err != nil {
		return nil, c.plain(err)
	}
	defer resp.Body.Close()
	a.status, a.header = resp.StatusCode, resp.Header
	if c.cookies += len(resp.Cookies()); c.cookies > maxCookies {
		c.jar, _ = cookiejar.New(nil)
		c.cookies = len(resp.Cookies())
	}
	c.jar.SetCookies(u, resp.Cookies())
	err = a.read(resp, limit)
	if err != nil || a.status == http.StatusNotModified {
		c.hangUp() // what is left on the line is not the answer to the next request
	}
	return a, err
}

// maxCookies is after how many the jar is emptied: a site may give as many as it likes, and each would be sent back.
const maxCookies = 200

func (c *client) hangUp() { c.transport.CloseIdleConnections() }

// read takes the body. What was read of one that is too large or breaks off is kept, in part, as evidence.
func (a *answer) read(resp *http.Response, limit int64) error {
	raw := capped{r: resp.Body, left: limit}
	var err error
	switch coding := strings.ToLower(strings.TrimSpace(resp.Header.Get("Content-Encoding"))); coding {
	case "gzip", "x-gzip", "deflate":
		if coding == "x-gzip" {
			coding = "gzip"
		}
		a.body, err = warc.Inflate(&raw, coding, limit)
		if err == io.EOF || errors.Is(err, io.EOF) && len(a.body) == 0 {
			err = nil // an error page without a body, said to be compressed
		}
	case "", "identity":
		var b bytes.Buffer
		_, err = io.Copy(&b, &raw)
		a.body = b.Bytes()
	default:
		err = fmt.Errorf("%w: %.40q", errCoding, coding)
	}
	switch {
	case err == nil:
		return nil
	case errors.Is(err, warc.ErrTooLarge), errors.Is(err, errTooLarge):
		a.truncated, err = "length", errTooLarge
	case errors.Is(err, context.DeadlineExceeded):
		a.truncated = "time"
	default:
		a.truncated = "disconnect"
	}
	return err
}

// evidence is how much is kept of a response that broke off or would not end.
const evidence = 64 << 10

// capped ends with an error where more comes than may.
type capped struct {
	r    io.Reader
	left int64
}

func (c *capped) Read(p []byte) (int, error) {
	if c.left < 0 {
		return 0, errTooLarge
	}
	n, err := c.r.Read(p[:min(int64(len(p)), c.left+1)])
	if c.left -= int64(n); c.left < 0 {
		return n + int(c.left), errTooLarge
	}
	return n, err
}

// plain names the errors that a retry cannot mend.
func (c *client) plain(err error) error {
	switch {
	case errors.Is(err, ssrf.ErrProhibitedIP), errors.Is(err, ssrf.ErrProhibitedPort), errors.Is(err, ssrf.ErrProhibitedNetwork):
		return fmt.Errorf("%w (%v)", errBlocked, err)
	case bytes.Contains([]byte(err.Error()), []byte("response headers exceeded")):
		return errHeaders
	}
	return err
}

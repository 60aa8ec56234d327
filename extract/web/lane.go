package web

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/cenkalti/backoff/v5"

	"yiyuan/extract/web/robots"
)

// lane serves one authority: its client, its rules, and when it may be asked next. One goroutine owns it at a time.
type lane struct {
	authority string
	client    *client
	pace      time.Duration
	next      time.Time // not before
	rules     *robots.Rules
	failures  int    // in a row
	trips     int    // times the breaker opened
	closed    string // why nothing more is asked in this run

	waiting [3][]*visit // by urgency; guarded by run.mu
	working bool        // likewise
}

// deferral is a request that was not made, and is to be made in a later run.
type deferral struct{ reason string }

func (d deferral) Error() string { return d.reason }

// wait lets the pause pass that is owed to the host. A pause beyond what a run waits for closes the lane.
func (r *run) wait(ctx context.Context, l *lane) error {
	if l.closed != "" {
		return deferral{l.closed}
	}
	d := l.next.Sub(r.clock.Now())
	if d <= 0 {
		return ctx.Err()
	}
	if d > r.limits.Wait {
		l.closed = fmt.Sprintf("%s asks to be left alone until %s; run again then", l.authority, l.next.UTC().Format(time.RFC3339))
		return deferral{l.closed}
	}
	if l.next.After(r.until) {
		l.closed = enoughTime(r.limits)
		return deferral{l.closed}
	}
	return r.clock.Sleep(ctx, d)
}

// ask requests an address until it is answered, as often as is decent. What comes back is the last answer, and nil or why
// it is none.
func (r *run) ask(ctx context.Context, l *lane, u *url.URL, extra http.Header, limit int64) (*answer, error) {
	pause := backoff.NewExponentialBackOff()
	pause.InitialInterval, pause.Multiplier, pause.MaxInterval = 2*time.Second, 2, 2*time.Minute
	greeted := false
	for try := 0; ; try++ {
		if err := r.wait(ctx, l); err != nil {
			return nil, err
		}
		a, err := l.client.get(ctx, u, extra, limit)
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		now := r.clock.Now()
		l.next = now.Add(l.pace)
		r.count(a)
		if err == nil && !greeted && setsCookieForItself(a, u) {
			greeted = true
			try--
			continue
		}
		v := judge(a, err, now)
		if !v.again {
			if err == nil {
				l.failures = 0
			}
			return a, err
		}
		l.next = later(l.next, v.notBefore)
		if !v.notBefore.IsZero() {
			if err := r.journal.write(entry{Host: l.authority, Until: v.notBefore}); err != nil {
				return a, err
			}
		}
		r.trip(l, now)
		if try >= r.limits.Retries {
			return a, err
		}
		l.next = later(l.next, now.Add(pause.NextBackOff()))
		if a != nil {
			a.truncateTo(evidence)
			if err := r.keep(a); err != nil {
				return a, err
			}
		}
	}
}

// trip counts a failure. After too many in a row the host is left alone for a while and asked once more; if that fails
// too, it is left alone for this run.
func (r *run) trip(l *lane, now time.Time) {
	if l.failures++; l.failures < r.limits.Failures {
		return
	}
	if l.trips++; l.trips > 1 {
		l.closed = fmt.Sprintf("%s failed %d times in a row and again after a rest; run again later", l.authority, l.failures)
		return
	}
	l.failures = r.limits.Failures - 1
	l.next = later(l.next, now.Add(r.limits.Cooldown))
}

func later(a, b time.Time) time.Time {
	if b.After(a) {
		return b
	}
	return a
}

// verdict is what to make of an answer: whether to ask again, and not before when.
type verdict struct {
	again     bool
	notBefore time.Time
}

func judge(a *answer, err error, now time.Time) verdict {
	var untrusted *tls.CertificateVerificationError
	switch {
	case errors.Is(err, errBlocked), errors.Is(err, errTooLarge), errors.Is(err, errCoding), errors.Is(err, errHeaders), errors.As(err, &untrusted):
		return verdict{}
	case err != nil:
		return verdict{again: true}
	case a.status == http.StatusTooManyRequests, a.status == http.StatusServiceUnavailable:
		return verdict{again: true, notBefore: retryAfter(a.header, now)}
	case a.status >= 500 && a.status != http.StatusNotImplemented, a.status == http.StatusRequestTimeout:
		return verdict{again: true}
	}
	return verdict{}
}

const maxRetryAfter = 30 * 24 * time.Hour

// retryAfter reads seconds, or a date, which is taken relative to the server's own clock: ours may go wrong, or its.
func retryAfter(h http.Header, now time.Time) time.Time {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if value == "" {
		return time.Time{}
	}
	if n, err := strconv.ParseUint(value, 10, 63); err == nil || errors.Is(err, strconv.ErrRange) {
		return now.Add(time.Duration(min(n, uint64(maxRetryAfter/time.Second))) * time.Second)
	}
	at, err := http.ParseTime(value)
	if err != nil {
		return time.Time{}
	}
	there, err := http.ParseTime(h.Get("Date"))
	if err != nil {
		there = now
	}
	d := at.Sub(there)
	if d <= 0 {
		return time.Time{}
	}
	return now.Add(min(d, maxRetryAfter))
}

// setsCookieForItself is the greeting of some firewalls: a cookie, and a redirect to the same page.
func setsCookieForItself(a *answer, u *url.URL) bool {
	if a == nil || !isRedirect(a.status) || len(a.header.Values("Set-Cookie")) == 0 {
		return false
	}
	to, err := u.Parse(a.header.Get("Location"))
	return err == nil && to.Host == u.Host && to.Path == u.Path && to.RawQuery == u.RawQuery
}

// isTemporary reports that a page is elsewhere for now: a site that is being mended sends every address to one notice.
func isTemporary(status int) bool {
	return status == http.StatusFound || status == http.StatusSeeOther || status == http.StatusTemporaryRedirect
}

func isRedirect(status int) bool {
	switch status {
	case http.StatusMovedPermanently, http.StatusFound, http.StatusSeeOther, http.StatusTemporaryRedirect, http.StatusPermanentRedirect:
		return true
	}
	return false
}

const robotsAge = 24 * time.Hour // RFC 9309, 2.4

// robotsOf reads the rules of the authority: from the archive where they were fetched within a day, else from the site.
// A file that cannot be reached forbids everything.
func (r *run) robotsOf(ctx context.Context, l *lane) (robots.Rules, error) {
	if l.rules != nil {
		return *l.rules, nil
	}
	u, err := url.Parse(l.authority + "/robots.txt")
	if err != nil {
		return robots.Rules{None: true}, err
	}
	rules, ok := r.cachedRobots(u.String())
	last := r.lastAsked[l.authority]
	if last.After(r.clock.Now()) {
		last = time.Time{} // by a clock that has been put right
	}
	if !ok {
		rules, err = r.fetchRobots(ctx, l, u)
		if err != nil {
			return robots.Rules{None: true}, err
		}
		last = r.clock.Now()
	}
	l.rules = &rules
	l.pace = max(l.pace, rules.Delay)
	l.next = later(l.next, last.Add(l.pace))
	return rules, nil
}

func (r *run) cachedRobots(u string) (robots.Rules, bool) {
	history := r.archive.History(u)
	if len(history) == 0 {
		return robots.Rules{}, false
	}
	c := history[len(history)-1]
	if age := r.clock.Now().Sub(c.At); age < 0 || age > robotsAge {
		return robots.Rules{}, false
	}
	switch {
	case c.Status == http.StatusTooManyRequests:
	case c.Status >= 400 && c.Status < 500, c.Status == http.StatusOK && c.Digest == "":
		return robots.Rules{}, true
	case c.Status == http.StatusOK && (c.Truncated == "" || c.Truncated == "length"):
		if body, err := r.archive.Content(c); err == nil {
			return robots.Parse(body, userAgentToken), true
		}
	}
	return robots.Rules{}, false
}

// fetchRobots follows at least the five redirects of RFC 9309, each within the guard.
func (r *run) fetchRobots(ctx context.Context, l *lane, u *url.URL) (robots.Rules, error) {
	at := l
	for range 6 {
		a, err := r.ask(ctx, at, u, nil, robots.MaxBytes)
		if err != nil && !errors.Is(err, errTooLarge) {
			return robots.Rules{}, err
		}
		a.truncateTo(robots.MaxBytes)
		if err := r.keep(a); err != nil {
			return robots.Rules{}, err
		}
		switch {
		case a.status >= 200 && a.status < 300:
			return robots.Parse(a.body, userAgentToken), nil
		case isRedirect(a.status):
			to, err := resolveLocation(u, a)
			if err != nil {
				return robots.Rules{}, nil
			}
			if u = to; authorityOf(u) != at.authority {
				at = r.guest(u)
				defer at.client.hangUp() // of six at most
			}
			continue
		case a.status == http.StatusTooManyRequests, a.status >= 500:
			return robots.Rules{}, fmt.Errorf("robots.txt was answered with status %d", a.status)
		}
		return robots.Rules{}, nil // 4xx: there are none
	}
	return robots.Rules{}, nil
}

// guest is a lane for a host that is asked for a robots.txt it keeps for another, and for nothing else.
func (r *run) guest(u *url.URL) *lane {
	return r.newLane(authorityOf(u))
}

func (r *run) newLane(authority string) *lane {
	private, pace := false, time.Duration(0)
	for i := range r.config.Sources {
		if p := &r.config.Sources[i]; p.named[authority] {
			private = private || p.AllowPrivate
			pace = max(pace, p.Pace)
		}
	}
	if pace == 0 {
		pace = defaultPace
	}
	next := r.journal.waitOf(authority)
	if next.Sub(r.clock.Now()) > maxRetryAfter {
		next = time.Time{} // nobody may ask for so long: our clock was wrong when it was written
	}
	return &lane{
		authority: authority, pace: pace, next: next,
		client: newClient(r.limits, r.agent, private, r.resolver, r.clock),
	}
}

// explain says what an error of a request means, and what to do.
func explain(err error) (kind, message string) {
	var dns *net.DNSError
	var timeout net.Error
	var untrusted *tls.CertificateVerificationError
	switch {
	case errors.As(err, &untrusted):
		return KindNetwork, fmt.Sprintf("the certificate of the site is not to be trusted (%v); see in a browser whether the address is right, and tell its keeper", untrusted.Err)
	case errors.Is(err, errBlocked):
		return KindBlocked, err.Error()
	case errors.Is(err, errTooLarge), errors.Is(err, errHeaders):
		return KindTooLarge, err.Error()
	case errors.Is(err, errCoding):
		return KindCoding, err.Error()
	case errors.As(err, &dns):
		return KindNetwork, "the name " + dns.Name + " does not resolve; check the address and the connection"
	case errors.As(err, &timeout) && timeout.Timeout(), errors.Is(err, context.DeadlineExceeded):
		return KindTimeout, "no whole answer in time; the site is slow or keeps the line open on purpose"
	}
	return KindNetwork, err.Error()
}

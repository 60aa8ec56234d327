package web

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"net/url"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode/utf8"

	"golang.org/x/net/http/httpguts"

	"yiyuan/extract"
	"yiyuan/extract/archive"
	"yiyuan/extract/web/address"
	"yiyuan/extract/web/sitemap"
)

// Crawler asks the sources. The zero values of all but Config stand for the usual.
type Crawler struct {
	Config   Config
	Limits   Limits
	Clock    Clock
	Resolver *net.Resolver
	Log      *slog.Logger
	Version  string
	Only     string // the one source to be asked, where not all are
}

// Summary is what a run did.
type Summary struct {
	Run       int
	Resumed   bool
	Requests  int
	Bytes     int64
	New       int // pages fetched for the first time
	Changed   int
	Unchanged int // answered 304, or with the same content
	Moved     int
	Refused   int // by robots.txt
	Elsewhere int // links to other sites
	Left      int // addresses for a later run
	Failures  []extract.Failure
	Yields    map[string]Yield
}

// Run fetches what is new or due. It returns an error only where it could not go on; sites that fail are in the Summary.
func (c *Crawler) Run(ctx context.Context) (Summary, error) {
	r, err := c.open()
	if err != nil {
		return Summary{}, err
	}
	defer r.close()
	r.ctx, r.cancel = context.WithCancel(ctx)
	defer r.cancel()
	if err := r.seed(); err != nil {
		return Summary{}, err
	}
	r.pending.Wait()
	if r.err == nil {
		r.err = ctx.Err()
	}
	if r.err == nil {
		r.finish()
	}
	return r.summary, r.err
}

// run is one run of a crawler.
type run struct {
	config    *Config
	limits    Limits
	clock     Clock
	resolver  *net.Resolver
	log       *slog.Logger
	agent     string
	only      string
	archive   *archive.Archive
	journal   *journal
	n         int
	sources   map[string]*Profile
	lastAsked map[string]time.Time
	slots     chan struct{} // hosts that are asked at one time
	pending   sync.WaitGroup

	mu       sync.Mutex
	lanes    map[string]*lane
	queued   map[string]bool
	until    time.Time // the run asks no more then
	requests map[string]int
	hosts    map[string]int // of each source
	reasons  map[string]bool
	summary  Summary
	err      error
	ctx      context.Context
	cancel   context.CancelFunc
}

const maxHosts = 16

func (c *Crawler) open() (*run, error) {
	limits, clock, log := c.Limits, c.Clock, c.Log
	if limits == (Limits{}) {
		limits = DefaultLimits()
	}
	if clock == nil {
		clock = wallClock{}
	}
	if log == nil {
		log = slog.New(slog.DiscardHandler)
	}
	agent := fmt.Sprintf("%s/%s (+%s)", userAgentToken, orDefault(c.Version, "0"), c.Config.Contact)
	store, err := archive.OpenWriter(c.Config.Archive, "robots: obey, RFC 9309\r\nhttp-header-user-agent: "+agent+"\r\n")
	if err != nil {
		return nil, err
	}
	state, err := openJournal(c.Config.Archive)
	if err != nil {
		store.Close()
		return nil, err
	}
	r := &run{
		config: &c.Config, limits: limits, clock: clock, resolver: c.Resolver, log: log, agent: agent, only: c.Only,
		archive: store, journal: state, sources: map[string]*Profile{}, lastAsked: map[string]time.Time{},
		slots: make(chan struct{}, maxHosts), lanes: map[string]*lane{}, queued: map[string]bool{},
		requests: map[string]int{}, hosts: map[string]int{}, reasons: map[string]bool{}, summary: Summary{Yields: map[string]Yield{}},
	}
	for i := range c.Config.Sources {
		r.sources[c.Config.Sources[i].Name] = &c.Config.Sources[i]
	}
	if r.n, r.summary.Resumed, err = state.begin(); err != nil {
		r.close()
		return nil, err
	}
	r.summary.Run, r.until = r.n, clock.Now().Add(limits.Time)
	return r, nil
}

func orDefault(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func (r *run) close() {
	for _, l := range r.lanes {
		l.client.hangUp()
	}
	r.journal.close()
	r.archive.Close()
}

// seed queues the indexes of every source, and the articles that are due.
func (r *run) seed() error {
	var fresh []entry
	for _, name := range sortedKeys(r.sources) {
		p := r.sources[name]
		if r.only != "" && r.only != name {
			continue
		}
		if p.Kind != Addresses {
			fresh = r.meet(fresh, visit{URL: p.url.String(), Source: name, Kind: p.Kind, Page: 1})
		}
		for _, u := range p.Addresses {
			fresh = r.meet(fresh, visit{URL: u, Source: name, Kind: visitArticle})
		}
	}
	if err := r.journal.write(fresh...); err != nil {
		return err
	}
	var due []*visit
	for _, u := range sortedKeys(r.journal.visits) {
		v := r.journal.visits[u]
		if at, err := url.Parse(u); err == nil {
			r.lastAsked[authorityOf(at)] = later(r.lastAsked[authorityOf(at)], v.Checked)
		}
		if r.sources[v.Source] != nil && (r.only == "" || r.only == v.Source) && r.isDue(v) {
			due = append(due, v)
		}
	}
	sort.SliceStable(due, func(i, j int) bool {
		if a, b := due[i].urgency(), due[j].urgency(); a != b {
			return a < b // where not all can be asked, what is new goes before what is asked again
		}
		return due[i].Found < due[j].Found
	})
	for _, v := range due {
		r.push(v)
	}
	return nil
}

// meet adds to what is to be written an address that is not known yet, or what is new about one that is. One whose source
// is no longer in the configuration goes over to the source that names it now: a source can be renamed, and a list may
// have become a feed.
func (r *run) meet(fresh []entry, v visit) []entry {
	known := r.journal.visit(v.URL)
	if known == nil {
		v.Found = r.n
		return append(fresh, entry{Visit: &v})
	}
	again := *known
	if r.sources[known.Source] == nil {
		again.Source = v.Source
	}
	if v.isIndex() && v.Page == 1 && (known.Kind != v.Kind || known.Page != 1) {
		again.Kind, again.Page, again.State = v.Kind, 1, stateQueued
	}
	again.Listed = later(known.Listed, v.Listed)
	if again == *known {
		return fresh
	}
	return append(fresh, entry{Visit: &again})
}

const maxAttempts = 5

// rest is how long an address is left alone that failed in so many runs. Five runs in a row are not to be all it gets: they
// may be those of one bad hour.
func rest(attempts int) time.Duration {
	return time.Duration(max(0, attempts-1)*max(0, attempts-1)) * time.Hour
}

// isDue decides whether an address is asked in this run. A page is asked again when it has been left alone for half as
// long as it is known to have stood unchanged, and not at all when it has stood for longer than the configuration cares.
func (r *run) isDue(v *visit) bool {
	if v.Visited == r.n {
		return false
	}
	now := r.clock.Now()
	switch {
	case v.Kind == Sitemap && v.State == stateDone && !v.Listed.IsZero():
		return v.Listed.After(v.Checked)
	case v.isIndex():
		return v.Page <= 1 || v.State == stateQueued || v.State == stateFailed
	case v.State == stateQueued:
		return true
	case v.State == stateFailed:
		return v.Attempts < maxAttempts && (now.Before(v.Checked) || now.Sub(v.Checked) >= rest(v.Attempts)) || v.Listed.After(v.Checked)
	case v.State == stateRefused:
		return v.Kept == KindRobots && v.Attempts < maxAttempts
	case v.State == stateMoved && !isTemporary(v.Status), v.Changed.IsZero():
		return false
	case v.Listed.After(v.Checked):
		return true
	}
	if now.Before(v.Checked) {
		return true // a clock went wrong; ask
	}
	return now.Sub(v.Changed) <= r.config.Recheck && now.Sub(v.Checked) >= v.Checked.Sub(v.Changed)/2
}

// push queues an address with the lane of its authority.
func (r *run) push(v *visit) {
	u, err := url.Parse(v.URL)
	if err != nil {
		return
	}
	r.mu.Lock()
	l := r.lanes[authorityOf(u)]
	if l == nil && r.hosts[v.Source] >= r.limits.Hosts {
		r.mu.Unlock()
		r.leave(v, KindLimit, fmt.Sprintf("%d hosts of %s are enough for one run; run again for the rest", r.limits.Hosts, v.Source))
		return
	}
	defer r.mu.Unlock()
	if r.queued[v.URL] || r.err != nil {
		return
	}
	r.queued[v.URL] = true
	if l == nil {
		l = r.newLane(authorityOf(u))
		r.lanes[l.authority] = l
		r.hosts[v.Source]++
	}
	l.waiting[v.urgency()] = append(l.waiting[v.urgency()], v)
	r.pending.Add(1)
	if !l.working {
		l.working = true
		go r.work(l)
	}
}

func authorityOf(u *url.URL) string { return address.Authority(u) }

// work serves a lane until nothing waits in it.
func (r *run) work(l *lane) {
	r.slots <- struct{}{}
	defer func() { <-r.slots }()
	for {
		v := r.take(l)
		if v == nil {
			return
		}
		r.serve(l, v)
		r.pending.Done()
	}
}

func (r *run) take(l *lane) *visit {
	r.mu.Lock()
	defer r.mu.Unlock()
	for i, q := range l.waiting {
		if len(q) > 0 {
			l.waiting[i] = q[1:]
			return q[0]
		}
	}
	l.working = false
	return nil
}

// stop ends the run with an error that is not a site's: the disk, the archive.
func (r *run) stop(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.err == nil {
		r.err = err
	}
	r.cancel()
}

func (r *run) serve(l *lane, v *visit) {
	if r.ctx.Err() != nil {
		return
	}
	if reason := r.spent(v.Source); reason != "" {
		r.leave(v, KindLimit, reason)
		return
	}
	next := *v
	err := r.visit(r.ctx, l, &next)
	var d deferral
	switch {
	case r.ctx.Err() != nil:
	case errors.As(err, &d):
		r.leave(v, KindDeferred, d.reason)
	case err != nil:
		r.stop(err)
	}
}

// spent says which budget of the run is used up.
func (r *run) spent(source string) string {
	r.mu.Lock()
	defer r.mu.Unlock()
	switch {
	case r.requests[source] >= r.limits.Requests:
		return fmt.Sprintf("%d requests to %s are enough for one run; run again for the rest", r.limits.Requests, source)
	case !r.clock.Now().Before(r.until):
		return enoughTime(r.limits)
	case r.summary.Bytes >= r.limits.Bytes:
		return fmt.Sprintf("%d MiB are enough for one run; run again for the rest", r.limits.Bytes>>20)
	}
	r.requests[source]++
	return ""
}

func enoughTime(l Limits) string {
	return fmt.Sprintf("%s are enough for one run; run again for the rest", l.Time)
}

// leave keeps an address for a later run, and says why, once.
func (r *run) leave(v *visit, kind, reason string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.summary.Left++
	if !r.reasons[reason] {
		r.reasons[reason] = true
		r.summary.Failures = append(r.summary.Failures, extract.Failure{Path: r.config.mask(v.URL), Kind: kind, Message: r.config.mask(reason)})
		r.log.Warn("left for a later run", "source", v.Source, "why", r.config.mask(reason))
	}
}

func (r *run) count(a *answer) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.summary.Requests++
	if a != nil {
		r.summary.Bytes += int64(len(a.body))
	}
}

// keep stores a response that is evidence and nothing more.
func (r *run) keep(a *answer) error {
	_, err := r.archive.Store(a.forArchive())
	return err
}

func (a *answer) forArchive() archive.Answer {
	return archive.Answer{URL: a.url.String(), At: a.at, IP: a.ip, Status: a.status, Header: a.header, Body: a.body, Truncated: a.truncated}
}

func (a *answer) truncateTo(n int) { a.body = a.body[:min(len(a.body), n)] }

// visit asks one address, and settles what came of it.
func (r *run) visit(ctx context.Context, l *lane, v *visit) error {
	u, err := url.Parse(v.URL)
	if err != nil {
		return nil
	}
	rules, err := r.robotsOf(ctx, l)
	if err != nil {
		return r.withoutRobots(l, v, err)
	}
	if !rules.Allows(u.RequestURI()) {
		return r.refuse(v, KindRobots, "robots.txt of the site does not allow this address")
	}
	earlier, known := r.held(v.URL)
	limit := r.limits.Page
	if v.Kind == Sitemap {
		limit = max(limit, sitemap.MaxBytes)
	}
	a, err := r.ask(ctx, l, u, r.header(v, l, known && earlier.Digest == v.Digest), limit)
	var d deferral
	if ctx.Err() != nil || errors.As(err, &d) {
		return err
	}
	v.Visited, v.Checked = r.n, r.clock.Now().UTC()
	if a != nil {
		v.Status = a.status
	}
	switch {
	case err != nil:
		return r.broken(v, a, err)
	case a.status == http.StatusNotModified && known:
		return r.unchanged(v, a, earlier)
	case a.status == http.StatusOK:
		return r.received(v, a)
	case isRedirect(a.status):
		return r.redirected(v, a)
	}
	if err := r.keep(a); err != nil {
		return err
	}
	return r.fail(v, KindStatus, statusMessage(a.status))
}

// held is the last whole capture of an address, if it can still be read: a page whose record is damaged is asked for as one
// that was never had, and stored again.
func (r *run) held(u string) (archive.Capture, bool) {
	c, _, known := r.archive.Latest(u)
	if !known {
		return c, false
	}
	if _, err := r.archive.Content(c); err != nil {
		r.log.Warn("a page of the archive cannot be read; it is asked for again", "address", r.config.mask(u), "why", err)
		return c, false
	}
	return c, true
}

// withoutRobots: what may be asked is not known, so nothing is. An address that can never be asked is refused.
func (r *run) withoutRobots(l *lane, v *visit, err error) error {
	var d deferral
	if errors.As(err, &d) || r.ctx.Err() != nil {
		return err
	}
	if errors.Is(err, errBlocked) {
		v.Visited, v.Checked = r.n, r.clock.Now().UTC()
		return r.refuse(v, KindBlocked, err.Error())
	}
	_, message := explain(err)
	l.closed = l.authority + "/robots.txt cannot be read, which forbids every page: " + message
	return deferral{l.closed}
}

// header asks for a page only if it has changed, and carries the secrets of the source to the hosts that it names.
func (r *run) header(v *visit, l *lane, known bool) http.Header {
	h := http.Header{}
	if p := r.sources[v.Source]; p.named[l.authority] {
		for name, value := range p.Headers {
			h.Set(name, value)
		}
	}
	if known && v.ETag != "" {
		h.Set("If-None-Match", v.ETag)
	}
	if known && v.Modified != "" {
		h.Set("If-Modified-Since", v.Modified)
	}
	return h
}

func statusMessage(status int) string {
	switch status {
	case http.StatusUnauthorized, http.StatusForbidden:
		return fmt.Sprintf("the site refuses the page (%d); ask its keeper, or leave the source out", status)
	case http.StatusNotFound, http.StatusGone:
		return fmt.Sprintf("the page is gone (%d)", status)
	case http.StatusTooManyRequests, http.StatusServiceUnavailable:
		return fmt.Sprintf("the site is overloaded (%d); raise pace, and run again later", status)
	case http.StatusNotModified:
		return "the site says that a page has not changed which it never sent (304)"
	}
	return fmt.Sprintf("the site answered with status %d; run again later", status)
}

func (r *run) broken(v *visit, a *answer, err error) error {
	if a != nil {
		a.truncateTo(evidence)
		if err := r.keep(a); err != nil {
			return err
		}
	}
	kind, message := explain(err)
	if kind == KindBlocked {
		return r.refuse(v, kind, message)
	}
	return r.fail(v, kind, message)
}

func (r *run) unchanged(v *visit, a *answer, earlier archive.Capture) error {
	if _, err := r.archive.StoreUnchanged(a.forArchive(), earlier); err != nil {
		return err
	}
	v.State, v.Attempts, v.Kept, v.Message = stateDone, 0, "", ""
	r.tally(func(s *Summary) { s.Unchanged++ })
	var body []byte
	if v.Kind != visitArticle {
		var err error
		if body, err = r.archive.Content(earlier); err != nil {
			return err
		}
	}
	return r.digest(v, body)
}

func (r *run) received(v *visit, a *answer) error {
	c, err := r.archive.Store(a.forArchive())
	if err != nil {
		return err
	}
	switch {
	case v.Digest == "":
		r.tally(func(s *Summary) { s.New++ })
	case v.Digest == c.Digest:
		r.tally(func(s *Summary) { s.Unchanged++ })
	default:
		r.tally(func(s *Summary) { s.Changed++ })
	}
	if v.Digest != c.Digest {
		v.Changed = v.Checked
	}
	v.State, v.To, v.Digest, v.Attempts, v.Kept, v.Message = stateDone, "", c.Digest, 0, "", ""
	v.ETag, v.Modified = short(a.header.Get("ETag")), short(a.header.Get("Last-Modified"))
	if c.Digest == "" {
		return r.fail(v, extract.KindEmpty, "the page is empty")
	}
	return r.digest(v, a.body)
}

// short leaves out validators that are no such thing. One with a control character could be received, and not sent back.
func short(s string) string {
	if len(s) > 512 || !utf8.ValidString(s) || !httpguts.ValidHeaderFieldValue(s) {
		return ""
	}
	return s
}

// redirected takes the address that is pointed to as one that was found.
func (r *run) redirected(v *visit, a *answer) error {
	if err := r.keep(a); err != nil {
		return err
	}
	to, err := resolveLocation(a.url, a)
	if err != nil {
		return r.fail(v, KindRedirect, fmt.Sprintf("redirects to %.100q: %v", a.header.Get("Location"), err))
	}
	switch p := r.sources[v.Source]; {
	case to.String() == v.URL:
		return r.fail(v, KindRedirect, "redirects to itself; the site may want cookies or scripts, which are not had here")
	case v.Hops >= r.limits.Redirects:
		return r.fail(v, KindRedirect, fmt.Sprintf("more than %d redirects", r.limits.Redirects))
	case !p.covers(to):
		return r.refuse(v, KindOtherSite, "redirects to "+to.Host+", which is another site; name it under hosts: if it belongs to the source")
	case r.leadsBack(to.String(), v.URL):
		return r.fail(v, KindRedirect, "redirects in a circle")
	}
	if v.To != to.String() {
		v.Changed = v.Checked
	}
	v.State, v.To, v.Attempts, v.Kept, v.Message = stateMoved, to.String(), 0, "", ""
	r.tally(func(s *Summary) { s.Moved++ })
	fresh := r.meet(nil, visit{URL: v.To, Source: v.Source, Kind: v.Kind, Page: v.Page, Hops: v.Hops + 1, Title: v.Title, Date: v.Date})
	if err := r.journal.write(append(fresh, entry{Visit: v})...); err != nil {
		return err
	}
	if next := r.journal.visit(v.To); next.Visited != r.n && (len(fresh) > 0 || r.isDue(next) || v.isIndex()) {
		r.push(next)
	}
	return nil
}

func resolveLocation(base *url.URL, a *answer) (*url.URL, error) {
	return address.Resolve(base, a.header.Get("Location"))
}

func (r *run) leadsBack(from, to string) bool {
	for range r.limits.Redirects + 1 {
		v := r.journal.visit(from)
		if v == nil || v.State != stateMoved {
			return false
		}
		if v.To == to {
			return true
		}
		from = v.To
	}
	return true
}

func (r *run) tally(f func(*Summary)) {
	r.mu.Lock()
	defer r.mu.Unlock()
	f(&r.summary)
}

// fail settles an address as failed. What the archive holds of it stays.
func (r *run) fail(v *visit, kind, message string) error {
	message = r.config.mask(message)
	failed := *v // v may be in the journal already, where others read it
	v = &failed
	v.State, v.Kept, v.Message = stateFailed, kind, message
	v.Attempts++
	r.tally(func(s *Summary) {
		s.Failures = append(s.Failures, extract.Failure{DocID: v.URL, Path: r.config.mask(v.URL), Kind: kind, Message: message})
	})
	r.log.Warn("fetch failed", "source", v.Source, "address", r.config.mask(v.URL), "kind", kind, "why", message)
	return r.journal.write(entry{Visit: v})
}

// refuse settles an address as one that is not to be asked. A page that robots.txt closes is no failure, unless it is the
// list itself.
func (r *run) refuse(v *visit, kind, message string) error {
	v.Visited, v.State, v.Kept, v.Message = r.n, stateRefused, kind, message
	v.Attempts++
	r.tally(func(s *Summary) {
		if kind == KindRobots {
			s.Refused++
		}
		if kind != KindRobots || v.isIndex() {
			s.Failures = append(s.Failures, extract.Failure{DocID: v.URL, Path: r.config.mask(v.URL), Kind: kind, Message: r.config.mask(message)})
		}
	})
	return r.journal.write(entry{Visit: v})
}

// finish marks the end of the run, and puts what it says in order.
func (r *run) finish() {
	sort.SliceStable(r.summary.Failures, func(i, j int) bool {
		a, b := r.summary.Failures[i], r.summary.Failures[j]
		return strings.Compare(a.Path+a.Kind, b.Path+b.Kind) < 0
	})
	if err := r.journal.write(entry{End: r.n}); err != nil {
		r.err = err
	}
}

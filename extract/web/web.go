// Package web fetches the sources of yiyuan.yaml, politely and once, and hands on what the archive holds of them.
//
// A crawl has two halves that meet only in the archive. Crawler.Run asks the sites: lists, feeds and sitemaps first, then
// the articles they name; every response goes to the archive, and what is known of each address (when it was found, asked,
// changed; its ETag; how often it failed) to a journal beside it. Documents reads pages from the archive and never
// from the network. So a run and its repetition without a network give the same documents, by construction and not by
// care, and nothing is lost where a page is fetched but cannot be read yet.
//
// One goroutine serves one authority (scheme, host, port), over one connection, with a pause after every answer: that is
// all the scheduling there is. A queue shared by workers, with locks by host, would be faster where one site has a
// hundred hosts, and would have to prove what is plain here. Frameworks (colly, scrapy's model) decide about redirects,
// retries and robots.txt inside the client, where neither journal nor archive sees them.
//
// Sites are hostile too: addresses are checked when the connection is dialled, and everything that a server sends is
// bounded in size, number and time.
package web

import (
	"time"
)

// Limits bound what a site can cost.
type Limits struct {
	Page      int64         // bytes of a page when unpacked
	Headers   int64         // bytes of the header of a response
	Links     int           // addresses taken from one list page or feed
	Redirects int           // hops from one address
	Pages     int           // pages of one list in one run
	Waiting   int           // addresses of one source that are known and were not asked yet
	Hosts     int           // of one source in one run
	Requests  int           // requests to one source in one run
	Bytes     int64         // bytes of all responses of one run
	Connect   time.Duration // to be connected
	Answer    time.Duration // from the request to the last byte
	Time      time.Duration // of one run
	Wait      time.Duration // the longest a site may let us wait within a run
	Retries   int           // of one address in one run
	Failures  int           // in a row, after which a host is left alone for Cooldown
	Cooldown  time.Duration
}

// DefaultLimits are those of a run of the command.
func DefaultLimits() Limits {
	return Limits{
		Page: 8 << 20, Headers: 64 << 10, Links: 1000, Redirects: 10, Pages: 50, Waiting: 200_000, Hosts: 100, Requests: 5000, Bytes: 4 << 30,
		Connect: 15 * time.Second, Answer: 90 * time.Second, Time: 6 * time.Hour, Wait: 15 * time.Minute,
		Retries: 3, Failures: 5, Cooldown: time.Minute,
	}
}

// The kinds of Failure of a fetch, beside those of package extract.
const (
	KindNetwork   = "network"
	KindStatus    = "http_status"
	KindBlocked   = "blocked_address"
	KindRobots    = "robots"
	KindRedirect  = "redirect"
	KindTooLarge  = "too_large"
	KindTimeout   = "timeout"
	KindCoding    = "coding"
	KindDeferred  = "deferred" // left for a later run because of the site
	KindLimit     = "limit"    // left for a later run because this one has done enough
	KindNoLinks   = "no_links"
	KindUnparsed  = "unparsed_list"
	KindOtherSite = "other_site"
)

const userAgentToken = "yiyuan"

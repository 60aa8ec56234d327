package web

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"net/url"
	"os"
	"reflect"
	"regexp"
	"sort"
	"strings"
	"sync"
	"time"
	"unicode"

	"github.com/andybalholm/cascadia"
	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/lexer"
	"github.com/goccy/go-yaml/token"
	"golang.org/x/net/http/httpguts"

	"yiyuan/extract/charset"
	"yiyuan/extract/web/address"
)

// Config is what yiyuan.yaml says of sources.
type Config struct {
	Contact string        `yaml:"contact"` // mail or address that a site's keeper can complain to
	Archive string        `yaml:"archive"` // folder; "archive" where it is not given
	Recheck time.Duration `yaml:"recheck"` // how long after its last change a page is asked for again; 30 days
	Sources []Profile     `yaml:"sources"`

	Corrections string `yaml:"corrections"` // file of readings put right, applied by every run

	secrets []string
}

// The kinds of sources.
const (
	List      = "list"
	RSS       = "rss"
	Sitemap   = "sitemap"
	Addresses = "addresses"
)

// Profile says how one source is read: data, not code. A profile of the house is taken by its name and can be overridden
// field by field.
type Profile struct {
	Name      string   `yaml:"name"`
	Profile   string   `yaml:"profile"`   // of the house
	Kind      string   `yaml:"kind"`      // list, rss, sitemap, addresses
	URL       string   `yaml:"url"`       // of the list, feed or sitemap
	Addresses []string `yaml:"addresses"` // of articles
	Hosts     []string `yaml:"hosts"`     // other hosts whose articles belong to the source

	Links    string `yaml:"links"`     // selector of the links to articles; every link where it is not given
	Match    string `yaml:"match"`     // pattern that the address of an article must have
	Next     string `yaml:"next"`      // selector of the link to the next page of the list
	Pages    string `yaml:"pages"`     // or its address by number: index_{n}.html
	MaxPages int    `yaml:"max_pages"` // of the list in one run

	Title     string `yaml:"title"` // selectors on the page of an article
	Date      string `yaml:"date"`
	Publisher string `yaml:"publisher"`
	Body      string `yaml:"body"`
	More      string `yaml:"more"` // link to the next part of an article

	Corpus       string            `yaml:"corpus"`   // the name where it is not given
	Encoding     string            `yaml:"encoding"` // where the bytes mislead
	Pace         time.Duration     `yaml:"pace"`     // pause between two requests; 2 s
	AllowPrivate bool              `yaml:"allow_private"`
	Headers      map[string]string `yaml:"headers"` // ${NAME} is taken from the environment

	url   *url.URL
	match *regexp.Regexp
	named map[string]bool // authorities that the source itself names
}

// Errors of a configuration.
var (
	ErrNoContact = errors.New("no contact in yiyuan.yaml; add a line such as\n  contact: desk@example.org\nso that a site can reach you before it has to block you")
	ErrConfig    = errors.New("yiyuan.yaml is not right")
)

const (
	defaultPace    = 2 * time.Second
	leastPace      = 500 * time.Millisecond
	defaultRecheck = 30 * 24 * time.Hour
)

//go:embed profiles.yaml
var profilesYAML []byte

// Profiles returns the profiles of the house.
var Profiles = sync.OnceValue(func() []Profile {
	var out []Profile
	if err := yaml.UnmarshalWithOptions(profilesYAML, &out, yaml.Strict()); err != nil {
		panic("web: profiles.yaml: " + err.Error())
	}
	return out
})

// Load reads a configuration file.
func Load(file string) (Config, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return Config{}, fmt.Errorf("read the sources: %w", err)
	}
	c, err := Parse(b, os.Getenv)
	if err != nil {
		return Config{}, fmt.Errorf("%s: %w", file, err)
	}
	return c, nil
}

// mostConfig bounds the file, which people write by hand.
const mostConfig = 1 << 20

// Parse reads a configuration; secrets come from getenv.
func Parse(b []byte, getenv func(string) string) (Config, error) {
	var c Config
	if len(b) > mostConfig {
		return c, fmt.Errorf("%w: it is longer than %d bytes", ErrConfig, mostConfig)
	}
	for _, t := range lexer.Tokenize(string(b)) {
		if t.Type == token.AliasType { // one that names itself would never end
			return c, fmt.Errorf("%w: line %d: aliases (*) are not taken: write out what stands at the anchor (&)", ErrConfig, t.Position.Line)
		}
	}
	if err := yaml.Unmarshal(b, &c); err != nil {
		return c, fmt.Errorf("%w: %s", ErrConfig, yaml.FormatError(err, false, true))
	}
	return c, c.settle(getenv)
}

// UnmarshalYAML refuses keys that no source has. Other parts of the file belong to other rooms.
func (p *Profile) UnmarshalYAML(b []byte) error {
	type plain Profile
	return yaml.UnmarshalWithOptions(b, (*plain)(p), yaml.Strict())
}

func (c *Config) settle(getenv func(string) string) error {
	if len(c.Sources) > 0 && strings.TrimSpace(c.Contact) == "" {
		return ErrNoContact
	}
	if c.Archive == "" {
		c.Archive = "archive"
	}
	if c.Recheck <= 0 {
		c.Recheck = defaultRecheck
	}
	if strings.ContainsFunc(c.Contact, unicode.IsControl) {
		return fmt.Errorf("%w: contact is to be one line", ErrConfig)
	}
	names, lists := map[string]bool{}, map[string]bool{}
	for i := range c.Sources {
		p := &c.Sources[i]
		if err := p.settle(); err != nil {
			return fmt.Errorf("%w: source %q: %v", ErrConfig, p.Name, err)
		}
		if names[p.Name] {
			return fmt.Errorf("%w: two sources are named %q; rename one", ErrConfig, p.Name)
		}
		names[p.Name] = true
		if p.Kind != Addresses {
			if lists[p.url.String()] {
				return fmt.Errorf("%w: two sources have the url %s; make them one, with links: that takes both", ErrConfig, p.url)
			}
			lists[p.url.String()] = true
		}
		secrets, err := p.fromEnvironment(getenv)
		if err != nil {
			return fmt.Errorf("%w: source %q: %v", ErrConfig, p.Name, err)
		}
		c.secrets = append(c.secrets, secrets...)
	}
	sort.Slice(c.secrets, func(i, j int) bool { return len(c.secrets[i]) > len(c.secrets[j]) }) // one may be part of another
	return nil
}

func (p *Profile) settle() error {
	if p.Profile != "" {
		if err := p.inherit(); err != nil {
			return err
		}
	}
	if p.Name == "" {
		return errors.New("a source needs a name")
	}
	if p.Corpus == "" {
		p.Corpus = p.Name
	}
	if err := p.settleAddresses(); err != nil {
		return err
	}
	switch {
	case p.Pages != "" && !strings.Contains(p.Pages, "{n}"):
		return fmt.Errorf("pages: %q has no {n} for the number; write it as index_{n}.html", p.Pages)
	case p.MaxPages < 0:
		return errors.New("max_pages is negative")
	case p.Pace < 0:
		return errors.New("pace is negative")
	case p.Pace == 0:
		p.Pace = defaultPace
	case p.Pace < leastPace && !p.AllowPrivate:
		return fmt.Errorf("pace %s would be a burden to the site; give at least %s", p.Pace, leastPace)
	}
	switch p.Encoding {
	case "gbk", "gb2312":
		p.Encoding = charset.GB18030
	case "", charset.UTF8, charset.GB18030, charset.Big5, charset.UTF16LE, charset.UTF16BE:
	default:
		return fmt.Errorf("encoding %q; give one of utf-8, gb18030, big5, utf-16le, utf-16be", p.Encoding)
	}
	for field, selector := range map[string]string{"links": p.Links, "next": p.Next, "title": p.Title, "date": p.Date, "publisher": p.Publisher, "body": p.Body, "more": p.More} {
		if selector == "" {
			continue
		}
		if _, err := cascadia.ParseGroup(selector); err != nil {
			return fmt.Errorf("%s: %q is no CSS selector: %v", field, selector, err)
		}
	}
	var err error
	if p.match, err = regexp.Compile(p.Match); err != nil {
		return fmt.Errorf("match: %v", err)
	}
	return nil
}

func (p *Profile) settleAddresses() error {
	p.named = map[string]bool{}
	var err error
	switch p.Kind {
	case List, RSS, Sitemap:
		if p.url, err = address.Parse(p.URL); err != nil {
			return fmt.Errorf("url %q: %v", p.URL, err)
		}
		p.named[address.Authority(p.url)] = true
	case Addresses:
		if len(p.Addresses) == 0 {
			return errors.New("kind addresses needs addresses")
		}
	default:
		return fmt.Errorf("kind %q; give one of list, rss, sitemap, addresses", p.Kind)
	}
	for i, s := range p.Addresses {
		u, err := address.Parse(s)
		if err != nil {
			return fmt.Errorf("addresses: %q: %v", s, err)
		}
		if p.url == nil {
			p.url = u
		}
		p.Addresses[i] = u.String()
		p.named[address.Authority(u)] = true
	}
	for _, h := range p.Hosts {
		for _, scheme := range []string{"http://", "https://"} {
			u, err := address.Parse(scheme + h)
			if err != nil || strings.ContainsAny(h, "/?#@") {
				return fmt.Errorf("hosts: %q is no name of a host; write it as www.example.com", h)
			}
			p.named[address.Authority(u)] = true
		}
	}
	return nil
}

// inherit takes from the profile of the house what the source does not say itself.
func (p *Profile) inherit() error {
	for _, base := range Profiles() {
		if base.Name != p.Profile {
			continue
		}
		own, house := reflect.ValueOf(p).Elem(), reflect.ValueOf(base)
		for i := range own.NumField() {
			if f := own.Field(i); f.CanSet() && f.IsZero() {
				f.Set(house.Field(i))
			}
		}
		return nil
	}
	var names []string
	for _, base := range Profiles() {
		names = append(names, base.Name)
	}
	return fmt.Errorf("no profile %q; there are %s", p.Profile, strings.Join(names, ", "))
}

var variable = regexp.MustCompile(`\$\{[^{}]*\}`)

// fromEnvironment fills in ${NAME}. A secret written into the file itself is refused.
func (p *Profile) fromEnvironment(getenv func(string) string) (secrets []string, err error) {
	names := make([]string, 0, len(p.Headers))
	for name := range p.Headers {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		value := p.Headers[name]
		if !variable.MatchString(value) {
			if isSecret(name) {
				return nil, fmt.Errorf("header %s holds a secret; write ${NAME} and set NAME in the environment", name)
			}
			continue
		}
		p.Headers[name] = variable.ReplaceAllStringFunc(value, func(v string) string {
			secret := getenv(v[2 : len(v)-1])
			if secret == "" || !httpguts.ValidHeaderFieldValue(secret) {
				err = cmp.Or(err, fmt.Errorf("header %s: %s is not set in the environment, or to more than a line", name, v[2:len(v)-1]))
				return ""
			}
			secrets = append(secrets, secret)
			return secret
		})
		if err != nil {
			return nil, err
		}
	}
	return secrets, nil
}

func isSecret(header string) bool {
	h := strings.ToLower(header)
	for _, s := range []string{"auth", "cookie", "key", "token", "secret"} {
		if strings.Contains(h, s) {
			return true
		}
	}
	return false
}

// mask takes the secrets out of a message.
func (c *Config) mask(s string) string {
	for _, secret := range c.secrets {
		s = strings.ReplaceAll(s, secret, "***")
	}
	return s
}

// Source returns the source of a name.
func (c *Config) Source(name string) (Profile, bool) {
	for _, p := range c.Sources {
		if p.Name == name {
			return p, true
		}
	}
	return Profile{}, false
}

// covers reports whether an address belongs to the source: on its site, or on a host that it names.
func (p *Profile) covers(u *url.URL) bool {
	return p.named[address.Authority(u)] || address.SameSite(p.url, u)
}

// isArticle reports whether a link is to be followed as one.
func (p *Profile) isArticle(u *url.URL) bool {
	return p.covers(u) && (p.Match == "" || p.match.MatchString(u.String()))
}

package archive

import (
	"bytes"
	"fmt"
	"net/http"
	"os"
	"sort"
	"strconv"
	"strings"
	"time"

	"yiyuan/extract/warc"
)

// Answer is a response as it came, its body decoded.
type Answer struct {
	URL       string
	At        time.Time
	IP        string
	Status    int
	Header    http.Header
	Body      []byte
	Truncated string // why the body is cut: length, time, disconnect
}

// Store appends a response. One whose content is there already is stored as a revisit of it.
func (a *Archive) Store(ans Answer) (Capture, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	c := Capture{URL: ans.URL, At: ans.At.UTC().Truncate(time.Microsecond), Status: ans.Status,
		Type: mediaType(ans.Header), Size: len(ans.Body), Server: ans.IP, Truncated: ans.Truncated}
	if len(ans.Body) > 0 {
		c.Digest = warc.Digest(ans.Body)
	}
	earlier, known := a.original[c.Digest]
	if !known || c.Digest == "" || c.Truncated != "" {
		h := fields(c, ans.IP, warc.TypeResponse)
		return a.append(c, h, httpBlock(ans, ans.Body))
	}
	c.Revisit, c.Size = true, 0
	h := fields(c, ans.IP, warc.TypeRevisit)
	h.Add(warc.FieldProfile, warc.ProfileIdentical)
	refer(&h, a.captures[earlier])
	return a.append(c, h, httpBlock(ans, nil))
}

// StoreUnchanged appends a 304: the server says that the page is as in an earlier capture of it.
func (a *Archive) StoreUnchanged(ans Answer, earlier Capture) (Capture, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	c := Capture{URL: ans.URL, At: ans.At.UTC().Truncate(time.Microsecond), Status: ans.Status,
		Type: mediaType(ans.Header), Digest: earlier.Digest, Server: ans.IP, Revisit: true}
	h := fields(c, ans.IP, warc.TypeRevisit)
	h.Add(warc.FieldProfile, warc.ProfileNotModified)
	refer(&h, earlier)
	return a.append(c, h, httpBlock(ans, nil))
}

// mediaType is the Content-Type, bounded as everything a server sends.
func mediaType(h http.Header) string {
	t := strings.ToValidUTF8(h.Get("Content-Type"), "")
	return t[:min(len(t), 200)]
}

func fields(c Capture, ip, kind string) warc.Header {
	var h warc.Header
	h.Add(warc.FieldType, kind)
	h.Add(warc.FieldRecordID, warc.NewID())
	h.Add(warc.FieldDate, warc.FormatDate(c.At))
	h.Add(warc.FieldTarget, c.URL)
	h.Add(warc.FieldIP, ip)
	h.Add(warc.FieldContentType, warc.HTTPResponse)
	h.Add(warc.FieldPayloadDigest, c.Digest)
	h.Add(warc.FieldTruncated, c.Truncated)
	return h
}

func refer(h *warc.Header, to Capture) {
	h.Add(warc.FieldRefersTarget, to.URL)
	h.Add(warc.FieldRefersDate, warc.FormatDate(to.At))
}

// httpBlock prints the response with its body decoded. The fields that spoke of its coding keep their values under the
// names Common Crawl gave them, so that a reader does not decode a second time.
func httpBlock(ans Answer, body []byte) []byte {
	var b bytes.Buffer
	fmt.Fprintf(&b, "HTTP/1.1 %d %s\r\n", ans.Status, http.StatusText(ans.Status))
	names := make([]string, 0, len(ans.Header))
	for name := range ans.Header {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		for _, value := range ans.Header[name] {
			shown := name
			switch name {
			case "Content-Length":
				if value == strconv.Itoa(len(body)) {
					continue
				}
				shown = "X-Crawler-" + name
			case "Content-Encoding", "Transfer-Encoding":
				shown = "X-Crawler-" + name
			}
			b.WriteString(shown + ": " + strings.NewReplacer("\r", " ", "\n", " ").Replace(value) + "\r\n")
		}
	}
	fmt.Fprintf(&b, "Content-Length: %d\r\n\r\n", len(body))
	b.Write(body)
	return b.Bytes()
}

// append writes the record, and then its line in the index.
func (a *Archive) append(c Capture, h warc.Header, block []byte) (Capture, error) {
	if a.lock == nil {
		return c, fmt.Errorf("store %s: the archive is open for reading only", c.URL)
	}
	if a.broken != nil {
		return c, a.broken
	}
	c, err := a.put(c, h, block)
	if err != nil {
		a.broken = err
		return c, err
	}
	a.add(c)
	return c, nil
}

// put is not tried again once it has failed: what came after half a record, as a full disk leaves it, nobody would find.
func (a *Archive) put(c Capture, h warc.Header, block []byte) (Capture, error) {
	if err := a.roll(c.At); err != nil {
		return c, err
	}
	var err error
	if c.Offset, c.Length, err = a.writer.Write(h, block); err != nil {
		return c, err
	}
	c.File = fileName(a.next - 1)
	if err := a.out.Sync(); err != nil {
		return c, fmt.Errorf("write the archive: %w", err)
	}
	line, err := indexLine(c)
	if err == nil {
		_, err = a.index.Write(line)
	}
	if err != nil {
		return c, fmt.Errorf("write the index of the archive: %w", err)
	}
	return c, nil
}

// roll opens the file to append to: the first of this writer, or another when it has grown large.
func (a *Archive) roll(now time.Time) error {
	if a.out != nil && a.writer.Size() < rollAt {
		return nil
	}
	if a.out != nil {
		if err := a.out.Close(); err != nil {
			return fmt.Errorf("close a WARC file: %w", err)
		}
	}
	name := fileName(a.next)
	out, err := os.OpenFile(a.path(name), os.O_CREATE|os.O_EXCL|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return fmt.Errorf("start a WARC file: %w", err)
	}
	a.next++
	a.out, a.writer = out, warc.NewWriter(out, 0)
	var h warc.Header
	h.Add(warc.FieldType, warc.TypeInfo)
	h.Add(warc.FieldRecordID, warc.NewID())
	h.Add(warc.FieldDate, warc.FormatDate(now))
	h.Add(warc.FieldFilename, name)
	h.Add(warc.FieldContentType, "application/warc-fields")
	_, _, err = a.writer.Write(h, []byte("software: yiyuan\r\nformat: WARC file version 1.1\r\nconformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\n"+a.info))
	return err
}

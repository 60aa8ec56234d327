// Package warc reads and writes WARC/1.1 (ISO 28500:2017), the format in which web archives keep pages as they came.
//
// A record is a list of named fields and a block of bytes; in a .warc.gz each record is a gzip member of its own, so a
// file can be appended to, cut after any record, and read at an offset without what precedes it. That is also why a
// page is not kept as a file in a folder, which would be simpler: headers, time and address would have no place, and
// a million small files no end. The reader takes what other crawlers write: plain files, one gzip member to a record, or
// one member around everything; SHA-1 in base32; chunked or compressed bodies left as they came.
//
// Archives of others are hostile bytes: fields, blocks and what a block unpacks to are bounded.
package warc

import (
	"errors"
	"fmt"
	"strings"
	"time"
)

// The record types that occur here.
const (
	TypeInfo     = "warcinfo"
	TypeResponse = "response"
	TypeRevisit  = "revisit"
)

// The fields that are read here.
const (
	FieldType          = "WARC-Type"
	FieldRecordID      = "WARC-Record-ID"
	FieldDate          = "WARC-Date"
	FieldTarget        = "WARC-Target-URI"
	FieldIP            = "WARC-IP-Address"
	FieldBlockDigest   = "WARC-Block-Digest"
	FieldPayloadDigest = "WARC-Payload-Digest"
	FieldProfile       = "WARC-Profile"
	FieldRefersTo      = "WARC-Refers-To"
	FieldRefersTarget  = "WARC-Refers-To-Target-URI"
	FieldRefersDate    = "WARC-Refers-To-Date"
	FieldTruncated     = "WARC-Truncated"
	FieldFilename      = "WARC-Filename"
	FieldContentType   = "Content-Type"
	FieldContentLength = "Content-Length"
)

// The profiles of revisit records: the same payload came again, or the server said that it had not changed.
const (
	ProfileIdentical   = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest"
	ProfileNotModified = "http://netpreserve.org/warc/1.1/revisit/server-not-modified"
)

// HTTPResponse is the content type of a block that holds an HTTP response.
const HTTPResponse = "application/http;msgtype=response"

// Errors of reading.
var (
	ErrCorrupt  = errors.New("not a WARC record; the file is damaged or no WARC file")
	ErrTorn     = errors.New("the file ends within a record; it was cut off while being written")
	ErrTooLarge = errors.New("a WARC record larger than this reader takes")
	ErrDigest   = errors.New("the bytes do not match their digest; they were changed after they were archived")
)

// Field is one named field of a record.
type Field struct{ Name, Value string }

// Header is the fields of a record in their order.
type Header []Field

// Get returns the first field of a name, in any case, or "".
func (h Header) Get(name string) string {
	for _, f := range h {
		if strings.EqualFold(f.Name, name) {
			return f.Value
		}
	}
	return ""
}

// Add appends a field unless its value is empty. Line ends cannot pass into a record.
func (h *Header) Add(name, value string) {
	if value == "" {
		return
	}
	*h = append(*h, Field{name, strings.NewReplacer("\r", " ", "\n", " ").Replace(value)})
}

// Record is one record. Offset and Length are those of its gzip member, or of the record in a plain file.
type Record struct {
	Header         Header
	Block          []byte
	Offset, Length int64
}

// Type is response, revisit, warcinfo and so on.
func (r *Record) Type() string { return r.Header.Get(FieldType) }

// Target is the address, without the brackets that WARC/1.0 files put around it.
func (r *Record) Target() string {
	return strings.TrimSuffix(strings.TrimPrefix(r.Header.Get(FieldTarget), "<"), ">")
}

// Date is when the capture began, zero where the field cannot be read.
func (r *Record) Date() time.Time {
	t, err := time.Parse(time.RFC3339Nano, r.Header.Get(FieldDate))
	if err != nil {
		return time.Time{}
	}
	return t.UTC()
}

// Check compares the record with the digests it carries.
func (r *Record) Check() error {
	if err := Match(r.Header.Get(FieldBlockDigest), r.Block); err != nil {
		return fmt.Errorf("block of %s: %w", r.Target(), err)
	}
	if r.Type() != TypeResponse {
		return nil
	}
	if err := Match(r.Header.Get(FieldPayloadDigest), payload(r.Block)); err != nil {
		return fmt.Errorf("payload of %s: %w", r.Target(), err)
	}
	return nil
}

package warc

import (
	"bytes"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"encoding/base32"
	"encoding/hex"
	"strings"
)

// Digest names content by its SHA-256: sha256:, lower-case hex.
func Digest(b []byte) string {
	sum := sha256.Sum256(b)
	return "sha256:" + hex.EncodeToString(sum[:])
}

// Match compares content with a labelled digest, base32 or hex. A digest that is absent or of an algorithm not known
// here says nothing, and is no mismatch.
func Match(digest string, b []byte) error {
	algorithm, want, _ := strings.Cut(digest, ":")
	sum := sumOf(strings.ToLower(algorithm), b)
	if sum == nil || strings.EqualFold(want, hex.EncodeToString(sum)) {
		return nil
	}
	if got, err := base32.StdEncoding.DecodeString(strings.ToUpper(want)); err == nil && bytes.Equal(got, sum) {
		return nil
	}
	return ErrDigest
}

func sumOf(algorithm string, b []byte) []byte {
	switch algorithm {
	case "sha256", "sha-256":
		sum := sha256.Sum256(b)
		return sum[:]
	case "sha1", "sha-1":
		sum := sha1.Sum(b)
		return sum[:]
	case "md5":
		sum := md5.Sum(b)
		return sum[:]
	}
	return nil
}

// Package corpus holds the articles the first command reads: a dozen short texts in our own words, of every genre and
// with every kind of damage the web does to them, so that a newcomer sees the whole pipeline at work without a network.
// Their figures are real and name their source. README.md lists them.
package corpus

import (
	"embed"
	"io/fs"
)

//go:generate go run ./gen

//go:embed articles
var articles embed.FS

// FS holds the articles at its root.
var FS = func() fs.FS {
	sub, err := fs.Sub(articles, "articles")
	if err != nil {
		panic(err) // the name is a constant
	}
	return sub
}()

// Package corpus is the sample that the first command runs on: short articles in our own words.
package corpus

import "embed"

// FS holds the articles.
//
//go:embed *.txt
var FS embed.FS

package web

// Yield is what a source gave in one run.
type Yield struct {
	Lists int `json:"lists"` // index pages read
	Links int `json:"links"` // articles that they named
}

package load

import "time"

// Failure is one input that gave no reading, and why.
type Failure struct {
	DocID   string `json:"doc_id"`
	Path    string `json:"path"`
	Kind    string `json:"kind"`
	Message string `json:"message"`
}

// Report is what one run did; it is printed, and kept as a row of runs. The counts are of the run, Holds is of the
// published file.
type Report struct {
	RunID        string         `json:"run_id"`
	Started      time.Time      `json:"started_at"`
	Finished     time.Time      `json:"finished_at"`
	RulesVersion string         `json:"rules_version"`
	Documents    int            `json:"documents"` // met: written, unchanged or failed after reading
	Unchanged    int            `json:"unchanged"`
	Written      int            `json:"written"`
	Pruned       int            `json:"pruned"`
	Failed       int            `json:"failed"`
	Mentions     int            `json:"mentions"`
	Facts        int            `json:"facts"`
	Unread       int            `json:"unread"`
	Repairs      int            `json:"repairs"`
	Skipped      map[string]int `json:"skipped"`
	Failures     map[string]int `json:"failures"`
	Holds        Holds          `json:"holds"`
}

// Holds counts the rows of a published file.
type Holds struct {
	Documents int `json:"documents"`
	Mentions  int `json:"mentions"`
	Facts     int `json:"facts"`
	Unread    int `json:"unread"`
	Failures  int `json:"failures"`
}

//go:build soak

package web

import "testing"

// TestSoakKilled: crawls that are killed a hundred times each.
func TestSoakKilled(t *testing.T) {
	for range 20 {
		killedAndResumed(t, 100)
	}
}

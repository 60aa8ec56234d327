//go:build soak

package main

import "testing"

func TestSoakKilled(t *testing.T)   { killed(t, 200) }
func TestSoakReaders(t *testing.T)  { readWhilePublished(t, 200, 0) }
func TestSoakFullDisk(t *testing.T) { fullDisk(t, 50) }

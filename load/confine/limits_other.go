//go:build !linux

package confine

import "syscall"

func apart() *syscall.SysProcAttr { return nil }

// Enter: only Linux counts the address space of a process reliably. Elsewhere DuckDB's own limit and the parent's clock
// have to do.
func (l Limits) Enter() error { return nil }

// Seal does nothing here; DuckDB keeps to its one file by itself.
func Seal() error { return nil }

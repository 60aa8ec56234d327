package confine

import (
	"fmt"
	"os"
	"syscall"
	"time"
)

// apart keeps the keyboard's interrupt from the child: its parent decides.
func apart() *syscall.SysProcAttr { return &syscall.SysProcAttr{Setpgid: true} }

// Enter takes the limits upon this process, for good.
func (l Limits) Enter() error {
	size, err := addressSpace()
	if err != nil {
		return err
	}
	seconds := uint64(l.Time/time.Second+1) * 64 // of all its threads; should the parent be gone
	for _, r := range []struct {
		resource int
		value    uint64
	}{
		{syscall.RLIMIT_AS, size + uint64(l.Memory)},
		{syscall.RLIMIT_CPU, seconds},
		{syscall.RLIMIT_CORE, 0},
	} {
		if err := lower(r.resource, r.value); err != nil {
			return err
		}
	}
	return nil
}

// Seal lets the process open no file and write none from here on. Those that are open, pipes among them, it keeps.
func Seal() error {
	if err := lower(syscall.RLIMIT_FSIZE, 0); err != nil {
		return err
	}
	return lower(syscall.RLIMIT_NOFILE, 0)
}

func lower(resource int, value uint64) error {
	var have syscall.Rlimit
	if err := syscall.Getrlimit(resource, &have); err != nil {
		return fmt.Errorf("limit the child process: %w", err)
	}
	value = min(value, have.Max)
	if err := syscall.Setrlimit(resource, &syscall.Rlimit{Cur: value, Max: value}); err != nil {
		return fmt.Errorf("limit the child process: %w", err)
	}
	return nil
}

// addressSpace is what the process has reserved, which is more than it uses: Go and DuckDB both map ahead.
func addressSpace() (uint64, error) {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0, err
	}
	var pages uint64
	if _, err := fmt.Sscan(string(text), &pages); err != nil {
		return 0, fmt.Errorf("/proc/self/statm: %w", err)
	}
	return pages * uint64(os.Getpagesize()), nil
}

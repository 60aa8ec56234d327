package load

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
)

// CopyForWriting makes to a copy of the published file from that its owner may change. A copy that is there is kept with
// what was changed in it.
func CopyForWriting(ctx context.Context, from, to string) error {
	source, err := targetOf(from)
	if err != nil {
		return err
	}
	copied, err := targetOf(to)
	if err != nil {
		return err
	}
	if source == copied {
		return fmt.Errorf("%s is the database itself: name a copy with --write COPY", to)
	}
	info, err := os.Stat(copied.file)
	switch {
	case err == nil && info.Mode().Perm()&0o200 == 0:
		return fmt.Errorf("%s is read-only, as published databases are: name another file with --write", to)
	case err == nil:
		return nil
	case !errors.Is(err, fs.ErrNotExist):
		return err
	}
	if r, err := OpenReader(ctx, from); err != nil {
		return err
	} else if err := r.Close(); err != nil {
		return err
	}
	if err := source.copyTo(copied.file + ".part"); err != nil {
		os.Remove(copied.file + ".part")
		return fmt.Errorf("copy to %s: %w", to, diskFull(err))
	}
	return os.Rename(copied.file+".part", copied.file)
}

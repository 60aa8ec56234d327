package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"yiyuan/transform/tables"
)

// tablesFlagText is the flag of every command that reads texts.
const tablesFlagText = "read with the tables of `DIR` in place of those of the same name"

func tablesCommand() *cobra.Command {
	c := &cobra.Command{
		Use:   "tables",
		Short: "Write out the tables that texts are read by, to edit and read with",
		Long: `The names of indicators, industries, counted things, units, places and the small words of the rules are CSV tables. Write
them out, edit those you need, leave the others away, and read with yours: yiyuan run --tables DIR. What they change is read again.`,
		Example: "  yiyuan tables export mytables\n  yiyuan run reports --tables mytables",
	}
	c.AddCommand(&cobra.Command{
		Use:   "export DIR",
		Short: "Write every table into a folder; a file that is there stays as it is",
		Args:  cobra.ExactArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			if err := os.MkdirAll(args[0], 0o755); err != nil {
				return exit(statusNothing, "make %s: %w", args[0], err)
			}
			for _, name := range tables.Names() {
				if err := writeNew(filepath.Join(args[0], name), tables.Text(name)); err != nil {
					return exit(statusNothing, "%w; name an empty folder", err)
				}
			}
			fmt.Fprintf(c.OutOrStdout(), "%d tables in %s; read with them: yiyuan run --tables %s\n", len(tables.Names()), args[0], args[0])
			return nil
		},
	})
	return c
}

// writeNew never writes over a table that somebody may have edited.
func writeNew(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	if _, err := f.WriteString(text); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// overlayTables reads the tables of a folder in place of the embedded ones; without a folder there is nothing to do.
func overlayTables(dir string) error {
	if dir == "" {
		return nil
	}
	files, err := filepath.Glob(filepath.Join(dir, "*.csv"))
	if err != nil {
		return err
	}
	if len(files) == 0 {
		return fmt.Errorf("--tables %s: no .csv file there; write the tables out with: yiyuan tables export %s", dir, dir)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		if err := tables.Overlay(filepath.Base(file), string(text)); err != nil {
			return fmt.Errorf("--tables %s: %w", dir, err)
		}
	}
	return nil
}

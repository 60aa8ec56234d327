package main

import (
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"yiyuan/load"
)

func digestCommand() *cobra.Command {
	var asJSON bool
	c := &cobra.Command{
		Use:   "digest",
		Short: "Print a hash of each table, the same on every machine that read the same bytes by the same rules",
		Long: `Print a hash of each table. Run ids, times and the paths of failed inputs are left out, so two machines that read the
same bytes by the same rules print the same hashes, and a run that changes nothing leaves them as they are.`,
		Example: "  yiyuan digest --db reports.duckdb",
		Args:    cobra.NoArgs,
	}
	db := dbFlag(c)
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object a table")
	c.RunE = func(c *cobra.Command, _ []string) error {
		r, err := load.OpenReader(c.Context(), *db)
		if err != nil {
			return err
		}
		defer r.Close()
		tables, err := r.Digest(c.Context())
		if err != nil {
			return err
		}
		for _, t := range tables {
			if asJSON {
				if err := json.NewEncoder(c.OutOrStdout()).Encode(t); err != nil {
					return err
				}
				continue
			}
			fmt.Fprintf(c.OutOrStdout(), "%s  %s (%d rows)\n", t.SHA256, t.Table, t.Rows)
		}
		return nil
	}
	return c
}

package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"yiyuan/extract/archive"
)

func verifyCommand() *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:   "verify",
		Short: "Read every page of the archive again and compare it with its digest",
		Long: `Read every record of the archive again: bytes against their SHA-256, the index against the records.

Exit status: 0 all is as it was stored; 5 there is no archive; 6 something is not, and each thing is printed.`,
		Example: "  yiyuan verify\n  yiyuan verify --config fujian.yaml",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			conf, err := needSources(config)
			if err != nil {
				return err
			}
			a, err := archive.Open(conf.Archive)
			if err != nil {
				return exit(statusNothing, "%w", err)
			}
			defer a.Close()
			wrong := 0
			records, err := a.Verify(c.Context(), func(s string) {
				wrong++
				fmt.Fprintf(c.OutOrStdout(), "%q\n", s)
			})
			switch {
			case err != nil:
				return exit(statusNothing, "%w", err)
			case wrong > 0:
				return exit(statusContract, "%d of %d records are not as they were stored; restore %s from a copy", wrong, records, conf.Archive)
			}
			fmt.Fprintf(c.OutOrStdout(), "%d records, all as they were stored\n", records)
			return nil
		},
	}
	c.Flags().StringVar(&config, "config", defaultConfig, configFlagText)
	return c
}

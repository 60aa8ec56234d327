package main

import (
	"fmt"
	"runtime"
	"runtime/debug"

	"github.com/spf13/cobra"

	"yiyuan/load"
	"yiyuan/transform"
)

func versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:     "version",
		Short:   "Print the versions of the program, its rules, its schema and DuckDB",
		Example: "  yiyuan version",
		Args:    cobra.NoArgs,
		RunE: func(c *cobra.Command, _ []string) error {
			duck, err := load.DuckDBVersion(c.Context())
			if err != nil {
				return err
			}
			fmt.Fprintf(c.OutOrStdout(), "yiyuan %s\nrules %s\nschema %d\nduckdb %s\n%s %s/%s\n",
				revision(), transform.RulesVersion(), load.SchemaVersion(), duck, runtime.Version(), runtime.GOOS, runtime.GOARCH)
			return nil
		},
	}
}

// revision is the module version of an installed binary, else the commit of a built one.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" {
			return s.Value[:min(12, len(s.Value))]
		}
	}
	return info.Main.Version
}

package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"yiyuan/extract/archive"
)

func doctorCommand() *cobra.Command {
	var config string
	var db *string
	c := &cobra.Command{
		Use:   "doctor [SOURCE]",
		Short: "Say what of the machine, the database or a source would keep a run from its work, and what to do",
		Long: `Without SOURCE: look at the folder, the disk, the lock, the database, the fonts for charts and the configuration, and say what
is wrong and the next command to type, in English and Chinese. Nobody is asked.

With SOURCE: read the list and a few articles of a source, as a run would, and say what was found, what is wrong and what to do.
Nothing is kept but the mark that the source was read.

Exit status: 0 all is well; 1 the configuration is not right; 3 something is wrong; 4 a run is under way.`,
		Example: "  yiyuan doctor\n  yiyuan doctor 国家统计局",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			out := c.OutOrStdout()
			if len(args) == 0 {
				return examine(c.Context(), out, *db, config)
			}
			conf, err := needSources(config)
			if err != nil {
				return err
			}
			crawl := crawler(conf)
			d, err := crawl.Doctor(c.Context(), args[0])
			for _, f := range d.Findings {
				mark := "ok"
				if f.Wrong != "" {
					mark = "wrong"
				}
				fmt.Fprintf(out, "%-6s%s: %s\n", mark, harmless(f.Looked), harmless(f.Found))
				if f.Wrong != "" {
					fmt.Fprintf(out, "      %s\n", harmless(f.Wrong))
				}
			}
			switch {
			case errors.Is(err, archive.ErrLocked):
				return exit(statusLocked, "%w", err)
			case err != nil:
				return err
			case !d.Well():
				return exit(statusFailures, "%s cannot be read as it is described", d.Source)
			case !d.Verified:
				fmt.Fprintf(out, "%s is well; it stands on a private address, so its profile counts as unverified\n", d.Source)
			default:
				fmt.Fprintf(out, "%s is verified from here\n", d.Source)
			}
			return nil
		},
	}
	db = dbFlag(c)
	c.Flags().StringVar(&config, "config", defaultConfig, configFlagText)
	return c
}

// harmless takes out of a site's words what a terminal would obey.
func harmless(s string) string {
	out := []rune(s)
	for i, r := range out {
		if r < ' ' && r != '\n' || r >= 0x7f && r < 0xa0 {
			out[i] = '�'
		}
	}
	return string(out)
}

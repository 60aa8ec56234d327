package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"yiyuan/extract/archive"
)

func doctorCommand() *cobra.Command {
	var config string
	c := &cobra.Command{
		Use:   "doctor [SOURCE]",
		Short: "Read the list and a few articles of a source and say what is wrong",
		Long: `Read the list and a few articles of a source, as a run would, and say what was found, what is wrong and what to do.
Nothing is kept but the mark that the source was read. Without SOURCE the configuration is looked at, and nobody asked.

Exit status: 0 all is well; 1 the configuration is not right; 3 something is wrong; 4 a run is under way.`,
		Example: "  yiyuan doctor\n  yiyuan doctor 国家统计局",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(c *cobra.Command, args []string) error {
			conf, err := needSources(config)
			if err != nil {
				return err
			}
			out := c.OutOrStdout()
			if len(args) == 0 {
				for _, p := range conf.Sources {
					fmt.Fprintf(out, "%s\t%s\t%s\tlook at it with: yiyuan doctor %s\n", p.Name, p.Kind, p.URL, p.Name)
				}
				return nil
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

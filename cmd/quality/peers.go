package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"yiyuan/transform/peers"
)

// judgePeers judges the cases of other readers' test suites. Where they are absent it says so and returns none.
func judgePeers(shared string, out io.Writer) ([]peers.Verdict, error) {
	dir := filepath.Join(shared, "peers")
	vs, err := peers.Verdicts(os.DirFS(dir))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", dir, err)
	}
	if len(vs) == 0 {
		fmt.Fprintf(out, "peers: skipped, %s is absent\n", dir)
		return nil, nil
	}
	for _, r := range append(peers.Dimensions(vs), peers.Total(vs)) {
		fmt.Fprintf(out, "peers: %-9s %d of %d, %.1f %%\n", r.Kind, r.Passed, r.Cases, r.Rate())
	}
	return vs, nil
}

// holdPeers names what falls short in the suites: a rate, or an entry of the table of exceptions that is out of date.
func holdPeers(vs []peers.Verdict) error {
	if len(vs) == 0 {
		return nil
	}
	errs := []error{peers.Short(vs)}
	for _, x := range peers.OutOfDate(vs) {
		errs = append(errs, fmt.Errorf("transform/peers/otherwise.csv lists %s, which is no case or passes by now: strike it out", x.ID))
	}
	return errors.Join(errs...)
}

const peersHead = "\n## Tests of other readers\n"

// peersSection prints the part of the record that is of other readers' suites.
func peersSection(vs []peers.Verdict) string {
	var b strings.Builder
	b.WriteString(peersHead)
	fmt.Fprintf(&b, "\nThe Chinese test cases of Microsoft Recognizers-Text, Duckling and JioNLP that lie in our field. A case passes where\n"+
		"every entity it expects meets one reading of ours at its place and with its value, and no reading is left over. `extract`\n"+
		"is a sentence of which only the places of its dates are told, `nothing` one without dates, `counted` a stretch counted\n"+
		"from the day of speaking, `length` a length of time. *Otherwise* counts the failed cases that we read otherwise on\n"+
		"purpose. `make quality` fails where a kind, over all peers, passes at less than %d %%; the four shapes of dates and\n"+
		"lengths are one kind in this, and of counted stretches as many must pass or be explained.\n\n", peers.Demanded)
	b.WriteString("| peer | kind | cases | passed | rate | otherwise |\n| --- | --- | --: | --: | --: | --: |\n")
	rows := append(peers.Table(vs), peers.Dimensions(vs)...)
	for _, r := range append(rows, peers.Total(vs)) {
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %.1f %% | %d |\n", r.Peer, r.Kind, r.Cases, r.Passed, r.Rate(), r.Otherwise)
	}
	writeOtherwise(&b)
	return b.String()
}

func writeOtherwise(b *strings.Builder) {
	b.WriteString("\n### Read otherwise on purpose\n\nThese cases count as failed. A case is named by its number in the collection; its input is printed where it is a bare\n" +
		"expression. The table is `transform/peers/otherwise.csv`.\n\n| peer | kind | case | input | reason |\n| --- | --- | --- | --- | --- |\n")
	for _, x := range peers.Otherwise() {
		input := x.Input
		if strings.HasPrefix(input, "#") {
			input = ""
		}
		fmt.Fprintf(b, "| %s | %s | %s | %s | %s |\n", x.Peer, x.Kind, x.ID, input, x.Reason)
	}
}

// keptSection returns the part of other readers' suites as the record of last time has it.
func keptSection(name string) string {
	b, err := os.ReadFile(name)
	if err != nil {
		return "" // no record yet
	}
	_, part, ok := strings.Cut(string(b), peersHead)
	if !ok {
		return ""
	}
	return peersHead + part
}

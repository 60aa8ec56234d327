package peers

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Demanded is the rate in percent that every demanded kind must reach.
const Demanded = 95

// Row is the result of one peer and kind.
type Row struct {
	Peer, Kind               string
	Cases, Passed, Otherwise int // Otherwise counts the failed cases that we read otherwise on purpose
}

// Rate is the share passed in percent.
func (r Row) Rate() float64 { return percent(r.Passed, r.Cases) }

func percent(n, of int) float64 { return 100 * float64(n) / float64(max(of, 1)) }

func (r *Row) add(v Verdict) {
	r.Cases++
	switch {
	case v.Pass:
		r.Passed++
	case v.Reason != "":
		r.Otherwise++
	}
}

// Table sums verdicts by peer and kind, in the order of their names.
func Table(vs []Verdict) []Row {
	rows := sums(vs, func(v Verdict) Row { return Row{Peer: v.Peer, Kind: v.Kind} })
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Or(cmp.Compare(a.Peer, b.Peer), cmp.Compare(a.Kind, b.Kind)) })
	return rows
}

// dimensions are the kinds that are demanded together: the suites cut dates by the shape of their tests, a few cases to a
// shape.
var dimensions = map[string]string{"date": "dates", "period": "dates", "extract": "dates", "nothing": "dates", "length": "dates"}

// Dimensions sums verdicts over the peers, the shapes of dates together, in the order of their names.
func Dimensions(vs []Verdict) []Row {
	rows := sums(vs, func(v Verdict) Row { return Row{Peer: "all", Kind: cmp.Or(dimensions[v.Kind], v.Kind)} })
	slices.SortFunc(rows, func(a, b Row) int { return cmp.Compare(a.Kind, b.Kind) })
	return rows
}

// Total sums all verdicts.
func Total(vs []Verdict) Row {
	all := Row{Peer: "all", Kind: "all"}
	for _, v := range vs {
		all.add(v)
	}
	return all
}

func sums(vs []Verdict, of func(Verdict) Row) []Row {
	var rows []Row
	for _, v := range vs {
		r := of(v)
		k := slices.IndexFunc(rows, func(s Row) bool { return s.Peer == r.Peer && s.Kind == r.Kind })
		if k < 0 {
			rows, k = append(rows, r), len(rows)
		}
		rows[k].add(v)
	}
	return rows
}

// Short names every dimension whose rate is below what is demanded. Stretches counted from the day of speaking are
// another convention as a whole; of them, as many must pass or be explained.
func Short(vs []Verdict) error {
	var errs []error
	for _, r := range Dimensions(vs) {
		passed, how := r.Passed, "pass"
		if r.Kind == "counted" {
			passed, how = r.Passed+r.Otherwise, "pass or are explained"
		}
		if rate := percent(passed, r.Cases); rate < Demanded {
			errs = append(errs, fmt.Errorf("%s: %d of %d cases of the peers' suites %s, %.1f %%; want %d", r.Kind, passed, r.Cases, how, rate, Demanded))
		}
	}
	return errors.Join(errs...)
}

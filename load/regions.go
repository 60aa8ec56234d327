package load

import "context"

// Region is a row of the table regions. ValidTo is 0 while the code is in force.
type Region struct {
	Code, Name, Level, Parent string
	ValidFrom, ValidTo        int
	Successor                 string
}

// recordRegions rewrites the table when the rules have changed since the last run: the gazetteer is one of them.
func (w *Writer) recordRegions(ctx context.Context) error {
	if w.regions == nil {
		return nil
	}
	var current bool
	const lastRun = `SELECT EXISTS (FROM regions) AND
		coalesce((SELECT arg_max(rules_version, (started_at, run_id)) FROM runs) = ?, false)`
	if err := w.conn.QueryRowContext(ctx, lastRun, w.report.RulesVersion).Scan(&current); err != nil || current {
		return err
	}
	if _, err := w.conn.ExecContext(ctx, `DELETE FROM regions`); err != nil {
		return err
	}
	for _, r := range w.regions() {
		w.row.start().texts(r.Code, r.Name, r.Level, r.Parent)
		w.row.year(r.ValidFrom)
		w.row.year(r.ValidTo)
		w.row.text(r.Successor)
		if err := w.append("regions", w.row.values); err != nil {
			return err
		}
	}
	return w.closeAppenders()
}

// PlacesLike are names of places in force that begin as the text does, or hold it, the nearest first and no more than five;
// none where the text is the name or code of one.
func (r *Reader) PlacesLike(ctx context.Context, text string) ([]string, error) {
	const like = `SELECT name FROM regions WHERE valid_to IS NULL AND contains(name, $1) AND NOT EXISTS (FROM regions WHERE name = $1 OR code = $1)
		GROUP BY name ORDER BY NOT starts_with(name, $1), length(name), name LIMIT 5`
	return texts(ctx, r.conn, like, text)
}

package load

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/duckdb/duckdb-go/v2"
)

// A published file is read-only, but whoever has it open for writing all the same, a notebook that made it writable,
// changes it for good: every later run would start from the changed rows, take them for what was read, and publish them
// again. So a run leaves in the file a hash of each document's rows, of every other table and of how the tables are made,
// and the next run compares. The hashes lie in the file, not beside it, since then they go with it when it is moved,
// copied or restored, which changes its time and its folder but not what it says.
//
// They are DuckDB's own, which cost a tenth of a second where hashes of the printed rows cost two. Another DuckDB may hash
// otherwise; a file sealed by one is taken as it is, as one from before there were seals.

// keptTable lists the documents that are taken over from an altered file.
const keptTable = "kept_documents"

const (
	partDocument = "document"
	partCatalog  = "catalog"
	partEngine   = "engine"
)

// KindAltered is the kind of the failure of a document whose rows someone has changed in the published file, and which no
// source of the run holds.
const KindAltered = "altered"

// seals hash the rows of each document as they are now.
func seals() string {
	var all []string
	for _, table := range documentTables {
		all = append(all, `SELECT doc_id, hash('`+table+`', t) AS h FROM `+table+` t`)
	}
	return `SELECT '` + partDocument + `' AS part, doc_id, CAST(sum(h) AS VARCHAR) AS seal FROM (` + strings.Join(all, ` UNION ALL `) + `) GROUP BY doc_id`
}

// otherSeals hash the other tables, how all are made, and name the DuckDB that hashes. How a view is made reads with other
// spaces and quotes once it comes from the file.
func otherSeals(tables []string) string {
	all := []string{
		`SELECT '` + partEngine + `', NULL, version()`,
		`SELECT '` + partCatalog + `', NULL, CAST(sum(hash(regexp_replace(made, '[ "]', '', 'g'))) AS VARCHAR) FROM (` + catalog + `)`,
	}
	for _, table := range tables {
		all = append(all, `SELECT `+literal(table)+`, NULL, coalesce(CAST(sum(hash(t)) AS VARCHAR), '') FROM `+identifier(table)+` t`)
	}
	return strings.Join(all, ` UNION ALL `)
}

// catalog is everything in the file that is no row.
const catalog = `SELECT concat_ws(' ', schema_name, sql) AS made FROM duckdb_tables() WHERE database_name = current_database() AND NOT temporary
	UNION ALL SELECT concat_ws(' ', schema_name, sql) FROM duckdb_views() WHERE database_name = current_database() AND NOT temporary AND NOT internal
	UNION ALL SELECT concat_ws(' ', schema_name, sql) FROM duckdb_indexes() WHERE database_name = current_database()
	UNION ALL SELECT concat_ws(' ', schema_name, sequence_name) FROM duckdb_sequences() WHERE database_name = current_database() AND NOT temporary
	UNION ALL SELECT concat_ws(' ', schema_name, function_name, macro_definition) FROM duckdb_functions() WHERE database_name = current_database() AND NOT internal
	UNION ALL SELECT concat_ws(' ', schema_name, type_name) FROM duckdb_types() WHERE database_name = current_database() AND NOT internal`

// tablesBesides are the tables in the file that do not hold the rows of documents.
func tablesBesides(ctx context.Context, conn *sql.Conn) ([]string, error) {
	const all = `SELECT table_name FROM duckdb_tables() WHERE database_name = current_database() AND schema_name = 'main' AND NOT temporary ORDER BY table_name`
	names, err := texts(ctx, conn, all)
	return slices.DeleteFunc(names, func(name string) bool { return name == "seals" || slices.Contains(documentTables, name) }), err
}

// texts are the answers to a question for one text each.
func texts(ctx context.Context, conn *sql.Conn, question string, args ...any) ([]string, error) {
	rows, err := conn.QueryContext(ctx, question, args...)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var all []string
	for rows.Next() {
		var text string
		if err := rows.Scan(&text); err != nil {
			return nil, err
		}
		all = append(all, text)
	}
	return all, rows.Err()
}

// sealDocuments hashes the rows of documents. A run that changed none leaves the hashes that are there.
func (w *Writer) sealDocuments(ctx context.Context) error {
	if w.resealed || w.sealed && w.report.Written == 0 && len(w.stale) == 0 && w.altered == nil {
		return nil
	}
	w.resealed = true
	return w.replaceSeals(ctx, `doc_id IS NOT NULL`, seals())
}

// setSeals hashes what is about to be published.
func (w *Writer) setSeals(ctx context.Context) error {
	if err := w.sealDocuments(ctx); err != nil {
		return err
	}
	others, err := tablesBesides(ctx, w.conn)
	if err != nil {
		return err
	}
	return w.replaceSeals(ctx, `doc_id IS NULL`, otherSeals(others))
}

func (w *Writer) replaceSeals(ctx context.Context, old, by string) error {
	for _, statement := range []string{`DELETE FROM seals WHERE ` + old, `INSERT INTO seals ` + by} {
		if _, err := w.conn.ExecContext(ctx, statement); err != nil {
			return fmt.Errorf("seal: %w", err)
		}
	}
	return nil
}

// altered is a published file that someone has written to: what of it is as it was published, and what is not.
type altered struct {
	sound map[string]struct{} // documents whose rows are as they were, and that the run has not read again
	lost  map[string]struct{} // documents of which rows were changed or removed, and that the run has not read again
	added []string            // documents that no run published
	parts []string            // the other tables that were changed
	same  map[string]struct{} // and those that were not
}

// alteration compares the opened copy of the published file with its seals. It returns nil where they hold, and where there
// is nothing to compare with; sealed tells which.
func alteration(ctx context.Context, conn *sql.Conn) (a *altered, sealed bool, err error) {
	const known = `SELECT count(*) FILTER (table_name = 'schema_version'), count(*) FILTER (table_name = 'seals') FROM duckdb_tables()
		WHERE database_name = current_database() AND schema_name = 'main'`
	var versions, sealTables int
	if err := conn.QueryRowContext(ctx, known).Scan(&versions, &sealTables); err != nil || versions == 0 {
		return nil, false, err
	}
	var version int
	if err := conn.QueryRowContext(ctx, `SELECT coalesce(max(version), 0) FROM schema_version`).Scan(&version); err != nil {
		return nil, false, err
	}
	if version > SchemaVersion() || version < sealedSince {
		return nil, false, nil
	}
	if sealTables == 0 {
		return nothingSound(ctx, conn), true, nil
	}
	var same bool
	const engine = `SELECT coalesce(max(seal), version()) = version() FROM seals WHERE part = '` + partEngine + `'`
	if err := conn.QueryRowContext(ctx, engine).Scan(&same); isGone(err) {
		return nothingSound(ctx, conn), true, nil
	} else if err != nil || !same {
		return nil, false, err
	}
	others, err := tablesBesides(ctx, conn)
	if err != nil {
		return nil, false, err
	}
	rows, err := conn.QueryContext(ctx, `SELECT coalesce(s.part, n.part), coalesce(s.doc_id, n.doc_id, ''), s.seal IS NOT NULL, s.seal IS NOT NULL AND s.seal IS NOT DISTINCT FROM n.seal
		FROM seals s FULL JOIN (`+seals()+` UNION ALL `+otherSeals(others)+`) n ON s.part = n.part AND s.doc_id IS NOT DISTINCT FROM n.doc_id ORDER BY 1, 2`)
	if isGone(err) {
		return nothingSound(ctx, conn), true, nil
	}
	if err != nil {
		return nil, false, err
	}
	defer rows.Close()
	a = &altered{sound: map[string]struct{}{}, lost: map[string]struct{}{}, same: map[string]struct{}{}}
	for rows.Next() {
		var part, doc string
		var had, holds bool
		if err := rows.Scan(&part, &doc, &had, &holds); err != nil {
			return nil, false, err
		}
		switch {
		case part == partDocument && holds:
			a.sound[doc] = struct{}{}
		case part == partDocument && had:
			a.lost[doc] = struct{}{}
		case part == partDocument:
			a.added = append(a.added, doc)
		case holds:
			a.same[part] = struct{}{}
		default:
			a.parts = append(a.parts, part)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, false, err
	}
	if len(a.sound)+len(a.lost) == 0 { // the seals are gone
		for _, doc := range a.added {
			a.lost[doc] = struct{}{}
		}
		a.added = nil
	}
	if len(a.lost)+len(a.added)+len(a.parts) == 0 {
		return nil, true, nil
	}
	return a, true, nil
}

// nothingSound is a file of which nothing can be compared: every document it still names is lost.
func nothingSound(ctx context.Context, conn *sql.Conn) *altered {
	a := &altered{lost: map[string]struct{}{}, parts: []string{partCatalog}}
	ids, _ := texts(ctx, conn, `SELECT doc_id FROM documents WHERE doc_id IS NOT NULL`) // where that is gone too, nobody can name them
	for _, id := range ids {
		a.lost[id] = struct{}{}
	}
	return a
}

// isGone: a table or column is not there that every published file has.
func isGone(err error) bool {
	var refused *duckdb.Error
	return errors.As(err, &refused) && (refused.Type == duckdb.ErrorTypeCatalog || refused.Type == duckdb.ErrorTypeBinder)
}

// sealedSince is the schema that has seals.
const sealedSince = 7

// read notes that the run has a reading of its own of a document.
func (a *altered) read(id string) {
	if a != nil {
		delete(a.sound, id)
		delete(a.lost, id)
	}
}

// String says what was changed.
func (a *altered) String() string {
	var said []string
	if n := len(a.lost); n > 0 {
		said = append(said, fmt.Sprintf("the rows of %d documents (%s)", n, some(slices.Sorted(maps.Keys(a.lost)))))
	}
	if n := len(a.added); n > 0 {
		said = append(said, fmt.Sprintf("%d documents that were not there (%s)", n, some(a.added)))
	}
	for _, part := range a.parts {
		if part == partCatalog {
			part = "what tables there are"
		}
		said = append(said, part)
	}
	return strings.Join(said, ", ")
}

// some are the first few names of many.
func some(names []string) string {
	const few = 3
	if len(names) > few {
		return strings.Join(names[:few], ", ") + ", …"
	}
	return strings.Join(names, ", ")
}

// carried are the tables that a run does not make anew: they are taken over from an altered file where they are as they
// were.
var carried = []string{"runs", "failures", "corrections"}

// startAnew puts an empty file in the place of the private copy, and the copy beside it.
func (w *Writer) startAnew(ctx context.Context) error {
	a := w.altered
	usable := a.sound != nil
	if usable {
		usable = migrate(ctx, w.conn) == nil // so that both have the same columns
	}
	if err := w.closeDB(); err != nil {
		return err
	}
	copied := w.next + "-altered"
	if err := w.target.disk.rename(w.next, copied); err != nil {
		return err
	}
	if err := w.connect(ctx, true); err != nil {
		return err
	}
	if err := migrate(ctx, w.conn); err != nil {
		return err
	}
	if usable {
		if _, err := w.conn.ExecContext(ctx, `ATTACH `+literal(copied)+` AS altered (READ_ONLY)`); err != nil {
			usable = false
		}
	}
	if !usable {
		maps.Copy(a.lost, a.sound)
		a.sound, a.same = nil, nil
	}
	for _, table := range carried {
		if _, same := a.same[table]; !same {
			continue
		}
		if _, err := w.conn.ExecContext(ctx, `INSERT INTO `+table+` BY NAME SELECT * FROM altered.`+table); err != nil {
			return fmt.Errorf("take %s over: %w", table, err)
		}
	}
	_, err := w.conn.ExecContext(ctx, `SET enable_external_access = false`)
	return err
}

// takeOver gives the new file the documents of the altered one that are as they were published and were not read again.
// Of the others, which nobody can vouch for, the run says that they are wanting.
func (w *Writer) takeOver(ctx context.Context, prune bool) error {
	a := w.altered
	if a == nil {
		return nil
	}
	if prune {
		maps.DeleteFunc(a.sound, func(id string, _ struct{}) bool {
			_, met := w.met[id]
			if !met {
				w.report.Pruned++
			}
			return !met
		})
	}
	for _, id := range slices.Sorted(maps.Keys(a.lost)) {
		if _, met := w.met[id]; !met && !prune {
			w.Fail(Failure{DocID: id, Kind: KindAltered, Message: "someone changed its rows in the published file, and this run does not read it: run yiyuan with the folder or file it is of"})
		}
	}
	if len(a.sound) == 0 {
		return nil
	}
	if _, err := w.conn.ExecContext(ctx, `CREATE OR REPLACE TEMP TABLE `+keptTable+` (doc_id VARCHAR)`); err != nil {
		return err
	}
	for _, id := range slices.Sorted(maps.Keys(a.sound)) {
		if err := w.append(keptTable, []driver.Value{id}); err != nil {
			return err
		}
	}
	if err := w.closeAppenders(); err != nil {
		return err
	}
	for _, table := range documentTables {
		take := `INSERT INTO ` + table + ` BY NAME SELECT * FROM altered.` + table + ` WHERE doc_id IN (SELECT doc_id FROM ` + keptTable + `)`
		if _, err := w.conn.ExecContext(ctx, take); err != nil {
			return fmt.Errorf("take documents over: %w", err)
		}
	}
	return w.sketch(ctx, `SELECT doc_id, text FROM documents WHERE doc_id IN (SELECT doc_id FROM `+keptTable+`)`)
}

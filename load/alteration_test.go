package load

import (
	"strings"
	"testing"
)

// TestSealedSince: files of the schema before are not taken for ones whose seals were removed.
func TestSealedSince(t *testing.T) {
	list, err := migrationList()
	if err != nil {
		t.Fatal(err)
	}
	if m := list[sealedSince-1]; m.name != "seals" {
		t.Errorf("schema %d is of %s", m.version, m.name)
	}
}

// TestRemovedSealsLoseNoDocumentSilently: of a file whose seals are gone, documents that the run does not read are wanting.
func TestRemovedSealsLoseNoDocumentSilently(t *testing.T) {
	for name, statement := range map[string]string{
		"the table": `DROP TABLE seals`, "a column": `ALTER TABLE seals DROP COLUMN seal`, "a table they are of": `DROP TABLE repairs`,
	} {
		t.Run(name, func(t *testing.T) {
			path, _ := firstRun(t, t.TempDir(), "a", "b")
			change(t, path, statement)
			var warnings []string
			w := warned(t, path, &warnings)
			readAll(t, w, "a")
			if report := publish(t, w, Outcome{}); report.Failures[KindAltered] != 1 {
				t.Errorf("report %+v, want b wanting", report)
			}
			if got := answer(t, path, `SELECT doc_id || ' ' || kind FROM failures`); got != "b altered" {
				t.Errorf("failures %q", got)
			}
		})
	}
}

// TestCopiesInAnAlteredFile: a document that is taken over and its copy that is read again are one story.
func TestCopiesInAnAlteredFile(t *testing.T) {
	text := strings.Repeat("全县完成固定资产投资，城镇新增就业平稳，居民收入继续增长。", 20)
	path := t.TempDir() + "/a.duckdb"
	one, two := article("a", 2), article("b", 2)
	one.Document.Text, two.Document.Text = one.Document.Text+text, two.Document.Text+text
	w := begin(t, path, "r1")
	put(t, w, one, two)
	publish(t, w, Outcome{})
	if got := answer(t, path, `SELECT count(DISTINCT story_id) FROM documents`); got != "1" {
		t.Fatalf("%s stories at first", got)
	}
	change(t, path, `UPDATE facts SET value = 1 WHERE doc_id = 'b'`)
	var warnings []string
	w = warned(t, path, &warnings)
	put(t, w, two)
	publish(t, w, Outcome{})
	if got := answer(t, path, `SELECT count(*) || ' ' || count(DISTINCT story_id) FROM documents`); got != "2 1" {
		t.Errorf("documents and stories are %s, want 2 1", got)
	}
}

// TestAlteredFileKeepsTheRulesOfRuns: a document that fails keeps its last good reading, also where the run prunes, and one that is none
// any more goes.
func TestAlteredFileKeepsTheRulesOfRuns(t *testing.T) {
	path, _ := firstRun(t, t.TempDir(), "a", "b", "c", "d")
	change(t, path, `UPDATE facts SET value = 1 WHERE doc_id = 'a'`)
	var warnings []string
	w := warned(t, path, &warnings)
	readAll(t, w, "a")
	w.Fail(Failure{DocID: "b", Kind: "transform"})
	w.Gone("c")
	report := publish(t, w, Outcome{Prune: true})
	if got := answer(t, path, `SELECT doc_id FROM documents ORDER BY doc_id`); got != "a b" || report.Pruned != 2 {
		t.Errorf("documents %q, pruned %d", got, report.Pruned)
	}
}

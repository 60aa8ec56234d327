-- A run is one row, what it met is what it wrote and what it left as it was, and every document and fact is of one.
SELECT run_id, documents, unchanged, written, NULL AS id, 'counts' AS broken FROM runs WHERE documents <> unchanged + written
UNION ALL
SELECT run_id, NULL, NULL, NULL, NULL, 'more than one row' FROM runs GROUP BY run_id HAVING count(*) > 1
UNION ALL
SELECT run_id, NULL, NULL, NULL, doc_id, 'no such run' FROM documents ANTI JOIN runs USING (run_id)
UNION ALL
SELECT run_id, NULL, NULL, NULL, fact_id, 'no such run' FROM facts ANTI JOIN runs USING (run_id)

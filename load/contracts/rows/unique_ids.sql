-- Every id of a document, mention or fact names one row.
SELECT 'documents' AS "table", doc_id AS id, count(*) AS rows FROM documents GROUP BY doc_id HAVING count(*) > 1
UNION ALL
SELECT 'mentions', mention_id, count(*) FROM mentions GROUP BY mention_id HAVING count(*) > 1
UNION ALL
SELECT 'facts', fact_id, count(*) FROM facts GROUP BY fact_id HAVING count(*) > 1

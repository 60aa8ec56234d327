-- What a row points to is there: documents, mentions, wholes and the code lists.
SELECT 'facts' AS "table", fact_id AS id, 'doc_id' AS "column", doc_id AS value FROM facts ANTI JOIN documents USING (doc_id)
UNION ALL
SELECT 'mentions', mention_id, 'doc_id', doc_id FROM mentions ANTI JOIN documents USING (doc_id)
UNION ALL
SELECT 'repairs', doc_id, 'doc_id', doc_id FROM repairs ANTI JOIN documents USING (doc_id)
UNION ALL
SELECT 'facts', f.fact_id, 'part_of', f.part_of
FROM facts f ANTI JOIN facts whole ON whole.fact_id = f.part_of AND whole.doc_id = f.doc_id WHERE f.part_of IS NOT NULL
UNION ALL
SELECT 'facts', f.fact_id, 'indicator', f.indicator FROM facts f ANTI JOIN indicators i ON i.code = f.indicator WHERE f.indicator IS NOT NULL
UNION ALL
SELECT 'facts', f.fact_id, 'unit', f.unit FROM facts f ANTI JOIN units u ON u.code = f.unit WHERE f.unit IS NOT NULL
UNION ALL
SELECT 'facts', f.fact_id, 'region_code', f.region_code
FROM facts f ANTI JOIN regions r ON r.code = f.region_code WHERE f.region_code IS NOT NULL AND EXISTS (FROM regions)

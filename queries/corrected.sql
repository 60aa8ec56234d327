-- Which facts people have put right, with what was read and why it was wrong.
-- example: yiyuan query corrected
SELECT c.fact_id, c.field, c.before, c.value, c.who, c.why, c.applied, f.quote, f.doc_id
FROM corrections c LEFT JOIN facts f USING (fact_id)
ORDER BY c.fact_id, c.field

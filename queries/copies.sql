-- Stories that several sites carry, and the documents that copy them.
-- param limit = 50  how many stories
-- example: yiyuan query copies --param limit=10
SELECT story_id, count(*) AS copies, string_agg(doc_id, ' · ' ORDER BY doc_id) AS documents, sum(facts) AS facts
FROM coverage GROUP BY story_id HAVING count(*) > 1
ORDER BY copies DESC, story_id
LIMIT CAST($limit AS BIGINT)

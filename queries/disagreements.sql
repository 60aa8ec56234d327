-- Which sources disagree most: conflicts by pair of documents, with the widest of them.
-- param explanation =  copies differ, too far apart, revised, named differently, sources disagree; one clause and one document too, which disagree with themselves; all between two documents where it is left out
-- param limit = 30  how many pairs
-- example: yiyuan query disagreements --param explanation=revised
SELECT least(low_doc_id, high_doc_id) AS one, greatest(low_doc_id, high_doc_id) AS other, count(*) AS conflicts, string_agg(DISTINCT explanation, ', ' ORDER BY explanation) AS explanations,
  arg_max(concat(region_name, ' ', statistic, ' ', year(period_end), ': ', low_quote, ' / ', high_quote), (abs(percent), low_fact_id)) AS widest
FROM conflicts
WHERE explanation = $explanation OR $explanation = '' AND low_doc_id <> high_doc_id
GROUP BY one, other
ORDER BY conflicts DESC, one, other
LIMIT CAST($limit AS BIGINT)

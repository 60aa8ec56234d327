-- Every digit of a text lies in exactly one mention.
-- Every reading was checked for this before it was stored. Counting in all texts again would be the dearest contract by
-- far, so of more than two hundred documents an eighth is counted, another one in each run.
WITH asked AS (
  SELECT doc_id FROM documents WHERE (SELECT count(*) FROM documents) <= 200 OR hash(doc_id, $run_id) % 8 = 0
),
read AS (
  SELECT doc_id, sum(length(mention_text) - length(translate(mention_text, '0123456789０１２３４５６７８９', ''))) AS digits
  FROM mentions SEMI JOIN asked USING (doc_id) GROUP BY doc_id
),
written AS (
  SELECT doc_id, length(text) - length(translate(text, '0123456789０１２３４５６７８９', '')) AS digits FROM documents SEMI JOIN asked USING (doc_id)
)
SELECT doc_id, written.digits AS digits_of_text, coalesce(read.digits, 0) AS digits_of_mentions
FROM written LEFT JOIN read USING (doc_id)
WHERE written.digits <> coalesce(read.digits, 0)

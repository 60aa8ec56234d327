-- Every digit of a text lies in exactly one mention.
WITH read AS (
  SELECT doc_id, sum(length(mention_text) - length(translate(mention_text, '0123456789０１２３４５６７８９', ''))) AS digits
  FROM mentions GROUP BY doc_id
),
written AS (
  SELECT doc_id, length(text) - length(translate(text, '0123456789０１２３４５６７８９', '')) AS digits FROM documents
)
SELECT doc_id, written.digits AS digits_of_text, coalesce(read.digits, 0) AS digits_of_mentions
FROM written LEFT JOIN read USING (doc_id)
WHERE written.digits <> coalesce(read.digits, 0)

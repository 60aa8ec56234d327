-- Which documents leave most figures unread: for each the number of figures, how many no rule understood, and one of them.
-- param limit = 20  how many documents
-- example: yiyuan query unread_by_document --param limit=5
SELECT doc_id, min(publisher) AS publisher, count(*) AS figures,
  count(*) FILTER (disposition = 'unread') AS unread,
  round(100.0 * count(*) FILTER (disposition = 'unread') / count(*), 1) AS percent,
  first(mention_text ORDER BY char_start) FILTER (disposition = 'unread') AS example
FROM mentions JOIN documents USING (doc_id)
GROUP BY doc_id
HAVING unread > 0
ORDER BY unread DESC, doc_id
LIMIT CAST($limit AS BIGINT)

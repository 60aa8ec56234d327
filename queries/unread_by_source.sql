-- Where figures are left unread, by source: who published, else the site, else the folder; with a document and one of its figures.
-- param limit = 20  how many sources
-- example: yiyuan query unread_by_source --param limit=5
WITH unread AS (
  SELECT d.source, min(struct_pack(doc_id := m.doc_id, at := m.char_start, figure := m.mention_text, reason := m.reason)) AS first
  FROM mentions m JOIN document_sources d USING (doc_id) WHERE m.disposition = 'unread' GROUP BY d.source
)
SELECT s.source, s.documents, s.figures, s.unread, s.percent_unread AS percent, u.first.figure AS example, u.first.reason AS reason, u.first.doc_id AS doc_id
FROM source_coverage s JOIN unread u USING (source)
ORDER BY s.unread DESC, s.source
LIMIT CAST($limit AS BIGINT)

-- Mentions of one document do not overlap.
SELECT doc_id, mention_id, char_start, char_end, mention_text
FROM mentions
QUALIFY char_start < lag(char_end) OVER (PARTITION BY doc_id ORDER BY char_start, char_end)

-- Each mention said to be a fact has one, no other mention has any, and a fact stands inside its mention's document.
SELECT mention_id, m.doc_id, mention_text, disposition, f.fact_id
FROM mentions m FULL JOIN facts f USING (mention_id)
WHERE (disposition = 'fact') <> (f.fact_id IS NOT NULL) OR m.mention_id IS NULL OR m.doc_id <> f.doc_id

-- The text between the offsets of a fact or mention is what the row says: substr(text, char_start + 1, char_end - char_start).
-- Every reading is checked whole before it is stored; asked here is whether the tables hold what was checked. The last
-- figure of a text tells: a text that lost or won a letter anywhere has moved it. Of more than two hundred documents an
-- eighth is asked, another one in each run; that figures are as long as their offsets say is asked of all.
WITH asked AS (
    SELECT doc_id FROM documents WHERE (SELECT count(*) FROM documents) <= 200 OR hash(doc_id, $run_id) % 8 = 0),
  last_fact AS (SELECT doc_id, arg_max(fact_id, char_start) AS id, max(char_start) AS char_start, arg_max(char_end, char_start) AS char_end, arg_max(value_text, char_start) AS said FROM facts SEMI JOIN asked USING (doc_id) GROUP BY doc_id),
  last_mention AS (SELECT doc_id, arg_max(mention_id, char_start) AS id, max(char_start) AS char_start, arg_max(char_end, char_start) AS char_end, arg_max(mention_text, char_start) AS said FROM mentions SEMI JOIN asked USING (doc_id) GROUP BY doc_id)
SELECT doc_id, id, char_start, char_end, said, substr(text, char_start + 1, char_end - char_start) AS stands
FROM documents JOIN (FROM last_fact UNION ALL FROM last_mention) USING (doc_id)
WHERE substr(text, char_start + 1, char_end - char_start) <> said
UNION ALL
SELECT doc_id, mention_id, char_start, char_end, mention_text, NULL FROM mentions WHERE char_end - char_start <> length(mention_text)
UNION ALL
SELECT doc_id, fact_id, char_start, char_end, value_text, NULL FROM facts WHERE char_end - char_start <> length(value_text)

-- Offsets, periods, confidence and the ends of a range lie where they can.
SELECT fact_id, doc_id, value_text, char_start, char_end, value, value_low, value_high, period_kind, period_start, period_end, confidence
FROM facts
WHERE char_start < 0 OR char_end <= char_start
  OR confidence NOT BETWEEN 0 AND 1
  OR value_low > value OR value > value_high
  OR period_start > period_end
  OR period_kind = 'as_of' AND period_start IS NOT NULL
  OR period_kind = 'none' AND (period_start IS NOT NULL OR period_end IS NOT NULL)
UNION ALL
SELECT mention_id, doc_id, mention_text, char_start, char_end, value, NULL, NULL, NULL, NULL, NULL, NULL
FROM mentions
WHERE char_start < 0 OR char_end <= char_start

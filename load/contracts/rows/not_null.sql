-- A fact says what is measured, how, in which unit, how closely, whether it came about, and in which words.
SELECT fact_id, doc_id, value_text, indicator, measure, unit, bound, status, quote, sentence
FROM facts
WHERE indicator IS NULL OR measure IS NULL OR unit IS NULL OR bound IS NULL OR status IS NULL OR quote IS NULL OR sentence IS NULL

-- The sentences of targets stand with their facts, and are joined when they are asked for.
DROP TABLE targets;
CREATE TABLE aims (
  line_id VARCHAR NOT NULL, region_code VARCHAR NOT NULL, region_name VARCHAR, indicator VARCHAR, statistic VARCHAR, industry VARCHAR, qualifier VARCHAR, price_basis VARCHAR, measure VARCHAR,
  base VARCHAR, unit VARCHAR, period_start DATE, period_end DATE NOT NULL, target DECIMAL(28,6) NOT NULL, target_bound VARCHAR, result DECIMAL(28,6),
  result_bound VARCHAR, result_outcome VARCHAR, met VARCHAR NOT NULL, margin DECIMAL(28,6), target_fact_id VARCHAR NOT NULL, target_doc_id VARCHAR NOT NULL,
  result_fact_id VARCHAR, result_doc_id VARCHAR);
COMMENT ON TABLE aims IS 'targets without the sentences';
COMMENT ON COLUMN aims.line_id IS 'as in panel';
COMMENT ON COLUMN aims.region_code IS 'place';
COMMENT ON COLUMN aims.region_name IS 'its name';
COMMENT ON COLUMN aims.indicator IS 'code in indicators';
COMMENT ON COLUMN aims.statistic IS 'what is measured';
COMMENT ON COLUMN aims.industry IS 'industry';
COMMENT ON COLUMN aims.qualifier IS 'restriction';
COMMENT ON COLUMN aims.price_basis IS 'growth: real (at constant prices), comparable (on the scope of before), NULL as printed; real is the rule for gdp and value_added, and left out';
COMMENT ON COLUMN aims.measure IS 'as in panel';
COMMENT ON COLUMN aims.base IS 'as in panel';
COMMENT ON COLUMN aims.unit IS 'code in units';
COMMENT ON COLUMN aims.period_start IS 'first day';
COMMENT ON COLUMN aims.period_end IS 'last day';
COMMENT ON COLUMN aims.target IS 'value aimed at';
COMMENT ON COLUMN aims.target_bound IS 'as in facts';
COMMENT ON COLUMN aims.result IS 'value reached';
COMMENT ON COLUMN aims.result_bound IS 'as in facts';
COMMENT ON COLUMN aims.result_outcome IS 'result, or forecast where no result is known';
COMMENT ON COLUMN aims.met IS 'met; missed; not stated (the place''s report of that year is here and does not state it in this form); not collected (there is no report of that year)';
COMMENT ON COLUMN aims.margin IS 'result less target';
COMMENT ON COLUMN aims.target_fact_id IS 'fact of the target';
COMMENT ON COLUMN aims.target_doc_id IS 'its document';
COMMENT ON COLUMN aims.result_fact_id IS 'fact of the result';
COMMENT ON COLUMN aims.result_doc_id IS 'its document';

CREATE VIEW targets AS
SELECT a.line_id, a.region_code, a.region_name, a.indicator, a.statistic, a.industry, a.qualifier, a.price_basis, a.measure, a.base, a.unit, a.period_start, a.period_end, a.target, a.target_bound,
  a.result, a.result_bound, a.result_outcome, a.met, a.margin, a.target_fact_id, a.target_doc_id, t.sentence AS target_sentence, a.result_fact_id, a.result_doc_id, r.sentence AS result_sentence
FROM aims a JOIN facts t ON t.fact_id = a.target_fact_id LEFT JOIN facts r ON r.fact_id = a.result_fact_id;
COMMENT ON VIEW targets IS 'Targets beside what came of them';
COMMENT ON COLUMN targets.line_id IS 'as in panel';
COMMENT ON COLUMN targets.region_code IS 'place';
COMMENT ON COLUMN targets.region_name IS 'its name';
COMMENT ON COLUMN targets.indicator IS 'code in indicators';
COMMENT ON COLUMN targets.statistic IS 'what is measured';
COMMENT ON COLUMN targets.industry IS 'industry';
COMMENT ON COLUMN targets.qualifier IS 'restriction';
COMMENT ON COLUMN targets.price_basis IS 'growth: real (at constant prices), comparable (on the scope of before), NULL as printed; real is the rule for gdp and value_added, and left out';
COMMENT ON COLUMN targets.measure IS 'as in panel';
COMMENT ON COLUMN targets.base IS 'as in panel';
COMMENT ON COLUMN targets.unit IS 'code in units';
COMMENT ON COLUMN targets.period_start IS 'first day';
COMMENT ON COLUMN targets.period_end IS 'last day';
COMMENT ON COLUMN targets.target IS 'value aimed at';
COMMENT ON COLUMN targets.target_bound IS 'as in facts';
COMMENT ON COLUMN targets.result IS 'value reached';
COMMENT ON COLUMN targets.result_bound IS 'as in facts';
COMMENT ON COLUMN targets.result_outcome IS 'result, or forecast where no result is known';
COMMENT ON COLUMN targets.met IS 'met; missed; not stated (the place''s report of that year is here and does not state it in this form); not collected (there is no report of that year)';
COMMENT ON COLUMN targets.margin IS 'result less target';
COMMENT ON COLUMN targets.target_fact_id IS 'fact of the target';
COMMENT ON COLUMN targets.target_doc_id IS 'its document';
COMMENT ON COLUMN targets.target_sentence IS 'its sentence';
COMMENT ON COLUMN targets.result_fact_id IS 'fact of the result';
COMMENT ON COLUMN targets.result_doc_id IS 'its document';
COMMENT ON COLUMN targets.result_sentence IS 'its sentence';

-- The terms of each fact, for those who ask why it stands in a series.
INSERT INTO observations SELECT fact_id, series_id, line_id, statistic, qualifier, industry, outcome, step, low, high FROM work.stated;

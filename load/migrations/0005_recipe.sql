-- What the series were made by, so that a run that changed no facts need not make them again.
CREATE TABLE series_recipe (sha256 VARCHAR NOT NULL);
COMMENT ON TABLE series_recipe IS 'One row: what the series in the file were made by';
COMMENT ON COLUMN series_recipe.sha256 IS 'hash of the rules, the statements and the tables of vocabulary';

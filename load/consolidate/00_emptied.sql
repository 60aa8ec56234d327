-- The series of the run before go first, and the checkpoint frees their blocks for the new ones: written beside them, these
-- would leave the file half empty and have every run compact it.
DELETE FROM coverage;
DELETE FROM entity_names;
DELETE FROM observations;
DELETE FROM panel;
DELETE FROM entity_panel;
DELETE FROM conflicts;
DELETE FROM aims;
DELETE FROM core_coverage;
DELETE FROM checks;
DELETE FROM fact_checks;
CHECKPOINT;

-- The series of the run before go, and their blocks are free.
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

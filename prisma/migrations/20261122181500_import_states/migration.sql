-- A batch's columns are chosen and its rows are checked before its preview; a row may be kept when a batch is undone.

ALTER TABLE import_batch DROP CONSTRAINT import_batch_state;
ALTER TABLE import_batch ADD CONSTRAINT import_batch_state
  CHECK (state IN ('mapping', 'checking', 'preview', 'running', 'stopped', 'done', 'reverting', 'reverted'));
ALTER TABLE import_row DROP CONSTRAINT import_row_state;
ALTER TABLE import_row ADD CONSTRAINT import_row_state
  CHECK (state IN ('read', 'ready', 'unchanged', 'refused', 'imported', 'failed', 'reverted', 'kept'));

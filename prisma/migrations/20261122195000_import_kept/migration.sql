-- A row that could not be taken back still has what was published for it.

ALTER TABLE import_row DROP CONSTRAINT import_row_made;
ALTER TABLE import_row ADD CONSTRAINT import_row_made
  CHECK ((state IN ('imported', 'reverted', 'kept')) = (made IS NOT NULL));

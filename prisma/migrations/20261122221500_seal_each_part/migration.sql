-- An import has its rules checked before its transaction ends, and with them what it wrote so far is sealed. What the
-- same transaction adds after that (its line in the history) was left out of that seal, which then never held: it gets a
-- seal of its own.
CREATE OR REPLACE FUNCTION seal_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last seal;
BEGIN
  IF EXISTS (SELECT FROM seal WHERE id = NEW.seal) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('seal', 0));
  SELECT * INTO last FROM seal ORDER BY position DESC LIMIT 1;
  INSERT INTO seal (id, position, hash) VALUES (NEW.seal, coalesce(last.position, 0) + 1, next_seal(last.hash, NEW.seal));
  PERFORM set_config('history.seal', '', true);
  RETURN NULL;
END $$;

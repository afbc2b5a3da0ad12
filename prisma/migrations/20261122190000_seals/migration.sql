-- A chain over the history: each transaction that adds to it is sealed with a hash of what it added and of the seal
-- before. Whoever changes, adds or removes a row later, even by SQL, breaks the chain from there on.

CREATE TABLE "seal" (
    "id" BIGSERIAL NOT NULL,
    "position" BIGINT NOT NULL,
    "hash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "seal_position_key" ON "seal"("position");

-- The seal of the transaction under way: a number that it keeps to its end.
CREATE FUNCTION current_seal() RETURNS bigint LANGUAGE plpgsql AS $$
DECLARE
  known text := nullif(current_setting('history.seal', true), '');
BEGIN
  IF known IS NULL THEN
    known := nextval('seal_id_seq')::text;
    PERFORM set_config('history.seal', known, true);
  END IF;
  RETURN known::bigint;
END $$;

ALTER TABLE "revision" ADD COLUMN "seal" BIGINT NOT NULL DEFAULT current_seal();
ALTER TABLE "change" ADD COLUMN "seal" BIGINT NOT NULL DEFAULT current_seal();
CREATE INDEX "revision_seal_idx" ON "revision"("seal");
CREATE INDEX "change_seal_idx" ON "change"("seal");

-- What a seal covers, as one hash. The columns are named one by one: a later one would change every hash.
CREATE FUNCTION sealed_content(sealed bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(content::text, E'\n' ORDER BY content::text COLLATE "C"), ''), 'UTF8')), 'hex')
  FROM (
    SELECT jsonb_build_array('revision', room, record_id, version, kind, data, card, reason, by_id, extract(epoch FROM at))
    FROM revision WHERE seal = sealed
    UNION ALL
    SELECT jsonb_build_array('change', id, command, by_id, detail, extract(epoch FROM at)) FROM change WHERE seal = sealed
  ) added (content)
$$;

CREATE FUNCTION next_seal(before text, sealed bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(before, '') || sealed_content(sealed), 'UTF8')), 'hex')
$$;

-- At the end of the transaction, when all that it adds is there; one after another.
CREATE FUNCTION seal_history() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last seal;
BEGIN
  IF EXISTS (SELECT FROM seal WHERE id = NEW.seal) THEN RETURN NULL; END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('seal', 0));
  SELECT * INTO last FROM seal ORDER BY position DESC LIMIT 1;
  INSERT INTO seal (id, position, hash) VALUES (NEW.seal, coalesce(last.position, 0) + 1, next_seal(last.hash, NEW.seal));
  RETURN NULL;
END $$;

-- What was there before there were seals is the first.
INSERT INTO seal (id, position, hash)
SELECT current_seal(), 1, next_seal(NULL, current_seal()) WHERE EXISTS (SELECT FROM change);

CREATE CONSTRAINT TRIGGER change_is_sealed AFTER INSERT ON change
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_history();
CREATE CONSTRAINT TRIGGER revision_is_sealed AFTER INSERT ON revision
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION seal_history();

CREATE TRIGGER seal_is_final BEFORE UPDATE OR DELETE ON seal FOR EACH ROW EXECUTE FUNCTION history_is_final();
CREATE TRIGGER seal_is_kept BEFORE TRUNCATE ON seal FOR EACH STATEMENT EXECUTE FUNCTION history_is_final();

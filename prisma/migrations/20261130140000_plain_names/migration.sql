-- The columns and tables take the names that the code and the public API use: `type` for the type of a record, and
-- `admin_` for the tables of the admin area. No row changes its meaning, and the history keeps its seals: a seal hashes
-- values in order, not column names.

ALTER TABLE "name" RENAME COLUMN "room" TO "type";
ALTER TABLE "reference" RENAME COLUMN "from_room" TO "from_type";
ALTER TABLE "reference" RENAME COLUMN "to_room" TO "to_type";
ALTER TABLE "draft" RENAME COLUMN "room" TO "type";
ALTER TABLE "revision" RENAME COLUMN "room" TO "type";
ALTER TABLE "tombstone" RENAME COLUMN "room" TO "type";
ALTER TABLE "quote_check" RENAME COLUMN "room" TO "type";
ALTER TABLE "merge" RENAME COLUMN "room" TO "type";
ALTER TABLE "not_same" RENAME COLUMN "room" TO "type";
ALTER TABLE "submission" RENAME COLUMN "room" TO "type";

-- Indexes and constraints follow the names that Prisma gives to them.
DO $$
DECLARE
  old record;
BEGIN
  FOR old IN
    SELECT c.relname AS name, replace(replace(c.relname, 'desk_', 'admin_'), 'room', 'type') AS new_name
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind = 'i' AND c.relname ~ '(^desk_|_room_|_room$)'
      AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))
  LOOP
    EXECUTE format('ALTER INDEX %I RENAME TO %I', old.name, old.new_name);
  END LOOP;
  FOR old IN
    SELECT k.conname AS name, k.conrelid::regclass AS table_name,
      replace(replace(k.conname, 'desk_', 'admin_'), 'room', 'type') AS new_name
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = k.connamespace
    WHERE n.nspname = current_schema() AND k.conname ~ '(^desk_|_room_|_room$)'
  LOOP
    EXECUTE format('ALTER TABLE %s RENAME CONSTRAINT %I TO %I', old.table_name, old.name, old.new_name);
  END LOOP;
  FOR old IN
    SELECT c.oid::regclass AS name, replace(c.relname, 'desk_', 'admin_') AS new_name, c.relkind
    FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE n.nspname = current_schema() AND c.relkind IN ('r', 'S') AND c.relname ~ '^desk_'
  LOOP
    EXECUTE format('ALTER %s %s RENAME TO %I', CASE old.relkind WHEN 'S' THEN 'SEQUENCE' ELSE 'TABLE' END, old.name, old.new_name);
  END LOOP;
END $$;

CREATE OR REPLACE FUNCTION record_has_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM revision r WHERE r.type = TG_ARGV[0] AND r.record_id = NEW.id AND r.version = NEW.version) THEN
    RAISE EXCEPTION 'version % of % % is not in the history', NEW.version, TG_ARGV[0], NEW.id
      USING ERRCODE = 'integrity_constraint_violation', CONSTRAINT = 'record_has_revision';
  END IF;
  RETURN NULL;
END $$;

-- The same values in the same order as before, so that every seal still holds.
CREATE OR REPLACE FUNCTION sealed_content(sealed bigint) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(coalesce(string_agg(content::text, E'\n' ORDER BY content::text COLLATE "C"), ''), 'UTF8')), 'hex')
  FROM (
    SELECT jsonb_build_array('revision', type, record_id, version, kind, data, card, reason, by_id, extract(epoch FROM at))
    FROM revision WHERE seal = sealed
    UNION ALL
    SELECT jsonb_build_array('change', id, command, by_id, detail, extract(epoch FROM at)) FROM change WHERE seal = sealed
  ) added (content)
$$;

-- Lists of entries that imports and merges keep. They are not part of the sealed history.
CREATE FUNCTION pg_temp.with_type(entries jsonb) RETURNS jsonb LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(jsonb_agg(
    CASE WHEN jsonb_typeof(entry) = 'object' AND entry ? 'room'
      THEN (entry - 'room') || jsonb_build_object('type', entry -> 'room') ELSE entry END ORDER BY position), '[]')
  FROM jsonb_array_elements(entries) WITH ORDINALITY AS given (entry, position)
$$;
UPDATE import_row SET entries = pg_temp.with_type(entries)
WHERE jsonb_typeof(entries) = 'array' AND entries @? '$[*].room';
UPDATE import_row SET made = pg_temp.with_type(made) WHERE jsonb_typeof(made) = 'array' AND made @? '$[*].room';
UPDATE merge SET changed = pg_temp.with_type(changed) WHERE jsonb_typeof(changed) = 'array' AND changed @? '$[*].room';

-- The importers of our own columns are named after the type of record that they read.
UPDATE import_batch SET kind = regexp_replace(kind, '^room-', 'type-') WHERE kind LIKE 'room-%';

-- A bulk run keeps the address of the list that it was started from.
UPDATE bulk_run SET back = regexp_replace(back, '([?&])room=', '\1type=', 'g') WHERE back ~ '[?&]room=';

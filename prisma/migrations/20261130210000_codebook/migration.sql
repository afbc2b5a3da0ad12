-- The revised codebook. Columns get their new codes here; cards and search vectors are written again by the application
-- after the migration (lib/features/rebuild). Revisions are sealed and keep the codes of their day.

ALTER TABLE "stance" DROP CONSTRAINT stance_lists_cases;
ALTER TABLE "stance" RENAME COLUMN "checked_on" TO "coded_on";
ALTER TABLE "stance"
  ADD COLUMN "bound" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "duty" TEXT,
  ADD COLUMN "evidence" TEXT,
  ADD COLUMN "as_of_basis" TEXT,
  ADD COLUMN "from_basis" TEXT,
  ADD COLUMN "coding" TEXT,
  ADD COLUMN "confirmed_on" DATE,
  ADD COLUMN "as_of_edtf" TEXT,
  ADD COLUMN "as_of_earliest" DATE,
  ADD COLUMN "as_of_latest" DATE,
  ADD COLUMN "as_of_as_written" TEXT,
  ADD COLUMN "until_edtf" TEXT,
  ADD COLUMN "until_earliest" DATE,
  ADD COLUMN "until_latest" DATE,
  ADD COLUMN "until_as_written" TEXT;

UPDATE "stance" SET
  value = CASE value
    WHEN 'must_not_assist' THEN 'must_not_cooperate' WHEN 'will_not_assist' THEN 'will_not_cooperate'
    WHEN 'assists_some' THEN 'some_cases' WHEN 'will_assist' THEN 'will_cooperate' WHEN 'must_assist' THEN 'must_cooperate'
    WHEN 'not_coded' THEN 'not_reviewed' ELSE value END,
  basis = CASE basis WHEN 'written_instrument' THEN 'instrument' ELSE basis END,
  coding = 'editor',
  as_of_edtf = coalesce(from_edtf, coded_on::text),
  as_of_earliest = CASE WHEN from_edtf IS NULL THEN coded_on ELSE from_earliest END,
  as_of_latest = CASE WHEN from_edtf IS NULL THEN coded_on ELSE from_latest END,
  as_of_as_written = from_as_written,
  as_of_basis = CASE WHEN from_edtf IS NULL THEN 'read_on' ELSE 'source' END,
  from_basis = CASE WHEN from_edtf IS NULL THEN NULL ELSE 'first_seen' END;

ALTER TABLE "stance"
  ALTER COLUMN "as_of_basis" SET NOT NULL,
  ALTER COLUMN "as_of_edtf" SET NOT NULL,
  ALTER COLUMN "coding" SET NOT NULL,
  ADD CONSTRAINT stance_lists_cases CHECK (value <> 'some_cases' OR cases IS NOT NULL),
  ADD CONSTRAINT stance_as_of_order CHECK (as_of_latest >= as_of_earliest),
  ADD CONSTRAINT stance_as_of_edtf CHECK (as_of_edtf IS NOT NULL OR num_nonnulls(as_of_latest, as_of_earliest) = 0),
  ADD CONSTRAINT stance_until_order CHECK (until_latest >= until_earliest),
  ADD CONSTRAINT stance_until_edtf CHECK (until_edtf IS NOT NULL OR num_nonnulls(until_latest, until_earliest) = 0),
  ADD CONSTRAINT stance_from_basis CHECK (from_basis IS NULL OR from_edtf IS NOT NULL);

DROP INDEX "stance_from_latest_id_idx";
DROP INDEX "stance_oldest";
CREATE INDEX "stance_as_of_latest_id_idx" ON "stance" ("as_of_latest" DESC, "id");
CREATE INDEX "stance_oldest" ON "stance" ("as_of_latest", "id");

-- `local-limits` became `local-cooperation`. Who supported limits opposes cooperation, and the reverse.
UPDATE "statement" SET topics = array_replace(topics, 'local-limits', 'local-cooperation') WHERE 'local-limits' = ANY (topics);
UPDATE "federal_action" SET topics = array_replace(topics, 'local-limits', 'local-cooperation') WHERE 'local-limits' = ANY (topics);
UPDATE "provision" SET topic = 'local-cooperation' WHERE topic = 'local-limits';
UPDATE "statement_position" SET topic = 'local-cooperation', position = CASE position
  WHEN 'supports' THEN 'opposes' WHEN 'supports_in_part' THEN 'opposes_in_part'
  WHEN 'opposes' THEN 'supports' WHEN 'opposes_in_part' THEN 'supports_in_part' ELSE position END
  WHERE topic = 'local-limits';

-- An approval belongs to one save of a draft: to the bytes that become public, not to the row that holds them.

-- Who wrote the content that the draft has now, who wrote its public note, and what was approved when it was scheduled.
ALTER TABLE "draft"
  ADD COLUMN "writer_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "announced_by_id" TEXT,
  ADD COLUMN "approved_hash" TEXT,
  ADD COLUMN "scheduled_with" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- Everything of a draft that becomes public, and the version that it replaces.
CREATE FUNCTION draft_content_hash(of draft) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(
    jsonb_build_array(of.type, of.record_id, of.base_version, of.data, of.publish_as, of.reason)::text, 'UTF8')), 'hex')
$$;

-- Earlier saves don't say who wrote what they kept, so everybody counts who may have written it.
UPDATE "draft" SET "writer_ids" = ARRAY(
  SELECT DISTINCT person FROM unnest(ARRAY["author_id", "updated_by_id"] || ARRAY(
    SELECT s."by_id" FROM "draft_save" s WHERE s."draft_id" = "draft"."id" AND s."save" = "draft"."saves")) AS person
  WHERE person IS NOT NULL);

UPDATE "draft" SET "announced_by_id" = (
  SELECT c."by_id" FROM "change" c WHERE c."command" = 'drafts.describe' AND c."detail" ->> 'draft' = "draft"."id"
  ORDER BY c."id" DESC LIMIT 1);

-- Drafts that one person scheduled for the same time were published together.
UPDATE "draft" SET "scheduled_with" = ARRAY(
  SELECT other."id" FROM "draft" other WHERE other."state" = 'scheduled'
    AND other."scheduled_for" = "draft"."scheduled_for" AND other."scheduled_by_id" = "draft"."scheduled_by_id"
  ORDER BY other."id")
WHERE "state" = 'scheduled';

-- A draft that was changed after it was scheduled has no approval, and goes back to its author when it is due.
UPDATE "draft" SET "approved_hash" = draft_content_hash("draft")
WHERE "state" = 'scheduled' AND NOT EXISTS (
  SELECT FROM "draft_save" s, (
    SELECT max(c."at") AS at, max(c."id") AS id FROM "change" c
    WHERE c."command" = 'drafts.schedule' AND c."detail" -> 'drafts' ? "draft"."id"
  ) scheduled
  WHERE s."draft_id" = "draft"."id" AND (
    (NOT s."aside" AND s."at" > scheduled.at)
    OR EXISTS (
      SELECT FROM "change" later WHERE later."id" > scheduled.id
        AND later."command" IN ('drafts.describe', 'drafts.rebase') AND later."detail" ->> 'draft' = "draft"."id")));

ALTER TABLE "draft"
  ADD CONSTRAINT "draft_approval" CHECK ("state" = 'scheduled' OR ("approved_hash" IS NULL AND "scheduled_with" = '{}'));

-- Everybody who wrote in an import, and which check of its rows was on the screen of the person who started it.
ALTER TABLE "import_batch"
  ADD COLUMN "writer_ids" TEXT[] DEFAULT ARRAY[]::TEXT[],
  ADD COLUMN "checks" INTEGER NOT NULL DEFAULT 0;
UPDATE "import_batch" SET "writer_ids" = ARRAY(
  SELECT DISTINCT person FROM unnest(ARRAY["by_id", "mapping" ->> 'actorId']) AS person WHERE person IS NOT NULL);

-- The public reason of a withdrawal or a merge that waits for a second person. Until then readers see a fixed sentence.
CREATE TABLE "waiting_reason" (
    "id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "saves" INTEGER NOT NULL DEFAULT 1,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_by_id" TEXT,
    "approved_at" TIMESTAMPTZ(3),

    CONSTRAINT "waiting_reason_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "waiting_reason_type_record_id_version_key" ON "waiting_reason"("type", "record_id", "version");
ALTER TABLE "waiting_reason"
  ADD CONSTRAINT "waiting_reason_kind" CHECK ("kind" IN ('withdrawn', 'merged')),
  ADD CONSTRAINT "waiting_reason_second" CHECK ("approved_by_id" <> "by_id"),
  ADD CONSTRAINT "waiting_reason_approved" CHECK (("approved_at" IS NULL) = ("approved_by_id" IS NULL));

-- The content that each draft of a bulk run had when the run was started.
ALTER TABLE "bulk_item" ADD COLUMN "content" TEXT;

-- A merged record returns by undoing its merge only. Where one was published again from a draft, its merge counts as
-- undone by whoever published it, and its addresses lead to itself.

WITH gone AS (
  SELECT m."id", m."type", m."from_id", last."version" FROM "merge" m
  JOIN "revision" stays ON stays."type" = m."type" AND stays."record_id" = m."into_id"
    AND stays."version" = (m."changed" -> 0 ->> 'version')::int
  JOIN "revision" last ON last."type" = m."type" AND last."record_id" = m."from_id" AND last."kind" = 'merged'
    AND last."seal" = stays."seal"
  WHERE m."undone_at" IS NULL
), again AS (
  SELECT DISTINCT ON (gone."id") gone."id", r."at", r."by_id" FROM gone
  JOIN "revision" r ON r."type" = gone."type" AND r."record_id" = gone."from_id" AND r."version" > gone."version"
    AND r."kind" <> 'merged'
  ORDER BY gone."id", r."version"
)
UPDATE "merge" SET "undone_at" = again."at", "undone_by_id" = again."by_id" FROM again WHERE "merge"."id" = again."id";

DELETE FROM "redirect" USING "merge" undone
WHERE undone."undone_at" IS NOT NULL
  AND ("from_path" = '/' || undone."type" || '/' || undone."from_id"
    OR "from_path" LIKE '/' || undone."type" || '/' || undone."from_id" || '-%')
  AND NOT EXISTS (SELECT FROM "merge" other WHERE other."type" = undone."type" AND other."from_id" = undone."from_id"
    AND other."undone_at" IS NULL);

-- A statement was counted among those of who governs a place by the roles that its speakers had when it was published;
-- what was corrected in their roles later did not reach it. Now it does, and what is there is put right.
UPDATE "statement" SET "represents" = NOT "represents"
WHERE "represents" <> (
  NOT EXISTS (SELECT FROM "statement_speaker" WHERE "statement_id" = "statement"."id" AND "organization_id" IS NOT NULL)
  AND coalesce((SELECT bool_and("office" IN ('us_senator', 'us_representative', 'state_legislator'))
    FROM "statement_speaker" JOIN "role" ON "role"."official_id" = "statement_speaker"."official_id"
    WHERE "statement_id" = "statement"."id"), false));

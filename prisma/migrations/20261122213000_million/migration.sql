-- What lists, pages and filters need to stay fast with a million statements.

-- The role on the day, in columns: filters read them instead of a million cards. They say what the card says.
ALTER TABLE "statement_speaker" ADD COLUMN "role_party" TEXT, ADD COLUMN "role_organization_id" TEXT;

UPDATE statement_speaker
SET role_party = speaker -> 'role' ->> 'party', role_organization_id = speaker -> 'role' -> 'organization' ->> 'id'
FROM statement, jsonb_array_elements(card -> 'speakers') WITH ORDINALITY AS said (speaker, place)
WHERE statement.id = statement_id AND position = place - 1;

-- Who or what is asked for, with the statement beside it: the index alone answers.
DROP INDEX "statement_speaker_official_id_idx", "statement_speaker_organization_id_idx",
  "statement_place_jurisdiction_id_idx", "statement_answer_federal_action_id_idx", "source_outlet_idx";
CREATE INDEX "statement_speaker_official_id_statement_id_idx" ON "statement_speaker"("official_id", "statement_id");
CREATE INDEX "statement_speaker_organization_id_statement_id_idx" ON "statement_speaker"("organization_id", "statement_id");
CREATE INDEX "statement_speaker_role_party_statement_id_idx" ON "statement_speaker"("role_party", "statement_id");
CREATE INDEX "statement_speaker_role_organization_id_statement_id_idx" ON "statement_speaker"("role_organization_id", "statement_id");
CREATE INDEX "statement_place_jurisdiction_id_statement_id_idx" ON "statement_place"("jurisdiction_id", "statement_id");
CREATE INDEX "statement_answer_federal_action_id_statement_id_idx" ON "statement_answer"("federal_action_id", "statement_id");
CREATE INDEX "statement_position_position_statement_id_idx" ON "statement_position"("position", "statement_id");
CREATE INDEX "citation_fidelity_variant_id_idx" ON "citation"("fidelity", "variant_id");
CREATE INDEX "source_outlet_id_idx" ON "source"("outlet", "id");
CREATE INDEX "source_kind_id_idx" ON "source"("kind", "id");

-- The days of the timeline, and the versions that readers are told of.
CREATE INDEX statement_day ON statement ((coalesce(date_latest, date_earliest)) DESC, id);
CREATE INDEX revision_told ON revision (at DESC, room, record_id) WHERE kind IN ('corrected', 'restored', 'merged', 'withdrawn');
CREATE INDEX "revision_at_room_record_id_version_idx" ON "revision"("at", "room", "record_id", "version");

-- Names are found by what they look like (trigrams), without case and accents.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

-- A name as people type it: without case, accents, stops and quotation marks ("St. Louis" is "st louis").
-- unaccent() alone is not immutable, because it looks its dictionary up by the search path; this one names it.
CREATE FUNCTION fold(words text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(public.unaccent('public.unaccent'::regdictionary, translate(words, $$.,'’‘ʻ“”"$$, '')));

-- Words of the record in English, Spanish, and as they are (names, places), accents folded in all three.
CREATE TEXT SEARCH CONFIGURATION record_en (COPY = pg_catalog.english);
ALTER TEXT SEARCH CONFIGURATION record_en
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
CREATE TEXT SEARCH CONFIGURATION record_es (COPY = pg_catalog.spanish);
ALTER TEXT SEARCH CONFIGURATION record_es
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, spanish_stem;
CREATE TEXT SEARCH CONFIGURATION record_name (COPY = pg_catalog.simple);
ALTER TEXT SEARCH CONFIGURATION record_name
  ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

-- CreateTable
CREATE TABLE "jurisdiction" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "full_name" TEXT NOT NULL,
    "usps" TEXT NOT NULL,
    "geoid" TEXT,
    "ocd_id" TEXT,
    "geonames_id" INTEGER,
    "county_geoid" TEXT,
    "parent_id" TEXT,
    "population" INTEGER,
    "lat" DOUBLE PRECISION,
    "lon" DOUBLE PRECISION,
    "aliases" TEXT[],
    "note" JSONB,

    CONSTRAINT "jurisdiction_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "note" JSONB,
    "jurisdiction_id" TEXT NOT NULL,

    CONSTRAINT "organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organization_service" (
    "organization_id" TEXT NOT NULL,
    "jurisdiction_id" TEXT NOT NULL,

    CONSTRAINT "organization_service_pkey" PRIMARY KEY ("organization_id","jurisdiction_id")
);

-- CreateTable
CREATE TABLE "official" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "name" TEXT NOT NULL,
    "aliases" TEXT[],
    "bioguide" TEXT,
    "note" JSONB,

    CONSTRAINT "official_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "role" (
    "id" UUID NOT NULL,
    "official_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "title" JSONB NOT NULL,
    "office" TEXT NOT NULL,
    "organization_id" TEXT,
    "jurisdiction_id" TEXT NOT NULL,
    "district" TEXT,
    "party" TEXT,
    "from_edtf" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_as_written" TEXT,
    "to_edtf" TEXT,
    "to_earliest" DATE,
    "to_latest" DATE,
    "to_as_written" TEXT,

    CONSTRAINT "role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "topics" TEXT[],
    "rationales" TEXT[],
    "notes" JSONB NOT NULL,
    "represents" BOOLEAN NOT NULL,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_as_written" TEXT,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_speaker" (
    "id" UUID NOT NULL,
    "statement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "official_id" TEXT,
    "organization_id" TEXT,
    "as_printed" TEXT,

    CONSTRAINT "statement_speaker_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_place" (
    "statement_id" TEXT NOT NULL,
    "jurisdiction_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "statement_place_pkey" PRIMARY KEY ("statement_id","jurisdiction_id")
);

-- CreateTable
CREATE TABLE "statement_variant" (
    "id" UUID NOT NULL,
    "statement_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "passages" TEXT[],
    "preferred" BOOLEAN NOT NULL,
    "reason" JSONB,

    CONSTRAINT "statement_variant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "statement_position" (
    "statement_id" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "position" TEXT NOT NULL,
    "span" TEXT NOT NULL,

    CONSTRAINT "statement_position_pkey" PRIMARY KEY ("statement_id","topic")
);

-- CreateTable
CREATE TABLE "statement_answer" (
    "statement_id" TEXT NOT NULL,
    "federal_action_id" TEXT NOT NULL,

    CONSTRAINT "statement_answer_pkey" PRIMARY KEY ("statement_id","federal_action_id")
);

-- CreateTable
CREATE TABLE "policy" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "title" JSONB NOT NULL,
    "instrument" TEXT NOT NULL,
    "number" TEXT,
    "model" TEXT,
    "binding" TEXT NOT NULL,
    "summary" JSONB NOT NULL,
    "notes" JSONB NOT NULL,
    "jurisdiction_id" TEXT NOT NULL,
    "organization_id" TEXT,
    "official_id" TEXT,
    "latest_event" DATE,

    CONSTRAINT "policy_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_event" (
    "id" UUID NOT NULL,
    "policy_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" JSONB,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_as_written" TEXT,

    CONSTRAINT "policy_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "provision" (
    "id" UUID NOT NULL,
    "policy_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "topic" TEXT NOT NULL,
    "text" JSONB NOT NULL,
    "span" TEXT NOT NULL,

    CONSTRAINT "provision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "policy_answer" (
    "policy_id" TEXT NOT NULL,
    "federal_action_id" TEXT NOT NULL,

    CONSTRAINT "policy_answer_pkey" PRIMARY KEY ("policy_id","federal_action_id")
);

-- CreateTable
CREATE TABLE "stance" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "topic" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "setting" TEXT,
    "cases" JSONB,
    "basis" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "disputed" JSONB,
    "note" JSONB,
    "jurisdiction_id" TEXT NOT NULL,
    "organization_id" TEXT,
    "supersedes_id" TEXT,
    "from_edtf" TEXT,
    "from_earliest" DATE,
    "from_latest" DATE,
    "from_as_written" TEXT,

    CONSTRAINT "stance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stance_statement" (
    "stance_id" TEXT NOT NULL,
    "statement_id" TEXT NOT NULL,

    CONSTRAINT "stance_statement_pkey" PRIMARY KEY ("stance_id","statement_id")
);

-- CreateTable
CREATE TABLE "stance_policy" (
    "stance_id" TEXT NOT NULL,
    "policy_id" TEXT NOT NULL,

    CONSTRAINT "stance_policy_pkey" PRIMARY KEY ("stance_id","policy_id")
);

-- CreateTable
CREATE TABLE "federal_action" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "title" JSONB NOT NULL,
    "kind" TEXT NOT NULL,
    "agency" TEXT,
    "summary" JSONB NOT NULL,
    "topics" TEXT[],
    "notes" JSONB NOT NULL,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_as_written" TEXT,

    CONSTRAINT "federal_action_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "federal_action_event" (
    "id" UUID NOT NULL,
    "federal_action_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "note" JSONB,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_as_written" TEXT,

    CONSTRAINT "federal_action_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "title" TEXT NOT NULL,
    "url" TEXT,
    "url_key" TEXT,
    "outlet" TEXT NOT NULL,
    "authors" TEXT[],
    "kind" TEXT NOT NULL,
    "archive_url" TEXT,
    "note" JSONB,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_as_written" TEXT,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "capture" (
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "captured_on" DATE,
    "text" TEXT,
    "note" JSONB,

    CONSTRAINT "capture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source_lineage" (
    "source_id" TEXT NOT NULL,
    "original_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "note" JSONB,

    CONSTRAINT "source_lineage_pkey" PRIMARY KEY ("source_id","original_id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "locator" TEXT,
    "note" JSONB NOT NULL,

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead_place" (
    "lead_id" UUID NOT NULL,
    "jurisdiction_id" TEXT NOT NULL,

    CONSTRAINT "lead_place_pkey" PRIMARY KEY ("lead_id","jurisdiction_id")
);

-- CreateTable
CREATE TABLE "citation" (
    "id" UUID NOT NULL,
    "source_id" TEXT NOT NULL,
    "position" INTEGER NOT NULL DEFAULT 0,
    "exact" TEXT,
    "prefix" TEXT,
    "suffix" TEXT,
    "locator" TEXT,
    "fidelity" TEXT NOT NULL,
    "found" TEXT NOT NULL,
    "note" JSONB,
    "variant_id" UUID,
    "policy_event_id" UUID,
    "federal_action_event_id" UUID,
    "statement_id" TEXT,
    "policy_id" TEXT,
    "stance_id" TEXT,
    "federal_action_id" TEXT,
    "role_id" UUID,
    "label_id" TEXT,

    CONSTRAINT "citation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "label" (
    "id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "card" JSONB NOT NULL,
    "search" tsvector,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "words" TEXT NOT NULL,
    "labeller" TEXT NOT NULL,
    "own" BOOLEAN NOT NULL,
    "note" JSONB,
    "jurisdiction_id" TEXT NOT NULL,
    "statement_id" TEXT,
    "policy_id" TEXT,
    "date_edtf" TEXT,
    "date_earliest" DATE,
    "date_latest" DATE,
    "date_as_written" TEXT,

    CONSTRAINT "label_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "name" (
    "id" BIGSERIAL NOT NULL,
    "room" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "own" BOOLEAN NOT NULL,
    "weight" INTEGER NOT NULL,

    CONSTRAINT "name_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reference" (
    "from_room" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "to_room" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,

    CONSTRAINT "reference_pkey" PRIMARY KEY ("from_room","from_id","to_room","to_id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "base_version" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'editing',
    "scheduled_for" TIMESTAMPTZ(3),
    "author_id" TEXT NOT NULL,
    "saves" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revision" (
    "room" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "card" JSONB NOT NULL,
    "reason" JSONB,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "revision_pkey" PRIMARY KEY ("room","record_id","version")
);

-- CreateTable
CREATE TABLE "change" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "command" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "detail" JSONB NOT NULL,

    CONSTRAINT "change_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "redirect" (
    "from_path" TEXT NOT NULL,
    "to_path" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "reason" JSONB,

    CONSTRAINT "redirect_pkey" PRIMARY KEY ("from_path")
);

-- CreateTable
CREATE TABLE "tombstone" (
    "room" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "reason" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "tombstone_pkey" PRIMARY KEY ("room","record_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_path_key" ON "jurisdiction"("path");

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_geoid_key" ON "jurisdiction"("geoid");

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_geonames_id_key" ON "jurisdiction"("geonames_id");

-- CreateIndex
CREATE UNIQUE INDEX "jurisdiction_county_geoid_key" ON "jurisdiction"("county_geoid");

-- CreateIndex
CREATE INDEX "jurisdiction_parent_id_population_idx" ON "jurisdiction"("parent_id", "population" DESC);

-- CreateIndex
CREATE INDEX "jurisdiction_usps_kind_population_idx" ON "jurisdiction"("usps", "kind", "population" DESC);

-- CreateIndex
CREATE INDEX "jurisdiction_search_idx" ON "jurisdiction" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "organization_path_key" ON "organization"("path");

-- CreateIndex
CREATE INDEX "organization_jurisdiction_id_idx" ON "organization"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "organization_name_id_idx" ON "organization"("name", "id");

-- CreateIndex
CREATE INDEX "organization_search_idx" ON "organization" USING GIN ("search");

-- CreateIndex
CREATE INDEX "organization_service_jurisdiction_id_idx" ON "organization_service"("jurisdiction_id");

-- CreateIndex
CREATE UNIQUE INDEX "official_path_key" ON "official"("path");

-- CreateIndex
CREATE UNIQUE INDEX "official_bioguide_key" ON "official"("bioguide");

-- CreateIndex
CREATE INDEX "official_name_id_idx" ON "official"("name", "id");

-- CreateIndex
CREATE INDEX "official_search_idx" ON "official" USING GIN ("search");

-- CreateIndex
CREATE INDEX "role_official_id_idx" ON "role"("official_id");

-- CreateIndex
CREATE INDEX "role_jurisdiction_id_idx" ON "role"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "role_organization_id_idx" ON "role"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_path_key" ON "statement"("path");

-- CreateIndex
CREATE INDEX "statement_date_latest_id_idx" ON "statement"("date_latest" DESC, "id");

-- CreateIndex
CREATE INDEX "statement_topics_idx" ON "statement" USING GIN ("topics");

-- CreateIndex
CREATE INDEX "statement_search_idx" ON "statement" USING GIN ("search");

-- CreateIndex
CREATE INDEX "statement_speaker_official_id_idx" ON "statement_speaker"("official_id");

-- CreateIndex
CREATE INDEX "statement_speaker_organization_id_idx" ON "statement_speaker"("organization_id");

-- CreateIndex
CREATE UNIQUE INDEX "statement_speaker_once" ON "statement_speaker"("statement_id", "official_id", "organization_id") NULLS NOT DISTINCT;

-- CreateIndex
CREATE INDEX "statement_place_jurisdiction_id_idx" ON "statement_place"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "statement_variant_statement_id_idx" ON "statement_variant"("statement_id");

-- CreateIndex
CREATE INDEX "statement_position_topic_position_idx" ON "statement_position"("topic", "position");

-- CreateIndex
CREATE INDEX "statement_answer_federal_action_id_idx" ON "statement_answer"("federal_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "policy_path_key" ON "policy"("path");

-- CreateIndex
CREATE INDEX "policy_jurisdiction_id_idx" ON "policy"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "policy_organization_id_idx" ON "policy"("organization_id");

-- CreateIndex
CREATE INDEX "policy_official_id_idx" ON "policy"("official_id");

-- CreateIndex
CREATE INDEX "policy_latest_event_id_idx" ON "policy"("latest_event" DESC, "id");

-- CreateIndex
CREATE INDEX "policy_search_idx" ON "policy" USING GIN ("search");

-- CreateIndex
CREATE INDEX "policy_event_policy_id_idx" ON "policy_event"("policy_id");

-- CreateIndex
CREATE INDEX "provision_policy_id_idx" ON "provision"("policy_id");

-- CreateIndex
CREATE INDEX "provision_topic_idx" ON "provision"("topic");

-- CreateIndex
CREATE INDEX "policy_answer_federal_action_id_idx" ON "policy_answer"("federal_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "stance_path_key" ON "stance"("path");

-- CreateIndex
CREATE UNIQUE INDEX "stance_supersedes_id_key" ON "stance"("supersedes_id");

-- CreateIndex
CREATE INDEX "stance_jurisdiction_id_topic_idx" ON "stance"("jurisdiction_id", "topic");

-- CreateIndex
CREATE INDEX "stance_organization_id_idx" ON "stance"("organization_id");

-- CreateIndex
CREATE INDEX "stance_topic_value_idx" ON "stance"("topic", "value");

-- CreateIndex
CREATE INDEX "stance_from_latest_id_idx" ON "stance"("from_latest" DESC, "id");

-- CreateIndex
CREATE INDEX "stance_search_idx" ON "stance" USING GIN ("search");

-- CreateIndex
CREATE INDEX "stance_statement_statement_id_idx" ON "stance_statement"("statement_id");

-- CreateIndex
CREATE INDEX "stance_policy_policy_id_idx" ON "stance_policy"("policy_id");

-- CreateIndex
CREATE UNIQUE INDEX "federal_action_path_key" ON "federal_action"("path");

-- CreateIndex
CREATE INDEX "federal_action_date_latest_id_idx" ON "federal_action"("date_latest" DESC, "id");

-- CreateIndex
CREATE INDEX "federal_action_search_idx" ON "federal_action" USING GIN ("search");

-- CreateIndex
CREATE INDEX "federal_action_event_federal_action_id_idx" ON "federal_action_event"("federal_action_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_path_key" ON "source"("path");

-- CreateIndex
CREATE UNIQUE INDEX "source_url_key_key" ON "source"("url_key");

-- CreateIndex
CREATE INDEX "source_date_latest_id_idx" ON "source"("date_latest" DESC, "id");

-- CreateIndex
CREATE INDEX "source_outlet_idx" ON "source"("outlet");

-- CreateIndex
CREATE INDEX "source_search_idx" ON "source" USING GIN ("search");

-- CreateIndex
CREATE UNIQUE INDEX "capture_source_id_sha256_key" ON "capture"("source_id", "sha256");

-- CreateIndex
CREATE INDEX "source_lineage_original_id_idx" ON "source_lineage"("original_id");

-- CreateIndex
CREATE INDEX "lead_source_id_idx" ON "lead"("source_id");

-- CreateIndex
CREATE INDEX "lead_place_jurisdiction_id_idx" ON "lead_place"("jurisdiction_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_variant_id_key" ON "citation"("variant_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_policy_event_id_key" ON "citation"("policy_event_id");

-- CreateIndex
CREATE UNIQUE INDEX "citation_federal_action_event_id_key" ON "citation"("federal_action_event_id");

-- CreateIndex
CREATE INDEX "citation_source_id_idx" ON "citation"("source_id");

-- CreateIndex
CREATE INDEX "citation_statement_id_idx" ON "citation"("statement_id");

-- CreateIndex
CREATE INDEX "citation_policy_id_idx" ON "citation"("policy_id");

-- CreateIndex
CREATE INDEX "citation_stance_id_idx" ON "citation"("stance_id");

-- CreateIndex
CREATE INDEX "citation_federal_action_id_idx" ON "citation"("federal_action_id");

-- CreateIndex
CREATE INDEX "citation_role_id_idx" ON "citation"("role_id");

-- CreateIndex
CREATE INDEX "citation_label_id_idx" ON "citation"("label_id");

-- CreateIndex
CREATE UNIQUE INDEX "label_path_key" ON "label"("path");

-- CreateIndex
CREATE INDEX "label_jurisdiction_id_idx" ON "label"("jurisdiction_id");

-- CreateIndex
CREATE INDEX "label_date_latest_id_idx" ON "label"("date_latest" DESC, "id");

-- CreateIndex
CREATE INDEX "label_statement_id_idx" ON "label"("statement_id");

-- CreateIndex
CREATE INDEX "label_policy_id_idx" ON "label"("policy_id");

-- CreateIndex
CREATE INDEX "label_search_idx" ON "label" USING GIN ("search");

-- CreateIndex
CREATE INDEX "name_room_record_id_idx" ON "name"("room", "record_id");

-- CreateIndex
CREATE INDEX "name_folded_trigrams" ON "name" USING GIN ("folded" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "name_folded_prefix" ON "name" USING SPGIST ("folded");

-- CreateIndex
CREATE INDEX "reference_to_room_to_id_idx" ON "reference"("to_room", "to_id");

-- CreateIndex
CREATE INDEX "draft_room_record_id_idx" ON "draft"("room", "record_id");

-- CreateIndex
CREATE INDEX "draft_state_updated_at_idx" ON "draft"("state", "updated_at");

-- CreateIndex
CREATE INDEX "revision_at_idx" ON "revision"("at" DESC);

-- CreateIndex
CREATE INDEX "change_at_idx" ON "change"("at" DESC);

-- CreateIndex
CREATE INDEX "redirect_to_path_idx" ON "redirect"("to_path");

-- CreateIndex
CREATE UNIQUE INDEX "tombstone_path_key" ON "tombstone"("path");

-- AddForeignKey
ALTER TABLE "jurisdiction" ADD CONSTRAINT "jurisdiction_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization" ADD CONSTRAINT "organization_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_service" ADD CONSTRAINT "organization_service_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organization_service" ADD CONSTRAINT "organization_service_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "role" ADD CONSTRAINT "role_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_speaker" ADD CONSTRAINT "statement_speaker_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_speaker" ADD CONSTRAINT "statement_speaker_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_speaker" ADD CONSTRAINT "statement_speaker_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_place" ADD CONSTRAINT "statement_place_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_place" ADD CONSTRAINT "statement_place_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_variant" ADD CONSTRAINT "statement_variant_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_position" ADD CONSTRAINT "statement_position_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_answer" ADD CONSTRAINT "statement_answer_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "statement_answer" ADD CONSTRAINT "statement_answer_federal_action_id_fkey" FOREIGN KEY ("federal_action_id") REFERENCES "federal_action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy" ADD CONSTRAINT "policy_official_id_fkey" FOREIGN KEY ("official_id") REFERENCES "official"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_event" ADD CONSTRAINT "policy_event_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "provision" ADD CONSTRAINT "provision_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_answer" ADD CONSTRAINT "policy_answer_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "policy_answer" ADD CONSTRAINT "policy_answer_federal_action_id_fkey" FOREIGN KEY ("federal_action_id") REFERENCES "federal_action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_organization_id_fkey" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance" ADD CONSTRAINT "stance_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "stance"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance_statement" ADD CONSTRAINT "stance_statement_stance_id_fkey" FOREIGN KEY ("stance_id") REFERENCES "stance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance_statement" ADD CONSTRAINT "stance_statement_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance_policy" ADD CONSTRAINT "stance_policy_stance_id_fkey" FOREIGN KEY ("stance_id") REFERENCES "stance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stance_policy" ADD CONSTRAINT "stance_policy_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "federal_action_event" ADD CONSTRAINT "federal_action_event_federal_action_id_fkey" FOREIGN KEY ("federal_action_id") REFERENCES "federal_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "capture" ADD CONSTRAINT "capture_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_lineage" ADD CONSTRAINT "source_lineage_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_lineage" ADD CONSTRAINT "source_lineage_original_id_fkey" FOREIGN KEY ("original_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead" ADD CONSTRAINT "lead_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_place" ADD CONSTRAINT "lead_place_lead_id_fkey" FOREIGN KEY ("lead_id") REFERENCES "lead"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "lead_place" ADD CONSTRAINT "lead_place_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_variant_id_fkey" FOREIGN KEY ("variant_id") REFERENCES "statement_variant"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_policy_event_id_fkey" FOREIGN KEY ("policy_event_id") REFERENCES "policy_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_federal_action_event_id_fkey" FOREIGN KEY ("federal_action_event_id") REFERENCES "federal_action_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_stance_id_fkey" FOREIGN KEY ("stance_id") REFERENCES "stance"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_federal_action_id_fkey" FOREIGN KEY ("federal_action_id") REFERENCES "federal_action"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_role_id_fkey" FOREIGN KEY ("role_id") REFERENCES "role"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "citation" ADD CONSTRAINT "citation_label_id_fkey" FOREIGN KEY ("label_id") REFERENCES "label"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_jurisdiction_id_fkey" FOREIGN KEY ("jurisdiction_id") REFERENCES "jurisdiction"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "label" ADD CONSTRAINT "label_policy_id_fkey" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE RESTRICT ON UPDATE CASCADE;



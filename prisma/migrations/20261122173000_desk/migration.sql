-- DropIndex
DROP INDEX "draft_room_record_id_idx";

-- AlterTable
ALTER TABLE "capture" DROP COLUMN "text";

-- AlterTable
ALTER TABLE "draft" ADD COLUMN     "failure" TEXT,
ADD COLUMN     "origin" JSONB,
ADD COLUMN     "publish_as" TEXT NOT NULL DEFAULT 'published',
ADD COLUMN     "reason" JSONB,
ADD COLUMN     "scheduled_by_id" TEXT,
ADD COLUMN     "scheduled_zone" TEXT,
ADD COLUMN     "submitted_at" TIMESTAMPTZ(3),
ADD COLUMN     "submitted_by_id" TEXT,
ADD COLUMN     "title" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "updated_by_id" TEXT;

-- CreateTable
CREATE TABLE "draft_save" (
    "id" BIGSERIAL NOT NULL,
    "draft_id" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "data" JSONB NOT NULL,
    "aside" BOOLEAN NOT NULL DEFAULT false,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_save_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_comment" (
    "id" BIGSERIAL NOT NULL,
    "draft_id" TEXT NOT NULL,
    "field" TEXT,
    "text" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by" TEXT,

    CONSTRAINT "draft_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "captured_text" (
    "sha256" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "url" TEXT,
    "final_url" TEXT,
    "title" TEXT,
    "outlet" TEXT,
    "authors" TEXT[],
    "published" TEXT,
    "lang" TEXT,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "captured_text_pkey" PRIMARY KEY ("sha256")
);

-- CreateTable
CREATE TABLE "archive_request" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "source_id" TEXT,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "job" TEXT,
    "archive_url" TEXT,
    "error" TEXT,
    "next_at" TIMESTAMPTZ(3),
    "by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "archive_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "link_check" (
    "id" BIGSERIAL NOT NULL,
    "source_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "status" INTEGER,
    "final_url" TEXT,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "quote_check" (
    "id" BIGSERIAL NOT NULL,
    "source_id" TEXT NOT NULL,
    "room" TEXT NOT NULL,
    "record_id" TEXT NOT NULL,
    "exact" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "found" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "quote_check_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_batch" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'preview',
    "by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "reverted_at" TIMESTAMPTZ(3),
    "reverted_by" TEXT,

    CONSTRAINT "import_batch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "batch_id" UUID NOT NULL,
    "row" INTEGER NOT NULL,
    "raw" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "title" TEXT NOT NULL DEFAULT '',
    "issues" JSONB NOT NULL,
    "entries" JSONB NOT NULL,
    "made" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("batch_id","row")
);

-- CreateTable
CREATE TABLE "merge" (
    "id" UUID NOT NULL,
    "room" TEXT NOT NULL,
    "from_id" TEXT NOT NULL,
    "into_id" TEXT NOT NULL,
    "reason" JSONB NOT NULL,
    "changed" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "undone_at" TIMESTAMPTZ(3),
    "undone_by_id" TEXT,

    CONSTRAINT "merge_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "not_same" (
    "room" TEXT NOT NULL,
    "a_id" TEXT NOT NULL,
    "b_id" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "not_same_pkey" PRIMARY KEY ("room","a_id","b_id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" TEXT NOT NULL,
    "receipt" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "room" TEXT,
    "record_id" TEXT,
    "text" TEXT NOT NULL,
    "url" TEXT,
    "lang" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'new',
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),
    "by_id" TEXT,
    "draft_id" TEXT,
    "received_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "site_setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "site_setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "desk_user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" TEXT NOT NULL DEFAULT 'contributor',
    "lang" TEXT NOT NULL DEFAULT 'en',
    "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false,
    "deactivated_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_two_factor" (
    "id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(3),

    CONSTRAINT "desk_two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_passkey" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "public_key" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "counter" INTEGER NOT NULL,
    "device_type" TEXT NOT NULL,
    "backed_up" BOOLEAN NOT NULL,
    "transports" TEXT,
    "created_at" TIMESTAMPTZ(3) DEFAULT CURRENT_TIMESTAMP,
    "aaguid" TEXT,

    CONSTRAINT "desk_passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_invitation" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "user_id" TEXT,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_invitation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "draft_save_draft_id_id_idx" ON "draft_save"("draft_id", "id" DESC);

-- CreateIndex
CREATE INDEX "draft_comment_draft_id_id_idx" ON "draft_comment"("draft_id", "id");

-- CreateIndex
CREATE INDEX "archive_request_source_id_created_at_idx" ON "archive_request"("source_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "archive_request_url_idx" ON "archive_request"("url");

-- CreateIndex
CREATE INDEX "archive_request_state_next_at_idx" ON "archive_request"("state", "next_at");

-- CreateIndex
CREATE INDEX "link_check_source_id_id_idx" ON "link_check"("source_id", "id" DESC);

-- CreateIndex
CREATE INDEX "link_check_at_idx" ON "link_check"("at");

-- CreateIndex
CREATE INDEX "quote_check_source_id_id_idx" ON "quote_check"("source_id", "id" DESC);

-- CreateIndex
CREATE INDEX "quote_check_room_record_id_idx" ON "quote_check"("room", "record_id");

-- CreateIndex
CREATE INDEX "import_batch_created_at_idx" ON "import_batch"("created_at" DESC);

-- CreateIndex
CREATE INDEX "import_batch_sha256_idx" ON "import_batch"("sha256");

-- CreateIndex
CREATE INDEX "import_row_batch_id_state_row_idx" ON "import_row"("batch_id", "state", "row");

-- CreateIndex
CREATE INDEX "merge_room_from_id_idx" ON "merge"("room", "from_id");

-- CreateIndex
CREATE INDEX "merge_room_into_id_idx" ON "merge"("room", "into_id");

-- CreateIndex
CREATE INDEX "merge_at_idx" ON "merge"("at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "submission_receipt_key" ON "submission"("receipt");

-- CreateIndex
CREATE INDEX "submission_state_received_at_idx" ON "submission"("state", "received_at" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "desk_user_email_key" ON "desk_user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "desk_session_token_key" ON "desk_session"("token");

-- CreateIndex
CREATE INDEX "desk_session_user_id_idx" ON "desk_session"("user_id");

-- CreateIndex
CREATE INDEX "desk_account_user_id_idx" ON "desk_account"("user_id");

-- CreateIndex
CREATE INDEX "desk_verification_identifier_idx" ON "desk_verification"("identifier");

-- CreateIndex
CREATE INDEX "desk_two_factor_user_id_idx" ON "desk_two_factor"("user_id");

-- CreateIndex
CREATE INDEX "desk_two_factor_secret_idx" ON "desk_two_factor"("secret");

-- CreateIndex
CREATE INDEX "desk_passkey_user_id_idx" ON "desk_passkey"("user_id");

-- CreateIndex
CREATE INDEX "desk_passkey_credential_id_idx" ON "desk_passkey"("credential_id");

-- CreateIndex
CREATE UNIQUE INDEX "desk_invitation_token_hash_key" ON "desk_invitation"("token_hash");

-- CreateIndex
CREATE INDEX "desk_invitation_created_at_idx" ON "desk_invitation"("created_at" DESC);

-- CreateIndex
CREATE INDEX "draft_author_id_updated_at_idx" ON "draft"("author_id", "updated_at");

-- CreateIndex
CREATE UNIQUE INDEX "draft_room_record_id_key" ON "draft"("room", "record_id");

-- CreateIndex
CREATE INDEX "change_by_id_id_idx" ON "change"("by_id", "id" DESC);

-- CreateIndex
CREATE INDEX "change_command_id_idx" ON "change"("command", "id" DESC);

-- AddForeignKey
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_batch_id_fkey" FOREIGN KEY ("batch_id") REFERENCES "import_batch"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_session" ADD CONSTRAINT "desk_session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_account" ADD CONSTRAINT "desk_account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_two_factor" ADD CONSTRAINT "desk_two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_passkey" ADD CONSTRAINT "desk_passkey_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;



-- Rules that Prisma can't say.

ALTER TABLE "draft"
  DROP CONSTRAINT "draft_state",
  DROP CONSTRAINT "draft_schedule",
  ADD CONSTRAINT "draft_state" CHECK ("state" IN ('editing', 'in_review', 'scheduled', 'discarded')),
  ADD CONSTRAINT "draft_publish_as" CHECK ("publish_as" IN ('published', 'corrected', 'restored')),
  ADD CONSTRAINT "draft_schedule" CHECK (
    ("state" = 'scheduled') = ("scheduled_for" IS NOT NULL AND "scheduled_zone" IS NOT NULL AND "scheduled_by_id" IS NOT NULL)
  ),
  ADD CONSTRAINT "draft_submitted" CHECK ("state" <> 'in_review' OR ("submitted_at" IS NOT NULL AND "submitted_by_id" IS NOT NULL));

ALTER TABLE "draft_comment" ADD CONSTRAINT "draft_comment_text" CHECK (length("text") BETWEEN 1 AND 5000);

ALTER TABLE "captured_text"
  ADD CONSTRAINT "captured_text_hash" CHECK ("sha256" = encode(sha256(convert_to("text", 'UTF8')), 'hex')),
  ADD CONSTRAINT "captured_text_method" CHECK ("method" IN ('fetched', 'pasted'));

ALTER TABLE "archive_request"
  ADD CONSTRAINT "archive_request_state" CHECK ("state" IN ('waiting', 'sent', 'archived', 'failed')),
  ADD CONSTRAINT "archive_request_archived" CHECK (("state" = 'archived') = ("archive_url" IS NOT NULL));

ALTER TABLE "link_check" ADD CONSTRAINT "link_check_outcome"
  CHECK ("outcome" IN ('works', 'moved', 'missing', 'refused', 'unreachable'));

ALTER TABLE "import_batch" ADD CONSTRAINT "import_batch_state"
  CHECK ("state" IN ('preview', 'running', 'done', 'stopped', 'reverting', 'reverted'));

ALTER TABLE "import_row"
  ADD CONSTRAINT "import_row_state" CHECK ("state" IN ('ready', 'unchanged', 'refused', 'imported', 'failed', 'reverted')),
  ADD CONSTRAINT "import_row_made" CHECK (("state" IN ('imported', 'reverted')) = ("made" IS NOT NULL));

ALTER TABLE "merge"
  ADD CONSTRAINT "merge_two" CHECK ("from_id" <> "into_id"),
  ADD CONSTRAINT "merge_undone" CHECK (("undone_at" IS NULL) = ("undone_by_id" IS NULL));

ALTER TABLE "not_same" ADD CONSTRAINT "not_same_order" CHECK ("a_id" < "b_id");

ALTER TABLE "submission"
  ADD CONSTRAINT "submission_kind" CHECK ("kind" IN ('source', 'correction', 'other')),
  ADD CONSTRAINT "submission_state" CHECK ("state" IN ('new', 'drafted', 'answered', 'dismissed')),
  ADD CONSTRAINT "submission_text" CHECK (length("text") BETWEEN 1 AND 5000),
  ADD CONSTRAINT "submission_answered" CHECK ("state" <> 'answered' OR ("answer" IS NOT NULL AND "answered_at" IS NOT NULL));

ALTER TABLE "desk_user"
  ADD CONSTRAINT "desk_user_role" CHECK ("role" IN ('contributor', 'editor', 'administrator')),
  ADD CONSTRAINT "desk_user_lang" CHECK ("lang" IN ('en', 'es')),
  ADD CONSTRAINT "desk_user_email" CHECK ("email" = lower("email"));

ALTER TABLE "desk_invitation"
  ADD CONSTRAINT "desk_invitation_role" CHECK ("role" IN ('contributor', 'editor', 'administrator')),
  ADD CONSTRAINT "desk_invitation_accepted" CHECK (("accepted_at" IS NULL) = ("user_id" IS NULL));

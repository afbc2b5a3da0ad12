-- AlterTable
ALTER TABLE "desk_two_factor" ADD COLUMN     "codes_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "desk_user" ADD COLUMN     "last_seen_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "submission" ADD COLUMN     "reason" TEXT;

-- CreateTable
CREATE TABLE "desk_reset" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "second_factor" BOOLEAN NOT NULL,
    "by_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "desk_reset_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "desk_person_event" (
    "id" BIGSERIAL NOT NULL,
    "user_id" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "desk_person_event_pkey" PRIMARY KEY ("id")
);

-- Unlogged: what it holds is over in an hour, and need not survive a crash.
CREATE UNLOGGED TABLE "desk_attempt" (
    "key" TEXT NOT NULL,
    "tries" INTEGER NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "desk_attempt_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "desk_reset_token_hash_key" ON "desk_reset"("token_hash");

-- CreateIndex
CREATE INDEX "desk_reset_user_id_created_at_idx" ON "desk_reset"("user_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "desk_person_event_user_id_id_idx" ON "desk_person_event"("user_id", "id" DESC);

-- CreateIndex
CREATE INDEX "desk_attempt_until_idx" ON "desk_attempt"("until");

-- AddForeignKey
ALTER TABLE "desk_reset" ADD CONSTRAINT "desk_reset_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "desk_person_event" ADD CONSTRAINT "desk_person_event_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "desk_user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

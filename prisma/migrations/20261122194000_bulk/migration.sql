-- Something that was asked for many drafts at once, and what became of each.

-- CreateTable
CREATE TABLE "bulk_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "moment" TIMESTAMPTZ(3),
    "zone" TEXT,
    "back" TEXT NOT NULL,
    "by_id" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "undone_by" UUID,

    CONSTRAINT "bulk_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "run_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "draft_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "message" TEXT,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("run_id","position")
);

-- CreateIndex
CREATE INDEX "bulk_run_by_id_at_idx" ON "bulk_run"("by_id", "at" DESC);

-- CreateIndex
CREATE INDEX "bulk_item_run_id_state_idx" ON "bulk_item"("run_id", "state");

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "bulk_run"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Rules that Prisma can't say.

ALTER TABLE "bulk_run"
  ADD CONSTRAINT "bulk_run_kind" CHECK ("kind" IN ('submit', 'unsubmit', 'publish', 'schedule', 'unschedule', 'discard', 'recover')),
  ADD CONSTRAINT "bulk_run_moment" CHECK (("kind" = 'schedule') = ("moment" IS NOT NULL AND "zone" IS NOT NULL));

ALTER TABLE "bulk_item"
  ADD CONSTRAINT "bulk_item_state" CHECK ("state" IN ('waiting', 'done', 'failed')),
  ADD CONSTRAINT "bulk_item_message" CHECK (("state" = 'failed') = ("message" IS NOT NULL));

-- The key of a day's rate limit counters. Without it the hash of an address can't be computed again, so the row is
-- deleted after its day. The table is unlogged: the key reaches neither the WAL, nor a replica, nor a base backup. A
-- crash of the database empties the table, and the next request makes another key.
CREATE UNLOGGED TABLE "counter_key" (
    "day" DATE NOT NULL,
    "key" BYTEA NOT NULL,

    CONSTRAINT "counter_key_pkey" PRIMARY KEY ("day")
);

-- These were hashed without such a key.
DELETE FROM "request_count";
DELETE FROM "admin_attempt";

-- The period of 30 seconds of the last accepted one-time code. A code opens once.
ALTER TABLE "admin_two_factor" ADD COLUMN "used_period" INTEGER;

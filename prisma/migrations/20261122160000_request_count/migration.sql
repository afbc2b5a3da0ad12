-- How much each caller asked for in the current minute, shared by all servers. The caller is a hash that is different
-- in every minute, rows are gone two minutes later, and none of it outlives a crash.
CREATE UNLOGGED TABLE "request_count" (
    "caller" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(3) NOT NULL,
    "requests" INTEGER NOT NULL,

    CONSTRAINT "request_count_pkey" PRIMARY KEY ("caller", "kind", "minute")
);

CREATE INDEX "request_count_minute_idx" ON "request_count"("minute");

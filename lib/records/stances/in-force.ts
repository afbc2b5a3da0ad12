import { type Sql, sql } from '@/lib/platform/database/sql'

/** Matches rows of `stance` that hold now: nothing superseded them, and they have no end. */
export const inForce: Sql = sql`(until_edtf IS NULL
  AND id NOT IN (SELECT supersedes_id FROM stance later WHERE supersedes_id IS NOT NULL))`

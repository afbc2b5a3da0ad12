import { sql } from '@/lib/platform/database/sql'
import { countAll } from '@/lib/records/collections'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import type { TableSize } from './descriptor'

/**
 * UTC days with publications, newest first. Each has a release. The recursive query jumps from day to day in the index
 * (a loose index scan).
 */
export const releaseDays = async (): Promise<string[]> => {
  const rows = await sql`
    WITH RECURSIVE published (day) AS (
      SELECT (max(at) AT TIME ZONE 'UTC')::date FROM revision
      UNION ALL
      SELECT (SELECT (max(at) AT TIME ZONE 'UTC')::date FROM revision WHERE at < day::timestamp AT TIME ZONE 'UTC')
      FROM published WHERE day IS NOT NULL)
    SELECT day::text FROM published WHERE day IS NOT NULL`.rows<{ day: string }>()
  return rows.map(({ day }) => day)
}

export const tableSizes = (registry: AnyRegistry = RECORD_TYPES): Promise<TableSize[]> =>
  Promise.all(
    Object.values(registry).map(async ({ name, columns }) => ({
      type: name as RecordTypeName,
      rows: await countAll(name, registry),
      columns: columns.length,
    })),
  )

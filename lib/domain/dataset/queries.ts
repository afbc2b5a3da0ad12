import { all, name, sql } from '@/lib/platform/database/read'
import { columnsFor } from '../exports/rooms'
import { TABLES } from '../exports/tables'
import { LISTS } from '../sharing/pages'
import type { TableSize } from './descriptor'

/** The days in UTC on which something was published, the latest first: each has its release. */
export const releaseDays = async (): Promise<string[]> => {
  const rows =
    await sql`SELECT DISTINCT (at AT TIME ZONE 'UTC')::date::text AS day FROM revision ORDER BY day DESC`.rows<{
      day: string
    }>()
  return rows.map(({ day }) => day)
}

export const tableSizes = (): Promise<TableSize[]> =>
  Promise.all(
    LISTS.map(async (room) => {
      const [found] = await sql`SELECT count(*)::int AS rows FROM ${name(TABLES[room])} WHERE ${all([])}`.rows<{
        rows: number
      }>()
      return { room, rows: found!.rows, columns: columnsFor(room).length }
    }),
  )

import { all, name, sql } from '@/lib/platform/database/read'
import { columnsFor } from '../exports/rooms'
import { TABLES } from '../exports/tables'
import { LISTS } from '../sharing/pages'
import type { TableSize } from './descriptor'

export const tableSizes = (): Promise<TableSize[]> =>
  Promise.all(
    LISTS.map(async (room) => {
      const [found] = await sql`SELECT count(*)::int AS rows FROM ${name(TABLES[room])} WHERE ${all([])}`.rows<{
        rows: number
      }>()
      return { room, rows: found!.rows, columns: columnsFor(room).length }
    }),
  )

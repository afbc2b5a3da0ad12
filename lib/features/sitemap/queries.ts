import { identifier, sql } from '@/lib/platform/database/sql'
import { collectionOf } from '@/lib/records/collections'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** Records in one file: with both languages it stays below three megabytes. */
export const PART_SIZE = 2_500

/** A file of the sitemap: some records of one record type, counted from 1. */
export type Part = { type: RecordTypeName; part: number; updatedAt: Date }

/** A page, and when it last changed. */
export type Entry = { path: string; updatedAt: Date | null }

/** The files that name every published record, with the time of the last change in each. */
export async function sitemapParts(size = PART_SIZE, registry: AnyRegistry = RECORD_TYPES): Promise<Part[]> {
  const types = Object.values(registry).filter(({ inSitemap = true }) => inSitemap)
  const parts = await Promise.all(
    types.map(async ({ name }) => {
      const chunks = await collectionOf(name, registry).chunks(size)
      return chunks.map(({ number, updatedAt }) => ({ type: name as RecordTypeName, part: number, updatedAt }))
    }),
  )
  return parts.flat()
}

/** The records of one file; none when there is no such file. */
export const sitemapRecords = (
  type: string,
  part: number,
  size = PART_SIZE,
  registry: AnyRegistry = RECORD_TYPES,
): Promise<Entry[]> => {
  const table = identifier(registry[type]!.table)
  return sql`
    SELECT path, updated_at AS "updatedAt" FROM ${table} WHERE id IN (
      SELECT id FROM ${table} ORDER BY id LIMIT ${size} OFFSET ${(part - 1) * size})
    ORDER BY id`.rows<Entry>()
}

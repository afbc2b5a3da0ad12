import { identifier, sql } from '@/lib/platform/database/sql'
import { collectionOf } from '@/lib/records/collections'
import type { AnyRegistry } from '@/lib/records/create-registry'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'

/** Records per file. With both languages, a file stays under three megabytes. */
export const PART_SIZE = 2_500

/** A sitemap file: a slice of one record type. `part` starts at 1. */
export type Part = { type: RecordTypeName; part: number; updatedAt: Date }

/** A page with the time of its last change. */
export type Entry = { path: string; updatedAt: Date | null }

/** The files that list all published records, each with its last change. */
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

/** The records of one file; empty if the file does not exist. */
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

import { identifier, sql } from '@/lib/platform/database/sql'
import { COLLECTIONS } from '@/lib/records/collections'
import { RECORD_TYPE_NAMES, type RecordTypeName } from '@/lib/records/paths'

/** So many records make one file: each stands there twice, once for each language, in less than three megabytes. */
export const PART_SIZE = 2_500

/** A file of the sitemap: some records of one record type, counted from 1. */
export type Part = { type: RecordTypeName; part: number; updatedAt: Date }

/** A page, and when it last changed. */
export type Entry = { path: string; updatedAt: Date | null }

const TABLE: Record<RecordTypeName, string> = {
  jurisdictions: 'jurisdiction',
  statements: 'statement',
  policies: 'policy',
  stances: 'stance',
  officials: 'official',
  organizations: 'organization',
  'federal-actions': 'federal_action',
  sources: 'source',
  labels: 'label',
}

/** The files that it takes to name every published record, and when something in each last changed. */
export async function sitemapParts(size = PART_SIZE): Promise<Part[]> {
  const types = await Promise.all(
    RECORD_TYPE_NAMES.map(async (type) => {
      const found = await COLLECTIONS[type].parts(size)
      return found.map((one) => ({ type, ...one }))
    }),
  )
  return types.flat()
}

/** The records of one file; none when there is no such file. */
export const sitemapRecords = (type: RecordTypeName, part: number, size = PART_SIZE): Promise<Entry[]> =>
  sql`
    SELECT path, updated_at AS "updatedAt" FROM ${identifier(TABLE[type])} WHERE id IN (
      SELECT id FROM ${identifier(TABLE[type])} ORDER BY id LIMIT ${size} OFFSET ${(part - 1) * size})
    ORDER BY id`.rows<Entry>()

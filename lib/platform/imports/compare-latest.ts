import type { z } from 'zod'
import type { Transaction } from '@/lib/platform/database/write'
import type { Text } from '@/lib/platform/i18n/locale'
import { type RecordLink, type RecordTypes, recordKey } from '@/lib/platform/publishing/record-type'
import { isEqualJson, sortKeys } from '@/lib/platform/publishing/sorted-json'
import { convertData } from '@/lib/platform/publishing/history-converters'

/** The newest version of a record in the history. `merged`: the record was merged into another. */
export type LatestVersion = { version: number; withdrawn: boolean; merged: boolean; data: unknown; reason: Text | null }

/** Records per query. */
const CHUNK = 5_000

export async function latestVersionsOf(
  tx: Transaction,
  links: readonly RecordLink[],
): Promise<Map<string, LatestVersion>> {
  const found = new Map<string, LatestVersion>()
  const ids = new Map<string, Set<string>>()
  for (const { type, id } of links) ids.set(type, (ids.get(type) ?? new Set()).add(id))
  for (const [type, all] of ids)
    for (let from = 0, list = [...all]; from < list.length; from += CHUNK) {
      const rows = await tx.$queryRaw<(LatestVersion & { id: string; kind: string })[]>`
        SELECT DISTINCT ON (record_id) record_id AS id, version, kind, data, reason,
          EXISTS (SELECT FROM merge WHERE merge.type = ${type} AND from_id = record_id AND undone_at IS NULL) AS merged
        FROM revision WHERE type = ${type} AND record_id = ANY(${list.slice(from, from + CHUNK)})
        ORDER BY record_id, version DESC`
      for (const { id, version, kind, merged, data, reason } of rows)
        found.set(recordKey({ type, id }), {
          version,
          withdrawn: kind === 'withdrawn',
          merged,
          data: convertData(type, data),
          reason,
        })
    }
  return found
}

/** A parsed input as canonical JSON, with its error if it is invalid. */
export type Checked = { content: string; error: z.ZodError | null }

// Rows may share an entry, and parsing one with many dates is slow.
const checked = new WeakMap<object, Checked>()

export const checkedInput = (types: RecordTypes, type: string, data: unknown): Checked => {
  const cached = checked.get(data as object)
  if (cached) return cached
  const parsed = types[type]!.input.safeParse(data)
  const result = {
    content: JSON.stringify(sortKeys(parsed.success ? parsed.data : data)),
    error: parsed.success ? null : parsed.error,
  }
  checked.set(data as object, result)
  return result
}

export const content = (types: RecordTypes, type: string, data: unknown): string =>
  checkedInput(types, type, data).content

/** Compares two inputs after parsing. Equal JSON, the common case, is not parsed. */
export const isUnchanged = (types: RecordTypes, type: string, a: unknown, b: unknown): boolean =>
  isEqualJson(a, b) || content(types, type, a) === content(types, type, b)

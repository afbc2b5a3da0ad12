import { sortKeys } from '@/lib/platform/publishing/sorted-json'
import { typeOfLink } from '@/lib/records/record-links'

/**
 * Replaces links to one record by links to another. Removes rows that become duplicates, such as places and speakers.
 */
export const repoint = (data: unknown, type: string, from: string, into: string): unknown => {
  const walk = (value: unknown, property: string): unknown => {
    if (Array.isArray(value))
      return once(
        value.map((one) => walk(one, property)),
        value,
      )
    if (typeof value === 'string') return value === from && typeOfLink(property) === type ? into : value
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, walk(one, name)]))
  }
  return walk(data, '')
}

/** Removes rows that became duplicates. Returns an unchanged list as it is. */
const once = (rows: unknown[], before: readonly unknown[]): unknown[] => {
  const keys = rows.map(keyOf)
  if (keys.every((key, at) => key === keyOf(before[at]))) return rows
  return rows.filter((_, at) => keys.indexOf(keys[at]!) === at)
}

/** Speakers are equal if they link to the same record, regardless of the printed name. */
const keyOf = (row: unknown): string => {
  const speaks =
    typeof row === 'object' && row !== null && 'officialId' in row && 'organizationId' in row && 'asPrinted' in row
  const own = speaks ? { officialId: row.officialId, organizationId: row.organizationId } : row
  return JSON.stringify(sortKeys(own ?? null))
}

import type { IsSelection } from '@/lib/platform/publishing/merge'
import { isEqualJson } from '@/lib/platform/publishing/sorted-json'
import { isMergeable, mergeRecordValues } from './merge-values'
import { repoint } from './repoint'

type Json = Record<string, unknown>

/**
 * True if each value of the merged record is one of the two records', and each row of a list too. A name of one may be
 * an alias of the other.
 */
export const isSelection: IsSelection = ({ type, data, stays, goes, pair }) => {
  if (!isMergeable(type)) return false
  const sides = [stays, goes].map((side) => repoint(side, type, pair.from, pair.into) as Json)
  const all = [...sides, mergeRecordValues(type, stays as Json, goes as Json, pair)]
  const names = all.flatMap(({ name, aliases }) => [name, aliases].flat())
  return Object.entries(data as Json).every(([key, value]) => {
    if (key === 'name' || key === 'aliases') return [value].flat().every((one) => names.includes(one))
    if (all.some((side) => isEqualJson(side[key], value))) return true
    const rows = all.flatMap((side) => (Array.isArray(side[key]) ? (side[key] as unknown[]) : []))
    return Array.isArray(value) && value.every((row) => rows.some((one) => isEqualJson(one, row)))
  })
}

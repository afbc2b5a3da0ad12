import { intervalOf } from '@/lib/text/edtf'
import { typeOfLink } from '@/lib/records/record-links'

type Json = Record<string, unknown>

/** Properties that only grow: a record keeps captures that its latest version no longer lists. */
const STAYING = ['captures']

/** The input fields whose values the published record does not match; empty if all match. */
export const diffInputRecord = (input: object, record: object): string[] =>
  Object.keys(input).filter((name) => !says(name, input as Json, record as Json))

/**
 * Maps a link property to the record's property: "placeIds" to "places", "policyIds" to "policies", "officialId" to
 * "official".
 */
const shownAs = (name: string): string =>
  name
    .replace(/yIds$/, 'ies')
    .replace(/s?Ids$/, 's')
    .replace(/Id$/, '')

function says(name: string, input: Json, record: Json): boolean {
  const value = input[name]
  if (!typeOfLink(name)) return isSame(value, record[name], STAYING.includes(name))
  const shown = record[shownAs(name)]
  // `supersedesId` appears on the superseded record only.
  if (shown === undefined) return name === 'supersedesId'
  return Array.isArray(value)
    ? isSame(value.toSorted(), idsOf(shown).toSorted())
    : (value ?? null) === (idsOf(shown)[0] ?? null)
}

const idsOf = (shown: unknown): string[] => [shown].flat().flatMap((one) => (one as { id: string } | null)?.id ?? [])

function isSame(value: unknown, shown: unknown, orMore = false): boolean {
  if (Array.isArray(value)) {
    if (!Array.isArray(shown) || (orMore ? shown.length < value.length : shown.length !== value.length)) return false
    // The record sorts some lists in an order of its own.
    return value.every(
      (one, at) => isSame(one, shown[at]) || (isObject(one) && shown.some((other) => isSame(one, other))),
    )
  }
  if (!isObject(value)) return (value ?? null) === (shown ?? null)
  if (!isObject(shown)) return false
  const whole = typeof value.edtf === 'string' ? { ...value, ...intervalOf(value.edtf) } : value
  return diffInputRecord(whole, shown).length === 0
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

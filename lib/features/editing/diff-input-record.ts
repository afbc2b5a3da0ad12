import { intervalOf } from '@/lib/text/edtf'
import { typeOfLink } from '@/lib/records/record-links'

type Json = Record<string, unknown>

/** What a record shows beside what its newest version says: texts that were once captured stay. */
const STAYING = ['captures']

/** The fields in which a published record does not say what its input says; none where it says all of it. */
export const diffInputRecord = (input: object, record: object): string[] =>
  Object.keys(input).filter((name) => !says(name, input as Json, record as Json))

/** "placeIds" is shown as "places", "policyIds" as "policies", "officialId" as "official". */
const shownAs = (name: string): string =>
  name
    .replace(/yIds$/, 'ies')
    .replace(/s?Ids$/, 's')
    .replace(/Id$/, '')

function says(name: string, input: Json, record: Json): boolean {
  const value = input[name]
  if (!typeOfLink(name)) return isSame(value, record[name], STAYING.includes(name))
  const shown = record[shownAs(name)]
  // What an entry supersedes is shown on the other one.
  if (shown === undefined) return name === 'supersedesId'
  return Array.isArray(value)
    ? isSame(value.toSorted(), idsOf(shown).toSorted())
    : (value ?? null) === (idsOf(shown)[0] ?? null)
}

const idsOf = (shown: unknown): string[] => [shown].flat().flatMap((one) => (one as { id: string } | null)?.id ?? [])

function isSame(value: unknown, shown: unknown, orMore = false): boolean {
  if (Array.isArray(value)) {
    if (!Array.isArray(shown) || (orMore ? shown.length < value.length : shown.length !== value.length)) return false
    // Some lists are shown in an order of their own.
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

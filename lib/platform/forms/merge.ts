import { isEqualJson } from '@/lib/platform/publishing/sorted-json'
import type { Field, Plan } from './plan'
import { blankOf } from './read-form'
import { partOf, rowsOf } from './write-form'
import type { Lang } from '@/lib/platform/i18n/locale'
import { capitalize } from '@/lib/platform/i18n/phrases'

/** A part of an entry that differs between two states. */
export type Difference = {
  path: string
  /** The labels on the way to it: ["Wordings", "Wording 1", "Quoted words"]. */
  trail: string[]
  field: Field
  now: unknown
  other: unknown
  /** Which side changed it since the common ancestor; `unknown` without one. */
  changed: 'now' | 'other' | 'both' | 'unknown'
}

/** Compares two values of a field. An absent value equals null. */
export const isSameValue = (a: unknown, b: unknown): boolean => a === b || isEqualJson(a ?? null, b ?? null)

type States = { now: unknown; other: unknown; common: unknown }

/** The parts in which a draft differs from another state; a side can be chosen for each. */
export const differencesBetween = (plan: Plan, states: States): Difference[] =>
  plan.flatMap((field) => inField(field, part(states, field.name), field.name, []))

const part = ({ now, other, common }: States, name: string): States => ({
  now: partOf(now, name),
  other: partOf(other, name),
  common: common === undefined ? undefined : (partOf(common, name) ?? null),
})

const inField = (field: Field, states: States, path: string, above: string[]): Difference[] => {
  const { now, other } = states
  // A value set by the server follows the field that it belongs to.
  if (isSameValue(now, other) || field.kind === 'carried') return []
  const trail = [...above, field.label]
  const parts = partsOf(field, now, other)
  if (parts) return parts.flatMap((one) => inField(one, part(states, one.name), `${path}.${one.name}`, trail))
  return [{ path, trail, field, now, other, changed: whoChanged(states) }]
}

const whoChanged = ({ now, other, common }: States): Difference['changed'] => {
  if (common === undefined) return 'unknown'
  return isSameValue(now, common) ? 'other' : isSameValue(other, common) ? 'now' : 'both'
}

/** The parts in which a field is compared; null where it is chosen as a whole, such as a row that one side lacks. */
const partsOf = (field: Field, now: unknown, other: unknown): Field[] | null => {
  if (field.kind === 'list') {
    const length = Math.max(rowsOf(now).length, rowsOf(other).length)
    return Array.from({ length }, (_, index) => ({
      ...field.item,
      name: String(index),
      label: `${field.item.label} ${index + 1}`,
    }))
  }
  if (field.kind === 'group' && isThere(now) && isThere(other)) return field.fields
  if (field.kind === 'bilingual' && isThere(now) && isThere(other))
    return (['en', 'es'] as const).map((name) => ({ ...LANGUAGE, name, label: ownName(name) }))
  return null
}

/** The name of a language in itself: "English", "Español". */
const ownName = (lang: Lang): string => capitalize(new Intl.DisplayNames([lang], { type: 'language' }).of(lang)!)

const LANGUAGE = { kind: 'text', long: true, most: null, required: false, blank: 'absent' } as const
const isThere = (value: unknown): boolean => typeof value === 'object' && value !== null

/** The draft with the other state's values in the chosen parts. */
export const mergeValues = (
  plan: Plan,
  now: Record<string, unknown>,
  other: unknown,
  takes: ReadonlySet<string>,
): Record<string, unknown> => {
  const result = { ...now }
  for (const field of plan) {
    const value = mergedField(field, now[field.name], partOf(other, field.name), field.name, takes)
    if (value === undefined) delete result[field.name]
    else result[field.name] = value
  }
  return result
}

const mergedField = (field: Field, now: unknown, other: unknown, path: string, takes: ReadonlySet<string>): unknown => {
  if (isSameValue(now, other)) return now
  const parts = partsOf(field, now, other)
  if (!parts) return takes.has(path) ? other : now
  const values = parts.map((one) => {
    const at = `${path}.${one.kind === 'carried' ? 'exact' : one.name}`
    const value = mergedField(one, partOf(now, one.name), partOf(other, one.name), at, takes)
    return [one.name, value] as const
  })
  const there = values.filter(([, value]) => value !== undefined)
  if (field.kind === 'list') return there.map(([, value]) => value)
  return there.length ? Object.fromEntries(there) : blankOf(field)
}

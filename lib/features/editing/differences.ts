import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Field, Plan } from '@/lib/platform/forms/plan'
import { isSameValue } from '@/lib/platform/forms/merge'
import { partOf, rowsOf } from '@/lib/platform/forms/write-form'
import type { FieldChange } from '@/lib/features/corrections/changed-fields'

/** Resolves a record's name by its type and id. */
export type NameOf = (type: string, id: string) => string

/** The fields that differ between two states of an entry's data, in the order of its form. */
export const differences = (plan: Plan, before: unknown, after: unknown, lang: Lang, nameOf: NameOf): FieldChange[] =>
  compare(plan, before, after, [], nameOf, lang).map(({ path, label, ...change }) => ({
    ...change,
    name: path,
    label: { en: label, es: label },
  }))

type Line = { path: string; label: string; before: string | null; after: string | null }

const compare = (plan: Plan, before: unknown, after: unknown, above: string[], nameOf: NameOf, lang: Lang): Line[] =>
  plan.flatMap((field) => one(field, partOf(before, field.name), partOf(after, field.name), above, nameOf, lang))

const one = (field: Field, before: unknown, after: unknown, above: string[], nameOf: NameOf, lang: Lang): Line[] => {
  if (isSameValue(before, after)) return []
  const path = [...above, field.label]
  if (field.kind === 'group') return compare(field.fields, before, after, path, nameOf, lang)
  if (field.kind === 'list')
    return aligned(rowsOf(before), rowsOf(after)).flatMap(({ old, now, at }) =>
      one({ ...field.item, label: `${field.item.label} ${at + 1}` }, old, now, path, nameOf, lang),
    )
  if (field.kind === 'bilingual')
    return (['en', 'es'] as const).flatMap((code) =>
      line([...path, translator(lang)(`language.${code}`)], textOf(partOf(before, code)), textOf(partOf(after, code))),
    )
  return line(path, said(field, before, nameOf), said(field, after, nameOf))
}

const line = (path: string[], before: string | null, after: string | null): Line[] =>
  before === after ? [] : [{ path: path.join('/'), label: path.join(' › '), before, after }]

/** Formats a value for display. */
export const said = (field: Field, value: unknown, nameOf: NameOf): string | null => {
  if (value === null || value === undefined || value === '') return null
  if (field.kind === 'choice') return field.options.find(({ code }) => code === value)?.label ?? textOf(value)
  if (field.kind === 'choices')
    return rowsOf(value)
      .map((code) => field.options.find((option) => option.code === code)?.label ?? textOf(code))
      .join('; ')
  if (field.kind === 'lines') return rowsOf(value).map(textOf).join('; ') || null
  if (field.kind === 'reference') return nameOf(field.type, String(value))
  if (field.kind === 'inexact-date') {
    const [edtf, words] = [partOf(value, 'edtf'), partOf(value, 'asWritten')]
    return `${textOf(edtf) ?? ''}${words ? ` (“${textOf(words)}”)` : ''}` || null
  }
  if (typeof value === 'boolean') return value ? '✓' : '–'
  return textOf(value)
}

type Pair = { old: unknown; now: unknown; at: number }

/** Aligns the rows of two lists: skips equal rows, pairs similar ones, and leaves added and removed rows alone. */
const aligned = (before: unknown[], after: unknown[]): Pair[] => {
  const left = before.filter((row) => !after.some((other) => isSameValue(row, other)))
  const pairs = after.flatMap((now, at): Pair[] => {
    if (before.some((other) => isSameValue(now, other))) return []
    const near = left.findIndex((row) => likeness(row, now) > 0)
    const [old] = left.splice(near < 0 ? 0 : near, near < 0 && typeof now === 'object' ? 1 : near < 0 ? 0 : 1)
    return [{ old, now, at }]
  })
  return [...pairs, ...left.map((old) => ({ old, now: undefined, at: before.indexOf(old) }))]
}

/** The number of equal properties of two rows. */
const likeness = (a: unknown, b: unknown): number => {
  if (typeof a !== 'object' || typeof b !== 'object' || !a || !b) return 0
  return Object.entries(a).filter(([key, value]) => value !== null && isSameValue(value, partOf(b, key))).length
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

import type { Lang } from '@/lib/platform/i18n/locale'
import { translator } from '@/lib/platform/i18n/translate'
import type { Field, Plan } from '@/lib/platform/forms/plan'
import { isSameValue } from '@/lib/platform/forms/merge'
import { sortKeys } from '@/lib/platform/publishing/sorted-json'
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

/**
 * Aligns the rows of two lists: skips equal rows, pairs similar ones, and leaves added and removed rows alone. Takes time
 * in proportion to the rows.
 */
const aligned = (before: unknown[], after: unknown[]): Pair[] => {
  const left = withoutEqual(before, after)
  const likest = createRowMatcher(left.map(({ row }) => row))
  const pairs = withoutEqual(after, before).map(({ row, at }): Pair => ({ old: likest.take(row), now: row, at }))
  const removed = left.filter((_, place) => !likest.isTaken(place))
  return [...pairs, ...removed.map(({ row, at }) => ({ old: row, now: undefined, at }))]
}

const sortedJson = (value: unknown): string => JSON.stringify(sortKeys(value))

/** The rows of a list that another list lacks, with their places. */
const withoutEqual = (rows: unknown[], other: unknown[]): { row: unknown; at: number }[] => {
  const known = new Set(other.map((row) => sortedJson(row ?? null)))
  return rows.flatMap((row, at) => (known.has(sortedJson(row ?? null)) ? [] : [{ row, at }]))
}

/** Gives each row once: the first that shares a property's value, or else the first one. */
const createRowMatcher = (rows: unknown[]) => {
  const taken = new Set<number>()
  const all = rows.map((_, at) => at)
  const sharing = new Map<string, number[]>()
  for (const [at, row] of rows.entries())
    for (const property of propertiesOf(row)) {
      const known = sharing.get(property)
      if (known) known.push(at)
      else sharing.set(property, [at])
    }
  // Lists are read from their end, so that what was taken can be dropped.
  for (const list of [all, ...sharing.values()]) list.reverse()
  const firstOf = (list: number[] = []): number => {
    while (list.length && taken.has(list.at(-1)!)) list.pop()
    return list.at(-1) ?? Infinity
  }
  return {
    isTaken: (at: number) => taken.has(at),
    take: (row: unknown): unknown => {
      const near = propertiesOf(row).reduce((first, one) => Math.min(first, firstOf(sharing.get(one))), Infinity)
      const at = near < Infinity || typeof row !== 'object' ? near : firstOf(all)
      taken.add(at)
      return rows[at]
    },
  }
}

/** The properties of a row that have a value, as texts that can be compared. */
const propertiesOf = (row: unknown): string[] =>
  typeof row !== 'object' || !row
    ? []
    : Object.entries(row).flatMap(([key, value]) =>
        value === null || value === undefined ? [] : [`${key}:${sortedJson(value)}`],
      )

const textOf = (value: unknown): string | null =>
  value === null || value === undefined || value === ''
    ? null
    : typeof value === 'string'
      ? value
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value)

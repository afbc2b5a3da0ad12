import { z } from 'zod'
import { TRACKING } from '@/lib/platform/http/tracking-parameters'
import type { Sql } from '@/lib/platform/database/sql'
import type { AnyFilter, Criterion, Dimension, Issue, Names, Parameter, ValueOf } from './filter'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { capitalize, formatNumber } from '@/lib/platform/i18n/phrases'

export type Filters = Readonly<Record<string, AnyFilter>>

// What holds for each set of filters holds for one of which nothing is known.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyFilters = any

/** What a set of filters is set to; a filter that is not used has no value. */
export type Values<F extends Filters = AnyFilters> = { [K in keyof F]?: ValueOf<F[K]> }

/** What is counted, in words: "statement", "statements", and none of them: "No statements". */
export type Noun = Record<Lang, { none: string; one: string; other: string }>

export type OpenApiParameter = {
  name: string
  in: 'query'
  required: false
  description: string
  style?: 'form'
  explode?: true
  schema: object
}

export type Chip<F extends Filters = AnyFilters> = { key: keyof F & string; label: string; without: Values<F> }

const UNKNOWN: LocalizedText = { en: 'There is no such filter here.', es: 'Aquí no hay un filtro con ese nombre.' }

/** The filters of a record type as one value: read from an address, written to one, said, asked of the database. */
export interface FilterSet<F extends Filters = AnyFilters> {
  filters: F
  entries: readonly (readonly [keyof F & string, AnyFilter])[]
  noun: Noun
  parameters: readonly Parameter[]
  /** An address's filters. What is not understood is left out and reported; `others` are the page's own parameters. */
  parse(params: URLSearchParams, others?: readonly string[]): { values: Values<F>; issues: Issue[] }
  /** The canonical query of the values: the same values, however given, have the same one. */
  toQuery(values: Values<F>): URLSearchParams
  /** The conditions that records meet; `except` leaves one filter out altogether. */
  where(values: Values<F>, except?: string): Sql[]
  /** All that is asked of the records. */
  dimensions: readonly Dimension[]
  /** The same conditions, asked of axes, beside those that the database finds; null when one is neither. */
  criteria(values: Values<F>, except?: string): Criterion[] | null
  /** The conditions whose records the database finds. */
  resolvedBySql(values: Values<F>): Sql[]
  /** The view in words, with its count where one is given: "14 statements in Texas, since January 2025". */
  sentence(values: Values<F>, lang: Lang, more?: { count?: number; more?: boolean; names?: Names }): string
  /** Each value that can be taken away on its own. */
  chips(values: Values<F>, lang: Lang, names?: Names): Chip<F>[]
  /** The values without one of the filters. */
  without(values: Values<F>, key: keyof F): Values<F>
  /** The parameters for OpenAPI 3.1. */
  openapi(): OpenApiParameter[]
}

type Spec<F extends Filters> = { noun: Noun; filters: F }

export const filterSet = <const F extends Filters>({ noun, filters }: Spec<F>): FilterSet<F> => {
  const entries = Object.entries(filters) as [keyof F & string, AnyFilter][]
  const parameters = entries.flatMap(([, filter]) => filter.parameters)
  const known = new Set(parameters.map(({ name }) => name))
  const used = (values: Values<F>) =>
    entries.flatMap(([key, filter]) => (values[key] === undefined ? [] : [{ key, filter, value: values[key] }]))

  const where = (values: Values<F>, except?: string): Sql[] =>
    entries.flatMap(([key, filter]) => {
      if (key === except) return []
      return values[key] === undefined ? (filter.defaultCondition?.(values) ?? []) : filter.where(values[key])
    })

  const axes = entries.flatMap(([, filter]) => {
    const otherwise = filter.defaultCondition?.({})
    return [...(filter.dimensions ?? []), ...(otherwise ? [{ holds: otherwise }] : [])]
  })

  const asks = (values: Values<F>, except?: string): Criterion[] | null => {
    const asked: Criterion[] = []
    for (const [key, filter] of entries) {
      if (key === except) continue
      if (values[key] === undefined) {
        const otherwise = filter.defaultCondition?.(values)
        if (otherwise) asked.push({ dimension: { holds: otherwise } })
      } else if (filter.criteria) asked.push(filter.criteria(values[key]))
      else if (!filter.resolvedBySql) return null
    }
    return asked
  }

  const parse = (params: URLSearchParams, others: readonly string[] = []): { values: Values<F>; issues: Issue[] } => {
    const values: Values<F> = {}
    const issues: Issue[] = []
    const given = (param: string) =>
      params
        .getAll(param)
        .map((text) => text.trim())
        .filter(Boolean)
    for (const [key, filter] of entries) {
      const found = filter.read(given)
      if (found.value !== undefined) values[key] = found.value
      issues.push(...found.issues)
    }
    for (const param of new Set(params.keys()))
      if (!known.has(param) && !others.includes(param) && !TRACKING.test(param))
        issues.push({ param: param.slice(0, 100), value: (params.get(param) ?? '').slice(0, 200), message: UNKNOWN })
    return { values, issues }
  }

  const found = (values: Values<F>): Sql[] =>
    used(values).flatMap(({ filter, value }) => (filter.resolvedBySql ? filter.where(value) : []))

  const toQuery = (values: Values<F>): URLSearchParams =>
    new URLSearchParams(used(values).flatMap(({ filter, value }) => filter.write(value)))

  const sentence = (
    values: Values<F>,
    lang: Lang,
    { count, more = false, names = {} }: { count?: number; more?: boolean; names?: Names } = {},
  ) => {
    const said = used(values).map(({ filter, value }) => filter.describe(value, lang, names))
    const parts = [...said.filter((one) => !one.startsWith(',')), ...said.filter((one) => one.startsWith(','))]
    return parts.reduce(
      (text, part) => (part === '' ? text : part.startsWith(',') ? text + part : `${text} ${part}`),
      more && count !== undefined
        ? `${MORE[lang]} ${counted(noun[lang], count, lang)}`
        : counted(noun[lang], count, lang),
    )
  }

  const chips = (values: Values<F>, lang: Lang, names: Names = {}): Chip<F>[] =>
    used(values).flatMap(({ key, filter, value }) =>
      filter.chips(value, lang, names).map((part) => ({
        key,
        label: part.label,
        without: { ...values, [key]: part.without },
      })),
    )

  const without = (values: Values<F>, key: keyof F): Values<F> => ({ ...values, [key]: undefined })

  const openapi = () =>
    parameters.map(({ name, about, schema, many }) => ({
      name,
      in: 'query' as const,
      required: false as const,
      description: about.en,
      ...(many && { style: 'form' as const, explode: true as const }),
      schema: z.toJSONSchema(many ? z.array(schema) : schema, { target: 'draft-2020-12' }),
    }))

  return {
    filters,
    entries,
    noun,
    parameters,
    parse,
    toQuery,
    where,
    dimensions: axes,
    criteria: asks,
    resolvedBySql: found,
    sentence,
    chips,
    without,
    openapi,
  }
}

const MORE: LocalizedText = { en: 'More than', es: 'Más de' }

const counted = (noun: Noun[Lang], count: number | undefined, lang: Lang): string => {
  if (count === undefined) return capitalize(noun.other)
  if (count === 0) return noun.none
  return `${formatNumber(count, lang)} ${count === 1 ? noun.one : noun.other}`
}

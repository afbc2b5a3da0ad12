import { z } from 'zod'
import { TRACKING } from '@/lib/platform/http/tracking-parameters'
import type { Sql } from '@/lib/platform/database/sql'
import type { AnyFilter, Criterion, Dimension, Issue, RecordLabels, Parameter, ValueOf } from './filter'
import type { Lang, LocalizedText } from '@/lib/platform/i18n/locale'
import { capitalize, formatNumber } from '@/lib/platform/i18n/phrases'
import { localizedText, translator } from '@/lib/platform/i18n/translate'

export type Filters = Readonly<Record<string, AnyFilter>>

// Code that works for every set of filters also takes an unknown one.
// oxlint-disable-next-line typescript/no-explicit-any
export type AnyFilters = any

/** The values of the filters that are set. */
export type Values<F extends Filters = AnyFilters> = { [K in keyof F]?: ValueOf<F[K]> }

/** The noun for counts: "statement", "statements", and for zero "No statements". */
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

const UNKNOWN: LocalizedText = localizedText('issue.unknownFilter')

/** The filters of a record type as one object: parses and serializes addresses, builds SQL and criteria, describes a list. */
export interface FilterSet<F extends Filters = AnyFilters> {
  filters: F
  entries: readonly (readonly [keyof F & string, AnyFilter])[]
  noun: Noun
  parameters: readonly Parameter[]
  /** Parses query parameters. Invalid ones are left out and reported; `others` are the page's own parameters. */
  parse(params: URLSearchParams, others?: readonly string[]): { values: Values<F>; issues: Issue[] }
  /** The canonical query: equal values give equal queries. */
  toQuery(values: Values<F>): URLSearchParams
  /** The SQL conditions; `except` leaves out one filter, including its default condition. */
  where(values: Values<F>, except?: string): Sql[]
  /** The dimensions of all filters and default conditions. */
  dimensions: readonly Dimension[]
  /** The same conditions as criteria, without those resolved by SQL; null when a condition is neither. */
  criteria(values: Values<F>, except?: string): Criterion[] | null
  /** The conditions that only SQL can resolve. */
  resolvedBySql(values: Values<F>): Sql[]
  /** Describes the list: "14 statements in Texas, since January 2025". */
  sentence(values: Values<F>, lang: Lang, more?: { count?: number; more?: boolean; labels?: RecordLabels }): string
  /** A removable chip for each selected value. */
  chips(values: Values<F>, lang: Lang, labels?: RecordLabels): Chip<F>[]
  without(values: Values<F>, key: keyof F): Values<F>
  openapi(): OpenApiParameter[]
}

type Spec<F extends Filters> = {
  noun: Noun
  filters: F
  /** Parameters of earlier versions that say what is now the default. Links that have them lead to the canonical address. */
  retired?: readonly string[]
}

export const filterSet = <const F extends Filters>({ noun, filters, retired = [] }: Spec<F>): FilterSet<F> => {
  const entries = Object.entries(filters) as [keyof F & string, AnyFilter][]
  const parameters = entries.flatMap(([, filter]) => filter.parameters)
  const parameterNames = new Set(parameters.map(({ name }) => name))
  const active = (values: Values<F>) =>
    entries.flatMap(([key, filter]) => (values[key] === undefined ? [] : [{ key, filter, value: values[key] }]))

  const where = (values: Values<F>, except?: string): Sql[] =>
    entries.flatMap(([key, filter]) => {
      if (key === except) return []
      return values[key] === undefined ? (filter.defaultCondition?.(values) ?? []) : filter.where(values[key])
    })

  const dimensions = entries.flatMap(([, filter]): Dimension[] => {
    const condition = filter.defaultCondition?.({})
    return [...(filter.dimensions ?? []), ...(condition ? [{ condition }] : [])]
  })

  const criteria = (values: Values<F>, except?: string): Criterion[] | null => {
    const result: Criterion[] = []
    for (const [key, filter] of entries) {
      if (key === except) continue
      if (values[key] === undefined) {
        const condition = filter.defaultCondition?.(values)
        if (condition) result.push({ dimension: { condition } })
      } else if (filter.criteria) result.push(filter.criteria(values[key]))
      else if (!filter.resolvedBySql) return null
    }
    return result
  }

  const parse = (params: URLSearchParams, others: readonly string[] = []): { values: Values<F>; issues: Issue[] } => {
    const values: Values<F> = {}
    const issues: Issue[] = []
    const valuesOf = (param: string) =>
      params
        .getAll(param)
        .map((text) => text.trim())
        .filter(Boolean)
    for (const [key, filter] of entries) {
      const parsed = filter.parse(valuesOf)
      if (parsed.value !== undefined) values[key] = parsed.value
      issues.push(...parsed.issues)
    }
    for (const param of new Set(params.keys()))
      if (!parameterNames.has(param) && !others.includes(param) && !retired.includes(param) && !TRACKING.test(param))
        issues.push({ param: param.slice(0, 100), value: (params.get(param) ?? '').slice(0, 200), message: UNKNOWN })
    return { values, issues }
  }

  const resolvedBySql = (values: Values<F>): Sql[] =>
    active(values).flatMap(({ filter, value }) => (filter.resolvedBySql ? filter.where(value) : []))

  const toQuery = (values: Values<F>): URLSearchParams =>
    new URLSearchParams(active(values).flatMap(({ filter, value }) => filter.serialize(value)))

  const sentence = (
    values: Values<F>,
    lang: Lang,
    { count, more = false, labels = {} }: { count?: number; more?: boolean; labels?: RecordLabels } = {},
  ) => {
    const phrases = active(values).map(({ filter, value }) => filter.describe(value, lang, labels))
    const parts = [
      ...phrases.filter((phrase) => !phrase.startsWith(',')),
      ...phrases.filter((phrase) => phrase.startsWith(',')),
    ]
    return parts.reduce(
      (text, part) => (part === '' ? text : part.startsWith(',') ? text + part : `${text} ${part}`),
      more && count !== undefined
        ? `${translator(lang)('count.moreThan')} ${countPhrase(noun[lang], count, lang)}`
        : countPhrase(noun[lang], count, lang),
    )
  }

  const chips = (values: Values<F>, lang: Lang, labels: RecordLabels = {}): Chip<F>[] =>
    active(values).flatMap(({ key, filter, value }) =>
      filter.chips(value, lang, labels).map((part) => ({
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
    dimensions,
    criteria,
    resolvedBySql,
    sentence,
    chips,
    without,
    openapi,
  }
}

const countPhrase = (noun: Noun[Lang], count: number | undefined, lang: Lang): string => {
  if (count === undefined) return capitalize(noun.other)
  if (count === 0) return noun.none
  return `${formatNumber(count, lang)} ${count === 1 ? noun.one : noun.other}`
}

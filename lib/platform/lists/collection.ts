import type { AnyFilters, FilterSet, Filters, Values } from '@/lib/platform/lists/filters'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'
import type { DateRange } from './date-filters'
import { facetIndexFor } from '@/lib/platform/lists/facet-index-registry'
import type { ListSource, CollectionOptions, Sort, CollectionSpec } from './list-source'
import { createSqlSource } from './sql-source'
import type { Order } from './keyset'
import type { Page } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

/** The default sort of a text search. */
export const RELEVANCE = 'relevance'
const RELEVANCE_LABEL: LocalizedText = localizedText('sort.relevance')

/** A change of one filter that gives an empty list results. */
export type Relaxation<F extends Filters = AnyFilters> = { key: keyof F & string; values: Values<F>; count: number }

/** The records whose inexact date may fall in the range that is set, beside those that certainly do. */
export type PossibleDates<F extends Filters = AnyFilters> = { values: Values<F>; count: number }

/** The published records of a type as a list with filters, sorts, counts, facets and keyset pagination. */
export interface Collection<R extends RecordBase = RecordBase, F extends Filters = AnyFilters> extends ListSource<
  R,
  F,
  never
> {
  table: string
  filters: FilterSet<F>
  sorts: Readonly<Record<string, Sort>>
  /** The sorts that are available under some filters, the default first. A text filter adds relevance. */
  sortsFor(values: Values<F>): Readonly<Record<string, Sort>>
  /** The list with each card as unparsed JSON. */
  listJson(options?: CollectionOptions<F>): Promise<Page<string>>
  /** Null where no date range is set, or nothing else may fall in it. */
  possibleDates(values: Values<F>): Promise<PossibleDates<F> | null>
  /** For an empty list: filters whose removal (or, for a checkbox, ticking) gives results, the largest result first. */
  suggestRelaxations(values: Values<F>): Promise<Relaxation<F>[]>
}

export const collection = <R extends RecordBase, F extends Filters>(spec: CollectionSpec<F>): Collection<R, F> => {
  const { table, filters, sorts } = spec

  const sortsFor = (values: Values<F>): Readonly<Record<string, Sort>> => {
    const [rank] = filters.entries.flatMap(([key, filter]) =>
      values[key] === undefined ? [] : (filter.rank?.(values[key]) ?? []),
    )
    if (!rank) return sorts
    const [defaultSort] = Object.values(sorts)
    const baseOrder = defaultSort!.valueType === 'text' ? {} : { baseOrder: defaultSort! }
    return {
      [RELEVANCE]: {
        column: RELEVANCE,
        expression: rank,
        descending: true,
        valueType: 'integer',
        label: RELEVANCE_LABEL,
        ...baseOrder,
      },
      ...sorts,
    }
  }

  const orderOf = (values: Values<F>, sort = ''): Order => {
    const available = sortsFor(values)
    return (Object.hasOwn(available, sort) ? available[sort] : Object.values(available)[0])!
  }

  const sqlSource = createSqlSource<R, F>(spec, orderOf)

  /** Queries the facet index where the table has one, and SQL where it hasn't or can't answer. */
  const query = async <T>(run: (source: ListSource<R, F>) => Promise<T | null>): Promise<T> => {
    const facetIndex = (await facetIndexFor(table)) as ListSource<R, F> | null
    return (facetIndex && (await run(facetIndex))) ?? (await run(sqlSource))!
  }

  const list = (options: CollectionOptions<F> = {}) => query((source) => source.list(options))
  const listJson = (options: CollectionOptions<F> = {}) =>
    list({ ...options, rawJson: true }) as Promise<Page<unknown>> as Promise<Page<string>>
  const count = (values: Values<F>) => query((source) => source.count(values))
  const facets = (values: Values<F> = {}) => query((source) => source.facets(values))
  const chunks = (size: number) => query((source) => source.chunks(size))

  const possibleDates = async (values: Values<F>): Promise<PossibleDates<F> | null> => {
    const [key] = filters.entries.find(([name, one]) => one.dates && values[name] !== undefined) ?? []
    const range = key && (values[key] as DateRange)
    if (!range || range.possible) return null
    const wider = { ...values, [key]: { ...range, possible: true } }
    const [certain, all] = await Promise.all([count(values), count(wider)])
    return all > certain ? { values: wider, count: all - certain } : null
  }

  const suggestRelaxations = async (values: Values<F>): Promise<Relaxation<F>[]> => {
    const candidates = filters.entries.flatMap(([key, filter]) => {
      if (values[key] !== undefined) return [{ key, values: filters.without(values, key) }]
      return filter.control.kind === 'flag' && filter.defaultCondition
        ? [{ key, values: { ...values, [key]: true } }]
        : []
    })
    const relaxations = await Promise.all(
      candidates.map(async (candidate) => ({ ...candidate, count: await count(candidate.values) })),
    )
    return relaxations.filter((one) => one.count > 0).toSorted((a, b) => b.count - a.count)
  }

  return {
    table,
    filters,
    sorts,
    sortsFor,
    list,
    listJson,
    count,
    facets,
    possibleDates,
    chunks,
    suggestRelaxations,
  }
}

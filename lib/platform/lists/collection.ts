import type { AnyFilters, FilterSet, Filters, Values } from '@/lib/platform/lists/filters'
import type { LocalizedText } from '@/lib/platform/i18n/locale'
import { facetIndexFor } from '@/lib/platform/lists/index-registry'
import type { ListSource, CollectionOptions, Sort, CollectionSpec } from './list-source'
import { fromDatabase } from './from-database'
import type { Order } from './keyset'
import type { Page } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

/** The order of a list that is searched for words. */
export const RELEVANCE = 'relevance'
const BEST: LocalizedText = { en: 'Best match first', es: 'Mejor coincidencia primero' }

/** A change of one filter that leads from nothing to something. */
export type Relaxation<F extends Filters = AnyFilters> = { key: keyof F & string; values: Values<F>; count: number }

/** A record type's records as a list that can be filtered, sorted, counted and walked through. */
export interface Collection<R extends RecordBase = RecordBase, F extends Filters = AnyFilters> extends ListSource<
  R,
  F,
  never
> {
  table: string
  filters: FilterSet<F>
  sorts: Readonly<Record<string, Sort>>
  /** The orders of a list under some filters, the usual one first: with words, how well they are met. */
  sortsFor(values: Values<F>): Readonly<Record<string, Sort>>
  /** The list with each card as its JSON, which need not be read to be passed on. */
  texts(options?: CollectionOptions<F>): Promise<Page<string>>
  /** From an empty list: which filter, taken away or ticked, leads to how many records. The most comes first. */
  waysOut(values: Values<F>): Promise<Relaxation<F>[]>
}

export const collection = <R extends RecordBase, F extends Filters>(spec: CollectionSpec<F>): Collection<R, F> => {
  const { table, filters, sorts } = spec

  const sortsFor = (values: Values<F>): Readonly<Record<string, Sort>> => {
    const by = filters.entries.flatMap(([key, { rank }]) =>
      values[key] === undefined ? [] : (rank?.(values[key]) ?? []),
    )
    if (!by[0]) return sorts
    const [usual] = Object.values(sorts)
    const among = usual!.of === 'words' ? {} : { among: usual! }
    return {
      [RELEVANCE]: { column: RELEVANCE, by: by[0], descending: true, of: 'numbers', label: BEST, ...among },
      ...sorts,
    }
  }

  const orderOf = (values: Values<F>, sort = ''): Order => {
    const all = sortsFor(values)
    return (Object.hasOwn(all, sort) ? all[sort] : Object.values(all)[0])!
  }

  const database = fromDatabase<R, F>(spec, orderOf)

  /** From memory where the table is large and what is asked can be said there; otherwise from the database. */
  const answer = async <T>(ask: (from: ListSource<R, F>) => Promise<T | null>): Promise<T> => {
    const cube = (await facetIndexFor(table)) as ListSource<R, F> | null
    return (cube && (await ask(cube))) ?? (await ask(database))!
  }

  const list = (options: CollectionOptions<F> = {}) => answer((from) => from.list(options))
  const texts = (options: CollectionOptions<F> = {}) =>
    list({ ...options, rawJson: true }) as Promise<Page<unknown>> as Promise<Page<string>>
  const count = (values: Values<F>) => answer((from) => from.count(values))
  const facets = (values: Values<F> = {}) => answer((from) => from.facets(values))
  const inexact = (values: Values<F>) => answer((from) => from.inexact(values))

  const parts = (size: number) => answer((from) => from.parts(size))

  const waysOut = async (values: Values<F>): Promise<Relaxation<F>[]> => {
    const changes = filters.entries.flatMap(([key, filter]) => {
      if (values[key] !== undefined) return [{ key, values: filters.without(values, key) }]
      return filter.control.kind === 'flag' && filter.defaultCondition
        ? [{ key, values: { ...values, [key]: true } }]
        : []
    })
    const counted = await Promise.all(changes.map(async (one) => ({ ...one, count: await count(one.values) })))
    return counted.filter((one) => one.count > 0).toSorted((a, b) => b.count - a.count)
  }

  return { table, filters, sorts, sortsFor, list, texts, count, facets, inexact, parts, waysOut }
}

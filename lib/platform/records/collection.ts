import { overlapping } from '@/lib/platform/collections/date-filters'
import type { AnyFilter } from '@/lib/platform/collections/filter'
import type { AnyFilters, FilterSet, Filters, Values } from '@/lib/platform/collections/filters'
import type { Words } from '@/lib/platform/collections/language'
import { type Sql, all, name, sql } from '@/lib/platform/database/read'
import { type ListOptions, type Order, type Page, listCards } from './read'
import type { RecordBase } from './room'

export type Sort = Order & {
  label: Words
  /** The column of a table in which the order can be seen. */
  shows?: string
}

/** Orders that every room has. */
export const ENTERED: Sort = {
  column: 'published_at',
  descending: true,
  shows: 'published_at',
  label: { en: 'Newest entries first', es: 'Entradas más nuevas primero' },
}
export const UPDATED: Sort = {
  column: 'updated_at',
  descending: true,
  shows: 'updated_at',
  label: { en: 'Recently updated first', es: 'Actualizadas recientemente primero' },
}

/** The order of a list that is searched for words. */
export const RELEVANCE = 'relevance'
const BEST: Words = { en: 'Best match first', es: 'Mejor coincidencia primero' }

/** An option of a filter, and how many records it leads to under the other filters. */
export type Option = { code: string; count: number }
export type Facets<F extends Filters = AnyFilters> = { [K in keyof F]?: Option[] }

/** How exact the dates are that brought records into a range of dates. */
export type Inexact = { month: number; year: number; interval: number }

/** A change of one filter that leads from nothing to something. */
export type WayOut<F extends Filters = AnyFilters> = { key: keyof F & string; values: Values<F>; count: number }

export type CollectionOptions<F extends Filters = AnyFilters> = ListOptions & { sort?: string; filters?: Values<F> }

type Spec<F extends Filters> = {
  table: string
  filters: FilterSet<F>
  /** The first is the order of a list that asks for none. */
  sorts: Readonly<Record<string, Sort>>
}

/** Options of a filter that are counted: more than a page or a program wants to choose from. */
const MOST_OPTIONS = 300

/** A room's records as a list that can be filtered, sorted, counted and walked through. */
export interface Collection<R extends RecordBase = RecordBase, F extends Filters = AnyFilters> {
  filters: FilterSet<F>
  sorts: Readonly<Record<string, Sort>>
  /** The orders of a list under some filters, the usual one first: with words, how well they are met. */
  sortsFor(values: Values<F>): Readonly<Record<string, Sort>>
  list(options?: CollectionOptions<F>): Promise<Page<R>>
  /** The same with each card as its JSON, which need not be read to be passed on. */
  texts(options?: CollectionOptions<F>): Promise<Page<string>>
  count(values: Values<F>): Promise<number>
  /** How many records each option of each filter leads to, under the other filters. */
  facets(values?: Values<F>): Promise<Facets<F>>
  /** How many of the records are in the asked range of dates by a date that is not exact to the day. */
  inexact(values: Values<F>): Promise<Inexact>
  /** From an empty list: which filter, taken away or ticked, leads to how many records. The most comes first. */
  waysOut(values: Values<F>): Promise<WayOut<F>[]>
}

export const collection = <R extends RecordBase, F extends Filters>({
  table,
  filters,
  sorts,
}: Spec<F>): Collection<R, F> => {
  const sortsFor = (values: Values<F>): Readonly<Record<string, Sort>> => {
    const by = filters.entries.flatMap(([key, { rank }]) =>
      values[key] === undefined ? [] : (rank?.(values[key]) ?? []),
    )
    if (!by[0]) return sorts
    return { [RELEVANCE]: { column: RELEVANCE, by: by[0], descending: true, numbers: true, label: BEST }, ...sorts }
  }

  const orderOf = (values: Values<F>, sort = ''): Order => {
    const all = sortsFor(values)
    return (Object.hasOwn(all, sort) ? all[sort] : Object.values(all)[0])!
  }

  const list = ({ sort, filters: values = {}, ...options }: CollectionOptions<F> = {}): Promise<Page<R>> =>
    listCards<R>(table, orderOf(values, sort), options, filters.where(values))

  const texts = (options: CollectionOptions<F> = {}) =>
    list({ ...options, unread: true }) as Promise<Page<unknown>> as Promise<Page<string>>

  const count = (values: Values<F>): Promise<number> => countWhere(filters.where(values))

  const countWhere = async (where: Sql[]): Promise<number> => {
    const [found] = await sql`SELECT count(*)::int AS total FROM ${name(table)} WHERE ${all(where)}`.rows<{
      total: number
    }>()
    return found!.total
  }

  const facets = async (values: Values<F> = {}): Promise<Facets<F>> => {
    const queries = filters.entries.flatMap(([key, filter]) => {
      const others = filter.narrows?.(values[key]) ? filters.where(values) : filters.where(values, key)
      return optionCounts(table, key, filter, values[key], all(others)) ?? []
    })
    if (!queries.length) return {}
    const union = queries.reduce((left, right) => sql`${left} UNION ALL ${right}`)
    const rows = await union.rows<{ key: string; code: string; count: number }>()
    const found: Facets<F> = {}
    for (const [key, filter] of filters.entries) {
      if (!filter.facet && filter.control.kind !== 'flag') continue
      const counted = new Map(rows.filter((row) => row.key === key).map((row) => [row.code, row.count]))
      found[key] = codesToShow(filter, values[key], [...counted.keys()]).map((code) => ({
        code,
        count: counted.get(code) ?? 0,
      }))
    }
    return found
  }

  const inexact = async (values: Values<F>): Promise<Inexact> => {
    const none = { month: 0, year: 0, interval: 0 }
    const [key, filter] = filters.entries.find(([key, one]) => one.dates && values[key] !== undefined) ?? []
    if (!key || !filter) return none
    const rows = await sql`
      SELECT precision, count(*)::int AS count FROM (
        SELECT DISTINCT ON (id) id, precision FROM (
          SELECT dated.id, ${PRECISION} AS precision FROM (${filter.dates}) dated
          WHERE ${overlapping(values[key]!)} AND dated.id IN (SELECT id FROM ${name(table)} WHERE ${all(filters.where(values))})
        ) found ORDER BY id, array_position(ARRAY['day', 'month', 'interval', 'year'], precision)
      ) most GROUP BY precision`.rows<{ precision: string; count: number }>()
    return { ...none, ...Object.fromEntries(rows.map(({ precision, count }) => [precision, count])) }
  }

  const waysOut = async (values: Values<F>): Promise<WayOut<F>[]> => {
    const changes = filters.entries.flatMap(([key, filter]) => {
      if (values[key] !== undefined) return [{ key, values: filters.without(values, key) }]
      return filter.control.kind === 'flag' && filter.otherwise ? [{ key, values: { ...values, [key]: true } }] : []
    })
    const counted = await Promise.all(changes.map(async (one) => ({ ...one, count: await count(one.values) })))
    return counted.filter((one) => one.count > 0).toSorted((a, b) => b.count - a.count)
  }

  return { filters, sorts, sortsFor, list, texts, count, facets, inexact, waysOut }
}

const PRECISION = sql`CASE WHEN dated.edtf LIKE '%/%' THEN 'interval' WHEN length(dated.edtf) >= 10 THEN 'day'
  WHEN length(dated.edtf) >= 7 THEN 'month' ELSE 'year' END`

const optionCounts = (table: string, key: string, filter: AnyFilter, value: unknown, others: Sql): Sql | null => {
  const from = name(table)
  if (filter.control.kind === 'flag')
    return sql`SELECT ${key}::text AS key, 'yes' AS code, count(*)::int AS count FROM ${from}
      WHERE ${all([others, filter.where(true)])}`
  const facet = filter.facet?.(value)
  if (!facet) return null
  const counted =
    'rows' in facet
      ? sql`SELECT facet.code, count(DISTINCT facet.id)::int AS count FROM (${facet.rows}) facet
          WHERE facet.id IN (SELECT id FROM ${from} WHERE ${others})`
      : 'array' in facet
        ? sql`SELECT facet.code, count(DISTINCT id)::int AS count FROM ${from}, unnest(${name(facet.array)}) AS facet (code)
            WHERE ${others}`
        : sql`SELECT facet.code, count(*)::int AS count
            FROM (SELECT ${name(facet.column)} AS code FROM ${from} WHERE ${others}) facet WHERE true`
  return sql`(SELECT ${key}::text AS key, * FROM (${counted} AND facet.code IS NOT NULL GROUP BY facet.code) counted
    ORDER BY count DESC, code LIMIT ${MOST_OPTIONS})`
}

/** All codes of a vocabulary; of records and words those that occur, and those that are asked for. */
const codesToShow = (filter: AnyFilter, value: unknown, found: string[]): string[] => {
  const { control } = filter
  if (control.kind === 'flag') return ['yes']
  if (control.kind === 'options' && 'codes' in control.options) return Object.keys(control.options.codes)
  return [...new Set([...found, ...filter.codes(value)])]
}

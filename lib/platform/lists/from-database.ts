import { PRECISION, type Span, overlapping } from '@/lib/platform/lists/date-filters'
import type { AnyFilter, Facet } from '@/lib/platform/lists/filter'
import type { Filters, Values } from '@/lib/platform/lists/filters'
import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import {
  type ListSource,
  type CollectionOptions,
  type Facets,
  type ImpreciseDateCounts,
  MAX_OPTIONS,
  type ListQueryPart,
  type CollectionSpec,
  dateFilterSpan,
  optionsOf,
} from './list-source'
import type { Order } from './keyset'
import { MAX_RANKED, isRanked, listRanked } from './ranked'
import { listCards } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

type OrderOf<F extends Filters> = (values: Values<F>, sort?: string) => Order

/** A list's answers from the database, which can say everything. */
export const fromDatabase = <R extends RecordBase, F extends Filters>(
  { table, filters }: CollectionSpec<F>,
  orderOf: OrderOf<F>,
): ListSource<R, F, never> => {
  const list = ({ sort, filters: values = {}, ...options }: CollectionOptions<F> = {}) => {
    const order = orderOf(values, sort)
    const where = filters.where(values)
    if (isRanked(order)) return listRanked<R>(table, order, options, where)
    // Words may be found so often that counting them costs more than the page: it then says "more than".
    const most = isRanked(orderOf(values)) ? { most: MAX_RANKED } : {}
    return listCards<R>(table, order, { ...options, ...most }, where)
  }

  const count = async (values: Values<F>): Promise<number> => {
    const where = and(filters.where(values))
    const [found] = await sql`SELECT count(*)::int AS total FROM ${identifier(table)} WHERE ${where}`.rows<{
      total: number
    }>()
    return found!.total
  }

  const facets = async (values: Values<F> = {}): Promise<Facets<F>> => {
    const queries = filters.entries.flatMap(([key, filter]) => {
      const others = filter.isConjunctive?.(values[key]) ? filters.where(values) : filters.where(values, key)
      return optionCounts(table, key, filter, values[key], and(others)) ?? []
    })
    if (!queries.length) return {}
    const union = queries.reduce((left, right) => sql`${left} UNION ALL ${right}`)
    const rows = await union.rows<{ key: string; code: string; count: number }>()
    const found: Facets<F> = {}
    for (const [key, filter] of filters.entries) {
      if (!filter.facet && filter.control.kind !== 'flag') continue
      const counted = new Map(rows.filter((row) => row.key === key).map((row) => [row.code, row.count]))
      found[key] = optionsOf(filter, values[key], counted)
    }
    return found
  }

  const inexact = async (values: Values<F>): Promise<ImpreciseDateCounts> => {
    const none = { month: 0, year: 0, interval: 0 }
    const asked = dateFilterSpan(filters, values)
    if (!asked) return none
    const rows = await sql`
      SELECT precision, count(*)::int AS count FROM (
        SELECT DISTINCT ON (id) id, precision FROM (
          SELECT dated.id, ${PRECISION} AS precision FROM (${asked.filter.dates}) dated
          WHERE ${overlapping(asked.value as Span)}
            AND dated.id IN (SELECT id FROM ${identifier(table)} WHERE ${and(filters.where(values))})
        ) found ORDER BY id, array_position(ARRAY['day', 'month', 'interval', 'year'], precision)
      ) most GROUP BY precision`.rows<{ precision: string; count: number }>()
    for (const { precision, count } of rows) if (precision in none) none[precision as keyof ImpreciseDateCounts] = count
    return none
  }

  const parts = (size: number): Promise<ListQueryPart[]> =>
    sql`
      SELECT part::int, max(updated_at) AS "updatedAt"
      FROM (SELECT updated_at, (row_number() OVER (ORDER BY id) - 1) / ${size}::int + 1 AS part FROM ${identifier(table)}) numbered
      GROUP BY part ORDER BY part`.rows<ListQueryPart>()

  return { list, count, facets, inexact, parts }
}

/** A row of `id` and `code` for each option of each record. */
export const facetRows = (table: string, facet: Facet): Sql =>
  'rows' in facet
    ? facet.rows
    : 'array' in facet
      ? sql`SELECT id, option.code FROM ${identifier(table)}, unnest(${identifier(facet.array)}) AS option (code)`
      : sql`SELECT id, ${identifier(facet.column)} AS code FROM ${identifier(table)}`

const optionCounts = (table: string, key: string, filter: AnyFilter, value: unknown, others: Sql): Sql | null => {
  const from = identifier(table)
  if (filter.control.kind === 'flag')
    return sql`SELECT ${key}::text AS key, 'yes' AS code, count(*)::int AS count FROM ${from}
      WHERE ${and([others, filter.where(true)])}`
  const facet = filter.facet?.(value)
  if (!facet) return null
  const counted =
    'rows' in facet
      ? sql`SELECT facet.code, count(DISTINCT facet.id)::int AS count FROM (${facet.rows}) facet
          WHERE facet.id IN (SELECT id FROM ${from} WHERE ${others})`
      : 'array' in facet
        ? sql`SELECT facet.code, count(DISTINCT id)::int AS count FROM ${from}, unnest(${identifier(facet.array)}) AS facet (code)
            WHERE ${others}`
        : sql`SELECT facet.code, count(*)::int AS count
            FROM (SELECT ${identifier(facet.column)} AS code FROM ${from} WHERE ${others}) facet WHERE true`
  // What is asked for is counted, however little it is.
  return sql`(SELECT ${key}::text AS key, * FROM (
    SELECT * FROM (${counted} AND facet.code IS NOT NULL GROUP BY facet.code) counted
    ORDER BY code = ANY(${filter.codes(value)}::text[]) DESC, count DESC, code COLLATE "C" LIMIT ${MAX_OPTIONS}
  ) most ORDER BY count DESC, code COLLATE "C")`
}

import type { AnyFilter, Facet } from '@/lib/platform/lists/filter'
import type { Filters, Values } from '@/lib/platform/lists/filters'
import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import {
  type ListSource,
  type CollectionOptions,
  type Facets,
  MAX_OPTIONS,
  type RecordChunk,
  type CollectionSpec,
  optionsOf,
} from './list-source'
import type { Order } from './keyset'
import { MAX_RANKED, isRanked, listRanked } from './ranked'
import { listCards } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

type OrderOf<F extends Filters> = (values: Values<F>, sort?: string) => Order

/** The list source that answers every query, in SQL. */
export const createSqlSource = <R extends RecordBase, F extends Filters>(
  { table, filters }: CollectionSpec<F>,
  orderOf: OrderOf<F>,
): ListSource<R, F, never> => {
  const list = ({ sort, filters: values = {}, ...options }: CollectionOptions<F> = {}) => {
    const order = orderOf(values, sort)
    const where = filters.where(values)
    if (isRanked(order)) return listRanked<R>(table, order, options, where)
    // Counting the matches of a common word can cost more than the page, so the count of a text search is limited.
    const maxCount = isRanked(orderOf(values)) ? { maxCount: MAX_RANKED } : {}
    return listCards<R>(table, order, { ...options, ...maxCount }, where)
  }

  const count = async (values: Values<F>): Promise<number> => {
    const where = and(filters.where(values))
    const [row] = await sql`SELECT count(*)::int AS total FROM ${identifier(table)} WHERE ${where}`.rows<{
      total: number
    }>()
    return row!.total
  }

  const facets = async (values: Values<F> = {}): Promise<Facets<F>> => {
    const queries = filters.entries.flatMap(([key, filter]) => {
      const conditions = filter.isConjunctive?.(values[key]) ? filters.where(values) : filters.where(values, key)
      return optionCounts(table, key, filter, values[key], and(conditions)) ?? []
    })
    if (!queries.length) return {}
    const union = queries.reduce((left, right) => sql`${left} UNION ALL ${right}`)
    const rows = await union.rows<{ key: string; code: string; count: number }>()
    const result: Facets<F> = {}
    for (const [key, filter] of filters.entries) {
      if (!filter.facet && filter.control.kind !== 'flag') continue
      const counts = new Map(rows.filter((row) => row.key === key).map((row) => [row.code, row.count]))
      result[key] = optionsOf(filter, values[key], counts)
    }
    return result
  }

  const chunks = (size: number): Promise<RecordChunk[]> =>
    sql`
      SELECT number::int, max(updated_at) AS "updatedAt"
      FROM (SELECT updated_at, (row_number() OVER (ORDER BY id) - 1) / ${size}::int + 1 AS number FROM ${identifier(table)}) numbered
      GROUP BY number ORDER BY number`.rows<RecordChunk>()

  return { list, count, facets, chunks }
}

/** A row of `id` and `code` for each option of each record. */
export const facetRows = (table: string, facet: Facet): Sql =>
  'rows' in facet
    ? facet.rows
    : 'array' in facet
      ? sql`SELECT id, option.code FROM ${identifier(table)}, unnest(${identifier(facet.array)}) AS option (code)`
      : sql`SELECT id, ${identifier(facet.column)} AS code FROM ${identifier(table)}`

const optionCounts = (table: string, key: string, filter: AnyFilter, value: unknown, conditions: Sql): Sql | null => {
  const from = identifier(table)
  if (filter.control.kind === 'flag')
    return sql`SELECT ${key}::text AS key, 'yes' AS code, count(*)::int AS count FROM ${from}
      WHERE ${and([conditions, filter.where(true)])}`
  const facet = filter.facet?.(value)
  if (!facet) return null
  const counts =
    'rows' in facet
      ? sql`SELECT facet.code, count(DISTINCT facet.id)::int AS count FROM (${facet.rows}) facet
          WHERE facet.id IN (SELECT id FROM ${from} WHERE ${conditions})`
      : 'array' in facet
        ? sql`SELECT facet.code, count(DISTINCT id)::int AS count FROM ${from}, unnest(${identifier(facet.array)}) AS facet (code)
            WHERE ${conditions}`
        : sql`SELECT facet.code, count(*)::int AS count
            FROM (SELECT ${identifier(facet.column)} AS code FROM ${from} WHERE ${conditions}) facet WHERE true`
  // Selected options always get a count, however low it is.
  return sql`(SELECT ${key}::text AS key, * FROM (
    SELECT * FROM (${counts} AND facet.code IS NOT NULL GROUP BY facet.code) counted
    ORDER BY code = ANY(${filter.codes(value)}::text[]) DESC, count DESC, code COLLATE "C" LIMIT ${MAX_OPTIONS}
  ) top ORDER BY count DESC, code COLLATE "C")`
}

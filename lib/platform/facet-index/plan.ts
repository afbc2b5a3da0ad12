import type { Dimension } from '@/lib/platform/lists/filter'
import { Sql, toQuery, identifier, sql } from '@/lib/platform/database/sql'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { facetRows } from '@/lib/platform/lists/sql-source'
import { type Order, sortExpression } from '@/lib/platform/lists/keyset'

type FlatQuery = { text: string; values: unknown[] }

/** A query over all records, and the same query over some of them: their ids are appended to its values. */
export type PlannedQuery = { all: FlatQuery; byIds: FlatQuery }

/** The queries that read a table into a segment. Plain data, so it can be sent to a worker thread. */
export type Plan = {
  table: string
  dimensions: { key: string; isRange: boolean; query: PlannedQuery }[]
  /** The dimensions of the default conditions, which every list has unless a filter replaces them. */
  defaultDimensions: string[]
  orders: { key: string; column: string; isText: boolean; descending: boolean; query: PlannedQuery }[]
}

/** Derives the plan from a collection's filters and sorts, so memory and SQL select by the same expressions. */
export const planFor = ({ table, filters, sorts }: CollectionSpec): Plan => ({
  table,
  dimensions: [...new Map(filters.dimensions.map((dimension) => [dimensionKey(dimension), dimension]))].map(
    ([key, dimension]) => ({
      key,
      isRange: 'dates' in dimension || 'day' in dimension,
      query: plannedQuery(
        (ids) => sql`SELECT code, string_agg(id, '') AS ids FROM (${codeRows(table, dimension)}) codes
          WHERE code IS NOT NULL AND ${ids} GROUP BY code ORDER BY code COLLATE "C"`,
      ),
    }),
  ),
  defaultDimensions: filters.criteria({})!.map(({ dimension }) => dimensionKey(dimension)),
  orders: [...new Map(Object.values(sorts).map((order) => [orderKey(order), order]))].map(([key, order]) => ({
    key,
    column: order.column,
    isText: order.valueType === 'text',
    descending: order.descending,
    query: plannedQuery((ids) => {
      const direction = order.descending ? sql`DESC` : sql`ASC`
      const by = sql`ORDER BY ${sortExpression(order)} ${direction} NULLS LAST, id`
      return sql`SELECT string_agg(id, '' ${by}) AS ids, string_agg(${keyBytes(order)}, ''::bytea ${by}) AS keys
        FROM ${identifier(table)} WHERE ${ids}`
    }),
  })),
})

const plannedQuery = (query: (ids: Sql) => Sql): PlannedQuery => {
  const byIds = toQuery(query(sql`id = ANY(${null}::text[])`))
  return { all: toQuery(query(sql`true`)), byIds: { ...byIds, values: byIds.values.slice(0, -1) } }
}

export const orderKey = ({ column, descending }: Order): string => `${column} ${descending ? 'desc' : 'asc'}`

/** A row of `id` and `code` for each code of each record. */
const codeRows = (table: string, dimension: Dimension): Sql => {
  const from = identifier(table)
  if ('facet' in dimension) return facetRows(table, dimension.facet)
  if ('condition' in dimension) return sql`SELECT id, 'yes' AS code FROM ${from} WHERE ${dimension.condition}`
  if ('day' in dimension) return sql`SELECT id, ${intervalCode(dimension.day, dimension.day)} AS code FROM ${from}`
  return sql`SELECT dated.id, ${intervalCode(sql`dated.earliest`, sql`dated.latest`)} AS code
    FROM (${dimension.dates}) dated WHERE dated.edtf IS NOT NULL`
}

const EPOCH = sql`'1970-01-01'::date`

/** "20089:20119": first and last day as days since 1970; an open end is empty. */
const intervalCode = (first: Sql, last: Sql): Sql =>
  sql`coalesce((${first} - ${EPOCH})::text, '') || ':' || coalesce((${last} - ${EPOCH})::text, '')`

/** Sort keys as bytes: eight for a number or timestamp, zero-terminated text. NaN and byte FF stand for NULL. */
const keyBytes = (order: Order): Sql => {
  const key = identifier(order.column)
  if (order.valueType === 'text') return sql`coalesce(convert_to(${key}, 'UTF8'), '\\xff'::bytea) || '\\x00'::bytea`
  const number = order.valueType === 'integer' ? key : sql`extract(epoch FROM ${key}) * 1000000`
  return sql`float8send(coalesce((${number})::float8, 'NaN'))`
}

const textBySql = new WeakMap<Sql, string>()

const textOf = (fragment: Sql): string => {
  const cached = textBySql.get(fragment)
  if (cached !== undefined) return cached
  const { text, values } = toQuery(fragment)
  const key = text + JSON.stringify(values)
  textBySql.set(fragment, key)
  return key
}

/** Identifies a dimension by its SQL: two filters with the same expression share one dimension. */
export const dimensionKey = (dimension: Dimension): string => {
  if ('condition' in dimension) return `condition ${textOf(dimension.condition)}`
  if ('dates' in dimension) return `dates ${textOf(dimension.dates)}`
  if ('day' in dimension) return `day ${textOf(dimension.day)}`
  const { facet } = dimension
  return 'rows' in facet
    ? `rows ${textOf(facet.rows)}`
    : 'array' in facet
      ? `array ${facet.array}`
      : `column ${facet.column}`
}

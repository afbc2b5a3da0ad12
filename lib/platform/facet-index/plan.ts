import { PRECISION } from '@/lib/platform/lists/date-filters'
import type { Dimension } from '@/lib/platform/lists/filter'
import { Sql, toQuery, identifier, sql } from '@/lib/platform/database/sql'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { facetRows } from '@/lib/platform/lists/from-database'
import { type Order, sortedBy } from '@/lib/platform/lists/keyset'

/** A query over all records, and the same for some of them, whose ids are its last value. */
export type Query = { whole: Flat; some: Flat }
type Flat = { text: string; values: unknown[] }

/** All that is read of a table for its cube. Plain data, so that a thread can take it along. */
export type Plan = {
  table: string
  axes: { key: string; spans: boolean; query: Query }[]
  /** The axes that a list without filters asks. */
  usual: string[]
  orders: { key: string; words: boolean; descending: boolean; query: Query }[]
}

export const planOf = ({ table, filters, sorts }: CollectionSpec): Plan => ({
  table,
  axes: [...new Map(filters.dimensions.map((axis) => [dimensionKey(axis), axis]))].map(([key, axis]) => ({
    key,
    spans: 'dates' in axis || 'day' in axis,
    query: both(
      (ids) => sql`SELECT code, string_agg(id, '') AS ids FROM (${optionsOf(table, axis)}) known
        WHERE code IS NOT NULL AND ${ids} GROUP BY code ORDER BY code COLLATE "C"`,
    ),
  })),
  usual: filters.criteria({})!.map(({ dimension: axis }) => dimensionKey(axis)),
  orders: [...new Map(Object.values(sorts).map((order) => [orderKey(order), order]))].map(([key, order]) => ({
    key,
    words: order.of === 'words',
    descending: order.descending,
    query: both((ids) => {
      const direction = order.descending ? sql`DESC` : sql`ASC`
      const by = sql`ORDER BY ${sortedBy(order)} ${direction} NULLS LAST, id`
      return sql`SELECT string_agg(id, '' ${by}) AS ids, string_agg(${keyBytes(order)}, ''::bytea ${by}) AS keys
        FROM ${identifier(table)} WHERE ${ids}`
    }),
  })),
})

const both = (query: (ids: Sql) => Sql): Query => {
  const some = toQuery(query(sql`id = ANY(${null}::text[])`))
  return { whole: toQuery(query(sql`true`)), some: { ...some, values: some.values.slice(0, -1) } }
}

export const orderKey = ({ column, descending }: Order): string => `${column} ${descending ? 'down' : 'up'}`

/** Which records have which options: rows of `id` and `code`. The same text selects and counts in the database. */
const optionsOf = (table: string, axis: Dimension): Sql => {
  const from = identifier(table)
  if ('facet' in axis) return facetRows(table, axis.facet)
  if ('holds' in axis) return sql`SELECT id, 'yes' AS code FROM ${from} WHERE ${axis.holds}`
  const span = (precision: Sql, first: Sql, last: Sql) =>
    sql`${precision} || ':' || coalesce((${first} - ${EPOCH})::text, '') || ':' || coalesce((${last} - ${EPOCH})::text, '')`
  if ('day' in axis) return sql`SELECT id, ${span(sql`'day'`, axis.day, axis.day)} AS code FROM ${from}`
  return sql`SELECT dated.id, ${span(PRECISION, sql`dated.earliest`, sql`dated.latest`)} AS code
    FROM (${axis.dates}) dated WHERE dated.edtf IS NOT NULL`
}

const EPOCH = sql`'1970-01-01'::date`

/** What is sorted by, as bytes: eight for a number or a time, words with an end; NaN and FF stand for no value. */
const keyBytes = (order: Order): Sql => {
  const key = identifier(order.column)
  if (order.of === 'words') return sql`coalesce(convert_to(${key}, 'UTF8'), '\\xff'::bytea) || '\\x00'::bytea`
  const number = order.of === 'numbers' ? key : sql`extract(epoch FROM ${key}) * 1000000`
  return sql`float8send(coalesce((${number})::float8, 'NaN'))`
}

const keys = new WeakMap<Sql, string>()

const textOf = (piece: Sql): string => {
  const known = keys.get(piece)
  if (known !== undefined) return known
  const { text, values } = toQuery(piece)
  const key = text + JSON.stringify(values)
  keys.set(piece, key)
  return key
}

/** What an axis asks, as text: two that ask the same are one. */
export const dimensionKey = (axis: Dimension): string => {
  if ('holds' in axis) return `holds ${textOf(axis.holds)}`
  if ('dates' in axis) return `dates ${textOf(axis.dates)}`
  if ('day' in axis) return `day ${textOf(axis.day)}`
  const { facet } = axis
  return 'rows' in facet
    ? `rows ${textOf(facet.rows)}`
    : 'array' in facet
      ? `array ${facet.array}`
      : `column ${facet.column}`
}

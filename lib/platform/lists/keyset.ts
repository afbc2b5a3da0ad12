import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'

/** A sort order of a list. NULLs come last and ties go by id. */
export type Order = {
  column: string
  descending: boolean
  /**
   * The type of the sorted value. Text is compared in the "C" collation, independent of the database's collation.
   * Integers are not negative.
   */
  valueType: 'date' | 'timestamp' | 'integer' | 'text'
  /** The sorted expression where it is not a column; never NULL. */
  expression?: Sql
  /** With a ranked order: only the first records in this order are ranked; the others follow in it. */
  baseOrder?: Order
}

export const sortExpression = ({ column, valueType, expression }: Order): Sql =>
  expression ?? (valueType === 'text' ? sql`(${identifier(column)} COLLATE "C")` : identifier(column))

/** The last row of a page: its sort key in PostgreSQL's text format, and its id. */
export type Cursor = { key: string | null; id: string }

/**
 * Selects the rows after a cursor (keyset pagination). The rows with the cursor's own key, those beyond it and those
 * with NULL are three subqueries, each a range scan of the order's index; PostgreSQL starts one when the previous is exhausted.
 */
export const keyset = (
  table: string,
  order: Order,
  cursor: Cursor | null,
  where: readonly Sql[],
  limit: number,
  columns: Sql = sql`id, card, ${sortExpression(order)}::text AS key`,
): Sql => {
  const key = sortExpression(order)
  const direction = order.descending ? sql`DESC` : sql`ASC`
  const ranges = rangesAfter(order, cursor).map(
    (range) => sql`(SELECT ${columns} FROM ${identifier(table)} WHERE ${and([...where, range])}
      ORDER BY ${key} ${direction}, id LIMIT ${limit})`,
  )
  const union = ranges.reduce((left, right) => sql`${left} UNION ALL ${right}`)
  return sql`SELECT * FROM (${union}) ranges LIMIT ${limit}`
}

/** The condition for rows after a cursor. */
export const afterCursor = (order: Order, cursor: Cursor | null): Sql =>
  sql`(${rangesAfter(order, cursor).reduce((left, right) => sql`${left} OR ${right}`)})`

const rangesAfter = (order: Order, cursor: Cursor | null): Sql[] => {
  const key = sortExpression(order)
  const isNull = sql`${key} IS NULL`
  if (cursor?.key === null) return [sql`${isNull} AND id > ${cursor.id}`]
  const cursorKey = cursor && typedKey(order.valueType, cursor.key)
  if (!cursorKey) return order.expression ? [sql`true`] : [sql`${key} IS NOT NULL`, isNull]
  const beyond = order.descending ? sql`${key} < ${cursorKey}` : sql`${key} > ${cursorKey}`
  const sameKey = sql`${key} = ${cursorKey} AND id > ${cursor.id}`
  return order.expression ? [sql`(${beyond} OR (${sameKey}))`] : [sameKey, beyond, isNull]
}

const DATE = /^[12]\d{3}-\d\d-\d\d$/
const TIMESTAMP = /^([12]\d{3}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/

/** Casts a cursor's key to the type of the order. Null for a forged key: the list then starts at its beginning. */
const typedKey = (valueType: Order['valueType'], key: string): Sql | null => {
  switch (valueType) {
    case 'text':
      return sql`${key}::text`
    case 'integer':
      return /^\d{1,15}$/.test(key) ? sql`${key}::bigint` : null
    case 'date':
      return DATE.test(key) && isCalendarDate(key) ? sql`${key}::date` : null
    case 'timestamp':
      return isCalendarDate(TIMESTAMP.exec(key)?.[1] ?? '') ? sql`${key}::timestamptz` : null
  }
}

const isCalendarDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

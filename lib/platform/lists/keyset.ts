import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'

/** The column that a list is sorted by; rows without a value come last, and equal ones by id. */
export type Order = {
  column: string
  descending: boolean
  /**
   * What is compared. Words compare as C does, whatever the database's own collation is: a page must end where the next
   * one begins. Numbers are whole and not negative.
   */
  of: 'days' | 'moments' | 'numbers' | 'words'
  /** What is sorted by where that is no column; never null. */
  by?: Sql
  /** Only the first in this order are compared; the others follow in it. */
  among?: Order
}

/** What an order sorts by. */
export const sortedBy = ({ column, of, by }: Order): Sql =>
  by ?? (of === 'words' ? sql`(${identifier(column)} COLLATE "C")` : identifier(column))

/** Where a page ended: the sorted column's value there, as PostgreSQL writes it, and the id. */
export type Cursor = { key: string | null; id: string }

/**
 * The cards after a cursor, in an order. The rows with the cursor's own key come first, then those beyond it, then those
 * without one: each part is a range of the order's index, and PostgreSQL begins one when the one before is used up.
 */
export const keyset = (
  table: string,
  order: Order,
  cursor: Cursor | null,
  where: readonly Sql[],
  most: number,
  columns: Sql = sql`id, card, ${sortedBy(order)}::text AS key`,
): Sql => {
  const key = sortedBy(order)
  const direction = order.descending ? sql`DESC` : sql`ASC`
  const parts = partsAfter(order, cursor).map(
    (part) => sql`(SELECT ${columns} FROM ${identifier(table)} WHERE ${and([...where, part])}
      ORDER BY ${key} ${direction}, id LIMIT ${most})`,
  )
  const joined = parts.reduce((before, part) => sql`${before} UNION ALL ${part}`)
  return sql`SELECT * FROM (${joined}) part LIMIT ${most}`
}

/** What comes after a cursor, as one condition. */
export const afterCursor = (order: Order, cursor: Cursor | null): Sql =>
  sql`(${partsAfter(order, cursor).reduce((before, part) => sql`${before} OR ${part}`)})`

const partsAfter = (order: Order, cursor: Cursor | null): Sql[] => {
  const key = sortedBy(order)
  const without = sql`${key} IS NULL`
  if (cursor?.key === null) return [sql`${without} AND id > ${cursor.id}`]
  const ended = cursor && typed(order.of, cursor.key)
  if (!ended) return order.by ? [sql`true`] : [sql`${key} IS NOT NULL`, without]
  const beyond = order.descending ? sql`${key} < ${ended}` : sql`${key} > ${ended}`
  const same = sql`${key} = ${ended} AND id > ${cursor.id}`
  return order.by ? [sql`(${beyond} OR (${same}))`] : [same, beyond, without]
}

const DAY = /^[12]\d{3}-\d\d-\d\d$/
const MOMENT = /^([12]\d{3}-\d\d-\d\d) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?\+00$/

/** A key as a value of its type; null for what is none, which somebody made up: the list then begins at its start. */
const typed = (of: Order['of'], key: string): Sql | null => {
  switch (of) {
    case 'words':
      return sql`${key}::text`
    case 'numbers':
      return /^\d{1,15}$/.test(key) ? sql`${key}::bigint` : null
    case 'days':
      return DAY.test(key) && isDay(key) ? sql`${key}::date` : null
    case 'moments':
      return isDay(MOMENT.exec(key)?.[1] ?? '') ? sql`${key}::timestamptz` : null
  }
}

const isDay = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}

import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import { type Order, afterCursor, keyset, sortedBy } from './keyset'
import { type ListOptions, type Page, cardsAfter, countUpTo, readCursor, countLimit, writeCursor } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

/** So many of the records that were found are compared by how well they fit: the first in the list's usual order. */
export const MAX_RANKED = 2_000

/** So many that were found are put in the usual order in memory; of more, the first are met soon on a walk along its index. */
export const MAX_SORTED = 10_000

type Ranked = Order & { by: Sql; among: Order }

export const isRanked = (order: Order): order is Ranked => order.among !== undefined

/**
 * The records that are compared, each with its `place` in the usual order and how well it fits as a whole number, `key`:
 * all that there are, or the first. They are looked for once, unless they are very many.
 */
const compared = (table: string, { by, among }: Ranked, where: readonly Sql[]): Sql => {
  const columns = sql`id, search, ${sortedBy(among)} AS sorted`
  const direction = among.descending ? sql`DESC` : sql`ASC`
  return sql`
    hits AS MATERIALIZED (SELECT ${columns} FROM ${identifier(table)} WHERE ${and(where)} LIMIT ${MAX_SORTED + 1}),
    counted AS MATERIALIZED (SELECT count(*)::int AS total FROM hits),
    found AS MATERIALIZED (SELECT id, sorted::text AS edge, ${by} AS key, row_number() OVER () AS place FROM (
      (SELECT * FROM hits WHERE (SELECT total FROM counted) <= ${MAX_SORTED}
        ORDER BY sorted ${direction} NULLS LAST, id LIMIT ${MAX_RANKED})
      UNION ALL
      SELECT * FROM (${keyset(table, among, null, where, MAX_RANKED, columns)}) walked
      WHERE (SELECT total FROM counted) > ${MAX_SORTED}) few)`
}

type Row<R> = {
  total: number
  edge: string | null
  last: string | null
  key: string | null
  id: string
  card: R | null
}

/**
 * A page in the order of how well records fit. Behind the last that was compared the list goes on in its usual order, so
 * that one can walk through all that was found.
 */
export async function listRanked<R extends RecordBase>(
  table: string,
  order: Ranked,
  { after, size = 25, rawJson = false }: ListOptions,
  where: readonly Sql[],
): Promise<Page<R>> {
  const cursor = readCursor(after)
  // A rank is a whole number; what the usual order has is none.
  if (cursor && !/^\d+$/.test(cursor.key ?? '')) {
    const page = cardsAfter<R>(table, order.among, cursor, size, where, rawJson)
    return { ...(await page), ...(await countUpTo(table, MAX_RANKED, where)) }
  }
  const rows = await sql`
    WITH ${compared(table, order, where)},
      best AS (SELECT id, key FROM found
        WHERE ${afterCursor({ ...order, by: sql`key` }, cursor)} ORDER BY key DESC, id LIMIT ${size + 1})
    SELECT total, ended.edge, ended.id AS last, best.key::text AS key, best.id, card
    FROM counted LEFT JOIN found ended ON place = ${MAX_RANKED}
      LEFT JOIN (best JOIN ${identifier(table)} ON ${identifier(table)}.id = best.id) ON true
    ORDER BY best.key DESC, best.id`.rows<Row<R>>({ rawJson })
  const { total, edge, last } = rows[0]!
  const fitting = rows.flatMap(({ key, id, card }) => (card === null ? [] : [{ key, id, card }]))
  const page = fitting.slice(0, size)
  const cards = page.map(({ card }) => card)
  const end = page.at(-1)
  const next = fitting.length > size && end ? writeCursor({ key: end.key, id: end.id }) : null
  const counted = countLimit(MAX_RANKED, total)
  if (next || !counted.more) return { rows: cards, next, ...counted }
  const rest = { key: edge, id: last! }
  if (page.length === size) return { rows: cards, next: writeCursor(rest), ...counted }
  const others = await cardsAfter<R>(table, order.among, rest, size - page.length, where, rawJson)
  return { rows: [...cards, ...others.rows], next: others.next, ...counted }
}

/**
 * All records in an order, as two queries whose rows follow each other: a reader has the first ones, which are a range of
 * an index, before all the others are put in order. Where the first finds fewer than `MOST_RANKED`, there are no others.
 */
export const sortAllRanked = (table: string, order: Order, where: readonly Sql[]): Sql[] => {
  const from = identifier(table)
  const usual = order.among ?? order
  const direction = usual.descending ? sql`DESC` : sql`ASC`
  const first = isRanked(order)
    ? sql`WITH ${compared(table, order, where)}
        SELECT card FROM found JOIN ${from} ON ${from}.id = found.id ORDER BY key DESC, found.id`
    : keyset(table, order, null, where, MAX_RANKED, sql`card`)
  const rest = sql`SELECT card FROM ${from} WHERE ${and(where)}
    ORDER BY ${sortedBy(usual)} ${direction} NULLS LAST, id OFFSET ${MAX_RANKED}`
  return [first, rest]
}

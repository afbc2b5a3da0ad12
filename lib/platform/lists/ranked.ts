import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import { type Order, afterCursor, keyset, sortExpression } from './keyset'
import { type ListOptions, type Page, cardsAfter, countUpTo, readCursor, limitCount, writeCursor } from './read-cards'
import type { RecordBase } from '@/lib/platform/publishing/record-type'

/** At most this many matches are ranked by relevance: the first in the base order. */
export const MAX_RANKED = 2_000

/** At most this many matches are sorted into the base order. With more, an index scan in that order soon meets enough of them. */
export const MAX_SORTED = 10_000

type RankedOrder = Order & { expression: Sql; baseOrder: Order }

export const isRanked = (order: Order): order is RankedOrder => order.baseOrder !== undefined

/**
 * CTEs that end in `ranked`: the matches that are ranked, each with its `position` in the base order and its rank as an integer
 * `key`. Up to `MAX_SORTED` matches, the table is searched only once.
 */
const rankedMatches = (table: string, { expression, baseOrder }: RankedOrder, where: readonly Sql[]): Sql => {
  const columns = sql`id, search, ${sortExpression(baseOrder)} AS base_key`
  const direction = baseOrder.descending ? sql`DESC` : sql`ASC`
  return sql`
    hits AS MATERIALIZED (SELECT ${columns} FROM ${identifier(table)} WHERE ${and(where)} LIMIT ${MAX_SORTED + 1}),
    counted AS MATERIALIZED (SELECT count(*)::int AS total FROM hits),
    ranked AS MATERIALIZED (
      SELECT id, base_key::text AS base_key, ${expression} AS key, row_number() OVER () AS position FROM (
      (SELECT * FROM hits WHERE (SELECT total FROM counted) <= ${MAX_SORTED}
        ORDER BY base_key ${direction} NULLS LAST, id LIMIT ${MAX_RANKED})
      UNION ALL
      SELECT * FROM (${keyset(table, baseOrder, null, where, MAX_RANKED, columns)}) scanned
      WHERE (SELECT total FROM counted) > ${MAX_SORTED}) candidates)`
}

type Row<R> = {
  total: number
  /** The sort key and the id of the last ranked record in the base order, where there are `MAX_RANKED`. */
  base_key: string | null
  last_id: string | null
  key: string | null
  id: string
  card: R | null
}

/**
 * A page ordered by relevance. After the ranked matches the list goes on in the base order, so a reader can page through
 * all matches.
 */
export async function listRanked<R extends RecordBase>(
  table: string,
  order: RankedOrder,
  { after, size = 25, rawJson = false }: ListOptions,
  where: readonly Sql[],
): Promise<Page<R>> {
  const cursor = readCursor(after)
  // A rank is an integer; a key of the base order never is.
  if (cursor && !/^\d+$/.test(cursor.key ?? '')) {
    const page = cardsAfter<R>(table, order.baseOrder, cursor, size, where, rawJson)
    return { ...(await page), ...(await countUpTo(table, MAX_RANKED, where)) }
  }
  const rows = await sql`
    WITH ${rankedMatches(table, order, where)},
      best AS (SELECT id, key FROM ranked
        WHERE ${afterCursor({ ...order, expression: sql`key` }, cursor)} ORDER BY key DESC, id LIMIT ${size + 1})
    SELECT total, last.base_key, last.id AS last_id, best.key::text AS key, best.id, card
    FROM counted LEFT JOIN ranked last ON position = ${MAX_RANKED}
      LEFT JOIN (best JOIN ${identifier(table)} ON ${identifier(table)}.id = best.id) ON true
    ORDER BY best.key DESC, best.id`.rows<Row<R>>({ rawJson })
  const { total, base_key: lastKey, last_id: lastId } = rows[0]!
  const matches = rows.flatMap(({ key, id, card }) => (card === null ? [] : [{ key, id, card }]))
  const page = matches.slice(0, size)
  const cards = page.map(({ card }) => card)
  const last = page.at(-1)
  const next = matches.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null
  const count = limitCount(MAX_RANKED, total)
  if (next || !count.more) return { rows: cards, next, ...count }
  const endOfRanked = { key: lastKey, id: lastId! }
  if (page.length === size) return { rows: cards, next: writeCursor(endOfRanked), ...count }
  const others = await cardsAfter<R>(table, order.baseOrder, endOfRanked, size - page.length, where, rawJson)
  return { rows: [...cards, ...others.rows], next: others.next, ...count }
}

/**
 * Selects all records in an order as two consecutive queries, for exports: the first is a range of an index and answers at
 * once, the second has to sort. When the first returns fewer than `MAX_RANKED` rows, the second returns none.
 */
export const sortAllRanked = (table: string, order: Order, where: readonly Sql[]): Sql[] => {
  const from = identifier(table)
  const baseOrder = order.baseOrder ?? order
  const direction = baseOrder.descending ? sql`DESC` : sql`ASC`
  const first = isRanked(order)
    ? sql`WITH ${rankedMatches(table, order, where)}
        SELECT card FROM ranked JOIN ${from} ON ${from}.id = ranked.id ORDER BY key DESC, ranked.id`
    : keyset(table, order, null, where, MAX_RANKED, sql`card`)
  const rest = sql`SELECT card FROM ${from} WHERE ${and(where)}
    ORDER BY ${sortExpression(baseOrder)} ${direction} NULLS LAST, id OFFSET ${MAX_RANKED}`
  return [first, rest]
}

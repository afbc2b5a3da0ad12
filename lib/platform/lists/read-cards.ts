import type { Text } from '@/lib/platform/i18n/locale'
import { createBatchLoader } from '@/lib/platform/database/batch-loader'
import { loadCards } from '@/lib/platform/database/batched-cards'
import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import { type Cursor, type Order, keyset, sortExpression } from './keyset'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { convertCard } from '@/lib/platform/publishing/history-converters'

/** A page of a list. `next` is the cursor for `?after=`. With `more`, counting stopped at `total`. */
export type Page<R> = { rows: R[]; total: number; more?: true; next: string | null }

/** The result of looking up a path or id. An old version has `record.version < current`. */
export type Lookup<R> =
  | { status: 'found'; record: R; current: number }
  | { status: 'moved'; path: string }
  | { status: 'withdrawn'; on: string; reason: Text }
  | { status: 'missing' }

export type ListOptions = {
  after?: string | undefined
  size?: number
  /** Counting stops here. */
  maxCount?: number
  /** Returns cards as unparsed JSON. */
  rawJson?: boolean
}

type ReaderOptions = { type: string; table: string; order: Order }

/** The queries that every record type has, on its table of cards. A card is the public JSON of a record. */
export const cardReader = <R extends RecordBase>({ type, table, order }: ReaderOptions) => ({
  list: (options: ListOptions = {}, where: readonly Sql[] = []): Promise<Page<R>> =>
    listCards<R>(table, order, options, where),

  /** The matching records, at most 500, for lists on another record's page. */
  where: (...where: Sql[]): Promise<R[]> => firstCards<R>(table, order, 500, where),

  /** The first matching records. */
  first: (limit: number, ...where: Sql[]): Promise<R[]> => firstCards<R>(table, order, limit, where),

  /** A record by id, in its current or an older version. */
  lookUp: (id: string, version?: number): Promise<Lookup<R>> =>
    lookUp<R>(type, table, sql`id = ${id}`, `/${type}/${id}`, version),
})

const firstCards = async <R>(table: string, order: Order, limit: number, where: readonly Sql[]): Promise<R[]> => {
  const direction = order.descending ? sql`DESC` : sql`ASC`
  return loadCards<R>(sql`SELECT card FROM ${identifier(table)} WHERE ${and(where)}
    ORDER BY ${sortExpression(order)} ${direction} NULLS LAST, id LIMIT ${limit}`)
}

export async function listCards<R extends RecordBase>(
  table: string,
  order: Order,
  { after, size = 25, maxCount, rawJson = false }: ListOptions,
  where: readonly Sql[],
): Promise<Page<R>> {
  const [page, count] = await Promise.all([
    cardsAfter<R>(table, order, readCursor(after), size, where, rawJson),
    countUpTo(table, maxCount, where),
  ])
  return { ...page, ...count }
}

/** A page without its count. */
export async function cardsAfter<R extends RecordBase>(
  table: string,
  order: Order,
  cursor: Cursor | null,
  size: number,
  where: readonly Sql[],
  rawJson: boolean,
): Promise<Pick<Page<R>, 'rows' | 'next'>> {
  const matches = await keyset(table, order, cursor, where, size + 1).rows<{ id: string; card: R; key: string | null }>(
    {
      rawJson,
    },
  )
  const page = matches.slice(0, size)
  const last = page.at(-1)
  const next = matches.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null
  return { rows: page.map(({ card }) => card), next }
}

/** Counts matching rows, up to `maxCount`. */
export async function countUpTo(
  table: string,
  maxCount: number | undefined,
  where: readonly Sql[],
): Promise<Pick<Page<unknown>, 'total' | 'more'>> {
  const matches = sql`FROM ${identifier(table)} WHERE ${and(where)}`
  const limited = maxCount === undefined ? matches : sql`FROM (SELECT ${matches} LIMIT ${maxCount + 1}) matches`
  const [row] = await sql`SELECT count(*)::int AS total ${limited}`.rows<{ total: number }>()
  return limitCount(maxCount, row!.total)
}

export const limitCount = (maxCount = Infinity, total: number): Pick<Page<unknown>, 'total' | 'more'> =>
  total > maxCount ? { total: maxCount, more: true } : { total }

export const writeCursor = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Decodes a cursor. Null for a forged one: the list then starts at its beginning. */
export const readCursor = (text: string | undefined): Cursor | null => {
  if (!text || text.length > 500) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const isValid =
      (key === null || typeof key === 'string') && typeof id === 'string' && /^[0-9a-z]{10}[a-z_]*$/.test(id)
    return isValid && !key?.includes('\0') ? { key, id } : null
  } catch {
    return null
  }
}

type CardJson = { id: string; card: string; path: string }

/** Loads cards by id as unparsed JSON, with their paths, batched per tick. */
export const loadCardJson = (table: string) =>
  createBatchLoader(async (ids) => {
    const query = sql`SELECT id, card, path FROM ${identifier(table)} WHERE id = ANY(${ids})`
    const rows = await query.rows<CardJson>({ rawJson: true, prepared: true })
    return new Map(rows.map((row) => [row.id, row]))
  })

/** Looks up a record by a condition, and by its path among redirects and tombstones. */
export async function lookUp<R extends RecordBase>(
  type: string,
  table: string,
  condition: Sql,
  path: string,
  version?: number,
): Promise<Lookup<R>> {
  const [row] = await sql`SELECT card FROM ${identifier(table)} WHERE ${condition}`.rows<{ card: R }>({
    prepared: true,
  })
  if (row) {
    const current = row.card.version
    if (version === undefined || version === current) return { status: 'found', record: row.card, current }
    const [old] = await sql`
      SELECT card FROM revision WHERE type = ${type} AND record_id = ${row.card.id} AND version = ${version}
        AND kind <> 'withdrawn'`.rows<{ card: R }>()
    return old ? { status: 'found', record: convertCard(type, old.card), current } : { status: 'missing' }
  }
  const [moved] = await sql`SELECT to_path FROM redirect WHERE from_path = ${path}`.rows<{ to_path: string }>()
  if (moved) return { status: 'moved', path: moved.to_path }
  const [tombstone] = await sql`
    SELECT at, reason FROM tombstone WHERE type = ${type} AND (path = ${path} OR '/' || type || '/' || record_id = ${path})`.rows<{
    at: Date
    reason: Text
  }>()
  return tombstone
    ? { status: 'withdrawn', on: tombstone.at.toISOString(), reason: tombstone.reason }
    : { status: 'missing' }
}

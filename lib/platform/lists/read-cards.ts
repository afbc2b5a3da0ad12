import type { Text } from '@/lib/platform/i18n/locale'
import { createBatchLoader } from '@/lib/platform/database/batch-loader'
import { loadCards } from '@/lib/platform/database/batched-cards'
import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import { type Cursor, type Order, keyset, sortedBy } from './keyset'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { convertCard } from '@/lib/platform/publishing/history-converters'

/** A page of a list. `next` goes into `?after=` for the page that follows; with `more` there are more than `total`. */
export type Page<R> = { rows: R[]; total: number; more?: true; next: string | null }

/** What an address leads to. An old version has `record.version < current`. */
export type Lookup<R> =
  | { found: 'record'; record: R; current: number }
  | { found: 'moved'; path: string }
  | { found: 'withdrawn'; on: string; reason: Text }
  | { found: 'nothing' }

export type ListOptions = {
  after?: string | undefined
  size?: number
  /** No more than so many are counted. */
  most?: number
  /** True: the cards come as the JSON that they are in the database. */
  rawJson?: boolean
}

type ReaderOf = { type: string; table: string; order: Order }

/** The reads that every record type has, on its ready-made cards. */
export const reader = <R extends RecordBase>({ type, table, order }: ReaderOf) => ({
  /** A page of the records that meet the conditions. */
  list: (options: ListOptions = {}, where: readonly Sql[] = []): Promise<Page<R>> =>
    listCards<R>(table, order, options, where),

  /** All records that meet the conditions, at most 500: for what stands on another record's page. */
  where: (...where: Sql[]): Promise<R[]> => firstCards<R>(table, order, 500, where),

  /** The first of the records that meet the conditions. */
  first: (most: number, ...where: Sql[]): Promise<R[]> => firstCards<R>(table, order, most, where),

  /** A record by its id, or one of its versions. */
  lookUp: (id: string, version?: number): Promise<Lookup<R>> =>
    lookUp<R>(type, table, sql`id = ${id}`, `/${type}/${id}`, version),
})

const firstCards = async <R>(table: string, order: Order, most: number, where: readonly Sql[]): Promise<R[]> => {
  const direction = order.descending ? sql`DESC` : sql`ASC`
  return loadCards<R>(sql`SELECT card FROM ${identifier(table)} WHERE ${and(where)}
    ORDER BY ${sortedBy(order)} ${direction} NULLS LAST, id LIMIT ${most}`)
}

/** A page of a table's cards in an order. */
export async function listCards<R extends RecordBase>(
  table: string,
  order: Order,
  { after, size = 25, most, rawJson = false }: ListOptions,
  where: readonly Sql[],
): Promise<Page<R>> {
  const [page, counted] = await Promise.all([
    cardsAfter<R>(table, order, readCursor(after), size, where, rawJson),
    countUpTo(table, most, where),
  ])
  return { ...page, ...counted }
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
  const found = await keyset(table, order, cursor, where, size + 1).rows<{ id: string; card: R; key: string | null }>({
    rawJson,
  })
  const page = found.slice(0, size)
  const last = page.at(-1)
  const next = found.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null
  return { rows: page.map(({ card }) => card), next }
}

/** How many there are; beyond `most`, only that there are more. */
export async function countUpTo(
  table: string,
  most: number | undefined,
  where: readonly Sql[],
): Promise<Pick<Page<unknown>, 'total' | 'more'>> {
  const found = sql`FROM ${identifier(table)} WHERE ${and(where)}`
  const counted = most === undefined ? found : sql`FROM (SELECT ${found} LIMIT ${most + 1}) found`
  const [row] = await sql`SELECT count(*)::int AS total ${counted}`.rows<{ total: number }>()
  return countLimit(most, row!.total)
}

export const countLimit = (most = Infinity, total: number): Pick<Page<unknown>, 'total' | 'more'> =>
  total > most ? { total: most, more: true } : { total }

export const writeCursor = ({ key, id }: Cursor): string => Buffer.from(JSON.stringify([key, id])).toString('base64url')

/** Null for what is no cursor of ours: the list then begins at its start. */
export const readCursor = (text: string | undefined): Cursor | null => {
  if (!text || text.length > 500) return null
  try {
    const [key, id] = JSON.parse(Buffer.from(text, 'base64url').toString()) as unknown[]
    const fits = (key === null || typeof key === 'string') && typeof id === 'string' && /^[0-9a-z]{10}[a-z_]*$/.test(id)
    return fits && !key?.includes('\0') ? { key, id } : null
  } catch {
    return null
  }
}

type CardText = { id: string; card: string; path: string }

/** Cards by their ids as their JSON, which need not be read to be passed on, and their addresses. */
export const cardTexts = (table: string) =>
  createBatchLoader(async (ids) => {
    const found = sql`SELECT id, card, path FROM ${identifier(table)} WHERE id = ANY(${ids})`
    const rows = await found.rows<CardText>({ rawJson: true, prepared: true })
    return new Map(rows.map((row) => [row.id, row]))
  })

/** What stands at an address: a record, one of its versions, where it moved, why it was withdrawn, or nothing. */
export async function lookUp<R extends RecordBase>(
  type: string,
  table: string,
  which: Sql,
  path: string,
  version?: number,
): Promise<Lookup<R>> {
  const [live] = await sql`SELECT card FROM ${identifier(table)} WHERE ${which}`.rows<{ card: R }>({ prepared: true })
  if (live) {
    const current = live.card.version
    if (version === undefined || version === current) return { found: 'record', record: live.card, current }
    const [old] = await sql`
      SELECT card FROM revision WHERE type = ${type} AND record_id = ${live.card.id} AND version = ${version}
        AND kind <> 'withdrawn'`.rows<{ card: R }>()
    return old ? { found: 'record', record: convertCard(type, old.card), current } : { found: 'nothing' }
  }
  const [moved] = await sql`SELECT to_path FROM redirect WHERE from_path = ${path}`.rows<{ to_path: string }>()
  if (moved) return { found: 'moved', path: moved.to_path }
  const [gone] = await sql`
    SELECT at, reason FROM tombstone WHERE type = ${type} AND (path = ${path} OR '/' || type || '/' || record_id = ${path})`.rows<{
    at: Date
    reason: Text
  }>()
  return gone ? { found: 'withdrawn', on: gone.at.toISOString(), reason: gone.reason } : { found: 'nothing' }
}

import type { Text } from '@/lib/platform/collections/language'
import { type Sql, all, name, sql } from '@/lib/platform/database/read'
import type { RecordBase } from './room'

/** A page of a list. `next` goes into `?after=` for the page that follows. */
export type Page<R> = { rows: R[]; total: number; next: string | null }

/** What an address leads to. An old version has `record.version < current`. */
export type Lookup<R> =
  | { found: 'record'; record: R; current: number }
  | { found: 'moved'; path: string }
  | { found: 'withdrawn'; on: string; reason: Text }
  | { found: 'nothing' }

/**
 * The column that a list is sorted by; rows without a value come last, and equal ones by id. `words` compares as C does,
 * whatever the database's own collation is: a page must end where the next one begins. `numbers` are not negative.
 */
export type Order = {
  column: string
  descending: boolean
  words?: boolean
  numbers?: boolean
  /** What is sorted by where that is no column. */
  by?: Sql
}

/** What an order sorts by. */
export const sortedBy = ({ column, words, by }: Order): Sql =>
  by ?? (words ? sql`(${name(column)} COLLATE "C")` : name(column))

export type ListOptions = {
  after?: string | undefined
  size?: number
  /** True: the cards come as the JSON that they are in the database. */
  unread?: boolean
}

type ReaderOf = { room: string; table: string; order: Order }

/** The reads that every room has, on its ready-made cards. */
export const reader = <R extends RecordBase>({ room, table, order }: ReaderOf) => ({
  /** A page of the records that meet the conditions. */
  list: (options: ListOptions = {}, where: readonly Sql[] = []): Promise<Page<R>> =>
    listCards<R>(table, order, options, where),

  /** All records that meet the conditions, at most 500: for what stands on another record's page. */
  where: (...where: Sql[]): Promise<R[]> => firstCards<R>(table, order, 500, where),

  /** The first of the records that meet the conditions. */
  first: (most: number, ...where: Sql[]): Promise<R[]> => firstCards<R>(table, order, most, where),

  /** A record by its id, or one of its versions. */
  lookUp: (id: string, version?: number): Promise<Lookup<R>> =>
    lookUp<R>(room, table, sql`id = ${id}`, `/${room}/${id}`, version),
})

const firstCards = async <R>(table: string, order: Order, most: number, where: readonly Sql[]): Promise<R[]> => {
  const direction = order.descending ? sql`DESC` : sql`ASC`
  const rows = await sql`SELECT card FROM ${name(table)} WHERE ${all(where)}
    ORDER BY ${sortedBy(order)} ${direction} NULLS LAST, id LIMIT ${most}`.rows<{ card: R }>()
  return rows.map(({ card }) => card)
}

/** A page of a table's cards in an order. */
export async function listCards<R extends RecordBase>(
  table: string,
  order: Order,
  options: ListOptions,
  where: readonly Sql[],
): Promise<Page<R>> {
  const { size = 25 } = options
  const column = sortedBy(order)
  const direction = order.descending ? sql`DESC` : sql`ASC`
  const cursor = readCursor(options.after)
  const conditions = cursor ? [...where, beyond(order, cursor)] : where
  const [found, counted] = await Promise.all([
    sql`SELECT id, card, ${column}::text AS key FROM ${name(table)} WHERE ${all(conditions)}
      ORDER BY ${column} ${direction} NULLS LAST, id LIMIT ${size + 1}`.rows<{
      id: string
      card: R
      key: string | null
    }>(options),
    sql`SELECT count(*)::int AS total FROM ${name(table)} WHERE ${all(where)}`.rows<{ total: number }>(),
  ])
  const page = found.slice(0, size)
  const last = page.at(-1)
  const next = found.length > size && last ? writeCursor({ key: last.key, id: last.id }) : null
  return { rows: page.map(({ card }) => card), total: counted[0]!.total, next }
}

/** Where a page ended: the sorted column's value there, and the id. */
type Cursor = { key: string | null; id: string }

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

/** Numbers of one length are in the same order as texts. */
const DIGITS = 20

/** The rows after a cursor. Compared as text, so that a cursor that somebody made up is never an error. */
const beyond = ({ column, descending, numbers, by = name(column) }: Order, { key: ended, id }: Cursor): Sql => {
  if (ended === null) return sql`(${by} IS NULL AND id > ${id})`
  const text = sql`(${by})::text`
  const value = numbers ? sql`(lpad(${text}, ${DIGITS}, '0') COLLATE "C")` : sql`(${text} COLLATE "C")`
  const key = numbers ? ended.padStart(DIGITS, '0') : ended
  const further = descending ? sql`${value} < ${key}` : sql`${value} > ${key}`
  return sql`(${further} OR (${value} = ${key} AND id > ${id}) OR ${by} IS NULL)`
}

/** What stands at an address: a record, one of its versions, where it moved, why it was withdrawn, or nothing. */
export async function lookUp<R extends RecordBase>(
  room: string,
  table: string,
  which: Sql,
  path: string,
  version?: number,
): Promise<Lookup<R>> {
  const [live] = await sql`SELECT card FROM ${name(table)} WHERE ${which}`.rows<{ card: R }>({ prepared: true })
  if (live) {
    const current = live.card.version
    if (version === undefined || version === current) return { found: 'record', record: live.card, current }
    const [old] = await sql`
      SELECT card FROM revision WHERE room = ${room} AND record_id = ${live.card.id} AND version = ${version}
        AND kind <> 'withdrawn'`.rows<{ card: R }>()
    return old ? { found: 'record', record: old.card, current } : { found: 'nothing' }
  }
  const [moved] = await sql`SELECT to_path FROM redirect WHERE from_path = ${path}`.rows<{ to_path: string }>()
  if (moved) return { found: 'moved', path: moved.to_path }
  const [gone] = await sql`
    SELECT at, reason FROM tombstone WHERE room = ${room} AND (path = ${path} OR '/' || room || '/' || record_id = ${path})`.rows<{
    at: Date
    reason: Text
  }>()
  return gone ? { found: 'withdrawn', on: gone.at.toISOString(), reason: gone.reason } : { found: 'nothing' }
}

import { type Sql, all, name, sql } from '@/lib/platform/database/read'
import { BATCH, type Snapshot, fromSnapshot } from '@/lib/platform/database/snapshot'
import { allInOrder } from '@/lib/platform/records/ranked'
import type { RecordBase } from '@/lib/platform/records/room'
import { settings } from '@/lib/platform/settings'
import type { FlatContext } from './flatten'
import { TABLES } from './tables'
import type { List } from '../sharing/pages'
import { lastChange } from './changes'
import { type View, collectionOf } from './view'

/** A whole view as one moment of the database had it. */
export type Exported = {
  total: number
  /** When something was last published. */
  asOf: string
  /** For the cells of the batch that came last. */
  context: FlatContext
  batches: () => AsyncGenerator<RecordBase[]>
}

/** Reads a view from one snapshot, however long the reader takes; `write` makes the pieces of the file. */
export const exportView = <T>(view: View, write: (exported: Exported) => AsyncGenerator<T>): AsyncGenerator<T> =>
  fromSnapshot((snapshot) => write_(snapshot, view, write))

async function* write_<T>(snapshot: Snapshot, view: View, write: (exported: Exported) => AsyncGenerator<T>) {
  yield* write(await readFrom(snapshot, view))
}

/** One page of a view, for those who don't want all of it at once. */
export const readPage = async (
  { room, values, sort }: View,
  { size, after }: { size: number; after?: string | undefined },
): Promise<{ exported: Exported; next: string | null }> => {
  const [{ rows, total, next }, asOf] = await Promise.all([
    collectionOf(room).list({ filters: values, size, after, ...(sort && { sort }) }),
    lastChange(),
  ])
  const geoids = new Map<string, string>()
  await learnGeoids((query) => query.rows(), rows, geoids)
  const context = { site: settings().siteUrl, geoids }
  return {
    exported: {
      total,
      asOf,
      context,
      async *batches() {
        yield rows
      },
    },
    next,
  }
}

/** A room as it was published at a moment, from the history of its records: each as that version was published. */
export const readPast = async (snapshot: Snapshot, room: List, until: string): Promise<Exported> => {
  const geoids = new Map<string, string>()
  // A record that was merged into another one left a redirect at its address.
  const published = sql`(
    SELECT DISTINCT ON (record_id) record_id AS id, kind, card, at FROM revision
    WHERE room = ${room} AND at < ${until}::timestamptz ORDER BY record_id, version DESC)`
  const there = sql`kind <> 'withdrawn' AND NOT (kind = 'merged' AND EXISTS (
    SELECT FROM redirect WHERE from_path = card ->> 'path'))`
  const [head] = await snapshot.rows<{ total: number; asOf: Date | null }>(sql`
    SELECT (SELECT count(*)::int FROM ${published} published WHERE ${there}) AS total,
      (SELECT max(at) FROM revision WHERE at < ${until}::timestamptz) AS "asOf"`)
  return {
    total: head!.total,
    asOf: (head!.asOf ?? new Date(0)).toISOString(),
    context: { site: settings().siteUrl, geoids },
    batches: () => cardsOf(snapshot, sql`SELECT card FROM ${published} published WHERE ${there} ORDER BY id`, geoids),
  }
}

/** The view in a snapshot that is open already: the dataset reads all rooms from one. */
export const readFrom = async (snapshot: Snapshot, { room, where, order }: View): Promise<Exported> => {
  const table = TABLES[room]
  const [head] = await snapshot.rows<{ total: number; asOf: Date | null }>(sql`
    SELECT (SELECT count(*)::int FROM ${name(table)} WHERE ${all(where)}) AS total,
      (SELECT max(at) FROM revision) AS "asOf"`)
  const geoids = new Map<string, string>()
  return {
    total: head!.total,
    asOf: (head!.asOf ?? new Date(0)).toISOString(),
    context: { site: settings().siteUrl, geoids },
    async *batches() {
      for (const rows of allInOrder(table, order, where)) yield* cardsOf(snapshot, rows, geoids)
    },
  }
}

async function* cardsOf(snapshot: Snapshot, query: Sql, geoids: Map<string, string>): AsyncGenerator<RecordBase[]> {
  let all = false
  for await (const batch of snapshot.batches<{ card: RecordBase }>(query)) {
    const cards = batch.map(({ card }) => card)
    // Of many records all GEOIDs are learnt at once: looking through each record for places costs more.
    if (!all) await learnGeoids(snapshot.rows, batch.length < BATCH ? cards : null, geoids)
    all ||= batch.length === BATCH
    yield cards
  }
}

/** Adds the GEOIDs of the places that the records name, or of all places. */
export const learnGeoids = async (
  rows: <Row>(query: Sql) => Promise<Row[]>,
  cards: readonly RecordBase[] | null,
  known: Map<string, string>,
): Promise<void> => {
  const which = cards ? sql`id = ANY(${[...new Set(cards.flatMap(placeIds))]})` : sql`true`
  const found = await rows<{ id: string; geoid: string }>(
    sql`SELECT id, geoid FROM jurisdiction WHERE geoid IS NOT NULL AND ${which}`,
  )
  for (const { id, geoid } of found) known.set(id, geoid)
}

/** Every place that a record names, however deep. */
const placeIds = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(placeIds)
  if (typeof value !== 'object' || value === null) return []
  const deeper = Object.values(value).flatMap(placeIds)
  return 'usps' in value && 'id' in value && !('version' in value) ? [value.id as string, ...deeper] : deeper
}

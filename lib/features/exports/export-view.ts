import { type Sql, and, identifier, sql } from '@/lib/platform/database/sql'
import { BATCH_ROWS, type Snapshot, readSnapshot } from '@/lib/platform/database/snapshot'
import { MAX_RANKED, sortAllRanked } from '@/lib/platform/lists/ranked'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { settings } from '@/lib/platform/settings/settings'
import type { FlatContext } from '@/lib/records/shared/flatten'
import type { RecordTypeName } from '@/lib/records/registry'
import { lastChange } from './last-published'
import type { View } from './list-view'
import { convertCard, hasCardConverter } from '@/lib/platform/publishing/history-converters'

/** A whole view in one snapshot of the database. */
export type Exported = {
  total: () => Promise<number>
  /** The time of the last publication. */
  asOf: string
  /** The context for the cells of the latest batch. */
  context: FlatContext
  batches: () => AsyncGenerator<RecordBase[]>
  /** The records as stored JSON, which was validated when it was written. */
  texts: () => AsyncGenerator<string[]>
}

/** Reads a view from one snapshot, even for slow downloads. `write` produces the chunks of the file. */
export const exportView = <T>(view: View, write: (exported: Exported) => AsyncGenerator<T>): AsyncGenerator<T> =>
  readSnapshot((snapshot) => write_(snapshot, view, write))

async function* write_<T>(snapshot: Snapshot, view: View, write: (exported: Exported) => AsyncGenerator<T>) {
  yield* write(await readFrom(snapshot, view))
}

/** One page of a view. */
export const readPage = async (
  { collection, values, sort }: View,
  { size, after }: { size: number; after?: string | undefined },
): Promise<{ exported: Exported; next: string | null }> => {
  const [{ rows: texts, total, next }, asOf] = await Promise.all([
    collection.listJson({ filters: values, size, after, ...(sort && { sort }) }),
    lastChange(),
  ])
  const geoids = new Map<string, string>()
  const exported: Exported = {
    total: async () => total,
    asOf,
    context: { site: settings().siteUrl, geoids },
    async *batches() {
      const cards = texts.map((text) => JSON.parse(text) as RecordBase)
      await learnGeoids((query) => query.rows(), cards, geoids)
      yield cards
    },
    async *texts() {
      yield texts
    },
  }
  return { exported, next }
}

/** A record type as it was published at a point in time, from the history. */
export const readPast = async (snapshot: Snapshot, type: RecordTypeName, until: string): Promise<Exported> => {
  // A record that was merged into another one has a redirect from its path.
  const published = sql`(
    SELECT DISTINCT ON (record_id) record_id AS id, kind, card, at FROM revision
    WHERE type = ${type} AND at < ${until}::timestamptz ORDER BY record_id, version DESC)`
  const there = sql`kind <> 'withdrawn' AND NOT (kind = 'merged' AND EXISTS (
    SELECT FROM redirect WHERE from_path = card ->> 'path'))`
  const found = sql`FROM ${published} published WHERE ${there}`
  const all = await readAll(snapshot, found, [sql`SELECT card ${found} ORDER BY id`], sql`at < ${until}::timestamptz`)
  return hasCardConverter(type) ? converted(all, type) : all
}

const converted = (exported: Exported, type: RecordTypeName): Exported => ({
  ...exported,
  async *batches() {
    for await (const cards of exported.batches()) yield cards.map((card) => convertCard(type, card))
  },
  async *texts() {
    for await (const texts of exported.texts())
      yield texts.map((text) => JSON.stringify(convertCard(type, JSON.parse(text) as RecordBase)))
  },
})

/** The view in an open snapshot. The dataset reads all record types from one. */
export const readFrom = (snapshot: Snapshot, { collection, where, order }: View): Promise<Exported> => {
  const { table } = collection
  return readAll(
    snapshot,
    sql`FROM ${identifier(table)} WHERE ${and(where)}`,
    sortAllRanked(table, order, where),
    sql`true`,
  )
}

/**
 * The results of consecutive queries. `found` selects the rows to count, `when` the revisions that determine the date.
 */
async function readAll(snapshot: Snapshot, found: Sql, queries: readonly Sql[], when: Sql): Promise<Exported> {
  const [last] = await snapshot.rows<{ asOf: Date | null }>(sql`SELECT max(at) AS "asOf" FROM revision WHERE ${when}`)
  const geoids = new Map<string, string>()
  return {
    total: async () => (await snapshot.rows<{ total: number }>(sql`SELECT count(*)::int AS total ${found}`))[0]!.total,
    asOf: (last!.asOf ?? new Date(0)).toISOString(),
    context: { site: settings().siteUrl, geoids },
    batches: () => readCards(snapshot, queries, geoids),
    async *texts() {
      for await (const batch of inTurn<string>(snapshot, queries, true)) yield batch.map(({ card }) => card)
    },
  }
}

/** The batches of consecutive queries, as `sortAllRanked` orders them. */
async function* inTurn<Card>(snapshot: Snapshot, queries: readonly Sql[], rawJson: boolean) {
  for (const query of queries) {
    let found = 0
    for await (const batch of snapshot.batches<{ card: Card }>(query, { rawJson })) {
      found += batch.length
      yield batch
    }
    if (found < MAX_RANKED) return
  }
}

async function* readCards(
  snapshot: Snapshot,
  queries: readonly Sql[],
  geoids: Map<string, string>,
): AsyncGenerator<RecordBase[]> {
  let [before, all] = [0, false]
  for await (const batch of inTurn<RecordBase>(snapshot, queries, false)) {
    const cards = batch.map(({ card }) => card)
    // Large exports load all GEOIDs at once after the first batches, because scanning each record for places costs
    // more.
    const many = before >= BATCH_ROWS
    if (!all) await learnGeoids(snapshot.rows, many ? null : cards, geoids)
    all = many
    before += batch.length
    yield cards
  }
}

/** Loads the GEOIDs of the places that the records link to, or of all places. */
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

/** Ids of all places that a record links to, at any depth. */
const placeIds = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(placeIds)
  if (typeof value !== 'object' || value === null) return []
  const deeper = Object.values(value).flatMap(placeIds)
  return 'usps' in value && 'id' in value && !('version' in value) ? [value.id as string, ...deeper] : deeper
}

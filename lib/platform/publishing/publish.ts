import { issuesOf } from '@/lib/platform/commands/command'
import { insertRows, combineStatements } from '@/lib/platform/database/bulk-write'
import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, Invalid, type Issues } from '@/lib/platform/errors/errors'
import type { Text } from '@/lib/platform/i18n/locale'
import { writeCards, writeCardsOf, writeDependents, writeLinks } from './cards'
import { assertNotMerged } from './merged-away'
import { PUBLICATION_TIME } from './publication-time'
import { encodeNotification } from './publish-notification'
import { type AnyRecordType, type RecordLink, type RecordTypes, recordKey } from './record-type'

export type RevisionKind = 'published' | 'corrected' | 'restored' | 'merged' | 'withdrawn'

export type Entry = {
  type: string
  id: string
  /** The version that the draft started from; 0 for a new record. */
  baseVersion: number
  data: unknown
  kind?: RevisionKind
  reason?: Text | null
}

export type Published = RecordLink & { version: number }

/**
 * Publishes entries together, all or none. Writes the record tables, the card and the next revision of each, and
 * rewrites the cards of records that show it. An entry may link to another that comes before it.
 * @throws Invalid with the entry's issues; Conflict if a newer version exists than the draft is based on, or if
 * the record was merged into another.
 */
export async function publish(
  tx: Transaction,
  types: RecordTypes,
  byId: string,
  entries: Entry[],
): Promise<Published[]> {
  const all = entries.map((entry) => parseEntry(types, entry))
  const { last, now } = await lockedVersions(tx, entries)
  await assertNotMerged(tx, entries)
  const published: Published[] = []
  const shownBy: RecordLink[] = []
  const named: RecordLink[] = []
  for (const batch of batchesOf(all)) {
    const { type } = batch[0]!
    const written = batch.map(({ id, baseVersion, input }) => {
      const before = last.get(recordKey({ type: type.name, id }))
      const version = (before?.version ?? 0) + 1
      if (version !== baseVersion + 1) throw new Conflict('publishing.publishedMeanwhile')
      const publishedAt = before?.first ?? now
      last.set(recordKey({ type: type.name, id }), { version, first: publishedAt })
      const path = type.path?.(input) ?? `/${type.name}/${id}`
      return { id, input, base: { version, publishedAt, updatedAt: now, path } }
    })
    await type.write(tx, written)
    const cards = await writeCards(
      tx,
      type,
      written.map(({ id, base }) => ({ id, ...base })),
    )
    const byRecord = new Map(cards.map((card) => [card.id, card]))
    const made = written.map(({ id, base }) => ({ type: type.name, id, version: base.version }))
    const links = batch.map(({ id, input }) => ({ from: { type: type.name, id }, to: type.links(input) }))
    named.push(...links.flatMap(({ to }) => to), ...(await writeLinks(tx, links)))
    await appendRevisions(
      tx,
      batch.map((entry, at) => ({ ...entry, ...made[at]!, card: byRecord.get(entry.id), byId, at: now })),
    )
    published.push(...made)
    shownBy.push(...batch.flatMap(({ input }) => type.shownBy?.(input) ?? []))
  }
  await writeCardsOf(tx, types, shownBy)
  await writeDependents(tx, types, [...published, ...shownBy])
  await notifyPublished(tx, published, named)
  return published
}

type ParsedEntry = Omit<Entry, 'type'> & { type: AnyRecordType; input: unknown; linkKeys: ReadonlySet<string> }

/** The maximum number of entries written with the same SQL statements. */
const MAX_BATCH = 100

/** Groups consecutive entries of one record type that don't link to each other. */
function* batchesOf(entries: readonly ParsedEntry[]): Generator<ParsedEntry[]> {
  let batch: ParsedEntry[] = []
  for (const entry of entries) {
    const fits =
      batch.length < MAX_BATCH &&
      batch.every(
        ({ type, id }) =>
          type === entry.type && id !== entry.id && !entry.linkKeys.has(recordKey({ type: type.name, id })),
      )
    if (fits) batch.push(entry)
    else {
      yield batch
      batch = [entry]
    }
  }
  if (batch.length) yield batch
}

const parseEntry = (types: RecordTypes, entry: Entry): ParsedEntry => {
  const type = types[entry.type]!
  const parsed = type.input.safeParse(entry.data)
  if (parsed.success)
    return { ...entry, type, input: parsed.data, linkKeys: new Set(type.links(parsed.data).map(recordKey)) }
  const issues: Issues = {}
  for (const [field, messages] of Object.entries(issuesOf(parsed.error)))
    issues[`${entry.type}/${entry.id}: ${field}`] = messages
  throw new Invalid(issues)
}

type LastVersion = { version: number; first: Date }

/** The latest version and first publication of records, which are locked until the transaction ends. */
async function lockedVersions(
  tx: Transaction,
  links: readonly RecordLink[],
): Promise<{ last: Map<string, LastVersion>; now: Date }> {
  const keys = [...new Set(links.map(recordKey))].toSorted()
  const given = JSON.stringify(links.map(({ type, id }) => ({ type, id })))
  const [locked] = await tx.rows<{ now: Date }>(sql`
    SELECT count(pg_advisory_xact_lock(hashtextextended(key, 0))), ${PUBLICATION_TIME} AS now FROM unnest(${keys}::text[]) AS key`)
  const found = await tx.rows<RecordLink & LastVersion>(sql`
    SELECT type, id, version, first
    FROM jsonb_to_recordset(${given}::jsonb) AS one (type text, id text), LATERAL (
      SELECT max(version) AS version, min(at) FILTER (WHERE version = 1) AS first FROM revision
      WHERE revision.type = one.type AND record_id = one.id) AS kept
    WHERE version IS NOT NULL`)
  return { last: new Map(found.map(({ type, id, ...last }) => [recordKey({ type, id }), last])), now: locked!.now }
}

/** The latest version of a record, or 0. The record is locked until the transaction ends. */
export const lockedVersion = async (tx: Transaction, link: RecordLink): Promise<number> =>
  (await lockedVersions(tx, [link])).last.get(recordKey(link))?.version ?? 0

type NewRevision = RecordLink & {
  version: number
  kind?: RevisionKind
  data: unknown
  card: unknown
  reason?: Text | null
  byId: string
  at: Date
}

const COLUMNS = ['type', 'record_id', 'version', 'kind', 'data', 'card', 'reason', 'by_id', 'at'] as const

/** Appends revisions: the input, and the card as readers got it. Deletes the tombstones of these records. */
export const appendRevisions = (tx: Transaction, versions: readonly NewRevision[]) => {
  const rows = versions.map(({ type, id, version, kind = 'published', data, card, reason = null, byId, at }) => {
    return { type, record_id: id, version, kind, data, card, reason, by_id: byId, at }
  })
  const gone = JSON.stringify(versions.map(({ type, id }) => ({ type, id })))
  return tx.rows(
    combineStatements([
      insertRows('revision', COLUMNS, rows),
      sql`DELETE FROM tombstone USING jsonb_to_recordset(${gone}::jsonb) AS one (type text, id text)
        WHERE tombstone.type = one.type AND tombstone.record_id = one.id`,
    ]),
  )
}

/** Notifies every running server at the commit. */
export const notifyPublished = (tx: Transaction, changed: RecordLink[], named: RecordLink[]) =>
  tx.rows(sql`SELECT pg_notify('published', ${encodeNotification({ changed, named })})`)

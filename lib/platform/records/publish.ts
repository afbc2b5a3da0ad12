import { issuesOf } from '@/lib/platform/commands/command'
import { type Transaction, json, jsonOrNull } from '@/lib/platform/database/write'
import { Conflict, Invalid, type Issues } from '@/lib/platform/errors'
import type { Text } from '@/lib/platform/collections/language'
import { writeCards, writeDependents, writeLinks } from './cards'
import { writeNews } from './news'
import type { Link, Rooms } from './room'

export type RevisionKind = 'published' | 'corrected' | 'restored' | 'merged' | 'withdrawn'

export type Entry = {
  room: string
  id: string
  /** The version that the draft started from; 0 for a new record. */
  baseVersion: number
  data: unknown
  kind?: RevisionKind
  reason?: Text | null
}

export type Published = Link & { version: number }

/**
 * Publishes entries together: all or none. Each gets the next version in the history and its record tables and card;
 * the cards of records that show it follow. Entries may name each other if the named one comes first.
 * @throws Invalid with the entry's issues; Conflict when a record moved on since its draft was begun.
 */
export async function publish(tx: Transaction, rooms: Rooms, byId: string, entries: Entry[]): Promise<Published[]> {
  const now = new Date()
  const published: Published[] = []
  const shownBy: Link[] = []
  const named: Link[] = []
  for (const entry of entries) {
    const room = rooms[entry.room]!
    const input = checked(rooms, entry)
    const version = (await lockedVersion(tx, entry)) + 1
    if (version !== entry.baseVersion + 1) {
      throw new Conflict('Somebody published another version meanwhile. Compare the two, then publish again.')
    }
    const first = await tx.revision.findFirst({
      where: { room: entry.room, recordId: entry.id },
      orderBy: { version: 'asc' },
      select: { at: true },
    })
    const base = {
      version,
      publishedAt: first?.at ?? now,
      updatedAt: now,
      path: room.path?.(input) ?? `/${room.name}/${entry.id}`,
    }
    await room.write(tx, entry.id, base, input)
    await tx.tombstone.deleteMany({ where: { room: entry.room, recordId: entry.id } })
    const [card] = await writeCards(tx, room, [entry.id])
    const links = room.links(input)
    named.push(...links, ...(await writeLinks(tx, entry, links)))
    await keep(tx, { ...entry, version, card, byId, at: now })
    published.push({ room: entry.room, id: entry.id, version })
    shownBy.push(...(room.shownBy?.(input) ?? []))
  }
  for (const { room, id } of shownBy) await writeCards(tx, rooms[room]!, [id])
  await writeDependents(tx, rooms, [...published, ...shownBy])
  await announce(tx, published, named)
  return published
}

const checked = (rooms: Rooms, entry: Entry): unknown => {
  const parsed = rooms[entry.room]!.input.safeParse(entry.data)
  if (parsed.success) return parsed.data
  const issues: Issues = {}
  for (const [field, messages] of Object.entries(issuesOf(parsed.error)))
    issues[`${entry.room}/${entry.id}: ${field}`] = messages
  throw new Invalid(issues)
}

/** The record's newest version in the history, or 0; the record is locked until the transaction ends. */
export async function lockedVersion(tx: Transaction, { room, id }: Link): Promise<number> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${room}/${id}`}, 0))`
  const { _max } = await tx.revision.aggregate({ where: { room, recordId: id }, _max: { version: true } })
  return _max.version ?? 0
}

type Kept = Omit<Entry, 'baseVersion' | 'reason'> & {
  reason?: Text | null
  version: number
  card: unknown
  byId: string
  at: Date
}

/** A version's place in the history: what was written, and the card as readers got it. */
export const keep = (
  tx: Transaction,
  { room, id, version, kind = 'published', data, card, reason = null, byId, at }: Kept,
) =>
  tx.revision.create({
    data: {
      room,
      recordId: id,
      version,
      kind,
      data: json(data),
      card: json(card),
      reason: jsonOrNull(reason),
      byId,
      at,
    },
  })

/** Tells every running server what changed and what that names or named, when the transaction commits. */
export const announce = (tx: Transaction, changed: Link[], named: Link[]) =>
  tx.$executeRaw`SELECT pg_notify('published', ${writeNews({ changed, named })})`

import { Prisma, type Transaction } from '@/lib/platform/database/write'
import type { AnyRoom, Link, RecordBase, Rooms } from './room'
import { recordPath } from './slug'

type Base = { id: string; path: string; version: number; publishedAt: Date; updatedAt: Date }

const table = (room: AnyRoom) => Prisma.raw(`"${room.table}"`)

/** Writes the cards, addresses, search words and names of published records anew; the cards come back. */
export async function writeCards(tx: Transaction, room: AnyRoom, ids: string[]): Promise<RecordBase[]> {
  const bases = await tx.$queryRaw<Base[]>`
    SELECT id, path, version, published_at AS "publishedAt", updated_at AS "updatedAt"
    FROM ${table(room)} WHERE id = ANY(${ids})`
  const byId = new Map(bases.map((base) => [base.id, base]))
  const cards: RecordBase[] = []
  for (const fields of await room.read(tx, ids)) {
    const base = byId.get(fields.id)!
    const title = room.title({ ...base, ...fields })
    const record = room.record.parse({
      ...fields,
      ...base,
      path: room.path ? base.path : recordPath(room.name, base.id, title),
      publishedAt: base.publishedAt.toISOString(),
      updatedAt: base.updatedAt.toISOString(),
    })
    const words = room.words(record)
    await tx.$executeRaw`
      UPDATE ${table(room)} SET path = ${record.path}, card = ${JSON.stringify(record)}::jsonb, search =
        setweight(to_tsvector('record_name', ${words.names.join(' \n ')}), 'A') ||
        setweight(to_tsvector('record_en', ${words.en.join(' \n ')}), 'B') ||
        setweight(to_tsvector('record_es', ${words.es.join(' \n ')}), 'B')
      WHERE id = ${record.id}`
    await writeNames(tx, room, record)
    await room.derive?.(tx, record.id)
    cards.push(record)
  }
  return cards
}

async function writeNames(tx: Transaction, room: AnyRoom, record: { id: string }): Promise<void> {
  await tx.name.deleteMany({ where: { room: room.name, recordId: record.id } })
  const names = (room.names?.(record) ?? []).map((one, at) => ({ ...one, own: at === 0 }))
  if (!names.length) return
  await tx.$executeRaw`
    INSERT INTO name (room, record_id, name, folded, own, weight)
    SELECT ${room.name}, ${record.id}, n.name, fold(n.name), n.own, n.weight
    FROM jsonb_to_recordset(${JSON.stringify(names)}::jsonb) AS n (name text, own boolean, weight int)`
}

/** Remembers which records an entry names, in place of what it named before, which comes back. */
export async function writeLinks(tx: Transaction, from: Link, to: Link[]): Promise<Link[]> {
  const before = await tx.$queryRaw<Link[]>`
    DELETE FROM reference WHERE from_room = ${from.room} AND from_id = ${from.id} RETURNING to_room AS room, to_id AS id`
  const rows = to.map((one) => ({ fromRoom: from.room, fromId: from.id, toRoom: one.room, toId: one.id }))
  await tx.reference.createMany({ data: rows, skipDuplicates: true })
  return before
}

/** Writes the cards of all records that show one of these, and of those that show them in turn. */
export async function writeDependents(tx: Transaction, rooms: Rooms, changed: Link[]): Promise<void> {
  const key = ({ room, id }: Link) => `${room}/${id}`
  const seen = new Set(changed.map(key))
  for (let wave = changed; wave.length > 0;) {
    const found = await tx.reference.findMany({
      where: { OR: wave.map((one) => ({ toRoom: one.room, toId: one.id })) },
      select: { fromRoom: true, fromId: true },
    })
    const next = found.map((one) => ({ room: one.fromRoom, id: one.fromId })).filter((one) => !seen.has(key(one)))
    wave = [...new Map(next.map((one) => [key(one), one])).values()]
    for (const one of wave) seen.add(key(one))
    for (const [room, ids] of grouped(wave)) await writeCards(tx, rooms[room]!, ids)
  }
}

const grouped = (links: Link[]): Map<string, string[]> => {
  const groups = new Map<string, string[]>()
  for (const { room, id } of links) groups.set(room, [...(groups.get(room) ?? []), id])
  return groups
}

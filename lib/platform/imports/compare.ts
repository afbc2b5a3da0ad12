import type { Transaction } from '@/lib/platform/database/write'
import type { Text } from '@/lib/platform/collections/language'
import type { Link, Rooms } from '@/lib/platform/records/room'
import { sorted } from '@/lib/platform/records/working-copy'

/** The newest version of a record in the history. */
export type Latest = { version: number; withdrawn: boolean; data: unknown; reason: Text | null }

export const keyOf = ({ room, id }: Link): string => `${room}/${id}`

/** So many records are asked for at once. */
const STEP = 5_000

export async function latestOf(tx: Transaction, links: readonly Link[]): Promise<Map<string, Latest>> {
  const found = new Map<string, Latest>()
  const ids = new Map<string, Set<string>>()
  for (const { room, id } of links) ids.set(room, (ids.get(room) ?? new Set()).add(id))
  for (const [room, all] of ids)
    for (let from = 0, list = [...all]; from < list.length; from += STEP) {
      const rows = await tx.$queryRaw<(Latest & { id: string; kind: string })[]>`
        SELECT DISTINCT ON (record_id) record_id AS id, version, kind, data, reason FROM revision
        WHERE room = ${room} AND record_id = ANY(${list.slice(from, from + STEP)})
        ORDER BY record_id, version DESC`
      for (const { id, version, kind, data, reason } of rows)
        found.set(keyOf({ room, id }), { version, withdrawn: kind === 'withdrawn', data, reason })
    }
  return found
}

/** An input as one text: the same for the same content, however it is written. */
export const content = (rooms: Rooms, room: string, data: unknown): string => {
  const parsed = rooms[room]!.input.safeParse(data)
  return JSON.stringify(sorted(parsed.success ? parsed.data : data))
}

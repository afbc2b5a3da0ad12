import { z } from 'zod'
import { Text } from '@/lib/platform/collections/language'
import { command } from '@/lib/platform/commands/command'
import { type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, Forbidden, NotFound } from '@/lib/platform/errors'
import type { Actor } from '@/lib/platform/commands/permissions'
import { publish } from './publish'
import type { Rooms } from './room'
import { withdraw } from './withdraw'

const RecordId = z.string().regex(/^[0-9a-z]{10}$/)

/** The commands that every kind of record has, for these rooms. */
export const recordCommands = (rooms: Rooms) => {
  const RoomName = z.enum(Object.keys(rooms) as [string, ...string[]])
  const Draft = z.strictObject({
    id: z.string().min(10).max(40),
    room: RoomName,
    recordId: RecordId,
    baseVersion: z.int().min(0),
    /** As far as it has been written; it is checked when it is published. */
    data: z.record(z.string(), z.json()),
  })

  return {
    /** Keeps working copies. Nothing of them is public. */
    saveDrafts: command({
      name: 'drafts.save',
      permission: 'draft:save',
      input: z.strictObject({ drafts: z.array(Draft).min(1).max(2_000) }),
      run: async ({ tx, actor, input }) => {
        for (const draft of input.drafts) await saveDraft(tx, actor, draft)
        return input.drafts.map(({ id }) => id)
      },
      detail: ({ drafts }) => ({ drafts: drafts.length, first: drafts[0]!.id }),
    }),

    /** Publishes drafts together, in the given order: all or none. The drafts are then gone. */
    publishDrafts: command({
      name: 'drafts.publish',
      permission: 'record:publish',
      input: z
        .strictObject({
          draftIds: z.array(z.string()).min(1).max(2_000),
          kind: z.enum(['published', 'corrected', 'restored']).default('published'),
          reason: Text.nullable().default(null),
        })
        .refine(({ kind, reason }) => kind !== 'corrected' || reason, {
          path: ['reason'],
          message: 'Say what was corrected: readers see it.',
        }),
      run: async ({ tx, actor, input }) => {
        const drafts = await tx.draft.findMany({ where: { id: { in: input.draftIds } } })
        const byId = new Map(drafts.map((draft) => [draft.id, draft]))
        const entries = input.draftIds.map((id) => {
          const draft = byId.get(id)
          if (!draft) throw new NotFound('There is no such draft. It may have been published already.')
          const { room, recordId, baseVersion, data } = draft
          return {
            room,
            id: recordId,
            baseVersion,
            data,
            kind: input.kind,
            ...(input.reason && { reason: input.reason }),
          }
        })
        const published = await publish(tx, rooms, actor.id, entries)
        await tx.draft.deleteMany({ where: { id: { in: input.draftIds } } })
        return published
      },
      detail: (_, published) => ({ published: published.map(({ room, id, version }) => `${room}/${id}@${version}`) }),
    }),

    /** Takes a record off the public pages, with the reason that its address then gives. */
    withdrawRecord: command({
      name: 'records.withdraw',
      permission: 'record:withdraw',
      input: z.strictObject({ room: RoomName, id: RecordId, reason: Text }),
      run: ({ tx, actor, input }) => withdraw(tx, rooms, actor.id, { room: input.room, id: input.id }, input.reason),
      detail: ({ room, id }) => ({ withdrawn: `${room}/${id}` }),
    }),
  }
}

type DraftInput = { id: string; room: string; recordId: string; baseVersion: number; data: Record<string, unknown> }

async function saveDraft(tx: Transaction, actor: Actor, { data, ...draft }: DraftInput): Promise<void> {
  const kept = await tx.draft.findUnique({
    where: { id: draft.id },
    select: { authorId: true, room: true, recordId: true },
  })
  if (!kept) {
    await tx.draft.create({ data: { ...draft, data: json(data), authorId: actor.id } })
    return
  }
  if (actor.role === 'contributor' && kept.authorId !== actor.id) throw new Forbidden('draft:save')
  if (kept.room !== draft.room || kept.recordId !== draft.recordId)
    throw new Conflict('This draft is of another entry.')
  await tx.draft.update({
    where: { id: draft.id },
    data: { data: json(data), baseVersion: draft.baseVersion, saves: { increment: 1 }, updatedAt: new Date() },
  })
}

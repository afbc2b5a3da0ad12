import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, Forbidden, NotFound } from '@/lib/platform/errors/errors'
import { Text } from '@/lib/platform/i18n/locale'
import { localizedText } from '@/lib/platform/i18n/translate'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { currentRevision } from './current-revision'
import { publicationTime } from './publication-time'
import { type Published, appendRevisions, lockedVersion, notifyPublished } from './publish'
import type { RecordLink, RecordTypes } from './record-type'
import { withdraw } from './withdraw'

/** The sentence that readers see until a second person has approved the reason. */
export const REASON_TO_COME = {
  withdrawn: localizedText('validation.reasonToCome.withdrawn'),
  merged: localizedText('validation.reasonToCome.merged'),
} as const satisfies Record<string, Text>

export type ReasonKind = keyof typeof REASON_TO_COME

/** The reason that readers see at once: these words, or a fixed sentence where a second person has to approve them. */
export async function publicReason(tx: Transaction, actor: Actor, kind: ReasonKind, reason: Text): Promise<Text> {
  const alone = actor.role === 'system' || (await policyIn(tx)).publishOwn
  return alone ? reason : REASON_TO_COME[kind]
}

/** Keeps a reason that readers don't see yet. Does nothing if they do. */
export async function keepReason(
  tx: Transaction,
  actor: Actor,
  kind: ReasonKind,
  of: Published,
  { reason, shown }: { reason: Text; shown: Text },
): Promise<void> {
  if (shown === reason) return
  const row = { type: of.type, recordId: of.id, version: of.version, kind, reason: json(reason), byId: actor.id }
  await tx.waitingReason.create({ data: row })
}

/** Takes a record off the public pages at once. Its reason follows when a second person is asked for. */
export async function withdrawWithReason(
  tx: Transaction,
  types: RecordTypes,
  actor: Actor,
  link: RecordLink,
  reason: Text,
): Promise<Published> {
  const shown = await publicReason(tx, actor, 'withdrawn', reason)
  const withdrawn = await withdraw(tx, types, actor.id, link, shown)
  await keepReason(tx, actor, 'withdrawn', withdrawn, { reason, shown })
  return withdrawn
}

const Reason = { id: z.uuid(), save: z.int().min(1) }

/** The commands on reasons that wait for a second person. */
export const reasonCommands = (types: RecordTypes) => ({
  /** Publishes a waiting reason, as a further version of a record that is withdrawn or merged already. */
  approveReason: command({
    name: 'reasons.approve',
    permission: 'record:withdraw',
    input: z.strictObject(Reason),
    run: async ({ tx, actor, input: { id, save } }) => {
      const waiting = await openReason(tx, id, save)
      if (waiting.byId === actor.id) throw new Forbidden('record:publish-own')
      const link = { type: waiting.type, id: waiting.recordId }
      const version = (await lockedVersion(tx, link)) + 1
      const last = await currentRevision(tx, link)
      if (last?.version !== waiting.version || last.kind !== waiting.kind) throw new Conflict('review.reasonPassed')
      const reason = waiting.reason as Text
      const { data, card } = last
      const tombstone = await tx.tombstone.findUnique({
        where: { type_recordId: { type: link.type, recordId: link.id } },
      })
      await appendRevisions(tx, [
        { ...link, version, kind: waiting.kind, data, card, reason, byId: actor.id, at: await publicationTime(tx) },
      ])
      if (tombstone) await tx.tombstone.create({ data: { ...tombstone, version, reason: json(reason) } })
      const fromPath = { in: [`/${link.type}/${link.id}`, (card as { path: string }).path] }
      if (waiting.kind === 'merged')
        await tx.redirect.updateMany({ where: { fromPath }, data: { reason: json(reason) } })
      await tx.waitingReason.update({ where: { id }, data: { approvedAt: new Date(), approvedById: actor.id } })
      await notifyPublished(tx, [link], types[link.type]!.links(data))
      return { ...link, version }
    },
    detail: ({ save }, { type, id, version }) => ({ published: [`${type}/${id}@${version}`], save }),
  }),

  /** Changes the words of a waiting reason. Whoever changes them can't approve them. */
  changeReason: command({
    name: 'reasons.change',
    permission: 'record:withdraw',
    input: z.strictObject({ ...Reason, reason: Text }),
    run: async ({ tx, actor, input: { id, save, reason } }) => {
      const { type, recordId } = await openReason(tx, id, save)
      const data = { reason: json(reason), saves: save + 1, byId: actor.id, at: new Date() }
      await tx.waitingReason.update({ where: { id }, data })
      return `${type}/${recordId}`
    },
    detail: ({ save }, withdrawn) => ({ withdrawn, save: save + 1 }),
  }),
})

/** A waiting reason as it was on the screen, locked. */
async function openReason(tx: Transaction, id: string, save: number) {
  await tx.$executeRaw`SELECT id FROM waiting_reason WHERE id = ${id}::uuid FOR UPDATE`
  const waiting = await tx.waitingReason.findUnique({ where: { id } })
  if (!waiting) throw new NotFound()
  if (waiting.approvedAt) throw new Conflict('review.reasonDone')
  if (waiting.saves !== save) throw new Conflict('review.reasonChanged')
  return { ...waiting, kind: waiting.kind as ReasonKind }
}

import type { Actor } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { type Approval, hasWritten } from './may-publish'
import { isEqualJson } from './sorted-json'
import type { Announcement } from './working-copy'

/** A draft that is being published, locked. */
export type LockedDraft = Announcement & {
  id: string
  type: string
  recordId: string
  baseVersion: number
  data: unknown
  title: string
  state: string
  saves: number
  writerIds: string[]
  announcedById: string | null
  scheduledFor: Date | null
  scheduledById: string | null
  scheduledWith: string[]
  /** The hash of the content that was approved, and of the content now. */
  approvedHash: string | null
  contentHash: string
}

/** @throws NotFound if one of them is gone. */
export async function lockedDrafts(tx: Transaction, ids: readonly string[]): Promise<LockedDraft[]> {
  const drafts = await tx.rows<LockedDraft>(sql`
    SELECT id, type, record_id AS "recordId", base_version AS "baseVersion", data, title, state, saves,
      writer_ids AS "writerIds", announced_by_id AS "announcedById", publish_as AS "publishAs", reason,
      scheduled_for AS "scheduledFor", scheduled_by_id AS "scheduledById", scheduled_with AS "scheduledWith",
      approved_hash AS "approvedHash", draft_content_hash(draft) AS "contentHash"
    FROM draft WHERE id = ANY(${ids}) ORDER BY id FOR UPDATE`)
  if (drafts.length < new Set(ids).size) throw new NotFound('publishing.noDraft')
  return drafts
}

/** The hash of each draft's content. */
export async function contentHashes(tx: Transaction, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.rows<{ id: string; content: string }>(
    sql`SELECT id, draft_content_hash(draft) AS content FROM draft WHERE id = ANY(${ids})`,
  )
  return new Map(rows.map(({ id, content }) => [id, content]))
}

/** The scheduled drafts are one whole group: all that were scheduled together, by this person, for this time. */
export function assertScheduled(drafts: readonly LockedDraft[], actor: Actor, scheduledFor: string): void {
  const ids = new Set(drafts.map(({ id }) => id))
  for (const draft of drafts)
    if (
      draft.scheduledFor?.toISOString() !== scheduledFor ||
      draft.scheduledById !== actor.id ||
      draft.scheduledWith.some((id) => !ids.has(id))
    )
      throw new Conflict('publishing.scheduledApart')
}

/** Each scheduled draft still has the content that was approved. */
export function assertApproved(drafts: readonly LockedDraft[]): void {
  if (drafts.some(({ approvedHash, contentHash }) => approvedHash !== contentHash))
    throw new Conflict('review.changedSinceApproval')
}

type Given = {
  saves: Readonly<Record<string, number>>
  contents: Readonly<Record<string, string>>
  announce?: (Announcement & { id: string }) | undefined
  kind?: Announcement['publishAs'] | undefined
  reason: Announcement['reason']
  scheduledFor?: string | undefined
}

export const approvalOf = ({ id }: LockedDraft, { saves, contents, scheduledFor }: Given): Approval => {
  const save = saves[id]
  return scheduledFor ? 'scheduled' : save === undefined ? undefined : { save, content: contents[id] }
}

/** The announcement of a draft: the publisher's own in the same step, or the saved one. */
export const announcementOf = (draft: LockedDraft, { announce, kind, reason }: Given) =>
  announce?.id === draft.id
    ? { kind: announce.publishAs, reason: announce.reason }
    : { kind: kind ?? draft.publishAs, reason: reason ?? draft.reason }

/** If the site requires a second person, the publisher adds no kind and no note of their own. */
export async function assertNoUnseenWords(
  tx: Transaction,
  actor: Actor,
  drafts: readonly LockedDraft[],
  given: Given,
): Promise<void> {
  if (actor.role === 'system' || (await policyIn(tx)).publishOwn) return
  for (const draft of drafts) {
    const { kind, reason } = announcementOf(draft, given)
    const isOwn = kind !== draft.publishAs || !isEqualJson(reason, draft.reason)
    if (isOwn && !hasWritten(draft, actor)) throw new Conflict('review.noteOfOwn')
  }
}

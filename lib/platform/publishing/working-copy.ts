import { z } from 'zod'
import type { Actor, Permission } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { Forbidden, NotFound } from '@/lib/platform/errors/errors'
import type { Text } from '@/lib/platform/i18n/locale'
import { convertData } from './history-converters'
import type { RecordLink } from './record-type'

export const RecordId = z.string().regex(/^[0-9a-z]{10}$/)
export const DraftId = z.string().min(12).max(60)

/** A draft's data, which may be incomplete. It is validated when it is published. */
export const Data = z.record(z.string(), z.json())
export type Data = z.infer<typeof Data>

/** The version, submission or record that a draft was started from. Reviewers see it. */
export const Origin = z.union([
  z.strictObject({ version: z.int().min(1) }),
  z.strictObject({ submission: z.string() }),
  z.strictObject({ source: RecordId }),
])
export type Origin = z.infer<typeof Origin>

/** Composes a draft's heading from its data, which may link to records or to drafts. */
export type Heading = (tx: Transaction, type: string, data: Data) => Promise<string>

/** The maximum number of stored saves per draft. Each contains all of its data. */
const MAX_SAVES = 100

/** The id of a record's draft: there is at most one. */
export const draftIdOf = ({ type, id }: RecordLink): string => `${type}-${id}`

/** The draft, locked. @throws Forbidden if it belongs to another person and the actor is a contributor. */
export async function draftFor(tx: Transaction, actor: Actor, id: string, permission: Permission) {
  const [draft] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM draft WHERE id = ${id} FOR UPDATE`
  if (!draft) throw new NotFound('publishing.noDraft')
  const found = await tx.draft.findUniqueOrThrow({ where: { id } })
  if (actor.role === 'contributor' && found.authorId !== actor.id) throw new Forbidden(permission)
  return found
}

/** The announcement of a draft: a new version, a correction or a restored version, with its public note. */
export type Announcement = { publishAs: 'published' | 'corrected' | 'restored'; reason: Text | null }

/**
 * The writers of a save. `whole`: this person, who had all of it on the screen. `part`: this person
 * and those before, because only a part was written. `links`: those before, because only links follow a merge.
 */
type Written = 'whole' | 'part' | 'links'

type WorkingCopy = Omit<RecordLink, 'id'> & {
  recordId: string
  baseVersion: number
  data: Data
  written?: Written
  /** Others who wrote something of the data, where it is taken from an earlier save. */
  alsoBy?: readonly string[]
  origin?: Origin
  announcement?: Announcement
}

/**
 * Saves a draft without checking for conflicts: the only way to change what a draft would publish. The previous save
 * stays in the history. An approval ends, because it was of another save: a scheduled draft returns to editing. A
 * discarded draft does too, unless only its links change.
 */
export const saveWorkingCopy = async (
  tx: Transaction,
  actor: Actor,
  heading: Heading,
  given: WorkingCopy,
): Promise<{ id: string; save: number }> => {
  const { type, recordId, data, written = 'whole', alsoBy = [], origin, announcement } = given
  const writers = [...new Set([actor.id, ...alsoBy])]
  const id = draftIdOf({ type, id: recordId })
  const title = await heading(tx, type, data)
  const now = new Date()
  const { publishAs = null, reason = null } = announcement ?? {}
  const ended = written === 'links' ? ['scheduled'] : ['scheduled', 'discarded']
  const failure = written === 'links' ? LINKS_CHANGED : null
  // Both the id and (type, record_id) are unique, and ON CONFLICT covers one of them: concurrent saves wait here.
  await tx.rows(sql`SELECT pg_advisory_xact_lock(hashtextextended(${id}, 1))`)
  const [kept] = await tx.rows<{ save: number }>(sql`
    WITH kept AS (
      INSERT INTO draft (id, type, record_id, base_version, data, title, author_id, updated_by_id, created_at, updated_at,
        writer_ids, origin, publish_as, reason, announced_by_id)
      VALUES (${id}, ${type}, ${recordId}, ${given.baseVersion}, ${JSON.stringify(data)}::jsonb, ${title}, ${actor.id}, ${actor.id}, ${now}, ${now},
        ${writers}::text[], ${origin ? JSON.stringify(origin) : null}::jsonb, coalesce(${publishAs}, 'published'), ${reason ? JSON.stringify(reason) : null}::jsonb,
        ${announcement ? actor.id : null})
      ON CONFLICT (id) DO UPDATE SET saves = draft.saves + 1, base_version = excluded.base_version, data = excluded.data,
        title = excluded.title, updated_by_id = excluded.updated_by_id, updated_at = excluded.updated_at,
        origin = coalesce(excluded.origin, draft.origin),
        publish_as = CASE WHEN ${announcement !== undefined} THEN excluded.publish_as ELSE draft.publish_as END,
        reason = CASE WHEN ${announcement !== undefined} THEN excluded.reason ELSE draft.reason END,
        announced_by_id = coalesce(excluded.announced_by_id, draft.announced_by_id),
        writer_ids = CASE ${written}
          WHEN 'whole' THEN excluded.writer_ids
          WHEN 'part' THEN array_remove(draft.writer_ids, ${actor.id}) || excluded.writer_ids
          ELSE draft.writer_ids END,
        state = CASE WHEN draft.state = ANY(${ended}) THEN 'editing' ELSE draft.state END,
        failure = CASE WHEN draft.state = 'scheduled' THEN coalesce(${failure}, draft.failure) ELSE draft.failure END,
        scheduled_for = NULL, scheduled_zone = NULL, scheduled_by_id = NULL, approved_hash = NULL, scheduled_with = '{}'
        WHERE draft.author_id = ${actor.id} OR ${actor.role !== 'contributor'}
      RETURNING saves, data
    ), written AS (
      INSERT INTO draft_save (draft_id, save, data, by_id, at) SELECT ${id}, saves, data, ${actor.id}, ${now} FROM kept
    ), gone AS (
      DELETE FROM draft_save USING kept WHERE draft_id = ${id} AND NOT aside AND save <= kept.saves - ${MAX_SAVES}
    )
    SELECT saves AS save FROM kept`)
  if (!kept) throw new Forbidden('draft:save')
  return { id, save: kept.save }
}

const LINKS_CHANGED = 'review.linksChanged'

/** The columns to reset when a draft is unscheduled. The approval ends with the schedule. */
export const UNSCHEDULED = {
  state: 'editing',
  scheduledFor: null,
  scheduledZone: null,
  scheduledById: null,
  approvedHash: null,
  scheduledWith: [],
}

/** A record's latest revision, of any kind. */
export const lastVersion = async (tx: Transaction, { type, id }: RecordLink) => {
  const last = await tx.revision.findFirst({
    where: { type, recordId: id },
    orderBy: { version: 'desc' },
    select: { version: true, data: true },
  })
  return last && { ...last, data: convertData(type, last.data) }
}

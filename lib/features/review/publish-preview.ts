import { issuesOf } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Prisma, type Transaction } from '@/lib/platform/database/write'
import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { conflictOf, isTransient } from '@/lib/platform/database/violations'
import { Conflict, Invalid, type Issues } from '@/lib/platform/errors/errors'
import { inDependencyOrder } from '@/lib/platform/publishing/commands'
import { publish } from '@/lib/platform/publishing/publish'
import { dryRun } from '@/lib/platform/publishing/dry-run'
import { contentHashes } from '@/lib/platform/publishing/approval'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { type Check, checklist, missing } from '@/lib/features/publish-checks/checklist'
import { checkInputsFor, namedBy } from '@/lib/features/publish-checks/check-inputs'

type DraftRow = Prisma.DraftGetPayload<object>

/** Preview of a draft as published. */
export type PreviewedRecord = {
  id: string
  type: RecordTypeName
  recordId: string
  title: string
  state: string
  saves: number
  /** The hash of everything of it that would become public. */
  content: string
  checks: Check[]
  /** Validation messages by field. */
  issues: Issues
  /** The public record; null if it cannot be built yet. */
  card: RecordBase | null
}

/** A draft that another one references. `needed`: it is unpublished and therefore required. */
export type Offered = {
  id: string
  type: RecordTypeName
  title: string
  state: string
  needed: boolean
  chosen: boolean
}

export type PublishPreview = {
  drafts: PreviewedRecord[]
  offered: Offered[]
  /** Reason why publishing fails although all fields are valid, such as a version conflict. */
  problem: string | null
}

/**
 * Runs the checks and the publication of a draft in a transaction that is rolled back. Without `chosen`, required
 * drafts are included.
 */
export const previewPublish = (actor: Actor, id: string, chosen?: readonly string[]): Promise<PublishPreview | null> =>
  dryRun(async (tx) => {
    const main = await tx.draft.findUnique({ where: { id } })
    if (!main) return null
    const related = await relatedDrafts(tx, main)
    const isChosen = ({ draft, needed }: RelatedDraft) => (chosen ? chosen.includes(draft.id) : needed)
    const batch = [main, ...related.filter(isChosen).map(({ draft }) => draft)]
    const offered = related.map((one) => ({ ...headingOf(one.draft), needed: one.needed, chosen: isChosen(one) }))
    const inputs = await checkInputsFor(tx, RECORD_TYPES, actor, batch)
    const contents = await contentHashes(
      tx,
      batch.map((draft) => draft.id),
    )
    const drafts = batch.map((draft, index): PreviewedRecord => {
      const parsed = RECORD_TYPES[draft.type as RecordTypeName].input.safeParse(draft.data)
      const issues = parsed.success ? {} : issuesOf(parsed.error)
      const { recordId, saves } = draft
      const content = contents.get(draft.id)!
      return { ...headingOf(draft), recordId, saves, content, checks: checklist(inputs[index]!), issues, card: null }
    })
    const isBlocked = drafts.some(
      ({ issues, checks }) => Object.keys(issues).length || missing(checks).some(({ name }) => name === 'named'),
    )
    return { drafts, offered, problem: isBlocked ? null : await publishInto(tx, actor, batch, drafts) }
  })

const headingOf = ({ id, type, title, state }: DraftRow) => ({ id, type: type as RecordTypeName, title, state })

type RelatedDraft = { draft: DraftRow; needed: boolean }

/** Drafts that this one references, transitively. */
async function relatedDrafts(tx: Transaction, main: DraftRow): Promise<RelatedDraft[]> {
  const found = new Map<string, RelatedDraft>()
  for (let wave = [main]; wave.length;) {
    const named = [...(await namedBy(tx, RECORD_TYPES, wave)).values()].flat()
    const fresh = named.filter(({ draftId }) => draftId && draftId !== main.id && !found.has(draftId))
    const rows = await tx.draft.findMany({ where: { id: { in: fresh.map(({ draftId }) => draftId!) } } })
    for (const draft of rows) {
      const needed = fresh.some(({ draftId, published }) => draftId === draft.id && !published)
      found.set(draft.id, { draft, needed })
    }
    wave = rows
  }
  return [...found.values()]
}

/** Publishes the batch in this transaction and fills in the cards. Returns the problem, if any. */
async function publishInto(
  tx: Transaction,
  actor: Actor,
  batch: DraftRow[],
  drafts: PreviewedRecord[],
): Promise<string | null> {
  const entries = inDependencyOrder(RECORD_TYPES, batch).map(({ type, recordId, baseVersion, data }) => ({
    type,
    id: recordId,
    baseVersion,
    data,
  }))
  try {
    await publish(tx, RECORD_TYPES, actor.id, entries)
    await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
    for (const draft of drafts) {
      const table = Prisma.raw(`"${RECORD_TYPES[draft.type].table}"`)
      const [row] = await tx.$queryRaw<{ card: RecordBase }[]>`SELECT card FROM ${table} WHERE id = ${draft.recordId}`
      draft.card = row!.card
    }
    return null
  } catch (error) {
    if (error instanceof Invalid) {
      for (const [key, messages] of Object.entries(error.issues)) {
        const [of, field] = key.split(': ')
        const draft = drafts.find(({ type, recordId }) => `${type}/${recordId}` === of)
        if (draft) draft.issues[field ?? ''] = messages
      }
      return null
    }
    if (isDatabaseUnavailable(error) || isTransient(error)) throw error
    const conflict = error instanceof Conflict ? error : await conflictOf(error, (query) => query.rows())
    return conflict?.message ?? 'publishing.databaseRefused'
  }
}

import { issuesOf } from '@/lib/platform/commands/command'
import type { Actor } from '@/lib/platform/commands/permissions'
import { Prisma, type Transaction } from '@/lib/platform/database/write'
import { Conflict, Invalid, type Issues } from '@/lib/platform/errors/errors'
import { inDependencyOrder } from '@/lib/platform/publishing/commands'
import { publish } from '@/lib/platform/publishing/publish'
import { dryRun } from '@/lib/platform/publishing/dry-run'
import type { RecordBase } from '@/lib/platform/publishing/record-type'
import { RECORD_TYPES, type RecordTypeName } from '@/lib/records/registry'
import { type Check, checklist, missing } from '@/lib/features/publish-checks/checklist'
import { checkInputsFor, namedBy } from '@/lib/features/publish-checks/check-inputs'

type DraftRow = Prisma.DraftGetPayload<object>

/** A draft as it would go out. */
export type PreviewedRecord = {
  id: string
  type: RecordTypeName
  recordId: string
  title: string
  state: string
  saves: number
  checks: Check[]
  /** Field → what is not well-formed. */
  issues: Issues
  /** The public record as it would be; null while something stands in its way. */
  card: RecordBase | null
}

/** A draft that another one names. `needed`: it is not published, so the other can't go out without it. */
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
  /** Why publishing fails although every field is right: somebody else's version, for example. */
  problem: string | null
}

/**
 * What publishing a draft would do, together with those that it names: the same checks and the same writing as the
 * publishing itself, taken back. Without `chosen`, those that it can't go out without go with it.
 */
export const previewPublish = (actor: Actor, id: string, chosen?: readonly string[]): Promise<PublishPreview | null> =>
  dryRun(async (tx) => {
    const main = await tx.draft.findUnique({ where: { id } })
    if (!main) return null
    const around = await draftsAround(tx, main)
    const isChosen = ({ draft, needed }: Around) => (chosen ? chosen.includes(draft.id) : needed)
    const together = [main, ...around.filter(isChosen).map(({ draft }) => draft)]
    const offered = around.map((one) => ({ ...shown(one.draft), needed: one.needed, chosen: isChosen(one) }))
    const facts = await checkInputsFor(tx, RECORD_TYPES, actor, together)
    const drafts = together.map((draft, at): PreviewedRecord => {
      const parsed = RECORD_TYPES[draft.type as RecordTypeName].input.safeParse(draft.data)
      const issues = parsed.success ? {} : issuesOf(parsed.error)
      const { recordId, saves } = draft
      return { ...shown(draft), recordId, saves, checks: checklist(facts[at]!), issues, card: null }
    })
    const stopped = drafts.some(
      ({ issues, checks }) => Object.keys(issues).length || missing(checks).some(({ name }) => name === 'named'),
    )
    return { drafts, offered, problem: stopped ? null : await act(tx, actor, together, drafts) }
  })

const shown = ({ id, type, title, state }: DraftRow) => ({ id, type: type as RecordTypeName, title, state })

type Around = { draft: DraftRow; needed: boolean }

/** The drafts that this one names, and those that they name. */
async function draftsAround(tx: Transaction, main: DraftRow): Promise<Around[]> {
  const found = new Map<string, Around>()
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

/** Publishes them in this transaction and fills in their cards; says what went wrong. */
async function act(
  tx: Transaction,
  actor: Actor,
  together: DraftRow[],
  drafts: PreviewedRecord[],
): Promise<string | null> {
  const entries = inDependencyOrder(RECORD_TYPES, together).map(({ type, recordId, baseVersion, data }) => ({
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
    return error instanceof Conflict ? error.message : 'The database refuses this. Look at what the entry names.'
  }
}

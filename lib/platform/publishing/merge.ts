import { z } from 'zod'
import { Text } from '@/lib/platform/i18n/locale'
import { command } from '@/lib/platform/commands/command'
import { Prisma, type Transaction, json } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { policyIn } from '@/lib/platform/site-policy/site-policy'
import { writeLinks } from './cards'
import { currentRevision } from './current-revision'
import { publicationTime } from './publication-time'
import { type Published, notifyPublished, appendRevisions, lockedVersion, publish } from './publish'
import type { RecordLink, RecordTypes } from './record-type'
import { Data, type Heading, RecordId, draftIdOf, saveWorkingCopy } from './working-copy'
import { keepReason, publicReason } from './waiting-reason'

/** Replaces one record's id by another's in data that links to it. */
export type Repoint = (data: unknown, type: string, from: string, into: string) => unknown

/** The record types that can be merged, each with its unique columns. */
export type Mergeable = Readonly<Record<string, readonly string[]>>

type Merged = { type: string; data: unknown; stays: unknown; goes: unknown; pair: { from: string; into: string } }

/** True if the data of a merge holds only values of the two records. */
export type IsSelection = (merged: Merged) => boolean

/** The commands that merge two records. Undoing a merge is in `unmerge.ts`. */
export const mergeCommands = (
  types: RecordTypes,
  heading: Heading,
  mergeable: Mergeable,
  repoint: Repoint,
  isSelection: IsSelection,
) => {
  const RecordTypeName = z.enum(Object.keys(mergeable) as [string, ...string[]])
  return {
    /**
     * Merges `from` into `into`. Each record that links to `from` gets a version that links to `into`. `from` leaves its
     * table, and its addresses redirect to `into`.
     */
    mergeRecords: command({
      name: 'records.merge',
      permission: 'record:merge',
      input: z
        .strictObject({
          type: RecordTypeName,
          from: RecordId,
          into: RecordId,
          /** The new data of `into`. */
          data: Data,
          reason: Text,
          /** The versions that were on the screen. */
          versions: z.strictObject({ from: z.int().min(1), into: z.int().min(1) }),
        })
        .refine(({ from, into }) => from !== into, 'publishing.oneRecord'),
      run: async ({ tx, actor, input }) => {
        const { type } = input
        const [from, into] = [
          { type, id: input.from },
          { type, id: input.into },
        ]
        const merged = await publishedRecord(tx, types, from, input.versions.from)
        const remaining = await publishedRecord(tx, types, into, input.versions.into)
        const pair = { from: from.id, into: into.id }
        await assertSelects(tx, isSelection({ type, data: input.data, stays: remaining.data, goes: merged.data, pair }))
        const reason = await publicReason(tx, actor, 'merged', input.reason)
        if (await tx.draft.findFirst({ where: { id: draftIdOf(from), state: { not: 'discarded' } } }))
          throw new Conflict('publishing.draftOfDuplicate')
        await clearUniqueColumns(tx, types, from, mergeable[type]!)
        const stays = { ...into, baseVersion: input.versions.into, data: input.data, kind: 'merged' as const, reason }
        const changed = await publish(tx, types, actor.id, [stays])
        for (const one of await recordsLinkingTo(tx, from, into)) {
          const { version, data } = (await currentRevision(tx, one))!
          const entry = { ...one, baseVersion: version, data: repoint(data, type, from.id, into.id) }
          changed.push(...(await publish(tx, types, actor.id, [{ ...entry, kind: 'merged', reason }])))
        }
        await repointDrafts(tx, from, into, changed, (draft, baseVersion) =>
          saveWorkingCopy(tx, actor, heading, {
            type: draft.type,
            recordId: draft.recordId,
            baseVersion,
            data: repoint(draft.data, type, from.id, into.id) as Data,
            written: 'links',
          }),
        )
        const named = await replaceByRedirect(tx, types, actor.id, from, merged, into, reason)
        const left = { ...from, version: merged.version + 1 }
        await keepReason(tx, actor, 'merged', left, { reason: input.reason, shown: reason })
        const row = { type, fromId: from.id, intoId: into.id, reason: json(input.reason), byId: actor.id }
        const { id } = await tx.merge.create({ data: { ...row, changed: json(changed) } })
        await notifyPublished(tx, [from], named)
        return { id, changed }
      },
      detail: ({ type, from, into }, { id, changed }) => ({
        merged: `${type}/${from}`,
        into: `${type}/${into}`,
        merge: id,
        changed: changed.length,
      }),
    }),

    /** Records that two similar records are not duplicates, so that they are not suggested again. */
    notSame: command({
      name: 'records.not-same',
      permission: 'record:merge',
      input: z.strictObject({ type: RecordTypeName, ids: z.tuple([RecordId, RecordId]) }),
      run: async ({ tx, actor, input: { type, ids } }) => {
        const [aId, bId] = ids.toSorted() as [string, string]
        if (aId === bId) throw new Conflict('publishing.oneRecord')
        await tx.notSame.createMany({ data: [{ type, aId, bId, byId: actor.id }], skipDuplicates: true })
      },
      detail: ({ type, ids }) => ({ kept: ids.map((id) => `${type}/${id}`) }),
    }),

    /** Undoes `notSame`. */
    maybeSame: command({
      name: 'records.maybe-same',
      permission: 'record:merge',
      input: z.strictObject({ type: RecordTypeName, ids: z.tuple([RecordId, RecordId]) }),
      run: async ({ tx, input: { type, ids } }) => {
        const [aId, bId] = ids.toSorted() as [string, string]
        const { count } = await tx.notSame.deleteMany({ where: { type, aId, bId } })
        if (!count) throw new NotFound()
      },
      detail: ({ type, ids }) => ({ kept: ids.map((id) => `${type}/${id}`) }),
    }),
  }
}

/** If the site requires a second person, a merge only selects among the values of the two records. */
async function assertSelects(tx: Transaction, selects: boolean): Promise<void> {
  if (!selects && !(await policyIn(tx)).publishOwn) throw new Conflict('merging.secondPerson')
}

/** @throws NotFound if it is not published; Conflict if another version is. */
async function publishedRecord(tx: Transaction, types: RecordTypes, link: RecordLink, version: number) {
  if ((await lockedVersion(tx, link)) !== version) throw new Conflict('publishing.mergeChanged')
  const table = Prisma.raw(`"${types[link.type]!.table}"`)
  const [row] = await tx.$queryRaw<{ path: string }[]>`SELECT path FROM ${table} WHERE id = ${link.id}`
  if (!row) throw new NotFound()
  return { ...(await currentRevision(tx, link))!, path: row.path }
}

/** Records that link to `from`, without the two themselves. */
const recordsLinkingTo = async (tx: Transaction, from: RecordLink, into: RecordLink): Promise<RecordLink[]> => {
  const found = await tx.reference.findMany({
    where: { toType: from.type, toId: from.id },
    orderBy: [{ fromType: 'asc' }, { fromId: 'asc' }],
  })
  return found
    .map(({ fromType, fromId }) => ({ type: fromType, id: fromId }))
    .filter(({ type, id }) => type !== from.type || (id !== from.id && id !== into.id))
}

/** Clears the unique columns of `from`, so that `into` can have their values. */
const clearUniqueColumns = async (
  tx: Transaction,
  types: RecordTypes,
  { type, id }: RecordLink,
  columns: readonly string[],
) => {
  for (const column of columns)
    await tx.$executeRaw`
      UPDATE ${Prisma.raw(`"${types[type]!.table}"`)} SET ${Prisma.raw(`"${column}"`)} = NULL WHERE id = ${id}`
}

type DraftRow = { id: string; type: string; recordId: string; baseVersion: number; data: unknown }

/** Makes drafts link to `into`. If the merge published the newest version of their record, they are based on it. */
async function repointDrafts(
  tx: Transaction,
  from: RecordLink,
  into: RecordLink,
  changed: readonly Published[],
  write: (draft: DraftRow, baseVersion: number) => Promise<unknown>,
): Promise<void> {
  const drafts = await tx.$queryRaw<DraftRow[]>`
    SELECT id, type, record_id AS "recordId", base_version AS "baseVersion", data FROM draft
    WHERE (strpos(data::text, ${`"${from.id}"`}) > 0 OR id = ${draftIdOf(into)}) AND id <> ${draftIdOf(from)}
    ORDER BY id FOR UPDATE`
  for (const draft of drafts) {
    const made = changed.find(({ type, id }) => type === draft.type && id === draft.recordId)
    const isBehind = made && draft.baseVersion === made.version - 1
    const links = JSON.stringify(draft.data).includes(`"${from.id}"`)
    if (isBehind || links) await write(draft, isBehind ? made.version : draft.baseVersion)
  }
}

type MergedRecord = { version: number; data: unknown; card: unknown; path: string }

/** Deletes `from` from its table and redirects its addresses to `into`. Returns what it linked to. */
async function replaceByRedirect(
  tx: Transaction,
  types: RecordTypes,
  byId: string,
  from: RecordLink,
  merged: MergedRecord,
  into: RecordLink,
  reason: Text,
) {
  const table = Prisma.raw(`"${types[from.type]!.table}"`)
  await tx.$executeRaw`DELETE FROM ${table} WHERE id = ${from.id}`
  await tx.name.deleteMany({ where: { type: from.type, recordId: from.id } })
  const named = await writeLinks(tx, [{ from, to: [] }])
  const { version, data, card } = merged
  await appendRevisions(tx, [
    { ...from, version: version + 1, kind: 'merged', data, card, reason, byId, at: await publicationTime(tx) },
  ])
  const [row] = await tx.$queryRaw<{ path: string }[]>`SELECT path FROM ${table} WHERE id = ${into.id}`
  for (const fromPath of new Set([`/${from.type}/${from.id}`, merged.path])) {
    const to = { toPath: row!.path, reason: json(reason), at: new Date() }
    await tx.redirect.upsert({ where: { fromPath }, create: { fromPath, ...to }, update: to })
  }
  return named
}

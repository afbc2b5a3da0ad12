import { z } from 'zod'
import { command } from '@/lib/platform/commands/command'
import { sql } from '@/lib/platform/database/sql'
import type { Transaction } from '@/lib/platform/database/write'
import { Conflict, NotFound } from '@/lib/platform/errors/errors'
import { currentRevision } from './current-revision'
import type { Repoint } from './merge'
import { type Published, publish } from './publish'
import type { RecordTypes } from './record-type'
import { convertRevision } from './history-converters'
import { localizedText } from '@/lib/platform/i18n/translate'

/** The command that undoes a merge. */
export const unmergeCommands = (types: RecordTypes, repoint: Repoint) => ({
  /**
   * Undoes a merge: restores both records and the records that linked to the merged one. A record with a later version
   * is not changed, and is returned in `kept`: it still links to the merge's target. Where restored data links to a
   * record that was merged since, it links to the one that took its place.
   */
  undoMerge: command({
    name: 'records.unmerge',
    permission: 'record:merge',
    input: z.strictObject({ id: z.uuid() }),
    run: async ({ tx, actor, input }) => {
      await tx.$executeRaw`SELECT id FROM merge WHERE id = ${input.id}::uuid FOR UPDATE`
      const merge = await tx.merge.findUnique({ where: { id: input.id } })
      if (!merge) throw new NotFound()
      if (merge.undoneAt) throw new Conflict('publishing.unmergedAlready')
      const from = { type: merge.type, id: merge.fromId }
      const changed = merge.changed as Published[]
      const [stays, ...others] = changed
      const gone = await currentRevision(tx, from)
      if (gone?.kind !== 'merged') throw new Conflict('publishing.duplicateChanged')
      const later = await tx.merge.findFirst({
        where: { type: merge.type, fromId: merge.intoId, undoneAt: null, at: { gt: merge.at } },
      })
      if (later) throw new Conflict('publishing.survivorMerged')

      await tx.merge.update({ where: { id: merge.id }, data: { undoneAt: new Date(), undoneById: actor.id } })
      const kept: Published[] = []
      const reason = localizedText('publishing.mergeUndone')
      const restorePrevious = async (one: Published) => {
        const now = await currentRevision(tx, one)
        if (now?.version !== one.version) return void kept.push(one)
        const data = await followMerges(tx, types, repoint, one.type, await dataOf(tx, one, one.version - 1))
        await publish(tx, types, actor.id, [{ ...one, baseVersion: one.version, data, kind: 'restored', reason }])
      }
      await restorePrevious(stays!)
      await tx.redirect.deleteMany({ where: { fromPath: { in: pathsOf(from, gone.card) } } })
      const data = await followMerges(tx, types, repoint, from.type, gone.data)
      const again = { ...from, baseVersion: gone.version, data, kind: 'restored' as const, reason }
      await publish(tx, types, actor.id, [again])
      for (const one of others) await restorePrevious(one)
      return { from, kept, back: changed.length - kept.length }
    },
    detail: ({ id }, { from, kept, back }) => ({
      merge: id,
      merged: `${from.type}/${from.id}`,
      back,
      kept: kept.map(({ type, id: of }) => `${type}/${of}`),
    }),
  }),
})

const dataOf = async (tx: Transaction, { type, id }: { type: string; id: string }, version: number): Promise<unknown> =>
  convertRevision(
    await tx.revision.findUniqueOrThrow({ where: { type_recordId_version: { type, recordId: id, version } } }),
  )!.data

type Followed = { type: string; from: string; into: string }

/** The data with links to what took the place of merged records. Chains are followed to their end. */
async function followMerges(
  tx: Transaction,
  types: RecordTypes,
  repoint: Repoint,
  type: string,
  given: unknown,
): Promise<unknown> {
  let data = given
  for (let step = 0; step < MAX_CHAIN; step++) {
    const links = JSON.stringify(types[type]!.links(data))
    const merges = await tx.rows<Followed>(sql`
      SELECT DISTINCT ON (merge.type, from_id) merge.type, from_id AS "from", into_id AS "into"
      FROM merge JOIN jsonb_to_recordset(${links}::jsonb) AS link (type text, id text)
        ON merge.type = link.type AND from_id = link.id
      WHERE undone_at IS NULL AND 'merged' = (SELECT kind FROM revision
        WHERE revision.type = merge.type AND record_id = from_id ORDER BY version DESC LIMIT 1)
      ORDER BY merge.type, from_id, at DESC`)
    if (!merges.length) return data
    for (const one of merges) data = repoint(data, one.type, one.from, one.into)
  }
  return data
}

const MAX_CHAIN = 50

const pathsOf = ({ type, id }: { type: string; id: string }, card: unknown): string[] => [
  `/${type}/${id}`,
  (card as { path: string }).path,
]

import type pg from 'pg'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import type { RecordTypeName } from '@/lib/records/registry'
import { mergeRecords, undoMerge } from '@/lib/features/merging/commands'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { type Actor, SYSTEM } from '@/lib/platform/commands/permissions'
import { newId } from '@/lib/platform/publishing/ids'
import { draft, ids, inputs } from '@/tests/integration/world'

/** A seeded pseudorandom number generator. */
export const seededRandom = (seed: number) => (below: number) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const EDITOR: Actor = { id: 'editor-1', role: 'editor' }

type Data = Record<string, unknown>
const reason = { en: 'A reason.', es: 'Un motivo.' }

/** Random editorial operations that change lists: publish, correct, withdraw, merge and undo a merge. */
export const operations = (pool: pg.Pool, pick: (below: number) => number) => {
  const sample = <T>(items: readonly T[]): T => items[pick(items.length)]!
  const newest = async (type: string, id: string) =>
    (
      await pool.query<{ version: number; data: Data }>(
        'SELECT version, data FROM revision WHERE type = $1 AND record_id = $2 ORDER BY version DESC LIMIT 1',
        [type, id],
      )
    ).rows[0]!
  const publish = async (type: RecordTypeName, id: string, data: object, version = 0, more: object = {}) =>
    publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts: [draft(type, id, data, version)] }), ...more })
  const correct = async (type: RecordTypeName, id: string, change: Data) => {
    const { version, data } = await newest(type, id)
    return publish(type, id, { ...data, ...change }, version, { kind: 'corrected', reason })
  }

  const statements: string[] = []
  const officials = [ids.chief]
  const merges: string[] = []
  const statement = () => ({
    ...inputs.statements,
    topics: [sample(['enforcement-participation', 'mass-removal', 'local-resources'])],
    date: sample([{ edtf: '2025-01-22' }, { edtf: '2025-02' }, { edtf: '2024' }, null]),
    placeIds: [sample([ids.city, ids.state])],
    speakers: [{ officialId: sample(officials), organizationId: null, asPrinted: null }],
  })
  const official = () => ({
    ...inputs.officials,
    name: `Official ${pick(1_000)}`,
    roles: [
      {
        ...inputs.officials.roles[0]!,
        office: sample(['sheriff', 'mayor']),
        party: sample(['democratic', 'republican', null]),
      },
    ],
  })

  const actions: (() => Promise<unknown>)[] = [
    async () => {
      const id = newId()
      await publish('statements', id, statement())
      statements.push(id)
    },
    async () => statements.length > 0 && correct('statements', sample(statements), statement()),
    async () => {
      const id = sample(statements)
      if (!id || statements.length < 5) return false
      statements.splice(statements.indexOf(id), 1)
      return withdrawRecord(EDITOR, { type: 'statements', id, reason })
    },
    async () => {
      const id = newId()
      await publish('officials', id, { ...official(), bioguide: null })
      officials.push(id)
    },
    () => correct('officials', sample(officials), { roles: official().roles }),
    () => correct('organizations', ids.police, { kind: sample(['police_department', 'sheriff', 'transit']) }),
    () =>
      correct('sources', ids.source, {
        kind: sample(['local_news', 'official_document']),
        outlet: sample(['The Paper', 'Daily']),
      }),
    () => correct('stances', ids.stance, { value: sample(['will_not_cooperate', 'unclear']) }),
    async () => {
      const [from, into] = [officials.at(-1)!, officials[0]!]
      if (officials.length < 3) return false
      const [loser, survivor] = [await newest('officials', from), await newest('officials', into)]
      const data = mergeRecordValues('officials', survivor.data, loser.data, { from, into })
      const versions = { from: loser.version, into: survivor.version }
      const { id } = await mergeRecords(EDITOR, { type: 'officials', from, into, data, reason, versions })
      officials.pop()
      merges.push(id)
      return true
    },
    async () => {
      const id = merges.pop()
      if (!id) return false
      const { from } = await undoMerge(EDITOR, { id })
      officials.push(from.id)
      return true
    },
  ]
  // New statements are most frequent, so there is something to correct and to withdraw.
  const weights = [0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  return {
    /** Runs a random operation; false when it had nothing to work on. */
    next: async () => (await actions[sample(weights)]!()) !== false,
  }
}

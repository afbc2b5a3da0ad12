import type pg from 'pg'
import { mergeRecordValues } from '@/lib/features/merging/merge-values'
import type { RecordTypeName } from '@/lib/records/registry'
import { mergeRecords, undoMerge } from '@/lib/features/merging/commands'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { type Actor, SYSTEM } from '@/lib/platform/commands/permissions'
import { newId } from '@/lib/platform/publishing/ids'
import { draft, ids, inputs } from '@/tests/integration/world'

/** Numbers that look like chance and are the same in every run. */
export const chance = (seed: number) => (below: number) => {
  seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
  return Math.floor((seed / 2 ** 32) * below)
}

const EDITOR: Actor = { id: 'editor-1', role: 'editor' }

type Data = Record<string, unknown>
const reason = { en: 'A reason.', es: 'Un motivo.' }

/** Everything that editors do to a list, one thing after another: each operation publishes, corrects, merges, withdraws. */
export const operations = (pool: pg.Pool, pick: (below: number) => number) => {
  const one = <T>(some: readonly T[]): T => some[pick(some.length)]!
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
  const said = () => ({
    ...inputs.statements,
    topics: [one(['enforcement-participation', 'mass-removal', 'local-resources'])],
    date: one([{ edtf: '2025-01-22' }, { edtf: '2025-02' }, { edtf: '2024' }, null]),
    placeIds: [one([ids.city, ids.state])],
    speakers: [{ officialId: one(officials), organizationId: null, asPrinted: null }],
  })
  const person = () => ({
    ...inputs.officials,
    name: `Official ${pick(1_000)}`,
    roles: [
      {
        ...inputs.officials.roles[0]!,
        office: one(['sheriff', 'mayor']),
        party: one(['democratic', 'republican', null]),
      },
    ],
  })

  const kinds: (() => Promise<unknown>)[] = [
    async () => {
      const id = newId()
      await publish('statements', id, said())
      statements.push(id)
    },
    async () => statements.length > 0 && correct('statements', one(statements), said()),
    async () => {
      const id = one(statements)
      if (!id || statements.length < 5) return false
      statements.splice(statements.indexOf(id), 1)
      return withdrawRecord(EDITOR, { type: 'statements', id, reason })
    },
    async () => {
      const id = newId()
      await publish('officials', id, { ...person(), bioguide: null })
      officials.push(id)
    },
    () => correct('officials', one(officials), { roles: person().roles }),
    () => correct('organizations', ids.police, { kind: one(['police_department', 'sheriff', 'transit']) }),
    () =>
      correct('sources', ids.source, {
        kind: one(['local_news', 'official_document']),
        outlet: one(['The Paper', 'Daily']),
      }),
    () => correct('stances', ids.stance, { value: one(['will_not_assist', 'unclear']) }),
    async () => {
      const [from, into] = [officials.at(-1)!, officials[0]!]
      if (officials.length < 3) return false
      const [goes, stays] = [await newest('officials', from), await newest('officials', into)]
      const data = mergeRecordValues('officials', stays.data, goes.data, { from, into })
      const versions = { from: goes.version, into: stays.version }
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
  // New statements come most often, so that there is something to change and to take away.
  const weights = [0, 0, 0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9]
  return {
    /** Does one of them; false when there was nothing to do it to. */
    next: async () => (await kinds[one(weights)]!()) !== false,
  }
}

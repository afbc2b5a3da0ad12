import { afterAll, beforeAll, expect, test } from 'vitest'
import { changesSince, listCorrections } from '@/lib/features/corrections/queries'
import { restoreVersion, saveDrafts } from '@/lib/features/editing/commands'
import { nextToCompare } from '@/lib/features/editing/compare-queries'
import { readPast } from '@/lib/features/exports/export-view'
import { dataOfVersion } from '@/lib/features/history/history-queries'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { readSnapshot } from '@/lib/platform/database/snapshot'
import { HISTORY_CONVERTERS } from '@/lib/platform/publishing/history-converters'
import type { Policy } from '@/lib/records/policies/schema'
import { lookUpPolicy } from '@/lib/records/policies/queries'
import { verifyRecords } from '@/scripts/verify/records'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

// A fictional schema change: a policy without a number now states that.

const db = await testDatabase()
const NUMBER = 'none'
const withNumber = (value: unknown): unknown => {
  const policy = value as { number: string | null }
  return policy.number === null ? { ...policy, number: NUMBER } : policy
}
const converter = { date: '2030-01-01', type: 'policies', data: withNumber, card: withNumber }
const reason = { en: 'A number was given.', es: 'Se dio un número.' }

beforeAll(async () => {
  await makeWorld()
  await publishOne('policies', ids.policy, { ...inputs.policies, number: '12' }, 1, { kind: 'corrected', reason })
  HISTORY_CONVERTERS.push(converter)
})
afterAll(() => void HISTORY_CONVERTERS.splice(HISTORY_CONVERTERS.indexOf(converter), 1))

test('?version= shows an old version in the current shape', async () => {
  expect(await lookUpPolicy(ids.policy, 1)).toMatchObject({ record: { version: 1, number: NUMBER } })
  expect(await lookUpPolicy(ids.policy)).toMatchObject({ record: { version: 2, number: '12' } })
})

test('corrections compare versions in the current shape', async () => {
  const number = { name: 'number', before: NUMBER, after: '12' }
  const [correction] = await listCorrections()
  expect(correction!.changes).toMatchObject([number])
  const old = await lookUpPolicy(ids.policy, 1)
  const { record } = old as { record: Policy }
  expect((await changesSince('policies', record, 2)).changes).toMatchObject([number])
})

test('the comparison of versions reads both in the current shape', async () => {
  const numberOf = async (version: number) =>
    ((await dataOfVersion('policies', ids.policy, { kind: 'version', version })) as Policy).number
  expect([await numberOf(1), await numberOf(2)]).toEqual([NUMBER, '12'])
})

test('a draft is compared with its base in the current shape', async () => {
  await saveDrafts(SYSTEM, { drafts: [draft('policies', ids.policy, { ...inputs.policies, number: '13' }, 1)] })
  const compared = { id: `policies-${ids.policy}`, type: 'policies', recordId: ids.policy, baseVersion: 1 }
  const other = await nextToCompare({ ...compared, liveVersion: 2 })
  expect(other).toMatchObject({ common: { number: NUMBER }, data: { number: '12' } })
})

test('restoring an old version puts it into the draft in the current shape', async () => {
  const { id } = await restoreVersion(SYSTEM, { type: 'policies', recordId: ids.policy, version: 1 })
  const { rows } = await db.pool.query('SELECT data FROM draft WHERE id = $1', [id])
  expect(rows).toMatchObject([{ data: { number: NUMBER } }])
})

test('the release of a past day is in the current shape', async () => {
  const { rows } = await db.pool.query<{ at: Date }>(`SELECT at FROM revision WHERE type = 'policies' AND version = 2`)
  const read = readSnapshot(async function* (snapshot) {
    const past = await readPast(snapshot, 'policies', rows[0]!.at.toISOString())
    for await (const cards of past.batches()) yield* cards
    for await (const texts of past.texts()) yield* texts.map((text) => JSON.parse(text) as unknown)
  })
  const cards = []
  for await (const card of read) cards.push(card)
  expect(cards).toMatchObject([{ number: NUMBER }, { number: NUMBER }])
})

test('a sealed revision is unchanged', async () => {
  const { rows } = await db.pool.query(`SELECT data, card FROM revision WHERE type = 'policies' AND version = 1`)
  expect(rows).toMatchObject([{ data: { number: null }, card: { number: null } }])
  expect((await verifyRecords()).wrong).toEqual([])
})

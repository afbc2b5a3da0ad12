import { beforeAll, expect, test } from 'vitest'
import { rebuildCards } from '@/lib/features/rebuild/rebuild-cards'
import { contentStates, nextStep, publishContent } from '@/lib/features/seed/content-versions'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { lookUpStance } from '@/lib/records/stances/queries'
import { dataOfVersion } from '@/lib/features/history/history-queries'
import { verifyRecords } from '@/scripts/verify/records'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const editor = { id: 'e', role: 'editor' } as const
const link = { type: 'stances', id: ids.stance }
const stateOf = async () => (await contentStates([link])).get(`stances/${ids.stance}`)

beforeAll(() => makeWorld())

test('cards in an older format are rewritten once, with their versions', async () => {
  const before = await sql`SELECT id, version, card, search::text FROM stance`.rows<{ id: string; version: number }>()
  await db.pool.query(`UPDATE stance SET card = '{}', search = NULL, evidence = NULL`)
  expect(await rebuildCards()).toBeGreaterThan(5)
  expect(await sql`SELECT id, version, card, search::text FROM stance`.rows()).toEqual(before)
  expect(await sql`SELECT DISTINCT evidence FROM stance`.rows()).toEqual([{ evidence: 'reported' }])
  expect((await verifyRecords()).wrong).toEqual([])
  expect(await rebuildCards()).toBe(0)
})

test('a newer content file is published as a correction with its reason', async () => {
  const data = { ...inputs.stances, value: 'unclear' }
  expect(nextStep(inputs.stances, await stateOf())).toBeNull()
  expect(nextStep(data, await stateOf())).toBe('publish')
  await publishContent(SYSTEM, { entries: [{ ...link, baseVersion: 1, data }] })
  const [revision] = await sql`SELECT version, kind, by_id, reason ->> 'en' AS reason FROM revision
    WHERE record_id = ${ids.stance} ORDER BY version DESC LIMIT 1`.rows()
  expect(revision).toMatchObject({
    version: 2,
    kind: 'corrected',
    by_id: SYSTEM.id,
    reason: expect.stringMatching(/newer/),
  })
  expect(await lookUpStance(ids.stance, 1)).toMatchObject({ record: { value: 'will_not_cooperate' } })
  expect(nextStep(data, await stateOf())).toBeNull()
})

test('a file whose record an editor has changed waits, and is quiet once it is the same again', async () => {
  const loaded = { ...inputs.stances, value: 'unclear' }
  const note = { en: 'An editor wrote this.' }
  const drafts = [draft('stances', ids.stance, { ...loaded, note }, 2)]
  await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts }) })
  expect(nextStep(loaded, await stateOf()), 'the file did not change').toBeNull()
  expect(nextStep({ ...loaded, value: 'will_not_cooperate' }, await stateOf())).toBe('wait')
  await withdrawRecord(editor, { ...link, reason: { en: 'For this test.' } })
  expect(nextStep({ ...loaded, value: 'will_not_cooperate' }, await stateOf())).toBe('wait')
})

test('a stance of the first codebook is read in the codes of today, and its sealed version stays as it was', async () => {
  const old = {
    ...{ topic: 'enforcement-participation', value: 'assists_some', setting: null, cases: { en: 'Felonies.' } },
    ...{ basis: 'statement', checkedOn: '2026-11-22', disputed: null, note: null, organizationId: ids.police },
    ...{ jurisdictionId: ids.city, from: { edtf: '2025-01' }, statementIds: [ids.statement], policyIds: [] },
    ...{ supersedesId: null, citations: inputs.stances.citations },
  }
  const id = 'oldstance0'
  await publishOne('stances', id, { ...inputs.stances, value: 'some_cases', cases: { en: 'Felonies.' } })
  await publishOne('stances', id, { ...inputs.stances, value: 'unclear' }, 1)
  await db.pool.query(
    `ALTER TABLE revision DISABLE TRIGGER ALL;
     UPDATE revision SET data = '${JSON.stringify(old)}', card = (card - 'asOf' - 'asOfBasis' - 'coding' - 'codedOn' - 'evidence')
       || '{"value":"assists_some","checkedOn":"2026-11-22","from":{"edtf":"2025-01","earliest":"2025-01-01","latest":"2025-01-31","asWritten":null}}'
       WHERE record_id = '${id}' AND version = 1;
     ALTER TABLE revision ENABLE TRIGGER ALL`,
  )
  const read = await lookUpStance(id, 1)
  expect(read).toMatchObject({
    record: {
      value: 'some_cases',
      codedOn: '2026-11-22',
      asOf: { edtf: '2025-01' },
      fromBasis: 'first_seen',
      coding: 'editor',
    },
  })
  expect(await dataOfVersion('stances', id, { kind: 'version', version: 1 })).toMatchObject({
    ...{ value: 'some_cases', codedOn: '2026-11-22', asOf: { edtf: '2025-01' }, bound: [], until: null },
  })
})

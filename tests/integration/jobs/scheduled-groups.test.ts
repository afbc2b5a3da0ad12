import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { saveDrafts, scheduleDrafts } from '@/lib/features/editing/commands'
import { overview } from '@/lib/features/review/overview-queries'
import { publishScheduled } from '@/lib/features/review/publish-scheduled'
import { GET as health } from '@/app/api/health/route'
import type { Actor } from '@/lib/platform/commands/permissions'
import { idFor } from '@/lib/platform/publishing/ids'
import { cases } from '@/tests/fixtures/thorough'
import { testDatabase } from '../database'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
const EDITORS: Actor[] = [
  { id: 'editor-1', role: 'editor' },
  { id: 'editor-2', role: 'editor' },
]

beforeAll(async () => {
  await makeWorld()
  for (const { id } of EDITORS)
    await db.pool.query(
      `INSERT INTO admin_user (id, name, email, role) VALUES ($1, $1, $1 || '@admin.example', 'editor')`,
      [id],
    )
})

const place = (name: string) => ({
  ...JURISDICTION,
  name,
  fullName: `${name}, Texas`,
  path: `/tx/${name.toLowerCase().replaceAll(' ', '-')}`,
})
const JURISDICTION = {
  kind: 'city',
  usps: 'TX',
  geoid: null,
  ocdId: null,
  geonamesId: null,
  countyGeoid: null,
  parentId: ids.state,
  population: null,
  lat: null,
  lon: null,
  aliases: [],
  note: null,
}

/** Makes one draft of a group fail when it is due, each in its own way. */
const FAULTS: Record<string, (id: string, key: string) => Promise<unknown>> = {
  'an address that another entry has': (_, key) =>
    publishOne('jurisdictions', idFor('jurisdictions', `taken ${key}`), place(`Town ${key}`)),
  'a field that is empty': (id) => db.pool.query(`UPDATE draft SET data = data || '{"name": ""}' WHERE id = $1`, [id]),
  'data of another kind': (id) => db.pool.query(`UPDATE draft SET data = '{"aliases": 7}' WHERE id = $1`, [id]),
  'an entry that it names and that is gone': (id) =>
    db.pool.query(`UPDATE draft SET data = data || '{"parentId": "0000000000"}' WHERE id = $1`, [id]),
  'a later version of its entry': async (id, key) => {
    // An entry has one draft, so the draft that waits is put aside while the other version is published.
    const { rows } = await db.pool.query('DELETE FROM draft WHERE id = $1 RETURNING to_jsonb(draft) AS row', [id])
    await publishOne('jurisdictions', id.slice(-10), place(`Town ${key}`))
    await db.pool.query('INSERT INTO draft SELECT * FROM jsonb_populate_record(NULL::draft, $1)', [rows[0].row])
  },
  'a change after the approval': (id) =>
    db.pool.query(`UPDATE draft SET data = data || '{"population": 5}' WHERE id = $1`, [id]),
  'a draft that left its group': (id) =>
    db.pool.query(`UPDATE draft SET scheduled_with = scheduled_with || '{labels-0000000000}' WHERE id = $1`, [id]),
}

let run = 0
const Group = fc.record({
  size: fc.integer({ min: 1, max: 3 }),
  by: fc.integer({ min: 0, max: 1 }),
  fault: fc.option(fc.constantFrom(...Object.keys(FAULTS)), { freq: 2 }),
  victim: fc.nat(2),
})

test('of scheduled groups that are due together, each that can be published goes out, and each other one goes back with a reason', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(Group, { minLength: 2, maxLength: 6 }), async (groups) => {
      await db.pool.query('DELETE FROM draft')
      run += 1
      const at = new Date(Date.now() + 3_600_000).toISOString()
      const scheduled: { drafts: string[]; fails: boolean }[] = []
      for (const [index, { size, by, fault, victim }] of groups.entries()) {
        const keys = Array.from({ length: size }, (_, one) => `${run} ${index} ${one}`)
        const drafts = keys.map((key) => draft('jurisdictions', idFor('jurisdictions', key), place(`Town ${key}`)))
        const saved = await saveDrafts(EDITORS[by]!, { drafts })
        await scheduleDrafts(EDITORS[by]!, { drafts: saved.map((id) => ({ id, save: 1 })), at, zone: 'UTC' })
        scheduled.push({ drafts: saved, fails: fault !== null })
        if (fault) await FAULTS[fault]!(saved[victim % size]!, keys[victim % size]!)
      }
      await db.pool.query(`UPDATE draft SET scheduled_for = date_trunc('milliseconds', now()) - interval '1 minute'`)
      await publishScheduled()
      for (const { drafts, fails } of scheduled) {
        const { rows } = await db.pool.query('SELECT state, failure FROM draft WHERE id = ANY($1)', [drafts])
        if (!fails) expect(rows).toEqual([])
        else {
          expect(rows.map(({ state }) => state)).toEqual(drafts.map(() => 'editing'))
          for (const { failure } of rows) expect(failure).toMatch(/\S/)
        }
      }
    }),
    cases(6),
  )
})

test('an overdue publication is on the overview of every editor and in the health data, without saying what it is', async () => {
  await db.pool.query('DELETE FROM draft')
  expect(await (await health()).json()).toEqual({ status: 'ok' })
  const [id] = await saveDrafts(EDITORS[0]!, { drafts: [draft('labels', ids.label, inputs.labels, 1)] })
  const at = new Date(Date.now() + 3_600_000).toISOString()
  await scheduleDrafts(EDITORS[0]!, { drafts: [{ id, save: 1 }], at, zone: 'UTC' })
  expect((await overview('editor-2')).overdue).toEqual([])
  await db.pool.query(`UPDATE draft SET scheduled_for = now() - interval '10 minutes'`)
  expect((await overview('editor-2')).overdue).toMatchObject([{ id }])
  const answer = await health()
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok', overdue: 1 }])
})

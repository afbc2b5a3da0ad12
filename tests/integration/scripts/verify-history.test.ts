import { beforeAll, beforeEach, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { revertImport } from '@/lib/features/imports/commands'
import { saveDrafts } from '@/lib/features/editing/commands'
import { verifyHistory } from '@/scripts/verify/history'
import { testDatabase } from '../database'
import { EDITOR, csv, importAll, runToEnd } from '../imports/importing'
import { draft, ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)

/** Acts as a superuser: disables the triggers, changes rows, and enables the triggers. */
const silently = async (text: string) => {
  const client = await db.pool.connect()
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${text}; COMMIT`)
  } finally {
    client.release()
  }
}

beforeEach(async () => {
  const { wrong, seals } = await verifyHistory(db.url)
  expect(wrong).toEqual([])
  expect(seals).toBeGreaterThan(1)
})

test('concurrent writers leave one chain', async () => {
  const before = await verifyHistory(db.url)
  await Promise.all(
    Array.from({ length: 12 }, (_, at) =>
      saveDrafts(SYSTEM, { drafts: [draft('labels', `${'0'.repeat(8)}${at + 10}`, {})] }),
    ),
  )
  const after = await verifyHistory(db.url)
  expect([after.seals - before.seals, after.wrong]).toEqual([12, []])
})

test('versions published together share one seal', async () => {
  const before = await verifyHistory(db.url)
  await publishOne('labels', ids.label, inputs.labels, 1)
  expect((await verifyHistory(db.url)).seals - before.seals).toBe(2) // the save, and the publishing
})

test('an import leaves a valid chain, although its constraints are checked before its end', async () => {
  const rows = [
    ['name', 'kind', 'jurisdiction', 'jurisdiction_state'],
    ['A council', 'Council', 'El Paso', 'TX'],
  ]
  const { id } = await importAll('type-organizations', csv(...rows))
  await revertImport(EDITOR, { id })
  await runToEnd(id)
  expect((await verifyHistory(db.url)).wrong).toEqual([])
})

test.each([
  ['the words of a version', `UPDATE revision SET data = jsonb_set(data, '{note}', '"x"') WHERE type = 'labels'`],
  ['who published it', `UPDATE revision SET by_id = 'somebody' WHERE type = 'statements'`],
  ['when it was published', `UPDATE revision SET at = at + interval '1 second' WHERE type = 'statements'`],
  ['what a command did', `UPDATE change SET detail = '{}' WHERE id = (SELECT max(id) FROM change)`],
  ['a version that is gone', `DELETE FROM revision WHERE type = 'stances'`],
  [
    'a version that was slipped in',
    `INSERT INTO revision (type, record_id, version, kind, data, card, by_id, seal)
     SELECT type, record_id, 99, kind, data, card, by_id, seal FROM revision WHERE type = 'labels' LIMIT 1`,
  ],
  [
    'a version that was slipped in without a seal',
    `INSERT INTO revision (type, record_id, version, kind, data, card, by_id)
     SELECT type, record_id, 98, kind, data, card, by_id FROM revision WHERE type = 'labels' LIMIT 1`,
  ],
  ['a seal that is gone', `DELETE FROM seal WHERE position = 2`],
  ['a seal that was written anew', `UPDATE seal SET hash = next_seal(NULL, id) WHERE position = 2`],
])('%s is detected', async (_, change) => {
  const client = await db.pool.connect()
  try {
    await client.query('CREATE TABLE kept AS TABLE revision; CREATE TABLE kept_change AS TABLE change')
    await client.query('CREATE TABLE kept_seal AS TABLE seal')
    await silently(change)
    expect((await verifyHistory(db.url)).wrong.length).toBeGreaterThan(0)
  } finally {
    await silently(`DELETE FROM revision; DELETE FROM change; DELETE FROM seal;
      INSERT INTO revision TABLE kept; INSERT INTO change TABLE kept_change; INSERT INTO seal TABLE kept_seal`)
    await client.query('DROP TABLE kept, kept_change, kept_seal')
    client.release()
  }
})

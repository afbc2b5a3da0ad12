import { beforeAll, expect, test } from 'vitest'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { verifyRecords } from '@/scripts/verify/records'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)

/** The problems that verification reports after a superuser's change. */
async function foundAfter(change: string): Promise<string[]> {
  const client = await db.pool.connect()
  const silently = (text: string) =>
    client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${text}; COMMIT`)
  const tables = [...new Set([...change.matchAll(/(?:UPDATE|INTO|FROM) (\w+)/g)].map(([, name]) => name!))]
  try {
    for (const name of tables) await client.query(`CREATE TABLE kept_${name} AS TABLE ${name}`)
    await silently(change)
    return (await verifyRecords()).wrong
  } finally {
    await client.query('ROLLBACK')
    for (const name of tables) {
      await silently(`DELETE FROM ${name}; INSERT INTO ${name} TABLE kept_${name}`)
      await client.query(`DROP TABLE kept_${name}`)
    }
    client.release()
  }
}

test('records written by commands pass: first versions, corrections, renames, withdrawals', async () => {
  await publishOne('officials', ids.chief, { ...inputs.officials, name: 'Ana María Peña' }, 1)
  await publishOne('labels', ids.label, { ...inputs.labels, words: 'a welcoming city' }, 1)
  await publishOne('sources', ids.rewrite, {
    ...inputs.sources,
    url: 'https://paper.example/again',
    published: null,
    lineage: [{ sourceId: ids.source, kind: 'rewrite_of', note: null }],
    captures: [],
  })
  await publishOne('labels', 'withdrawn0', inputs.labels)
  await withdrawRecord(
    { id: 'edda', role: 'editor' },
    { type: 'labels', id: 'withdrawn0', reason: { en: 'Twice.', es: 'Dos veces.' } },
  )
  const { records, wrong } = await verifyRecords()
  expect(wrong).toEqual([])
  expect(records).toBe(11)
})

const card = (type: string, path: string, value: string) =>
  `UPDATE ${type} SET card = jsonb_set(card, '${path}', '${value}')`

test.each([
  ['in a record’s own table', `UPDATE label SET words = 'x'`, `labels/${ids.label}`, 'its tables in words'],
  ['in a text of it', `UPDATE policy SET summary = '{"en": "x", "es": "x"}'`, `policies/${ids.policy}`, 'summary'],
  ['in a row beneath it', `UPDATE statement_variant SET passages = '{x}'`, `statements/${ids.statement}`, 'variants'],
  [
    'in a source’s words',
    `UPDATE citation SET exact = 'x' WHERE stance_id IS NOT NULL`,
    `stances/${ids.stance}`,
    'citations',
  ],
  ['in who spoke', `UPDATE statement_speaker SET official_id = NULL`, `statements/${ids.statement}`, 'speakers'],
  [
    'in a day that lists go by',
    `UPDATE statement SET date_latest = date_latest + 1`,
    `statements/${ids.statement}`,
    'date',
  ],
  [
    'in a column of lists alone',
    `UPDATE policy SET latest_event = '2020-01-01'`,
    `policies/${ids.policy}`,
    'the columns',
  ],
  ['in a card', card('statement', '{summary,en}', '"x"'), `statements/${ids.statement}`, 'its card in summary'],
  ['in a name that a card shows', card('stance', '{organization,name}', '"x"'), `stances/${ids.stance}`, 'its card in'],
  [
    'in table and card',
    `UPDATE label SET words = 'x'; ${card('label', '{words}', '"x"')}`,
    `labels/${ids.label}`,
    'words',
  ],
  ['in the search words', `UPDATE official SET search = ''`, `officials/${ids.chief}`, 'its search words'],
  [
    'in a name to find it by',
    `UPDATE name SET folded = 'x' WHERE type = 'officials'`,
    `officials/${ids.chief}`,
    'its names',
  ],
  ['in what it names', `DELETE FROM reference WHERE from_type = 'labels'`, `labels/${ids.label}`, 'its links'],
  ['in its address', `UPDATE policy SET path = '/policies/x'`, `policies/${ids.policy}`, 'its address'],
  ['in whether they govern', `UPDATE statement SET represents = true`, `statements/${ids.statement}`, 'lists go by'],
  ['in the key of its link', `UPDATE source SET url_key = url_key || 'x'`, `sources/${ids.source}`, 'lists go by'],
  ['in its date', `UPDATE stance SET updated_at = updated_at + interval '1 s'`, `stances/${ids.stance}`, 'its version'],
  [
    'in a version',
    `UPDATE revision SET data = jsonb_set(data, '{words}', '"x"') WHERE version = 2`,
    `labels/${ids.label}`,
    'words',
  ],
  ['by a record that is gone', `DELETE FROM label`, `labels/${ids.label}`, 'is not published'],
  ['by a record without a history', `DELETE FROM revision WHERE type = 'labels'`, `labels/${ids.label}`, 'no version'],
])('an edit by SQL %s is detected, and the record is named', async (_, change, record, part) => {
  const wrong = await foundAfter(change)
  const lines = wrong.filter((line) => line.startsWith(`${record} `))
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(part)
})

test('a reverted edit passes again', async () => {
  expect((await verifyRecords()).wrong).toEqual([])
})

import { beforeAll, expect, test } from 'vitest'
import { statementCollection } from '@/lib/records/statements/queries'
import { testDatabase } from '@/tests/integration/database'
import { ids, inputs, makeWorld, publishOne } from '@/tests/integration/world'

const db = await testDatabase()
beforeAll(makeWorld)

const role = inputs.officials.roles[0]!
const officialWith = (...roles: object[]) => ({ ...inputs.officials, roles })
const listed = async (party: string) =>
  (await statementCollection.count({ party: { codes: [party], modified: false } })) === 1

/** The filter columns next to the values of the card. */
const both = async () => {
  const { rows } = await db.pool.query<{ columns: unknown[]; card: unknown[] }>(
    `SELECT array_agg(ARRAY[role_party, role_organization_id] ORDER BY position) AS columns,
       (SELECT array_agg(ARRAY[s -> 'role' ->> 'party', s -> 'role' -> 'organization' ->> 'id'])
        FROM jsonb_array_elements(card -> 'speakers') s) AS card
     FROM statement JOIN statement_speaker ON statement_id = statement.id WHERE statement.id = $1 GROUP BY statement.id`,
    [ids.statement],
  )
  return rows[0]!
}

test('the filter columns match the card’s role on the date, also after only the official changed', async () => {
  const first = await both()
  expect(first).toEqual({ columns: [[null, ids.police]], card: [[null, ids.police]] })

  await publishOne('officials', ids.chief, officialWith({ ...role, party: 'democratic', organizationId: null }), 1)
  expect(await both()).toEqual({ columns: [['democratic', null]], card: [['democratic', null]] })
  expect(await listed('democratic')).toBe(true)

  // A later party does not apply on that date.
  const ended = { ...role, party: 'democratic', to: { edtf: '2025-06' } }
  const later = { ...role, party: 'republican', from: { edtf: '2025-07' } }
  await publishOne('officials', ids.chief, officialWith(ended, later), 2)
  expect(await both()).toEqual({ columns: [['democratic', ids.police]], card: [['democratic', ids.police]] })
  expect(await listed('republican')).toBe(false)
})

test('the governing flag of a speaker follows their roles, also after only the official changed', async () => {
  const represents = async () =>
    (await db.pool.query('SELECT represents FROM statement WHERE id = $1', [ids.statement])).rows[0].represents
  expect(await represents()).toBe(false)
  const speakers = [{ officialId: ids.chief, organizationId: null, asPrinted: null }]
  await publishOne('statements', ids.statement, { ...inputs.statements, speakers }, 1)
  const senator = { ...role, office: 'us_senator', organizationId: null }
  await publishOne('officials', ids.chief, officialWith(senator), 3)
  expect(await represents()).toBe(true)
  await publishOne('officials', ids.chief, officialWith(senator, { ...role, from: { edtf: '2025-07' } }), 4)
  expect(await represents()).toBe(false)
})

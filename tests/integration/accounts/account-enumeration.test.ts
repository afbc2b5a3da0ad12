import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { auth } from '@/lib/platform/auth/auth'
import { set } from '@/lib/platform/settings/settings'
import { PEOPLE, makePeople } from '@/tests/e2e/people'
import { testDatabase } from '@/tests/integration/database'

const db = await testDatabase()
const { scrypt } = crypto
const work: unknown[] = []

// Password hashing dominates the duration of a sign-in. Counting the hashes is exact on a busy machine.
crypto.scrypt = ((...given: Parameters<typeof scrypt>) => {
  const [, salt, length, options] = given
  work.push([String(salt).length, length, options])
  return scrypt(...given)
}) as typeof scrypt
syncBuiltinESMExports()
afterAll(() => {
  crypto.scrypt = scrypt
  syncBuiltinESMExports()
})

const CLOSED = 'closed@admin.example'

beforeAll(async () => {
  set('AUTH_SECRET', 'a secret of at least thirty-two letters')
  await makePeople()
  await db.pool.query(
    `WITH one AS (INSERT INTO admin_user (id, name, email, deactivated_at) VALUES ('closed', 'C', $1, now()))
     INSERT INTO admin_account (id, account_id, provider_id, user_id, password, updated_at)
     SELECT 'closed', 'closed', 'credential', 'closed', password, now() FROM admin_account
     WHERE user_id = (SELECT id FROM admin_user WHERE email = $2)`,
    [CLOSED, PEOPLE.editor.email],
  )
})

/** The response to a sign-in attempt and the number of hashes computed. */
const tried = async (email: string, password: string) => {
  work.length = 0
  const told = await auth()
    .api.signInEmail({ body: { email, password }, headers: new Headers() })
    .then(
      () => 'signed in',
      ({ status, statusCode, body }) => ({ status, statusCode, body }),
    )
  return { told, work: [...work] }
}

test.each([
  ['a wrong password', 'not the password', 1],
  ['none', '', 1],
  ['the password of another user', PEOPLE.contributor.password, 1],
  ['a password beyond the maximum length', 'x'.repeat(5_000), 0],
])(
  'with %s, an unknown email gets the same response after the same work as a known one',
  async (_, password, hashed) => {
    const known = await tried(PEOPLE.editor.email, password)
    expect(known.told).toMatchObject({ statusCode: hashed ? 401 : 400 })
    expect(known.work).toHaveLength(hashed)
    for (const email of ['nobody@admin.example', CLOSED]) expect(await tried(email, password)).toEqual(known)
  },
)

test('a closed account gets the same response for its own password as for a wrong one', async () => {
  const { told, work } = await tried(CLOSED, PEOPLE.editor.password)
  expect(told).not.toBe('signed in')
  expect(work).toHaveLength(1)
})

import { expect, test } from 'vitest'
import { set } from '@/lib/platform/settings/settings'
import { assertSameSecret } from '@/scripts/cli/auth-secret'
import { testDatabase } from '@/tests/integration/database'

const { url, pool } = await testDatabase()
const [ours, theirs] = ['one secret of thirty-two letters ..', 'another of at least thirty-two letters']

test('servers of one database share a secret, which the database does not store', async () => {
  set('AUTH_SECRET', ours)
  await Promise.all([assertSameSecret(url), assertSameSecret(url)])
  await assertSameSecret(url)
  const { rows } = await pool.query('SELECT value::text FROM site_setting')
  expect(rows).toHaveLength(1)
  expect(rows[0].value).not.toContain(ours)
})

test('a server with another secret is rejected with instructions', async () => {
  set('AUTH_SECRET', theirs)
  await expect(assertSameSecret(url)).rejects.toThrow(/AUTH_SECRET is not the one .* DELETE FROM site_setting/)
  await pool.query(`DELETE FROM site_setting WHERE key = 'secret'`)
  await assertSameSecret(url)
})

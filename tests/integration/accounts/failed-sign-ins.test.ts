import { beforeAll, expect, test } from 'vitest'
import { acceptInvitation, invite } from '@/lib/platform/auth/invitations'
import { logFailedSignIn } from '@/lib/platform/auth/log-failed-sign-in'
import { changePassword } from '@/lib/platform/auth/own-account'
import { makeReset, useReset } from '@/lib/platform/auth/resets'
import { type Actor, SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'

const db = await testDatabase()
const PASSWORD = 'a few words to remember'
const EMAIL = 'ada.lovelace@county.example'
const GUESSABLE = ['password12345', 'Ada-Lovelace-2026', 'localrecord!!!', 'ada.lovelace@county']
const refused = { issues: { password: ['accounts.guessable'] } }
let ada: Actor & { id: string }

const join = async (password: string, email = EMAIL, role: 'editor' | 'administrator' = 'editor') => {
  const { token } = (await invite(SYSTEM, { email, role })) as { token: string }
  const { id } = (await acceptInvitation(VISITOR, { token, name: 'Ada Lovelace', email, password })) as { id: string }
  return { id, role }
}

beforeAll(async () => {
  set('AUTH_SECRET', 'a secret of at least thirty-two letters')
})

test('a guessable password is refused wherever one is chosen: to join, to change it, and by a link', async () => {
  for (const password of GUESSABLE) await expect(join(password)).rejects.toMatchObject(refused)
  ada = await join(PASSWORD)
  const administrator = await join(PASSWORD, 'bea@county.example', 'administrator')
  const { token } = (await makeReset(administrator, { id: ada.id, secondFactor: false })) as { token: string }
  const before = (await db.pool.query('SELECT password FROM admin_account')).rows
  for (const password of GUESSABLE) {
    const change = changePassword(ada, { session: 'x'.repeat(32), oldPassword: PASSWORD, password })
    await expect(change).rejects.toMatchObject(refused)
    await expect(useReset(VISITOR, { token, password })).rejects.toMatchObject(refused)
  }
  expect((await db.pool.query('SELECT password FROM admin_account')).rows).toEqual(before)
})

test('a failed sign-in is logged with the account where there is one, and with nothing that was typed', async () => {
  const lines: object[] = []
  const to = (fields: object) => void lines.push(fields)
  await logFailedSignIn('wrong password', EMAIL, to)
  await logFailedSignIn('wrong password', 'nobody@county.example', to)
  await logFailedSignIn('too many attempts', `${EMAIL}\n{"level":60}`, to)
  expect(lines).toEqual([
    { reason: 'wrong password', account: ada.id },
    { reason: 'wrong password' },
    { reason: 'too many attempts' },
  ])
})

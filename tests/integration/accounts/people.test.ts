import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { acceptInvitation, invite, openInvitation, withdrawInvitation } from '@/lib/platform/auth/invitations'
import { changePassword, endOtherSessions, endSession } from '@/lib/platform/auth/own-account'
import { changeRole, deactivate, reactivate } from '@/lib/platform/auth/people'
import { makeReset, openReset, useReset } from '@/lib/platform/auth/resets'
import {
  beginSecondFactor,
  codesOf,
  confirmSecondFactor,
  endSecondFactor,
  keepRecoveryCodes,
  pendingSecret,
  renewRecoveryCodes,
} from '@/lib/platform/auth/second-factor'
import { extendSession } from '@/lib/platform/auth/sessions'
import { auth } from '@/lib/platform/auth/auth'
import { hasSessionCookie } from '@/lib/platform/http/session-cookie'
import { authenticatorCode } from '@/tests/fixtures/authenticator'
import { type Actor, SYSTEM, VISITOR } from '@/lib/platform/commands/permissions'
import { Conflict, Forbidden, Invalid, NotFound } from '@/lib/platform/errors/errors'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'

const db = await testDatabase()
set('AUTH_SECRET', 'a secret of at least thirty-two letters')

const PASSWORD = 'a few words to remember'
const make = async (name: string, role: 'contributor' | 'editor' | 'administrator') => {
  const email = `${name}@admin.example`
  const { token } = (await invite(SYSTEM, { email, role })) as { token: string }
  const { id } = (await acceptInvitation(VISITOR, { token, name, email, password: PASSWORD })) as { id: string }
  return { id, role, email } satisfies Actor & { email: string }
}
let ada: Actor & { email: string }
let bea: Actor & { email: string }
let ed: Actor & { email: string }
beforeAll(async () => {
  ada = await make('ada', 'administrator')
  bea = await make('bea', 'administrator')
  ed = await make('ed', 'editor')
})
beforeEach(() => db.pool.query('TRUNCATE admin_attempt; DELETE FROM admin_session'))

test('the cookie identifies the user, and a modified cookie is invalid', async () => {
  const { headers } = await auth().api.signInEmail({
    body: { email: ed.email, password: PASSWORD },
    returnHeaders: true,
  })
  const [cookie = ''] = headers.getSetCookie().filter((one) => one.includes('session_token='))
  const [sent = ''] = cookie.split(';')
  expect(hasSessionCookie(sent)).toBe(true)
  expect(hasSessionCookie(sent.replace('=', '=x'))).toBe(false)
})

test('an expired session is invalid, and use does not extend it', async () => {
  const { headers } = await auth().api.signInEmail({
    body: { email: ed.email, password: PASSWORD },
    returnHeaders: true,
  })
  const cookie = headers.getSetCookie().map((one) => one.split(';', 1)[0]!)
  const asked = { headers: new Headers({ cookie: cookie.join('; ') }) }
  expect((await auth().api.getSession(asked))?.user.email).toBe(ed.email)
  await db.pool.query(`UPDATE admin_session SET expires_at = now() - interval '1 second'`)
  for (const _ of [1, 2]) expect(await auth().api.getSession(asked)).toBeNull()
})

test('use extends a session by two weeks, up to ninety days after its start', async () => {
  await auth().api.signInEmail({ body: { email: ed.email, password: PASSWORD } })
  const left = async () =>
    (
      await db.pool.query(
        'SELECT round(extract(epoch FROM max(expires_at) - now()) / 86400)::int AS days FROM admin_session',
      )
    ).rows[0].days
  expect(await left()).toBe(14)
  const days = { 1: 14, 60: 14, 80: 10, 89: 1 }
  for (const [age, more] of Object.entries(days)) {
    const { rows } = await db.pool.query(
      `UPDATE admin_session SET created_at = now() - make_interval(days => $1), updated_at = now() - interval '1 hour',
         expires_at = now() RETURNING id, user_id AS "userId", created_at AS "createdAt", updated_at AS "updatedAt"`,
      [age],
    )
    for (const row of rows) await extendSession(row)
    expect(await left()).toBe(more)
  }
})

const signIn = (email: string, password = PASSWORD) =>
  auth()
    .api.signInEmail({ body: { email, password }, headers: new Headers() })
    .then((answer) => ('token' in answer ? answer.token : 'second step'))
    .catch(() => null)
const sessions = async (who: Actor) =>
  (await db.pool.query<{ id: string }>('SELECT id FROM admin_session WHERE user_id = $1 ORDER BY created_at', [who.id]))
    .rows
const lastChange = async () =>
  (await db.pool.query('SELECT command, by_id, detail FROM change ORDER BY id DESC LIMIT 1')).rows[0]

describe('invitations', () => {
  test('create one account, once', async () => {
    const { token } = (await invite(ada, { email: 'new@admin.example', role: 'editor' })) as { token: string }
    expect(await openInvitation(token)).toEqual({ email: 'new@admin.example', role: 'editor' })
    const given = { token, name: 'New', email: 'new@admin.example', password: PASSWORD }
    const outcomes = await Promise.allSettled([1, 2, 3].map(() => acceptInvitation(VISITOR, given)))
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await openInvitation(token)).toBeNull()
  })
  test('are valid for their email only, until they are revoked', async () => {
    const { id, token } = (await invite(ada, { email: 'x@admin.example', role: 'editor' })) as Record<string, string>
    const given = { token, name: 'X', email: 'y@admin.example', password: PASSWORD }
    await expect(acceptInvitation(VISITOR, given)).rejects.toThrow(Invalid)
    await withdrawInvitation(ada, { id })
    await expect(acceptInvitation(VISITOR, { ...given, email: 'x@admin.example' })).rejects.toThrow(NotFound)
  })
  test('cannot grant another role than their own', async () => {
    const { token } = (await invite(ada, { email: 'z@admin.example', role: 'contributor' })) as { token: string }
    const given = { token, name: 'Z', email: 'z@admin.example', password: PASSWORD, role: 'administrator' }
    await expect(acceptInvitation(VISITOR, given)).rejects.toThrow(Invalid)
  })
})

describe('an account', () => {
  test('stores its password as a hash', async () => {
    const { rows } = await db.pool.query('SELECT password FROM admin_account')
    expect(rows.length).toBeGreaterThan(2)
    for (const { password } of rows) expect(password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/)
  })
  test('requires the old password for a change, which ends its other sessions', async () => {
    await signIn(ed.email)
    await signIn(ed.email)
    const [here] = await sessions(ed)
    const given = { session: here!.id, oldPassword: PASSWORD, password: 'some other words here' }
    await expect(changePassword(ed, { ...given, oldPassword: 'not the old one' })).rejects.toThrow(Invalid)
    await changePassword(ed, given)
    expect(await sessions(ed)).toEqual([here])
    expect(await lastChange()).toEqual({ command: 'account.password', by_id: ed.id, detail: { sessionsEnded: 1 } })
    expect(await signIn(ed.email)).toBeNull()
    expect(await signIn(ed.email, given.password)).not.toBeNull()
    await changePassword(ed, { ...given, oldPassword: given.password, password: PASSWORD })
  })
  test('can end its own sessions only', async () => {
    await signIn(ed.email)
    await signIn(ada.email)
    const [its] = await sessions(ed)
    await expect(endSession(ada, { id: its!.id })).rejects.toThrow(NotFound)
    await endOtherSessions(ada, { session: 'none' })
    expect([await sessions(ed), await sessions(ada)].map((rows) => rows.length)).toEqual([1, 0])
  })
})

describe('the second factor', () => {
  test('is enabled by a code, returns ten recovery codes, and is required from then on', async () => {
    await beginSecondFactor(ed, { password: PASSWORD })
    const secret = (await pendingSecret(ed.id))!
    expect(await signIn(ed.email)).not.toBe('second step')
    await expect(confirmSecondFactor(ed, { session: 'x', code: '000000' })).rejects.toThrow(Invalid)
    await confirmSecondFactor(ed, { session: 'x', code: await authenticatorCode(secret) })
    expect((await codesOf(ed.id)).shown).toHaveLength(10)
    expect(await sessions(ed)).toEqual([])
    expect(await signIn(ed.email)).toBe('second step')
    expect(await sessions(ed)).toEqual([])
  })
  test('shows its recovery codes until the user confirms them, and new codes replace the old', async () => {
    const { shown } = await codesOf(ed.id)
    await keepRecoveryCodes(ed, {})
    expect(await codesOf(ed.id)).toEqual({ shown: null, left: 10 })
    await renewRecoveryCodes(ed, { password: PASSWORD })
    const again = (await codesOf(ed.id)).shown!
    expect(again.filter((code) => shown!.includes(code))).toEqual([])
    await db.pool.query(`UPDATE admin_two_factor SET codes_at = now() - interval '16 minutes'`)
    expect((await codesOf(ed.id)).shown).toBeNull()
  })
  test('stores neither its secret nor its codes in plain text', async () => {
    const { rows } = await db.pool.query('SELECT secret, backup_codes FROM admin_two_factor')
    for (const text of [rows[0].secret, rows[0].backup_codes]) expect(text).toMatch(/^[0-9a-f]{80,}$/)
  })
  // Eleven password hashes take seconds on a busy machine.
  test('can be disabled with the password only, and guessing is limited', { timeout: 120_000 }, async () => {
    for (let time = 0; time < 10; time++)
      await expect(endSecondFactor(ed, { password: 'a guess' })).rejects.toThrow(Invalid)
    await expect(endSecondFactor(ed, { password: PASSWORD })).rejects.toThrow('accounts.wait')
    await db.pool.query('TRUNCATE admin_attempt')
    await endSecondFactor(ed, { password: PASSWORD })
    expect(await signIn(ed.email)).not.toBe('second step')
  })
})

describe('a recovery link', () => {
  test('ends the sessions, sets a password once, and removes the second factor only on request', async () => {
    await beginSecondFactor(ed, { password: PASSWORD })
    await confirmSecondFactor(ed, { session: 'x', code: await authenticatorCode((await pendingSecret(ed.id))!) })
    const first = (await makeReset(ada, { id: ed.id, secondFactor: true })) as { token: string }
    const { token } = (await makeReset(ada, { id: ed.id, secondFactor: false })) as { token: string }
    expect(await openReset(first.token)).toBeNull()
    await expect(useReset(VISITOR, { token: first.token, password: PASSWORD })).rejects.toThrow(NotFound)
    await useReset(VISITOR, { token, password: 'words after the reset' })
    await expect(useReset(VISITOR, { token, password: PASSWORD })).rejects.toThrow(NotFound)
    expect(await signIn(ed.email, 'words after the reset')).toBe('second step')
    const both = (await makeReset(ada, { id: ed.id, secondFactor: true })) as { token: string }
    await useReset(VISITOR, { token: both.token, password: PASSWORD })
    expect(await signIn(ed.email)).not.toBe('second step')
  })
  test('expires after a day', async () => {
    const { token } = (await makeReset(ada, { id: ed.id, secondFactor: false })) as { token: string }
    await db.pool.query(`UPDATE admin_reset SET expires_at = now() - interval '1 second'`)
    await expect(useReset(VISITOR, { token, password: PASSWORD })).rejects.toThrow(NotFound)
  })
  test('is not for oneself', () => expect(makeReset(ada, { id: ada.id, secondFactor: true })).rejects.toThrow(Conflict))
})

describe('people', () => {
  test('can be changed by administrators only', async () => {
    for (const run of [changeRole, deactivate, reactivate, makeReset])
      await expect(run(ed, { id: ada.id })).rejects.toThrow(Forbidden)
  })
  test('who are deactivated are signed out at once and cannot return, and the reason is stored', async () => {
    await signIn(ed.email)
    await expect(deactivate(ada, { id: ed.id, reason: '' })).rejects.toThrow(Invalid)
    await deactivate(ada, { id: ed.id, reason: 'Left the newsroom' })
    expect(await sessions(ed)).toEqual([])
    expect(await signIn(ed.email)).toBeNull()
    await expect(makeReset(ada, { id: ed.id, secondFactor: false })).rejects.toThrow(Conflict)
    await reactivate(ada, { id: ed.id, reason: 'Came back' })
    expect(await signIn(ed.email)).not.toBeNull()
    const { rows } = await db.pool.query('SELECT what, reason FROM admin_person_event WHERE user_id = $1 ORDER BY id', [
      ed.id,
    ])
    expect(rows).toEqual([
      { what: 'deactivated', reason: 'Left the newsroom' },
      { what: 'reactivated', reason: 'Came back' },
    ])
    expect(JSON.stringify((await db.pool.query('SELECT detail FROM change')).rows)).not.toContain('newsroom')
  })
  test('two administrators cannot deactivate each other concurrently', async () => {
    const outcomes = await Promise.allSettled([
      deactivate(ada, { id: bea.id, reason: 'A quarrel' }),
      changeRole(bea, { id: ada.id, role: 'editor' }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const { rows } = await db.pool.query(
      `SELECT id FROM admin_user WHERE role = 'administrator' AND deactivated_at IS NULL`,
    )
    expect(rows).toHaveLength(1)
    const last = { id: rows[0].id as string, role: 'administrator' } as const
    await expect(deactivate(last, { id: last.id, reason: 'Goodbye' })).rejects.toThrow(Conflict)
    await expect(changeRole(last, { id: last.id, role: 'editor' })).rejects.toThrow(Conflict)
  })
})

import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { hasSessionCookie } from '@/lib/platform/http/session-cookie'
import { createFormToken } from '@/lib/features/suggestions/form-token'
import { createChallenge } from '@/lib/platform/auth/proof-of-work'
import { trustedDeviceToken } from '@/lib/platform/auth/trusted-device'
import { set } from '@/lib/platform/settings/settings'

set('AUTH_SECRET', 'a secret of at least thirty-two characters')

const TOKEN = 'Ab3'.padEnd(32, 'x')

const signed = (token: string, secret = 'a secret of at least thirty-two characters') =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)

test('a session signed by this site is recognized among other cookies, with and without TLS', () => {
  for (const name of ['admin.session_token', '__Host-admin.session_token'])
    expect(hasSessionCookie(`a=b; ${name}=${signed(TOKEN)}; c=d`)).toBe(true)
})

test.each([
  undefined,
  '',
  'a=b',
  'admin.session_token=',
  'admin.session_token=abc',
  'admin.session_token=%',
  `admin.session_token=${signed(TOKEN, 'another secret of thirty-two characters')}`,
  `admin.session_token=${signed(TOKEN).replace('A', 'B')}`,
  `xadmin.session_token=${signed(TOKEN)}`,
])('%s is not', (cookies) => {
  expect(hasSessionCookie(cookies)).toBe(false)
})

test('nothing else that this site signs and hands out is taken for a session', () => {
  const content = { text: 'a suggestion' }
  for (const handedOut of [
    createFormToken(content),
    createChallenge('editor@admin.example', 10),
    trustedDeviceToken('editor@admin.example'),
  ]) {
    const parts = handedOut.split('.')
    for (const prefix of ['', 'suggestion ', 'work ', 'device '])
      for (let at = 1; at < parts.length; at++) {
        const text = prefix + parts.slice(0, at).join('.')
        for (const value of [`${text}.${parts.at(-1)}`, `${text}.${parts.slice(at).join('.')}`])
          expect(hasSessionCookie(`admin.session_token=${encodeURIComponent(value)}`)).toBe(false)
      }
  }
  const looksLikeOne = (token: string) => `admin.session_token=${signed(token)}`
  for (const token of ['one', `${TOKEN}x`, TOKEN.slice(1), `suggestion ${TOKEN}`, `${TOKEN.slice(0, 31)}.`])
    expect(hasSessionCookie(looksLikeOne(token))).toBe(false)
})

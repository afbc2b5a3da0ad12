import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { hasSessionCookie } from '@/lib/platform/http/session-cookie'
import { set } from '@/lib/platform/settings/settings'

set('AUTH_SECRET', 'a secret of at least thirty-two characters')

const signed = (token: string, secret = 'a secret of at least thirty-two characters') =>
  encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)

test('a session signed by this site is recognized among other cookies, with and without TLS', () => {
  for (const name of ['admin.session_token', '__Host-admin.session_token'])
    expect(hasSessionCookie(`a=b; ${name}=${signed('one')}; c=d`)).toBe(true)
})

test.each([
  undefined,
  '',
  'a=b',
  'admin.session_token=',
  'admin.session_token=abc',
  'admin.session_token=%',
  `admin.session_token=${signed('one', 'another secret of thirty-two characters')}`,
  `admin.session_token=${signed('one').replace('one', 'two')}`,
  `xadmin.session_token=${signed('one')}`,
])('%s is not', (cookies) => {
  expect(hasSessionCookie(cookies)).toBe(false)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '@/scripts/paths'
import { expect, test } from './admin'
import { adminRoutes } from './admin-paths'

/** The routes below app/admin with this file name, with a value for each parameter. */
const addresses = (file: string): string[] => adminRoutes(file).map(addressOf)

const addressOf = (route: string) =>
  route.replace(/\[\.\.\.\w+\]/g, 'any/thing').replace(/\[(\w+)\]/g, 'statements-0123456789')

/** A visitor without a session. */
const DOORS = [/^\/admin\/sign-in$/, /^\/admin\/(join|reset)\//]
const toSignIn = /\/admin\/sign-in(\?|$)/

test('every admin page redirects a visitor to sign-in', async ({ request }) => {
  const pages = addresses('page.tsx')
  expect(pages.length).toBeGreaterThan(10)
  for (const path of pages.filter((one) => !DOORS.some((door) => door.test(one)))) {
    const answer = await request.get(path, { maxRedirects: 0 })
    expect(answer.status(), path).toBeGreaterThanOrEqual(300)
    expect(answer.headers().location ?? '', path).toMatch(toSignIn)
    expect(answer.headers()['cache-control'], path).toContain('no-store')
  }
})

test('every other admin URL rejects a visitor without content', async ({ request }) => {
  for (const path of addresses('route.ts'))
    for (const method of ['GET', 'POST', 'PUT', 'DELETE']) {
      const answer = await request.fetch(path, { method, maxRedirects: 0 })
      const { location = '' } = answer.headers()
      const told = `${method} ${path}: ${answer.status()} ${location}`
      expect(answer.status() < 500, told).toBe(true)
      expect(answer.status() >= 400 || toSignIn.test(location), told).toBe(true)
    }
})

const FIELDS = [
  ['id', '0123456789'],
  ['email', 'nobody@admin.example'],
  ['password', 'a password that nobody has'],
  ['role', 'administrator'],
  ['reason', 'for no reason'],
] as const

type Manifest = { node: Record<string, { workers: Record<string, unknown>; exportedName?: string }> }

test('no admin form can be submitted without a session', async ({ request, baseURL }) => {
  const file = join(ROOT, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  const actions = Object.entries(node)
  expect(actions.length).toBeGreaterThan(20)
  for (const [action, { workers }] of actions)
    for (const worker of Object.keys(workers).filter((one) => one.startsWith('app/admin/'))) {
      const path = addressOf(`/${worker.replace(/^app\//, '').replace(/\/page$/, '')}`)
      // As a browser sends it: the form state and the fields.
      const multipart = new FormData()
      for (const [name, value] of FIELDS) multipart.append(`_1_${name}`, value)
      multipart.append('0', '[{"message":null,"issues":{},"values":{}},"$K1"]')
      const headers = { 'next-action': action, origin: baseURL! }
      const answer = await request.post(path, { headers, multipart, maxRedirects: 0 })
      const to = answer.headers()['x-action-redirect'] ?? answer.headers().location ?? ''
      const told = `${path}: ${answer.status()} ${to}`
      expect(answer.status() < 500, told).toBe(true)
      // Nothing was changed: a successful action redirects or shows a link. Selecting drafts only changes the URL.
      expect(to === '' || toSignIn.test(to.split(';')[0]!) || /[?&]did=chosen&/.test(to), told).toBe(true)
      expect(await answer.text(), told).not.toMatch(/\/admin\/(join|reset)\/[\w-]{43}/)
    }
})

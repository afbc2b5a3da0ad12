import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { withConnection } from '@/scripts/postgres/databases'
import { freePort } from '@/scripts/postgres/launch'
import { PEOPLE } from '@/tests/e2e/people'
import { ORIGIN, ask, fillIn, hangUp } from './balancer'
import { SECRET, openWorldDatabase } from './world-database'

let database: Awaited<ReturnType<typeof openWorldDatabase>>
let site: ChildProcess
let port: number
let cookie: string

beforeAll(async () => {
  database = await openWorldDatabase('error_page')
  port = await freePort()
  site = fork(join(ROOT, 'tests/instances/instance.ts'), {
    execArgv: ['--import', 'tsx', '--no-deprecation'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: ORIGIN,
      AUTH_SECRET: SECRET,
      DATABASE_URL: database.url,
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(site, 'message')
  const { email, password } = PEOPLE.administrator
  cookie = (await fillIn({ from: port, path: '/admin/sign-in' }, { email, password })).cookies.join('; ')
  // Any query for these tables fails from here on.
  await withConnection(database.url, async (client) => {
    await client.query('ALTER TABLE statement RENAME TO statement_gone')
    await client.query('ALTER TABLE draft RENAME TO draft_gone')
  })
}, 240_000)

afterAll(async () => {
  const ended = once(site, 'exit')
  site.kill('SIGTERM')
  await ended
  hangUp()
  await database.close()
}, 60_000)

const cacheControlOf = (path: string) =>
  new Promise((resolve, reject) =>
    request({ host: '127.0.0.1', port, path, agent: false }, (res) => resolve(res.resume().headers['cache-control']))
      .on('error', reject)
      .end(),
  )

test.each([
  ['/statements?state=TX', 'en', 'The page could not be made'],
  ['/es/statements?state=TX', 'es', 'No se pudo preparar la página'],
])(
  'a page that throws on %s shows the error page in its language, in the layout of the site',
  async (path, lang, title) => {
    const { status, body } = await ask(port, path)
    expect(status).toBe(500)
    expect(body).toContain(`<html lang="${lang}"`)
    expect(body).toContain(title)
    // The header, the footer and the styles of every page; no client runtime, no stack.
    expect(body).toMatch(/<header[\s\S]*<main[\s\S]*<footer/)
    expect(body).toMatch(/<link[^>]+rel="stylesheet"/)
    expect(body).not.toMatch(/__next_f|at \w+ \(|statement_gone|relation/)
    expect(await cacheControlOf(path)).toBe('no-store')
  },
)

test('a page of the admin area that throws shows its own error page, in the language of the browser', async () => {
  for (const [language, title] of [
    ['en-US', 'The page could not be made'],
    ['es-MX', 'No se pudo preparar la página'],
  ] as const) {
    const { status, body } = await ask(port, '/admin/entries', { headers: { cookie, 'accept-language': language } })
    expect(status).toBe(500)
    expect(body).toContain(title)
    expect(body).toContain('href="/admin"')
    expect(body).not.toMatch(/draft_gone|relation/)
  }
})

test('the error page has no address of its own', async () => {
  for (const path of ['/error-page', '/es/error-page', '/en/error-page'])
    expect((await ask(port, path)).status, path).toBe(404)
  expect((await ask(port, '/error%2Dpage')).status).toBe(400)
})

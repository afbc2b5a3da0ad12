import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { freePort } from '@/scripts/postgres/launch'
import { ORIGIN, ask, hangUp } from './balancer'
import { SECRET, openWorldDatabase } from './world-database'

let database: Awaited<ReturnType<typeof openWorldDatabase>>
let next: ChildProcess
let port: number

beforeAll(async () => {
  database = await openWorldDatabase('next_start')
  port = await freePort()
  const program = join(ROOT, 'node_modules/next/dist/bin/next')
  next = spawn(process.execPath, [program, 'start', '--port', String(port), '--hostname', '127.0.0.1'], {
    cwd: ROOT,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      SITE_URL: ORIGIN,
      AUTH_SECRET: SECRET,
      DATABASE_URL: database.url,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await vi.waitFor(async () => expect((await ask(port, '/api/health')).status).toBe(200), {
    timeout: 60_000,
    interval: 500,
  })
}, 240_000)

afterAll(async () => {
  const ended = once(next, 'exit')
  next.kill('SIGTERM')
  await ended
  hangUp()
  await database.close()
}, 60_000)

test.each([
  ['/', 'html'],
  ['/es', 'html lang="es"'],
  ['/statements', 'statements'],
  ['/es/statements?state=TX', 'html lang="es"'],
  ['/tx/el-paso', 'El Paso'],
  ['/officials', 'officials'],
  ['/search?q=el+paso', 'El Paso'],
  ['/compare', 'html'],
  ['/map', 'svg'],
  ['/timeline', 'html'],
  ['/about/codebook', 'html'],
  ['/data', 'html'],
  ['/suggest', '<form'],
  ['/embed/statements', 'html'],
  ['/api/v1/statements?size=1', '"data"'],
  ['/api/v1/openapi.json', '"openapi"'],
  ['/statements.csv', 'id'],
  ['/es/statements.json', '{'],
  ['/statements.atom', '<feed'],
  ['/sitemap.xml', 'sitemap'],
  ['/robots.txt', 'Sitemap'],
  ['/admin/sign-in', '<form'],
])('next start alone serves %s', async (path, content) => {
  const { status, body } = await ask(port, path)
  expect(status).toBe(200)
  expect(body).toContain(content)
})

test('next start alone serves the page of a record and its data', async () => {
  const { data } = JSON.parse((await ask(port, '/api/v1/statements?size=1')).body)
  for (const path of [data[0].path, `/es${data[0].path}`, `/api/v1/statements/${data[0].id}`])
    expect((await ask(port, path)).status, path).toBe(200)
})

test('next start alone returns 404 for a missing page and redirects /admin to sign-in', async () => {
  expect((await ask(port, '/nowhere/at/all')).status).toBe(404)
  const { status, location } = await ask(port, '/admin')
  expect([status, location]).toEqual([307, expect.stringContaining('/admin/sign-in')])
})

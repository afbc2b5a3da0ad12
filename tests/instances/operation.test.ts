import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { freePort } from '@/scripts/postgres/launch'
import { until } from '@/tests/fixtures/until'
import { PEOPLE } from '@/tests/e2e/people'
import { ORIGIN, ask, fillIn, hangUp } from './balancer'
import { SECRET, openWorldDatabase } from './world-database'

let database: Awaited<ReturnType<typeof openWorldDatabase>>
let child: ChildProcess
let port: number
let metricsPort: number

beforeAll(async () => {
  database = await openWorldDatabase('shutdown')
  port = await freePort()
  metricsPort = await freePort()
  child = fork(join(ROOT, 'tests/instances/instance.ts'), {
    execArgv: ['--import', 'tsx', '--no-deprecation'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      SITE_URL: ORIGIN,
      AUTH_SECRET: SECRET,
      DATABASE_URL: database.url,
      SHUTDOWN_DELAY: '15',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  await once(child, 'message')
})
afterAll(async () => {
  child.kill('SIGKILL')
  hangUp()
  await database.close()
})

test('a served site has metrics on their port and none on its own', async () => {
  await ask(port, '/')
  const { status, body } = await ask(metricsPort, '/metrics')
  expect([status, body]).toEqual([200, expect.stringContaining('local_record_http_requests_total{route="page"')])
  expect((await ask(port, '/metrics')).status).toBe(404)
})

test('administrators see when a backup was last restored as a test, and editors do not', async () => {
  const homeOf = async (who: 'administrator' | 'editor') => {
    const { email, password } = PEOPLE[who]
    const cookie = (await fillIn({ from: port, path: '/admin/sign-in' }, { email, password })).cookies.join('; ')
    return (await ask(port, '/admin', { headers: { cookie } })).body
  }
  expect(await homeOf('administrator')).toContain('No backup has been restored as a test yet.')
  expect(await homeOf('editor')).not.toContain('Restore test')
})

test('a server that is asked to end is not ready at once, still answers readers, and then ends by itself', async () => {
  expect((await ask(port, '/api/health')).status).toBe(200)
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  await until('it says that it is not ready', async () => (await ask(port, '/api/health')).status === 503)
  expect((await ask(port, '/api/health')).body).toContain('shutting down')
  expect((await ask(port, '/api/health/live')).status).toBe(200)
  expect((await ask(port, '/tx/el-paso')).status).toBe(200)
  expect(await ended).toEqual([0, null])
})

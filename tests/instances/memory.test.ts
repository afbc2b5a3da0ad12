import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ROOT } from '@/scripts/paths'
import { withConnection } from '@/scripts/postgres/databases'
import { freePort } from '@/scripts/postgres/launch'
import { cases } from '@/tests/fixtures/thorough'
import { ORIGIN, ask, hangUp } from './balancer'
import { SECRET, openWorldDatabase } from './world-database'

let database: Awaited<ReturnType<typeof openWorldDatabase>>
let site: ChildProcess
let port: number

beforeAll(async () => {
  database = await openWorldDatabase('memory')
  port = await freePort()
  site = fork(join(ROOT, 'tests/instances/instance.ts'), {
    execArgv: ['--import', 'tsx', '--no-deprecation', '--expose-gc'],
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
}, 240_000)

afterAll(async () => {
  const ended = once(site, 'exit')
  site.kill('SIGTERM')
  await ended
  hangUp()
  await database.close()
}, 60_000)

/** Bytes that the site holds once its caches are empty: a publication clears them. */
async function used(): Promise<number> {
  await withConnection(database.url, (client) => client.query(`NOTIFY published, '{"changed":[],"named":[]}'`))
  const answer = once(site, 'message')
  site.send('memory')
  return (await answer)[0] as number
}

const word = fc.stringMatching(/^[a-z0-9-]{1,30}$/)
/** Addresses that the site answers without rendering a page. */
const cheap = fc.oneof(
  word.map((text) => `/_next/static/${text}.js`),
  word.map((text) => `/_next/${text}`),
  word.map((text) => `/api/v1/statements/${text}`),
  word.map((text) => `/api/v1/search?q=${text}`),
  word.map((text) => `/a/../${text}`),
)
const rendered = fc.oneof(
  word.map((text) => `/invented/${text}`),
  word.map((text) => `/es/${text}`),
  word.map((text) => `/tx/el-paso?${text}`),
  word.map((text) => `/statements?q=${text}`),
  word.map((text) => `/compare?q=${text}`),
  word.map((text) => `/${text}.csv`),
  word.map((text) => `/admin/${text}`),
)

async function askMany(arbitrary: fc.Arbitrary<string>, count: number): Promise<void> {
  const paths = fc.sample(arbitrary, count)
  await Promise.all(
    [0, 1, 2, 3].map(async (lane) => {
      for (let at = lane; at < count; at += 4) {
        const headers = { 'x-forwarded-for': `203.0.113.${at % 200}` }
        expect((await ask(port, paths[at]!, { headers })).status, paths[at]).toBeLessThan(500)
      }
    }),
  )
}

test('the memory of the site does not grow with the addresses that strangers invent', async () => {
  const [style] = /\/_next\/static\/[^"]+\.css/.exec((await ask(port, '/')).body)!
  const asset = word.map((text) => `${style}?${text}`)
  await askMany(fc.oneof(cheap, asset), 500)
  await askMany(rendered, 60)
  const before = await used()
  await askMany(fc.oneof(cheap, asset), cases(1_000).numRuns)
  await askMany(rendered, cases(120).numRuns)
  const grown = (await used()) - before
  console.log(`${cases(1_120).numRuns} different requests: ${Math.round(grown / 1024)} kB more in use`)
  expect(grown).toBeLessThan(12_000_000)
})

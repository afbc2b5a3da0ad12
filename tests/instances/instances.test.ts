import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closePools } from '@/lib/platform/database/pool'
import { set } from '@/lib/platform/settings/settings'
import { migrate } from '@/scripts/postgres/migrate'
import { ROOT } from '@/scripts/paths'
import { withConnection } from '@/scripts/postgres/databases'
import { freePort } from '@/scripts/postgres/launch'
import { assertSameSecret } from '@/scripts/cli/auth-secret'
import { PEOPLE, makePeople } from '@/tests/e2e/people'
import { ids, inputs, makeWorld, publishOne } from '@/tests/integration/world'
import { type Postgres, primary, replicaOf } from '@/tests/fixtures/postgres'
import { ORIGIN, ask, askEither, fillIn, hangUp } from './balancer'

const SECRET = 'a secret of at least thirty-two letters'
let first: Postgres
let replica: Postgres
const running: ChildProcess[] = []
const ports: number[] = []

async function start(): Promise<void> {
  const port = await freePort()
  const child = fork(join(ROOT, 'tests/instances/instance.ts'), {
    execArgv: ['--import', 'tsx', '--no-deprecation'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      LOG_LEVEL: 'silent',
      HOST: '127.0.0.1',
      PORT: String(port),
      SITE_URL: ORIGIN,
      AUTH_SECRET: SECRET,
      DATABASE_URL: first.url('postgres'),
      DATABASE_REPLICA_URLS: replica.url('postgres'),
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('It ended before it was ready.')))
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  running.push(child)
  ports.push(port)
}

beforeAll(async () => {
  first = await primary()
  const url = first.url('postgres')
  set('DATABASE_URL', url)
  set('AUTH_SECRET', SECRET)
  await migrate(url)
  await assertSameSecret(url)
  await makeWorld()
  await makePeople()
  replica = await replicaOf(first)
  await Promise.all([start(), start()])
}, 240_000)

afterAll(async () => {
  const ended = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  await Promise.all(ended.map((child) => (child.kill('SIGTERM'), once(child, 'exit'))))
  hangUp()
  await closePools()
  await replica.end()
  await first.end()
}, 60_000)

const atReplica = (sql: string) =>
  withConnection(replica.url('postgres'), async (client) => (await client.query(sql)).rows)
const readsThere = async () =>
  (await atReplica(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'local-record-read'`)).length

test('somebody who signs in at one server is signed in at the other, and a form of one may be sent to the other', async () => {
  const [one, other] = ports as [number, number]
  const { email, password } = PEOPLE.administrator
  const entered = await fillIn({ from: one, to: other, path: '/admin/sign-in' }, { email, password })
  expect([entered.status, entered.location]).toEqual([303, expect.stringMatching(/\/admin$/)])
})

test('the admin area shows its write at once, and so do public pages, while the replica has none of it', async () => {
  const [one, other] = ports as [number, number]
  const { email, password } = PEOPLE.administrator
  const cookie = (await fillIn({ from: one, path: '/admin/sign-in' }, { email, password })).cookies.join('; ')
  await expect
    .poll(async () => (await ask(one, '/api/v1/statements'), readsThere()), { timeout: 30_000 })
    .toBeGreaterThan(0)
  await atReplica('SELECT pg_wal_replay_pause()')

  for (const timeZone of ['America/Denver', 'America/Chicago', 'America/New_York']) {
    const saved = await fillIn({ from: one, path: '/admin/policy', cookie }, { timeZone, publishOwn: 'yes' })
    expect(saved.status).toBe(303)
    const { body } = await ask(other, '/admin/policy', { headers: { cookie } })
    expect(body).toContain(`value="${timeZone}" selected=""`)
  }

  for (const version of [1, 2, 3]) {
    const words = `welcoming city, said ${version} times`
    await publishOne('labels', ids.label, { ...inputs.labels, words }, version)
    const published = performance.now()
    for (const port of ports)
      for (const path of [`/api/v1/labels/${ids.label}`, `/labels/${ids.label}`]) {
        const seen = async () => {
          const { answer } = await askEither([port, port], path)
          return answer!.location ? (await ask(port, answer!.location)).body : answer!.body
        }
        await expect.poll(seen, { timeout: 2_000, interval: 20 }).toContain(words)
        for (let asked = 0; asked < 5; asked++) expect(await seen()).toContain(words)
      }
    console.log(`published and shown by both servers in ${Math.round(performance.now() - published)} ms`)
  }
  await atReplica('SELECT pg_wal_replay_resume()')
}, 60_000)

const PATHS = [
  '/',
  '/es/tx',
  '/tx/el-paso',
  '/statements',
  '/statements.csv',
  `/statements/${ids.statement}`,
  '/api/v1/statements?topic=detainers',
  `/api/v1/statements/${ids.statement}`,
  `/api/v1/labels/${ids.label}`,
]

/** Readers ask all the time while `work` is done. */
async function underLoad(name: string, work: () => Promise<unknown>) {
  const counts = { answered: 0, again: 0, lost: 0 }
  let going = true
  const readers = Array.from({ length: 6 }, async (_, reader) => {
    for (let turn = reader; going; turn++) {
      const path = PATHS[turn % PATHS.length]!
      // Of many readers, each with limits of its own.
      const headers = { 'x-forwarded-for': `203.0.113.${turn % 200}` }
      const { answer, again } = await askEither(ports, path, { headers })
      if (again) counts.again += 1
      if (answer && answer.status < 400) counts.answered += 1
      else counts.lost += 1
    }
  })
  await work().finally(() => (going = false))
  await Promise.all(readers)
  console.log(`${name}: ${counts.answered} answered, ${counts.again} of them by the second server, ${counts.lost} lost`)
  return counts
}

test('nothing is lost that anybody could answer when the replica is killed, and then a server', async () => {
  const phases = [
    await underLoad('all run', () => sleep(2_000)),
    await underLoad('the replica is killed', async () => {
      await sleep(500)
      await replica.kill()
      await sleep(2_000)
    }),
    await underLoad('one server is killed', async () => {
      await sleep(500)
      running[0]!.kill('SIGKILL')
      await sleep(2_000)
    }),
    await underLoad('the replica is back', async () => {
      await replica.start()
      while ((await readsThere()) === 0) await sleep(50)
      await sleep(1_000)
    }),
  ]
  for (const { answered, lost } of phases) {
    expect(answered).toBeGreaterThan(0)
    expect(lost).toBe(0)
  }
}, 120_000)

import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
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
import { until } from '@/tests/fixtures/until'
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
      TRUSTED_PROXIES: '127.0.0.1',
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
})

afterAll(async () => {
  const ended = running.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)
  await Promise.all(ended.map((child) => (child.kill('SIGTERM'), once(child, 'exit'))))
  hangUp()
  await closePools()
  await replica.end()
  await first.end()
})

const atReplica = (sql: string) =>
  withConnection(replica.url('postgres'), async (client) => (await client.query(sql)).rows)
const replicaConnections = async () =>
  (await atReplica(`SELECT 1 FROM pg_stat_activity WHERE application_name = 'local-record-read'`)).length

test('a form of one server can be sent to the other, and a session of one is valid on the other', async () => {
  const [one, other] = ports as [number, number]
  const { email, password } = PEOPLE.administrator
  const entered = await fillIn({ from: one, to: other, path: '/admin/sign-in' }, { email, password })
  expect([entered.status, entered.location]).toEqual([303, expect.stringMatching(/\/admin$/)])
})

test('both servers show a write at once, in the admin area and to the public, while the replica lags behind', async () => {
  const [one, other] = ports as [number, number]
  const { email, password } = PEOPLE.administrator
  const cookie = (await fillIn({ from: one, path: '/admin/sign-in' }, { email, password })).cookies.join('; ')
  await expect.poll(async () => (await ask(one, '/api/v1/statements'), replicaConnections())).toBeGreaterThan(0)
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
    for (const port of ports)
      for (const path of [`/api/v1/labels/${ids.label}`, `/labels/${ids.label}`]) {
        const seen = async () => {
          const { answer } = await askEither([port, port], path)
          return answer!.location ? (await ask(port, answer!.location)).body : answer!.body
        }
        await expect.poll(seen).toContain(words)
        for (let asked = 0; asked < 5; asked++) expect(await seen()).toContain(words)
      }
  }
  await atReplica('SELECT pg_wal_replay_resume()')
})

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

type Counts = { ok: number; secondServer: number; lost: number }

/** Six readers request pages until `work` is done. */
async function underLoad(name: string, work: (counts: Counts) => Promise<unknown>): Promise<Counts> {
  const counts: Counts = { ok: 0, secondServer: 0, lost: 0 }
  let working = true
  const readers = Array.from({ length: 6 }, async (_, reader) => {
    for (let turn = reader; working; turn++) {
      const path = PATHS[turn % PATHS.length]!
      // Each of 200 callers has rate limits of its own.
      const headers = { 'x-forwarded-for': `203.0.113.${turn % 200}` }
      const { answer, again } = await askEither(ports, path, { headers })
      if (again) counts.secondServer += 1
      if (answer && answer.status < 400) counts.ok += 1
      else counts.lost += 1
    }
  })
  await work(counts).finally(() => (working = false))
  await Promise.all(readers)
  console.log(`${name}: ${counts.ok} read, ${counts.secondServer} of them from the second server, ${counts.lost} lost`)
  return counts
}

/** Resolves when each path was read about ten more times. */
const moreReads = (counts: Counts): Promise<void> => {
  const target = counts.ok + 10 * PATHS.length
  return until('readers get pages', () => counts.ok >= target || counts.lost > 0)
}

test('no read is lost when the replica is killed, when a server is killed, and when the replica is back', async () => {
  const phases = [
    await underLoad('everything runs', moreReads),
    await underLoad('the replica is killed', async (counts) => {
      await moreReads(counts)
      await replica.kill()
      await moreReads(counts)
    }),
    await underLoad('one server is killed', async (counts) => {
      await moreReads(counts)
      running[0]!.kill('SIGKILL')
      await moreReads(counts)
    }),
    await underLoad('the replica is back', async (counts) => {
      await replica.start()
      await until('a server reads from the replica', async () => (await replicaConnections()) > 0)
      await moreReads(counts)
    }),
  ]
  for (const { ok, lost } of phases) {
    expect(ok).toBeGreaterThan(0)
    expect(lost).toBe(0)
  }
})

import { type AddressInfo, connect, createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import { closePools } from '@/lib/platform/database/pool'
import { sql } from '@/lib/platform/database/sql'
import { watchReplicas } from '@/lib/platform/database/replicas'
import { readSnapshot } from '@/lib/platform/database/snapshot'
import { set, settings } from '@/lib/platform/settings/settings'
import { runWithResponse } from '@/lib/platform/request-context/request-context'
import { type Postgres, primary, replicaOf } from '@/tests/fixtures/postgres'
import { until } from '@/tests/fixtures/until'

let first: Postgres
let second: Postgres
let writer: pg.Pool
let atReplica: pg.Pool
const endings: (() => Promise<void>)[] = []
const onNotification = vi.fn()
const before = settings().databaseUrl

/** A proxy to the replica, which drops all traffic while it is silent. */
const wire = { silent: false }
async function wireTo(url: string): Promise<string> {
  const [to, here] = [new URL(url), new URL(url)]
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname)
    for (const [from, other] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (bytes) => wire.silent || other.write(bytes))
      from.on('error', () => {}).on('close', () => other.destroy())
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  endings.push(async () => void server.close())
  here.port = String((server.address() as AddressInfo).port)
  return here.href
}

beforeAll(async () => {
  first = await primary()
  second = await replicaOf(first)
  writer = new pg.Pool({ connectionString: first.url('postgres') })
  atReplica = new pg.Pool({ connectionString: second.url('postgres') })
  for (const pool of [writer, atReplica]) pool.on('error', () => {})
  await writer.query('CREATE TABLE shown AS SELECT 0 AS version')
  await closePools()
  set('DATABASE_URL', first.url('postgres'))
  endings.push(
    watchReplicas([await wireTo(second.url('postgres'))]),
    listenForPublished({ onNotification, setInvalidationAvailable: () => {} }, 50),
  )
})
afterAll(async () => {
  await Promise.all(endings.map((end) => end()))
  await Promise.all([closePools(), writer.end(), atReplica.end()])
  await second.end()
  await first.end()
  if (before) set('DATABASE_URL', before)
})

/** Runs `work` as a request to this path. */
const within = <R>(url: string, work: () => Promise<R>, method = 'GET') =>
  runWithResponse({ statusCode: 200, req: { method, url } }, work)

type Row = { version: number; replica: boolean }
const look = async () => (await sql`SELECT version, pg_is_in_recovery() AS replica FROM shown`.rows<Row>())[0]!
const publicly = () => within('/statements?state=TX', look)
const publish = (version: number) =>
  writer.query(`WITH news AS (UPDATE shown SET version = ${version}) SELECT pg_notify('published', '')`)
const replicaAnswers = () => expect.poll(async () => (await publicly()).replica).toBe(true)

test('public reads use the replica, and the admin area, writes and jobs use the primary', async () => {
  await replicaAnswers()
  for (const url of ['/', '/es/tx/el-paso', '/statements.csv', '/api/v1/statements', '/embed/tx'])
    expect((await within(url, look)).replica, url).toBe(true)
  for (const url of ['/admin', '/admin/entries', '/es/suggest/receipt', '/suggest/receipt'])
    expect((await within(url, look)).replica, url).toBe(false)
  expect((await within('/suggest', look, 'POST')).replica).toBe(false)
  expect((await look()).replica).toBe(false)
})

test('a publication is visible before the replica has it, and from the replica afterwards', async () => {
  await atReplica.query('SELECT pg_wal_replay_pause()')
  onNotification.mockClear()
  await publish(1)
  await expect.poll(() => onNotification.mock.calls.length).toBe(1)
  for (let asked = 0; asked < 50; asked++) expect(await publicly()).toEqual({ version: 1, replica: false })
  await atReplica.query('SELECT pg_wal_replay_resume()')
  await replicaAnswers()
  expect(await publicly()).toEqual({ version: 1, replica: true })
})

test('no read is older than the last notification, over 1,000 reads during 100 publications', async () => {
  onNotification.mockClear()
  let stale = 0
  const counts = { replica: 0, primary: 0 }
  let publishing = true
  const read = async () => {
    for (let asked = 0; asked < 250 || publishing; asked++) {
      const version = 1 + onNotification.mock.calls.length
      const seen = await publicly()
      counts[seen.replica ? 'replica' : 'primary'] += 1
      if (seen.version < version) stale += 1
      await sleep(Math.random() * 5)
    }
  }
  const readers = [1, 2, 3, 4].map(read)
  for (let version = 2; version <= 101; version++) {
    await publish(version)
    if (version % 10) await sleep(10)
    else {
      const replicaReads = counts.replica
      await until('a reader reads from the replica', () => counts.replica > replicaReads)
    }
  }
  publishing = false
  await Promise.all(readers)
  console.log(
    `read while 100 were published: ${counts.replica} from the replica, ${counts.primary} from the primary, ${stale} stale`,
  )
  expect(stale).toBe(0)
  expect(counts.replica).toBeGreaterThan(0)
  expect(counts.primary).toBeGreaterThan(0)
})

test('a request reads from one server, even if a replica catches up during it', async () => {
  await replicaAnswers()
  await atReplica.query('SELECT pg_wal_replay_pause()')
  await publish(200)
  await expect.poll(async () => (await publicly()).replica).toBe(false)
  await within('/', async () => {
    expect((await look()).replica).toBe(false)
    await atReplica.query('SELECT pg_wal_replay_resume()')
    await replicaAnswers()
    expect((await look()).replica).toBe(false)
  })
})

test('a query that fails on a replica is retried on the primary', async () => {
  await replicaAnswers()
  const [row] = await within('/', () =>
    sql`SELECT CASE WHEN pg_is_in_recovery() THEN 1 / (version - version) ELSE 7 END AS n FROM shown`.rows<{
      n: number
    }>(),
  )
  expect(row).toEqual({ n: 7 })
})

test('an export reads one snapshot from one replica', async () => {
  await replicaAnswers()
  const pieces = readSnapshot(async function* (snapshot) {
    for (let piece = 0; piece < 3; piece++)
      yield (await snapshot.rows<Row>(sql`SELECT version, pg_is_in_recovery() AS replica FROM shown`))[0]!
  })
  const seen: Row[] = []
  await within('/statements.csv', async () => {
    for await (const piece of pieces) {
      seen.push(piece)
      await publish(300 + seen.length)
      await sleep(100)
    }
  })
  expect(seen).toEqual(Array.from({ length: 3 }, () => ({ version: 200, replica: true })))
})

/** Runs four concurrent readers during `work` and counts successful and failed reads by server. */
type Reads = { replica: number; primary: number; lost: number }
async function underLoad(work: (counts: Reads) => Promise<void>) {
  const counts: Reads = { replica: 0, primary: 0, lost: 0 }
  let going = true
  const readers = [1, 2, 3, 4].map(async () => {
    while (going) {
      const { replica } = await publicly().catch(() => ({ replica: null }))
      counts[replica === null ? 'lost' : replica ? 'replica' : 'primary'] += 1
      await sleep(1)
    }
  })
  await work(counts).finally(() => (going = false))
  await Promise.all(readers)
  return counts
}

test('no read fails when the replica is killed, and it is used again after it restarts', async () => {
  await replicaAnswers()
  const killed = await underLoad(async (counts) => {
    await until('readers read from the replica', () => counts.replica > 20)
    await second.kill()
    const primaryReads = counts.primary
    await until('readers read from the primary', () => counts.primary > primaryReads + 20)
  })
  console.log('replica killed:', killed)
  expect(killed).toEqual({ lost: 0, replica: expect.any(Number), primary: expect.any(Number) })
  expect(Math.min(killed.replica, killed.primary)).toBeGreaterThan(0)
  await second.start()
  await replicaAnswers()
})

test('no read fails when the network drops traffic to the replica', async () => {
  await replicaAnswers()
  const answers = underLoad(async (counts) => {
    await until('readers read from the replica', () => counts.replica > 20)
    wire.silent = true
    const primaryReads = counts.primary
    await until('readers read from the primary', () => counts.primary > primaryReads + 20)
  })
  const silent = await answers.finally(() => (wire.silent = false))
  console.log('replica silent:', silent)
  expect(silent.lost).toBe(0)
  expect(silent.primary).toBeGreaterThan(0)
  await replicaAnswers()
})

test('while the primary is down, public pages work and the admin area fails', async () => {
  await replicaAnswers()
  await first.kill()
  const seen = await publicly()
  expect(seen.replica).toBe(true)
  await expect(within('/admin', look)).rejects.toThrow()
  await first.start()
  await expect
    .poll(() =>
      within('/admin', look).then(
        ({ version }) => version,
        () => null,
      ),
    )
    .toBe(seen.version)
  await publish(400)
  await expect.poll(async () => (await publicly()).version).toBe(400)
  await replicaAnswers()
})

import { expect, test } from 'vitest'
import { streamResponse } from '@/lib/platform/api/stream-response'
import { readPool } from '@/lib/platform/database/pool'
import { sql } from '@/lib/platform/database/sql'
import { runWithResponse } from '@/lib/platform/request-context/request-context'
import { readSnapshot } from '@/lib/platform/database/snapshot'
import { SnapshotsBusy } from '@/lib/platform/database/snapshot-slots'
import { testDatabase } from '../database'

const db = await testDatabase()
await db.pool.query('CREATE TABLE many AS SELECT n FROM generate_series(1, 20000) n')

const numbers = (seen: { batches: number } = { batches: 0 }) =>
  readSnapshot(async function* (snapshot) {
    for await (const rows of snapshot.batches<{ n: number }>(sql`SELECT n FROM many ORDER BY n`)) {
      seen.batches += 1
      yield rows.map(({ n }) => `${n}\n`).join('')
    }
  })

test('all rows arrive in order from one snapshot', async () => {
  let first = true
  const found: string[] = []
  for await (const piece of numbers()) {
    if (first) await db.pool.query('DELETE FROM many WHERE n > 10000')
    first = false
    found.push(piece)
  }
  const lines = found.join('').trim().split('\n')
  expect([lines.length, lines.at(-1)]).toEqual([20_000, '20000'])
  await db.pool.query('INSERT INTO many SELECT n FROM generate_series(10001, 20000) n')
})

test('a stalled reader stops the fetching', async () => {
  const seen = { batches: 0 }
  const response = await streamResponse(numbers(seen), {})
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(seen.batches).toBeLessThanOrEqual(4)
  await response.body!.cancel()
})

test('the connection returns to the pool, however the export ends', async () => {
  for (let round = 0; round < 5; round++) {
    const rest = numbers()
    await rest.next()
    await rest.return(undefined)
    await expect(async () => {
      for await (const _ of readSnapshot(async function* (snapshot) {
        yield 1
        await snapshot.rows(sql`SELECT 1 / 0`)
      }));
    }).rejects.toThrow('division by zero')
  }
  const { totalCount, idleCount, waitingCount } = readPool()
  expect([totalCount - idleCount, waitingCount]).toEqual([0, 0])
})

test('an aborted export is an error for its reader, never a truncated file', async () => {
  const broken = await streamResponse(
    readSnapshot(async function* (snapshot) {
      yield 'a\n'
      yield 'b\n'
      await snapshot.rows(sql`SELECT 1 / 0`)
      yield 'c\n'
    }),
    {},
  )
  await expect(broken.text()).rejects.toThrow('division by zero')
})

test('an export that fails at the start returns an error and no file', async () => {
  const never = readSnapshot(async function* (snapshot) {
    yield String(await snapshot.rows(sql`SELECT 1 / 0`))
  })
  await expect(streamResponse(never, {})).rejects.toThrow('division by zero')
})

test('downloads leave connections to pages, and a queued download times out', async () => {
  const waits = (patience: number) =>
    readSnapshot(
      async function* () {
        yield 1
      },
      { maxSnapshots: 1, timeoutMs: patience },
    )
  const first = numbers()
  await first.next()
  await expect(waits(20).next()).rejects.toThrow(SnapshotsBusy)
  const second = waits(5_000)
  const its = second.next()
  await first.return(undefined)
  expect((await its).value).toBe(1)
  await second.return(undefined)
})

test('a caller with any number of slow downloads leaves one to the others, in turn', async () => {
  const from = <R>(caller: string, work: () => R): R => {
    const req = { method: 'GET', url: '/statements.csv', headers: { 'x-forwarded-for': caller } }
    return runWithResponse({ statusCode: 200, req, socket: { remoteAddress: '127.0.0.1' } } as never, work)
  }
  const slow = Array.from({ length: 17 }, () => {
    const download = readSnapshot(async function* () {
      yield 1
    })
    // It reads the beginning, and then nothing.
    const beginning = from('203.0.113.1', () => download.next())
    return {
      download,
      beginning: beginning.then(
        () => 'began',
        () => 'busy',
      ),
    }
  })
  for (let reader = 2; reader < 8; reader++) {
    const download = numbers()
    expect((await from(`203.0.113.${reader}`, () => download.next())).done).toBe(false)
    await download.return(undefined)
  }
  const outcomes = await Promise.all(slow.map(({ beginning }) => beginning))
  for (const { download } of slow) await download.return(undefined)
  expect(outcomes.filter((one) => one === 'began').length).toBeLessThan(readPool().options.max! / 3)
})

test('it cannot write', async () => {
  const writing = readSnapshot(async function* (snapshot) {
    yield await snapshot.rows(sql`DELETE FROM many`)
  })
  await expect(writing.next()).rejects.toThrow('read-only')
})

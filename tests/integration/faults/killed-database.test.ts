import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import { closePools } from '@/lib/platform/database/pool'
import { sql } from '@/lib/platform/database/sql'
import { idFor } from '@/lib/platform/publishing/ids'
import { set } from '@/lib/platform/settings/settings'
import { publishDrafts, saveDrafts } from '@/lib/features/editing/commands'
import { migrate } from '@/scripts/postgres/migrate'
import { type Postgres, primary } from '@/tests/fixtures/postgres'
import { until } from '@/tests/fixtures/until'
import { draft, ids, inputs, makeWorld } from '../world'
import { type Readers, moreOk, moreRetryLater, startReaders } from './readers'

const PATHS = ['/api/v1/statements', `/api/v1/statements/${ids.statement}`, '/statements.csv', '/api/v1/changes']

let database: Postgres
let readers: Readers | undefined
let stopListening: (() => Promise<void>) | undefined
const listener = { connected: false, notifications: 0 }
beforeAll(async () => {
  database = await primary({ durable: true })
  await closePools()
  set('DATABASE_URL', database.url('postgres'))
  await migrate(database.url('postgres'))
  await makeWorld()
  readers = await startReaders(PATHS)
  stopListening = listenForPublished(
    {
      onNotification: () => (listener.notifications += 1),
      setInvalidationAvailable: (available) => (listener.connected = available),
    },
    100,
  )
})
afterAll(async () => {
  await Promise.all([readers?.close(), stopListening?.()])
  await closePools()
  await database?.end()
})

const acknowledged: string[] = []
let rejected = 0

/** Publishes one label after another, and notes each that was acknowledged. */
async function publishWhile(working: () => boolean): Promise<void> {
  while (working()) {
    const id = idFor('labels', `written-${acknowledged.length + rejected}`)
    try {
      const drafts = [draft('labels', id, { ...inputs.labels, words: `label ${id}` })]
      await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts }) })
      acknowledged.push(id)
    } catch {
      rejected += 1
      await sleep(50)
    }
  }
}

test('a database that is killed and restarts loses nothing acknowledged, and the site recovers by itself', async () => {
  for (const round of [1, 2]) {
    let working = true
    const publishing = publishWhile(() => working)
    const counts = await readers!.during(async (seen) => {
      const atStart = acknowledged.length
      await until('a label is published', () => acknowledged.length > atStart)
      await moreOk(seen)
      await database.kill()
      await moreRetryLater(seen)
      await database.start()
      const afterKill = acknowledged.length
      await until('publishing goes on', () => listener.connected && acknowledged.length > afterKill)
      await moreOk(seen)
    })
    working = false
    await publishing
    console.log(`killed, round ${round}:`, counts, `${acknowledged.length} published, ${rejected} rejected`)
    expect(counts.wrong).toEqual([])
    expect(Math.min(counts.ok, counts.retryLater)).toBeGreaterThan(0)
  }
  const after = await readers!.read()
  expect([after.wrong, after.retryLater, after.ok > 0]).toEqual([[], 0, true])
  const stored = await sql`SELECT id FROM label WHERE id = ANY(${acknowledged})`.rows()
  expect([stored.length, rejected > 0]).toEqual([acknowledged.length, true])
  expect(listener.notifications).toBeGreaterThan(0)
})

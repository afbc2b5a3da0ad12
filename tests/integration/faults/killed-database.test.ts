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
import { draft, ids, inputs, makeWorld } from '../world'
import { readersOf } from './readers'

const PATHS = ['/api/v1/statements', `/api/v1/statements/${ids.statement}`, '/statements.csv', '/api/v1/changes']

let database: Postgres
let readers: Awaited<ReturnType<typeof readersOf>>
let stopListening: () => Promise<void>
const listening = { now: false, received: 0 }
beforeAll(async () => {
  database = await primary({ durable: true })
  await closePools()
  set('DATABASE_URL', database.url('postgres'))
  await migrate(database.url('postgres'))
  await makeWorld()
  readers = await readersOf(PATHS)
  stopListening = listenForPublished(
    {
      onNotification: () => (listening.received += 1),
      setInvalidationAvailable: (isAvailable) => (listening.now = isAvailable),
    },
    100,
  )
}, 120_000)
afterAll(async () => {
  await Promise.all([readers.end(), stopListening()])
  await closePools()
  await database.end()
})

const published: string[] = []
let refused = 0

/** Publishes one entry after another; what was acknowledged is noted. */
async function write(going: () => boolean): Promise<void> {
  while (going()) {
    const id = idFor('labels', `written-${published.length + refused}`)
    try {
      const drafts = [draft('labels', id, { ...inputs.labels, words: `label ${id}` })]
      await publishDrafts(SYSTEM, { draftIds: await saveDrafts(SYSTEM, { drafts }) })
      published.push(id)
    } catch {
      refused += 1
      await sleep(50)
    }
  }
}

test('a database that is killed and comes back loses nothing that was acknowledged, and the site goes on by itself', async () => {
  for (const round of [1, 2]) {
    let going = true
    const writing = write(() => going)
    const counts = await readers.during(async () => {
      await sleep(1_000)
      await database.kill()
      await sleep(500)
      await database.start()
      const before = published.length
      await expect.poll(() => listening.now && published.length > before, { timeout: 20_000 }).toBe(true)
      await sleep(500)
    })
    going = false
    await writing
    console.log(`killed, round ${round}:`, counts, `${published.length} published, ${refused} refused`)
    expect(counts.wrong).toEqual([])
    expect(Math.min(counts.answered, counts.later)).toBeGreaterThan(0)
  }
  const after = await readers.during(() => sleep(500))
  expect([after.wrong, after.later, after.answered > 0]).toEqual([[], 0, true])
  const kept = await sql`SELECT id FROM label WHERE id = ANY(${published})`.rows()
  expect([kept.length, refused > 0]).toEqual([published.length, true])
  expect(listening.received).toBeGreaterThan(0)
}, 120_000)

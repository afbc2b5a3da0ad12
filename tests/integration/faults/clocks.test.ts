import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { auth } from '@/lib/platform/auth/auth'
import { invite, openInvitation } from '@/lib/platform/auth/invitations'
import { enforceApiLimit, told } from '@/lib/platform/api/api-limits'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { transaction } from '@/lib/platform/database/write'
import { enqueue } from '@/lib/platform/jobs/enqueue'
import { startJobs } from '@/lib/platform/jobs/worker'
import { idFor } from '@/lib/platform/publishing/ids'
import { publish } from '@/lib/platform/publishing/publish'
import { dryRun } from '@/lib/platform/publishing/dry-run'
import { set } from '@/lib/platform/settings/settings'
import { PEOPLE, makePeople } from '@/tests/e2e/people'
import { changesSince } from '@/lib/features/api/changes'
import type { Change } from '@/lib/features/api/schemas'
import { RECORD_TYPES } from '@/lib/records/registry'
import { withdrawRecord } from '@/lib/features/editing/commands'
import { testDatabase } from '../database'
import { inputs, makeWorld, publishOne } from '../world'

const db = await testDatabase()
beforeAll(makeWorld)
afterEach(() => void vi.useRealTimers())

/** Sets this server's clock this many hours apart from the database's. */
const shiftClock = (hours: number) => {
  vi.useRealTimers()
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + hours * 60 * 60_000, shouldAdvanceTime: true })
}

let labels = 0
const newLabel = () => ({
  id: idFor('labels', `by the clock ${labels++}`),
  data: { ...inputs.labels, words: `l ${labels}` },
})
const publishLabel = async () => {
  const { id, data } = newLabel()
  await publishOne('labels', id, data)
  return id
}

/** A client of the changes API that resumes a minute before its last change, as the API documents it. */
function follower() {
  const seen = new Set<string>()
  let since = new Date(0).toISOString()
  const follow = async () => {
    let after: string | undefined
    do {
      const { rows, next } = await changesSince(since, after, 5)
      const data = rows.map((row) => JSON.parse(row) as Change)
      for (const { type, id, version } of data) seen.add(`${type}/${id}@${version}`)
      after = next ?? undefined
      if (!next && data.length) since = new Date(Date.parse(data.at(-1)!.at) - 60_000).toISOString()
    } while (after)
  }
  return { seen, follow }
}

const published = async (): Promise<string[]> =>
  (await db.pool.query("SELECT type || '/' || record_id || '@' || version AS one FROM revision")).rows.map(
    ({ one }) => one,
  )

test('a follower of the changes misses nothing when the servers’ clocks jump', async () => {
  const { seen, follow } = follower()
  const hours = [0, 5, -5, 0.5, -12, 3, 0]
  for (const hour of hours) {
    shiftClock(hour)
    const id = await publishLabel()
    await follow()
    await publishLabel()
    await follow()
    await withdrawRecord({ id: 'editor', role: 'editor' }, { type: 'labels', id, reason: { en: 'x', es: 'x' } })
    await follow()
    const all = await published()
    expect(all.filter((one) => !seen.has(one))).toEqual([])
  }
  console.log(`${seen.size} versions published while the clock jumped ${hours.length} times: all were followed`)
})

test('a follower misses nothing when the database’s clock was ahead, or when an earlier change commits after a later one', async () => {
  const { seen, follow } = follower()
  await db.pool.query(`INSERT INTO revision (type, record_id, version, kind, data, card, by_id, at)
    SELECT type, 'ofthefutur', 1, kind, data, card, by_id, now() + interval '3 hours' FROM revision WHERE type = 'labels' LIMIT 1`)
  await follow()
  let markPublished = () => {}
  let commit = () => {}
  const isPublished = new Promise<void>((resolve) => (markPublished = resolve))
  const mayCommit = new Promise<void>((resolve) => (commit = resolve))
  const late = transaction(async (tx) => {
    await publish(tx, RECORD_TYPES, SYSTEM.id, [{ type: 'labels', baseVersion: 0, ...newLabel() }])
    markPublished()
    await mayCommit
  })
  await isPublished
  await publishLabel()
  await follow()
  commit()
  await late
  await publishLabel()
  await follow()
  expect((await published()).filter((one) => !seen.has(one))).toEqual([])
})

test('a server with a wrong clock does not use up or refill the limits that others count', async () => {
  const asker = (peer: string) => ({ headers: { get: () => null }, peer })
  const now = Date.now()
  const ask = (peer: string, at: number) => enforceApiLimit(asker(peer), 'export', at)
  for (let time = 0; time < 120; time++) expect(await ask('203.0.113.1', now)).toBeNull()
  await told()
  expect((await ask('203.0.113.1', now))?.status).toBe(429)
  for (const hours of [5, -5])
    for (let time = 0; time < 20; time++) expect(await ask('203.0.113.2', now + hours * 3_600_000)).toBeNull()
  await told()
  for (let time = 0; time < 20; time++) await ask('203.0.113.1', now)
  await told()
  expect((await ask('203.0.113.1', now))?.status).toBe(429)
})

test('sessions and invitation links stay valid when a server’s clock is hours ahead or behind', async () => {
  set('AUTH_SECRET', 'a secret of at least thirty-two letters')
  await makePeople()
  const { email, password } = PEOPLE.editor
  const signIn = async () => {
    const { headers } = await auth().api.signInEmail({ body: { email, password }, returnHeaders: true })
    return new Headers({
      cookie: headers
        .getSetCookie()
        .map((one) => one.split(';')[0])
        .join('; '),
    })
  }
  const sessions: Headers[] = []
  for (const hours of [0, 5, -5, 11, -11]) {
    shiftClock(hours)
    sessions.push(await signIn())
    for (const headers of sessions) expect((await auth().api.getSession({ headers }))?.user.email).toBe(email)
    const { token } = await invite(SYSTEM, { email: `at${hours}@admin.example`, role: 'editor' })
    expect(await openInvitation(token)).not.toBeNull()
  }
})

test('a scheduled run that a clock ahead of time recorded does not stop later runs on a server that starts', async () => {
  await db.pool.query(`INSERT INTO graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
    VALUES ('look', now(), now() + interval '5 hours')`)
  const jobs = startJobs({ look: { every: '0 4 * * *', work: async () => {} } }, { warn: () => {} })
  const recorded = async () =>
    (await db.pool.query('SELECT last_execution <= now() AS past FROM graphile_worker._private_known_crontabs')).rows
  await expect.poll(recorded).toEqual([{ past: true }])
  await jobs.stop()
})

test('a server whose clock is set back while it runs starts its schedule again', async () => {
  const recorded = async () =>
    (await db.pool.query('SELECT max(last_execution) <= now() AS past FROM graphile_worker._private_known_crontabs'))
      .rows[0].past
  const warned: string[] = []
  shiftClock(5)
  const jobs = startJobs(
    { look: { every: '0 4 * * *', work: async () => {} } },
    { warn: (_, text) => warned.push(text) },
    50,
  )
  await expect.poll(recorded).toBe(true)
  // What a server whose clock is ahead records.
  await db.pool.query("UPDATE graphile_worker._private_known_crontabs SET last_execution = now() + interval '5 hours'")
  shiftClock(0)
  await expect.poll(recorded).toBe(true)
  expect(warned).toEqual([expect.stringContaining('set back')])
  await jobs.stop()
})

test('an enqueued job is due at once, however far a server’s clock is ahead', async () => {
  shiftClock(5)
  const [job] = await dryRun(async (tx) => {
    await enqueue(tx, 'look', 'now')
    return tx.$queryRaw<{ due: boolean }[]>`
      SELECT run_at <= now() AS due FROM graphile_worker.jobs WHERE key = 'look/now'`
  })
  expect(job?.due).toBe(true)
})

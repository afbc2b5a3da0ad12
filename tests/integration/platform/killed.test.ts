import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { settings } from '@/lib/platform/settings'
import { DATA, ROOT } from '@/scripts/paths'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld } from '../world'

const db = await testDatabase()
/** The program in one file, so that a hundred starts of it take a minute and not five. */
const PROGRAM = join(DATA, `publishing-${process.pid}.mjs`)
type Bundler = { build: (options: object) => Promise<unknown> }
const { build } = createRequire(createRequire(import.meta.url).resolve('tsx'))('esbuild') as Bundler

beforeAll(async () => {
  const one = { entryPoints: [join(ROOT, 'tests/integration/platform/publishing.ts')], outfile: PROGRAM }
  await build({ ...one, bundle: true, platform: 'node', format: 'esm', packages: 'external', logLevel: 'error' })
  await makeWorld()
})
afterAll(() => rmSync(PROGRAM, { force: true }))

/** Twenty in every run; a hundred with KILLS=100, which takes five times as long. */
const KILLS = Number(process.env.KILLS ?? 20)
const TABLES = { sources: 'source', officials: 'official', statements: 'statement' } as const

const entries = [
  { room: 'sources', recordId: ids.source, data: inputs.sources },
  { room: 'officials', recordId: ids.chief, data: inputs.officials },
  { room: 'statements', recordId: ids.statement, data: inputs.statements },
] as const

/** A process that is ready to publish the three. */
const standby = async (): Promise<ChildProcess> => {
  const child = fork(PROGRAM, [JSON.stringify(entries)], {
    execArgv: ['--no-deprecation'],
    env: { ...process.env, DATABASE_URL: settings().databaseUrl ?? '', NODE_ENV: 'production' },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ended = once(child, 'exit').then(() => Promise.reject(new Error('It ended before it was ready.')))
  await Promise.race([once(child, 'message'), ended])
  ended.catch(() => {})
  return child
}

const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}

/** All that one entry is, in every table that says something of it. */
const stateOf = async ({ room, recordId }: (typeof entries)[number]) => {
  const table = TABLES[room]
  const [row] = (
    await db.pool.query(
      `SELECT r.version, r.card, r.path, r.search::text AS search,
        (SELECT max(version) FROM revision WHERE room = $1 AND record_id = $2) AS revised,
        (SELECT card FROM revision v WHERE room = $1 AND record_id = $2 AND v.version = r.version) AS revision,
        (SELECT count(*)::int FROM name WHERE room = $1 AND record_id = $2) AS names,
        (SELECT array_agg(name ORDER BY id) FROM name WHERE room = $1 AND record_id = $2) AS called,
        (SELECT count(*)::int FROM reference WHERE from_room = $1 AND from_id = $2) AS links,
        (SELECT base_version FROM draft WHERE room = $1 AND record_id = $2) AS draft,
        (SELECT count(*)::int FROM change WHERE command = 'drafts.publish'
          AND detail -> 'published' ? ($1 || '/' || $2 || '@' || r.version)) AS said
      FROM "${table}" r WHERE id = $2`,
      [room, recordId],
    )
  ).rows
  return row
}

/** What must be true of a version that is whole: every table says the same of it. */
const isWhole = async (): Promise<number> => {
  const states = []
  for (const entry of entries) states.push(await stateOf(entry))
  const { version } = states[0]!
  for (const [at, state] of states.entries()) {
    const where = `${entries[at]!.room} at version ${version}`
    expect(state.version, where).toBe(version)
    expect(state.card.version, where).toBe(version)
    expect(state.revised, where).toBe(version)
    expect(state.revision.version, where).toBe(version)
    expect(state.said, where).toBe(1)
    expect(state.links, where).toBeGreaterThan(0 - (entries[at]!.room === 'sources' ? 1 : 0))
    expect(state.draft === null || state.draft === version, where).toBe(true)
    if (version > 1) expect(JSON.stringify(state.card), where).toContain(`Version ${version}`)
    if (version > 1) expect(JSON.stringify(state.card), where).not.toContain(`Version ${version - 1}"`)
  }
  const [, official, statement] = states
  expect(statement.card.speakers[0].official.path).toBe(official.path)
  if (version > 1) expect(official.called).toContain(`Version ${version}`)
  expect(new Set(states.map(({ draft }) => draft)).size, 'the drafts go together').toBe(1)
  return version
}

/** Waits until PostgreSQL has noticed that the process is gone. */
const settled = async (): Promise<void> => {
  for (;;) {
    const { rows } = await db.pool.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'local-record-write'
        AND state <> 'idle' AND pid <> pg_backend_pid()`,
    )
    if (!rows.length) return
    await wait(5)
  }
}

/** How long a publication takes on this machine, in milliseconds: the first one of a process. */
const duration = async (child: ChildProcess, version: number): Promise<number> => {
  const begun = performance.now()
  child.send(version)
  await once(child, 'message')
  return performance.now() - begun
}

/** So many processes are loading while one publishes. */
const AHEAD = 2

test(`a process that is killed while it publishes leaves the old version or the new one, whole: ${KILLS} times`, async () => {
  const first = await isWhole()
  const measured = await standby()
  let reach = 1.5 * (await duration(measured, first))
  await kill(measured)
  await settled()
  let version = await isWhole()
  const waiting = Array.from({ length: AHEAD }, standby)
  let stopped = 0
  for (let killed = 1; killed <= KILLS; killed++) {
    const child = await waiting.shift()!
    if (killed + AHEAD <= KILLS) waiting.push(standby())
    child.send(version)
    await wait(Math.random() * reach)
    await kill(child)
    await settled()
    const now = await isWhole()
    expect(now).toBeGreaterThanOrEqual(version)
    if ((await db.pool.query('SELECT 1 FROM draft WHERE record_id = $1', [ids.statement])).rows.length) stopped += 1
    // Moments before the commit and after it are both tried, however fast the machine is just now.
    reach = Math.min(1_000, reach * (now > version ? 0.8 : 1.25))
    version = now
  }
  console.log(`killed ${KILLS} times, ${stopped} with drafts left, across ${version - first} versions: each time whole`)
}, 600_000)

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { loadFirstContent } from '@/lib/features/seed/load-content'
import { testDatabase } from '@/tests/integration/database'

const db = await testDatabase()

const recordCounts = async () => {
  const { rows } = await db.pool.query<{ type: string; records: number }>(
    `SELECT type, count(DISTINCT record_id)::int AS records FROM revision GROUP BY type ORDER BY type`,
  )
  return Object.fromEntries(rows.map(({ type, records }) => [type, records]))
}

/** Starts a load in a process of its own, which kills itself in the step after this progress. */
const killedLoad = async (label: string, progress: number): Promise<void> => {
  const code = `import('@/lib/features/seed/load-content').then(({ loadFirstContent }) => loadFirstContent({
    onProgress: (label, done) =>
      label === '${label}' && done >= ${progress} && setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20),
  }))`
  const loader = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { ...process.env, DATABASE_URL: db.url },
  })
  const ended = once(loader, 'exit')
  expect(await ended).toEqual([null, 'SIGKILL'])
}

test('a load that is killed twice goes on, ends complete and without duplicates, and is not repeated', async () => {
  for (const [label, progress] of [
    ['Places', 4_000],
    ['Entries', 50],
  ] as const) {
    await killedLoad(label, progress)
    expect((await recordCounts()).statements ?? 0, 'killed before its end').toBeLessThan(31)
  }
  await loadFirstContent()
  const complete = await recordCounts()
  expect(complete).toMatchObject({
    statements: 31,
    policies: 6,
    officials: 27,
    organizations: 32,
    sources: 25,
    'federal-actions': 10,
    stances: 27,
    labels: 2,
  })
  expect(complete.jurisdictions).toBeGreaterThan(19_000)
  const { rows } = await db.pool.query(
    `SELECT type, record_id FROM revision GROUP BY 1, 2 HAVING count(*) > 1 OR max(version) <> 1`,
  )
  expect(rows).toEqual([])
  expect((await db.pool.query('SELECT 1 FROM draft')).rows).toEqual([])

  expect(await loadFirstContent()).toBeNull()
  expect(await recordCounts()).toEqual(complete)
})

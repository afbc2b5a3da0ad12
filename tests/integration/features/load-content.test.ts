import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { loadFirstContent } from '@/lib/features/seed/load-content'
import { until } from '@/tests/fixtures/until'
import { testDatabase } from '@/tests/integration/database'

const db = await testDatabase()

const recordCounts = async () => {
  const { rows } = await db.pool.query<{ type: string; records: number }>(
    `SELECT type, count(DISTINCT record_id)::int AS records FROM revision GROUP BY type ORDER BY type`,
  )
  return Object.fromEntries(rows.map(({ type, records }) => [type, records]))
}
const hasRecord = async (type: string) =>
  (await db.pool.query('SELECT 1 FROM revision WHERE type = $1 LIMIT 1', [type])).rowCount === 1

/** Starts a load in a process of its own, and kills it as soon as it has published a record of this type. */
const killedLoad = async (type: string): Promise<void> => {
  const code = `import('@/lib/features/seed/load-content').then(({ loadFirstContent }) => loadFirstContent({}))`
  const loader = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { ...process.env, DATABASE_URL: db.url },
  })
  const ended = once(loader, 'exit')
  await until(`the load publishes ${type}`, async () => loader.exitCode !== null || hasRecord(type))
  loader.kill('SIGKILL')
  await ended
}

test('a load that is killed twice goes on, ends complete and without duplicates, and is not repeated', async () => {
  for (const type of ['jurisdictions', 'officials']) {
    await killedLoad(type)
    expect((await recordCounts()).statements ?? 0, 'killed before its end').toBeLessThan(31)
  }
  await loadFirstContent()
  const complete = await recordCounts()
  expect(complete).toMatchObject({
    statements: 31,
    policies: 6,
    officials: 27,
    organizations: 32,
    sources: 21,
    'federal-actions': 10,
    stances: 26,
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

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { loadFirstContent } from '@/lib/features/seed/load-content'
import { jurisdictionFilters } from '@/lib/records/jurisdictions/filters'
import { jurisdictionCollection, lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { search } from '@/lib/features/search/queries'
import { statementsAt } from '@/lib/records/statements/queries'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { testDatabase } from '@/tests/integration/database'

const db = await testDatabase()

const counts = async () => {
  const { rows } = await db.pool.query<{ type: string; records: number }>(
    `SELECT type, count(DISTINCT record_id)::int AS records FROM revision GROUP BY type ORDER BY type`,
  )
  return Object.fromEntries(rows.map(({ type, records }) => [type, records]))
}

/** Starts a load in a process of its own and ends it hard as soon as a first entry of the record type is there. */
const killedLoad = async (type: string): Promise<void> => {
  const code = `import('@/lib/features/seed/load-content').then(({ loadFirstContent }) => loadFirstContent({}))`
  const loader = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', code], {
    env: { ...process.env, DATABASE_URL: db.url },
  })
  const ended = once(loader, 'exit')
  while (loader.exitCode === null && !(await counts())[type]) await sleep(20)
  loader.kill('SIGKILL')
  await ended
}

describe('the first load', () => {
  test('goes on after it was killed, and ends complete, without doubles', { timeout: 180_000 }, async () => {
    for (const type of ['jurisdictions', 'officials']) {
      await killedLoad(type)
      expect((await counts()).statements ?? 0, 'it was in the middle').toBeLessThan(31)
    }
    await loadFirstContent()
    expect(await counts()).toMatchObject({
      statements: 31,
      policies: 6,
      officials: 27,
      organizations: 32,
      sources: 21,
      'federal-actions': 10,
      stances: 26,
      labels: 2,
    })
    expect((await counts()).jurisdictions).toBeGreaterThan(19_000)
    const { rows } = await db.pool.query(
      `SELECT type, record_id FROM revision GROUP BY 1, 2 HAVING count(*) > 1 OR max(version) <> 1`,
    )
    expect(rows).toEqual([])
    expect((await db.pool.query('SELECT 1 FROM draft')).rows).toEqual([])
  })

  test('a second one has nothing to do', async () => {
    const before = await counts()
    expect(await loadFirstContent()).toBe(false)
    expect(await counts()).toEqual(before)
  })

  test('leaves what editors changed or withdrew as it is', { timeout: 60_000 }, async () => {
    const editor = { id: 'e', role: 'editor' } as const
    const { rows } = await db.pool.query<{ record_id: string; data: { name: string } }>(
      `SELECT record_id, data FROM revision WHERE type = 'officials' AND data ->> 'name' = 'Pat Burns'`,
    )
    const { record_id: recordId, data } = rows[0]!
    const name = 'Patrick Burns'
    const drafts = [{ type: 'officials', recordId, baseVersion: 1, data: { ...data, name } }]
    await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts }) })
    const label = (await db.pool.query<{ id: string }>('SELECT id FROM label LIMIT 1')).rows[0]!.id
    await withdrawRecord(editor, { type: 'labels', id: label, reason: { en: 'For this test.' } })

    await db.pool.query(
      `ALTER TABLE change DISABLE TRIGGER ALL; DELETE FROM change WHERE command = 'content.load'; ALTER TABLE change ENABLE TRIGGER ALL`,
    )
    expect(await loadFirstContent()).toBe(true)
    expect((await db.pool.query('SELECT name FROM official WHERE id = $1', [recordId])).rows).toEqual([{ name }])
    expect((await db.pool.query('SELECT 1 FROM label WHERE id = $1', [label])).rows).toEqual([])
  })
})

describe('what was loaded is found', () => {
  const names = async (text: string) => {
    const { places, officials, organizations } = await search(text)
    return [
      ...places.map(({ fullName }) => fullName),
      ...officials.map(({ name }) => name),
      ...organizations.map(({ name }) => name),
    ]
  }
  test.each([
    ['minnea', 'Minneapolis, Minnesota'],
    ['nyc', 'New York City, New York'],
    ['D.C.', 'District of Columbia'],
    ['Saint Paul', 'St. Paul, Minnesota'],
    ['st louis', 'St. Louis, Missouri'],
    ['denver county', 'Denver, Colorado'],
  ])('%s: first %s', async (text, name) => expect((await names(text))[0]).toBe(name))

  test.each([
    ['garcia', 'Jesús "Chuy" García'],
    ['chuy garcia', 'Jesús "Chuy" García'],
    ['Mike Johnson', 'Mike Johnston'],
    ['omaha police', 'Omaha Police Department'],
    ['St. Louis', 'St. Louis County, Missouri'],
  ])('%s: among others %s', async (text, name) => expect(await names(text)).toContain(name))

  test.each(['%', '_', '\\', "' OR 1=1", '\0', '🙂', '"unclosed', 'a'.repeat(5_000), ':* & !'])(
    '%j is answered',
    async (text) => {
      expect(await search(text)).toBeDefined()
    },
  )

  test('a place that came in a list is found by its kind, in both languages', async () => {
    for (const q of ['county el paso texas', 'condado de el paso texas']) {
      const filters = jurisdictionFilters.parse(new URLSearchParams({ q })).values
      const { rows } = await jurisdictionCollection.list({ filters })
      expect(rows[0]!.fullName, q).toBe('El Paso County, Texas')
    }
  })

  test('words of a quotation lead to the statement', async () => {
    const { statements } = await search('"using their time efficiently"')
    expect(statements.map((one) => one.speakers[0]!.official!.name)).toEqual(['Daniel Scesney'])
  })

  test('the preferred wording is the one of the local report, and the copy is marked as altered', async () => {
    const place = await lookUpPlace('/tx/grand-prairie')
    if (place.found !== 'record') throw new Error('Grand Prairie is not there.')
    const [statement] = await statementsAt(place.record.id)
    expect(
      statement!.variants.map(({ preferred, citation }) => [preferred, citation.fidelity, citation.source.outlet]),
    ).toEqual(
      expect.arrayContaining([
        [true, 'reported_verbatim', expect.stringContaining('KERA')],
        [false, 'altered_copy', expect.any(String)],
      ]),
    )
    expect(statement!.speakers[0]!.role!.title.en).toMatch(/chief/i)
  })

  test('a second address leads to the first', async () =>
    expect(await lookUpPlace('/co/denver-county')).toEqual({ found: 'moved', path: '/co/denver' }))

  test('the loader’s actor is in the history of every record', async () => {
    expect((await db.pool.query('SELECT DISTINCT by_id FROM revision WHERE version = 1')).rows).toEqual([
      { by_id: SYSTEM.id },
    ])
  })
})

import { describe, expect, test } from 'vitest'
import { publishDrafts, saveDrafts, withdrawRecord } from '@/lib/features/editing/commands'
import { search } from '@/lib/features/search/queries'
import { loadFirstContent } from '@/lib/features/seed/load-content'
import { SYSTEM } from '@/lib/platform/commands/permissions'
import { sql } from '@/lib/platform/database/sql'
import { settings } from '@/lib/platform/settings/settings'
import { jurisdictionFilters } from '@/lib/records/jurisdictions/filters'
import { jurisdictionCollection, lookUpPlace } from '@/lib/records/jurisdictions/queries'
import { statementsAt } from '@/lib/records/statements/queries'
import { withConnection } from '@/scripts/postgres/databases'
import { contentDatabase } from '@/tests/integration/content'

await contentDatabase()

describe('the first content', () => {
  const namesFound = async (text: string) => {
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
  ])('a search for “%s” finds %s first', async (text, name) => expect((await namesFound(text))[0]).toBe(name))

  test.each([
    ['garcia', 'Jesús "Chuy" García'],
    ['chuy garcia', 'Jesús "Chuy" García'],
    ['Mike Johnson', 'Mike Johnston'],
    ['omaha police', 'Omaha Police Department'],
    ['St. Louis', 'St. Louis County, Missouri'],
  ])('a search for “%s” finds %s', async (text, name) => expect(await namesFound(text)).toContain(name))

  test.each(['%', '_', '\\', "' OR 1=1", '\0', '🙂', '"unclosed', 'a'.repeat(5_000), ':* & !'])(
    'a search for %j gets a response',
    async (text) => {
      expect(await search(text)).toBeDefined()
    },
  )

  test('an imported place is found by its kind, in both languages', async () => {
    for (const q of ['county el paso texas', 'condado de el paso texas']) {
      const filters = jurisdictionFilters.parse(new URLSearchParams({ q })).values
      const { rows } = await jurisdictionCollection.list({ filters })
      expect(rows[0]!.fullName, q).toBe('El Paso County, Texas')
    }
  })

  test('quoted words find their statement', async () => {
    const { statements } = await search('"using their time efficiently"')
    expect(statements.map((one) => one.speakers[0]!.official!.name)).toEqual(['Daniel Scesney'])
  })

  test('the wording of the local report is preferred, and the copy is marked as altered', async () => {
    const place = await lookUpPlace('/tx/grand-prairie')
    if (place.status !== 'found') throw new Error('Grand Prairie is not there.')
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

  test('a second path of a place redirects to the first', async () =>
    expect(await lookUpPlace('/co/denver-county')).toEqual({ status: 'moved', path: '/co/denver' }))

  test('the history of every record names the system as the actor', async () => {
    expect(await sql`SELECT DISTINCT by_id FROM revision WHERE version = 1`.rows()).toEqual([{ by_id: SYSTEM.id }])
  })

  test('a later load leaves what editors changed or withdrew as it is', async () => {
    const editor = { id: 'e', role: 'editor' } as const
    const [official] = await sql`SELECT record_id AS id, data FROM revision
      WHERE type = 'officials' AND data ->> 'name' = 'Pat Burns'`.rows<{ id: string; data: { name: string } }>()
    const { id: recordId, data } = official!
    const name = 'Patrick Burns'
    const drafts = [{ type: 'officials', recordId, baseVersion: 1, data: { ...data, name } }]
    await publishDrafts(editor, { draftIds: await saveDrafts(editor, { drafts }) })
    const [label] = await sql`SELECT id FROM label LIMIT 1`.rows<{ id: string }>()
    await withdrawRecord(editor, { type: 'labels', id: label!.id, reason: { en: 'For this test.' } })

    await withConnection(settings().databaseUrl!, (client) =>
      client.query(`ALTER TABLE change DISABLE TRIGGER ALL; DELETE FROM change WHERE command = 'content.load';
        ALTER TABLE change ENABLE TRIGGER ALL`),
    )
    expect(await loadFirstContent()).toEqual([])
    expect(await sql`SELECT name FROM official WHERE id = ${recordId}`.rows()).toEqual([{ name }])
    expect(await sql`SELECT 1 FROM label WHERE id = ${label!.id}`.rows()).toEqual([])
  })
})

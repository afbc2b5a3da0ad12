import { expect, test } from 'vitest'
import { GET } from '@/app/download/[...path]/route'
import { idFor } from '@/lib/platform/publishing/ids'
import { nameUuid } from '@/lib/features/feeds/feed-id'
import { RECORD_TYPE_NAMES } from '@/lib/records/registry'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

await testDatabase()
set('SITE_URL', 'https://record.example')
await makeWorld()

type Item = { id: string; url: string; date_published: string; date_modified: string }

const feed = async (file: string): Promise<string> => {
  const path = file.split('?')[0]!.split('/')
  return (await GET(new Request(`https://any.example/${file}`), { params: Promise.resolve({ path }) })).text()
}
const items = async (file = 'statements.feed.json?topic=enforcement-participation'): Promise<Item[]> =>
  JSON.parse(await feed(file)).items
/** The record that an item of the feed links to. */
const recordOf = ({ url }: Item) => /\/statements\/([^-/]+)/.exec(url)![1]

test('a filtered feed contains a new entry only if it matches', async () => {
  expect((await items()).map(recordOf)).toEqual([ids.statement])
  const [fits, other] = [idFor('statements', 'fits'), idFor('statements', 'other')]
  await publishOne('statements', other, { ...inputs.statements, topics: ['local-cooperation'] })
  await publishOne('statements', fits, inputs.statements)
  expect((await items()).map(recordOf)).toEqual([fits, ids.statement])
})

test('a correction keeps the id, updates the date, and moves the entry to the top', async () => {
  const before = (await items()).find((item) => recordOf(item) === ids.statement)!
  const corrected = { ...inputs.statements, channel: 'written_statement' }
  await publishOne('statements', ids.statement, corrected, 1, {
    kind: 'corrected',
    reason: { en: 'It was in writing.', es: 'Fue por escrito.' },
  })
  const [first, ...rest] = await items()
  expect(first).toMatchObject({ id: before.id, date_published: before.date_published })
  expect(first!.date_modified > before.date_modified).toBe(true)
  expect(rest.map(({ id }) => id)).not.toContain(before.id)
})

const LISTS = [...RECORD_TYPE_NAMES, 'statements?topic=enforcement-participation', 'about/corrections']
const FEEDS = ['', 'es/'].flatMap((lang) =>
  LISTS.map(
    (list) => [lang + list.replace(/(?=\?|$)/, '.atom'), lang + list.replace(/(?=\?|$)/, '.feed.json')] as const,
  ),
)
const atomIds = (atom: string) => [...atom.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id!)

test('every id of every feed is the same under another address of the site', async () => {
  const idsAt = async (siteUrl: string) => {
    set('SITE_URL', siteUrl)
    const found: Record<string, string[]> = {}
    for (const [atom, json] of FEEDS) {
      found[atom] = atomIds(await feed(atom))
      found[json] = (await items(json)).map(({ id }) => id)
      // The first id of an Atom feed is its own.
      expect(found[json], json).toEqual(found[atom]!.slice(1))
    }
    return found
  }
  const before = await idsAt('https://record.example')
  expect(await idsAt('http://localhost:3000')).toEqual(before)
  const all = Object.values(before).flat()
  expect(all.length).toBeGreaterThan(40)
  expect(all.filter((id) => !/^urn:uuid:[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id))).toEqual([])
})

test('feeds have different ids by list and language, and an entry has one id in all of them', async () => {
  const own = await Promise.all(FEEDS.map(async ([atom]) => atomIds(await feed(atom))[0]))
  expect(new Set(own).size).toBe(FEEDS.length)
  const [english, spanish] = [await items('statements.feed.json'), await items('es/statements.feed.json')]
  expect(spanish.map(({ id }) => id)).toEqual(english.map(({ id }) => id))
})

test('a name has the UUID that RFC 9562 gives as its example', () =>
  expect(nameUuid('6ba7b810-9dad-11d1-80b4-00c04fd430c8', 'www.example.com')).toBe(
    '2ed6657d-e927-568b-95e1-2665a8aea6a2',
  ))

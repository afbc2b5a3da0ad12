import { expect, test } from 'vitest'
import { GET } from '@/app/download/[...path]/route'
import { idFor } from '@/lib/platform/publishing/ids'
import { set } from '@/lib/platform/settings/settings'
import { testDatabase } from '../database'
import { ids, inputs, makeWorld, publishOne } from '../world'

await testDatabase()
set('SITE_URL', 'https://record.example')
await makeWorld()

type Item = { id: string; date_published: string; date_modified: string }

const QUERY = '?topic=enforcement-participation'
const items = async (): Promise<Item[]> => {
  const path = 'statements.feed.json'
  const request = new Request(`https://record.example/${path}${QUERY}`)
  return (await (await GET(request, { params: Promise.resolve({ path: [path] }) })).json()).items
}
const idOf = (id: string) => `https://record.example/statements/${id}`

test('a filtered feed contains a new entry only if it matches', async () => {
  expect((await items()).map(({ id }) => id)).toEqual([idOf(ids.statement)])
  const [fits, other] = [idFor('statements', 'fits'), idFor('statements', 'other')]
  await publishOne('statements', other, { ...inputs.statements, topics: ['local-limits'] })
  await publishOne('statements', fits, inputs.statements)
  expect((await items()).map(({ id }) => id)).toEqual([idOf(fits), idOf(ids.statement)])
})

test('a correction keeps the id, updates the date, and moves the entry to the top', async () => {
  const before = (await items()).find(({ id }) => id === idOf(ids.statement))!
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

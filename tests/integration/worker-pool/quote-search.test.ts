import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { findQuotePlaces } from '@/lib/features/editing/find-quote-places'
import { quotePlaces } from '@/lib/features/editing/quote-places'
import { resolveConflicts } from '@/lib/features/editing/resolve-conflict'
import { workerPool } from '@/lib/platform/worker-pool/worker-pool'

const source = (id: string, length: number) => ({
  ...{ id, title: '', kind: null, published: null, url: null },
  texts: [{ text: `${'Año nuevo. '.repeat(length / 11)}“We’ll keep our own list,” said ${id}.`, lang: null }],
})
const entry = (ids: string[]) => ({
  citations: ids.map((sourceId) => ({
    ...{ sourceId, fidelity: 'fragment', exact: `"We'll keep our own list," said ${sourceId}` },
  })),
})
const LONG = ['aaaaaaaaaa', 'bbbbbbbbbb', 'cccccccccc']

afterEach(() => void (workerPool().longest = Infinity))
afterAll(() => workerPool().close())

describe('the quotes of an entry', () => {
  test('are searched for in long texts by a worker process, with the same result', async () => {
    const sources = LONG.map((id) => source(id, 100_000))
    const places = await findQuotePlaces(entry(LONG), sources)
    const texts = new Map(sources.map((one) => [one.id, [one.texts[0]!.text]]))
    expect(places).toEqual(quotePlaces(entry(LONG), texts))
    expect(places.get('citations.2')).toMatchObject({ times: 1, exact: '“We’ll keep our own list,” said cccccccccc' })
  })

  test('stay as they were where the search is ended, and short texts are still searched', async () => {
    workerPool().longest = 1
    const long = await findQuotePlaces(
      entry(LONG),
      LONG.map((id) => source(id, 1_000_000)),
    )
    expect(long).toEqual(new Map())
    const before = entry(LONG).citations.map((one, at) => ({ ...one, found: at ? 'not_found' : 'found' }))
    expect(resolveConflicts(entry(LONG), { citations: before }, long).citations).toEqual(before)
    const short = await findQuotePlaces(entry(LONG.slice(0, 1)), [source(LONG[0]!, 1_000)])
    expect(short.get('citations.0')).toMatchObject({ times: 1 })
  })
})

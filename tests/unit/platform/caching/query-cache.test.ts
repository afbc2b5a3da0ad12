import { beforeEach, describe, expect, test, vi } from 'vitest'
import { cachedByKey, queryCache } from '@/lib/platform/caching/query-cache'
import { runWithResponse } from '@/lib/platform/request-context/request-context'

const reader = <T>(work: () => T, url = '/statements'): T =>
  runWithResponse({ statusCode: 200, req: { method: 'GET', url } }, work)

const read = vi.fn((keys: string[]) => Promise.resolve(new Map(keys.map((key) => [key, `${key}!`]))))
let names: ReturnType<typeof cachedByKey<string>>
const asked = () => read.mock.calls.map(([keys]) => keys.join())

beforeEach(() => {
  read.mockClear()
  names = cachedByKey(3, read)
  queryCache.setInvalidationAvailable(true)
})

describe('the query cache', () => {
  test('queries each key once, and only missing keys', async () => {
    expect(await reader(() => names(['a', 'b']))).toEqual(new Map(Object.entries({ a: 'a!', b: 'b!' })))
    expect(await reader(() => names(['b', 'c']))).toEqual(new Map(Object.entries({ b: 'b!', c: 'c!' })))
    await reader(() => names(['a', 'c']))
    expect(asked()).toEqual(['a,b', 'c'])
  })

  test('is invalidated by a publication', async () => {
    await reader(() => names(['a']))
    queryCache.invalidate()
    await reader(() => names(['a']))
    expect(asked()).toEqual(['a', 'a'])
  })

  test('does not store a result if a publication happened during the query', async () => {
    await reader(async () => {
      const reading = names(['a'])
      queryCache.invalidate()
      await reading
    })
    await reader(() => names(['a']))
    expect(asked()).toEqual(['a', 'a'])
  })

  test('does not store a result of a request that began before a publication', async () => {
    await reader(async () => {
      queryCache.invalidate()
      await names(['a'])
    })
    await reader(() => names(['a']))
    expect(asked()).toEqual(['a', 'a'])
  })

  test('stores nothing while it cannot be invalidated', async () => {
    queryCache.setInvalidationAvailable(false)
    await reader(() => names(['a']))
    await reader(() => names(['a']))
    expect(asked()).toEqual(['a', 'a'])
  })

  test('is never used in the admin area', async () => {
    await reader(() => names(['a']))
    await reader(() => names(['a']), '/admin')
    await names(['a'])
    expect(asked()).toEqual(['a', 'a', 'a'])
  })

  test('evicts entries over its size limit', async () => {
    await reader(() => names(['a', 'b', 'c']))
    await reader(() => names(['d']))
    await reader(() => names(['a']))
    expect(asked()).toEqual(['a,b,c', 'd', 'a'])
  })
})

import fc from 'fast-check'
import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect, test, vi } from 'vitest'
import { compress } from '@/server/stages/compression'
import { type ResponseCache, createResponseCache } from '@/server/stages/response-cache'

const response = (text: string, status = 200) => ({
  ...{ status, headers: [], notModifiedHeaders: [], etag: text, body: Buffer.from(text) },
})
const createCache = (options = {}): ResponseCache => {
  const cache = createResponseCache(options)
  cache.setInvalidationAvailable(true)
  return cache
}

describe('the response cache', () => {
  test('returns a response until its time to live is over', () => {
    let now = 1
    const cache = createCache({ ttlMs: 100, now: () => now })
    cache.startFill('a').store(response('one'))
    expect(cache.get('a')?.body.toString()).toBe('one')
    now = 102
    expect(cache.get('a')).toBeUndefined()
    expect(cache.size).toBe(0)
  })

  test('expires a response in time although the clock was set back', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const cache = createCache({ ttlMs: 5 })
    cache.startFill('a').store(response('one'))
    vi.setSystemTime(Date.now() - 5 * 60 * 60_000)
    await sleep(20)
    expect(cache.get('a')).toBeUndefined()
    vi.useRealTimers()
  })

  test('stores nothing while it could not be invalidated', () => {
    const cache = createResponseCache()
    cache.startFill('a').store(response('one'))
    expect(cache.get('a')).toBeUndefined()
    cache.setInvalidationAvailable(true)
    cache.startFill('a').store(response('two'))
    cache.setInvalidationAvailable(false)
    expect(cache.get('a')).toBeUndefined()
  })

  test('stores no large response, and evicts the least recently used', () => {
    const cache = createCache({ maxBytes: { pages: 5_000, queries: 5_000, brief: 5_000 }, maxEntryBytes: 2_000 })
    cache.startFill('large').store(response('x'.repeat(2_001)))
    expect(cache.get('large')).toBeUndefined()
    for (const key of ['a', 'b', 'c']) cache.startFill(key).store(response('x'.repeat(1_000)))
    expect([cache.get('a'), cache.get('b')?.body.length, cache.get('c')?.body.length]).toEqual([
      undefined,
      1_000,
      1_000,
    ])
    expect(cache.size).toBe(4_002)
  })

  test('returns a missing page with its status, for a shorter time', () => {
    let now = 1
    const cache = createCache({ ttlMs: 100, briefTtlMs: 10, now: () => now })
    for (const status of [301, 308, 404, 410]) cache.startFill(String(status)).store(response('none', status))
    for (const status of [301, 308, 404, 410]) expect(cache.get(String(status))?.status).toBe(status)
    now = 12
    expect(cache.get('404')).toBeUndefined()
  })

  test('stores nothing under a long key, and counts the length of each key and header', () => {
    const cache = createCache()
    cache.startFill(`/?${'q'.repeat(2_000)}`).store(response('one'))
    expect(cache.size).toBe(0)
    cache.startFill(`/${'q'.repeat(499)}`).store({ ...response('12345'), headers: ['link', 'x'.repeat(96)] })
    expect(cache.size).toBe(1_000 + 500 + 100 + 5)
  })

  // Anyone can invent addresses; the addresses of pages are given.
  test('no number of invented addresses evicts a page, and the whole stays within its limits', () =>
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.stringMatching(/^[a-z]{1,9}$/), fc.constantFrom(200, 301, 308, 404, 410), fc.nat(900))),
        (invented) => {
          const maxBytes = { pages: 6_000, queries: 6_000, brief: 6_000 }
          const cache = createCache({ maxBytes })
          for (const page of ['/', '/tx', '/ny']) cache.startFill(page).store(response(page))
          for (const [name, status, length] of invented) {
            const key = status === 200 ? `/tx?${name}` : `/invented/${name}`
            cache.startFill(key).store(response('x'.repeat(length), status))
            expect(cache.size).toBeLessThanOrEqual(18_000)
          }
          for (const page of ['/', '/tx', '/ny']) expect(cache.get(page)?.body.toString()).toBe(page)
        },
      ),
    ))

  test('holds no more memory than the bytes of its responses', async () => {
    const cache = createCache()
    const body = await compress(Buffer.from('a record '.repeat(1_000)), 'br', 'balanced')
    cache.startFill('a').store({ ...response('one'), body })
    expect(cache.get('a')!.body).toEqual(body)
    expect(cache.get('a')!.body.buffer.byteLength).toBe(body.length)
  })

  // Random reads and publications: a page shows the data of its start.
  test('never returns a response that was begun before the last publication', () => {
    const step = fc.oneof(
      fc.record({ begin: fc.constantFrom('a', 'b') }),
      fc.record({ end: fc.nat(5) }),
      fc.constant('publish' as const),
      fc.record({ available: fc.boolean() }),
    )
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const cache = createCache()
        let version = 0
        const unfinished: (() => void)[] = []
        for (const step of steps) {
          if (step === 'publish') {
            version += 1
            cache.clear()
          } else if ('available' in step) cache.setInvalidationAvailable(step.available)
          else if ('end' in step) unfinished.splice(step.end, 1)[0]?.()
          else {
            const [fill, seen] = [cache.startFill(step.begin), version]
            unfinished.push(() => fill.store(response(String(seen))))
          }
          for (const key of ['a', 'b']) {
            const cached = cache.get(key)?.body.toString()
            if (cached !== undefined) expect(cached).toBe(String(version))
          }
        }
      }),
    )
  })
})

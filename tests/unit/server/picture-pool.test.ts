import { expect, test, vi } from 'vitest'
import { createExchange } from '@/server/exchange'
import { parseRequest } from '@/server/request-info'
import { admissionControl, createConcurrencyLimiter } from '@/server/stages/admission-control'

const exchangeFor = (url: string) => {
  const req = { method: 'GET', url, headers: {}, socket: { remoteAddress: '203.0.113.9' } }
  return createExchange(req as never, {} as never, parseRequest(req as never))
}

test.each([
  ['/og/card.png?page=/tx', 'pictures'],
  ['/figures/map.png', 'pictures'],
  ['/figures/map.png?anything=1', 'pictures'],
  ['/%66igures/map.png', 'pictures'],
  ['/og%2Fcard.png', 'pictures'],
  ['/tx', 'pages'],
  ['/statements?q=/og/', 'pages'],
  ['/ogre', 'pages'],
])('a request for %s takes a slot of the %s', (url, pool) => {
  const limiters = { pages: createConcurrencyLimiter(), pictures: createConcurrencyLimiter() }
  const taken = { pages: vi.spyOn(limiters.pages, 'acquire'), pictures: vi.spyOn(limiters.pictures, 'acquire') }
  void admissionControl(limiters).run(exchangeFor(url))
  expect([taken.pages.mock.calls.length, taken.pictures.mock.calls.length]).toEqual(pool === 'pages' ? [1, 0] : [0, 1])
})

test('pictures that wait hold no slot of the pages', () => {
  const pages = createConcurrencyLimiter({ concurrency: () => 3 })
  const pictures = createConcurrencyLimiter({ concurrency: () => 1, queueTimeoutMs: 1 })
  const { run } = admissionControl({ pages, pictures })
  for (let connection = 0; connection < 17; connection++) void run(exchangeFor(`/figures/map.png?x=${connection}`))
  for (let page = 0; page < 3; page++) expect(run(exchangeFor(`/tx?${page}`))).toBeUndefined()
})

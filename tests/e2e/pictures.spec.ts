import fc from 'fast-check'
import { TRACKING } from '@/lib/platform/http/tracking-parameters'
import { cases } from '@/tests/fixtures/thorough'
import { expect, test } from './reading'

const ADDRESSES = [
  '/figures/map.svg?topic=detainers&state=tx',
  '/figures/map.png?topic=detainers&lang=es',
  '/figures/timeline.svg',
  '/figures/timeline.png?lang=es',
  '/og/card.png?page=/tx/el-paso',
  '/og/card.png?page=/es',
]

// Without `__proto__`: Next removes it from the query, so it can't be redirected. It is drawn once with the others.
const extra = fc.oneof(
  fc
    .tuple(
      fc.stringMatching(/^[a-z_]{1,8}$/).filter((name) => !TRACKING.test(name)),
      fc.stringMatching(/^\w{0,6}$/),
    )
    .map((pair) => pair.join('=')),
  fc.constantFrom('', '&', 'topic', 'lang=de', 'lang=en', 'state=zz', 'v', 'toString=1', 'page', 'topic=', 'x=%2F'),
)
const PARAMETERS = new Set(['topic', 'state', 'lang', 'page', 'v'])

const parameters = (path: string) => new URL(path, 'http://x').searchParams.toString()

test('unknown parameters of a picture lead to its one address', async ({ request }) => {
  const asked = fc.record({
    address: fc.constantFrom(...ADDRESSES),
    before: fc.array(extra, { maxLength: 2 }),
    after: fc.array(extra, { maxLength: 3 }),
  })
  for (const { address, before, after } of fc.sample(asked, cases(60).numRuns)) {
    const [path, query] = address.split('?')
    const known = [...before, ...after].some((one) => PARAMETERS.has(one.split('=', 1)[0]!))
    const url = `${path}?${[...before, query ?? '', ...after].join('&')}`
    const answer = await request.get(url, { maxRedirects: 0 })
    // Next drops empty parameters before the page sees them.
    const isSame = parameters(url) === parameters(address)
    // A known parameter that is given twice may choose another picture, or none.
    if (known) expect([200, 308, 404], url).toContain(answer.status())
    else if (!isSame) expect([answer.status(), answer.headers().location], url).toEqual([308, address])
  }
  for (const address of ADDRESSES) expect((await request.get(address, { maxRedirects: 0 })).status()).toBe(200)
})

test('a picture is drawn once: the same bytes for every reader', async ({ request }) => {
  const address = '/figures/map.png?topic=detainers&state=ca'
  const [first, ...others] = await Promise.all([0, 1, 2, 3].map(async () => (await request.get(address)).body()))
  for (const other of others) expect(other.equals(first!)).toBe(true)
})

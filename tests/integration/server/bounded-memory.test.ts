import { Agent, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { enforceApiLimit, told } from '@/lib/platform/api/api-limits'
import { translator } from '@/lib/platform/i18n/translate'
import { intervalOf } from '@/lib/text/edtf'
import { openServer } from '@/server/http-server'
import { createRequestHandler } from '@/server/pipeline'
import { createRouteMatcher } from '@/server/route-matcher'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'
import { createResponseCache } from '@/server/stages/response-cache'
import { headerNames } from '@/tests/fixtures/header-names'
import { requestTarget } from '@/tests/fixtures/request-targets'
import { cases } from '@/tests/fixtures/thorough'
import { testDatabase } from '../database'
import { origin } from './origin'

await testDatabase()
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

const CSS = Buffer.from('body{}'.repeat(2_000))
const asset = { type: 'text/css', isCompressible: true, bodies: { identity: CSS, br: CSS, gzip: CSS } }
/** What a page does with the parameters of its address. */
const GET = Object.assign(
  async ({ url }: Request) => {
    const { searchParams } = new URL(url)
    for (const value of searchParams.values()) {
      intervalOf(value)
      translator('en')('compare.notFound', { q: value })
    }
    return Response.json({})
  },
  { limit: (caller: Parameters<typeof enforceApiLimit>[0]) => enforceApiLimit(caller, 'read') },
)

let port = 0
const cache = createResponseCache({ maxBytes: { pages: 100_000, queries: 100_000, brief: 100_000 } })
const handler = createRequestHandler(origin.handle, {
  https: false,
  onFailure: () => {},
  cache,
  buildAssets: new Map([['/_next/static/a.css', asset]]),
  findRoute: createRouteMatcher([['/api/v1/[type]', { GET }]]),
  pageLimiter: createConcurrencyLimiter({ concurrency: () => 3 }),
})
const server = openServer((req, res) => void handler(req, res))
const agent = new Agent({ keepAlive: true, maxSockets: 8 })
beforeAll(async () => {
  cache.setInvalidationAvailable(true)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  agent.destroy()
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, headers: Record<string, string>) =>
  new Promise<void>((resolve, reject) => {
    request({ host: '127.0.0.1', port, path, headers, agent }, (res) => res.resume().on('end', resolve))
      .on('error', reject)
      .end()
  })

const query = fc.stringMatching(/^[a-z0-9=&~.-]{1,60}$/)
const long = fc.stringMatching(/^[a-z0-9]{2000}$/)
const address = fc.oneof(
  query.map((text) => `/_next/static/a.css?${text}`),
  query.map((text) => `/_next/static/${text}.js`),
  query.map((text) => `/tx?${text}`),
  query.map((text) => `/invented/${text}`),
  query.map((text) => `/api/v1/statements?${text}`),
  fc.tuple(query, long).map(([text, more]) => `/api/v1/statements?on=${text}&q=${more}${more}`),
  fc.tuple(query, long).map(([text, more]) => `/tx?${text}${more}${more}${more}`),
  requestTarget.filter((target) => /^[\x21-\x7e]+$/.test(target)),
)
const caller = fc.nat(499).map((n) => `203.0.${n >> 8}.${n % 256}`)
const headers = fc.tuple(fc.constantFrom(...headerNames()), query, caller, long).map(([name, value, ip, more]) => ({
  ...(/^(connection|content-length|transfer-encoding|upgrade|expect|host|trailer)$/.test(name)
    ? {}
    : { [name]: value }),
  'accept-encoding': `${value};q=0`,
  'x-forwarded-for': `${more}, ${ip}`,
}))

/** Bytes that are in use after a garbage collection. */
async function used(): Promise<number> {
  await told()
  for (let time = 0; time < 3; time++) {
    collectGarbage()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

async function askMany(count: number): Promise<void> {
  // In parts, so that the generated values themselves are not what is measured.
  for (let left = count; left > 0; left -= 250) {
    const asked = fc.sample(fc.tuple(address, headers), Math.min(250, left))
    await Promise.all(asked.map(([path, sent]) => ask(path, sent)))
    origin.seen.length = 0
  }
}

test('memory does not grow with the addresses, queries and headers that strangers invent', async () => {
  const count = cases(2_000).numRuns
  // A full table cannot grow, and those of callers and headers are full after some requests.
  for (let n = 0; n < 10_000; n++) intervalOf(`no date ${n}`)
  await askMany(2_000)
  const before = await used()
  await askMany(count)
  const grown = (await used()) - before
  console.log(`${count} different requests: ${Math.round(grown / 1024)} kB more in use`)
  // A leak of each request's address alone would be more.
  expect(grown).toBeLessThan(2_000_000)
  expect(cache.size).toBeLessThanOrEqual(300_000)
})

import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { chooseEncoding, compress, isCompressible } from '@/server/stages/compression'

test.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0.1, gzip;q=0.9', 'gzip'],
  ['GZIP;Q=1', 'gzip'],
  ['*', 'br'],
  ['identity', 'identity'],
  ['gzip;q=0', 'identity'],
  ['gzip;q=nonsense', 'identity'],
])('Accept-Encoding %s gets %s', (accept, encoding) => expect(chooseEncoding(accept)).toBe(encoding))

test.each([
  'text/html; charset=utf-8',
  'application/json',
  'application/ld+json',
  'image/svg+xml',
  'application/atom+xml',
])('%s is compressed', (type) => expect(isCompressible(type)).toBe(true))
test.each(['image/png', 'font/woff2', 'text/event-stream', 'text/x-component', 'application/zip', ''])(
  '%s is not compressed',
  (type) => expect(isCompressible(type)).toBe(false),
)

test.each(['fast', 'balanced', 'max'] as const)('a body compressed with %s effort round-trips', async (effort) => {
  const body = Buffer.from('á record '.repeat(500))
  expect(brotliDecompressSync(await compress(body, 'br', effort)).equals(body)).toBe(true)
  expect(gunzipSync(await compress(body, 'gzip', effort)).equals(body)).toBe(true)
  expect((await compress(body, 'identity', effort)).equals(body)).toBe(true)
})

import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'
import Negotiator from 'negotiator'
import { createLru } from '@/lib/platform/caching/lru'
import { vary } from '@/lib/platform/http/headers'
import { contentType } from '@/server/content-type'
import type { BodyStep } from '@/server/exchange'

/** The supported content encodings, best first. */
const ENCODINGS = ['br', 'gzip', 'identity'] as const
export type Encoding = (typeof ENCODINGS)[number]

const COMPRESSIBLE = /^(text\/|image\/svg\+xml|font\/ttf|application\/([\w.+-]*\+)?(json|xml|javascript|manifest)\b)/i

export const isCompressible = (type: string): boolean =>
  COMPRESSIBLE.test(type) && !/^text\/(event-stream|x-component)/.test(type)

/** Browsers send a handful of different headers. */
const chosen = createLru<Encoding>(100, 200)

/** The best encoding that an Accept-Encoding header allows: brotli, else gzip, else none. */
export const chooseEncoding = (accept = ''): Encoding => chosen(accept, () => parseEncoding(accept))

function parseEncoding(accept: string): Encoding {
  const negotiator = new Negotiator({ headers: { 'accept-encoding': accept } })
  return (negotiator.encoding(ENCODINGS, { preferred: ENCODINGS }) as Encoding | undefined) ?? 'identity'
}

const brotliAsync = promisify(brotliCompress)
const gzipAsync = promisify(gzip)

/** Below this size compression costs more time than it saves on the line. */
const MIN_BYTES = 4_000

/** `max` for build assets, which the build compresses; `balanced` for pages; `fast` for route handlers. */
export type Effort = 'fast' | 'balanced' | 'max'

const GZIP_LEVEL: Readonly<Record<Effort, number>> = { fast: 1, balanced: 6, max: 9 }
const BROTLI_QUALITY: Readonly<Record<Effort, number>> = { fast: 1, balanced: 5, max: 10 }

/** Up to this size compression is synchronous: handing a body to a thread costs more than compressing it. */
const MAX_SYNC_BYTES: Readonly<Record<Effort, number>> = { fast: Infinity, balanced: 200_000, max: 0 }

export function compress(body: Buffer, encoding: Encoding, effort: Effort): Buffer | Promise<Buffer> {
  if (encoding === 'identity') return body
  const isSync = body.length <= MAX_SYNC_BYTES[effort]
  if (encoding === 'gzip') return (isSync ? gzipSync : gzipAsync)(body, { level: GZIP_LEVEL[effort] })
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI_QUALITY[effort], [BROTLI_PARAM_SIZE_HINT]: body.length }
  return (isSync ? brotliCompressSync : brotliAsync)(body, { params })
}

/** Compresses a body in the negotiated encoding. */
export const compression: BodyStep = {
  name: 'compression',
  run: ({ res, info: { encoding }, route }, body) => {
    if (!isCompressible(contentType(res))) return body
    res.setHeader('Vary', vary(res.getHeader('Vary')?.toString(), 'Accept-Encoding'))
    if (body.length <= MIN_BYTES || encoding === 'identity' || res.hasHeader('Content-Encoding')) return body
    res.setHeader('Content-Encoding', encoding)
    return compress(body, encoding, route ? 'fast' : 'balanced')
  },
}

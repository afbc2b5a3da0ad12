import { promisify } from 'node:util'
import { brotliCompress, brotliCompressSync, constants, gzip, gzipSync } from 'node:zlib'

export type Encoding = 'br' | 'gzip' | 'identity'

const COMPRESSIBLE = /^(text\/|image\/svg\+xml|font\/ttf|application\/([\w.+-]*\+)?(json|xml|javascript|manifest)\b)/i

export const isCompressible = (type: string): boolean =>
  COMPRESSIBLE.test(type) && !/^text\/(event-stream|x-component)/.test(type)

const chosen = new Map<string, Encoding>()

/** The best encoding that an Accept-Encoding header allows: brotli, else gzip, else none. */
export function chooseEncoding(accept = ''): Encoding {
  const known = chosen.get(accept)
  if (known) return known
  const encoding = readEncoding(accept)
  // Browsers send a handful of different ones.
  if (chosen.size < 100 && accept.length < 200) chosen.set(accept, encoding)
  return encoding
}

function readEncoding(accept: string): Encoding {
  const weights = new Map(
    accept.split(',').map((part) => {
      const [name = '', ...parameters] = part
        .toLowerCase()
        .split(';')
        .map((one) => one.trim())
      const q = parameters.find((parameter) => parameter.startsWith('q='))
      return [name, q ? Number(q.slice(2)) || 0 : 1] as const
    }),
  )
  const weight = (name: string) => weights.get(name) ?? weights.get('*') ?? 0
  if (weight('br') > 0 && weight('br') >= weight('gzip')) return 'br'
  return weight('gzip') > 0 ? 'gzip' : 'identity'
}

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)

/** So few bytes are sent as they are: they are on their way at once, and compressing takes longer than what it saves. */
export const FEW = 4_000

/** How much work pays: the most for what is kept for ever, some for a page, the least for what programs ask for. */
export type Effort = 'least' | 'some' | 'most'

const GZIP: Readonly<Record<Effort, number>> = { least: 1, some: 6, most: 9 }
const BROTLI: Readonly<Record<Effort, number>> = { least: 1, some: 5, most: 10 }

/** So many bytes are compressed on the spot: handing them to a thread takes more of the processor than doing it. */
const AT_ONCE: Readonly<Record<Effort, number>> = { least: Infinity, some: 200_000, most: 0 }

export function compress(body: Buffer, encoding: Encoding, effort: Effort): Buffer | Promise<Buffer> {
  if (encoding === 'identity') return body
  const now = body.length <= AT_ONCE[effort]
  if (encoding === 'gzip') return (now ? gzipSync : zip)(body, { level: GZIP[effort] })
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants
  const params = { [BROTLI_PARAM_QUALITY]: BROTLI[effort], [BROTLI_PARAM_SIZE_HINT]: body.length }
  return (now ? brotliCompressSync : brotli)(body, { params })
}

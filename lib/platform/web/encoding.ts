import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

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

/** `keep` says that the result is kept and sent many times, so that more effort pays. */
export function compress(body: Buffer, encoding: Encoding, keep = false): Promise<Buffer> {
  if (encoding === 'gzip') return zip(body, { level: keep ? 9 : 6 })
  if (encoding === 'identity') return Promise.resolve(body)
  return brotli(body, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: keep ? 10 : 6,
      [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    },
  })
}

import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { refuseAddress, refuseMethod, type Refusal } from '@/lib/platform/web/address'
import { areaOf, type Area } from '@/lib/platform/web/areas'
import { capture, type Plan } from '@/lib/platform/web/capture'
import { dataPolicy, inlineScriptHashes, pagePolicy } from '@/lib/platform/web/csp'
import { chooseEncoding, compress, isCompressible } from '@/lib/platform/web/encoding'
import { failurePage } from '@/lib/platform/web/failure'
import type { Finished, FinishedAnswers } from '@/lib/platform/web/finished'
import { withoutFramework } from '@/lib/platform/web/light'
import { cacheControl, etagOf, isFresh, securityHeaders, vary } from '@/lib/platform/web/headers'
import { isSaidAway } from '@/lib/platform/web/status'

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

type Options = {
  https: boolean
  /** How long a page may take to begin. */
  timeLimit?: number
  /** Where finished public pages are kept; without it each is made anew. */
  finished?: FinishedAnswers
  /** Told of each answer with a status of 500 and more. */
  onFailure: (failure: {
    method: string
    path: string
    status: number
    ms: number
    id: string
    error?: unknown
  }) => void
}

/** Built files carry a hash of their content in their name, so they never change. */
const BUILT = '/_next/static/'

/** What is counted for a limit, and what is no page, is made each time. */
const COUNTED = /^\/(api|download|og|figures|_next)\//

const FILE = /\.(csv|json|xlsx|zip)$/

/** Addresses whose last part is for one person's eyes; it goes into no log. */
const SECRET = /^((?:\/es)?\/(?:admin\/(?:join|reset)|suggest)\/).+/

/** Only Next's navigation in the browser sends these; a public page is the same document for everyone. */
const NAVIGATION = [
  'rsc',
  'next-action',
  'next-url',
  'next-router-state-tree',
  'next-router-prefetch',
  'next-router-segment-prefetch',
]

/** Puts everything that a public site needs around Next: refusals, policies, encodings, versions, limits. */
export function site(next: Handler, { https, timeLimit = 30_000, finished, onFailure }: Options): Handler {
  const headers = Object.entries(securityHeaders(https))
  const built = new Map<string, Promise<Buffer>>()

  return async (req, res) => {
    const started = performance.now()
    const url = req.url ?? '/'
    const path = url.split('?', 1)[0]!
    const method = req.method ?? 'GET'
    const area = areaOf(path)
    const conditions = req.headers['if-none-match']
    const encoding = chooseEncoding(req.headers['accept-encoding'])
    let failed: unknown

    for (const [name, value] of headers) res.setHeader(name, value)
    res.once('finish', () => {
      if (res.statusCode < 500 || path === '/api/health') return
      const ms = Math.round(performance.now() - started)
      onFailure({
        method,
        path: path.replace(SECRET, '$1…'),
        status: res.statusCode,
        ms,
        id: String(res.getHeader('X-Request-Id')),
        error: failed,
      })
    })
    const refusal = refuseAddress(url) ?? refuseMethod(method, area.methods)
    if (refusal) return refuse(res, refusal)

    const key = `${encoding} ${url}`
    const isKept = finished && area.public && (method === 'GET' || method === 'HEAD') && !COUNTED.test(path)
    const again = isKept && finished.find(key)
    if (again) return resend(res, again, conditions)
    const keep = isKept && finished.begin()

    // A file that is too long to be kept whole knows its own tag, and answers 304 itself.
    if (area.public && !path.startsWith(BUILT)) plainRequest(req, FILE.test(path))
    if (method === 'HEAD') req.method = 'GET' // The same headers as for GET; Node leaves the body out.

    const forget = capture(res, {
      plan: () => prepare(res, path, area, method),
      limit: 4_000_000,
      overflow: () => !isPage(res),
      finish: async (made) => {
        const page = isPage(res) && area.light ? Buffer.from(withoutFramework(made.toString('utf8'))) : made
        const body = isPage(res) && res.statusCode >= 500 ? Buffer.from(failurePage(path)) : page
        const sent = (bytes: Buffer) => {
          sized(res, bytes)
          if (keep && isShared(res)) keep(key, { headers: headersOf(res), body: bytes })
          return bytes
        }
        const isPublic = area.public && (method === 'GET' || method === 'HEAD')
        if (isPage(res)) {
          const hashes = inlineScriptHashes(body.toString('utf8'))
          res.setHeader('Content-Security-Policy', pagePolicy(hashes, area.framedBy))
        }
        if (isPublic && res.statusCode === 200 && !path.startsWith(BUILT)) {
          const etag = etagOf(body)
          res.setHeader('ETag', etag)
          if (isFresh(conditions, etag)) {
            res.statusCode = 304
            for (const name of ['Content-Type', 'Content-Length']) res.removeHeader(name)
            return null
          }
        }
        const worth = body.length > 512 && encoding !== 'identity' && !res.hasHeader('Content-Encoding')
        if (isCompressible(type(res))) res.setHeader('Vary', vary(res.getHeader('Vary')?.toString(), 'Accept-Encoding'))
        if (!worth || !isCompressible(type(res))) return sent(body)
        res.setHeader('Content-Encoding', encoding)
        if (!path.startsWith(BUILT) || res.statusCode !== 200) return sent(await compress(body, encoding))
        const file = `${encoding} ${path}`
        if (!built.has(file)) built.set(file, compress(body, encoding, true))
        return sized(res, await built.get(file)!)
      },
    })

    const limit = setTimeout(() => {
      if (forget()) problem(res, 503, 'This took too long. Please try again in a moment.')
    }, timeLimit)
    res.once('close', () => clearTimeout(limit))
    try {
      await next(req, res)
    } catch (error) {
      failed = error
      if (forget()) problem(res, 500, 'Something went wrong on our side.')
      else res.destroy()
    }
  }
}

/** Sends an answer again, or says that the reader has it. */
function resend(res: ServerResponse, { headers, body }: Finished, ifNoneMatch: string | undefined): void {
  for (const [name, value] of headers) res.setHeader(name, value)
  if (isFresh(ifNoneMatch, String(res.getHeader('ETag')))) {
    res.statusCode = 304
    for (const name of ['Content-Type', 'Content-Length', 'Content-Encoding']) res.removeHeader(name)
    res.end()
  } else res.end(body)
}

const headersOf = (res: ServerResponse): Finished['headers'] =>
  Object.entries(res.getHeaders()).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))

/** A page for everyone: one that says that caches may keep it. */
const isShared = (res: ServerResponse) =>
  isPage(res) && res.statusCode === 200 && /\bs-maxage=/.test(String(res.getHeader('Cache-Control')))

const type = (res: ServerResponse) => String(res.getHeader('Content-Type') ?? '')
const isPage = (res: ServerResponse) => /^text\/html/i.test(type(res))

function sized(res: ServerResponse, body: Buffer): Buffer {
  res.setHeader('Content-Length', body.length)
  return body
}

/** What a public page may not depend on is taken away before it is made. */
function plainRequest(req: IncomingMessage, isFile: boolean): void {
  for (const name of ['cookie', 'if-modified-since', ...NAVIGATION]) delete req.headers[name]
  if (!isFile) delete req.headers['if-none-match']
}

/** The headers that don't need the body, set before the first byte; and whether to wait for the whole body. */
function prepare(res: ServerResponse, path: string, area: Area, method: string): Plan {
  if (res.statusCode === 500 && isSaidAway(res)) res.statusCode = 503
  if (res.statusCode === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', '5')
  if (res.statusCode >= 500) res.setHeader('X-Request-Id', randomUUID())
  if (area.public) res.removeHeader('Set-Cookie')
  if (!path.startsWith(BUILT)) {
    res.setHeader(
      'Cache-Control',
      cacheControl(res.getHeader('Cache-Control')?.toString(), res.statusCode, area.public && method !== 'POST'),
    )
  }
  if (isPage(res)) {
    if (area.public) res.removeHeader('Vary')
    res.setHeader('Cross-Origin-Resource-Policy', area.framedBy === '*' ? 'cross-origin' : 'same-origin')
    return 'whole'
  }
  const shared = /^\/(api|feeds|embed)(\/|$)/.test(path) || res.hasHeader('Access-Control-Allow-Origin')
  res.setHeader('Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin')
  if (!res.hasHeader('Content-Security-Policy')) res.setHeader('Content-Security-Policy', dataPolicy)
  const download = /^attachment/i.test(String(res.getHeader('Content-Disposition') ?? ''))
  return isCompressible(type(res)) && !download && res.statusCode !== 206 ? 'whole' : 'stream'
}

function refuse(res: ServerResponse, { status, message, allow }: Refusal): void {
  if (allow) res.setHeader('Allow', allow)
  problem(res, status, message)
}

function problem(res: ServerResponse, status: number, message: string): void {
  res.statusCode = status
  for (const name of ['Content-Encoding', 'Content-Length', 'ETag']) res.removeHeader(name)
  res.setHeader('Content-Type', 'text/plain; charset=utf-8')
  res.setHeader('Content-Security-Policy', dataPolicy)
  res.setHeader('Cache-Control', 'no-store')
  if (status === 503) res.setHeader('Retry-After', '5')
  if (status >= 500) res.setHeader('X-Request-Id', randomUUID())
  res.end(`${message}\n`)
}

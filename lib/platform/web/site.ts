import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { wasSignedIn } from '@/lib/platform/accounts/signed-in'
import { callerOf } from '@/lib/platform/api/caller'
import { refuseAddress, refuseMethod, withoutTracking } from '@/lib/platform/web/address'
import { FROM_STRANGERS, areaOf, type Area } from '@/lib/platform/web/areas'
import { allOf, countBody, isInParts, refuseBody } from '@/lib/platform/web/body'
import { capture, type Plan } from '@/lib/platform/web/capture'
import { dataPolicy, inlineScriptHashes, pagePolicy } from '@/lib/platform/web/csp'
import type { DeskFirst } from '@/lib/platform/web/desk-first'
import { askedOf, type Found, send } from '@/lib/platform/web/direct'
import { FEW, chooseEncoding, compress, isCompressible } from '@/lib/platform/web/encoding'
import { busyPage, failurePage } from '@/lib/platform/web/failure'
import { CONTENT, type FinishedAnswers, finishedAs, resend } from '@/lib/platform/web/finished'
import type { Gate } from '@/lib/platform/web/gate'
import { withoutFramework } from '@/lib/platform/web/light'
import { asFromHere, refuseForeign } from '@/lib/platform/web/origin'
import { plainRequest, withoutInner } from '@/lib/platform/web/plain'
import { cacheControl, etagOf, isFresh, securityHeaders, vary } from '@/lib/platform/web/headers'
import { problem } from '@/lib/platform/web/problem'
import { linger, plainly, refuse } from '@/lib/platform/web/refuse'
import { isSaidAway, isSaidUnreadable, isTold, withResponse } from '@/lib/platform/web/status'
import { UNREADABLE, settleUnreadable } from '@/lib/platform/web/unreadable'

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void>

export type Options = {
  https: boolean
  /** How long a page may take to begin. */
  timeLimit?: number
  /** Where finished public answers are kept; without it each is made anew. */
  finished?: FinishedAnswers
  /** Finds who answers without Next. */
  direct?: (method: string, path: string) => Found | null
  /** What has to be made anew for the public waits here for its turn. */
  gate?: Gate
  /** The same for what is answered without Next, which mostly waits for the database. */
  programs?: Gate
  /** Lets those of the desk go before readers. */
  desk?: DeskFirst
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

/** What is counted for a limit, or drawn, is kept only where we answer it ourselves. */
const COUNTED = /^\/(api|download|og|figures)\//

const FILE = /\.(csv|json|xlsx|zip)$/

/** Addresses whose last part is for one person's eyes; it goes into no log. */
const SECRET = /^((?:\/es)?\/(?:admin\/(?:join|reset)|suggest)\/).+/

/** Puts everything that a public site needs around Next: refusals, policies, encodings, versions, limits. */
export function site(
  next: Handler,
  { https, timeLimit = 30_000, finished, direct, gate, programs, desk, onFailure }: Options,
): Handler {
  const headers = Object.entries(securityHeaders(https))
  const built = new Map<string, Buffer | Promise<Buffer>>()

  return async (req, res) => {
    const method = req.method ?? 'GET'
    const reads = method === 'GET' || method === 'HEAD'
    const url = withoutTracking(req.url ?? '/')
    const path = url.split('?', 1)[0]!
    const area = areaOf(path)
    const isOfDesk = !area.public && wasSignedIn(req.headers.cookie)
    if (isOfDesk && desk) res.once('close', desk.enter())
    const turn = isOfDesk ? undefined : desk?.turn()
    if (turn) await turn
    const conditions = req.headers['if-none-match']
    const encoding = chooseEncoding(req.headers['accept-encoding'])
    const key = `${encoding} ${url}`
    const most = isOfDesk ? area.takes : Math.min(area.takes, FROM_STRANGERS)
    const tooLong = refuseBody(most, reads, req.headers)
    const soon = reads && !tooLong ? (finished?.find(key) ?? finished?.soon(key)) : undefined
    const again = soon instanceof Promise ? await soon : soon
    const tooOften = again?.limit?.(askedOf(req))
    if (again && !tooOften) return resend(res, again, conditions)

    const started = performance.now()
    const isBuilt = path.startsWith(BUILT)
    let failed: unknown
    let busy = false

    for (const [name, value] of headers) res.setHeader(name, value)
    res.once('finish', () => {
      if (res.statusCode < 500 || busy || path === HEALTH) return
      const ms = Math.round(performance.now() - started)
      onFailure({
        method,
        path: path.replace(SECRET, '$1…').replace(/[^\x21-\x7e]/g, encodeURIComponent),
        status: res.statusCode,
        ms,
        id: String(res.getHeader('X-Request-Id')),
        error: failed,
      })
    })
    const refusal =
      refuseAddress(url) ??
      refuseMethod(method, area.methods) ??
      tooLong ??
      refuseForeign(area, method, req.headers) ??
      (reads || isOfDesk ? null : await allOf(req, most))
    if (refusal) return refuse(req, res, refusal)
    withoutInner(req.headers)
    if (method === 'POST') asFromHere(req.headers)

    const keep = area.public && reads && finished?.begin(key)
    if (!path.startsWith('/api/')) req.url = url
    // A file that is too long to be kept whole knows its own tag, and answers 304 itself.
    if (area.public && !isBuilt) plainRequest(req, FILE.test(path))
    if (method === 'HEAD') req.method = 'GET' // The same headers as for GET; Node leaves the body out.

    const asked = askedOf(req)
    const found = (area.public && direct?.(req.method!, path)) || null
    const refused = tooOften || found?.limit?.(asked)
    const isFree = refused || isBuilt || path === HEALTH || isOfDesk
    const forPrograms = found !== null && !found.isPage
    const room = forPrograms ? programs : gate
    const entered = !room || isFree ? () => {} : room.enter(callerOf(asked))
    const leave = entered instanceof Promise ? await entered : entered
    busy = leave === null
    const settle = () => {
      leave?.()
      if (keep) keep.done()
    }
    const tooBusy = () => (forPrograms ? problem(503, { detail: BUSY }, { 'Retry-After': '5' }) : busyPage(path))
    const said = refused || (busy && tooBusy())
    res.once('close', settle)
    if (res.destroyed) return settle()
    const inParts = isInParts(req)
    if (inParts) linger(req, res)

    const forget = capture(res, {
      plan: () => {
        const plan = isBuilt ? 'whole' : prepare(res, path, area, method)
        if (plan === 'stream') settle()
        return plan
      },
      limit: 1_000_000,
      overflow: () => {
        if (isPage(res)) return false
        settle()
        return true
      },
      finish: async (sent) => {
        leave?.()
        const made = isSaidUnreadable(res) ? UNREADABLE : sent
        const fails = isPage(res) && res.statusCode >= 500 && !said && !isTold(res)
        const page = isPage(res) && area.light && !found ? Buffer.from(withoutFramework(made.toString('utf8'))) : made
        const whole = fails ? Buffer.from(failurePage(path)) : page
        if (isPage(res)) {
          const hashes = inlineScriptHashes(whole.toString('utf8'))
          res.setHeader('Content-Security-Policy', pagePolicy(hashes, area.framedBy))
        }
        if (area.public && reads && res.statusCode === 200 && !isBuilt) res.setHeader('ETag', etagOf(whole))
        if (isCompressible(type(res))) res.setHeader('Vary', vary(res.getHeader('Vary')?.toString(), 'Accept-Encoding'))
        const body = await encoded(whole)
        res.setHeader('Content-Length', body.length)
        const answer = finishedAs(res, body, found?.limit)
        if (keep && (isBuilt || (isShared(res) && (found || !COUNTED.test(path))))) keep(key, answer)
        settle()
        if (!area.public || !reads || res.statusCode !== 200 || !isFresh(conditions, answer.etag)) return body
        res.statusCode = 304
        for (const name of CONTENT) res.removeHeader(name)
        return null
      },
    })
    const encoded = (body: Buffer): Buffer | Promise<Buffer> => {
      const worth = body.length > FEW && encoding !== 'identity' && !res.hasHeader('Content-Encoding')
      if (!worth || !isCompressible(type(res))) return body
      res.setHeader('Content-Encoding', encoding)
      if (!isBuilt || res.statusCode !== 200) return compress(body, encoding, forPrograms ? 'least' : 'some')
      if (!built.has(key)) built.set(key, compress(body, encoding, 'most'))
      return built.get(key)!
    }

    if (inParts && isOfDesk) countBody(req, most, ({ status, message }) => forget() && plainly(res, status, message))
    const limit = setTimeout(() => {
      if (!forget()) return
      if (req.complete) return plainly(res, 503, 'This took too long. Please try again in a moment.')
      res.setHeader('Connection', 'close')
      plainly(res, 408, 'What was sent did not come to its end in time.')
    }, timeLimit)
    res.once('close', () => clearTimeout(limit))
    try {
      if (said) await send(res, said)
      else if (found) await withResponse(res, async () => send(res, await found.answer(asked)))
      else await next(req, res)
    } catch (error) {
      failed = error
      if (forget()) plainly(res, 500, 'Something went wrong on our side.')
      else res.destroy()
    }
  }
}

const HEALTH = '/api/health'
const BUSY = 'Very many requests are under way. Try again in a few seconds.'

/** An answer for everyone: one that says that caches may keep it. */
const isShared = (res: ServerResponse) =>
  res.statusCode === 200 && /\bs-maxage=/.test(String(res.getHeader('Cache-Control')))

const type = (res: ServerResponse) => String(res.getHeader('Content-Type') ?? '')
const isPage = (res: ServerResponse) => /^text\/html/i.test(type(res))

/** The headers that don't need the body, set before the first byte; and whether to wait for the whole body. */
function prepare(res: ServerResponse, path: string, area: Area, method: string): Plan {
  if (res.statusCode === 500 && isSaidAway(res)) res.statusCode = 503
  settleUnreadable(res)
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
  const varies = vary(res.getHeader('Vary')?.toString())
  if (varies) res.setHeader('Vary', varies)
  else res.removeHeader('Vary')
  const shared = /^\/(api|feeds|embed)(\/|$)/.test(path) || res.hasHeader('Access-Control-Allow-Origin')
  res.setHeader('Cross-Origin-Resource-Policy', shared ? 'cross-origin' : 'same-origin')
  if (!res.hasHeader('Content-Security-Policy')) res.setHeader('Content-Security-Policy', dataPolicy)
  const download = /^attachment/i.test(String(res.getHeader('Content-Disposition') ?? ''))
  return isCompressible(type(res)) && !download && res.statusCode !== 206 ? 'whole' : 'stream'
}

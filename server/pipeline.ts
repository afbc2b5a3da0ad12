import type { IncomingMessage, ServerResponse } from 'node:http'
import { clientKey } from '@/lib/platform/http/client-address'
import { refuseAddress, refuseMethod } from '@/server/stages/check-url'
import { allOf, countBody, isInParts, refuseBody } from '@/server/stages/body-limit'
import { capture } from '@/server/stages/buffer-response'
import type { AdminFirst } from '@/server/stages/admin-priority'
import { askedOf, type Found, send } from '@/server/route-matcher'
import { dressHead, dresser, isPage } from '@/server/stages/finalize-response'
import { type Failure, HEALTH, watch } from '@/server/stages/error-log'
import { busyPage } from '@/server/stages/error-pages'
import { CONTENT, type FinishedAnswers, finishedAs, resend } from '@/server/stages/response-cache'
import type { Gate } from '@/server/stages/admission-control'
import { isFresh, securityHeaders } from '@/lib/platform/http/headers'
import { type Line, lineOf } from '@/server/request-info'
import { asFromHere, refuseForeign } from '@/server/stages/csrf'
import { plainRequest, withoutInner } from '@/server/stages/normalize-request'
import { problem } from '@/lib/platform/http/problem-json'
import { linger, plainly, refuse } from '@/server/reject'
import { runWithResponse } from '@/lib/platform/request-context/request-context'

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
  /** Lets those of the admin area go before readers. */
  admin?: AdminFirst
  /** Told of each answer with a status of 500 and more. */
  onFailure: (failure: Failure) => void
}

/** An answer that is longer than this is streamed, where it may be. */
const KEPT_WHOLE = 1_000_000

/** What is counted for a limit, or drawn, is kept only where we answer it ourselves. */
const COUNTED = /^\/(api|download|og|figures)\//

const FILE = /\.(csv|json|xlsx|zip)$/
const BUSY = 'Very many requests are under way. Try again in a few seconds.'

/**
 * Puts everything that a public site needs around Next. In turn: what is kept is sent again; what can't be is refused;
 * the request is made the same for everyone; it waits for its turn; its answer is held back until its headers are known.
 */
export function site(
  next: Handler,
  { https, timeLimit = 30_000, finished, direct, gate, programs, admin, onFailure }: Options,
): Handler {
  const headers = Object.entries(securityHeaders(https))
  const dress = dresser()

  return async (req, res) => {
    const line = lineOf(req)
    const { method, reads, path, area, isBuilt, isOfAdmin, takes, key } = line
    if (isOfAdmin && admin) res.once('close', admin.enter())
    const turn = isOfAdmin ? undefined : admin?.turn()
    if (turn) await turn

    const tooLong = refuseBody(takes, reads, req.headers)
    const soon = reads && !tooLong ? (finished?.find(key) ?? finished?.soon(key)) : undefined
    const again = soon instanceof Promise ? await soon : soon
    const tooOften = again?.limit?.(askedOf(req))
    if (again && !tooOften) return resend(res, again, line.ifNoneMatch)

    const seen = watch(res, line, onFailure)
    for (const [name, value] of headers) res.setHeader(name, value)
    const refusal =
      refuseAddress(line.url) ??
      refuseMethod(method, area.methods) ??
      tooLong ??
      refuseForeign(area, method, req.headers) ??
      (reads || isOfAdmin ? null : await allOf(req, takes))
    if (refusal) return refuse(req, res, refusal)
    const keep = area.public && reads && finished?.begin(key)
    sameForEveryone(req, line)

    const asked = askedOf(req)
    const found = (area.public && direct?.(req.method!, path)) || null
    const refused = tooOften || found?.limit?.(asked)
    const isForPrograms = found !== null && !found.isPage
    const isFree = refused || isBuilt || path === HEALTH || isOfAdmin
    const entered = isFree ? undefined : (isForPrograms ? programs : gate)?.enter(clientKey(asked))
    const leave = entered instanceof Promise ? await entered : entered
    const isBusy = leave === null
    seen.isUsual ||= isBusy
    const said = refused || (isBusy && (isForPrograms ? busyAnswer() : busyPage(path)))

    const settle = () => {
      leave?.()
      if (keep) keep.done()
    }
    res.once('close', settle)
    if (res.destroyed) return settle()
    const inParts = isInParts(req)
    if (inParts) linger(req, res)

    const forget = capture(res, {
      plan: () => {
        const plan = dressHead(res, line)
        if (plan === 'stream') settle()
        return plan
      },
      limit: KEPT_WHOLE,
      overflow: () => {
        if (isPage(res)) return false
        settle()
        return true
      },
      finish: async (sent) => {
        leave?.()
        const body = await dress(res, sent, line, { found, isOurs: Boolean(said) })
        const answer = finishedAs(res, body, found?.limit)
        if (keep && (isBuilt || (isShared(res) && (found || !COUNTED.test(path))))) keep(key, answer)
        settle()
        if (!area.public || !reads || res.statusCode !== 200 || !isFresh(line.ifNoneMatch, answer.etag)) return body
        res.statusCode = 304
        for (const name of CONTENT) res.removeHeader(name)
        return null
      },
    })

    if (inParts && isOfAdmin) countBody(req, takes, ({ status, message }) => forget() && plainly(res, status, message))
    const late = setTimeout(() => {
      if (!forget()) return
      if (req.complete) return plainly(res, 503, 'This took too long. Please try again in a moment.')
      res.setHeader('Connection', 'close')
      plainly(res, 408, 'What was sent did not come to its end in time.')
    }, timeLimit)
    res.once('close', () => clearTimeout(late))
    try {
      if (said) await send(res, said)
      else if (found) await runWithResponse(res, async () => send(res, await found.answer(asked)))
      else await next(req, res)
    } catch (error) {
      seen.error = error
      if (forget()) plainly(res, 500, 'Something went wrong on our side.')
      else res.destroy()
    }
  }
}

/** Takes from a request what could make the answer another one than everybody gets, or have it take another way. */
function sameForEveryone(req: IncomingMessage, { method, url, path, area, isBuilt }: Line): void {
  withoutInner(req.headers)
  if (method === 'POST') asFromHere(req.headers)
  if (!path.startsWith('/api/')) req.url = url
  // A file that is too long to be kept whole knows its own tag, and answers 304 itself.
  if (area.public && !isBuilt) plainRequest(req, FILE.test(path))
  if (method === 'HEAD') req.method = 'GET' // The same headers as for GET; Node leaves the body out.
}

/** An answer for everyone: one that says that caches may keep it. */
const isShared = (res: ServerResponse) =>
  res.statusCode === 200 && /\bs-maxage=/.test(String(res.getHeader('Cache-Control')))

const busyAnswer = () => problem(503, { detail: BUSY }, { 'Retry-After': '5' })

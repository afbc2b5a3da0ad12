import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { cacheControl, etagOf, vary } from '@/lib/platform/http/headers'
import {
  forgetOwnErrorPage,
  isBodyMarkedUnreadable,
  isDatabaseMarkedDown,
} from '@/lib/platform/request-context/request-context'
import { contentType, isHtml } from '@/server/content-type'
import type { BodyStep, Exchange, Stage } from '@/server/exchange'
import { type BufferMode, bufferResponse } from './buffer-response'
import { isCompressible } from './compression'
import { dataPolicy } from './content-security-policy'
import { pinStatus } from './pin-status'
import { KEPT_STATUSES, isNotModified, removeContentHeaders, storeResponse } from './response-cache'
import { UNREADABLE, settleUnreadable } from './unreadable-body'

/** Responses other than pages stream from this size on. Only pages and smaller responses are cached. */
const MAX_BUFFERED_BYTES = 1_000_000

/** Sets the headers that don't depend on the body, and decides whether the body is needed for the others. */
export function prepareHeaders({ res, fill, info: { path, policy, method } }: Exchange): BufferMode {
  if (res.statusCode === 500 && isDatabaseMarkedDown(res)) {
    pinStatus(res, 503)
    forgetOwnErrorPage(res)
  }
  settleUnreadable(res)
  if (res.statusCode === 503 && !res.hasHeader('Retry-After')) res.setHeader('Retry-After', '5')
  if (res.statusCode >= 500) res.setHeader('X-Request-Id', randomUUID())
  if (policy.public) res.removeHeader('Set-Cookie')
  const chosen = res.getHeader('Cache-Control')?.toString()
  res.setHeader('Cache-Control', cacheControl(chosen, res.statusCode, policy.public && method !== 'POST'))
  if (isHtml(res)) {
    if (policy.public) res.removeHeader('Vary')
    res.setHeader('Cross-Origin-Resource-Policy', policy.frameAncestors === '*' ? 'cross-origin' : 'same-origin')
    return 'buffer'
  }
  const varies = vary(res.getHeader('Vary')?.toString())
  if (varies) res.setHeader('Vary', varies)
  else res.removeHeader('Vary')
  const isShared = /^\/(api|feeds|embed)(\/|$)/.test(path) || res.hasHeader('Access-Control-Allow-Origin')
  res.setHeader('Cross-Origin-Resource-Policy', isShared ? 'cross-origin' : 'same-origin')
  if (!res.hasHeader('Content-Security-Policy')) res.setHeader('Content-Security-Policy', dataPolicy)
  const isDownload = /^attachment/i.test(String(res.getHeader('Content-Disposition') ?? ''))
  // A redirect may have no body at all.
  const isBriefAnswer = fill !== null && res.statusCode !== 200 && KEPT_STATUSES.includes(res.statusCode)
  return isBriefAnswer || (isCompressible(contentType(res)) && !isDownload && res.statusCode !== 206)
    ? 'buffer'
    : 'stream'
}

export const unreadableBody: BodyStep = {
  name: 'unreadable-body',
  run: ({ res }, body) => (isBodyMarkedUnreadable(res) ? UNREADABLE : body),
}

export const etag: BodyStep = {
  name: 'etag',
  run: ({ res, info }, body) => {
    if (isCacheableRead(res, info)) res.setHeader('ETag', etagOf(body))
    return body
  },
}

const isCacheableRead = (res: ServerResponse, { policy, isRead }: Exchange['info']) =>
  policy.public && isRead && res.statusCode === 200

export async function finalizeBody(exchange: Exchange, body: Buffer, steps: readonly BodyStep[]): Promise<Buffer> {
  let finished = body
  for (const { run } of steps) finished = await run(exchange, finished)
  exchange.res.setHeader('Content-Length', finished.length)
  return finished
}

/** Buffers the response, applies the body steps in order, stores the result in the cache, and answers 304 where it may. */
export const finalizeResponse = (steps: readonly BodyStep[]): Stage => ({
  name: 'finalize-response',
  run: (exchange) => {
    const { res, info } = exchange
    const settle = () => {
      exchange.release()
      exchange.fill?.done()
    }
    res.once('close', settle)
    if (res.destroyed) {
      settle()
      return 'responded'
    }
    exchange.discard = bufferResponse(res, {
      chooseMode: () => {
        const mode = prepareHeaders(exchange)
        if (mode === 'stream') settle()
        return mode
      },
      maxBytes: MAX_BUFFERED_BYTES,
      onOverflow: () => {
        if (isHtml(res)) return false
        settle()
        return true
      },
      finish: async (body) => {
        exchange.release()
        const finished = await finalizeBody(exchange, body, steps)
        storeResponse(exchange, finished)
        settle()
        if (!info.policy.public || !info.isRead || res.statusCode !== 200 || !isNotModified(res, info)) return finished
        res.statusCode = 304
        removeContentHeaders(res)
        return null
      },
    })
  },
})

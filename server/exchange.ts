import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TextResponse } from '@/lib/platform/http/types'
import type { RequestInfo } from '@/server/request-info'
import type { RouteMatch } from '@/server/route-matcher'

/** The state of one request that the stages share. */
export type Exchange = {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly info: RequestInfo
  /** The route handler that answers outside Next, where one matches. */
  route: RouteMatch | null
  /** The response that a stage chose in place of the handler's: 429 or 503. */
  earlyResponse: Response | TextResponse | null
  /** The cache entry that this response may become. */
  fill: CacheFill | null
  /** Frees the slot that admission control gave. Safe to call twice. */
  release: () => void
  /** Drops the buffered part of the response. False when it is too late: bytes were sent, or the response has ended. */
  discard: () => boolean
  /** Allows the inline scripts of this response. Only responses that no cache keeps have one. */
  nonce: string | null
  /** The error that the handler threw, for the log. */
  error: unknown
  /** True once the handler has thrown. */
  hasThrown: boolean
  /** True where a 5xx is part of normal operation and is not logged. */
  isExpectedFailure: boolean
}

export type CacheFill = {
  /** Stores the response, unless something was published since the fill began. */
  store: (response: CachedResponse) => void
  /** Lets those continue that wait for this fill. Safe to call twice. */
  done: () => void
}

/** A response as it was sent: all that is needed to send it again. */
export type CachedResponse = {
  status: number
  /** Alternating names and values, the form that Node writes without another look. */
  headers: string[]
  /** The headers of the 304 for a client that has this version. */
  notModifiedHeaders: string[]
  etag: string
  body: Buffer
  /** Counts a request for this response against its caller's rate limit. */
  limit?: RouteMatch['limit'] | undefined
}

/** The reason for rejecting a request. It is answered with one sentence, without reading the body. */
export type Rejection = { status: 400 | 403 | 404 | 405 | 411 | 413 | 414 | 421; message: string; allow?: string }

/** `responded` ends the request; a rejection is sent by the pipeline; nothing passes the request to the next stage. */
export type StageResult = 'responded' | Rejection | null | void

/** One step of the pipeline. A stage that need not wait returns its result directly, so that a cache hit stays synchronous. */
export type Stage = { name: string; run: (exchange: Exchange) => StageResult | Promise<StageResult> }

/** One change to a finished body; it may also set headers. */
export type BodyStep = { name: string; run: (exchange: Exchange, body: Buffer) => Buffer | Promise<Buffer> }

export const createExchange = (req: IncomingMessage, res: ServerResponse, info: RequestInfo): Exchange => ({
  req,
  res,
  info,
  route: null,
  earlyResponse: null,
  fill: null,
  release: () => {},
  discard: () => false,
  nonce: null,
  error: undefined,
  hasThrown: false,
  isExpectedFailure: false,
})

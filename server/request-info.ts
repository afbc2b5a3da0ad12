import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { hasSessionCookie } from '@/lib/platform/http/session-cookie'
import { withoutTracking } from '@/lib/platform/http/tracking-parameters'
import { ANONYMOUS_BODY_LIMIT, type RoutePolicy, routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { type Encoding, chooseEncoding } from './stages/compression'

/** The request line and headers, parsed once. */
export type RequestInfo = {
  method: string
  /** GET or HEAD. */
  isRead: boolean
  /** The URL that is answered: the requested one, of a page without tracking parameters. */
  url: string
  path: string
  policy: RoutePolicy
  /** The request carries a signed session cookie for a private path. Permission is checked later. */
  isAdmin: boolean
  maxBodyBytes: number
  encoding: Encoding
  /** The key of the response cache. */
  cacheKey: string
  ifNoneMatch: string | undefined
  /** Milliseconds, on the clock of `performance`. */
  startedAt: number
}

export function parseRequest({ method = 'GET', url: rawUrl = '/', headers }: IncomingMessage): RequestInfo {
  const path = rawUrl.split('?', 1)[0]!
  // The API rejects parameters that it does not know.
  const url = path.startsWith('/api/') ? rawUrl : withoutTracking(rawUrl)
  const policy = routePolicyFor(path)
  const isAdmin = !policy.public && hasSessionCookie(headers.cookie)
  const encoding = chooseEncoding(headers['accept-encoding'])
  return {
    method,
    isRead: method === 'GET' || method === 'HEAD',
    url,
    path,
    policy,
    isAdmin,
    maxBodyBytes: isAdmin ? policy.maxBodyBytes : Math.min(policy.maxBodyBytes, ANONYMOUS_BODY_LIMIT),
    encoding,
    cacheKey: `${encoding} ${url}`,
    ifNoneMatch: headers['if-none-match'],
    startedAt: performance.now(),
  }
}

/** True if the body has a transfer encoding instead of a declared length, as some proxies forward bodies. */
export const isChunked = ({ headers }: { headers: IncomingHttpHeaders }): boolean =>
  headers['transfer-encoding'] !== undefined

import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { hasSessionCookie } from '@/lib/platform/http/session-cookie'
import { withoutTracking } from '@/lib/platform/http/tracking-parameters'
import { ANONYMOUS_BODY_LIMIT, type RoutePolicy, routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { type Encoding, chooseEncoding } from './stages/compression'

/** Build assets carry a hash of their content in their name, so they never change. */
const BUILD_ASSETS = '/_next/static/'

/** The request line and headers, parsed once. */
export type RequestInfo = {
  method: string
  /** GET or HEAD. */
  isRead: boolean
  /** The requested URL without tracking parameters; of a build asset, the path alone. */
  url: string
  path: string
  policy: RoutePolicy
  isBuildAsset: boolean
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
  const isBuildAsset = path.startsWith(BUILD_ASSETS)
  // A build asset has no query. With one, a stranger could store the same file under any number of keys.
  const url = isBuildAsset ? path : withoutTracking(rawUrl)
  const policy = routePolicyFor(path)
  const isAdmin = !policy.public && hasSessionCookie(headers.cookie)
  const encoding = chooseEncoding(headers['accept-encoding'])
  return {
    method,
    isRead: method === 'GET' || method === 'HEAD',
    url,
    path,
    policy,
    isBuildAsset,
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

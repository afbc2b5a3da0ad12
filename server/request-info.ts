import type { IncomingMessage } from 'node:http'
import { hasSessionCookie } from '@/lib/platform/http/session-cookie'
import { withoutTracking } from '@/lib/platform/http/tracking-parameters'
import { ANONYMOUS_BODY_LIMIT, type RoutePolicy, routePolicyFor } from '@/lib/platform/request-context/route-policies'
import { type Encoding, chooseEncoding } from './stages/compression'

/** Built files carry a hash of their content in their name, so they never change. */
const BUILT = '/_next/static/'

/** What a request asks for, read once from its first lines. */
export type Line = {
  method: string
  /** It asks and changes nothing: GET or HEAD. */
  reads: boolean
  url: string
  path: string
  area: RoutePolicy
  isBuilt: boolean
  /** Somebody who has signed in asks for what is not public; whether they may is found out later. */
  isOfAdmin: boolean
  /** The bytes that may be sent along at most. */
  takes: number
  encoding: Encoding
  /** Under this a finished answer is kept. */
  key: string
  ifNoneMatch: string | undefined
}

export function lineOf({ method = 'GET', url: raw = '/', headers }: IncomingMessage): Line {
  const url = withoutTracking(raw)
  const path = url.split('?', 1)[0]!
  const area = routePolicyFor(path)
  const isOfAdmin = !area.public && hasSessionCookie(headers.cookie)
  const encoding = chooseEncoding(headers['accept-encoding'])
  return {
    method,
    reads: method === 'GET' || method === 'HEAD',
    url,
    path,
    area,
    isBuilt: path.startsWith(BUILT),
    isOfAdmin,
    takes: isOfAdmin ? area.maxBodyBytes : Math.min(area.maxBodyBytes, ANONYMOUS_BODY_LIMIT),
    encoding,
    key: `${encoding} ${url}`,
    ifNoneMatch: headers['if-none-match'],
  }
}

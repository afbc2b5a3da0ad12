import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { SnapshotsBusy } from '@/lib/platform/database/snapshot-slots'
import { type MinimalRequest, type TextResponse, toWebResponse, isTextResponse } from '@/lib/platform/http/types'
import { problem } from '@/lib/platform/http/problem-json'
import type { RequestOrigin } from '@/lib/platform/http/client-address'
import { type Kind, enforceApiLimit } from './api-limits'

export type Params = Record<string, string | string[]>
type Context = { params: Promise<Params> }
export type PublicHandler = (request: MinimalRequest, params: Params) => Promise<Response | TextResponse>

/** Any origin may read, without cookies. */
const CORS = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Link, ETag, Retry-After, Content-Disposition',
}

const PREFLIGHT = {
  ...CORS,
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
}

const withCors = <R extends Response | TextResponse>(response: R): R => {
  if (isTextResponse(response)) return { ...response, headers: { ...response.headers, ...CORS } }
  for (const [name, value] of Object.entries(CORS)) response.headers.set(name, value)
  return response
}

/** An API route: open to any origin, rate limited, and with every failure as problem+json. */
export const publicRoute = (kind: Kind | ((params: Params) => Kind), handler: PublicHandler) => {
  const limit = (origin: RequestOrigin, params: Params): Response | null => {
    const rejection = enforceApiLimit(origin, typeof kind === 'string' ? kind : kind(params))
    return rejection && withCors(rejection)
  }
  const handle = async (request: MinimalRequest, params: Params): Promise<Response | TextResponse> => {
    try {
      return withCors(await handler(request, params))
    } catch (error) {
      if (error instanceof SnapshotsBusy)
        return withCors(problem(503, { detail: error.message }, { 'Retry-After': '20' }))
      if (isDatabaseUnavailable(error)) {
        const detail = 'The database does not answer. Try again in a moment.'
        return withCors(problem(503, { detail }, { 'Retry-After': '5' }))
      }
      console.error(error)
      return withCors(problem(500))
    }
  }
  const limited = async (request: Request, context: Context): Promise<Response> => {
    const params = await context.params
    return limit(request, params) ?? toWebResponse(await handle(request, params))
  }
  // Both parts on their own, for the response cache: a cached response counts against the limit as well.
  const GET = Object.assign(limited, { limit, handle })
  const rejectWrite = async () =>
    withCors(problem(405, { detail: 'This interface can be read and not written.' }, { Allow: 'GET, HEAD, OPTIONS' }))
  const OPTIONS = async () => new Response(null, { status: 204, headers: PREFLIGHT })
  return { GET, OPTIONS, POST: rejectWrite, PUT: rejectWrite, PATCH: rejectWrite, DELETE: rejectWrite }
}

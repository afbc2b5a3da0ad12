import { isDatabaseUnavailable } from '@/lib/platform/database/availability'
import { SnapshotsBusy } from '@/lib/platform/database/snapshot'
import { type MinimalRequest, type TextResponse, toWebResponse, isTextResponse } from '@/lib/platform/http/types'
import { problem } from '@/lib/platform/http/problem-json'
import type { RequestOrigin } from '@/lib/platform/http/client-address'
import { type Kind, enforceApiLimit } from './api-limits'

export type Params = Record<string, string | string[]>
type Context = { params: Promise<Params> }
export type PublicHandler = (request: MinimalRequest, params: Params) => Promise<Response | TextResponse>

/** For everyone: no cookie, no key, any origin. */
const SHARED = {
  'access-control-allow-origin': '*',
  'access-control-expose-headers': 'Link, ETag, Retry-After, Content-Disposition',
}

const PREFLIGHT = {
  ...SHARED,
  'Access-Control-Allow-Methods': 'GET, HEAD, OPTIONS',
  'Access-Control-Allow-Headers': 'Accept, Content-Type, If-None-Match',
  'Access-Control-Max-Age': '86400',
}

const shared = <R extends Response | TextResponse>(answer: R): R => {
  if (isTextResponse(answer)) return { ...answer, headers: { ...answer.headers, ...SHARED } }
  for (const [name, value] of Object.entries(SHARED)) answer.headers.set(name, value)
  return answer
}

/** A route for programs: open to any origin, within limits, and with every failure as problem+json. */
export const publicRoute = (kind: Kind | ((params: Params) => Kind), handler: PublicHandler) => {
  const limit = (asking: RequestOrigin, params: Params): Response | null => {
    const refused = enforceApiLimit(asking, typeof kind === 'string' ? kind : kind(params))
    return refused && shared(refused)
  }
  const answer = async (request: MinimalRequest, params: Params): Promise<Response | TextResponse> => {
    try {
      return shared(await handler(request, params))
    } catch (error) {
      if (error instanceof SnapshotsBusy)
        return shared(problem(503, { detail: error.message }, { 'Retry-After': '20' }))
      if (isDatabaseUnavailable(error)) {
        const detail = 'The database does not answer. Try again in a moment.'
        return shared(problem(503, { detail }, { 'Retry-After': '5' }))
      }
      console.error(error)
      return shared(problem(500))
    }
  }
  const counted = async (request: Request, context: Context): Promise<Response> => {
    const params = await context.params
    return limit(request, params) ?? toWebResponse(await answer(request, params))
  }
  // The two halves, for a server that keeps answers: one that was made before counts as well.
  const GET = Object.assign(counted, { limit, answer })
  const refused = async () =>
    shared(problem(405, { detail: 'This interface can be read and not written.' }, { Allow: 'GET, HEAD, OPTIONS' }))
  const OPTIONS = async () => new Response(null, { status: 204, headers: PREFLIGHT })
  return { GET, OPTIONS, POST: refused, PUT: refused, PATCH: refused, DELETE: refused }
}

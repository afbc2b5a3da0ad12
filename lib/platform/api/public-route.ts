import { isAway } from '@/lib/platform/database/availability'
import { Busy } from '@/lib/platform/database/snapshot'
import { type Asked, type Ready, asResponse, isReady } from '@/lib/platform/http/types'
import { problem } from '@/lib/platform/http/problem-json'
import type { Asking } from '@/lib/platform/http/client-address'
import { type Kind, limited } from './api-limits'

export type Params = Record<string, string | string[]>
type Context = { params: Promise<Params> }
export type OpenHandler = (request: Asked, params: Params) => Promise<Response | Ready>

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

const shared = <R extends Response | Ready>(answer: R): R => {
  if (isReady(answer)) return { ...answer, headers: { ...answer.headers, ...SHARED } }
  for (const [name, value] of Object.entries(SHARED)) answer.headers.set(name, value)
  return answer
}

/** A route for programs: open to any origin, within limits, and with every failure as problem+json. */
export const openRoute = (kind: Kind | ((params: Params) => Kind), handler: OpenHandler) => {
  const limit = (asking: Asking, params: Params): Response | null => {
    const refused = limited(asking, typeof kind === 'string' ? kind : kind(params))
    return refused && shared(refused)
  }
  const answer = async (request: Asked, params: Params): Promise<Response | Ready> => {
    try {
      return shared(await handler(request, params))
    } catch (error) {
      if (error instanceof Busy) return shared(problem(503, { detail: error.message }, { 'Retry-After': '20' }))
      if (isAway(error)) {
        const detail = 'The database does not answer. Try again in a moment.'
        return shared(problem(503, { detail }, { 'Retry-After': '5' }))
      }
      console.error(error)
      return shared(problem(500))
    }
  }
  const counted = async (request: Request, context: Context): Promise<Response> => {
    const params = await context.params
    return limit(request, params) ?? asResponse(await answer(request, params))
  }
  // The two halves, for a server that keeps answers: one that was made before counts as well.
  const GET = Object.assign(counted, { limit, answer })
  const refused = async () =>
    shared(problem(405, { detail: 'This interface can be read and not written.' }, { Allow: 'GET, HEAD, OPTIONS' }))
  const OPTIONS = async () => new Response(null, { status: 204, headers: PREFLIGHT })
  return { GET, OPTIONS, POST: refused, PUT: refused, PATCH: refused, DELETE: refused }
}

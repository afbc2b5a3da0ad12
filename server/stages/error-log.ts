import type { ServerResponse } from 'node:http'
import type { Line } from '@/server/request-info'

/** An answer with a status of 500 and more. */
export type Failure = { method: string; path: string; status: number; ms: number; id: string; error?: unknown }

/** What is asked every few seconds, and tells by its status alone. */
export const HEALTH = '/api/health'

/** Addresses whose last part is for one person's eyes; it goes into no log. */
const SECRET = /^((?:\/es)?\/(?:admin\/(?:join|reset)|suggest)\/).+/

/** Tells of an answer that failed, when it was sent. What it failed of is put into the result, and whether that is usual. */
export function watch(res: ServerResponse, { method, path }: Line, onFailure: (failure: Failure) => void) {
  const started = performance.now()
  const seen: { error?: unknown; isUsual: boolean } = { isUsual: path === HEALTH }
  res.once('finish', () => {
    if (res.statusCode < 500 || seen.isUsual) return
    onFailure({
      method,
      path: path.replace(SECRET, '$1…').replace(/[^\x21-\x7e]/g, encodeURIComponent),
      status: res.statusCode,
      ms: Math.round(performance.now() - started),
      id: String(res.getHeader('X-Request-Id')),
      error: seen.error,
    })
  })
  return seen
}

import type { Stage } from '@/server/exchange'

/** A response with a status of 500 and more. */
export type Failure = { method: string; path: string; status: number; ms: number; id: string; error?: unknown }

/** Polled every few seconds. Their status is sufficient, so their failures are not logged. */
export const isHealthPath = (path: string): boolean => path === '/api/health' || path === '/api/health/live'

/** Paths that end in a secret, which must not be logged. */
const SECRET = /^((?:\/es)?\/(?:admin\/(?:join|reset)|suggest)\/).+/

/** Reports each 5xx response once it was sent, without query, cookie or address. */
export const errorLog = (onFailure: (failure: Failure) => void): Stage => ({
  name: 'error-log',
  run: (exchange) => {
    const { res, info } = exchange
    res.once('finish', () => {
      if (res.statusCode < 500 || exchange.isExpectedFailure || isHealthPath(info.path)) return
      onFailure({
        method: info.method,
        path: info.path.replace(SECRET, '$1…').replace(/[^\x21-\x7e]/g, encodeURIComponent),
        status: res.statusCode,
        ms: Math.round(performance.now() - info.startedAt),
        id: String(res.getHeader('X-Request-Id')),
        error: exchange.error,
      })
    })
  },
})

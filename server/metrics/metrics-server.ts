import type { Server } from 'node:http'
import { timingSafeEqualText } from '@/lib/platform/http/timing-safe-equal'
import { openServer } from '@/server/http-server'
import type { Metrics } from '@/server/metrics/metrics'

type Source = Pick<Metrics, 'scrape' | 'contentType'>

/**
 * The HTTP server for Prometheus. It has a port of its own, so that no rule of a proxy can make the metrics public by
 * accident, and asks for a token where one is set.
 */
export const createMetricsServer = ({ scrape, contentType }: Source, token: string | undefined): Server =>
  openServer(async (req, res) => {
    const answer = (status: number, text: string, headers: Record<string, string> = {}) =>
      res
        .writeHead(status, {
          'Content-Type': 'text/plain; charset=utf-8',
          'Cache-Control': 'no-store',
          'X-Content-Type-Options': 'nosniff',
          Connection: 'close',
          ...headers,
        })
        .end(req.method === 'HEAD' ? undefined : text)
    if (token !== undefined && !timingSafeEqualText(req.headers.authorization ?? '', `Bearer ${token}`))
      return answer(401, 'The token of METRICS_TOKEN is needed.\n', { 'WWW-Authenticate': 'Bearer' })
    if (req.url?.split('?')[0] !== '/metrics') return answer(404, 'The metrics are at /metrics.\n')
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return answer(405, 'Read them with GET.\n', { Allow: 'GET, HEAD' })
    return scrape().then(
      (text) => answer(200, text, { 'Content-Type': contentType }),
      () => answer(500, 'The metrics could not be read.\n'),
    )
  })

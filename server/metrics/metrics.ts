import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import { poolCounts } from '@/lib/platform/database/pool'
import type { Stage } from '@/server/exchange'
import { PREFIX, createDatabaseMetrics } from '@/server/metrics/database-metrics'
import { routeClassOf, statusLabel } from '@/server/metrics/route-class'
import type { ConcurrencyLimiter } from '@/server/stages/admission-control'
import type { ResponseCache } from '@/server/stages/response-cache'

type Observed = {
  cache: Pick<ResponseCache, 'counts' | 'count' | 'size'>
  limiters: Record<'pages' | 'handlers' | 'pictures', Pick<ConcurrencyLimiter, 'counts'>>
}

type Values = [value: number, label?: string, other?: string][]

/** The metrics of one server. No label holds a path, an address or anything else that a stranger can choose. */
export function createMetrics({ cache, limiters }: Observed) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  // Read at each scrape, from what the parts of the server count themselves.
  const observe = (kind: 'counter' | 'gauge', name: string, help: string, labelNames: string[], read: () => Values) =>
    new { counter: Counter, gauge: Gauge }[kind]({
      name: PREFIX + name,
      help,
      labelNames,
      registers,
      collect() {
        this.reset()
        for (const [value, ...labels] of read()) this.labels(...(labels as string[])).inc(value)
      },
    })

  observe('counter', 'response_cache_requests_total', 'Public reads that the cache had, or not.', ['result'], () => [
    [cache.counts.hits, 'hit'],
    [cache.counts.misses, 'miss'],
  ])
  observe('gauge', 'response_cache_bytes', 'Size of the response cache.', [], () => [[cache.size]])
  observe('gauge', 'response_cache_entries', 'Responses in the cache.', [], () => [[cache.count]])

  const eachLimiter = (count: 'running' | 'queued' | 'rejected') => () =>
    Object.entries(limiters).map(([limiter, { counts }]): Values[number] => [counts[count], limiter])
  observe('gauge', 'admission_running', 'Requests under way.', ['limiter'], eachLimiter('running'))
  observe('gauge', 'admission_queued', 'Requests that wait for their turn.', ['limiter'], eachLimiter('queued'))
  observe('counter', 'admission_rejected_total', 'Requests answered 503.', ['limiter'], eachLimiter('rejected'))

  observe('gauge', 'database_connections', 'Connections of the pools by state.', ['pool', 'state'], () =>
    Object.entries(poolCounts()).flatMap(([pool, counts]) =>
      Object.entries(counts).map(([state, value]): Values[number] => [value, pool, state]),
    ),
  )

  const requests = new Counter({
    name: `${PREFIX}http_requests_total`,
    help: 'Requests by kind of route and status.',
    labelNames: ['route', 'status'],
    registers,
  })
  const duration = new Histogram({
    name: `${PREFIX}http_request_duration_seconds`,
    help: 'Time until the response was sent, by kind of route.',
    labelNames: ['route'],
    buckets: [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers,
  })
  const refreshDatabaseMetrics = createDatabaseMetrics(registry)

  return {
    contentType: registry.contentType,
    scrape: async (): Promise<string> => {
      await refreshDatabaseMetrics()
      return registry.metrics()
    },
    /** Counts each request when its response was sent or its client left. */
    stage: {
      name: 'count-requests',
      run: ({ res, info }) => {
        const route = routeClassOf(info)
        res.once('close', () => {
          requests.inc({ route, status: statusLabel(res.statusCode, res.headersSent) })
          duration.observe({ route }, (performance.now() - info.startedAt) / 1000)
        })
      },
    } satisfies Stage,
  }
}

export type Metrics = ReturnType<typeof createMetrics>

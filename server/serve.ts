import { createServer, type Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { queryCache } from '@/lib/platform/caching/query-cache'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import { beginServing, beginShutdown } from '@/lib/platform/database/readiness'
import { watchReplicas } from '@/lib/platform/database/replicas'
import { startJobs } from '@/lib/platform/jobs/worker'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { openLog, takeOver } from '@/lib/platform/logging/log'
import { runWithResponse } from '@/lib/platform/request-context/request-context'
import { settings, settingsWarnings } from '@/lib/platform/settings/settings'
import { workerPool } from '@/lib/platform/worker-pool/worker-pool'
import { BUILT, noteServing } from '@/scripts/build/build'
import { CliError } from '@/scripts/cli/cli-error'
import { ROOT } from '@/scripts/paths'
import { readMigrations } from '@/scripts/postgres/migrate'
import { readBuildAssets } from '@/server/build-assets'
import { builtConfig } from '@/server/build-output'
import { openServer } from '@/server/http-server'
import { type Options, createDevStages, createRequestHandler } from '@/server/pipeline'
import { createErrorPageRenderer } from '@/server/render-error-page'
import { createRouteMatcher } from '@/server/route-matcher'
import type { createMetrics } from '@/server/metrics/metrics'
import { createPriorityScheduler } from '@/server/stages/admin-priority'
import { createConcurrencyLimiter } from '@/server/stages/admission-control'
import type { Handler } from '@/server/stages/respond'
import { createResponseCache } from '@/server/stages/response-cache'

type Serving = {
  url: string
  /** The same site without cache and limits, with every response from Next; tests compare the two. */
  throughNext: Handler
  /** Starts the background jobs, which readers don't wait for. */
  complete: () => Promise<void>
  close: () => Promise<void>
}

/** Serves the built site through all stages of the pipeline; in development, Next's dev server through fewer. */
export async function serve({ dev, tests = false }: { dev: boolean; tests?: boolean }): Promise<Serving> {
  // By default V8 lets the old generation grow to four times its live size before a full collection, a gigabyte under
  // load. The young generation is limited by a flag of `npm start`, because V8 reads that one only at startup.
  setFlagsFromString('--heap-growing-percent=15')
  const { port, host, siteUrl, logLevel } = settings()
  const log = openLog(logLevel)
  beginServing(readMigrations().map(({ name }) => name))
  let handle: Handler | undefined
  const server = openServer((req, res) => void handle?.(req, res))
  // WebSockets exist only in development.
  if (!dev)
    server.on('upgrade', (_req, socket) => {
      // Node removes its own listener before this event, and a reset without one is an uncaught exception.
      socket.on('error', () => {})
      socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n')
    })

  const releaseBuild = dev ? () => {} : noteServing(tests)
  if (!dev) takeOver(log)
  for (const warning of settingsWarnings(settings())) log.warn(warning)
  const next = prepareNext({ dev, port, server, log })
  next.catch(() => {}) // each request that waits for it reports the reason
  const render: Handler = (req, res) => runWithResponse(res, async () => (await next).getRequestHandler()(req, res))
  const options = {
    https: siteUrl.startsWith('https:'),
    renderErrorPage: createErrorPageRenderer(render),
    onFailure: ({ error, ...failure }) => log.error({ ...failure, err: error }, 'request failed'),
  } satisfies Options
  const production = dev ? null : await startProduction(log)
  const development = createRequestHandler(render, options, createDevStages)
  handle = production
    ? createRequestHandler(render, { ...options, ...production.options })
    : (req, res) => (isNextDevPath(req.url ?? '') ? render(req, res) : development(req, res))
  await listen(server, port, host)
  let background: ReturnType<typeof startJobs> | undefined
  return {
    url: `http://${urlHost(host)}:${port}`,
    throughNext: createRequestHandler(render, options),
    complete: async () => {
      await next
      if (!dev && settings().jobs) background = startJobs(await jobs({ tests }), log)
    },
    close: async () => {
      beginShutdown()
      await sleep(settings().shutdownDelay * 1_000)
      workerPool().close()
      await Promise.all([closed(server), background?.stop()])
      await production?.stop()
      await (await next.catch(() => undefined))?.close()
      releaseBuild()
    },
  }
}

/** The name in the address that is printed. */
const urlHost = (host = 'localhost') => (host === '127.0.0.1' ? 'localhost' : isIPv6(host) ? `[${host}]` : host)

type Log = ReturnType<typeof openLog>

/** Starts production-only parts: caches with invalidation, facet indexes, limits, and routes that run without Next. */
async function startProduction(log: Log) {
  const { databaseReplicaUrls, databaseConnections } = settings()
  const { ROUTES } = await loadRoutes()
  const cache = createResponseCache()
  const facetIndexes = await startFacetIndexes(log)
  const unwatch = watchReplicas(databaseReplicaUrls)
  const stopListening = listenForPublished({
    onNotification: (notification) => {
      facetIndexes?.invalidate(notification)
      queryCache.invalidate()
      cache.clear()
    },
    setInvalidationAvailable: (isAvailable) => {
      facetIndexes?.setInvalidationAvailable(isAvailable)
      queryCache.setInvalidationAvailable(isAvailable)
      cache.setInvalidationAvailable(isAvailable)
    },
  })
  const scheduler = createPriorityScheduler({
    onIdle: () => [pageLimiter, apiLimiter, pictureLimiter].forEach(({ drain }) => drain()),
  })
  const pageLimiter = createConcurrencyLimiter({
    concurrency: () => (scheduler.hasAdminRequests ? 1 : 3),
    onFull: (rejected) => log.warn({ turnedAway: rejected }, 'more requests at once than can be done'),
  })
  const apiLimiter = createConcurrencyLimiter({
    concurrency: () => (scheduler.hasAdminRequests ? 1 : 2 * databaseConnections),
    onFull: (rejected) => log.warn({ turnedAway: rejected }, 'more requests of programs at once than can be done'),
  })
  // One is drawn while the data of another is read. A drawing takes a second or two, so more time to wait is needed.
  const pictureLimiter = createConcurrencyLimiter({
    concurrency: () => (scheduler.hasAdminRequests ? 1 : 2),
    queueTimeoutMs: 20_000,
    onFull: (rejected) => log.warn({ turnedAway: rejected }, 'more pictures at once than can be drawn'),
  })
  const metrics = await startMetrics({
    cache,
    limiters: { pages: pageLimiter, handlers: apiLimiter, pictures: pictureLimiter },
  })
  return {
    options: {
      ...{ cache, buildAssets: readBuildAssets(BUILT), findRoute: createRouteMatcher(ROUTES) },
      ...{ pageLimiter, apiLimiter, pictureLimiter, scheduler, countRequests: metrics?.stage },
    },
    stop: () => Promise.all([stopListening(), unwatch(), facetIndexes?.stop(), metrics?.stop()]),
  }
}

/** Serves the metrics on their own port. Their code is not even loaded when they are switched off. */
async function startMetrics(observed: Parameters<typeof createMetrics>[0]) {
  const { metrics } = settings()
  if (!metrics) return null
  const [{ createMetrics }, { createMetricsServer }] = await Promise.all([
    import('@/server/metrics/metrics'),
    import('@/server/metrics/metrics-server'),
  ])
  const { stage, ...source } = createMetrics(observed)
  const server = createMetricsServer(source, metrics.token)
  await listen(server, metrics.port, metrics.host)
  return { stage, stop: () => closed(server) }
}

type NextOptions = { dev: boolean; port: number; server: Server; log: Log }

const prepareNext = async ({ dev, port, server, log }: NextOptions) => {
  // Next's standalone server does the same: reading next.config.ts again would load the compiler.
  if (!dev) process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(builtConfig(BUILT))
  const { default: createNext } = await import('next')
  const app = createNext({ dev, dir: ROOT, hostname: 'localhost', port, httpServer: server })
  await app.prepare()
  if (!dev) takeOver(log) // again, because Next replaces the console as well
  return app
}

/** Next's own addresses in development, with scripts, source maps and the error overlay, skip the pipeline. */
const isNextDevPath = (url: string) => /^\/(_next\/|__next)/.test(url)

/** Loaded late, as everything that knows the record types: they need the generated client. */
export const loadRoutes = () => import('@/server/routes')

/** Starts the facet index (lib/platform/facet-index/README.md). Its code is not even loaded when it is switched off. */
const startFacetIndexes = async (log: Log) => {
  const minRows = settings().facetIndexMinRows
  if (minRows === null) return null
  const [{ COLLECTIONS }, { createFacetIndexes }] = await Promise.all([
    import('@/lib/records/collections'),
    import('@/lib/platform/facet-index/create-facet-indexes'),
  ])
  return createFacetIndexes(COLLECTIONS as unknown as Readonly<Record<string, CollectionSpec>>, {
    minRows,
    onError: (error) => log.warn({ err: error }, 'facet index failed; lists come from SQL'),
  })
}

/** In tests, only jobs that use no network. */
const jobs = async ({ tests }: { tests: boolean }) => {
  const { JOBS, OFFLINE_JOBS } = await import('@/lib/features/jobs')
  return tests ? OFFLINE_JOBS : JOBS
}

/** Fails immediately if the port is in use, before any long step. */
export async function refuseTakenPort(): Promise<void> {
  const probe = createServer()
  await listen(probe, settings().port, settings().host)
  await closed(probe)
}

function listen(server: Server, port: number, host: string | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: Error & { code?: string }) => {
      const reasons: Record<string, string> = {
        EADDRINUSE: `Port ${port} is in use: end the program that uses it, or choose another with PORT=${port + 1}.`,
        EACCES: `Port ${port} needs special rights: choose one above 1023 with PORT=3000.`,
        EADDRNOTAVAIL: `HOST=${host} is not an address of this computer: correct it, or leave it out.`,
        ENOTFOUND: `HOST=${host} is not an address of this computer: correct it, or leave it out.`,
      }
      reject(reasons[error.code ?? ''] ? new CliError(reasons[error.code!]!) : error)
    })
    server.listen({ port, host }, resolve)
  })
}

/** Stops accepting requests, and gives pending ones ten seconds to finish. */
function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(() => server.closeAllConnections(), 10_000)
    server.close(() => {
      clearTimeout(late)
      resolve()
    })
    server.closeIdleConnections()
  })
}

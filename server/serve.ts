import { AsyncLocalStorage } from 'node:async_hooks'
import { createServer, type Server } from 'node:http'
import { isIPv6 } from 'node:net'
import { setFlagsFromString } from 'node:v8'
import { queryCache } from '@/lib/platform/caching/query-cache'
import { listenForPublished } from '@/lib/platform/database/listen-for-published'
import { watchReplicas } from '@/lib/platform/database/replicas'
import { adminFirst } from '@/server/stages/admin-priority'
import { router } from '@/server/route-matcher'
import { finishedAnswers } from '@/server/stages/response-cache'
import { gate } from '@/server/stages/admission-control'
import { startJobs } from '@/lib/platform/jobs/worker'
import { openLog, takeOver } from '@/lib/platform/logging/log'
import { openServer } from '@/server/http-server'
import { type Handler, type Options, site } from '@/server/pipeline'
import { runWithResponse } from '@/lib/platform/request-context/request-context'
import type { CollectionSpec } from '@/lib/platform/lists/list-source'
import { settings } from '@/lib/platform/settings/settings'
import { builtConfig, readBuilt } from '@/server/build-output'
import { builtClientScripts } from '@/scripts/build/client-scripts'
import { BUILT, noteServing } from '@/scripts/build/build'
import { ROOT } from '@/scripts/paths'
import { CliError } from '@/scripts/cli/cli-error'

type Serving = {
  url: string
  /** The same site with nothing kept and every answer made by Next, as in development. */
  throughNext: Handler
  /** Prepares the rest, which readers don't wait for: Next, for the admin area, and the work in the background. */
  complete: () => Promise<void>
  close: () => Promise<void>
}

/** Serves the site: Next, with everything around it in production, and bare in development. */
export async function serve({ dev, tests = false }: { dev: boolean; tests?: boolean }): Promise<Serving> {
  // Else V8 lets it grow to four times what is alive before it looks again: a gigabyte, in a crowd. What is new has a
  // limit in `npm start`, because that is read before any program runs.
  setFlagsFromString('--heap-growing-percent=15')
  const { port, host, siteUrl, logLevel, databaseReplicaUrls } = settings()
  const log = openLog(logLevel)
  let handle: Handler | undefined
  const server = openServer((req, res) => void handle?.(req, res))
  // Nothing here speaks another protocol, apart from Next in development.
  if (!dev) server.on('upgrade', (_req, socket) => socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'))

  const forget = dev ? () => {} : noteServing(tests)
  const direct = dev ? null : await ours()
  if (!dev) takeOver(log)
  let app: ReturnType<typeof prepareNext> | undefined
  const prepared = () => (app ??= prepareNext({ dev, port, server, log }))
  const render: Handler = (req, res) =>
    runWithResponse(res, async () => (await prepared()).getRequestHandler()(req, res))
  const finished = finishedAnswers()
  const facetIndexes = dev ? null : await startFacetIndexes(log)
  const unwatch = watchReplicas(dev ? [] : databaseReplicaUrls)
  const stopListening = dev
    ? () => Promise.resolve()
    : listenForPublished({
        onNotification: (notification) => {
          facetIndexes?.invalidate(notification)
          queryCache.invalidate()
          finished.forget()
        },
        setInvalidationAvailable: (isAvailable) => {
          facetIndexes?.setInvalidationAvailable(isAvailable)
          queryCache.setInvalidationAvailable(isAvailable)
          finished.setInvalidationAvailable(isAvailable)
        },
      })
  const around = {
    https: siteUrl.startsWith('https:'),
    onFailure: ({ error, ...failure }) => log.error({ ...failure, err: error }, 'request failed'),
  } satisfies Options
  const admin = adminFirst({ onFree: () => [pageLimiter, apiLimiter].forEach((one) => one.letIn()) })
  const pageLimiter = gate({
    most: () => (admin.waited ? 1 : 3),
    onFull: (turnedAway) => log.warn({ turnedAway }, 'more requests at once than can be done'),
  })
  const apiLimiter = gate({
    most: () => (admin.waited ? 1 : 2 * settings().databaseConnections),
    onFull: (turnedAway) => log.warn({ turnedAway }, 'more requests of programs at once than can be done'),
  })
  handle = direct
    ? site(render, { ...around, finished, direct, gate: pageLimiter, programs: apiLimiter, admin })
    : render
  await listen(server, port, host)
  let background: ReturnType<typeof startJobs> | undefined
  return {
    url: host ? `http://${isIPv6(host) ? `[${host}]` : host}:${port}` : `http://localhost:${port}`,
    throughNext: site(render, around),
    complete: async () => {
      await prepared()
      if (!dev && settings().jobs) background = startJobs(await jobs({ tests }), log)
    },
    close: async () => {
      await Promise.all([closed(server), background?.stop()])
      await Promise.all([stopListening(), unwatch(), facetIndexes?.stop()])
      await (await app)?.close()
      forget()
    },
  }
}

type Around = { dev: boolean; port: number; server: Server; log: ReturnType<typeof openLog> }

const prepareNext = async ({ dev, port, server, log }: Around) => {
  // As the framework's own standalone server does: to read next.config.ts anew, it would load its compiler.
  if (!dev) process.env.__NEXT_PRIVATE_STANDALONE_CONFIG = JSON.stringify(builtConfig(BUILT))
  const { default: next } = await import('next')
  const app = next({ dev, dir: ROOT, hostname: 'localhost', port, httpServer: server })
  await app.prepare()
  if (!dev) takeOver(log) // once more, because Next takes hold of the console as well
  return app
}

// Next keeps it there as well, but is loaded only after the pages, which import some of it.
Object.assign(globalThis, { AsyncLocalStorage })

/** All that answers without Next. Loaded late, because it knows the record types. */
export const loadHandlers = () => Promise.all([import('@/server/routes'), import('@/server/static-renderer/pages')])

const ours = async () => {
  process.env.BROWSER_PROGRAMS = builtClientScripts(BUILT)
  const [{ ROUTES }, { pages }] = await loadHandlers()
  return router([...ROUTES, ...pages(readBuilt(BUILT, '[lang]'))])
}

/** Starts the facet index (lib/platform/facet-index/README.md). Its code is not even loaded when it is switched off. */
const startFacetIndexes = async (log: ReturnType<typeof openLog>) => {
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

/** Loaded late: the record types need the generated client. In tests, only what asks nothing of the network. */
const jobs = async ({ tests }: { tests: boolean }) => {
  const { JOBS, OFFLINE_JOBS } = await import('@/lib/features/jobs')
  return tests ? OFFLINE_JOBS : JOBS
}

/** Says at once when the port is taken, before any long step. */
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

/** Takes no new requests, and gives those under way ten seconds to finish. */
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

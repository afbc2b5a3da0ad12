import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestOrigin } from '@/lib/platform/http/client-address'
import { type MinimalRequest, type TextResponse, isTextResponse } from '@/lib/platform/http/types'
import { FILE_PATHS } from '@/lib/platform/http/file-suffixes'
import type { Stage } from '@/server/exchange'

export type Params = Record<string, string | string[]>
type Handle = (request: MinimalRequest, params: Params) => Promise<Response | TextResponse>

/** A handler as a route file of Next exports it, with what `publicRoute` attaches for this server. */
type RouteHandler = ((
  request: MinimalRequest,
  context: { params: Promise<Params> },
) => Response | Promise<Response>) & {
  limit?: (origin: RequestOrigin, params: Params) => Response | null
  handle?: Handle
}
export type RouteHandlers = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS', RouteHandler>>

/** A folder of `app` with its parameters ("/api/v1/[type]"), its handlers, and a pattern that narrows its paths. */
export type Route = readonly [folder: string, handlers: object, only?: RegExp | undefined]

/** The handler of one request, with its route parameters bound. */
export type RouteMatch = {
  /** Counts the request; returns the 429 of a caller over the rate limit. */
  limit: ((origin: RequestOrigin) => Response | null) | null
  handle: (request: MinimalRequest) => Promise<Response | TextResponse>
}

export type RouteMatcher = (method: string, path: string) => RouteMatch | null

const IS_FILE = new RegExp(`^/(?!en/)${FILE_PATHS}$`)

/**
 * Matches a path to a route handler as Next would. Next decides whatever is unusual: a trailing slash, an escaped
 * character, a method without a handler.
 */
export const createRouteMatcher = (routes: readonly Route[]): RouteMatcher => {
  const compiled = routes.map(([folder, handlers, only]) => ({
    handlers: handlers as RouteHandlers,
    parseParams: compilePattern(folder),
    only,
  }))
  return (method, path) => {
    if (path.includes('%') || path.includes('//') || (path.endsWith('/') && path !== '/')) return null
    const folder = IS_FILE.test(path) ? `/download${path}` : path
    for (const { handlers, parseParams, only } of compiled) {
      const params = parseParams(folder)
      if (!params || only?.test(path) === false) continue
      const handler = Object.hasOwn(handlers, method) ? handlers[method as keyof RouteHandlers] : undefined
      return handler ? bind(handler, params) : null
    }
    return null
  }
}

const bind = (handler: RouteHandler, params: Params): RouteMatch => {
  const { limit, handle } = handler
  return {
    limit: limit ? (origin) => limit(origin, params) : null,
    handle: handle
      ? (request) => handle(request, params)
      : async (request) => handler(request, { params: Promise.resolve(params) }),
  }
}

const compilePattern = (folder: string): ((path: string) => Params | null) => {
  const names: { name: string; isCatchAll: boolean }[] = []
  const source = folder.replace(/\/\[(\.\.\.)?(\w+)\]|[.]/g, (text, dots?: string, name?: string) => {
    if (!name) return `\\${text}`
    names.push({ name, isCatchAll: Boolean(dots) })
    return dots ? '/(.+)' : '/([^/]+)'
  })
  const pattern = new RegExp(`^${source}$`)
  return (path) => {
    const match = pattern.exec(path)
    return (
      match &&
      Object.fromEntries(
        names.map(({ name, isCatchAll }, index) => [
          name,
          isCatchAll ? match[index + 1]!.split('/') : match[index + 1]!,
        ]),
      )
    )
  }
}

export const toRequest = ({ url, headers, socket }: IncomingMessage): MinimalRequest => ({
  url: `http://localhost${url}`,
  headers: { get: (name) => headers[name]?.toString() ?? null },
  peer: socket.remoteAddress,
})

/** Sends a handler's response with backpressure. A client that disconnects cancels the body. */
export async function sendResponse(res: ServerResponse, response: Response | TextResponse): Promise<void> {
  res.statusCode = response.status
  const headers = isTextResponse(response) ? Object.entries(response.headers) : response.headers
  for (const [name, value] of headers) res.setHeader(name, value)
  if (isTextResponse(response)) return void res.end(response.text)
  if (!response.body) return void res.end()
  const reader = response.body.getReader()
  res.once('close', () => void reader.cancel().catch(() => {}))
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read())
    if (!res.write(chunk.value)) await drained(res)
  if (!res.destroyed) res.end()
}

/** Resolves when the client has received the written data, or has disconnected. */
const drained = (res: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      res.off('drain', done).off('close', done)
      resolve()
    }
    res.on('drain', done).on('close', done)
    if (res.destroyed) done()
  })

/** Finds the route handler, and counts the request against its rate limit. */
export const matchRoute = (find: RouteMatcher): Stage => ({
  name: 'match-route',
  run: (exchange) => {
    const { req, info } = exchange
    if (!info.policy.public) return
    exchange.route = find(req.method!, info.path)
    exchange.earlyResponse ??= exchange.route?.limit?.(toRequest(req)) ?? null
  },
})

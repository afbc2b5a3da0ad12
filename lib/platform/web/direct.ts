import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Asking } from '@/lib/platform/api/caller'
import { FILES } from './files'

export type Params = Record<string, string | string[]>
type Answer = (request: Request, params: Params) => Promise<Response>
type Method = ((request: Request, context: { params: Promise<Params> }) => Response | Promise<Response>) & {
  limit?: (asking: Asking, params: Params) => Promise<Response | null>
  answer?: Answer
}
export type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS', Method>>

/** A folder of `app` with its parameters ("/api/v1/[room]"), and the handlers that lie there. */
export type Route = readonly [folder: string, handlers: object]

/** Who answers a request, and how. */
export type Found = {
  limit: Limit | null
  answer: (request: Request) => Promise<Response>
}

/** A refusal of a caller who asks too often. */
export type Limit = (asking: Asking) => Promise<Response | null>

const IS_FILE = new RegExp(`^/(?!en/)${FILES}$`)

/**
 * Finds the handler of an address without Next, as Next would. Whatever is unusual about an address, Next decides:
 * a slash at its end, an escaped character, a method that there is no handler for.
 */
export const router = (routes: readonly Route[]) => {
  const all = routes.map(([folder, handlers]) => ({ handlers: handlers as Methods, match: matcher(folder) }))
  return (method: string, path: string): Found | null => {
    if (path.includes('%') || path.includes('//') || path.endsWith('/')) return null
    const folder = IS_FILE.test(path) ? `/download${path}` : path
    for (const { handlers, match } of all) {
      const params = match(folder)
      if (!params) continue
      const handle = Object.hasOwn(handlers, method) ? handlers[method as keyof Methods] : undefined
      if (!handle) return null
      const { limit, answer } = handle
      return {
        limit: limit ? (asking) => limit(asking, params) : null,
        answer: answer
          ? (request) => answer(request, params)
          : async (request) => handle(request, { params: Promise.resolve(params) }),
      }
    }
    return null
  }
}

/** Reads the parameters of one folder's addresses. */
const matcher = (folder: string): ((path: string) => Params | null) => {
  const names: { name: string; many: boolean }[] = []
  const pattern = folder.replace(/\/\[(\.\.\.)?(\w+)\]|[.]/g, (found, many?: string, name?: string) => {
    if (!name) return `\\${found}`
    names.push({ name, many: Boolean(many) })
    return many ? '/(.+)' : '/([^/]+)'
  })
  const whole = new RegExp(`^${pattern}$`)
  return (path) => {
    const found = whole.exec(path)
    return (
      found &&
      Object.fromEntries(names.map(({ name, many }, at) => [name, many ? found[at + 1]!.split('/') : found[at + 1]!]))
    )
  }
}

/** Who asks, as limits need to know it. */
export const askingOf = ({ headers, socket }: IncomingMessage): Asking => ({
  headers: { get: (name) => headers[name]?.toString() ?? null },
  peer: socket.remoteAddress,
})

/** A request of Node's as handlers have it. */
export const requestOf = ({ method = 'GET', url = '/', headers }: IncomingMessage): Request =>
  new Request(`http://localhost${url}`, { method, headers: headers as Record<string, string> })

/** Sends what a handler answered, piece by piece as the reader takes it; who goes away ends the making of it. */
export async function send(res: ServerResponse, { status, headers, body }: Response): Promise<void> {
  res.statusCode = status
  for (const [name, value] of headers) res.setHeader(name, value)
  if (!body) return void res.end()
  const reader = body.getReader()
  const gone = new AbortController()
  res.once('close', () => {
    gone.abort()
    reader.cancel().catch(() => {})
  })
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    if (!res.write(piece.value)) await once(res, 'drain', { signal: gone.signal }).catch(() => {})
  if (!gone.signal.aborted) res.end()
}

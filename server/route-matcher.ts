import type { IncomingMessage, ServerResponse } from 'node:http'
import type { RequestOrigin } from '@/lib/platform/http/client-address'
import { type MinimalRequest, type TextResponse, isTextResponse } from '@/lib/platform/http/types'
import { FILE_PATHS } from '@/lib/platform/http/file-suffixes'

export type Params = Record<string, string | string[]>
type Answer = (request: MinimalRequest, params: Params) => Promise<Response | TextResponse>
type Method = ((request: MinimalRequest, context: { params: Promise<Params> }) => Response | Promise<Response>) & {
  limit?: (asking: RequestOrigin, params: Params) => Response | null
  answer?: Answer
  isPage?: boolean
}
export type Methods = Partial<Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS', Method>>

/** A folder of `app` with its parameters ("/api/v1/[record type]"), the handlers that lie there, and which addresses it takes. */
export type Route = readonly [folder: string, handlers: object, only?: RegExp | undefined]

/** Who answers a request, and how. */
export type Found = {
  limit: Limit | null
  answer: (request: MinimalRequest) => Promise<Response | TextResponse>
  isPage: boolean
}

/** A refusal of a caller who asks too often. */
export type Limit = (asking: RequestOrigin) => Response | null

const IS_FILE = new RegExp(`^/(?!en/)${FILE_PATHS}$`)

/**
 * Finds the handler of an address without Next, as Next would. Whatever is unusual about an address, Next decides:
 * a slash at its end, an escaped character, a method that there is no handler for.
 */
export const router = (routes: readonly Route[]) => {
  const all = routes.map(([folder, handlers, only]) => ({
    handlers: handlers as Methods,
    match: matcher(folder),
    only,
  }))
  return (method: string, path: string): Found | null => {
    if (path.includes('%') || path.includes('//') || (path.endsWith('/') && path !== '/')) return null
    const folder = IS_FILE.test(path) ? `/download${path}` : path
    for (const { handlers, match, only } of all) {
      const params = match(folder)
      if (!params || only?.test(path) === false) continue
      const handle = Object.hasOwn(handlers, method) ? handlers[method as keyof Methods] : undefined
      if (!handle) return null
      const { limit, answer, isPage = false } = handle
      return {
        isPage,
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

/** A request of Node's as handlers have it. */
export const askedOf = ({ url, headers, socket }: IncomingMessage): MinimalRequest => ({
  url: `http://localhost${url}`,
  headers: { get: (name) => headers[name]?.toString() ?? null },
  peer: socket.remoteAddress,
})

/** Sends what a handler answered, piece by piece as the reader takes it; who goes away ends the making of it. */
export async function send(res: ServerResponse, answer: Response | TextResponse): Promise<void> {
  res.statusCode = answer.status
  const headers = isTextResponse(answer) ? Object.entries(answer.headers) : answer.headers
  for (const [name, value] of headers) res.setHeader(name, value)
  if (isTextResponse(answer)) return void res.end(answer.text)
  if (!answer.body) return void res.end()
  const reader = answer.body.getReader()
  res.once('close', () => void reader.cancel().catch(() => {}))
  for (let piece = await reader.read(); !piece.done; piece = await reader.read())
    if (!res.write(piece.value)) await taken(res)
  if (!res.destroyed) res.end()
}

/** When the reader has taken what was written, or is gone. */
const taken = (res: ServerResponse): Promise<void> =>
  new Promise((resolve) => {
    const done = () => {
      res.off('drain', done).off('close', done)
      resolve()
    }
    res.on('drain', done).on('close', done)
    if (res.destroyed) done()
  })

import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { routePolicyFor } from './route-policies'

type Response = Pick<ServerResponse, 'statusCode'> & {
  socket?: { remoteAddress?: string | undefined } | null
  req?: Pick<IncomingMessage, 'method' | 'url'> & Partial<Pick<IncomingMessage, 'headers'>>
}

// On globalThis, because Next bundles this file again: the server and the pages must share one storage.
const store = globalThis as typeof globalThis & {
  __localRecordResponse?: AsyncLocalStorage<Response>
  __localRecordPublicReads?: WeakMap<object, number>
}
const storage = (store.__localRecordResponse ??= new AsyncLocalStorage())
const publicReads = (store.__localRecordPublicReads ??= new WeakMap())

/** Runs `work` in the context of a response, so that what it renders can change that response's status. */
export const runWithResponse = <R>(res: Response, work: () => R): R => {
  const { method, url = '/' } = res.req ?? {}
  // Read now, because Next rewrites the request's URL.
  if ((method === 'GET' || method === 'HEAD') && routePolicyFor(url.split('?', 1)[0]!).public)
    publicReads.set(res, performance.now())
  return storage.run(res, work)
}

/** The current request as a key, if its response is the same for everyone. */
export const currentPublicRequest = (): object | undefined => {
  const current = storage.getStore()
  return current && publicReads.has(current) ? current : undefined
}

/** When that request began, on the clock of `performance`. */
export const currentPublicRequestStart = (): number | undefined => publicReads.get(storage.getStore() ?? publicReads)

const OWN_ERROR_PAGE = Symbol.for('local-record.own-error-page')
const DATABASE_DOWN = Symbol.for('local-record.database-down')
const BODY_UNREADABLE = Symbol.for('local-record.body-unreadable')
const OWN_CODE_RUNS = Symbol.for('local-record.own-code-runs')

/**
 * Gives the page that is being rendered another status than 200. Next's `notFound()` sends an empty document that only
 * a script fills, and Next has no 410. Returns false where this server does not run around Next.
 */
export const setStatus = (status: 403 | 404 | 410 | 500 | 503): boolean => {
  const current = storage.getStore()
  if (current) Object.assign(current, { statusCode: status, [OWN_ERROR_PAGE]: true })
  return current !== undefined
}

/** True if the page explains its status itself. It may contain user input, so it is not replaced. */
export const hasOwnErrorPage = (res: object): boolean => OWN_ERROR_PAGE in res

const mark = (symbol: symbol): void => {
  const current = storage.getStore()
  if (current) Object.assign(current, { [symbol]: true })
}

/** Marks that this request fails because the database is down or overloaded: a 503, which is worth a retry. */
export const markDatabaseDown = (): void => mark(DATABASE_DOWN)

export const isDatabaseMarkedDown = (res: object): boolean => DATABASE_DOWN in res

/** Marks that a server action or a page of ours runs: what fails now is no fault of the request's body. */
export const markOwnCodeRuns = (runs: boolean): void => {
  const current = storage.getStore()
  if (current) Object.assign(current, { [OWN_CODE_RUNS]: runs })
}

export const ownCodeRuns = (): boolean =>
  (storage.getStore() as { [OWN_CODE_RUNS]?: boolean })?.[OWN_CODE_RUNS] === true

/** The same for the current request. */
export const isDatabaseDownHere = (): boolean => isDatabaseMarkedDown(storage.getStore() ?? {})

/** The page that was to explain the status failed too. */
export const forgetOwnErrorPage = (res: object): void => void Reflect.deleteProperty(res, OWN_ERROR_PAGE)

/** Marks that the body can't be parsed, which is the client's error. */
export const markBodyUnreadable = (): void => mark(BODY_UNREADABLE)

export const isBodyMarkedUnreadable = (res: object): boolean => BODY_UNREADABLE in res

/** The remote IP address of the connection; behind a proxy, that of the proxy. */
export const peerAddress = (): string | undefined => storage.getStore()?.socket?.remoteAddress

const PERSON = Symbol.for('local-record.person')

/** Says who signed in sends the current request. */
export const setCurrentPerson = (id: string): void => {
  const current = storage.getStore()
  if (current) Object.assign(current, { [PERSON]: id })
}

export const currentPerson = (): string | undefined =>
  (storage.getStore() as { [PERSON]?: string } | undefined)?.[PERSON]

/** A header of the current request; undefined outside a request. */
export const currentHeaders = (): Pick<Headers, 'get'> | undefined => {
  const headers = storage.getStore()?.req?.headers
  return headers && { get: (name) => headers[name]?.toString() ?? null }
}

import { AsyncLocalStorage } from 'node:async_hooks'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { routePolicyFor } from './route-policies'

type Response = Pick<ServerResponse, 'statusCode'> & {
  socket?: { remoteAddress?: string | undefined } | null
  req?: Pick<IncomingMessage, 'method' | 'url'>
}

// On globalThis, because Next bundles this file anew: the server and the pages have to share one.
const store = globalThis as typeof globalThis & {
  __localRecordResponse?: AsyncLocalStorage<Response>
  __localRecordPublicReads?: WeakMap<object, number>
}
const response = (store.__localRecordResponse ??= new AsyncLocalStorage())

/** Lets what is rendered inside `work` change this response's status. */
export const runWithResponse = <R>(res: Response, work: () => R): R => {
  const { method, url = '/' } = res.req ?? {}
  // Asked now, because Next writes another address into the request.
  if ((method === 'GET' || method === 'HEAD') && routePolicyFor(url.split('?', 1)[0]!).public)
    publicReads.set(res, performance.now())
  return response.run(res, work)
}

const publicReads = (store.__localRecordPublicReads ??= new WeakMap())

/** The request that we are in, as a key, where it only reads what is the same for everyone. */
export const currentPublicRequest = (): object | undefined => {
  const current = response.getStore()
  return current && publicReads.has(current) ? current : undefined
}

/** When that request began. */
export const currentPublicRequestStart = (): number | undefined => publicReads.get(response.getStore() ?? publicReads)

/**
 * Gives the page that is being rendered another status than 200. Next has no such thing: its `notFound()` sends an
 * empty document that only a script fills, and it can't say 410. False where no server of ours is around Next.
 */
export const setStatus = (status: 403 | 404 | 410 | 500 | 503): boolean => {
  const current = response.getStore()
  if (current) Object.assign(current, { statusCode: status, [TOLD]: true })
  return current !== undefined
}

const TOLD = Symbol.for('local-record.told')

/** Whether the page says itself why it has this status, and may hold what somebody typed. */
export const hasOwnErrorPage = (res: object): boolean => TOLD in res

/** The status that the answer to this request has so far. */
export const currentStatus = (): number => response.getStore()?.statusCode ?? 200

const AWAY = Symbol.for('local-record.away')

/** Notes that this request fails because the database is away or overloaded: that is a 503, and worth trying again. */
export const markDatabaseDown = (): void => {
  const current = response.getStore()
  if (current) Object.assign(current, { [AWAY]: true })
}

export const isDatabaseMarkedDown = (res: object): boolean => AWAY in res

const UNREADABLE = Symbol.for('local-record.unreadable')

/** Notes that what was sent can't be read, which is no failure of ours. */
export const markBodyUnreadable = (): void => {
  const current = response.getStore()
  if (current) Object.assign(current, { [UNREADABLE]: true })
}

export const isBodyMarkedUnreadable = (res: object): boolean => UNREADABLE in res

/** The address at the other end of the connection; a proxy's, where one is in front. */
export const peerAddress = (): string | undefined => response.getStore()?.socket?.remoteAddress

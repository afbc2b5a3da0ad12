// Hand-written instead of p-queue: that would hold only the waiting list, because the share per caller, the queue
// timeout and the immediate rejection are not in it, and a free slot would no longer be given synchronously.
import { clientKey } from '@/lib/platform/http/client-address'
import { problem } from '@/lib/platform/http/problem-json'
import type { Exchange, Stage } from '@/server/exchange'
import { toRequest } from '@/server/route-matcher'
import { isHealthPath } from './error-log'
import { busyPage } from './error-pages'

type Options = {
  /** The maximum number of concurrent requests. It is read again whenever one starts or ends. */
  concurrency?: () => number
  maxQueued?: number
  queueTimeoutMs?: number
  /** Called at most every ten seconds, with the number of rejections since the last call. */
  onFull?: (rejected: number) => void
}

type Release = () => void
type Waiter = { caller: string; start: (release: Release) => void }

const REPORT_INTERVAL_MS = 10_000

/**
 * Runs as many concurrent requests as the process can serve, queues a few, and rejects the rest immediately. An
 * admitted request then completes soon under any load. No caller can use more than half of all slots.
 */
export function createConcurrencyLimiter({
  concurrency = () => 3,
  maxQueued = 30,
  queueTimeoutMs = 3_000,
  onFull = () => {},
}: Options = {}) {
  const maxPerCaller = Math.ceil((concurrency() + maxQueued) / 2)
  const perCaller = new Map<string, number>()
  const queue: Waiter[] = []
  let running = 0
  let rejected = 0
  let rejectedInAll = 0

  const reject = (): null => {
    rejectedInAll += 1
    rejected += 1
    if (rejected === 1)
      setTimeout(() => {
        onFull(rejected)
        rejected = 0
      }, REPORT_INTERVAL_MS).unref()
    return null
  }

  const count = (caller: string, change: 1 | -1) => {
    const requests = (perCaller.get(caller) ?? 0) + change
    if (requests) perCaller.set(caller, requests)
    else perCaller.delete(caller)
  }

  const createRelease = (caller: string): Release => {
    let isReleased = false
    return () => {
      if (isReleased) return
      isReleased = true
      count(caller, -1)
      running -= 1
      drain()
    }
  }

  const drain = () => {
    while (queue.length && running < concurrency()) {
      const { caller, start } = queue.shift()!
      running += 1
      start(createRelease(caller))
    }
  }

  return {
    /** The state now, and the rejections since the start. */
    get counts() {
      return { running, queued: queue.length, rejected: rejectedInAll }
    },

    /** Starts queued requests, after `concurrency` has grown. */
    drain,

    /** The function that frees the slot again, safe to call twice; null for a rejected request. */
    acquire(caller: string): Promise<Release | null> | Release | null {
      const isFull = running >= concurrency() && queue.length >= maxQueued
      if (isFull || (perCaller.get(caller) ?? 0) >= maxPerCaller) return reject()
      count(caller, 1)
      if (running < concurrency()) {
        running += 1
        return createRelease(caller)
      }
      return new Promise((resolve) => {
        const waiter: Waiter = {
          caller,
          start: (release) => {
            clearTimeout(timer)
            resolve(release)
          },
        }
        const timer = setTimeout(() => {
          queue.splice(queue.indexOf(waiter), 1)
          count(caller, -1)
          resolve(reject())
        }, queueTimeoutMs)
        queue.push(waiter)
      })
    },
  }
}

export type ConcurrencyLimiter = ReturnType<typeof createConcurrencyLimiter>

type Limiters = {
  /** For rendered pages, which hold the processor. */
  pages?: ConcurrencyLimiter | undefined
  /** For route handlers, which mostly wait for the database. */
  handlers?: ConcurrencyLimiter | undefined
}

const BUSY = 'Very many requests are under way. Try again in a few seconds.'

/** Build assets, the health checks and admin requests are never limited. */
export const admissionControl = ({ pages, handlers }: Limiters): Stage => ({
  name: 'admission-control',
  run: (exchange) => {
    const { req, info, route, earlyResponse } = exchange
    const isHandler = route !== null
    const limiter = isHandler ? handlers : pages
    if (!limiter || earlyResponse || info.isBuildAsset || info.isAdmin || isHealthPath(info.path)) return
    const slot = limiter.acquire(clientKey(toRequest(req)))
    return slot instanceof Promise
      ? slot.then((release) => admit(exchange, release, isHandler))
      : admit(exchange, slot, isHandler)
  },
})

function admit(exchange: Exchange, release: Release | null, isHandler: boolean): void {
  if (release) {
    exchange.release = release
    return
  }
  exchange.isExpectedFailure = true
  exchange.earlyResponse = isHandler
    ? problem(503, { detail: BUSY }, { 'Retry-After': '5' })
    : busyPage(exchange.info.path)
}

// Hand-written instead of p-queue: that would hold only the waiting list, because the turns and the share per caller, the
// queue timeout and the immediate rejection are not in it, and a free slot would no longer be given synchronously.
import { setImmediate } from 'node:timers/promises'
import { clientKey } from '@/lib/platform/http/client-address'
import { problem } from '@/lib/platform/http/problem-json'
import type { Exchange, Stage, StageResult } from '@/server/exchange'
import { createFairQueue } from '@/lib/platform/http/fair-queue'
import { toRequest } from '@/server/route-matcher'
import { isHealthPath } from './error-log'
import { isShareable } from './response-cache'
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
type Waiter = { caller: string; start: (release: Release) => void; giveUp: () => void }

const REPORT_INTERVAL_MS = 10_000

/**
 * Runs as many concurrent requests as the process can serve, queues a few, and rejects the rest immediately. An
 * admitted request then completes soon under any load. Callers are served in turn: first those with the fewest requests
 * running. While others wait, a caller has one request running: what is rendered at once shares the processor. No caller can use more than half of all places, and where all are taken, the caller with the most waiting
 * loses one to a caller with fewer.
 */
export function createConcurrencyLimiter({
  concurrency = () => 3,
  maxQueued = 30,
  queueTimeoutMs = 3_000,
  onFull = () => {},
}: Options = {}) {
  const maxPerCaller = Math.ceil((concurrency() + maxQueued) / 2)
  const runningOf = new Map<string, number>()
  const queue = createFairQueue<Waiter>()
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

  const loadOf = (caller: string) => runningOf.get(caller) ?? 0

  /** Starts a request. The returned function ends it and is safe to call twice. */
  const begin = (caller: string): Release => {
    let isReleased = false
    running += 1
    runningOf.set(caller, loadOf(caller) + 1)
    return () => {
      if (isReleased) return
      isReleased = true
      running -= 1
      if (loadOf(caller) > 1) runningOf.set(caller, loadOf(caller) - 1)
      else runningOf.delete(caller)
      drain()
    }
  }

  const drain = () => {
    while (running < concurrency()) {
      const next = queue.shift(loadOf, queue.callers > 1 ? 1 : Infinity)
      if (!next) return
      next.start(begin(next.caller))
    }
  }

  /** Makes a place in the queue. False if all are taken and no other caller has more of them. */
  const makePlace = (caller: string): boolean => {
    if (queue.size < maxQueued) return true
    const dropped = queue.dropFromLongest(queue.waitingOf(caller) + 1)
    dropped?.giveUp()
    return dropped !== undefined
  }

  return {
    /** The state now, and the rejections since the start. */
    get counts() {
      return { running, queued: queue.size, rejected: rejectedInAll }
    },

    /** Starts queued requests, after `concurrency` has grown. */
    drain,

    /** The function that frees the slot again, safe to call twice; null for a rejected request. */
    acquire(caller: string): Promise<Release | null> | Release | null {
      if (loadOf(caller) + queue.waitingOf(caller) >= maxPerCaller) return reject()
      const mayStart = !queue.size || !loadOf(caller)
      if (running < concurrency() && mayStart) return begin(caller)
      if (!makePlace(caller)) return reject()
      return new Promise((resolve) => {
        const waiter: Waiter = {
          caller,
          start: (release) => {
            clearTimeout(timer)
            resolve(release)
          },
          giveUp: () => {
            clearTimeout(timer)
            resolve(reject())
          },
        }
        const timer = setTimeout(() => {
          queue.remove(caller, waiter)
          waiter.giveUp()
        }, queueTimeoutMs)
        queue.push(caller, waiter)
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
  /** For drawn pictures, each of which takes as long as many pages. */
  pictures?: ConcurrencyLimiter | undefined
}

const PICTURE = /^\/(og|figures)\//

/** Next also finds a route under an escaped path. The path was checked to be decodable. */
const isPicture = (path: string): boolean => PICTURE.test(path.includes('%') ? decodeURIComponent(path) : path)

const BUSY = 'Very many requests are under way. Try again in a few seconds.'

/**
 * The health checks and admin requests are never limited. A public read for which there is no place waits for an equal
 * one that has a place, and is then served by `fromCache`.
 */
export function admissionControl({ pages, handlers, pictures }: Limiters, fromCache?: Stage): Stage {
  /** The requests that wait for a slot, by what they will store. */
  const expected = new Map<string, Promise<unknown>>()

  const expect = ({ info }: Exchange, slot: Promise<unknown>) => {
    if (!isShareable(info) || expected.has(info.cacheKey)) return
    expected.set(info.cacheKey, slot)
    void slot.then(() => expected.delete(info.cacheKey))
  }

  const admit = (exchange: Exchange, release: Release | null, isPage: boolean): void | Promise<StageResult> => {
    if (!release) return refuse(exchange, isPage)
    exchange.release = release
  }

  const refuse = async (exchange: Exchange, isPage: boolean): Promise<StageResult> => {
    const equal = fromCache && isShareable(exchange.info) && expected.get(exchange.info.cacheKey)
    if (equal) {
      await equal
      // Now the equal request begins its cache entry.
      await setImmediate()
      const result = await fromCache.run(exchange)
      if (result || exchange.earlyResponse) return result
    }
    reject(exchange, isPage)
  }

  return {
    name: 'admission-control',
    run: (exchange) => {
      const { req, info, route, earlyResponse } = exchange
      const isPage = route === null && !isPicture(info.path)
      const limiter = isPage ? pages : route ? handlers : pictures
      if (!limiter || earlyResponse || info.isAdmin || isHealthPath(info.path)) return
      const slot = limiter.acquire(clientKey(toRequest(req)))
      if (!(slot instanceof Promise)) return admit(exchange, slot, isPage)
      expect(exchange, slot)
      return slot.then((release) => admit(exchange, release, isPage))
    },
  }
}

function reject(exchange: Exchange, isPage: boolean): void {
  exchange.isExpectedFailure = true
  exchange.earlyResponse = isPage
    ? busyPage(exchange.info.path)
    : problem(503, { detail: BUSY }, { 'Retry-After': '5' })
}

import type { ServerResponse } from 'node:http'
import { createCache } from '@/lib/platform/caching/create-cache'
import { isFresh } from '@/lib/platform/http/headers'
import type { CacheFill, CachedResponse, Exchange, Stage, StageResult } from '@/server/exchange'
import type { RequestInfo } from '@/server/request-info'
import { toRequest } from '@/server/route-matcher'

/** The headers that a response without a body leaves out. */
const CONTENT_HEADERS = ['content-type', 'content-length', 'content-encoding']

/** The responses that are kept until the next publication, and those that are kept for a moment. */
const LASTING = [200]
const BRIEF = [301, 308, 404, 410]
export const KEPT_STATUSES: readonly number[] = [...LASTING, ...BRIEF]

type Options = {
  /**
   * The maximum sizes of all entries together. Each kind has its own, because anyone can invent missing pages and
   * queries without end: they must not evict the pages themselves, whose addresses are given.
   */
  maxBytes?: { pages: number; queries: number; brief: number }
  /** A larger response is not stored. */
  maxEntryBytes?: number
  /** The maximum age of an entry. Publishing invalidates it earlier. */
  ttlMs?: number
  /** The maximum age of a redirect and of a missing or withdrawn page. */
  briefTtlMs?: number
  now?: () => number
}

const MAX_BYTES = { pages: 40_000_000, queries: 20_000_000, brief: 4_000_000 }

/** A response under a longer key is not stored. */
const MAX_KEY_LENGTH = 2_000

/** The estimated size of an entry besides its strings and body. */
const ENTRY_OVERHEAD = 1_000

const sizeOf = ({ headers, notModifiedHeaders, body }: CachedResponse, key: string): number =>
  ENTRY_OVERHEAD + key.length + lengthOf(headers) + lengthOf(notModifiedHeaders) + body.length

const lengthOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + text.length, 0)

/**
 * Caches finished public responses until something is published. A publication can change any page and happens a few
 * times a day, so it clears the whole cache: there is no dependency tracking to get wrong.
 */
export function createResponseCache({
  maxBytes = MAX_BYTES,
  maxEntryBytes = 1_000_000,
  ttlMs = 60_000,
  briefTtlMs = 10_000,
  now,
}: Options = {}) {
  const create = (maxSize: number, ttl: number) => createCache<CachedResponse>({ maxSize, sizeOf, ttl, now })
  const pages = create(maxBytes.pages, ttlMs)
  const queries = create(maxBytes.queries, ttlMs)
  const brief = create(maxBytes.brief, briefTtlMs)
  const all = [pages, queries, brief]
  const lastingFor = (key: string) => (key.includes('?') ? queries : pages)
  const get = (key: string) => lastingFor(key).get(key) ?? brief.get(key)
  const fills = new Map<string, Promise<void>>()
  let publications = 0
  const counts = { hits: 0, misses: 0 }
  // False while LISTEN is down: a publication could not invalidate the cache. It starts that way.
  let canInvalidate = false

  const trackFill = (key: string): (() => void) => {
    if (fills.has(key)) return () => {}
    let done = () => {}
    const filled = new Promise<void>((resolve) => {
      done = () => {
        if (fills.get(key) === filled) fills.delete(key)
        resolve()
      }
    })
    fills.set(key, filled)
    return done
  }

  return {
    /** How many public reads were served from here, and how many began an entry. */
    counts,

    get,

    /** The response that another request is creating; undefined when none is, or when it was not stored. */
    inFlight(key: string): Promise<CachedResponse | undefined> | undefined {
      return fills.get(key)?.then(() => get(key))
    },

    /** Begins a response. Later requests for the same key wait until it is done. */
    startFill(key: string): CacheFill {
      const startedAt = publications
      counts.misses += 1
      return {
        done: trackFill(key),
        store: (response) => {
          if (!canInvalidate || publications !== startedAt) return
          if (key.length > MAX_KEY_LENGTH || response.body.length > maxEntryBytes) return
          const entries = LASTING.includes(response.status) ? lastingFor(key) : brief
          entries.set(key, { ...response, body: copyOf(response.body) })
        },
      }
    },

    /** Called when something was published. */
    clear(): void {
      publications += 1
      for (const entries of all) entries.clear()
    },

    setInvalidationAvailable(isAvailable: boolean): void {
      this.clear()
      canInvalidate = isAvailable
    },

    get size() {
      return all.reduce((sum, { size }) => sum + size, 0)
    },

    get count() {
      return all.reduce((sum, { count }) => sum + count, 0)
    },
  }
}

export type ResponseCache = ReturnType<typeof createResponseCache>

/** A compressed body is a slice of a 16 kB buffer. A copy allocates only its own bytes. */
const copyOf = (body: Buffer): Buffer => {
  const copy = Buffer.allocUnsafeSlow(body.length)
  body.copy(copy)
  return copy
}

/** Serves a cached response, also to requests that arrive while it is being created. */
export const serveCached = (cache: ResponseCache): Stage => ({
  name: 'response-cache',
  run: (exchange) => {
    const { isRead, cacheKey } = exchange.info
    if (!isRead) return
    const cached = cache.get(cacheKey) ?? cache.inFlight(cacheKey)
    return cached instanceof Promise
      ? cached.then((response) => serve(exchange, response, cache))
      : serve(exchange, cached, cache)
  },
})

function serve(exchange: Exchange, cached: CachedResponse | undefined, { counts }: ResponseCache): StageResult {
  if (!cached) return
  counts.hits += 1
  const { req, res, info } = exchange
  exchange.earlyResponse = cached.limit?.(toRequest(req)) ?? null
  if (exchange.earlyResponse) return
  sendCached(res, cached, info.ifNoneMatch)
  return 'responded'
}

function sendCached(res: ServerResponse, cached: CachedResponse, ifNoneMatch: string | undefined): void {
  const { status, headers, notModifiedHeaders, etag, body } = cached
  if (status === 200 && isFresh(ifNoneMatch, etag)) res.writeHead(304, notModifiedHeaders).end()
  else res.writeHead(status, headers).end(body)
}

/** True for a request whose response may be stored. */
export const isShareable = ({ policy, isRead }: RequestInfo): boolean => policy.public && isRead

/**
 * Begins a cache entry for a public read, so that equal requests wait for it instead of rendering the same page. While
 * this one waited for its slot, another may have begun or finished it.
 */
export const startCacheFill = (cache: ResponseCache): Stage => ({
  name: 'start-cache-fill',
  run: (exchange) => {
    if (!isShareable(exchange.info) || exchange.earlyResponse) return
    const { cacheKey } = exchange.info
    const begin = (response: CachedResponse | undefined): StageResult => {
      const result = serve(exchange, response, cache)
      if (result) exchange.release()
      else exchange.fill = cache.startFill(cacheKey)
      return result
    }
    const known = cache.get(cacheKey) ?? cache.inFlight(cacheKey)
    return known instanceof Promise ? known.then(begin) : begin(known)
  },
})

/** Next's own responses on these paths are rate limited or expensive, so a cached one must carry its limit. */
const NEEDS_LIMIT = /^\/(api|download|og|figures)\//

/** Stores a complete response if it is the same for all readers. Its rate limit also applies to hits. */
export function storeResponse({ res, info, route, fill }: Exchange, body: Buffer): void {
  if (!fill || !KEPT_STATUSES.includes(res.statusCode)) return
  const isShared = /\bs-maxage=/.test(String(res.getHeader('Cache-Control')))
  if (!isShared || (!route && NEEDS_LIMIT.test(info.path))) return
  fill.store({ ...serializeHeaders(res), status: res.statusCode, etag: etagOf(res), body, limit: route?.limit })
}

const etagOf = (res: ServerResponse) => String(res.getHeader('ETag') ?? '')

export const isNotModified = (res: ServerResponse, { ifNoneMatch }: RequestInfo): boolean =>
  isFresh(ifNoneMatch, etagOf(res))

export const removeContentHeaders = (res: ServerResponse): void => {
  for (const name of CONTENT_HEADERS) res.removeHeader(name)
}

function serializeHeaders(res: ServerResponse): Pick<CachedResponse, 'headers' | 'notModifiedHeaders'> {
  const headers: string[] = []
  const notModifiedHeaders: string[] = []
  for (const name of res.getHeaderNames())
    for (const value of [res.getHeader(name)!].flat()) {
      headers.push(name, String(value))
      if (!CONTENT_HEADERS.includes(name)) notModifiedHeaders.push(name, String(value))
    }
  return { headers, notModifiedHeaders }
}

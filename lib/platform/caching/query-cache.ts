import { currentPublicRequestStart } from '@/lib/platform/request-context/request-context'
import { type Cache, createCache } from './create-cache'

type State = { canInvalidate: boolean; invalidatedAt: number; caches: Set<Pick<Cache<object>, 'clear'>> }

// On globalThis, because Next bundles this file more than once, and the server outside Next invalidates it.
const store = globalThis as typeof globalThis & { __localRecordQueryCache?: State }
const state = (store.__localRecordQueryCache ??= { canInvalidate: false, invalidatedAt: 0, caches: new Set() })

/** The maximum age of a value, in milliseconds. Publishing invalidates it earlier. */
const TTL_MS = 60_000

const invalidate = () => {
  state.invalidatedAt = performance.now()
  for (const cache of state.caches) cache.clear()
}

/** For the listener: a publication empties all caches, and they stay empty while LISTEN is down. */
export const queryCache = {
  invalidate,
  setInvalidationAvailable: (isAvailable: boolean) => {
    state.canInvalidate = isAvailable
    invalidate()
  },
}

/**
 * Caches up to `max` values that public pages read, by key, until something is published. A request that began before
 * the last publication may have read older data, so its values are not stored.
 */
export const cachedByKey = <Value extends object | string | number | boolean | null>(
  max: number,
  read: (keys: string[]) => Promise<ReadonlyMap<string, Value>>,
) => {
  const cache = createCache<Value>({ max, ttl: TTL_MS })
  state.caches.add(cache)
  return async (keys: readonly string[]): Promise<ReadonlyMap<string, Value>> => {
    const requestStart = currentPublicRequestStart()
    if (requestStart === undefined || !state.canInvalidate) return read([...keys])
    const values = new Map<string, Value>()
    for (const key of keys) {
      const value = cache.get(key)
      if (value !== undefined) values.set(key, value)
    }
    const missing = keys.filter((key) => !values.has(key))
    if (missing.length === 0) return values
    const rows = await read(missing)
    const isCurrent = requestStart > state.invalidatedAt && state.canInvalidate
    for (const [key, value] of rows) {
      values.set(key, value)
      if (isCurrent) cache.set(key, value)
    }
    return values
  }
}

/** The same for a single value. */
export const cachedValue = <Value extends object | string | number | boolean | null>(
  read: () => Promise<Value>,
): (() => Promise<Value>) => {
  const values = cachedByKey(1, async ([key]) => new Map([[key!, await read()]]))
  return async () => (await values(['value'])).get('value')!
}

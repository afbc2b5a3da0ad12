import { LRUCache } from 'lru-cache'

type Options<Value> = {
  /** The number of entries. */
  max?: number | undefined
  /** The size of all entries together, as `sizeOf` measures them. */
  maxSize?: number | undefined
  sizeOf?: ((value: Value, key: string) => number) | undefined
  /** The lifetime of an entry, in milliseconds. */
  ttl: number
  /** A monotonic clock in milliseconds; a wall clock that is set back would keep entries too long. */
  now?: (() => number) | undefined
}

/** A cache in memory that evicts the least recently used entries. */
export function createCache<Value extends object | string | number | boolean | null>(options: Options<Value>) {
  const { max, maxSize, sizeOf, ttl, now = () => performance.now() } = options
  const entries = new LRUCache<string, { value: Value }>({
    ...(max !== undefined && { max }),
    ...(maxSize !== undefined && sizeOf && { maxSize, sizeCalculation: ({ value }, key) => sizeOf(value, key) }),
    ttl,
    ttlResolution: 0,
    perf: { now },
  } as LRUCache.Options<string, { value: Value }, unknown>)
  return {
    get: (key: string): Value | undefined => entries.get(key)?.value,
    has: (key: string): boolean => entries.has(key),
    set: (key: string, value: Value): void => void entries.set(key, { value }),
    clear: (): void => entries.clear(),
    /** As `sizeOf` measures it; 0 without it. */
    get size() {
      return entries.calculatedSize
    },
    get count() {
      return entries.size
    },
  }
}

export type Cache<Value extends object | string | number | boolean | null> = ReturnType<typeof createCache<Value>>
